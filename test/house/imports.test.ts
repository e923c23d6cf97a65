import t from 'tap'
import { filesBelow, type Import, importsOf, isOwn, reachableFrom } from '../helpers/source-files.ts'

/*
 * Imports go one way: main → serve, commands → app, jobs → routes → slices → platform, and among the slices
 * certificate-parts → certificates → search-results → search → timeline → registrations → attachments, parties.
 * search → near-matches → parties, overlap-checks → search, collateral-texts.
 */
const slices = [
  'accounts',
  'attachments',
  'batches',
  'bulk-filing',
  'certificate-parts',
  'bulk-searches',
  'certificates',
  'collateral-texts',
  'decisions',
  'drafts',
  'modification-codes',
  'near-matches',
  'notices',
  'objections',
  'overlap-checks',
  'own-registrations',
  'own-searches',
  'parties',
  'registrations',
  'retention',
  'sandbox',
  'search',
  'search-records',
  'search-results',
  'search-logic',
  'timeline',
  'transparency-log',
]

/** What each part may import. A part is a folder of src, or a file that stands in src itself. */
const mayImport: Record<string, readonly string[]> = {
  'main.ts': ['serve.ts', 'commands.ts', 'command-line.ts', 'config.ts', 'platform'],
  'command-line.ts': ['config.ts', 'platform'],
  'log-commands.ts': ['command-line.ts', 'config.ts', 'transparency-log', 'platform'],
  'commands.ts': [
    'command-line.ts',
    'log-commands.ts',
    'config.ts',
    'accounts',
    'collateral-texts',
    'registrations',
    'search',
    'certificates',
    'parties',
    'platform',
  ],
  'serve.ts': ['app.ts', 'jobs.ts', 'config.ts', ...slices, 'platform'],
  'app.ts': ['routes.ts', 'request-hooks.ts', 'config.ts', 'platform'],
  'request-hooks.ts': ['page-shell.ts', 'accounts', 'notices', 'platform'],
  'problem-pages.ts': ['platform'],
  'jobs.ts': [
    'accounts',
    'attachments',
    'batches',
    'certificate-parts',
    'bulk-searches',
    'collateral-texts',
    'drafts',
    'near-matches',
    'notices',
    'objections',
    'registrations',
    'retention',
    'search',
    'search-records',
    'certificates',
    'transparency-log',
    'platform',
  ],
  'routes.ts': [
    'health-routes.ts',
    'home-page.ts',
    'problem-pages.ts',
    'accounts',
    'attachments',
    'batches',
    'bulk-filing',
    'certificate-parts',
    'bulk-searches',
    'collateral-texts',
    'decisions',
    'modification-codes',
    'objections',
    'drafts',
    'notices',
    'overlap-checks',
    'own-registrations',
    'own-searches',
    'registrations',
    'retention',
    'search',
    'search-records',
    'search-results',
    'search-logic',
    'certificates',
    'transparency-log',
    'platform',
  ],
  'health-routes.ts': ['platform'],
  'page-shell.ts': ['accounts', 'notices', 'platform'],
  'home-page.ts': ['drafts', 'platform'],
  'config.ts': [],
  'deps.ts': [],
  sandbox: ['config.ts', 'accounts', 'registrations', 'parties', 'platform'],
  drafts: ['registrations', 'accounts', 'platform'],
  'bulk-searches': ['search', 'parties', 'accounts', 'platform'],
  'bulk-filing': ['objections', 'registrations', 'accounts', 'platform'],
  notices: ['registrations', 'parties', 'accounts', 'platform'],
  objections: ['attachments', 'registrations', 'parties', 'accounts', 'platform'],
  batches: ['own-registrations', 'registrations', 'parties', 'accounts', 'platform'],
  'search-records': ['search', 'registrations', 'parties', 'accounts', 'platform'],
  'collateral-texts': ['registrations', 'parties', 'accounts', 'platform'],
  'own-registrations': ['collateral-texts', 'registrations', 'parties', 'accounts', 'platform'],
  decisions: ['retention', 'modification-codes', 'attachments', 'registrations', 'parties', 'accounts', 'platform'],
  retention: ['registrations', 'parties', 'accounts', 'platform'],
  'modification-codes': ['registrations', 'parties', 'accounts', 'platform'],
  'certificate-parts': ['certificates', 'search', 'registrations', 'accounts', 'platform'],
  certificates: [
    'overlap-checks',
    'search-results',
    'search',
    'timeline',
    'registrations',
    'attachments',
    'parties',
    'accounts',
    'platform',
  ],
  'own-searches': ['search', 'registrations', 'accounts', 'platform'],
  'search-results': ['search', 'timeline', 'registrations', 'parties', 'accounts', 'platform'],
  'search-logic': ['search', 'parties', 'platform'],
  search: ['near-matches', 'timeline', 'registrations', 'parties', 'accounts', 'platform'],
  'near-matches': ['parties', 'platform'],
  'overlap-checks': ['search', 'collateral-texts', 'registrations', 'parties', 'accounts', 'platform'],
  timeline: ['registrations', 'platform'],
  'transparency-log': ['registrations', 'accounts', 'platform'],
  registrations: ['attachments', 'parties', 'accounts', 'platform'],
  attachments: ['accounts', 'platform'],
  accounts: ['platform'],
  parties: ['platform'],
  platform: [],
}

/** Files without imports of their own folder's outside: any slice may use them. */
const forEverySlice = [
  'src/search/search-key.ts',
  'src/search/search-logics.ts',
  'src/registrations/key-digest.ts',
  'src/registrations/follow-order.ts',
  'src/notices/add-notices.ts',
  'src/notices/notice.ts',
]

/** Rules and the like: they decide, and neither ask a database nor answer a request. */
const pure = [
  /-rules\.ts$/,
  /-status\.ts$/,
  /^src\/search\/match-view\.ts$/,
  /^src\/search\/(search-key|search-key-error|search-logics|name-characters|noise-words|resident-number)\.ts$/,
  /^src\/search-logic\/[^/]+(?<!-routes)\.ts$/,
  /^src\/timeline\/timeline[^/]*\.ts$/,
  /^src\/transparency-log\/(merkle|proofs|tiles|signed-note|checkpoint|log-entry)\.ts$/,
  /^src\/registrations\/(expiry|key-digest|canonical-filing|act|named-attachments|search-index|register)\.ts$/,
  /^src\/registrations\/forms\//,
  /^src\/parties\/[^/]+\.ts$/,
  /^src\/attachments\/(attachment|media-type|attachment-refusals|attachment-wording|archive-trick)\.ts$/,
  /^src\/attachments\/(pdf|picture)-structure\.ts$/,
  /^src\/platform\/(text|refusal|numbers|clock|csv|local-path|written-form)\.ts$/,
  /^src\/platform\/lists\/(?!receive-list)[^/]+\.ts$/,
  /^src\/certificates\/(certificate-facts|masked-facts)\.ts$/,
  /^src\/collateral-texts\/(folded-text|text-terms|collateral-text|derive-collateral-texts|excerpt)\.ts$/,
  /^src\/near-matches\/(read-name|name-terms|near-match|compare-words|edit-steps|choose-terms|rank-names)\.ts$/,
  /^src\/near-matches\/(fold-characters|look-alikes|latin-words|organization-forms|places-in-names)\.ts$/,
  /^src\/near-matches\/near-match-wording\.ts$/,
  /^src\/overlap-checks\/(overlap-check|overlap-list|overlap-wording)\.ts$/,
  /^src\/search-records\/shown-count\.ts$/,
  /^src\/notices\/(notice|notice-wording|filing-recipients)\.ts$/,
]
const impure = /^(kysely|fastify|pg|pg-boss)(\/|$)|^@fastify\//

const partOf = (path: string) => path.split('/')[1]!
const files = filesBelow('src', /(?<!\.d)\.ts$/)
const imports = files.flatMap(importsOf)
const own = imports.filter(({ to }) => isOwn(to) && to.endsWith('.ts'))
const across = own.filter(({ from, to }) => partOf(from) !== partOf(to))
const shown = (found: Import[]) => found.map(({ from, to }) => `${from} → ${to}`)

t.test('imports go one way', async (t) => {
  const parts = [...new Set(files.map(partOf))]
  t.same(
    parts.filter((part) => !(part in mayImport)),
    [],
    'every part has its rule in this test',
  )
  const wrong = across.filter(({ from, to, typeOnly }) => {
    if (forEverySlice.includes(to)) return false
    // What a running register is made of is named in one place; a slice's routes say its type, and only that.
    if (typeOnly && (to === 'src/deps.ts' || from === 'src/deps.ts')) return partOf(from) === 'platform'
    return !mayImport[partOf(from)]!.includes(partOf(to))
  })
  t.same(shown(wrong), [])
})

t.test('of accounts, slices know the types; only routes and pages ask who calls', async (t) => {
  const wrong = across.filter(({ from, to, typeOnly }) => {
    const edge = /-(routes|pages?)\.ts$|\/pages\//.test(from) || ['sandbox'].includes(partOf(from))
    return slices.includes(partOf(from)) && partOf(to) === 'accounts' && !typeOnly && !edge
  })
  t.same(shown(wrong), [])
})

t.test('no file imports itself by way of others', async (t) => {
  const values = own.filter(({ typeOnly }) => !typeOnly)
  const next = Map.groupBy(values, ({ from }) => from)
  const done = new Set<string>()
  const cycles: string[] = []
  const walk = (path: string, trail: string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '))
    if (trail.includes(path) || done.has(path)) return
    for (const { to } of next.get(path) ?? []) walk(to, [...trail, path])
    done.add(path)
  }
  for (const file of files) walk(file, [])
  t.same(cycles, [])
})

t.test('pure files know neither the database nor the web', async (t) => {
  const chosen = files.filter((file) => pure.some((pattern) => pattern.test(file)))
  for (const pattern of pure.slice(2))
    t.ok(
      files.some((file) => pattern.test(file)),
      `${pattern} names a file`,
    )
  for (const file of chosen) {
    const direct = imports.filter(({ from, to }) => from === file && impure.test(to))
    const reached = [...reachableFrom([file], { types: false })]
    const through = imports.filter(({ from, to, typeOnly }) => !typeOnly && reached.includes(from) && impure.test(to))
    t.same(shown([...direct, ...through]), [], file)
  }
})

t.test('the search key and its neighbours stand alone', async (t) => {
  const closure = [...reachableFrom(['src/search/search-key.ts'], { types: true })]
  t.same(
    closure.filter((path) => !path.startsWith('src/search/')),
    [],
    'nothing outside src/search',
  )
  const foreign = imports.filter(({ from, to }) => closure.includes(from) && !isOwn(to))
  t.same(shown(foreign), [], 'no package, not even of Node')
})

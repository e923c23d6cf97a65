import { existsSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'
import t from 'tap'
import { commands } from '../../src/commands.ts'
import { projectRoot } from '../../src/config.ts'
import { filingKinds } from '../../src/registrations/act.ts'
import { forms } from '../../src/registrations/forms/forms.ts'
import { sandboxUsers } from '../../src/sandbox/sandbox-people.ts'
import { purposes } from '../../src/search/search-query.ts'
import { resultCodes } from '../helpers/result-codes.ts'
import { filesBelow, textOf } from '../helpers/source-files.ts'

/* Documents are part of the build: what they name is there, and what is there they name. */
const README_MAX_LINES = 120
const documents = [
  'README.md',
  'NOTICE',
  ...filesBelow('docs', /\.md$/),
  ...filesBelow('sql', /\.md$/),
  ...filesBelow('src', /\.md$/),
]

t.test('README is short', async (t) => {
  t.ok(textOf('README.md').split('\n').length <= README_MAX_LINES)
})

t.test('every command that a document names can be run', async (t) => {
  const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> }
  for (const path of documents) {
    const content = textOf(path)
    for (const [whole, run, argument, own] of content.matchAll(
      /npm run ([a-z][a-z:-]*)(?: -- ([a-z][a-z-]*))?|npm (start|test)\b/g,
    )) {
      const script = run ?? own!
      t.ok(scripts[script], `${path}: ${whole}`)
      if (script === 'registry' && argument) t.ok(commands[argument], `${path}: ${whole}`)
      if (script === 'bench' && argument) t.match(textOf('test/bench/main.ts'), argument, `${path}: ${whole}`)
    }
  }
})

t.test('every link inside the project leads somewhere', async (t) => {
  for (const path of documents) {
    const dead = linksIn(path).filter(({ file, heading }) => {
      if (!existsSync(join(projectRoot, file))) return true
      return heading !== '' && !headingsOf(file).includes(heading)
    })
    t.same(
      dead.map(({ written }) => written),
      [],
      path,
    )
  }
})

t.test('result codes: each is listed, and each listed is there', async (t) => {
  const { problems, refusals } = resultCodes()
  t.same(firstColumn('docs/reference/result-codes.md'), [...new Set([...problems, ...refusals])].sort())
})

t.test('settings: each is listed, and each listed is there', async (t) => {
  const read = filesBelow('src', /\.ts$/).flatMap((path) =>
    [...textOf(path).matchAll(/\benv\.([A-Z][A-Z_]+)/g)].map(([, name]) => name!),
  )
  t.same(firstColumn('docs/reference/settings.md'), [...new Set(read)].sort())
})

t.test('the glossary has every word that the code uses for the law', async (t) => {
  const rows = new Map(tableRows('docs/GLOSSARY.md').map(([word = '', chinese = '']) => [unquoted(word), chinese]))
  const roles = new Set(sandboxUsers.map(({ role }) => role))
  for (const word of [...words, ...filingKinds, ...roles]) t.match(rows.get(word) ?? '', /\p{Script=Han}/u, word)
  for (const { securityType, label } of forms) t.equal(rows.get(securityType), label.zh)
  for (const [purpose, label] of Object.entries(purposes)) t.equal(rows.get(purpose), label.zh)
  const program = filesBelow('src', /\.ts$/).map(textOf).join('\n')
  for (const word of rows.keys()) t.match(program, spelling(word), `${word} is a word of the code`)
})

/** Of the words of the domain, those that the code uses today. */
const words = [
  'registration',
  'filing',
  'secured party',
  'debtor',
  'filer',
  'filer reference',
  'registration number',
  'filing number',
  'modification code',
  'term',
  'expiry date',
  'registration certificate',
  'search certificate',
  'verification code',
  'search logic',
  'regular user',
  'ordinary user',
]

t.test('every guarantee is shown by a test that exists', async (t) => {
  const rows = tableRows('docs/GUARANTEES.md')
  t.ok(rows.length > 20)
  for (const [promise = '', tests = ''] of rows) holdsTests(t, 'docs/GUARANTEES.md', promise, tests)
})

t.test('every control of a threat is shown by a test that exists', async (t) => {
  const rows = tableRows('docs/reference/threats.md')
  t.ok(rows.length > 8)
  for (const [number = '', threat = '', , tests = ''] of rows) {
    holdsTests(t, 'docs/reference/threats.md', `${number} ${threat}`, tests)
  }
})

t.test('decisions are numbered without a gap and say what a decision says', async (t) => {
  const decisions = filesBelow('docs/decisions', /\.md$/)
  t.same(
    decisions.map((path) => path.slice('docs/decisions/'.length).slice(0, 4)),
    decisions.map((_, at) => String(at + 1).padStart(4, '0')),
  )
  for (const path of decisions) {
    t.match(textOf(path), /^# .+\n[\s\S]*\n## Context\n[\s\S]*\n## Decision\n[\s\S]*\n## Consequences\n/, path)
  }
})

type Test = { ok(condition: unknown, words: string): void }

/** A cell of tests: links to test files, each perhaps with the name of one test in “quotation marks” after it. */
function holdsTests(t: Test, document: string, promise: string, cell: string): void {
  const named = [...cell.matchAll(/\]\(([^)#]+)\)(?:\s*“([^”]+)”)?/g)]
  t.ok(named.length > 0, `${promise}: names a test`)
  for (const [, link, title] of named) {
    const path = posix.join(dirname(document), link!)
    t.ok(/^test\/.*\.test\.ts$/.test(path) && existsSync(join(projectRoot, path)), `${promise}: ${path}`)
    if (title) t.ok(textOf(path).includes(title), `${promise}: ${path} has “${title}”`)
  }
}

/** The cells of all tables of a document, without their headings. */
function tableRows(path: string): string[][] {
  const lines = textOf(path).split('\n')
  return lines
    .filter(
      (line, at) => line.startsWith('|') && !/^\|[-| :]+\|$/.test(line) && !/^\|[-| :]+\|$/.test(lines[at + 1] ?? ''),
    )
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    )
}

const firstColumn = (path: string) =>
  tableRows(path)
    .map(([first = '']) => unquoted(first))
    .sort()
const unquoted = (cell: string) => cell.replaceAll('`', '')

/** A word of the glossary as the code may spell it: secured party, securedParty, secured_party, SecuredParties. */
function spelling(word: string): RegExp {
  const parts = word.split(/[ _]/).map((part) => part.replace(/y$/, '(?:y|ies)'))
  return new RegExp(parts.join('[ _]?'), 'i')
}

function linksIn(path: string): { written: string; file: string; heading: string }[] {
  const prose = textOf(path)
    .replace(/```[\s\S]*?```/g, '')
    .replace(/`[^`\n]*`/g, '')
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, written]) => written!)
    .filter((written) => !/^[a-z]+:/.test(written))
    .map((written) => {
      const [file = '', heading = ''] = written.split('#')
      return { written, file: file === '' ? path : posix.join(dirname(path), file), heading }
    })
}

/** The headings of a document as links name them. */
function headingsOf(path: string): string[] {
  return [...textOf(path).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )
}

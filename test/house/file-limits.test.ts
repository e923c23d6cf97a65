import t from 'tap'
import ts from 'typescript'
import { filesBelow, parsed, reachableFrom, textOf } from '../helpers/source-files.ts'

/* Files stay small enough to be read from the top, and nothing lies about that nothing uses (docs/STYLE.md). */
const LINE_MAX_CHARACTERS = 120
const SOURCE_MAX_LINES = 300
const TEST_MAX_LINES = 500
const SLICE_MAX_FILES = 25

/** Slices over the limit, and why they are still one. */
const largeSlices: Record<string, string> = {
  platform: 'no slice: what all of them stand on; the embedded PostgreSQL alone is sixteen files of it',
  certificates: 'one document in many small parts: its facts, its wording, its fonts, its tables',
  sandbox: 'word lists and generators, a file each; nothing imports the slice but serve and the benches',
  registrations: 'the heart; its seven forms are data, one file each',
}

/** What no import reaches: the program's own beginning, and what is read by name when it runs or by the compiler. */
const entries = ['src/main.ts']
const readByName = [/^src\/platform\/assets\//, /^src\/sandbox\/data\//, /^src\/certificates\/fonts\//, /\.d\.ts$/]

const program = filesBelow('src', /\.ts$/)
const tests = filesBelow('test', /\.ts$/)
const others = ['README.md', ...filesBelow('docs'), ...filesBelow('sql'), ...filesBelow('src', /\.(js|scss|md)$/)]
const generated = /^sql\/(schema\.sql|migrations\/checksums\.txt)$/

t.test(`lines have at most ${LINE_MAX_CHARACTERS} characters`, async (t) => {
  const long = [...program, ...tests, ...others.filter((path) => !generated.test(path))].flatMap(longLines)
  t.same(long, [])
})

t.test('files have an end', async (t) => {
  const tooLong = [
    ...program,
    ...tests,
    ...others.filter((path) => /\.(js|scss|sql)$/.test(path) && !generated.test(path)),
  ]
    .map((path) => ({ path, lines: textOf(path).trimEnd().split('\n').length }))
    .filter(({ path, lines }) => lines > (path.startsWith('test/') ? TEST_MAX_LINES : SOURCE_MAX_LINES))
  t.same(tooLong, [])
})

t.test('names say what is in a file', async (t) => {
  const vague = /(^|[/.-])(utils?|common|helpers?|managers?|services?|misc|shared|models|types)([/.-]|$)/
  t.same(
    filesBelow('src').filter((path) => vague.test(path)),
    [],
  )
})

t.test('nothing is left to do later', async (t) => {
  const mark = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`)
  const texts = [...program, ...tests, ...others].filter((path) => !/\.gz$|\.br$/.test(path))
  t.same(
    texts.filter((path) => mark.test(textOf(path))),
    [],
  )
})

t.test('every file of src is used', async (t) => {
  const reached = reachableFrom(entries, { types: true })
  const idle = filesBelow('src').filter((path) => !reached.has(path) && !readByName.some((each) => each.test(path)))
  t.same(idle, [])
})

t.test(`a slice has at most ${SLICE_MAX_FILES} files, or a reason`, async (t) => {
  const sizes = Map.groupBy(
    program.filter((path) => path.split('/').length > 2),
    (path) => path.split('/')[1]!,
  )
  const large = [...sizes].filter(([, files]) => files.length > SLICE_MAX_FILES).map(([slice]) => slice)
  t.same(
    large.filter((slice) => !(slice in largeSlices)),
    [],
  )
  t.same(
    Object.keys(largeSlices).filter((slice) => !sizes.has(slice)),
    [],
    'each reason is for a slice that is there',
  )
})

/**
 * Lines over the limit. Not counted is what cannot be broken without harm: a text or pattern in one literal, a row of a
 * Markdown table, an address.
 */
function longLines(path: string): string[] {
  const literals = path.endsWith('.ts') ? literalCharacters(path) : new Map<number, number>()
  return textOf(path)
    .split('\n')
    .flatMap((line, at) => {
      const characters = [...line].length
      if (characters <= LINE_MAX_CHARACTERS || mayBeLong(path, line)) return []
      const rest = characters - (literals.get(at) ?? 0)
      return (literals.get(at) ?? 0) > 0 && rest <= LINE_MAX_CHARACTERS ? [] : [`${path}:${at + 1} has ${characters}`]
    })
}

function mayBeLong(path: string, line: string): boolean {
  if (path.endsWith('.md')) return /^\s*\|/.test(line) || /https?:\S{60}/.test(line)
  if (path.endsWith('.sql')) return /^comment on .* is '/.test(line)
  return false
}

/** How many characters of each line belong to string, template and regular expression literals. */
function literalCharacters(path: string): Map<number, number> {
  const file = parsed(path)
  const covered = new Map<number, Set<number>>()
  const visit = (node: ts.Node): void => {
    const literal = ts.isStringLiteral(node) || ts.isTemplateLiteralToken(node) || ts.isRegularExpressionLiteral(node)
    if (literal && !isImportPath(node)) cover(file, node, covered)
    else if (ts.isTemplateExpression(node)) cover(file, node, covered)
    else ts.forEachChild(node, visit)
  }
  visit(file)
  return new Map([...covered].map(([line, columns]) => [line, columns.size]))
}

function isImportPath(node: ts.Node): boolean {
  return ts.isImportDeclaration(node.parent) || ts.isExportDeclaration(node.parent)
}

function cover(file: ts.SourceFile, node: ts.Node, covered: Map<number, Set<number>>): void {
  const lines = file.text.slice(node.getStart(file), node.end).split('\n')
  const start = file.getLineAndCharacterOfPosition(node.getStart(file))
  lines.forEach((part, index) => {
    const columns = covered.get(start.line + index) ?? new Set<number>()
    const from = index === 0 ? start.character : 0
    for (let at = 0; at < [...part].length; at += 1) columns.add(from + at)
    covered.set(start.line + index, columns)
  })
}

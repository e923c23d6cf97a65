import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { compileBody } from '../platform/validation.ts'
import type { SearchLogic } from '../search/search-logics.ts'
import { keysOf, queryOf, SearchBody } from '../search/search-query.ts'
import type { RecordedQuery } from '../search/search-wording.ts'
import type { AskedLine } from './bulk-list.ts'
import { type JudgedLine, REFERENCE_MAX_CHARACTERS } from './bulk-search.ts'

/** Judged before others have their turn: some milliseconds. */
const JUDGED_AT_A_STRETCH = 200
/** Told of one line. */
const REFUSALS_MAX = 5

const checkBody = compileBody(SearchBody)

/**
 * Judges every line as a search of its own: what is wrong with one does not touch the others. Lines that ask the same
 * are searched once. @param today the day in Beijing
 */
export async function judgeLines(
  asked: readonly AskedLine[],
  purpose: string,
  today: string,
  logic: SearchLogic,
): Promise<JudgedLine[]> {
  const lines: JudgedLine[] = []
  const placeOf = new Map<string, number>()
  for (const [at, each] of asked.entries()) {
    if (at % JUDGED_AT_A_STRETCH === 0) await nextTurn()
    const judged: JudgedLine = 'refused' in each ? each : judgeLine(each, purpose, today, logic)
    const said = judged.query === undefined || judged.refused ? undefined : JSON.stringify(judged.query)
    const sameAs = said === undefined ? undefined : placeOf.get(said)
    if (said !== undefined && sameAs === undefined) placeOf.set(said, at + 1)
    if (sameAs === undefined) lines.push(judged)
    else lines.push({ line: judged.line, sameAs, ...(judged.reference && { reference: judged.reference }) })
  }
  return lines
}

function judgeLine(
  { line, asked }: { line: number; asked: Record<string, unknown> },
  purpose: string,
  today: string,
  logic: SearchLogic,
): JudgedLine {
  const { reference: said, ...rest } = asked
  if (isDamaged(asked)) return { line, refused: [textDamaged] }
  const wrong = referenceRefusals(said)
  const reference = typeof said === 'string' && wrong.length === 0 ? said.trim() : ''
  const judged: JudgedLine = { line, ...(reference !== '' && { reference }) }
  const body = { ...rest, purpose } as SearchBody
  const refused = [...wrong, ...ofTheWhole(rest), ...checkBody(body)]
  if (refused.length > 0) return { ...judged, refused: refused.slice(0, REFUSALS_MAX) }
  const keys = keysOf(body, today, logic)
  const query = inOrder(queryOf(body))
  return 'refused' in keys ? { ...judged, query, refused: keys.refused } : { ...judged, query }
}

function referenceRefusals(said: unknown): Refusal[] {
  if (said === undefined || (typeof said === 'string' && [...said].length <= REFERENCE_MAX_CHARACTERS)) return []
  return [referenceWrong]
}

/** Purpose and moment are those of the whole list. */
function ofTheWhole(line: Record<string, unknown>): Refusal[] {
  return ['purpose', 'asOf', 'limit']
    .filter((name) => Object.hasOwn(line, name))
    .map((name) => ({ ...notOfALine, pointer: `/${name}` }))
}

/** The same question has one text, in whatever order its fields came. */
function inOrder({ by, ...rest }: ReturnType<typeof queryOf>): RecordedQuery {
  const sorted = (fields: object): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(fields)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, value]) => [name, typeof value === 'object' && value !== null ? sorted(value) : value]),
    )
  return { by, ...sorted(rest) }
}

/** Halves of characters and NUL are kept by no database. */
function isDamaged(value: unknown): boolean {
  if (typeof value === 'string') return !value.isWellFormed() || value.includes('\u0000')
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([name, each]) => isDamaged(name) || isDamaged(each))
}

const textDamaged: Refusal = {
  code: 'bulk_line_damaged',
  message: text(
    '含有损坏的字符（半个代理对或者空字符），请重新手工输入',
    'It holds a damaged character (half of a surrogate pair, or NUL); type it by hand',
  ),
}
const referenceWrong: Refusal = {
  code: 'bulk_reference_wrong',
  pointer: '/reference',
  message: text(
    `您的编号应为文字，最多 ${REFERENCE_MAX_CHARACTERS} 个字符`,
    `Your reference is a text of at most ${REFERENCE_MAX_CHARACTERS} characters`,
  ),
}
const notOfALine: Refusal = {
  code: 'field_unknown',
  message: text('不能写在单独一行：查询目的与时点以整份清单为准', 'This is said of the whole list, not of a line'),
}

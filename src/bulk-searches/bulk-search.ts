import type { Refusal } from '../platform/refusal.ts'
import { type Text, text } from '../platform/text.ts'
import type { RecordedQuery } from '../search/search-wording.ts'

/*
 * A bulk search: a list of debtors that is searched as one job. Each line is a certified search of its own, with its
 * number and certificate; all lines are as of the same moment of the register.
 */

/** Lines of one list. */
export const LINES_MAX = 10_000
export const REFERENCE_MAX_CHARACTERS = 100
/** Lists of one account that are being searched at once. */
export const RUNNING_MAX_PER_ACCOUNT = 3
/** A list whose moment is older is not searched on: it would tell of the past, and not of the present. */
export const MOMENT_MAX_HOURS = 24

/** Where a list is: before its first search, between that and its end, or at one of its ends. */
export const states = {
  waiting: text('等待查询', 'Waiting'),
  running: text('正在查询', 'Being searched'),
  ended: text('查询完毕', 'Done'),
  cancelled: text('已停止', 'Stopped'),
  timed_out: text('逾时未完', 'Out of time'),
} as const satisfies Record<string, Text>

export type BulkState = keyof typeof states

/** What came of a line. A line of a list that has not ended, or that was stopped before its end, may have no search. */
export const lineStates = {
  found: text('查得登记', 'Found'),
  nothing_found: text('没有查得', 'Nothing found'),
  refused: text('不能查询', 'Refused'),
  not_searched: text('尚未查询', 'Not searched'),
} as const satisfies Record<string, Text>

export type LineState = keyof typeof lineStates

export function isLineState(value: unknown): value is LineState {
  return typeof value === 'string' && Object.hasOwn(lineStates, value)
}

/** A line as it was judged: it can be searched, or is refused, or asks what a line before it asks. */
export type JudgedLine = {
  /** In the file, or in the JSON list, from 1. */
  line: number
  reference?: string
  query?: RecordedQuery
  refused?: Refusal[]
  /** The place, from 1, of the first line that asks the same. */
  sameAs?: number
}

export type BulkSearch = {
  id: number
  bulkSearchNumber: string
  actor: number
  purpose: string
  searchLogic: string
  createdAt: string
  total: number
  found: number
  nothingFound: number
  refused: number
  /** Null before the first search. */
  asOf: { sequence: number; time: string } | null
  state: BulkState
  endedAt: string | null
  /** Its moment is fresh enough to go on after it was stopped. */
  mayResume: boolean
  callback: BulkCallback | null
}

export type BulkCallback = {
  url: string
  state: 'not_due' | 'waiting' | 'delivered' | 'given_up'
  tries: number
  nextAt: string | null
  lastFailure: string | null
}

/** Lines with an outcome. */
export function doneOf({ found, nothingFound, refused }: Pick<BulkSearch, 'found' | 'nothingFound' | 'refused'>) {
  return found + nothingFound + refused
}

export function isOver(state: BulkState): boolean {
  return state === 'ended' || state === 'cancelled' || state === 'timed_out'
}

/** One line with what came of it. Facts of its search are those of the record. */
export type BulkLine = {
  place: number
  line: number
  reference: string | null
  state: LineState
  query: RecordedQuery | null
  refused: Refusal[] | null
  /** The line that asks the same, as the caller counts. */
  sameAsLine: number | null
  searchNumber: string | null
  matchCount: number | null
}

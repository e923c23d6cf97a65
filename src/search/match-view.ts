import { text } from '../platform/text.ts'

/**
 * What narrows and orders a reader's view of the matches of a search. The certified answer is always all of them. Days
 * are Beijing's, YYYY-MM-DD. Pure.
 */
export type MatchView = { securityType?: string; filedFrom?: string; filedTo?: string; sort?: MatchOrder }

export type MatchOrder = keyof typeof matchOrders

/** By rank unless asked otherwise. */
export const matchOrders = {
  rank: text('次序（登记时间先后）', 'Rank: earliest filing first'),
  newest: text('最近登记的在前', 'Latest filing first'),
  expiry: text('最早到期的在前', 'Earliest expiry first'),
} as const

/** Does the view leave anything out? */
export function isNarrowed({ securityType, filedFrom, filedTo }: MatchView): boolean {
  return securityType !== undefined || filedFrom !== undefined || filedTo !== undefined
}

/** All matches by rank: the record itself. */
export function isWholeByRank(view: MatchView): boolean {
  return !isNarrowed(view) && (view.sort ?? 'rank') === 'rank'
}

/*
 * How much of a number of searches is shown to the debtor whom they asked for. It may learn that it is being asked for
 * and to what end, never by whom: a number is not told where it could be traced to a searcher. Pure.
 */

/** Fewer searches, or searches of fewer accounts, are told as “few”. */
export const FEW_BELOW_SEARCHES = 5
export const FEW_BELOW_ACCOUNTS = 3

export type Counted = { searches: number; accounts: number }
export type ShownCount = { is: 'exactly' | 'at_least'; searches: number } | { is: 'few' }

/**
 * A number of a month that is over is told as it is; in the present month in steps of five, so that who looks every day
 * does not see single searches come.
 */
export function shownCount({ searches, accounts }: Counted, { monthIsOver }: { monthIsOver: boolean }): ShownCount {
  if (searches === 0) return { is: 'exactly', searches: 0 }
  if (searches < FEW_BELOW_SEARCHES || accounts < FEW_BELOW_ACCOUNTS) return { is: 'few' }
  if (monthIsOver) return { is: 'exactly', searches }
  return { is: 'at_least', searches: searches - (searches % FEW_BELOW_SEARCHES) }
}

/** What is known of a sum from its shown parts, and nothing beyond them: “few” is at least one. */
export function shownSum(parts: readonly ShownCount[]): ShownCount {
  const sum = parts.reduce((total, part) => total + (part.is === 'few' ? 1 : part.searches), 0)
  if (parts.every(({ is }) => is === 'exactly')) return { is: 'exactly', searches: sum }
  const some = parts.filter((part) => part.is !== 'exactly' || part.searches > 0)
  return some.length === 1 && some[0]!.is === 'few' ? { is: 'few' } : { is: 'at_least', searches: sum }
}

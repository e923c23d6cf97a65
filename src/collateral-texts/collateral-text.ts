import { setImmediate } from 'node:timers/promises'
import type { Collateral } from '../registrations/registration-form.ts'
import { foldText } from './folded-text.ts'
import { addTerms } from './text-terms.ts'

/** What a registration says in words of its collateral, its parties not among it. */
export type CollateralText = {
  /** The general descriptions, part by part. */
  descriptions: string[]
  /** What each item is called, its model, goods, maker and place in a line; each line once. */
  items: string[]
}

/** Of an item, its words. Numbers by which it is identified are keys of the search of the register. */
const wordsOfItem = ['name', 'model', 'goods', 'maker', 'location'] as const

/** The words of collateral. Pure. Receivables have no words but their description: their items name parties. */
export function collateralTextOf(parts: readonly Collateral[]): CollateralText {
  const descriptions = parts.flatMap(({ description }) => (description ? [storable(description)] : []))
  const items = parts.flatMap((part) => part.items ?? []).map(lineOf)
  return { descriptions, items: [...new Set(items.filter((line) => line !== ''))] }
}

/** What no database holds as text must not stop the index. */
function storable(text: string): string {
  return text.toWellFormed().replaceAll('\0', '\uFFFD')
}

function lineOf(item: Record<string, unknown>): string {
  const words = wordsOfItem.map((name) => item[name])
  return storable(words.filter((each) => typeof each === 'string' && each.trim() !== '').join(' · '))
}

/**
 * As it is compared: for each description and then each item a line, in their order, so that no phrase is found across
 * two. The largest texts take seconds: other work goes on between their lines.
 */
export async function foldedTextOf({
  descriptions,
  items,
}: CollateralText): Promise<{ folded: string; terms: number[] }> {
  const lines: string[] = []
  const terms = new Set<number>()
  let since = performance.now()
  for (const text of [...descriptions, ...items]) {
    const { folded } = foldText(text)
    addTerms(folded, terms)
    lines.push(folded)
    if (performance.now() - since < TURN_MAX_MS) continue
    await setImmediate()
    since = performance.now()
  }
  return { folded: lines.join('\n'), terms: [...terms] }
}

const TURN_MAX_MS = 20

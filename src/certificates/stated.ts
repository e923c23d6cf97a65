import type { Party } from '../parties/party.ts'
import { type Text, text } from '../platform/text.ts'
import { thousands, writtenMomentParts } from '../platform/written-form.ts'
import type { RegistrationStatus } from '../registrations/registration-status.ts'
import type { InOrder } from './act-facts.ts'
import type { PartySummary } from './certificate-facts.ts'

/**
 * What a certificate states of an act, said once for its PDF (stated-rows.ts) and for the page that checks it
 * (pages/stated-view.ts). Pure.
 */
export type Stated = { label: Text; parts: readonly Part[] } | { whole: Party; prefix: Text | undefined }

/** Each part begins on a line of its own. */
export type Part =
  /** A few words, the English beside the Chinese. */
  | { is: 'words'; words: Text }
  /** A sentence or more, each language as a paragraph. */
  | { is: 'note'; words: Text }
  /** What leads to the next part, or a remark on the last. */
  | { is: 'remark'; words: Text }
  /** As it was filed. */
  | { is: 'filed'; words: string; then?: Text }
  | { is: 'number'; number: string }
  | { is: 'status'; status: RegistrationStatus }
  | { is: 'party'; party: PartySummary }
  | { is: 'place'; place: InOrder }

/** Facts under a heading. */
export type StatedSection = { heading: Text; facts: readonly Stated[] }

export function stated(zh: string, en: string, ...parts: Part[]): Stated {
  return { label: text(zh, en), parts }
}

export const words = (said: Text): Part => ({ is: 'words', words: said })
export const note = (said: Text): Part => ({ is: 'note', words: said })
export const remark = (said: Text): Part => ({ is: 'remark', words: said })
export const filed = (said: string, then?: Text): Part => ({ is: 'filed', words: said, ...(then && { then }) })
export const numbered = (number: string): Part => ({ is: 'number', number })
export const named = (party: PartySummary): Part => ({ is: 'party', party })
export const inOrder = ({ sequence, filedAt }: InOrder): Part => ({ is: 'place', place: { sequence, filedAt } })

/** All that was filed of a party. @param prefix put before each label: which party of the act it is */
export function whole(party: Party, prefix?: Text): Stated {
  return { whole: party, prefix }
}

/** A place in the order within a sentence: 2026年11月3日 14:03:05.998876（北京时间，登记序号 12,352）. */
export function placeWords({ sequence, filedAt }: InOrder): Text {
  const { day, clock } = writtenMomentParts(filedAt)
  const number = thousands(sequence)
  return text(`${day.zh} ${clock}（北京时间，登记序号 ${number}）`, `${day.en} ${clock} (UTC+8, sequence ${number})`)
}

/** （1/2） when there are several. */
export function among(label: Text, at: number, count: number): Text {
  return count > 1 ? text(`${label.zh}（${at + 1}/${count}）`, `${label.en} (${at + 1} of ${count})`) : label
}

export function prefixed(label: Text, prefix: Text | undefined): Text {
  return prefix ? text(`${prefix.zh}${label.zh}`, `${prefix.en}: ${label.en}`) : label
}

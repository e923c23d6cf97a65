import type { IdempotentRequest } from '../platform/idempotency.ts'
import { onceAtATime } from '../platform/idempotency.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Act } from './act.ts'
import type { FilingSequencer } from './filing-sequencer.ts'

/** The answer's bytes as they were first sent, and whether this is a repetition. */
export type FiledAnswer = { answer: Buffer; replayed: boolean }

/**
 * Files a prepared act once: the same request again gets the same answer, also from another process and after a crash.
 * @throws Unavailable when nothing could be filed; ProblemError when the key was used otherwise
 */
export async function fileAct(
  sequencer: FilingSequencer,
  act: Act,
  idempotency: IdempotentRequest | undefined,
): Promise<FiledAnswer | { refused: Refusal[] }> {
  const resolution = await onceAtATime(idempotency, () => sequencer.submit(act))
  if ('refused' in resolution) return resolution
  if ('filed' in resolution) return { answer: resolution.filed.answer, replayed: false }
  if (!idempotency) throw new Error('an act without a key was taken for a repetition')
  return { answer: idempotency.open(resolution.answeredBefore), replayed: true }
}

/** A double click: the second request waits for the first and gets its answer. */
export async function afterTheOther<T>(work: () => Promise<T>): Promise<T> {
  const until = performance.now() + OTHER_WAIT_MS
  for (;;) {
    try {
      return await work()
    } catch (error) {
      const other = error instanceof ProblemError && error.code === 'request_in_progress'
      if (!other || performance.now() > until) throw error
      await new Promise((resolve) => setTimeout(resolve, OTHER_POLL_MS))
    }
  }
}

const OTHER_WAIT_MS = 12_000
const OTHER_POLL_MS = 100

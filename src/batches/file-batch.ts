import type { Deps } from '../deps.ts'
import { isConnectionLost } from '../platform/database.ts'
import { IdempotentRequest } from '../platform/idempotency.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { Unavailable, type UnavailableCode } from '../platform/unavailable.ts'
import type { Act, Filer } from '../registrations/act.ts'
import { type Discharge, prepareDischarge } from '../registrations/discharge.ts'
import { afterTheOther } from '../registrations/file-act.ts'
import { fileActByCode } from '../registrations/file-act-by-code.ts'
import { prepareRenewal, type Renewal } from '../registrations/renew.ts'
import { type Batch, type BatchLine, noteRefused } from './batch-store.ts'
import { foreseeLine } from './foresee-line.ts'

/** Filings of one batch that are under way at once: a part of what a group takes, so that others need not wait. */
const AT_ONCE = 20

export type Confirmed = {
  /** Modification codes by registration number. */
  codes: ReadonlyMap<string, string>
  /** The head of the order when the lines were shown: a registration that changed after it is not touched. */
  seen: number
  today: string
  filer: Filer
  bearer: string
}

/**
 * Files the act of each line that has a code and is not filed yet. Each is a request of its own with a key of its own,
 * and has the filing id of its line: sent twice, cut off or sent again later, it is filed once.
 * @returns what keeps the rest from being tried, when something does
 */
export async function fileBatch(
  deps: Pick<Deps, 'pool' | 'sequencer'>,
  batch: Batch,
  lines: readonly BatchLine[],
  confirmed: Confirmed,
): Promise<{ unavailable?: UnavailableCode }> {
  const waiting = lines.filter((line) => !line.filing && confirmed.codes.has(line.registrationNumber)).values()
  const refused: { place: number; refusal: Refusal }[] = []
  let unavailable: UnavailableCode | undefined
  const work = async () => {
    for (const line of waiting) {
      if (unavailable) return
      try {
        const refusal = await fileLine(deps, batch, line, confirmed)
        if (refusal) refused.push({ place: line.place, refusal })
      } catch (error) {
        unavailable ??= codeOf(error)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  if (refused.length > 0) await noteRefused(deps.pool, batch.batch, refused)
  return unavailable ? { unavailable } : {}
}

async function fileLine(
  deps: Pick<Deps, 'pool' | 'sequencer'>,
  batch: Batch,
  line: BatchLine,
  { codes, seen, today, filer, bearer }: Confirmed,
): Promise<Refusal | undefined> {
  const foreseen = foreseeLine(line, batch, { account: filer.account, today })
  if ('refused' in foreseen) return foreseen.refused
  if (line.lastSequence > seen) return cameBetween
  const number = line.registrationNumber
  const content = { ...batch.content, declaration: true }
  const request = new IdempotentRequest(filer.actor, bearer, `batch ${batch.batch} ${number}`, {
    method: 'POST',
    path: `/registrations/batches/${batch.batch}`,
    body: { number, kind: batch.kind, content: batch.content },
  })
  const options = { modificationCode: codes.get(number)!, expectedSequence: line.lastSequence, sealing: request }
  const prepare = (): Act | { refused: Refusal[] } => {
    const act =
      batch.kind === 'renewal'
        ? prepareRenewal(filer, number, content as unknown as Renewal, options)
        : prepareDischarge(filer, number, content as unknown as Discharge, options)
    return 'refused' in act ? act : { ...act, filingId: line.filingId }
  }
  try {
    const filed = await afterTheOther(() => fileActByCode(deps, filer, number, request, prepare))
    return 'refused' in filed ? filed.refused[0] : undefined
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (error.code === 'too_many_requests') return tooManyTries
    // Filed before, under another session of the same person: the line finds it by its filing id.
    if (error.code === 'idempotency_key_of_other_credential') return undefined
    throw error
  }
}

/** @throws what is no unavailability: a fault of our own */
function codeOf(error: unknown): UnavailableCode {
  if (error instanceof Unavailable) return error.code
  if (isConnectionLost(error)) return 'database_unavailable'
  if (error instanceof ProblemError && error.code === 'request_in_progress') return 'outcome_unknown'
  throw error
}

const cameBetween: Refusal = {
  code: 'expected_sequence_passed',
  message: text('预览之后又有变动，请核对现状再办', 'It changed after the preview: look at how it stands, then go on'),
}
const tooManyTries: Refusal = {
  code: 'too_many_requests',
  message: text('修改码错误次数过多，请一小时后再试', 'Too many wrong codes: try again in an hour'),
}

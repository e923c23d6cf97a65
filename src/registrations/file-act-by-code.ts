import type { Deps } from '../deps.ts'
import type { IdempotentRequest } from '../platform/idempotency.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from './act.ts'
import { type FiledAnswer, fileAct } from './file-act.ts'
import { noteWrongCode, refuseCodeGuessing } from './modification-code-failures.ts'

/**
 * Files an act that needs the modification code, from wherever it comes: after too many wrong codes nothing is tried
 * any more, and each wrong code is counted and audited.
 * @throws ProblemError too_many_requests; and what fileAct throws
 */
export async function fileActByCode(
  deps: Pick<Deps, 'pool' | 'sequencer'>,
  filer: Filer,
  registrationNumber: string,
  idempotency: IdempotentRequest | undefined,
  prepare: () => Act | { refused: Refusal[] } | Promise<Act | { refused: Refusal[] }>,
): Promise<FiledAnswer | { refused: Refusal[] }> {
  await refuseCodeGuessing(deps.pool, registrationNumber)
  const act = await prepare()
  if ('refused' in act) return act
  const filed = await fileAct(deps.sequencer, act, idempotency)
  const wrong = 'refused' in filed && filed.refused.some(({ code }) => code === 'modification_code_wrong')
  if (wrong) await noteWrongCode(deps.pool, registrationNumber, filer)
  return filed
}

import type { Refusal } from '../../platform/refusal.ts'
import { searchLogics } from '../../search/search-logics.ts'
import type { Act, OrderState } from '../act.ts'
import { hashModificationCode } from '../register.ts'
import type { RegistrationState } from '../registration-state.ts'

/**
 * What an act would do were it filed now, judged as it will be when it is filed. The code is the one thing not judged:
 * the act has to be prepared with `FORESEEN_CODE`. Nothing is filed and nobody's place in the order is taken.
 */
export function foreseeAct(
  act: Act,
  state: RegistrationState,
  now: { time: string; today: string },
): { refused: Refusal[] } | { after: RegistrationState } {
  const standing = { state, codeHash: hashModificationCode(FORESEEN_CODE) }
  const order: OrderState = {
    filerReferences: new Map(),
    importedLines: new Map(),
    logics: searchLogics,
    registrations: new Map([[state.registrationNumber, standing]]),
    attachments: new Set(act.needs.attachments?.map((sha256) => `${act.filer.account}:${sha256}`)),
  }
  const judged = act.judge(order, {
    sequence: state.lastSequence + 1,
    filedAt: now.time,
    filedOn: now.today,
    filingNumber: '0'.repeat(20),
  })
  if ('refused' in judged) return judged
  return { after: order.registrations.get(state.registrationNumber)!.state }
}

export const FORESEEN_CODE = '0'.repeat(32)

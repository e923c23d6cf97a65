import type { Deps } from '../deps.ts'
import { beijingDate } from '../platform/clock.ts'
import type { IdempotentRequest } from '../platform/idempotency.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Act, Filer } from './act.ts'
import { excludedAssetOf, formOf, forms } from './forms/forms.ts'
import { prepareRegistration } from './register.ts'
import type { RegistrationContent } from './registration-form.ts'

/** Prepares an initial registration whose content fits its schema, from its route or from a line. */
export function prepareToday(
  deps: Pick<Deps, 'clock'>,
  filer: Filer,
  content: RegistrationContent,
  idempotency: IdempotentRequest | undefined,
): Act | { refused: Refusal[] } {
  return prepareRegistration(filer, content, {
    today: beijingDate(deps.clock.nowMicroseconds()),
    ...(idempotency && { sealing: idempotency }),
  })
}

/**
 * Assets that another register keeps are refused by name, with the register to go to; unknown types by their code.
 * @throws ProblemError asset_not_registrable_here, security_type_unknown
 */
export function refuseExcluded(body: unknown, refuse: { unknown: boolean } = { unknown: true }): void {
  const { securityType } = (body ?? {}) as { securityType?: unknown }
  if (typeof securityType !== 'string') return
  const excluded = excludedAssetOf(securityType)
  if (excluded) {
    throw new ProblemError('asset_not_registrable_here', {
      detail: text(
        `${excluded.label.zh}不在本系统登记，请到：${excluded.register.zh}`,
        `${excluded.label.en} is not registered here. Go to: ${excluded.register.en}`,
      ),
      pointer: '/securityType',
    })
  }
  if (refuse.unknown && !formOf(securityType)) {
    const known = forms.map((form) => form.securityType).join(', ')
    throw new ProblemError('security_type_unknown', {
      detail: text(`可选：${known}`, `Known: ${known}`),
      pointer: '/securityType',
    })
  }
}

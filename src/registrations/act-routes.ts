import type { FastifyInstance } from 'fastify'
import Type, { type TProperties } from 'typebox'
import { attachmentsSchema } from '../attachments/attachment.ts'
import type { Deps } from '../deps.ts'
import { type ActCall, addActCall } from './act-call-routes.ts'
import { prepareNamedAmendment } from './amend.ts'
import { CHANGES_MAX, Change } from './amendment-changes.ts'
import { dischargeReasons, prepareDischarge } from './discharge.ts'
import { TERM_MONTHS_MAX } from './registration-form.ts'
import { REGISTRATION_BODY_MAX_BYTES } from './registration-routes.ts'
import { prepareRenewal } from './renew.ts'

/** What each act says beside code, declaration and expectation. */
export const amendmentBody = { changes: Type.Array(Change, { minItems: 1, maxItems: CHANGES_MAX }) }
export const renewalBody = { additionalMonths: Type.Integer({ minimum: 1, maximum: TERM_MONTHS_MAX }) }
export const dischargeBody = {
  reason: Type.Unsafe<(typeof dischargeReasons)[number]>({ type: 'string', enum: [...dischargeReasons] }),
  reasonText: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
}

/** The filer's acts: amend, renew, discharge. Each needs the modification code and the declaration. */
export const filerActs: readonly ActCall[] = [
  {
    ...filerAct('amendment', amendmentBody),
    path: '/amendments',
    summary: 'Amend a registration',
    prepare: (deps, ...act) => prepareNamedAmendment(deps.pool, ...act),
  },
  {
    ...filerAct('renewal', renewalBody),
    path: '/renewals',
    summary: 'Renew a registration',
    prepare: (_deps, ...act) => prepareRenewal(...act),
  },
  {
    ...filerAct('discharge', dischargeBody),
    path: '/discharges',
    summary: 'Discharge a registration',
    prepare: (_deps, ...act) => prepareDischarge(...act),
  },
]

export function actRoutes(app: FastifyInstance, deps: Deps): void {
  for (const call of filerActs) addActCall(app, deps, call)
}

function filerAct(act: ActCall['act'], properties: TProperties) {
  const common = {
    modificationCode: Type.String({ minLength: 1, maxLength: 100 }),
    declaration: Type.Literal(true),
    expectedSequence: Type.Optional(Type.Integer({ minimum: 1 })),
    attachments: Type.Optional(attachmentsSchema),
  }
  return {
    act,
    tag: 'registrations',
    permission: 'register' as const,
    byCode: true,
    body: Type.Object({ ...common, ...properties }, { additionalProperties: false }),
    bodyMaxBytes: REGISTRATION_BODY_MAX_BYTES,
  }
}

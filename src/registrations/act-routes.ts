import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type TProperties } from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import { attachmentsSchema, type NamedAttachment } from '../attachments/attachment.ts'
import type { Deps } from '../deps.ts'
import { beijingDate } from '../platform/clock.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from './act.ts'
import type { ActOptions } from './act-on-registration.ts'
import { type prepareAmendment, prepareNamedAmendment } from './amend.ts'
import { CHANGES_MAX, Change } from './amendment-changes.ts'
import { dischargeReasons, prepareDischarge } from './discharge.ts'
import { fileActByCode } from './file-act-by-code.ts'
import { TERM_MONTHS_MAX } from './registration-form.ts'
import { filerOf, REGISTRATION_BODY_MAX_BYTES, sendFiled } from './registration-routes.ts'
import { actFiledSchema } from './registration-schemas.ts'
import { prepareRenewal } from './renew.ts'

type Prepare = (
  filer: Filer,
  registrationNumber: string,
  content: never,
  options: ActOptions & { today: string },
) => Act | { refused: Refusal[] } | Promise<Act | { refused: Refusal[] }>

/** The filer's acts: amend, renew, discharge. Each needs the modification code and the declaration. */
export function actRoutes(app: FastifyInstance, deps: Deps): void {
  const amend = (...act: Parameters<typeof prepareAmendment>) => prepareNamedAmendment(deps.pool, ...act)
  add('amendments', 'Amend a registration', amendmentBody, amend as Prepare)
  add('renewals', 'Renew a registration', renewalBody, prepareRenewal as Prepare)
  add('discharges', 'Discharge a registration', dischargeBody, prepareDischarge as Prepare)

  function add(path: string, summary: string, properties: TProperties, prepare: Prepare): void {
    const schema = {
      tags: ['registrations'],
      summary,
      security: [{ apiKey: [] }],
      params: Type.Object({ registrationNumber: Type.String() }),
      headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
      body: Type.Object({ ...common, ...properties }, { additionalProperties: false }),
      response: { 201: actFiledSchema, ...problemResponses(400, 401, 403, 404, 409, 413, 415, 422, 429, 503) },
    }
    const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'register')
    const url = `/api/v1/registrations/:registrationNumber/${path}`
    app.post(url, { schema, onRequest, bodyLimit: REGISTRATION_BODY_MAX_BYTES }, async (request, reply) => {
      const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
      const { modificationCode, expectedSequence, ...content } = request.body as CommonBody
      const filer = filerOf(request)
      const idempotency = idempotencyOf(request, personWhoMay(request, 'register'))
      const filed = await fileActByCode(deps, filer, number, idempotency, () =>
        prepare(filer, number, content as never, {
          modificationCode,
          today: beijingDate(deps.clock.nowMicroseconds()),
          ...(expectedSequence !== undefined && { expectedSequence }),
          ...(idempotency && { sealing: idempotency }),
        }),
      )
      return 'refused' in filed ? sendRefusals(reply, filed.refused) : sendFiled(reply, filed)
    })
  }
}

type CommonBody = {
  modificationCode: string
  declaration: true
  expectedSequence?: number
  attachments?: NamedAttachment[]
}

const common = {
  modificationCode: Type.String({ minLength: 1, maxLength: 100 }),
  declaration: Type.Literal(true),
  expectedSequence: Type.Optional(Type.Integer({ minimum: 1 })),
  attachments: Type.Optional(attachmentsSchema),
}
/** What each act says beside code, declaration and expectation. */
export const amendmentBody = { changes: Type.Array(Change, { minItems: 1, maxItems: CHANGES_MAX }) }
export const renewalBody = { additionalMonths: Type.Integer({ minimum: 1, maximum: TERM_MONTHS_MAX }) }
export const dischargeBody = {
  reason: Type.Unsafe<(typeof dischargeReasons)[number]>({ type: 'string', enum: [...dischargeReasons] }),
  reasonText: Type.Optional(Type.String({ minLength: 1, maxLength: 1_000 })),
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type TProperties } from 'typebox'
import { accountIdentity } from '../accounts/account-identity.ts'
import { personWhoMay } from '../accounts/authenticate.ts'
import { attachmentsSchema } from '../attachments/attachment.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer } from '../registrations/act.ts'
import type { ActOptions } from '../registrations/act-on-registration.ts'
import { fileAct } from '../registrations/file-act.ts'
import { sendFiled } from '../registrations/registration-routes.ts'
import { actFiledSchema } from '../registrations/registration-schemas.ts'
import { prepareAcceptance } from './accept-case.ts'
import { prepareObjection } from './object.ts'
import { prepareWithdrawal } from './withdraw-objection.ts'

type Prepare = (
  filer: Filer,
  registrationNumber: string,
  content: never,
  options: ActOptions,
) => Act | { refused: Refusal[] }

/** Acts of the debtor or another interested person: object, withdraw the objection, upload the case acceptance. */
export function objectionRoutes(app: FastifyInstance, deps: Deps): void {
  const one = '/objections/:objection'
  add('/objections', 'Object to a registration', objectionBody, prepareObjection as Prepare)
  add(`${one}/withdrawals`, 'Withdraw an objection', withdrawalBody, prepareWithdrawal as Prepare)
  add(`${one}/case-acceptances`, 'Note that the case was accepted', acceptanceBody, prepareAcceptance as Prepare)

  function add(path: string, summary: string, properties: TProperties, prepare: Prepare): void {
    const names = { registrationNumber: Type.String(), ...(path.startsWith(one) && { objection: Type.String() }) }
    const schema = {
      tags: ['objections'],
      summary,
      security: [{ apiKey: [] }],
      params: Type.Object(names),
      headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
      body: Type.Object({ ...common, ...properties }, { additionalProperties: false }),
      response: { 201: actFiledSchema, ...problemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503) },
    }
    const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'object')
    app.post(`/api/v1/registrations/:registrationNumber${path}`, { schema, onRequest }, async (request, reply) => {
      const { registrationNumber, objection } = request.params as { registrationNumber: string; objection?: string }
      const number = numberFrom(registrationNumber)
      const { expectedSequence, ...body } = request.body as { expectedSequence?: number }
      const content = { ...body, ...(objection !== undefined && { objection: numberFrom(objection) }) }
      const idempotency = idempotencyOf(request, personWhoMay(request, 'object'))
      const act = prepare(await objectorOf(deps, request), number, content as never, {
        ...(expectedSequence !== undefined && { expectedSequence }),
        ...(idempotency && { sealing: idempotency }),
      })
      if ('refused' in act) return sendRefusals(reply, act.refused)
      const filed = await fileAct(deps.sequencer, act, idempotency)
      return 'refused' in filed ? sendRefusals(reply, filed.refused) : sendFiled(reply, filed)
    })
  }
}

/** The signed-in user as an objector: with the identity of the account, when it was verified. */
export async function objectorOf(deps: Pick<Deps, 'pool'>, request: FastifyRequest): Promise<Filer> {
  const person = personWhoMay(request, 'object')
  const identity = await accountIdentity(deps.pool, person.account)
  return {
    actor: person.userId,
    account: person.account,
    accountName: person.accountName,
    network: request.ip,
    requestId: String(request.id),
    ...(identity && { identity }),
  }
}

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const day = Type.String({ format: 'date' })
const common = {
  declaration: Type.Optional(Type.Literal(true)),
  expectedSequence: Type.Optional(Type.Integer({ minimum: 1 })),
  attachments: Type.Optional(attachmentsSchema),
}

/** What each act says beside declaration and expectation. */
export const objectionBody = { statement: words(5_000), relation: words(200), demandedOn: day, refused: Type.Boolean() }
export const withdrawalBody = { reason: Type.Optional(words(2_000)) }
export const acceptanceBody = { court: words(200), caseNumber: words(200), acceptedOn: day }

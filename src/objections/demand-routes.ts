import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { addNotices } from '../notices/add-notices.ts'
import { beijingDate } from '../platform/clock.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { inTransaction } from '../platform/transaction.ts'
import type { Filer } from '../registrations/act.ts'
import { loadStanding } from '../registrations/load-standing.ts'
import { isAmong } from '../registrations/party-members.ts'
import { judgeTextsIn } from '../registrations/registration-rules.ts'
import { type RegistrationState, statusOn } from '../registrations/registration-state.ts'
import { DEMANDS_MAX, type DischargeDemand, loadDemands, recordDemand } from './demand-discharge.ts'
import { identityNotVerified } from './object.ts'
import { objectorOf } from './objection-routes.ts'

/** The demand that a registration be discharged or amended: it goes to the secured party and to nobody else. */
export function demandRoutes(app: FastifyInstance, deps: Deps): void {
  const url = '/api/v1/registrations/:registrationNumber/discharge-demands'
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'object')
  app.post(url, { schema: postSchema, onRequest }, async (request, reply) => {
    const person = personWhoMay(request, 'object')
    const number = numberOf(request)
    const said = request.body as { statement: string; relation: string }
    const made = await keepAnswer(deps.pool, person.userId, idempotencyOf(request, person), () =>
      demandDischarge(deps, request, number, said),
    )
    if ('refused' in made) return sendRefusals(reply, made.refused)
    if (made.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(201).send(made.answer)
  })

  app.get(url, { schema: getSchema }, async (request) => {
    const person = personWhoMay(request, 'search')
    const state = (await loadStanding(deps.pool, [numberOf(request)])).get(numberOf(request))?.state
    if (!state) throw new ProblemError('not_found')
    const all = person.account === state.account || person.role === 'registrar' || person.role === 'court'
    return { demands: await loadDemands(deps.pool, state.registration, all ? undefined : person.account) }
  })
}

/** Records a demand of the signed-in user. Pages and API both come here. @throws ProblemError not_found */
export async function demandDischarge(
  deps: Deps,
  request: FastifyRequest,
  number: string,
  said: { statement: string; relation: string },
): Promise<{ answer: Omit<DischargeDemand, 'demandedBy'> & { registrationNumber: string } } | { refused: Refusal[] }> {
  const objector = await objectorOf(deps, request)
  const today = beijingDate(deps.clock.nowMicroseconds())
  const state = (await loadStanding(deps.pool, [number])).get(number)?.state
  if (!state || statusOn(state, today) !== 'in_effect') throw new ProblemError('not_found')
  const refused = judgeDemand(objector, state, said)
  if (refused.length > 0) return { refused }
  const { actor: userId, account, network, requestId } = objector
  const person = { userId, account, network, requestId }
  const made = await inTransaction(deps.pool, async (client) => {
    const demand = await recordDemand(client, state.registration, person, said, today)
    if (demand) await addNotices(client, [demandNotice(number, state.account, demand)])
    return demand
  })
  return made ? { answer: { registrationNumber: number, ...made } } : { refused: [tooManyDemands] }
}

function demandNotice(
  registrationNumber: string,
  account: number,
  { demand, dueOn }: { demand: string; dueOn: string },
) {
  const source = `demand:${demand}`
  return { account, kind: 'discharge_demanded' as const, registrationNumber, details: { dueOn }, source }
}

function judgeDemand(objector: Filer, state: RegistrationState, said: object): Refusal[] {
  if (!objector.identity) return [identityNotVerified]
  if (objector.account === state.account || isAmong(state.securedParties, objector.identity.identifier)) {
    return [demandOnOneself]
  }
  return judgeTextsIn(said, '')
}

function numberOf(request: FastifyRequest): string {
  return numberFrom((request.params as { registrationNumber: string }).registrationNumber)
}

const demandOnOneself: Refusal = {
  code: 'demand_by_secured_party',
  message: text(
    '担保权人或填表人请直接办理变更或注销',
    'The secured party or filer amends or discharges the registration itself',
  ),
}
const tooManyDemands: Refusal = {
  code: 'too_many_demands',
  message: text(
    `三十日内对同一登记至多提出 ${DEMANDS_MAX} 次要求；担保权人不处理的，可以提出异议（办法第十八条）`,
    `At most ${DEMANDS_MAX} demands on one registration in thirty days; object if they are not met (art. 18)`,
  ),
}

const demandSchema = {
  demand: Type.String(),
  statement: Type.String(),
  relation: Type.String(),
  demandedAt: Type.String(),
  dueOn: Type.String(),
}
/** What a demand says. */
export const demandBody = {
  statement: Type.String({ minLength: 1, maxLength: 5_000 }),
  relation: Type.String({ minLength: 1, maxLength: 200 }),
}
const common = {
  tags: ['objections'],
  security: [{ apiKey: [] }],
  params: Type.Object({ registrationNumber: Type.String() }),
}
const postSchema = {
  ...common,
  summary: 'Demand that the secured party discharge or amend; starts its ten working days',
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  body: Type.Object(demandBody, { additionalProperties: false }),
  response: {
    201: Type.Object({ registrationNumber: Type.String(), ...demandSchema }),
    ...problemResponses(400, 401, 403, 404, 409, 415, 422, 503),
  },
}
const getSchema = {
  ...common,
  summary: 'Demands on a registration: for its filer and the registrar all, for others their own',
  response: {
    200: Type.Object({ demands: Type.Array(Type.Object({ ...demandSchema, demandedBy: Type.String() })) }),
    ...problemResponses(401, 404, 422),
  },
}

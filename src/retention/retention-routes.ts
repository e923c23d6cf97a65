import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { problemResponses } from '../platform/openapi.ts'
import type { Refusal } from '../platform/refusal.ts'
import { listDue } from './due-registrations.ts'
import { type HoldActor, type LegalHold, liftHold, listStandingHolds, placeHold } from './legal-holds.ts'

const PAGE_MAX = 200
const PAGES_MAX = 50

/** What is due for destruction, and the legal holds that stop it. Registrars only. */
export function retentionRoutes(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'supervise')

  app.get('/api/v1/retention', { schema: listSchema, onRequest }, async (request) => {
    const { page = 1, limit = 50 } = request.query as { page?: number; limit?: number }
    const offset = (page - 1) * limit
    const [due, { holds }] = await Promise.all([
      listDue(deps.pool, { unproposed: false, limit, offset }),
      listStandingHolds(deps.pool, { limit, offset }),
    ])
    return { due: due.map(({ registration: _own, ...rest }) => rest), holds }
  })

  const holds = '/api/v1/registrations/:registrationNumber/legal-holds'
  app.post(holds, { schema: placeSchema, onRequest }, (request, reply) => {
    const { registrationNumber } = request.params as { registrationNumber: string }
    const said = request.body as { reason: string; document?: string }
    return answer(request, reply, () =>
      placeHold(deps.pool, holdActorOf(request), numberFrom(registrationNumber), said),
    )
  })

  app.post(`${holds}/:legalHold/liftings`, { schema: liftSchema, onRequest }, (request, reply) => {
    const { registrationNumber, legalHold } = request.params as { registrationNumber: string; legalHold: string }
    const said = request.body as { reason: string }
    const number = numberFrom(registrationNumber)
    return answer(request, reply, () => liftHold(deps.pool, holdActorOf(request), number, legalHold, said))
  })

  async function answer(
    request: FastifyRequest,
    reply: FastifyReply,
    work: () => Promise<{ answer: LegalHold } | { refused: Refusal[] }>,
  ) {
    const person = personWhoMay(request, 'supervise')
    const made = await keepAnswer(deps.pool, person.userId, idempotencyOf(request, person), work)
    if ('refused' in made) return sendRefusals(reply, made.refused)
    if (made.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(201).send(made.answer)
  }
}

/** The signed-in registrar as the one who places or lifts a hold. */
export function holdActorOf(request: FastifyRequest): HoldActor {
  const { userId, account } = personWhoMay(request, 'supervise')
  return { actor: userId, account, network: request.ip, requestId: String(request.id) }
}

export const HOLD_REASON_MAX_CHARACTERS = 2_000
export const HOLD_DOCUMENT_MAX_CHARACTERS = 500

const common = { tags: ['registrar'], security: [{ apiKey: [] }] }
const headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String()) })
const reason = Type.String({ minLength: 1, maxLength: HOLD_REASON_MAX_CHARACTERS })
const nullable = Type.Union([Type.String(), Type.Null()])
const holdSchema = Type.Object({
  legalHold: Type.String(),
  registrationNumber: Type.String(),
  reason: nullable,
  document: nullable,
  placedBy: Type.String(),
  placedAt: Type.String(),
  liftedAt: nullable,
})
const dueSchema = Type.Object({
  registrationNumber: Type.String(),
  endedOn: Type.String(),
  keptUntil: Type.String(),
  held: Type.Boolean(),
  decision: nullable,
  approvals: Type.Integer(),
})
const listSchema = {
  ...common,
  summary: 'Registrations whose retention is over, and the legal holds that stand',
  querystring: Type.Object(
    {
      page: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGES_MAX })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
      lang: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({ due: Type.Array(dueSchema), holds: Type.Array(holdSchema) }),
    ...problemResponses(401, 403, 422),
  },
}
const placeSchema = {
  ...common,
  summary: 'Place a legal hold: the registration is not destroyed while it stands',
  params: Type.Object({ registrationNumber: Type.String() }),
  headers,
  body: Type.Object(
    {
      reason,
      document: Type.Optional(Type.String({ minLength: 1, maxLength: HOLD_DOCUMENT_MAX_CHARACTERS })),
    },
    { additionalProperties: false },
  ),
  response: { 201: holdSchema, ...problemResponses(400, 401, 403, 404, 409, 410, 415, 422) },
}
const liftSchema = {
  ...common,
  summary: 'Lift a legal hold',
  params: Type.Object({ registrationNumber: Type.String(), legalHold: Type.String() }),
  headers,
  body: Type.Object({ reason }, { additionalProperties: false }),
  response: { 201: holdSchema, ...problemResponses(400, 401, 403, 404, 409, 410, 415, 422) },
}

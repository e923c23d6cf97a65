import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Filer } from '../registrations/act.ts'
import { REGISTRATION_BODY_MAX_BYTES } from '../registrations/registration-routes.ts'
import { actFiledSchema } from '../registrations/registration-schemas.ts'
import { approve, type Decided, filedAnswerOf, propose, reject } from './decide.ts'
import { type Decision, decisionKinds, statusOf } from './decision.ts'
import { listDecisions, loadDecision } from './decision-store.ts'
import { registrarActs } from './registrar-acts.ts'

const PAGE_MAX = 200

/** The registrars' acts by two people: proposed (202), then filed when another one approves (201). */
export function decisionRoutes(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'supervise')
  for (const act of registrarActs) {
    const schema = {
      ...common,
      summary: act.summary,
      params: Type.Object({ registrationNumber: Type.String() }),
      headers,
      body: Type.Object(act.properties, { additionalProperties: false }),
      response: { 202: decisionSchema, ...filedResponses },
    }
    const url = `/api/v1/registrations/:registrationNumber/${act.path}`
    app.post(url, { schema, onRequest, bodyLimit: REGISTRATION_BODY_MAX_BYTES }, async (request, reply) => {
      const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
      const content = request.body as Record<string, unknown>
      return answer(request, reply, () => propose(deps, registrarOf(request), act, number, content))
    })
  }

  app.post('/api/v1/decisions/:decision/approvals', { schema: approvalSchema, onRequest }, (request, reply) =>
    answer(request, reply, () => approve(deps, registrarOf(request), idOf(request))),
  )

  app.post('/api/v1/decisions/:decision/rejections', { schema: rejectionSchema, onRequest }, (request, reply) => {
    const { reason } = request.body as { reason: string }
    return answer(request, reply, () => reject(deps, registrarOf(request), idOf(request), reason))
  })

  app.get('/api/v1/decisions', { schema: listSchema, onRequest }, async (request) => {
    const { waiting = true, before, limit = 50 } = request.query as ListQuery
    const decisions = await listDecisions(deps.pool, { waiting, limit, ...(before !== undefined && { before }) })
    return { decisions: decisions.map(decisionAnswer) }
  })

  app.get('/api/v1/decisions/:decision', { schema: getSchema, onRequest }, async (request) => {
    const decision = await loadDecision(deps.pool, idOf(request))
    if (!decision) throw new ProblemError('not_found')
    return decisionAnswer(decision)
  })

  async function answer(request: FastifyRequest, reply: FastifyReply, work: () => Promise<Decided>) {
    const person = personWhoMay(request, 'supervise')
    const made = await keepAnswer(deps.pool, person.userId, idempotencyOf(request, person), async () => {
      const done = await work()
      if ('refused' in done) return done
      const { decided } = done
      // What was destroyed is carried out without a filing.
      const status = decided.filing ? 201 : statusOf(decided) === 'carried_out' ? 200 : 202
      return { answer: { status, body: decided.filing ? filedAnswerOf(decided) : decisionAnswer(decided) } }
    })
    if ('refused' in made) return sendRefusals(reply, made.refused)
    if (made.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(made.answer.status).send(made.answer.body)
  }
}

type ListQuery = { waiting?: boolean; before?: string; limit?: number }

/** The signed-in registrar as the filer of what the office carries out. */
export function registrarOf(request: FastifyRequest): Filer {
  const person = personWhoMay(request, 'supervise')
  return {
    actor: person.userId,
    account: person.account,
    accountName: person.accountName,
    network: request.ip,
    requestId: String(request.id),
  }
}

function idOf(request: FastifyRequest): string {
  return (request.params as { decision: string }).decision
}

function decisionAnswer(decision: Decision) {
  const { votes, filing, isOver: _over, registration: _registration, carriedOutAt: _at, ...rest } = decision
  return {
    ...rest,
    status: statusOf(decision),
    votes: votes.map(({ userId: _id, ...vote }) => vote),
    ...(filing && { filing }),
    links: {
      decision: `/api/v1/decisions/${decision.decision}`,
      approvals: `/api/v1/decisions/${decision.decision}/approvals`,
      rejections: `/api/v1/decisions/${decision.decision}/rejections`,
      ...(decision.registrationNumber && { registration: `/api/v1/registrations/${decision.registrationNumber}` }),
    },
  }
}

const common = { tags: ['registrar'], security: [{ apiKey: [] }] }
const headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String()) })
const params = Type.Object({ decision: Type.String() })
const decisionSchema = Type.Object(
  {
    decision: Type.String(),
    kind: Type.Unsafe<string>({ type: 'string', enum: [...decisionKinds] }),
    registrationNumber: Type.Union([Type.String(), Type.Null()]),
    status: Type.Unsafe<string>({
      type: 'string',
      enum: ['proposed', 'approved', 'carried_out', 'rejected', 'over'],
    }),
    proposedAt: Type.String(),
    endsAt: Type.String(),
  },
  { additionalProperties: true },
)
const { expiresOn: _expiresOn, ...filedProperties } = actFiledSchema.properties
const filedResponses = {
  201: Type.Object({ ...filedProperties, decision: Type.String() }),
  ...problemResponses(400, 401, 403, 404, 409, 413, 415, 422, 503),
}
const approvalSchema = {
  ...common,
  summary: 'Approve: with the second approval it is filed, or destroyed, at once',
  params,
  headers,
  response: { 200: decisionSchema, 202: decisionSchema, ...filedResponses },
}
const rejectionSchema = {
  ...common,
  summary: 'Reject as the second person',
  params,
  headers,
  body: Type.Object({ reason: Type.String({ minLength: 1, maxLength: 2_000 }) }, { additionalProperties: false }),
  response: { 202: decisionSchema, ...filedResponses },
}
const listSchema = {
  ...common,
  summary: 'Decisions, newest first',
  querystring: Type.Object(
    {
      waiting: Type.Optional(Type.Boolean()),
      before: Type.Optional(Type.String({ format: 'date-time' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
      lang: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  response: { 200: Type.Object({ decisions: Type.Array(decisionSchema) }), ...problemResponses(401, 403, 422) },
}
const getSchema = {
  ...common,
  summary: 'A decision and its votes',
  params,
  response: { 200: decisionSchema, ...problemResponses(401, 403, 404) },
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { may, type Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { judgeTextsIn } from '../registrations/registration-rules.ts'
import { type CodeReplacement, loadReplacement, replacementStatus } from './code-replacement.ts'
import { collectCode } from './collect-code.ts'
import {
  approveReplacement,
  cancelReplacement,
  type Replaced,
  type Requester,
  requestReplacement,
} from './replace-code.ts'

export const REASON_MAX_CHARACTERS = 1_000

/** Lost codes, and the code of a registration that was transferred: asked for, approved, collected. */
export function codeRoutes(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void officerOf(request)
  const registration = '/api/v1/registrations/:registrationNumber'

  app.post(`${registration}/code-replacements`, { schema: requestSchema, onRequest }, async (request, reply) => {
    const requester = requesterOf(request)
    const { reason } = request.body as { reason: string }
    const filed = await filedOf(deps, request)
    if (!requester.isRegistrar && filed.account !== requester.account) throw new ProblemError('not_the_filer')
    return answer(request, reply, async () => {
      const refused = judgeTextsIn({ reason }, '')
      if (refused.length > 0) return { refused }
      return requestReplacement(deps.pool, requester, filed.registration, filed.account, reason)
    })
  })

  app.post(
    '/api/v1/code-replacements/:id/approvals',
    { schema: stepSchema('Approve as the second person'), onRequest },
    (request, reply) =>
      answer(request, reply, async () => {
        const { requester, replacement } = await ownReplacement(request)
        return approveReplacement(deps.pool, requester, replacement, deps.config.codeReplacementWaitHours)
      }),
  )

  app.post(
    '/api/v1/code-replacements/:id/cancellations',
    { schema: stepSchema('Stop it'), onRequest },
    (request, reply) =>
      answer(request, reply, async () => {
        const { requester, replacement } = await ownReplacement(request, { eitherSide: true })
        return cancelReplacement(deps.pool, requester, replacement)
      }),
  )

  app.get('/api/v1/code-replacements/:id', { schema: getSchema, onRequest }, async (request) =>
    replacementAnswer((await ownReplacement(request, { eitherSide: true })).replacement),
  )

  app.post(`${registration}/modification-codes`, { schema: collectSchema, onRequest }, async (request, reply) => {
    const requester = requesterOf(request)
    const filed = await filedOf(deps, request)
    if (filed.account !== requester.account) throw new ProblemError('not_the_filer')
    const { number } = filed
    const idempotency = idempotencyOf(request, officerOf(request))
    const done = await collectCode(deps.pool, requester, { sequence: filed.registration, number }, idempotency)
    if ('refused' in done) return sendRefusals(reply, done.refused)
    if (done.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(201).send(done.answer)
  })

  /** A request that is this person's side's to see. @throws ProblemError not_found */
  async function ownReplacement(request: FastifyRequest, { eitherSide = false } = {}) {
    const requester = requesterOf(request)
    const replacement = await loadReplacement(deps.pool, (request.params as { id: string }).id)
    const ownSide = replacement?.requestedFor === requester.account
    const concerned = requester.isRegistrar || replacement?.account === requester.account
    if (!replacement || !(ownSide || (eitherSide && concerned))) throw new ProblemError('not_found')
    return { requester, replacement }
  }

  async function answer(
    request: FastifyRequest,
    reply: Parameters<typeof sendRefusals>[0],
    work: () => Promise<Replaced>,
  ) {
    const person = officerOf(request)
    const made = await keepAnswer(deps.pool, person.userId, idempotencyOf(request, person), async () => {
      const done = await work()
      return 'refused' in done ? done : { answer: replacementAnswer(done.replacement) }
    })
    if ('refused' in made) return sendRefusals(reply, made.refused)
    if (made.replayed) reply.header('idempotency-replayed', 'true')
    return reply.code(201).send(made.answer)
  }
}

/** Who may have to do with modification codes: those who register, and the registrar. */
export function officerOf(request: FastifyRequest): Person {
  const { person } = request
  if (!person) throw new ProblemError('sign_in_required')
  if (!may(person.role, 'register') && !may(person.role, 'supervise')) throw new ProblemError('role_not_allowed')
  return person
}

export function requesterOf(request: FastifyRequest): Requester {
  const { userId, account, role } = officerOf(request)
  const requestId = String(request.id)
  return { userId, account, isRegistrar: may(role, 'supervise'), network: request.ip, requestId }
}

/** Whose registration it is now. @throws ProblemError not_found */
async function filedOf(
  deps: Pick<Deps, 'pool'>,
  request: FastifyRequest,
): Promise<{ number: string; registration: number; account: number }> {
  const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
  const { rows } = await deps.pool.query(
    `select now.registration, now.account from registrations first
       join registrations now on now.registration = first.registration and now.until_sequence is null
     where first.registration_number = $1 and first.from_sequence = first.registration`,
    [number],
  )
  if (!rows[0]) throw new ProblemError('not_found')
  return { number, ...rows[0] }
}

function replacementAnswer(replacement: CodeReplacement) {
  const { requestedByName, approvedByName, ...rest } = replacement
  const {
    requestedFor: _for,
    requestedBy: _by,
    approvedBy: _approver,
    isReady: _ready,
    account: _a,
    outcome: _end,
    ...shown
  } = rest
  return {
    ...shown,
    status: replacementStatus(replacement),
    requestedBy: requestedByName,
    ...(approvedByName !== null && { approvedBy: approvedByName }),
  }
}

const common = { tags: ['registrations'], security: [{ apiKey: [] }] }
const headers = Type.Object({ 'idempotency-key': Type.Optional(Type.String()) })
const ofRegistration = Type.Object({ registrationNumber: Type.String() })
const time = Type.Union([Type.String(), Type.Null()])
const replacementSchema = Type.Object({
  codeReplacement: Type.String(),
  registrationNumber: Type.String(),
  status: Type.Unsafe<string>({
    type: 'string',
    enum: ['requested', 'waiting', 'ready', 'collected', 'cancelled'],
  }),
  reason: Type.String(),
  requestedBy: Type.String(),
  requestedAt: Type.String(),
  approvedBy: Type.Optional(Type.String()),
  approvedAt: time,
  readyAt: time,
  endedAt: time,
})
const problemsOfSteps = problemResponses(400, 401, 403, 404, 409, 415, 422, 503)
const requestSchema = {
  ...common,
  summary: 'Ask for a new modification code in place of a lost one',
  params: ofRegistration,
  headers,
  body: Type.Object(
    { reason: Type.String({ minLength: 1, maxLength: REASON_MAX_CHARACTERS }) },
    { additionalProperties: false },
  ),
  response: { 201: replacementSchema, ...problemsOfSteps },
}
const stepSchema = (what: string) => ({
  ...common,
  summary: `A new modification code: ${what.toLowerCase()}`,
  params: Type.Object({ id: Type.String() }),
  headers,
  response: { 201: replacementSchema, ...problemsOfSteps },
})
const getSchema = {
  ...common,
  summary: 'A request for a new modification code',
  params: Type.Object({ id: Type.String() }),
  response: { 200: replacementSchema, ...problemResponses(401, 403, 404) },
}
const collectSchema = {
  ...common,
  summary: 'Collect the modification code: after a transfer, or when a new one is ready',
  params: ofRegistration,
  headers,
  response: {
    201: Type.Object({ registrationNumber: Type.String(), modificationCode: Type.String(), issuedAt: Type.String() }),
    ...problemsOfSteps,
  },
}

import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import { may } from '../accounts/person.ts'
import { sessionTokenOf } from '../accounts/session-cookie.ts'
import type { Deps } from '../deps.ts'
import { objectionActs } from '../objections/objection-routes.ts'
import { idempotencyKeyOf } from '../platform/http.ts'
import { IdempotentRequest, sealingKeyOf } from '../platform/idempotency.ts'
import { refuseOtherCharset, strictJson } from '../platform/json-body.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { Unavailable } from '../platform/unavailable.ts'
import type { ActCall } from '../registrations/act-call-routes.ts'
import { filerActs } from '../registrations/act-routes.ts'
import { filerOf } from '../registrations/registration-routes.ts'
import { Batch } from './batch.ts'
import { type Caller, LineFiler, lineKinds } from './file-line.ts'

/** Every act that may stand on a line, beside initial registrations. */
const acts: readonly ActCall[] = [...filerActs, ...objectionActs]

const PATH = '/api/v1/registrations/batches'
const BATCHES_MAX = 8
const BATCHES_MAX_PER_USER = 2
const BUSY_RETRY_SECONDS = 5
/** A client that neither sends nor reads for so long has gone. */
const IDLE_MS = 120_000
/** What a batch may still take to answer what was sent, when the register shuts down. */
const CLOSING_MS = 5_000

type Running = { user: number; batch: Batch; lines: LineFiler }

/** Filing in bulk: NDJSON in, NDJSON out, each line with an outcome of its own. */
export function bulkRoutes(app: FastifyInstance, deps: Deps): void {
  const running = new Set<Running>()
  app.addHook('preClose', async () => closeAll(running))
  app.register(async (scope) => {
    const kinds = lineKinds(acts, strictJson(scope))
    scope.addContentTypeParser('application/x-ndjson', (_request, payload, done) => done(null, payload))
    scope.post(
      PATH,
      {
        schema,
        config: { jsonLines: true },
        // The body is a stream: its lines are checked one by one.
        validatorCompiler: () => () => true,
        onRequest: async (request) => {
          const { userId } = personWhoMay(request, 'register')
          refuseOtherCharset(request.headers['content-type'])
          refuseTooMany(running, userId)
        },
      },
      async (request, reply) => {
        const person = personWhoMay(request, 'register')
        const caller = callerOf(deps, request, () => batch.answers.destroyed)
        const lines = new LineFiler(deps, kinds, caller)
        const batch: Batch = new Batch(request.body as Readable, lines)
        const entry = { user: person.userId, batch, lines }
        running.add(entry)
        request.raw.socket.setTimeout?.(IDLE_MS)
        // A client may wait for the status before it sends its first line.
        reply.raw.once('pipe', () => reply.raw.flushHeaders())
        batch.run().finally(() => running.delete(entry))
        return reply
          .type('application/x-ndjson; charset=utf-8')
          .headers({ 'content-language': request.language, 'x-accel-buffering': 'no' })
          .send(batch.answers)
      },
    )
  })
}

function refuseTooMany(running: Set<Running>, userId: number): void {
  if (running.size >= BATCHES_MAX) throw new Unavailable('register_busy', BUSY_RETRY_SECONDS)
  const own = [...running].filter(({ user }) => user === userId).length
  if (own >= BATCHES_MAX_PER_USER) throw new ProblemError('too_many_requests', BUSY_RETRY_SECONDS)
}

function callerOf(deps: Deps, request: FastifyRequest, isGone: () => boolean): Caller {
  const person = personWhoMay(request, 'register')
  const key = idempotencyKeyOf(request)
  const { userId, bearer } = person
  const sealingKey = key === undefined ? undefined : sealingKeyOf(userId, bearer, key)
  return {
    filer: filerOf(request),
    language: request.language,
    isGone,
    may: (permission) => may(person.role, permission),
    check: async () => {
      const token = sessionTokenOf(request, deps.config.behindTls)
      const now = await deps.authenticator.identify(request, token)
      if (now?.userId !== userId) throw new ProblemError('sign_in_required')
      if (!may(now.role, 'register')) throw new ProblemError('role_not_allowed')
    },
    idempotency: (line, body) =>
      key === undefined || !sealingKey
        ? undefined
        : new IdempotentRequest(
            userId,
            bearer,
            key,
            { method: 'POST', path: PATH, body },
            { number: line, sealingKey },
          ),
  }
}

/** Lines that come while the register shuts down are not tried; a client that goes on sending is cut off. */
function closeAll(running: Set<Running>): void {
  for (const { lines } of running) lines.stop(new Unavailable('register_closing', 5))
  setTimeout(() => {
    for (const { batch } of running) batch.answers.destroy(new Error('the register is shutting down'))
  }, CLOSING_MS).unref()
}

const lineSchema = Type.Object(
  {
    line: Type.Optional(Type.Integer()),
    status: Type.Optional(Type.Integer()),
    replayed: Type.Optional(Type.Boolean()),
    code: Type.Optional(Type.String()),
    summary: Type.Optional(
      Type.Object({
        lines: Type.Integer(),
        filed: Type.Integer(),
        replayed: Type.Integer(),
        refused: Type.Integer(),
        failed: Type.Integer(),
      }),
    ),
  },
  {
    additionalProperties: true,
    description:
      'One line each, in the order of the lines sent: its number, its status, and the answer or the problem of the ' +
      'single call. The last line has the summary alone; an answer without it was cut off: send the same again.',
  },
)

const schema = {
  tags: ['registrations'],
  summary: 'File in bulk: a stream of lines, each filed and answered by itself',
  description:
    'Each line is the body of POST /api/v1/registrations, or that of an act with `act` ' +
    `(${acts.map(({ act }) => act).join(', ')}), \`registrationNumber\` and, for what is done to an objection, ` +
    '`objection` beside its fields. At most 10,000 lines of 16 MiB and 256 MiB together. With an Idempotency-Key the ' +
    'same lines may be sent again: what was filed is answered as before, with `replayed`, and the rest is filed.',
  security: [{ apiKey: [] }],
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  consumes: ['application/x-ndjson'],
  body: Type.String({ description: 'NDJSON: one JSON object a line, in UTF-8' }),
  response: {
    200: { description: 'NDJSON', content: { 'application/x-ndjson': { schema: lineSchema } } },
    ...problemResponses(401, 403, 415, 422, 429, 503),
  },
}

import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import Type, { type Static } from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { PARTIES_MAX, Party } from '../parties/party.ts'
import { beijingDate } from '../platform/clock.ts'
import { sendRefusals } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { inLanguage } from '../platform/text.ts'
import type { Filer } from './act.ts'
import { preFilingNotes } from './pre-filing-check.ts'
import { filerOf, REGISTRATION_BODY_MAX_BYTES } from './registration-routes.ts'
import { judgeParty, REFUSALS_MAX } from './registration-rules.ts'

/** The body of a registration, or its debtors alone: nothing else of it is looked at. */
const CheckedBody = Type.Object(
  { debtors: Type.Array(Party, { minItems: 1, maxItems: PARTIES_MAX }) },
  { additionalProperties: true },
)

/** What a filer is told of its debtors before it files. What is wrong in form is refused as it would be when filed. */
export function preFilingRoutes(app: FastifyInstance, deps: Deps): void {
  app.post(
    '/api/v1/registrations/checks',
    {
      schema: checkSchema,
      bodyLimit: REGISTRATION_BODY_MAX_BYTES,
      onRequest: async (request) => void personWhoMay(request, 'register'),
    },
    async (request, reply) => {
      const { debtors } = request.body as Static<typeof CheckedBody>
      const today = beijingDate(deps.clock.nowMicroseconds())
      const refused = debtors.flatMap((debtor, at) => judgeParty(debtor, `/debtors/${at}`, today))
      if (refused.length > 0) return sendRefusals(reply, refused.slice(0, REFUSALS_MAX))
      if (debtors.some(({ kind }) => kind === 'individual')) await recordLook(deps.pool, filerOf(request))
      const placed = debtors.map((debtor, at) => ({ debtor, at }))
      const notes = await preFilingNotes(deps, placed, today)
      return {
        notes: notes.map(({ pointer, code, message }) => ({
          pointer,
          code,
          message: inLanguage(message, request.language),
        })),
      }
    },
  )
}

/** Whoever asks for individuals' numbers leaves a trace, as searches do; the numbers are not in it (threat 14). */
async function recordLook(pool: Pool, filer: Filer): Promise<void> {
  await pool.query(
    `insert into audit_events (user_id, account, act, network, request_id)
     values ($1, $2, 'registration.checked', $3, $4)`,
    [filer.actor, filer.account, filer.network ?? null, filer.requestId ?? null],
  )
}

const checkSchema = {
  tags: ['registrations'],
  summary: 'What to look at before filing: the search keys of the debtors, and what the register has beside them',
  security: [{ apiKey: [] }],
  body: CheckedBody,
  response: {
    200: Type.Object({
      notes: Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), message: Type.String() })),
    }),
    ...problemResponses(400, 401, 403, 413, 415, 422, 503),
  },
}

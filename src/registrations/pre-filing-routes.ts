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
import { overlapsOfBody } from './overlaps-of-items.ts'
import { preFilingNotes } from './pre-filing-check.ts'
import { filerOf, REGISTRATION_BODY_MAX_BYTES } from './registration-routes.ts'
import { judgeParty, REFUSALS_MAX } from './registration-rules.ts'

/** The body of a registration, or its debtors alone. Of the rest its collateral is looked at, where it fits. */
const CheckedBody = Type.Object(
  { debtors: Type.Array(Party, { minItems: 1, maxItems: PARTIES_MAX }) },
  { additionalProperties: true },
)

/**
 * What a filer is told before it files: of its debtors, whose form is judged as it would be when filed, and which
 * numbers of the collateral registrations in effect list already.
 */
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
      const overlaps = await overlapsOfBody(deps.pool, request.body as object, filerOf(request).account)
      return {
        notes: notes.map(({ pointer, code, message }) => ({
          pointer,
          code,
          message: inLanguage(message, request.language),
        })),
        ...overlaps,
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

const party = Type.Object({
  kind: Type.String(),
  name: Type.String(),
  identifier: Type.Object({ scheme: Type.String(), value: Type.String(), country: Type.Optional(Type.String()) }),
})

const overlap = Type.Object({
  identifier: Type.String(),
  kind: Type.String(),
  registrations: Type.Array(
    Type.Object({
      registrationNumber: Type.String(),
      securityType: Type.String(),
      securedParties: Type.Array(party),
      debtors: Type.Array(party),
      since: Type.Integer(),
      expiresOn: Type.String(),
      yours: Type.Boolean(),
    }),
  ),
  more: Type.Boolean(),
})

const checkSchema = {
  tags: ['registrations'],
  summary: 'What to look at before filing: the search keys of the debtors, and what the register has beside them',
  security: [{ apiKey: [] }],
  body: CheckedBody,
  response: {
    200: Type.Object({
      notes: Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), message: Type.String() })),
      overlaps: Type.Optional(Type.Array(overlap)),
      overlapCount: Type.Optional(Type.Integer()),
    }),
    ...problemResponses(400, 401, 403, 413, 415, 422, 503),
  },
}

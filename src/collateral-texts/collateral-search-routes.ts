import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { sendRefusals } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { forms } from '../registrations/forms/forms.ts'
import { type RegistrationStatus, transitions } from '../registrations/registration-status.ts'
import {
  type CollateralQuery,
  type Looking,
  PAGE_MAX,
  PURPOSE_MAX_CHARACTERS,
  searchCollateral,
} from './search-collateral.ts'
import { QUERY_MAX_CHARACTERS } from './text-terms.ts'

export const statuses = Object.keys(transitions) as RegistrationStatus[]

/** Words in the collateral of all registrations: for registrars and courts. A text does not stand in an address. */
export function collateralSearchRoutes(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'search_collateral')
  app.post('/api/v1/collateral-searches', { schema: searchSchema, onRequest }, async (request, reply) => {
    const { limit = 50, ...query } = request.body as CollateralQuery & { limit?: number }
    const found = await searchCollateral(deps.pool, lookingOf(request), query, limit)
    if ('refused' in found) return sendRefusals(reply, found.refused)
    const { hits, more, followed } = found
    return {
      asOf: { sequence: followed.sequence },
      filingsBehind: followed.head - followed.sequence,
      registrations: hits,
      ...(more && { before: hits.at(-1)!.sequence }),
    }
  })
}

/** The signed-in registrar or judge as who looks. */
export function lookingOf(request: FastifyRequest): Looking {
  const { userId, account } = personWhoMay(request, 'search_collateral')
  return { userId, account, network: request.ip, requestId: String(request.id) }
}

const oneOf = (values: readonly string[]) => Type.Unsafe<string>({ type: 'string', enum: [...values] })
const party = Type.Object({}, { additionalProperties: true })
const hitSchema = Type.Object({
  sequence: Type.Integer(),
  registrationNumber: Type.String(),
  securityType: Type.String(),
  status: oneOf(statuses),
  securedParties: Type.Array(party),
  debtors: Type.Array(party),
  filedAt: Type.String(),
  expiresOn: Type.String(),
  excerpts: Type.Array(Type.Array(Type.Object({ text: Type.String(), found: Type.Boolean() }))),
})
const searchSchema = {
  tags: ['registrar'],
  summary: 'Registrations whose collateral holds words of a text, newest first: for registrars and courts',
  security: [{ apiKey: [] }],
  body: Type.Object(
    {
      text: Type.String({ minLength: 1, maxLength: QUERY_MAX_CHARACTERS }),
      purpose: Type.Optional(Type.String({ minLength: 1, maxLength: PURPOSE_MAX_CHARACTERS })),
      status: Type.Optional(oneOf(statuses)),
      securityType: Type.Optional(oneOf(forms.map(({ securityType }) => securityType))),
      before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      asOf: Type.Object({ sequence: Type.Integer() }),
      filingsBehind: Type.Integer(),
      registrations: Type.Array(hitSchema),
      before: Type.Optional(Type.Integer()),
    }),
    ...problemResponses(401, 403, 415, 422),
  },
}

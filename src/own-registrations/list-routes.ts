import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import { notSearchable } from '../collateral-texts/search-collateral.ts'
import { queryOf } from '../collateral-texts/text-terms.ts'
import type { Deps } from '../deps.ts'
import { sendRefusals } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { forms } from '../registrations/forms/forms.ts'
import { EXPIRES_WITHIN_DAYS_MAX, FILTER_TEXT_MAX_CHARACTERS, type ListFilter, statuses } from './list-filter.ts'
import { listRegistrations } from './list-registrations.ts'

const PAGE_MAX = 200

/** The caller's own registrations, page by page. `next` is the address of the page after, while there is one. */
export function ownRegistrationsRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/registrations', { schema: listSchema }, async (request, reply) => {
    const person = personWhoMay(request, 'register')
    const { before, limit = 50, lang: _lang, ...filter } = request.query as ListQuery
    if (filter.text !== undefined && !queryOf(filter.text)) return sendRefusals(reply, [notSearchable])
    const found = await listRegistrations(deps.pool, person.account, filter, {
      limit: limit + 1,
      ...(before !== undefined && { before }),
    })
    const registrations = found.slice(0, limit)
    const last = registrations.at(-1)
    if (!last || found.length <= limit) return { registrations }
    const next = new URL(request.url, 'http://local')
    next.searchParams.set('before', String(last.sequence))
    return { registrations, next: `${next.pathname}${next.search}` }
  })
}

type ListQuery = ListFilter & { before?: number; limit?: number; lang?: string }

const oneOf = (values: readonly string[]) => Type.Optional(Type.Unsafe<string>({ type: 'string', enum: [...values] }))
const words = Type.Optional(Type.String({ minLength: 1, maxLength: FILTER_TEXT_MAX_CHARACTERS }))
const day = Type.Optional(Type.String({ format: 'date' }))

const listed = Type.Object({
  sequence: Type.Integer(),
  registrationNumber: Type.String(),
  securityType: Type.String(),
  status: Type.Unsafe<string>({ type: 'string', enum: [...statuses] }),
  debtors: Type.Array(Type.Object({}, { additionalProperties: true })),
  collateralSummary: Type.String(),
  filedAt: Type.String(),
  expiresOn: Type.String(),
  filerReference: Type.Union([Type.String(), Type.Null()]),
})

const listSchema = {
  tags: ['registrations'],
  summary: 'The registrations of the caller’s own account, newest first',
  security: [{ apiKey: [] }],
  querystring: Type.Object(
    {
      securityType: oneOf(forms.map(({ securityType }) => securityType)),
      status: oneOf(statuses),
      debtor: words,
      expiresWithinDays: Type.Optional(Type.Integer({ minimum: 0, maximum: EXPIRES_WITHIN_DAYS_MAX })),
      filerReference: words,
      filerReferencePrefix: words,
      text: words,
      filedFrom: day,
      filedTo: day,
      before: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: PAGE_MAX })),
      lang: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({ registrations: Type.Array(listed), next: Type.Optional(Type.String()) }),
    ...problemResponses(401, 403, 422),
  },
}

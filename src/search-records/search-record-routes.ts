import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { Identifier } from '../parties/party.ts'
import { numberFrom, sendRefusals } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { RFC_3339 } from '../registrations/as-of-query.ts'
import { purposes } from '../search/search-query.ts'
import {
  REASON_MAX_CHARACTERS,
  RECORDS_PAGE_MAX,
  type RecordFilter,
  type RecordReader,
  readSearchRecords,
} from './read-search-records.ts'

/** The records of all searches, for registrars. What is looked for does not stand in an address. */
export function searchRecordRoutes(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'supervise')
  app.post('/api/v1/search-records', { schema: recordsSchema, onRequest }, async (request, reply) => {
    const { limit = 50, searchNumber, ...rest } = request.body as RecordFilter & { limit?: number }
    const filter = { ...rest, ...(searchNumber !== undefined && { searchNumber: numberFrom(searchNumber) }) }
    const read = await readSearchRecords(deps.pool, recordReaderOf(request), filter, limit)
    if ('refused' in read) return sendRefusals(reply, read.refused)
    const { records, more, followedUntil } = read
    const last = records.at(-1)
    return {
      searches: records,
      ...(followedUntil && { followedUntil }),
      ...(more && last && { before: { searchedAt: last.searchedAt, searchNumber: last.searchNumber } }),
    }
  })
}

/** The signed-in registrar as who reads. */
export function recordReaderOf(request: FastifyRequest): RecordReader {
  const { userId, account } = personWhoMay(request, 'supervise')
  return { userId, account, network: request.ip, requestId: String(request.id) }
}

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const day = Type.Optional(Type.String({ format: 'date' }))
const place = Type.Object(
  { searchedAt: Type.String({ format: 'date-time', pattern: RFC_3339 }), searchNumber: words(60) },
  { additionalProperties: false },
)
const closed = { additionalProperties: false }
const number = { scheme: words(60), value: words(60), country: Type.Optional(words(2)) }
const debtor = Type.Unsafe<RecordFilter['debtor']>({
  type: 'object',
  required: ['by'],
  discriminator: { propertyName: 'by' },
  oneOf: [
    Type.Object(
      { by: Type.Literal('organizationName'), name: words(200), identifier: Type.Optional(Identifier) },
      closed,
    ),
    Type.Object({ by: Type.Literal('organizationIdentifier'), ...number }, closed),
    Type.Object({ by: Type.Literal('individualId'), ...number }, closed),
  ],
})
const recordsSchema = {
  tags: ['registrar'],
  summary: 'Searches of everybody, newest first: for registrars, who give a reason to read those of somebody',
  security: [{ apiKey: [] }],
  body: Type.Object(
    {
      reason: Type.Optional(words(REASON_MAX_CHARACTERS)),
      searchNumber: Type.Optional(words(60)),
      searchedFrom: day,
      searchedTo: day,
      purpose: Type.Optional(Type.Unsafe<string>({ type: 'string', enum: Object.keys(purposes) })),
      account: Type.Optional(words(200)),
      debtor: Type.Optional(debtor),
      before: Type.Optional(place),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: RECORDS_PAGE_MAX })),
    },
    closed,
  ),
  response: {
    200: Type.Object({
      searches: Type.Array(
        Type.Object({
          searchNumber: Type.String(),
          searchedAt: Type.String(),
          query: Type.Object({ by: Type.String() }, { additionalProperties: true }),
          purpose: Type.String(),
          matchCount: Type.Integer(),
          asOfSequence: Type.Integer(),
          account: Type.Object({ name: Type.String(), kind: Type.String() }),
          searcher: Type.String(),
        }),
      ),
      followedUntil: Type.Optional(Type.String()),
      before: Type.Optional(place),
    }),
    ...problemResponses(401, 403, 415, 422),
  },
}

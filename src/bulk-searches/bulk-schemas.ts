import Type, { type Static } from 'typebox'
import { listMediaTypes } from '../platform/lists/receive-list.ts'
import { problemResponses } from '../platform/openapi.ts'
import { Purpose } from '../search/search-query.ts'
import { LINES_MAX, lineStates, REFERENCE_MAX_CHARACTERS, states } from './bulk-search.ts'

/** Lines of one answer. */
export const RESULTS_MAX = 1_000
export const LISTED_MAX = 100
export const WAIT_MAX_SECONDS = 30

const word = (values: object) => Type.Unsafe<string>({ type: 'string', enum: Object.keys(values) })
const moment = Type.Object({ sequence: Type.Integer(), time: Type.String() })

const line = Type.Object(
  {},
  {
    additionalProperties: true,
    description:
      'The body of POST /api/v1/searches without purpose, asOf and limit, with a `reference` of your own ' +
      `(at most ${REFERENCE_MAX_CHARACTERS} characters) if you like`,
  },
)

/** Each line is judged by itself, so here it is any object: what is wrong with one does not refuse the list. */
export const BulkBody = Type.Object(
  {
    purpose: Purpose,
    searches: Type.Array(line, { minItems: 1, maxItems: LINES_MAX }),
    callbackUrl: Type.Optional(Type.String()),
  },
  { additionalProperties: false },
)
export type BulkBody = Static<typeof BulkBody>

export const bulkSchema = Type.Object({
  bulkSearchNumber: Type.String(),
  state: word(states),
  purpose: Type.String(),
  searchLogic: Type.String(),
  createdAt: Type.String(),
  endedAt: Type.Optional(Type.String()),
  asOf: Type.Optional(moment),
  total: Type.Integer(),
  done: Type.Integer(),
  found: Type.Integer(),
  nothingFound: Type.Integer(),
  refused: Type.Integer(),
  callback: Type.Optional(
    Type.Object({
      url: Type.String(),
      state: Type.Unsafe<string>({ type: 'string', enum: ['not_due', 'waiting', 'delivered', 'given_up'] }),
      tries: Type.Integer(),
      nextAt: Type.Optional(Type.String()),
      lastFailure: Type.Optional(Type.String()),
    }),
  ),
  callbackSecret: Type.Optional(Type.String()),
  links: Type.Object({
    self: Type.String(),
    results: Type.String(),
    resultsCsv: Type.String(),
    cancellations: Type.String(),
    resumptions: Type.String(),
  }),
})

const lineSchema = Type.Object({
  line: Type.Integer(),
  state: word(lineStates),
  reference: Type.Optional(Type.String()),
  query: Type.Optional(Type.Object({ by: Type.String() }, { additionalProperties: true })),
  sameAsLine: Type.Optional(Type.Integer()),
  matchCount: Type.Optional(Type.Integer()),
  searchNumber: Type.Optional(Type.String()),
  asOf: Type.Optional(moment),
  links: Type.Optional(Type.Object({ search: Type.String(), certificate: Type.String() })),
  errors: Type.Optional(
    Type.Array(Type.Object({ code: Type.String(), pointer: Type.String(), message: Type.String() })),
  ),
})

const resultsSchema = Type.Object({
  bulkSearchNumber: Type.String(),
  state: word(states),
  results: Type.Array(lineSchema),
  next: Type.Optional(Type.String()),
})

const lang = Type.Optional(Type.String())
const common = { tags: ['search'], security: [{ apiKey: [] }] }
const params = Type.Object({ bulkSearchNumber: Type.String() })
const closed = { additionalProperties: false }
const state = Type.Optional(word(lineStates))

export const postSchema = {
  ...common,
  summary: 'Search a list of debtors as one job',
  description:
    'A JSON body; or a list (CSV, XLSX, a JSON object a line) as the body itself with `?purpose=` and `&callbackUrl=`; ' +
    'or a form with the fields `purpose`, `callbackUrl` and `list` (a file or text). At most 10,000 lines and 5 MiB. ' +
    'Each line becomes a certified search with its own number, all of them as of one moment; a line that cannot be ' +
    'searched is refused by itself. With `callbackUrl` the end is posted there, signed with `callbackSecret`, which ' +
    'this answer alone holds.',
  consumes: ['application/json', ...listMediaTypes, 'multipart/form-data'],
  body: { content: { 'application/json': { schema: BulkBody } } },
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  querystring: Type.Object(
    { purpose: Type.Optional(Type.String()), callbackUrl: Type.Optional(Type.String()), lang },
    closed,
  ),
  response: { 202: bulkSchema, ...problemResponses(400, 401, 403, 409, 413, 415, 422, 429, 503) },
}
export const listSchema = {
  ...common,
  summary: 'The lists that the caller had searched, newest first',
  querystring: Type.Object(
    {
      before: Type.Optional(Type.String({ description: 'the number of the last one of the page before' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LISTED_MAX })),
      lang,
    },
    closed,
  ),
  response: {
    200: Type.Object({ bulkSearches: Type.Array(bulkSchema), next: Type.Optional(Type.String()) }),
    ...problemResponses(401, 403, 422),
  },
}
export const getSchema = {
  ...common,
  summary: 'How far a list has come; with waitSeconds the answer comes when it has ended, or after so long',
  params,
  querystring: Type.Object(
    { waitSeconds: Type.Optional(Type.Integer({ minimum: 0, maximum: WAIT_MAX_SECONDS })), lang },
    closed,
  ),
  response: { 200: bulkSchema, ...problemResponses(401, 403, 404, 422) },
}
export const resultsQuery = Type.Object(
  {
    state,
    after: Type.Optional(Type.Integer({ minimum: 0, maximum: LINES_MAX, description: 'lines of the pages before' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: RESULTS_MAX })),
    lang,
  },
  closed,
)
export const resultsRouteSchema = {
  ...common,
  summary: 'What came of each line, in the order of the list, a page at a time',
  params,
  querystring: resultsQuery,
  response: { 200: resultsSchema, ...problemResponses(401, 403, 404, 422) },
}
export const csvSchema = {
  ...common,
  summary: 'What came of each line, as CSV',
  params,
  querystring: Type.Object({ state, lang }, closed),
  response: {
    200: { description: 'A line a line of the list', content: { 'text/csv': { schema: { type: 'string' } } } },
    ...problemResponses(401, 403, 404, 422),
  },
}
export const cancelSchema = {
  ...common,
  summary: 'Stop a list: what was searched stays',
  params,
  response: { 200: bulkSchema, ...problemResponses(401, 403, 404, 409, 422) },
}
export const resumeSchema = {
  ...common,
  summary: 'Go on with a list that was stopped, as of the same moment, within a day of it',
  params,
  response: { 200: bulkSchema, ...problemResponses(401, 403, 404, 409, 422, 429) },
}
export const templateSchema = {
  tags: ['search'],
  summary: 'A list of debtors to fill in',
  response: {
    200: {
      description: 'Column names and two rows as examples',
      content: { 'text/csv': { schema: { type: 'string' } } },
    },
  },
}

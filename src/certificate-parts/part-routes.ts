import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import { sendCertificate, sendPdf } from '../certificates/certificate-routes.ts'
import { type Certificate, certificateOf } from '../certificates/certificate-store.ts'
import { standApart } from '../certificates/matches-apart.ts'
import type { Deps } from '../deps.ts'
import { numberFrom } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { notThereFor } from '../registrations/destroyed.ts'
import { loadSearch, type RecordedSearch } from '../search/load-search.ts'
import { auditLook, maySeeSearch } from '../search/search-routes.ts'
import { askForParts, keepPart, type Preparation, readPart } from './part-store.ts'
import { partsOf, renderPart } from './render-part.ts'

/** What a part takes, as the caller is told when to ask again. */
const PART_SECONDS = 4
const RETRY_SECONDS_MAX = 60

/** The certificate of a search: a PDF at once, or one of several parts that are made in the background. */
export function searchCertificateRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/searches/:searchNumber/certificate', { schema }, async (request, reply) => {
    const found = await certifiableSearch(deps, request)
    const { part = 1 } = request.query as { part?: number }
    const { searchNumber } = found
    const certificate = await partedCertificate(deps, found)
    if (!certificate) {
      if (part > 1) throw new ProblemError('not_found')
      return sendCertificate(deps, reply, searchNumber, 'party')
    }
    if (part > partsOf(found.count)) throw new ProblemError('not_found')
    const preparation = await askForParts(deps.pool, searchNumber, partsOf(found.count))
    return preparation.finished && certificate !== 'toPrepare'
      ? sendPart(deps, reply, certificate, part)
      : sendProgress(reply, preparation)
  })
}

/** The search of a request. @throws ProblemError 404 or 410 when it is not there for this person */
export async function certifiableSearch(deps: Deps, request: FastifyRequest): Promise<RecordedSearch> {
  const person = personWhoMay(request, 'search')
  const number = numberFrom((request.params as { searchNumber: string }).searchNumber)
  const found = await loadSearch(deps.pool, number)
  if (!found) throw await notThereFor(deps.pool, person, number)
  if (!maySeeSearch(person, found)) throw new ProblemError('not_found')
  await auditLook(deps.pool, request, person, found)
  return found
}

/**
 * The certificate of a search whose matches fill several parts, or that its facts are still to be frozen.
 * @returns undefined for one that is made at once @throws ProblemError content_destroyed
 */
export async function partedCertificate(
  deps: Deps,
  found: RecordedSearch,
): Promise<Certificate | 'toPrepare' | undefined> {
  if (!standApart(found)) return undefined
  const certificate = await certificateOf(deps.pool, found.searchNumber)
  if (!certificate || certificate.destroyed) throw new ProblemError('content_destroyed')
  if (certificate.toPrepare) return 'toPrepare'
  // Frozen whole by an earlier version of the program: it stays what it was.
  return certificate.matchesApart === undefined ? undefined : certificate
}

/** A part that was kept, or is made again because it was kept long enough. */
async function sendPart(deps: Deps, reply: FastifyReply, certificate: Certificate, part: number) {
  const { number, matchesApart = 0 } = certificate
  let pdf: Uint8Array | undefined = await readPart(deps.pool, number, part)
  if (!pdf) {
    pdf = await renderPart(deps, certificate, part)
    await keepPart(deps.pool, number, part, pdf)
  }
  const parts = partsOf(matchesApart)
  const address = (of: number) => `</api/v1/searches/${number}/certificate?part=${of}>`
  const links = [
    `${address(1)}; rel="first"`,
    ...(part > 1 ? [`${address(part - 1)}; rel="prev"`] : []),
    ...(part < parts ? [`${address(part + 1)}; rel="next"`] : []),
    `${address(parts)}; rel="last"`,
  ]
  reply.header('link', links.join(', '))
  return sendPdf(reply, `encumbra-${number}-part-${part}-of-${parts}.pdf`, pdf)
}

function sendProgress(reply: FastifyReply, { searchNumber, parts, partsDone }: Preparation): FastifyReply {
  const seconds = Math.min(RETRY_SECONDS_MAX, Math.max(1, (parts - partsDone) * PART_SECONDS))
  return reply
    .code(202)
    .header('retry-after', String(seconds))
    .header('cache-control', 'no-store')
    .send({
      state: 'in_preparation',
      partsDone,
      parts,
      links: { self: `/api/v1/searches/${searchNumber}/certificate`, page: `/searches/${searchNumber}/certificate` },
    })
}

const schema = {
  tags: ['certificates'],
  summary: 'The certificate of a search; of very many matches in parts',
  security: [{ apiKey: [] }],
  params: Type.Object({ searchNumber: Type.String() }),
  querystring: Type.Object(
    { part: Type.Optional(Type.Integer({ minimum: 1, maximum: 100_000 })), lang: Type.Optional(Type.String()) },
    { additionalProperties: false },
  ),
  response: {
    200: {
      description: 'The certificate as PDF; with several parts the one asked for, and Link headers to the others',
      content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    },
    202: Type.Object({
      state: Type.Literal('in_preparation'),
      partsDone: Type.Integer(),
      parts: Type.Integer(),
      links: Type.Object({ self: Type.String(), page: Type.String() }),
    }),
    ...problemResponses(401, 404, 410, 422, 503),
  },
}

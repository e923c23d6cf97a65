import type { FastifyInstance, FastifyReply } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import type { Reader } from '../parties/masking.ts'
import { numberFrom } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { notThereFor } from '../registrations/destroyed.ts'
import { readerOfFiling } from '../registrations/reader-of-filing.ts'
import { loadSearch } from '../search/load-search.ts'
import { maySeeSearch } from '../search/search-routes.ts'
import { certificateOf } from './certificate-store.ts'
import { factsFor } from './masked-facts.ts'
import { verifyCertificate } from './verify-certificate.ts'

export function certificateRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/filings/:filingNumber/certificate', { schema: filingSchema }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { filingNumber: string }).filingNumber)
    const reader = await readerOfFiling(deps.pool, person, number)
    if (!reader) throw await notThereFor(deps.pool, person, number)
    return sendCertificate(deps, reply, number, reader)
  })

  app.get('/api/v1/searches/:searchNumber/certificate', { schema: searchSchema }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { searchNumber: string }).searchNumber)
    const found = await loadSearch(deps.pool, number)
    if (!found) throw await notThereFor(deps.pool, person, number)
    if (!maySeeSearch(person, found)) throw new ProblemError('not_found')
    // The facts of a search were masked for its searcher when it was recorded: nothing more is to be hidden from them.
    return sendCertificate(deps, reply, number, 'party')
  })

  app.get('/api/v1/certificates/:number', { schema: verifySchema }, async (request) => {
    const number = numberFrom((request.params as { number: string }).number)
    return verifyCertificate(deps.pool, number, (request.query as { code?: string }).code)
  })
}

/** Renders a certificate as the reader may see it and sends the PDF. */
export async function sendCertificate(
  deps: Deps,
  reply: FastifyReply,
  number: string,
  reader: Reader | undefined,
): Promise<FastifyReply> {
  const certificate = reader && (await certificateOf(deps.pool, number))
  if (!certificate) throw new ProblemError('not_found')
  if (certificate.destroyed) throw new ProblemError('content_destroyed')
  const { verificationCode, factsSha256 } = certificate
  const pdf = await deps.certificates.render(factsFor(reader, certificate.facts), {
    verificationCode,
    verificationUrl: `${deps.publicUrl()}/verify/${number}?code=${verificationCode}`,
    factsSha256: factsSha256.toString('hex'),
  })
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="encumbra-${number}.pdf"`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
}

const pdf = (summary: string, parameter: string) => ({
  tags: ['certificates'],
  summary,
  security: [{ apiKey: [] }],
  params: Type.Object({ [parameter]: Type.String() }),
  response: {
    200: {
      description: 'The certificate as PDF',
      content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    },
    ...problemResponses(401, 404, 410, 422, 503),
  },
})
const filingSchema = pdf('The registration certificate of a filing', 'filingNumber')
const searchSchema = pdf('The certificate of a search', 'searchNumber')
const verifySchema = {
  tags: ['certificates'],
  summary: 'Check a certificate by its number; with the printed code, its facts',
  params: Type.Object({ number: Type.String() }),
  querystring: Type.Object(
    { code: Type.Optional(Type.String({ maxLength: 64 })), lang: Type.Optional(Type.String()) },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      genuine: Type.Boolean(),
      kind: Type.Optional(Type.String()),
      issuedAt: Type.Optional(Type.String()),
      sha256: Type.Optional(Type.String()),
      facts: Type.Optional(Type.Any()),
      destroyed: Type.Optional(Type.Boolean()),
    }),
    ...problemResponses(422),
  },
}

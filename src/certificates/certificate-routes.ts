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
import { LIMIT_MAX } from '../search/search-query.ts'
import { RANK_MAX } from '../search/search-routes.ts'
import type { CertificateMarks } from './certificate-pdf.ts'
import { type Certificate, certificateOf } from './certificate-store.ts'
import { factsFor } from './masked-facts.ts'
import { type AsksVerification, sendVerification } from './send-verification.ts'

export function certificateRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/filings/:filingNumber/certificate', { schema: filingSchema }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { filingNumber: string }).filingNumber)
    const reader = await readerOfFiling(deps.pool, person, number)
    if (!reader) throw await notThereFor(deps.pool, person, number)
    return sendCertificate(deps, reply, number, reader)
  })

  app.get('/api/v1/certificates/:number', { schema: verifySchema }, async (request, reply) => {
    const number = numberFrom((request.params as { number: string }).number)
    return sendVerification(deps.pool, reply, number, request.query as AsksVerification)
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
  if (certificate.toPrepare || certificate.matchesApart) throw new Error(`certificate ${number} is made in parts`)
  const pdf = await deps.certificates.render(factsFor(reader, certificate.facts), marksOf(deps, certificate))
  return sendPdf(reply, `encumbra-${number}.pdf`, pdf)
}

/** What is printed on a certificate beside its facts. */
export function marksOf(deps: Deps, { number, verificationCode, factsSha256 }: Certificate): CertificateMarks {
  return {
    verificationCode,
    verificationUrl: `${deps.publicUrl()}/verify/${number}?code=${verificationCode}`,
    factsSha256: factsSha256.toString('hex'),
  }
}

export function sendPdf(reply: FastifyReply, name: string, pdf: Uint8Array): FastifyReply {
  return reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${name}"`)
    .header('cache-control', 'private, no-store')
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
}

const filingSchema = {
  tags: ['certificates'],
  summary: 'The registration certificate of a filing',
  security: [{ apiKey: [] }],
  params: Type.Object({ filingNumber: Type.String() }),
  response: {
    200: {
      description: 'The certificate as PDF',
      content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
    },
    ...problemResponses(401, 404, 410, 422, 503),
  },
}
const verifySchema = {
  tags: ['certificates'],
  summary: 'Check a certificate by its number; with the printed code, its facts',
  params: Type.Object({ number: Type.String() }),
  querystring: Type.Object(
    {
      code: Type.Optional(Type.String({ maxLength: 64 })),
      after: Type.Optional(Type.Integer({ minimum: 0, maximum: RANK_MAX })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: LIMIT_MAX })),
      lang: Type.Optional(Type.String()),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      genuine: Type.Boolean(),
      kind: Type.Optional(Type.String()),
      issuedAt: Type.Optional(Type.String()),
      sha256: Type.Optional(Type.String()),
      facts: Type.Optional(Type.Any()),
      matchCount: Type.Optional(Type.Integer()),
      next: Type.Optional(Type.String()),
      destroyed: Type.Optional(Type.Boolean()),
      notIssued: Type.Optional(Type.Boolean()),
    }),
    ...problemResponses(422),
  },
}

import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import { isSha256 } from '../attachments/attachment.ts'
import { sendAttachment } from '../attachments/send-attachment.ts'
import type { Deps } from '../deps.ts'
import { maySeeAttachments } from '../parties/masking.ts'
import { numberFrom } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { findFiledAttachment } from './load-filed-attachments.ts'
import { readerOfFiling } from './reader-of-filing.ts'

/** The attachments of filings, for the parties, the registrar and courts. To others there are none. */
export function filedAttachmentRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/filings/:filingNumber/attachments/:sha256', { schema: downloadSchema }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const { filingNumber, sha256 } = request.params as { filingNumber: string; sha256: string }
    const number = numberFrom(filingNumber)
    const attachment = isSha256(sha256) ? await findFiledAttachment(deps.pool, number, sha256) : undefined
    const reader = attachment && (await readerOfFiling(deps.pool, person, number))
    // Who objects is no party to the registration, and may open what it filed itself.
    const may = attachment?.account === person.account || (reader !== undefined && maySeeAttachments(reader))
    if (!attachment || !may) throw new ProblemError('not_found')
    return sendAttachment(deps, reply, attachment)
  })
}

const downloadSchema = {
  tags: ['attachments'],
  summary: 'An attachment of a filing, as it was uploaded',
  security: [{ apiKey: [] }],
  params: Type.Object({ filingNumber: Type.String(), sha256: Type.String() }),
  response: {
    200: {
      description: 'The file',
      content: Object.fromEntries(
        ['application/pdf', 'image/jpeg', 'image/png'].map((type) => [
          type,
          { schema: { type: 'string', format: 'binary' } },
        ]),
      ),
    },
    ...problemResponses(401, 404, 422),
  },
}

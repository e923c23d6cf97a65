import { Readable } from 'node:stream'
import type { FastifyReply } from 'fastify'
import type { Deps } from '../deps.ts'
import type { FiledAttachment } from './attachment.ts'
import { readChunks } from './attachment-store.ts'
import { attachmentDisposition, downloadName } from './attachment-wording.ts'

/**
 * Sends an attachment to somebody who may open it. Always a download, under the type that it has, and with no right to
 * do anything where a browser opens it anyway.
 */
export function sendAttachment(
  deps: Pick<Deps, 'pool'>,
  reply: FastifyReply,
  attachment: FiledAttachment,
): FastifyReply {
  return reply
    .type(attachment.mediaType)
    .header('content-length', attachment.bytes)
    .header('content-disposition', attachmentDisposition(downloadName(attachment)))
    .header('content-security-policy', "default-src 'none'; sandbox")
    .header('x-content-type-options', 'nosniff')
    .header('cache-control', 'private, no-store')
    .send(Readable.from(readChunks(deps.pool, attachment), { objectMode: false }))
}

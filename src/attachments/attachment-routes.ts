import type { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import { requireOwnForm } from '../accounts/csrf.ts'
import type { Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import { drainBriefly, isBrokenForm } from '../platform/drain-briefly.ts'
import { idempotencyOf, sendRefusals } from '../platform/http.ts'
import { keepAnswer } from '../platform/keep-answer.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { ATTACHMENT_MAX_BYTES, storedAttachmentSchema } from './attachment.ts'
import { mediaTypes } from './media-type.ts'
import { keepUpload, type ReceivingPerson, receiveUpload } from './receive-attachment.ts'
import type { SpooledUpload } from './spool-upload.ts'

/** Types of a body that is the file itself. The last says nothing of its content. */
const rawTypes = [...mediaTypes, 'application/octet-stream']
const FIELDS_MAX = 10

type Received = SpooledUpload & { declared: string | undefined }

/** Uploads: one file a request, as the body itself or as the one file of a form. */
export function attachmentRoutes(app: FastifyInstance, deps: Deps): void {
  // Of its own, so that no other route takes such bodies.
  app.register(async (own) => {
    own.addContentTypeParser(rawTypes, (_request, payload, done) => done(null, payload))
    own.post(
      '/api/v1/attachments',
      {
        schema: uploadSchema,
        config: { fileBody: true },
        onRequest: async (request) => void personWhoMay(request, 'attach'),
      },
      async (request, reply) => {
        const person = personWhoMay(request, 'attach')
        const received = await receivedOf(request)
        if ('refused' in received) return sendRefusals(reply, received.refused)
        try {
          return await keepOnce(deps, request, reply, person, received)
        } finally {
          await received.file.close()
        }
      },
    )
  })
}

async function keepOnce(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  person: Person,
  received: Received,
): Promise<FastifyReply> {
  const { sha256, declared } = received
  const idempotency = idempotencyOf(request, person, { sha256, declared })
  const kept = await keepAnswer(deps.pool, person.userId, idempotency, async () => {
    const made = await keepUpload(deps.pool, uploaderOf(request, person), received, declared)
    return 'refused' in made ? made : { answer: made }
  })
  if ('refused' in kept) return sendRefusals(reply, kept.refused)
  if (kept.replayed) reply.header('idempotency-replayed', 'true')
  return reply.code(201).send(kept.answer)
}

/** The file, whole. However this ends, what the sender still sends is not waited for. */
async function receivedOf(request: FastifyRequest): Promise<Received | { refused: Refusal[] }> {
  try {
    return await (request.isMultipart() ? fileOfForm(request) : fileOfBody(request))
  } finally {
    drainBriefly(request.raw)
  }
}

export function uploaderOf(request: FastifyRequest, person: Person): ReceivingPerson {
  const { account, accountKind, userId } = person
  return { account, accountKind, actor: userId, network: request.ip }
}

async function fileOfBody(request: FastifyRequest): Promise<Received | { refused: Refusal[] }> {
  const type = (request.headers['content-type'] ?? '').split(';')[0]!.trim().toLowerCase()
  if (!rawTypes.includes(type)) throw new ProblemError('media_type_not_supported', { detail: asFile })
  const length = Number(request.headers['content-length'] ?? 0)
  if (length > ATTACHMENT_MAX_BYTES) throw new ProblemError('attachment_too_large')
  if (!request.body) throw new ProblemError('attachment_empty')
  const upload = await receiveUpload(request.body as Readable)
  return 'refused' in upload ? upload : { ...upload, declared: declaredType(type) }
}

/** The one file of a form; a second one, or none, is refused. A browser's form carries its session's token. */
async function fileOfForm(request: FastifyRequest): Promise<Received | { refused: Refusal[] }> {
  const fields: Record<string, unknown> = {}
  let received: Received | undefined
  try {
    for await (const part of request.parts({
      limits: { files: 2, fields: FIELDS_MAX, fileSize: ATTACHMENT_MAX_BYTES + 1, fieldSize: 1_000 },
      throwFileSizeLimit: false,
    } as object)) {
      if (part.type === 'field') {
        fields[part.fieldname] = part.value
        continue
      }
      if (received) {
        part.file.resume()
        throw new ProblemError('attachment_not_one_file')
      }
      const upload = await receiveUpload(part.file)
      if ('refused' in upload) {
        part.file.resume()
        return upload
      }
      received = { ...upload, declared: declaredType(part.mimetype) }
    }
    requireOwnForm(request, fields)
    if (!received) throw new ProblemError('attachment_not_one_file')
    return received
  } catch (error) {
    await received?.file.close()
    throw isBrokenForm(error) ? new ProblemError('request_malformed') : error
  }
}

const asFile = text(
  '请以 multipart/form-data 上传一个文件，或者以 application/pdf、image/jpeg、image/png、application/octet-stream 直接发送文件内容',
  'Send one file as multipart/form-data, or the file itself as application/pdf, image/jpeg, image/png or application/octet-stream',
)

const aliases: Readonly<Record<string, string>> = {
  'image/jpg': 'image/jpeg',
  'image/pjpeg': 'image/jpeg',
  'image/x-png': 'image/png',
  'application/x-pdf': 'application/pdf',
}

/** The type that the sender says; undefined when it says none. Parts of a form without a type are text by default. */
export function declaredType(type: string): string | undefined {
  const plain = type.toLowerCase()
  if (plain === '' || plain === 'application/octet-stream' || plain === 'text/plain') return undefined
  return aliases[plain] ?? plain
}

const uploadSchema = {
  tags: ['attachments'],
  summary: 'Upload one file that a filing can name: PDF, JPEG or PNG, at most 20 MiB',
  security: [{ apiKey: [] }],
  consumes: [...rawTypes, 'multipart/form-data'],
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  response: { 201: storedAttachmentSchema, ...problemResponses(400, 401, 403, 408, 409, 413, 415, 422, 429, 503) },
}

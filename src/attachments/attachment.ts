import Type from 'typebox'
import { type MediaType, mediaTypes } from './media-type.ts'

/** A file that filings name: a contract, a schedule, a photograph. Known by the SHA-256 of its bytes. */
export const ATTACHMENT_MAX_BYTES = 20 * 1024 * 1024
export const ATTACHMENTS_MAX = 20
export const ATTACHMENT_NAME_MAX_CHARACTERS = 200
/** Days that an upload is kept for a filing to name it. */
export const UNNAMED_KEPT_DAYS = 7
/** Those of the register's office wait for the second person, up to thirty days more. */
export const UNNAMED_KEPT_DAYS_AT_OFFICE = 37

/** An attachment as it is stored. `sha256` is 64 lowercase hexadecimal digits. */
export type StoredAttachment = { sha256: string; bytes: number; mediaType: MediaType }

/** An attachment as a filing names it. The name is for people: nothing is ever found or opened by it. */
export type NamedAttachment = { sha256: string; name?: string }

/** An attachment of a filing. */
export type FiledAttachment = StoredAttachment & { name?: string }

/** The part of every form that names its attachments, each once. */
export const attachmentsSchema = Type.Array(
  Type.Object(
    {
      sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
      name: Type.Optional(Type.String({ minLength: 1, maxLength: ATTACHMENT_NAME_MAX_CHARACTERS })),
    },
    { additionalProperties: false },
  ),
  { maxItems: ATTACHMENTS_MAX },
)

/** An attachment in an answer. */
export const storedAttachmentSchema = Type.Object({
  sha256: Type.String(),
  bytes: Type.Integer(),
  mediaType: Type.Unsafe<MediaType>({ type: 'string', enum: [...mediaTypes] }),
})
export const filedAttachmentSchema = Type.Object({
  ...storedAttachmentSchema.properties,
  name: Type.Optional(Type.String()),
})

export function isSha256(value: string): boolean {
  return /^[0-9a-f]{64}$/.test(value)
}

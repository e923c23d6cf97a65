import { ATTACHMENTS_MAX, type FiledAttachment, isSha256 } from '../../attachments/attachment.ts'
import { mediaTypes } from '../../attachments/media-type.ts'
import { namedOf } from '../pages/posted-attachments.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'

/**
 * The attachments of an act travel with its pages, as everything typed does: `attachments[0][sha256]` and so on. What
 * the page says of size and type is for showing only; the filing names hashes, and the register knows the rest.
 */
export function attachmentsOf(fields: Fields): FiledAttachment[] {
  const given = fields.attachments
  if (typeof given !== 'object' || given === null) return []
  return Object.values(given as Fields)
    .slice(0, ATTACHMENTS_MAX)
    .flatMap((each) => {
      const sha256 = typed(each, 'sha256')
      const mediaType = mediaTypes.find((type) => type === typed(each, 'mediaType'))
      const bytes = Number(typed(each, 'bytes'))
      if (!isSha256(sha256) || !mediaType || !Number.isSafeInteger(bytes)) return []
      const name = typed(each, 'name')
      return [{ sha256, bytes, mediaType, ...(name !== '' && { name }) }]
    })
}

/** The fields with this list in the place of the one before. */
export function withAttachments(fields: Fields, attachments: readonly FiledAttachment[]): Fields {
  const { attachments: _before, ...rest } = fields
  if (attachments.length === 0) return rest
  const list = attachments.map(({ sha256, bytes, mediaType, name = '' }, at) => [
    String(at),
    { sha256, bytes: String(bytes), mediaType, name },
  ])
  return { ...rest, attachments: Object.fromEntries(list) }
}

/** The content of an act, with the attachments that its filing names. */
export function contentWith(content: Record<string, unknown>, fields: Fields): Record<string, unknown> {
  const attachments = namedOf(attachmentsOf(fields))
  return attachments.length > 0 ? { ...content, attachments } : content
}

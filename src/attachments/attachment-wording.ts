import { type Text, text } from '../platform/text.ts'
import { thousands } from '../platform/written-form.ts'
import type { MediaType } from './media-type.ts'

export const mediaTypeLabels: Readonly<Record<MediaType, Text>> = {
  'application/pdf': text('PDF', 'PDF'),
  'image/jpeg': text('JPEG 图片', 'JPEG'),
  'image/png': text('PNG 图片', 'PNG'),
}

const extensions: Readonly<Record<MediaType, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
}

const KIB = 1024

/** 1.2 MiB, 340 KiB, 12 B. */
export function writtenSize(bytes: number): string {
  if (bytes < KIB) return `${bytes} B`
  if (bytes < KIB * KIB) return `${thousands(Math.ceil(bytes / KIB))} KiB`
  return `${(Math.ceil((bytes / KIB / KIB) * 10) / 10).toFixed(1)} MiB`
}

/**
 * The name under which an attachment is downloaded: the filed one with the extension of what it is, or one made of its
 * hash. Characters that a file system or a shell reads otherwise become underscores.
 */
export function downloadName({ sha256, mediaType, name }: { sha256: string; mediaType: MediaType; name?: string }) {
  const extension = extensions[mediaType]
  const stem = (name ?? '')
    .normalize('NFC')
    .replace(/\.(pdf|jpe?g|png)$/i, '')
    .replace(UNSAFE, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${stem || `attachment-${sha256.slice(0, 16)}`}.${extension}`
}

/** Content-Disposition for a download (RFC 6266), with the name in ASCII and, in full, as RFC 8187 has it. */
export function attachmentDisposition(name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_')
  const whole = encodeURIComponent(name).replace(
    /['()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${whole}`
}

/** Controls, format characters (bidirectional ones too), separators of paths, and what shells and Windows read. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\p{Cs}/\\:*?"<>|%;$`]/gu

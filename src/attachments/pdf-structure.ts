import { inflateSync } from 'node:zlib'
import type { ExaminationFault } from './attachment-refusals.ts'

/** What can be told of a PDF from its bytes, before it is parsed. Pure. */

/** What may follow the last %%EOF: ends of lines and padding. */
const PADDING = /^[\0\s]*$/
const TAIL_BYTES = 64 * 1024

/**
 * Whether a PDF is whole (ISO 32000-1, 7.5): its header at the first byte, at its end `startxref` with the place of a
 * cross-reference that is there, `%%EOF`, and nothing after it. @returns undefined when it is
 */
export function faultInPdf(bytes: Buffer): ExaminationFault | undefined {
  if (!/^%PDF-\d\.\d/.test(bytes.toString('latin1', 0, 8))) return 'attachment_malformed'
  const eof = bytes.lastIndexOf('%%EOF')
  if (eof < 0) return 'attachment_incomplete'
  const rest = bytes.subarray(eof + 5)
  if (rest.length > TAIL_BYTES || !PADDING.test(rest.toString('latin1'))) return 'attachment_trailing_data'
  const tail = bytes.toString('latin1', Math.max(0, eof - 64), eof)
  const place = Number(/startxref\s+(\d{1,10})\s*$/.exec(tail)?.[1] ?? Number.NaN)
  if (!(place > 0 && place < eof)) return 'attachment_incomplete'
  const target = bytes.toString('latin1', place, place + 32)
  return /^\s*(xref\b|\d+\s+\d+\s+obj\b)/.test(target) ? undefined : 'attachment_incomplete'
}

/** Object streams are inflated up to this size each and in all; one that is larger is a bomb or no document. */
const STREAM_MAX_BYTES = 32 * 1024 * 1024
const STREAMS_MAX_BYTES = 128 * 1024 * 1024

/**
 * Whether a PDF has actions that run or start something, wherever its objects stand: in the open or in compressed
 * object streams. Content of pages and pictures is not looked into: it is drawn and never acted on.
 * @throws RangeError when its object streams are too large
 */
export function hasActiveContent(bytes: Buffer): boolean {
  const file = bytes.toString('latin1')
  let at = 0
  let inflated = 0
  for (;;) {
    const stream = file.indexOf('stream', at)
    const end = stream < 0 ? file.length : stream
    const open = file.slice(at, end)
    if (isActive(open)) return true
    if (stream < 0) return false
    const start = stream + (file.startsWith('\r\n', stream + 6) ? 8 : 7)
    const close = file.indexOf('endstream', start)
    if (close < 0) return isActive(file.slice(start))
    if (/\/Type\s*\/ObjStm\b/.test(withoutEscapes(open.slice(open.lastIndexOf('obj'))))) {
      const objects = inflate(bytes.subarray(start, close))
      inflated += objects.length
      if (inflated > STREAMS_MAX_BYTES) throw new RangeError('the object streams are too large')
      if (isActive(objects)) return true
    }
    at = close + 'endstream'.length
  }
}

/** An object stream under another filter than Flate is left to the parser, which finds scripts of the usual places. */
function inflate(stream: Buffer): string {
  try {
    return inflateSync(stream, { maxOutputLength: STREAM_MAX_BYTES }).toString('latin1')
  } catch (error) {
    if (error instanceof RangeError) throw error
    return ''
  }
}

function isActive(objects: string): boolean {
  return /\/S\s*\/(JavaScript|Launch)\b|\/XFA\b/.test(objects.includes('#') ? withoutEscapes(objects) : objects)
}

/** Names may be written with #xx for any character: /J#61vaScript. */
function withoutEscapes(objects: string): string {
  return objects.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

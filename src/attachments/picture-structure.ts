import { crc32 } from 'node:zlib'
import type { ExaminationFault } from './attachment-refusals.ts'

/** Whether pictures are whole, by their own structure from the first byte to the last. Pure. */
export const PICTURE_SIDE_MAX_PIXELS = 20_000
export const PICTURE_MAX_PIXELS = 200_000_000

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const FIRST_LENGTHLESS = 0xd0

/**
 * A JPEG from its start of image to its end, segment by segment (ISO/IEC 10918-1, annex B). Behind it may stand padding
 * and further whole JPEGs, as telephones write them (the multi-picture format). @returns undefined when it is whole
 */
export function faultInJpeg(bytes: Buffer): ExaminationFault | undefined {
  let at = 0
  do {
    const end = endOfJpeg(bytes, at)
    if (typeof end === 'string') return end
    at = end
    while (bytes[at] === 0) at += 1
  } while (bytes[at] === 0xff && bytes[at + 1] === SOI)
  return at < bytes.length ? 'attachment_trailing_data' : undefined
}

function endOfJpeg(bytes: Buffer, start: number): number | ExaminationFault {
  if (bytes[start] !== 0xff || bytes[start + 1] !== SOI) return 'attachment_malformed'
  let at = start + 2
  let framed = false
  let scanned = false
  for (;;) {
    if (at + 1 >= bytes.length) return 'attachment_incomplete'
    if (bytes[at] !== 0xff) return 'attachment_malformed'
    const marker = bytes[at + 1]!
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === EOI) return framed && scanned ? at + 2 : 'attachment_incomplete'
    if (marker === 0 || (marker >= FIRST_LENGTHLESS && marker < EOI)) return 'attachment_malformed'
    if (at + 4 > bytes.length) return 'attachment_incomplete'
    const length = bytes.readUInt16BE(at + 2)
    if (length < 2) return 'attachment_malformed'
    if (at + 2 + length > bytes.length) return 'attachment_incomplete'
    if (isFrame(marker)) {
      if (length < 8) return 'attachment_malformed'
      const fault = faultInSize(bytes.readUInt16BE(at + 7), bytes.readUInt16BE(at + 5))
      if (fault) return fault
      framed = true
    }
    at += 2 + length
    if (marker === SOS) {
      scanned = true
      at = endOfScan(bytes, at)
    }
  }
}

/** SOF0 to SOF15, without the markers of tables among them. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

/** The first marker after entropy-coded data that is neither a stuffed zero nor a restart. */
function endOfScan(bytes: Buffer, start: number): number {
  let at = start
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    const next = bytes[at + 1]
    if (next === undefined || (next !== 0 && !(next >= FIRST_LENGTHLESS && next <= 0xd7) && next !== 0xff)) return at
    at += next === 0xff ? 1 : 2
  }
}

const PNG_SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const CHUNK_FRAME_BYTES = 12

/** A PNG chunk by chunk, each under its CRC, from IHDR to IEND (ISO/IEC 15948). @returns undefined when it is whole */
export function faultInPng(bytes: Buffer): ExaminationFault | undefined {
  if (!bytes.subarray(0, PNG_SIGNATURE.length).equals(PNG_SIGNATURE)) return 'attachment_malformed'
  let at = PNG_SIGNATURE.length
  let first = true
  let pixels = false
  for (;;) {
    if (at + CHUNK_FRAME_BYTES > bytes.length) return 'attachment_incomplete'
    const length = bytes.readUInt32BE(at)
    const type = bytes.toString('latin1', at + 4, at + 8)
    if (!/^[A-Za-z]{4}$/.test(type) || length > 0x7fffffff) return 'attachment_malformed'
    const end = at + CHUNK_FRAME_BYTES + length
    if (end > bytes.length) return 'attachment_incomplete'
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return 'attachment_malformed'
    if (first !== (type === 'IHDR')) return 'attachment_malformed'
    if (first) {
      if (length !== 13) return 'attachment_malformed'
      const fault = faultInSize(bytes.readUInt32BE(at + 8), bytes.readUInt32BE(at + 12))
      if (fault) return fault
      first = false
    }
    if (type === 'IDAT') pixels = true
    at = end
    if (type === 'IEND') break
  }
  if (!pixels) return 'attachment_malformed'
  return at < bytes.length ? 'attachment_trailing_data' : undefined
}

function faultInSize(width: number, height: number): ExaminationFault | undefined {
  if (width === 0 || height === 0) return 'attachment_malformed'
  const large = Math.max(width, height) > PICTURE_SIDE_MAX_PIXELS || width * height > PICTURE_MAX_PIXELS
  return large ? 'attachment_too_complex' : undefined
}

/** The record at the end of a ZIP archive, and its size without the comment. Pure. */
const END_OF_ARCHIVE = Buffer.from('PK\x05\x06', 'latin1')
const END_BYTES = 22
const COMMENT_MAX_BYTES = 0xffff

/**
 * Whether a file can be opened as a ZIP archive too: archives are read from their end, so one can hide inside any other
 * file, its closing record counting all that follows as a comment.
 */
export function isAlsoArchive(bytes: Buffer): boolean {
  const from = Math.max(0, bytes.length - END_BYTES - COMMENT_MAX_BYTES)
  for (let at = bytes.indexOf(END_OF_ARCHIVE, from); at >= 0; at = bytes.indexOf(END_OF_ARCHIVE, at + 1)) {
    if (at + END_BYTES > bytes.length) return false
    if (at + END_BYTES + bytes.readUInt16LE(at + 20) >= bytes.length) return true
  }
  return false
}

import type { Readable } from 'node:stream'

/** One line of a stream: its number from 1, and its bytes without the line's end, or why there are none. */
export type JsonLine = { number: number; bytes: Buffer } | { number: number; over: 'line' | 'stream' }

const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const BLANK = /^[ \t\r]*$/

/**
 * Reads lines as they come, never more than one line and one chunk at a time. Lines end with LF or CRLF, the last one
 * may end with the stream; blank ones are counted and passed over. A line over its limit is told and skipped; with more
 * bytes than the stream may have, that is told and reading ends. The input is not destroyed when the reader stops.
 */
export async function* jsonLines(
  input: Readable,
  max: { lineBytes: number; streamBytes: number },
): AsyncGenerator<JsonLine> {
  let parts: Buffer[] = []
  let length = 0
  let number = 1
  let streamed = 0
  for await (const chunk of input.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    streamed += chunk.length
    if (streamed > max.streamBytes) {
      yield { number, over: 'stream' }
      return
    }
    let start = 0
    for (let end = chunk.indexOf(LINE_FEED); end >= 0; end = chunk.indexOf(LINE_FEED, start)) {
      add(chunk.subarray(start, end))
      const line = take()
      if (line) yield line
      start = end + 1
    }
    add(chunk.subarray(start))
  }
  const last = take()
  if (last) yield last

  /** Bytes of a line that is over its limit are counted, not kept. */
  function add(part: Buffer): void {
    length += part.length
    if (length > max.lineBytes) parts = []
    else if (part.length > 0) parts.push(part)
  }

  function take(): JsonLine | undefined {
    const whole = parts.length === 1 ? parts[0]! : Buffer.concat(parts)
    const line = { number, bytes: whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole }
    const over = length > max.lineBytes
    number += 1
    parts = []
    length = 0
    if (over) return { number: line.number, over: 'line' }
    return isBlank(line.bytes) ? undefined : line
  }
}

function isBlank(bytes: Buffer): boolean {
  return bytes.length < 1_000 && BLANK.test(bytes.toString('latin1'))
}

import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { Refusal } from '../refusal.ts'
import { listRefusal } from './list-refusals.ts'

const LINE_FEED = 0x0a
/** So many Chinese characters in one line that is well-formed UTF-8 are no accident of GB18030's bytes. */
const HAN_NO_ACCIDENT = 2

/**
 * The text of a list's bytes. The encoding follows from the bytes alone: UTF-16 and UTF-8 by their byte order marks,
 * else UTF-8 when all of it is well-formed, else GB18030, in which spreadsheets in China save CSV. What is neither, or
 * both by turns, is refused with its first line: a wrong guess would search for damaged names and find nothing.
 */
export function decodeList(bytes: Buffer): { content: string } | { refused: Refusal } {
  const [first, second, third] = bytes
  if (first === 0xff && second === 0xfe) return utf16(bytes.subarray(2))
  if (first === 0xfe && second === 0xff) return utf16(swapped(bytes.subarray(2)))
  const marked = first === 0xef && second === 0xbb && third === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  if (body.includes(0)) return { refused: listRefusal('list_not_text') }
  if (isUtf8(body)) return { content: body.toString('utf8') }
  if (marked) return { refused: listRefusal('list_bytes_undecodable', { line: firstLine(body, notUtf8) }) }
  const utf8Line = firstLineOr(body, isUtf8WithHan)
  if (utf8Line !== undefined)
    return { refused: listRefusal('list_encoding_mixed', { line: utf8Line, other: firstLine(body, notUtf8) }) }
  const content = iconv.decode(body, 'gb18030')
  const damaged = content.indexOf('\ufffd')
  if (damaged < 0) return { content }
  return { refused: listRefusal('list_bytes_undecodable', { line: lineAt(content, damaged) }) }
}

function utf16(bytes: Buffer): { content: string } | { refused: Refusal } {
  const content = bytes.toString('utf16le')
  if (bytes.length % 2 === 1)
    return { refused: listRefusal('list_bytes_undecodable', { line: lineAt(content, content.length) }) }
  if (content.includes('\u0000')) return { refused: listRefusal('list_not_text') }
  const damaged = loneSurrogateAt(content)
  if (damaged === undefined) return { content }
  return { refused: listRefusal('list_bytes_undecodable', { line: lineAt(content, damaged) }) }
}

/** Where a half of a character stands without its other half. */
export function loneSurrogateAt(content: string): number | undefined {
  if (content.isWellFormed()) return undefined
  return content.search(/\p{Cs}/u)
}

/** The line of a place in a text, from 1. Lines end with LF, CRLF or CR. */
export function lineAt(content: string, at: number): number {
  return content.slice(0, at).split(/\r\n?|\n/).length
}

function swapped(bytes: Buffer): Buffer {
  const even = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2)))
  const odd = bytes.subarray(even.length)
  return Buffer.concat([even.swap16(), odd])
}

function notUtf8(line: Buffer): boolean {
  return !isUtf8(line)
}

function isUtf8WithHan(line: Buffer): boolean {
  return isUtf8(line) && (line.toString('utf8').match(/\p{Script=Han}/gu)?.length ?? 0) >= HAN_NO_ACCIDENT
}

function firstLine(bytes: Buffer, judge: (line: Buffer) => boolean): number {
  return firstLineOr(bytes, judge) ?? 1
}

function firstLineOr(bytes: Buffer, judge: (line: Buffer) => boolean): number | undefined {
  let start = 0
  for (let line = 1; start <= bytes.length; line += 1) {
    const end = bytes.indexOf(LINE_FEED, start)
    if (judge(bytes.subarray(start, end < 0 ? bytes.length : end))) return line
    if (end < 0) return undefined
    start = end + 1
  }
  return undefined
}

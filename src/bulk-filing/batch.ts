import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { type JsonLine, jsonLines } from '../platform/json-lines.ts'
import { WorkUnderWay } from '../platform/work-under-way.ts'
import { AnswersInOrder } from './answers-in-order.ts'
import type { LineAnswer } from './line-answer.ts'

export const LINES_MAX = 10_000
export const LINE_MAX_BYTES = 16 * 1024 * 1024
export const BATCH_MAX_BYTES = 256 * 1024 * 1024

/** Two groups of the order and what is being read: enough to keep it busy. Contents count besides. */
const UNDER_WAY = { count: 300, bytes: 16 * 1024 * 1024 }

/** Lines that are prepared before the network is looked at again: about three milliseconds of work. */
const PREPARED_AT_A_STRETCH = 8

/** How each line is answered. Neither throws. */
export type LineFiler = {
  file(line: number, bytes: Buffer): Promise<LineAnswer>
  /** A line that is not looked at: it is too long, or too much came before it. */
  refuse(line: number, over: 'line' | 'stream' | 'lines'): LineAnswer
}

export type BatchCounts = { lines: number; filed: number; replayed: number; refused: number; failed: number }

/**
 * Files a stream of lines and answers each, in their order, with a summary at the end: without it the answer was cut.
 * Lines are read no faster than they are filed and their answers are read.
 */
export class Batch {
  readonly #answers = new AnswersInOrder()
  readonly #input: Readable
  readonly #filer: LineFiler
  readonly #counts: BatchCounts = { lines: 0, filed: 0, replayed: 0, refused: 0, failed: 0 }
  #read = 0

  constructor(input: Readable, filer: LineFiler) {
    this.#input = input
    this.#filer = filer
  }

  get answers(): Readable {
    return this.#answers.stream
  }

  /** Runs to the end of the lines, or until the client goes away: what was acknowledged stands. */
  async run(): Promise<void> {
    try {
      await this.#readLines()
      await this.#answers.end(() => `${JSON.stringify({ summary: this.#counts })}\n`)
      // What is sent beyond the limits is let pass, so that the client comes to read why it was not taken.
      this.#input.on('data', (chunk: Buffer) => {
        this.#read += chunk.length
        if (this.#read > BATCH_MAX_BYTES) this.#input.destroy()
      })
      this.#input.resume()
    } catch {
      // The input breaks when the client goes away: there is nobody to tell.
      this.answers.destroy()
    }
  }

  async #readLines(): Promise<void> {
    const underWay = new WorkUnderWay(UNDER_WAY)
    const limits = { lineBytes: LINE_MAX_BYTES, streamBytes: BATCH_MAX_BYTES }
    for await (const line of jsonLines(this.#input, limits)) {
      // Lines are prepared while a group is filed: its answers must not wait until a hundred more are ready.
      if (line.number % PREPARED_AT_A_STRETCH === 0) await setImmediate()
      const bytes = 'bytes' in line ? line.bytes.length : 0
      await underWay.room(bytes)
      if (!(await this.#answers.room())) return
      const answer = this.#answer(line).then(({ text, outcome }) => {
        this.#counts[outcome] += 1
        return text
      })
      this.#counts.lines += 1
      this.#read += bytes
      underWay.add(answer, bytes)
      this.#answers.add(answer)
      if (this.#counts.lines > LINES_MAX || ('over' in line && line.over === 'stream')) return
    }
  }

  async #answer(line: JsonLine): Promise<LineAnswer> {
    if ('over' in line) return this.#filer.refuse(line.number, line.over)
    if (this.#counts.lines >= LINES_MAX) return this.#filer.refuse(line.number, 'lines')
    return this.#filer.file(line.number, line.bytes)
  }
}

import { Readable } from 'node:stream'

/** Answers that wait: for an earlier line's answer, or for the client to read. */
const WAITING_MAX_ANSWERS = 2_000
/** A client that sends everything before it reads anything has the answers to 10,000 filed lines kept for it. */
const UNREAD_MAX_BYTES = 16 * 1024 * 1024

/** The answers to lines as a stream in the order of the lines, whatever order they were found in. */
export class AnswersInOrder {
  /** What is sent. It is destroyed when the client goes away. */
  readonly stream: Readable
  readonly #waiting: { text?: string }[] = []
  #flushing = false
  #changed: (() => void) | undefined

  constructor() {
    this.stream = new Readable({ read: () => this.#changed?.() })
    this.stream.on('close', () => this.#changed?.())
  }

  /** Takes the place of the next answer. */
  add(answer: Promise<string>): void {
    const place: { text?: string } = {}
    this.#waiting.push(place)
    answer.then((text) => {
      place.text = text
      this.#flushSoon()
    })
  }

  /** Waits until another answer may be added. @returns false when nobody reads any more */
  async room(): Promise<boolean> {
    while (
      !this.stream.destroyed &&
      (this.#waiting.length >= WAITING_MAX_ANSWERS || this.stream.readableLength >= UNREAD_MAX_BYTES)
    ) {
      await this.#change()
    }
    return !this.stream.destroyed
  }

  /** Waits until every answer has been passed on, and ends the stream with a last one. */
  async end(last: () => string): Promise<void> {
    while (this.#waiting.length > 0 && !this.stream.destroyed) await this.#change()
    if (this.stream.destroyed) return
    this.stream.push(last())
    this.stream.push(null)
  }

  /** A group's answers come together and are sent together. */
  #flushSoon(): void {
    if (this.#flushing) return
    this.#flushing = true
    setImmediate(() => {
      this.#flushing = false
      const known = this.#waiting.findIndex(({ text }) => text === undefined)
      const ready = this.#waiting.splice(0, known < 0 ? this.#waiting.length : known)
      if (ready.length > 0 && !this.stream.destroyed) this.stream.push(ready.map(({ text }) => text).join(''))
      this.#changed?.()
    })
  }

  #change(): Promise<void> {
    return new Promise((resolve) => {
      this.#changed = resolve
    })
  }
}

/**
 * Work that was begun and not ended, within bounds: who reads a long input begins the next only when there is room. One
 * reader waits at a time, and the work itself must not reject.
 */
export class WorkUnderWay {
  readonly #max: { count: number; bytes: number }
  #count = 0
  #bytes = 0
  #oneEnded: (() => void) | undefined

  constructor(max: { count: number; bytes?: number }) {
    this.#max = { bytes: Number.POSITIVE_INFINITY, ...max }
  }

  add(work: Promise<unknown>, bytes = 0): void {
    this.#count += 1
    this.#bytes += bytes
    work.then(() => {
      this.#count -= 1
      this.#bytes -= bytes
      this.#oneEnded?.()
    })
  }

  /** Waits until one more of this size may begin. What is larger than all the room goes alone. */
  async room(bytes = 0): Promise<void> {
    while (this.#count > 0 && (this.#count >= this.#max.count || this.#bytes + bytes > this.#max.bytes)) {
      await this.#ended()
    }
  }

  async done(): Promise<void> {
    while (this.#count > 0) await this.#ended()
  }

  #ended(): Promise<void> {
    return new Promise((resolve) => {
      this.#oneEnded = resolve
    })
  }
}

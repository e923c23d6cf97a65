import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { type BulkSearch, isOver } from './bulk-search.ts'
import { loadBulkSearch } from './bulk-search-store.ts'

/** Of one process. Who comes when so many wait is answered at once. */
const WAITING_MAX = 200
const LOOK_EVERY_MS = 500

/** Answers that wait until a list has ended. Each looks twice a second; none outlives the process's shutdown. */
export class EndsAwaited {
  readonly #closing = new AbortController()
  #waiting = 0

  /** @param gone when the caller has left @returns the list as it is at its end, or when the wait is over */
  async wait(
    pool: Pick<Pool, 'query'>,
    search: BulkSearch,
    { seconds, gone }: { seconds: number; gone: AbortSignal },
  ): Promise<BulkSearch> {
    if (isOver(search.state) || seconds === 0 || this.#waiting >= WAITING_MAX) return search
    const signal = AbortSignal.any([this.#closing.signal, gone])
    const until = performance.now() + seconds * 1_000
    let latest = search
    this.#waiting += 1
    try {
      while (!isOver(latest.state) && performance.now() < until && !signal.aborted) {
        await pause(Math.min(LOOK_EVERY_MS, until - performance.now()), undefined, { signal }).catch(() => {})
        latest = (await loadBulkSearch(pool, search.bulkSearchNumber)) ?? latest
      }
      return latest
    } finally {
      this.#waiting -= 1
    }
  }

  close(): void {
    this.#closing.abort()
  }
}

import type { Pool } from 'pg'
import { Unavailable } from '../platform/unavailable.ts'
import { type SearchLogic, searchLogics } from './search-logics.ts'

/** A complete version, and since when searches answer by it (RFC 3339 UTC). */
export type CompleteLogic = { version: string; since: string }

/** How long what is complete is not asked for again. Once complete it stays so: only a newer version can be missed. */
export const KEPT_MS = 1_000

/**
 * Which version of the search logic answers. A search under an older version than the newest is right too, since every
 * complete version gets its keys with each filing, and it states the version that it asked: so a reading that is a
 * second old does no harm. A version that is still being built is never given.
 */
export class AnsweringLogics {
  readonly #pool: Pick<Pool, 'query'>
  readonly #known: readonly SearchLogic[]
  #complete: readonly CompleteLogic[] = []
  #readAt = Number.NEGATIVE_INFINITY
  #reading: Promise<void> | undefined

  constructor(pool: Pick<Pool, 'query'>, known: readonly SearchLogic[] = searchLogics) {
    this.#pool = pool
    this.#known = known
  }

  /** The version that answers searches of the present. @throws Unavailable when this program is too old to know it */
  async newest(): Promise<SearchLogic> {
    return this.#logicOf(newestOf(await this.complete()).version)
  }

  /** The version that answered at a moment of the past: a search as of then is made by it again. */
  async at(time: string): Promise<SearchLogic> {
    const complete = await this.complete()
    const then = complete.filter(({ since }) => since <= time)
    return this.#logicOf((then.length > 0 ? newestOf(then) : complete[0]!).version)
  }

  /** A version by its number, when this program can make keys under it. */
  known(version: string): SearchLogic | undefined {
    return this.#known.find((each) => each.version === version)
  }

  /** All complete versions, the oldest first. */
  async complete(): Promise<readonly CompleteLogic[]> {
    if (performance.now() - this.#readAt >= KEPT_MS) {
      this.#reading ??= this.#read().finally(() => {
        this.#reading = undefined
      })
      await this.#reading
    }
    return this.#complete
  }

  async #read(): Promise<void> {
    const { rows } = await this.#pool.query(
      `select version, completed_at as since from search_logics where completed_at is not null
       order by version::integer`,
    )
    if (rows.length === 0) throw new Error('search_logics has no complete version: the database is not a register')
    this.#complete = rows
    this.#readAt = performance.now()
  }

  #logicOf(version: string): SearchLogic {
    const logic = this.known(version)
    if (!logic) throw new Unavailable('search_logic_unknown', 60)
    return logic
  }
}

function newestOf(complete: readonly CompleteLogic[]): CompleteLogic {
  return complete.at(-1)!
}

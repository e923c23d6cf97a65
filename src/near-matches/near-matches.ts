import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { createPool } from '../platform/database.ts'
import { type Found, findNearNames, findNearNumbers, NoIndex } from './find-near-matches.ts'
import type { Moment } from './look-up-in-effect.ts'

/**
 * `computed`: all that the register holds was looked at. `behind`: some of what was filed last is not in the index yet.
 * `unavailable`: they could not be computed, which says nothing of whether there are any. `not_asked`: nobody asked.
 */
export type NearMatchesState = 'computed' | 'behind' | 'unavailable' | 'not_asked'

export type NearMatchesFound = { state: 'computed' | 'behind'; asOf: Moment; found: Found['found'] }

/** What is looked for: a name, or an asset identifier by its search key. */
export type NearWanted = { name: string } | { assetKey: string }

const CONNECTIONS = 3
const WAITING_MAX = 24
const STATEMENT_TIMEOUT_MS = 1_000
/** An answer waits no longer than this for its near matches. */
const PATIENCE_MS = 1_500

/**
 * Near matches of one process, over connections of their own: however long they take or whatever becomes of them, the
 * certified answer does not wait for them and does not fail with them.
 */
export class NearMatches {
  readonly #pool: Pool
  readonly #log: Logger
  #asked = 0

  constructor({ databaseUrl, log }: { databaseUrl: string; log: Logger }) {
    this.#log = log
    this.#pool = createPool(databaseUrl, {
      role: 'registry_app',
      applicationName: 'encumbra near matches',
      max: CONNECTIONS,
      statementTimeoutMs: STATEMENT_TIMEOUT_MS,
      useIndexes: true,
      onError: (err) => log.warn({ err }, 'an idle connection was lost'),
    })
  }

  /**
   * Never rejects. @param moment of the certified search, so that both speak of the same; unless told, now
   * @returns undefined when they cannot be computed now
   */
  async find(wanted: NearWanted, moment?: Moment): Promise<NearMatchesFound | undefined> {
    if (this.#asked >= CONNECTIONS + WAITING_MAX) return undefined
    this.#asked += 1
    const work = this.#find(wanted, moment).finally(() => {
      this.#asked -= 1
    })
    let timer: NodeJS.Timeout | undefined
    const patience = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS, undefined)
    })
    return Promise.race([work, patience]).finally(() => clearTimeout(timer))
  }

  async #find(wanted: NearWanted, moment?: Moment): Promise<NearMatchesFound | undefined> {
    try {
      const { asOf, complete, found } =
        'name' in wanted
          ? await findNearNames(this.#pool, wanted.name, moment)
          : await findNearNumbers(this.#pool, wanted.assetKey, moment)
      return { state: complete ? 'computed' : 'behind', asOf, found }
    } catch (err) {
      if (err instanceof NoIndex) this.#log.warn('near matches have no index yet')
      // Its message may hold what was searched for: the log gets its code (threat 14).
      else this.#log.warn({ code: (err as { code?: string }).code }, 'near matches could not be computed')
      return undefined
    }
  }

  close(): Promise<void> {
    return this.#pool.end()
  }
}

import type { FastifyBaseLogger } from 'fastify'
import pg from 'pg'
import { type Clock, systemClock } from '../platform/clock.ts'
import { connectionConfig, isConnectionLost, isTransactionTimeout } from '../platform/database.ts'
import { Unavailable } from '../platform/unavailable.ts'
import type { SearchLogic } from '../search/search-logics.ts'
import type { Act } from './act.ts'
import { type ClockReading, isSteady, judgeClocks, mayTrustAgain } from './clock-rules.ts'
import { fileGroup, type Resolution, readBack, readClocks, UnknownCommitError } from './filing-group.ts'
import { closeOrderAt, type Head, takeOrder } from './filing-order.ts'

export const GROUP_MAX_FILINGS = 100
export const GROUP_MAX_ROWS = 6_000
export const QUEUE_MAX_BYTES = 64 * 1024 * 1024
export const TRANSACTION_TIMEOUT_MS = 10_000
export const TICK_MS = 1_000
/** How long a filing waits for a lost database before its filer is told; unknown commits wait longer. */
export const OUTAGE_WAIT_MS = 10_000
export const UNKNOWN_WAIT_MS = 60_000
const RECONNECT_MS = 200

export type SequencerOptions = {
  databaseUrl: string
  log: FastifyBaseLogger
  queueMaxFilings: number
  clock?: Clock
  /** The versions of the search logic that this process can make keys under; all that the program has unless told. */
  logics?: readonly SearchLogic[]
}

type Waiting = {
  act: Act
  since: number
  resolve(resolution: Resolution): void
  reject(error: Error): void
}

/**
 * The order of one process: filings wait here and are filed group by group over one dedicated connection, under a lock
 * that all processes share. An answer comes only after the commit. Between groups it closes the order each second.
 */
export class FilingSequencer {
  readonly #options: SequencerOptions
  readonly #clock: Clock
  #queue: Waiting[] = []
  #queuedBytes = 0
  #client: pg.Client | undefined
  #trusted: ClockReading | undefined
  #jumpSeen: ClockReading | undefined
  #wake: (() => void) | undefined
  #closing = false
  #running: Promise<void> | undefined

  constructor(options: SequencerOptions) {
    this.#options = options
    this.#clock = options.clock ?? systemClock
  }

  /** Starts the loop. Filings may be submitted before the first connection stands. */
  start(): void {
    this.#running ??= this.#run()
  }

  /** Finishes what is queued, then lets the connection go. */
  async close(): Promise<void> {
    this.#closing = true
    this.#wake?.()
    await this.#running
    await this.#client?.end().catch(() => {})
  }

  /** Filings that wait, for metrics. */
  get waiting(): number {
    return this.#queue.length
  }

  /**
   * Files one act and answers after its commit.
   * @throws Unavailable with nothing filed (register_busy, register_closing, database_unavailable, clock_unreliable),
   *   or outcome_unknown when it could not be learnt in time: the same request with the same Idempotency-Key is safe
   */
  submit(act: Act): Promise<Resolution> {
    if (this.#closing) return Promise.reject(new Unavailable('register_closing', 5))
    const full = this.#queue.length >= this.#options.queueMaxFilings
    if (full || this.#queuedBytes + act.content.length > QUEUE_MAX_BYTES) {
      return Promise.reject(new Unavailable('register_busy', 1))
    }
    return new Promise((resolve, reject) => {
      this.#queue.push({ act, since: Date.now(), resolve, reject })
      this.#queuedBytes += act.content.length
      this.#wake?.()
    })
  }

  async #run(): Promise<void> {
    while (!this.#closing || this.#queue.length > 0) {
      if (this.#queue.length === 0 && this.#client) await this.#idle()
      const client = await this.#connected()
      if (!client) {
        this.#giveUpOnStale()
        if (this.#closing) this.#rejectAll(new Unavailable('database_unavailable', 5))
        continue
      }
      const group = this.#takeGroup()
      await (group.length > 0 ? this.#file(client, group) : this.#tick(client))
    }
  }

  /** Waits for a filing, or for the next tick. */
  async #idle(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, TICK_MS)
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
      if (this.#queue.length > 0 || this.#closing) this.#wake()
    })
    this.#wake = undefined
  }

  /** From the front of the queue: at most 100 filings or 6,000 rows; a larger one goes alone; no key twice. */
  #takeGroup(): Waiting[] {
    const keys = new Set<string>()
    let rows = 0
    let count = 0
    for (const { act } of this.#queue) {
      const key = act.sealing && `${act.filer.actor}:${act.sealing.keyHash.toString('hex')}`
      if (count >= GROUP_MAX_FILINGS || (count > 0 && rows + act.rows > GROUP_MAX_ROWS) || (key && keys.has(key))) break
      if (key) keys.add(key)
      rows += act.rows
      count += 1
    }
    const group = this.#queue.splice(0, count)
    for (const { act } of group) this.#queuedBytes -= act.content.length
    return group
  }

  async #file(client: pg.Client, group: Waiting[]): Promise<void> {
    try {
      settle(
        group,
        await this.#fileActs(
          client,
          group.map(({ act }) => act),
        ),
      )
    } catch (error) {
      if (error instanceof UnknownCommitError) await this.#readBack(group, error)
      else if (error instanceof Unavailable || isTransactionTimeout(error)) {
        const told = error instanceof Unavailable ? error : new Unavailable('database_unavailable', 5)
        await this.#rollback(client)
        for (const each of group) each.reject(told)
      } else if (isConnectionLost(error) || this.#client !== client) {
        // Without a COMMIT nothing was filed: the group goes back to the front and waits for the database.
        this.#drop(client, error)
        this.#putBack(group)
      } else {
        await this.#rollback(client)
        await this.#fileAlone(client, group, error as Error)
      }
    }
  }

  #fileActs(client: pg.Client, acts: Act[]): Promise<Resolution[]> {
    return fileGroup(client, acts, this.#clock, (now, head) => this.#watchClocks(now, head), this.#options.logics)
  }

  /** An unexpected error in a group: each filing is tried alone, so that only the one at fault is told. */
  async #fileAlone(client: pg.Client, group: Waiting[], cause: Error): Promise<void> {
    const [only, ...others] = group
    if (only && others.length === 0) {
      // Numbers are random, so two of a day may meet: the next try draws another.
      if (isNumberTaken(cause)) return this.#file(client, group)
      this.#options.log.error({ err: cause, filingId: only.act.filingId }, 'a filing could not be written')
      only.reject(cause)
      return
    }
    const rest = [...group]
    while (rest.length > 0 && this.#client === client) await this.#file(client, [rest.shift()!])
    this.#putBack(rest)
  }

  /** The commit's fate is unknown: never file again blindly, read back first. */
  async #readBack(group: Waiting[], unknown: UnknownCommitError): Promise<void> {
    this.#drop(this.#client, unknown.cause)
    const until = Date.now() + UNKNOWN_WAIT_MS
    while (Date.now() < until) {
      const client = await this.#connected()
      if (!client) continue
      try {
        const there = await readBack(
          client,
          group.map(({ act }) => act.filingId),
        )
        const lost = group.filter(({ act }, at) => 'filed' in unknown.resolutions[at]! && !there.has(act.filingId))
        this.#options.log.warn({ filings: group.length, lost: lost.length }, 'read back after an unknown commit')
        group.forEach((each, at) => {
          if (!lost.includes(each)) each.resolve(unknown.resolutions[at]!)
        })
        this.#putBack(lost)
        return
      } catch (error) {
        this.#drop(client, error)
      }
    }
    for (const each of group) each.reject(new Unavailable('outcome_unknown', 10))
  }

  async #tick(client: pg.Client): Promise<void> {
    try {
      const head = await takeOrder(client)
      const now = readClocks(this.#clock, head)
      this.#watchClocks(now, head)
      if (head.databaseNow - head.closedAt >= (TICK_MS * 1000 * 9) / 10) {
        await closeOrderAt(client, head.databaseNow)
        await client.query('commit')
      } else await client.query('rollback')
    } catch (error) {
      if (error instanceof Unavailable) await this.#rollback(client)
      else this.#drop(client, error)
    }
  }

  #watchClocks(now: ClockReading, head: Head): void {
    const fault = judgeClocks(now, this.#trusted, Math.max(head.lastFiledAt, head.closedAt))
    if (fault === 'clock_jumped') {
      if (!this.#jumpSeen || !isSteady(now, this.#jumpSeen)) this.#jumpSeen = now
      if (mayTrustAgain(now, this.#jumpSeen, this.#trusted!)) this.#trusted = undefined
    }
    if (fault && this.#trusted) {
      this.#options.log.error({ fault, ...now }, 'the clocks cannot be trusted: filing is stopped')
    }
    if (fault) throw new Unavailable('clock_unreliable', 10)
    this.#jumpSeen = undefined
    this.#trusted = now
  }

  async #connected(): Promise<pg.Client | undefined> {
    if (this.#client) return this.#client
    const client = new pg.Client(
      connectionConfig(this.#options.databaseUrl, {
        role: 'registry_app',
        applicationName: 'encumbra sequencer',
        transactionTimeoutMs: TRANSACTION_TIMEOUT_MS,
      }),
    )
    client.on('error', (error) => this.#drop(client, error))
    try {
      await client.connect()
      this.#client = client
      return client
    } catch {
      client.end().catch(() => {})
      await new Promise((resolve) => setTimeout(resolve, RECONNECT_MS))
      return undefined
    }
  }

  async #rollback(client: pg.Client): Promise<void> {
    await client.query('rollback').catch((error) => this.#drop(client, error))
  }

  #drop(client: pg.Client | undefined, cause: unknown): void {
    if (!client || this.#client !== client) return
    this.#client = undefined
    this.#options.log.warn({ err: cause }, 'the sequencer lost its connection')
    client.end().catch(() => {})
  }

  #putBack(group: Waiting[]): void {
    this.#queue.unshift(...group)
    for (const { act } of group) this.#queuedBytes += act.content.length
  }

  #giveUpOnStale(): void {
    const limit = Date.now() - OUTAGE_WAIT_MS
    const stale = this.#queue.filter((each) => each.since < limit)
    if (stale.length === 0) return
    this.#queue = this.#queue.filter((each) => each.since >= limit)
    for (const each of stale) {
      this.#queuedBytes -= each.act.content.length
      each.reject(new Unavailable('database_unavailable', 5))
    }
  }

  #rejectAll(error: Error): void {
    for (const each of this.#queue) each.reject(error)
    this.#queue = []
    this.#queuedBytes = 0
  }
}

function isNumberTaken(error: Error): boolean {
  return (error as { constraint?: string }).constraint === 'filings_filing_number_key'
}

function settle(group: Waiting[], resolutions: Resolution[]): void {
  group.forEach((each, at) => each.resolve(resolutions[at]!))
}

import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'

/**
 * Connections to PostgreSQL. Values arrive as the register needs them: int8 as a checked safe integer, timestamptz as
 * RFC 3339 in UTC with six decimals (a JS Date loses microseconds), dates as YYYY-MM-DD.
 */
export type DatabaseRole = 'registry_app' | 'registry_owner'

export type ConnectionOptions = {
  role?: DatabaseRole
  applicationName: string
  transactionTimeoutMs?: number
  statementTimeoutMs?: number
  /** Never read a whole table where an index can answer, whatever the planner guesses. */
  useIndexes?: boolean
}

const CONNECT_TIMEOUT_MS = 5_000

/** Settings for one connection that acts as `role` (the login must be a member of it). */
export function connectionConfig(url: string, options: ConnectionOptions): pg.ClientConfig {
  const settings = [
    '-c TimeZone=UTC',
    '-c DateStyle=ISO',
    '-c search_path=public',
    '-c synchronous_commit=on',
    '-c jit=off',
  ]
  if (options.role) settings.push(`-c role=${options.role}`)
  if (options.transactionTimeoutMs) settings.push(`-c transaction_timeout=${options.transactionTimeoutMs}`)
  if (options.statementTimeoutMs) settings.push(`-c statement_timeout=${options.statementTimeoutMs}`)
  if (options.useIndexes) settings.push('-c enable_seqscan=off')
  return {
    connectionString: url,
    application_name: options.applicationName,
    options: settings.join(' '),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    types: { getTypeParser },
  }
}

/** A pool that serves requests. Its errors on idle connections are reported, never thrown. */
export function createPool(
  url: string,
  options: ConnectionOptions & { max: number; onError: (error: Error) => void },
): pg.Pool {
  const pool = new pg.Pool({ ...connectionConfig(url, options), max: options.max, idleTimeoutMillis: 30_000 })
  pool.on('error', options.onError)
  // A connection that is lost between two statements of a transaction fails the next one; it must not end the process.
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

/** Kysely over a pool, typed by the tables of the slices. */
export function kyselyOver<Tables>(pool: pg.Pool): Kysely<Tables> {
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** True for errors that say the connection or the server went away, not that the statement was wrong. */
export function isConnectionLost(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: unknown }).code
  if (typeof code === 'string') {
    // 08: connection exception; 57P01-03: shutdown, crash, cannot connect now. Others are errors of the socket.
    if (/^(08...|57P0[1-5]|53300)$/.test(code)) return true
    if (/^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH)/.test(code)) return true
    return false
  }
  return /terminated|not queryable|timeout exceeded when trying to connect|connection error|Connection ended/i.test(
    error.message,
  )
}

/** The server ended a transaction that stood open too long: this machine was suspended, or a lock was held. */
export function isTransactionTimeout(error: unknown): boolean {
  return (error as { code?: unknown } | undefined)?.code === '25P04'
}

const INT8 = 20
const DATE = 1082
const TIMESTAMPTZ = 1184

function getTypeParser(oid: number, format?: 'text' | 'binary') {
  if (format !== 'binary') {
    if (oid === INT8) return safeInteger
    if (oid === TIMESTAMPTZ) return timestampText
    if (oid === DATE) return (value: string) => value
  }
  return pg.types.getTypeParser(oid, format as 'text')
}

function safeInteger(value: string): number {
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${value} is beyond the safe integers`)
  return number
}

/** `2026-11-22 06:03:05.1234+00` as PostgreSQL writes it in UTC becomes `2026-11-22T06:03:05.123400Z`. */
function timestampText(value: string): string {
  const match = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/.exec(value)
  return match ? `${match[1]}T${match[2]}.${(match[3] ?? '').padEnd(6, '0')}Z` : value
}

import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

/** Every setting of the program, read once from the environment. docs/reference/settings.md lists them. */
export type Config = {
  host: string
  port: number
  /** undefined: the embedded database under dataDir. */
  databaseUrl: string | undefined
  dataDir: string
  role: 'web' | 'worker' | 'both'
  seedSandbox: boolean
  /** The public origin printed on certificates and in QR codes; the listening address unless told. */
  publicUrl: string | undefined
  logLevel: string
  /** Browsers reach the register over TLS: cookies are Secure and carry the __Host- prefix. */
  behindTls: boolean
  /** Networks (comma-separated CIDR) of proxies whose X-Forwarded-For is believed; none unless told. */
  trustProxy: string | false
  certificateThreads: number
  /** Certificate threads are started with the register; otherwise with the first certificate. */
  warmCertificates: boolean
  /** Filings that may wait for the order in one process. */
  queueMaxFilings: number
  /** Hours between the approval of a new modification code and its collection: time to object to a theft. */
  codeReplacementWaitHours: number
  /** Connections of the pool that serves requests. */
  poolMaxConnections: number
  /** Days after which a draft that nobody touched is deleted. */
  draftDays: number
  /** Days that a list that was searched is kept after its end. */
  bulkSearchDays: number
  /** The Ed25519 key (PKCS #8, PEM) that signs the log; log-key.pem in dataDir unless told. */
  logKeyFile: string | undefined
  /** The name of the log, for its first start. */
  logOrigin: string | undefined
  /** Who is asked to sign each head of the log: where, and under which verifier key. */
  logWitnesses: readonly { url: string; key: string }[]
}

export class ConfigError extends Error {}

export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const publicUrl = env.PUBLIC_URL ? httpUrl('PUBLIC_URL', env.PUBLIC_URL) : undefined
  return {
    host: env.HOST || '127.0.0.1',
    port: wholeNumber('PORT', env.PORT, 8080, 0, 65_535),
    databaseUrl: env.DATABASE_URL || undefined,
    dataDir: resolve(env.DATA_DIR || './.data'),
    role: oneOf('ROLE', env.ROLE, ['both', 'web', 'worker']),
    seedSandbox: env.SEED_SANDBOX === '1',
    publicUrl,
    logLevel: oneOf('LOG_LEVEL', env.LOG_LEVEL, ['info', 'trace', 'debug', 'warn', 'error', 'fatal', 'silent']),
    behindTls: publicUrl?.startsWith('https:') ?? false,
    trustProxy: env.TRUST_PROXY || false,
    certificateThreads: wholeNumber('CERTIFICATE_THREADS', env.CERTIFICATE_THREADS, 2, 1, 64),
    warmCertificates: env.WARM_CERTIFICATES !== '0',
    queueMaxFilings: wholeNumber('QUEUE_MAX_FILINGS', env.QUEUE_MAX_FILINGS, 2_000, 1, 100_000),
    codeReplacementWaitHours: wholeNumber('CODE_REPLACEMENT_WAIT_HOURS', env.CODE_REPLACEMENT_WAIT_HOURS, 72, 0, 2_160),
    poolMaxConnections: wholeNumber('POOL_MAX_CONNECTIONS', env.POOL_MAX_CONNECTIONS, 10, 2, 200),
    draftDays: wholeNumber('DRAFT_DAYS', env.DRAFT_DAYS, 60, 8, 3_650),
    bulkSearchDays: wholeNumber('BULK_SEARCH_DAYS', env.BULK_SEARCH_DAYS, 30, 1, 3_650),
    logKeyFile: env.LOG_KEY_FILE ? resolve(env.LOG_KEY_FILE) : undefined,
    logOrigin: env.LOG_ORIGIN ? keyName('LOG_ORIGIN', env.LOG_ORIGIN) : undefined,
    logWitnesses: witnesses(env.LOG_WITNESSES),
  }
}

/** True when a server listening here can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host)
}

/** The program's own root: where package.json, sql/ and openapi/ stand. */
export const projectRoot = resolve(import.meta.dirname, '..')
if (!existsSync(resolve(projectRoot, 'package.json'))) throw new ConfigError(`no package.json in ${projectRoot}`)

export const migrationsFolder = resolve(projectRoot, 'sql/migrations')

function wholeNumber(name: string, value: string | undefined, fallback: number, min: number, max: number): number {
  if (value === undefined || value === '') return fallback
  const number = Number(value)
  if (Number.isInteger(number) && number >= min && number <= max) return number
  throw new ConfigError(`${name} must be a whole number from ${min} to ${max}, not "${value}"`)
}

function oneOf<const T extends string>(name: string, value: string | undefined, allowed: readonly T[]): T {
  if (value === undefined || value === '') return allowed[0]!
  const found = allowed.find((each) => each === value)
  if (found) return found
  throw new ConfigError(`${name} must be one of ${allowed.join(', ')}, not "${value}"`)
}

function httpUrl(name: string, value: string): string {
  if (!/^https?:\/\//.test(value) || !URL.canParse(value)) throw new ConfigError(`${name} must be an http or https URL`)
  return value.replace(/\/+$/, '')
}

/** As signed notes allow: no white space, no plus. */
function keyName(name: string, value: string): string {
  if (!/^[^\s+]{1,200}$/u.test(value)) throw new ConfigError(`${name} must be without spaces and plus signs`)
  return value
}

/** `URL KEY` of each, parted by commas. */
function witnesses(value: string | undefined): { url: string; key: string }[] {
  return (value ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map((each) => {
      const [url = '', key, ...rest] = each.split(/\s+/)
      if (!key || rest.length > 0) throw new ConfigError('LOG_WITNESSES must be pairs of an address and a key')
      return { url: httpUrl('LOG_WITNESSES', url), key }
    })
}

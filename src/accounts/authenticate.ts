import type { FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { ProblemError } from '../platform/problem.ts'
import { may, type Permission, type Person } from './person.ts'
import { hashSecret } from './secrets.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The signed-in user, or undefined. Set for every request before its handler. */
    person: Person | undefined
  }
}

export const SESSION_IDLE_MINUTES = 30
export const SESSION_MAX_HOURS = 12
const KEY_CACHE_MS = 5_000
const KEY_CACHE_MAX = 10_000
const SEEN_EVERY_SECONDS = 60

/**
 * Finds out who calls: `Authorization: Bearer <API key>` or the session cookie. A key that was sent and is wrong is a
 * 401, never taken for "nobody".
 */
export class Authenticator {
  readonly #pool: Pool
  /** Keys stay known for five seconds, so a revoked key ends within five seconds. */
  readonly #known = new Map<string, { person: Person; until: number }>()

  constructor(pool: Pool) {
    this.#pool = pool
  }

  async identify(request: FastifyRequest, sessionToken: string | undefined): Promise<Person | undefined> {
    const header = request.headers.authorization
    if (header !== undefined) {
      const key = /^Bearer +(\S{10,200})$/i.exec(header)?.[1]
      const person = key && (await this.#byApiKey(key))
      if (!person) throw new ProblemError('sign_in_required')
      return person
    }
    return sessionToken ? this.#bySession(sessionToken) : undefined
  }

  async #byApiKey(key: string): Promise<Person | undefined> {
    const known = this.#known.get(key)
    if (known && known.until > Date.now()) return known.person
    const { rows } = await this.#pool.query({
      name: 'person-by-api-key',
      text: `select ${PERSON} from api_keys k join users u using (user_id) join accounts a using (account)
        where k.key_hash = $1 and k.revoked_at is null and u.closed_at is null
          and (k.expires_at is null or k.expires_at > clock_timestamp())`,
      values: [hashSecret(key)],
    })
    this.#known.delete(key)
    if (!rows[0]) return undefined
    const person = { ...rows[0], bearer: key, via: 'api_key' } as Person
    if (this.#known.size >= KEY_CACHE_MAX) this.#known.clear()
    this.#known.set(key, { person, until: Date.now() + KEY_CACHE_MS })
    return person
  }

  async #bySession(token: string): Promise<Person | undefined> {
    const hash = hashSecret(token)
    const { rows } = await this.#pool.query({
      name: 'person-by-session',
      text: `select ${PERSON}, s.seen_at < clock_timestamp() - interval '${SEEN_EVERY_SECONDS} seconds' as stale
        from sessions s join users u using (user_id) join accounts a using (account)
        where s.token_hash = $1 and u.closed_at is null and s.expires_at > clock_timestamp()
          and s.seen_at > clock_timestamp() - interval '${SESSION_IDLE_MINUTES} minutes'`,
      values: [hash],
    })
    if (!rows[0]) return undefined
    const { stale, ...person } = rows[0]
    if (stale) await this.#pool.query('update sessions set seen_at = clock_timestamp() where token_hash = $1', [hash])
    return { ...person, bearer: token, via: 'session' } as Person
  }
}

const PERSON = `u.user_id as "userId", u.account, a.kind as "accountKind", a.name as "accountName",
  u.display_name as "displayName", u.login_name as "loginName", u.role,
  case when a.identity_verified_at is not null then a.identifier_key end as "identifierKey"`

/** The person who calls. @throws ProblemError 401 when nobody is signed in, 403 when the role may not do this */
export function personWhoMay(request: FastifyRequest, permission: Permission): Person {
  const { person } = request
  if (!person) throw new ProblemError('sign_in_required')
  if (!may(person.role, permission)) throw new ProblemError('role_not_allowed')
  return person
}

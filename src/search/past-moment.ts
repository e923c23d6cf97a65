import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import { normalizeNumber } from '../platform/numbers.ts'
import type { ProblemCode } from '../platform/problem.ts'
import { isPartyTo } from '../registrations/is-party-to.ts'
import { type Moment, momentInOrder } from '../registrations/moment-in-order.ts'
import { ownSearchAt } from '../registrations/own-search.ts'
import { readRegistration } from '../registrations/read-registration.ts'
import { readRegistrationAsOf } from '../registrations/read-registration-as-of.ts'
import { nameKeyOrRefusal } from './name-refusal.ts'
import { identifierSearchKey } from './search-key.ts'
import type { SearchLogic } from './search-logics.ts'
import type { SearchBody } from './search-query.ts'
import { queryOf } from './search-query.ts'

/**
 * The earlier moment that a search asks for. The past is for courts and the registrar, for who searches itself (by its
 * verified number, its registered name or a registration that it is a party to), and for who made the same search at
 * that sequence before: what has ended does not come back to the public through it. The search logic is the one that
 * answered at that moment, so that a search made again finds what it found. The body's keys were made before: it can be
 * searched.
 */
export async function pastMoment(
  { pool, logics }: Pick<Deps, 'pool' | 'logics'>,
  person: Person,
  body: SearchBody,
): Promise<{ moment: Moment; logic: SearchLogic } | { refused: ProblemCode }> {
  const moment = await momentInOrder(pool, body.asOf!)
  if (!moment) return { refused: 'as_of_out_of_range' }
  const allowed = await allowedMoment(pool, person, body, moment, await logics.at(moment.time))
  if (!allowed) return { refused: 'as_of_not_allowed' }
  if (await isForgotten(pool, allowed)) return { refused: 'as_of_destroyed' }
  return { moment: allowed, logic: await logics.at(allowed.time) }
}

async function allowedMoment(pool: Pool, person: Person, body: SearchBody, moment: Moment, logic: SearchLogic) {
  if (person.role === 'registrar' || person.role === 'court') return moment
  if (await searchesItself(pool, person, body, moment, logic)) return moment
  return momentOfOwn(pool, person, body, moment)
}

/** @param logic the one of that moment: names that are one only under another logic are not itself */
async function searchesItself(
  pool: Pool,
  person: Person,
  body: SearchBody,
  moment: Moment,
  logic: SearchLogic,
): Promise<boolean> {
  const isOwn = ({ scheme, value, country }: { scheme: string; value: string; country?: string }) =>
    identifierSearchKey(scheme, value, country) === person.identifierKey
  switch (body.by) {
    case 'organizationIdentifier':
    case 'individualId':
      return isOwn(body)
    case 'organizationName':
      if (person.identifierKey === null || person.accountKind !== 'institution') return false
      if (body.identifier && !isOwn(body.identifier)) return false
      return isSameName(body.name, person.accountName, logic)
    case 'registrationNumber': {
      const number = normalizeNumber(body.value)
      const then = await readRegistrationAsOf(pool, number, moment)
      if (!then) return false
      if (isPartyTo(person, then)) return true
      const now = await readRegistration(pool, number)
      return now !== undefined && isPartyTo(person, now)
    }
    case 'assetIdentifier':
      return false
  }
}

function isSameName(one: string, other: string, logic: SearchLogic): boolean {
  const [a, b] = [nameKeyOrRefusal(one, logic), nameKeyOrRefusal(other, logic)]
  return 'key' in a && 'key' in b && a.key === b.key
}

/**
 * The moment of an own earlier search. At its sequence, but at an earlier time, a registration may still be in effect
 * that had expired when the user searched: so the time is never before that of the own search.
 */
async function momentOfOwn(
  pool: Pool,
  person: Person,
  body: SearchBody,
  { sequence, time }: Moment,
): Promise<Moment | undefined> {
  const own = await ownSearchAt(pool, person.userId, sequence, { query: queryOf(body) })
  if (own === undefined) return undefined
  if (body.asOf?.time === undefined) return { sequence, time: own }
  return time >= own ? { sequence, time } : undefined
}

/** Was anything destroyed that was in effect then? A search as of that moment could not find it: none is made. */
async function isForgotten(pool: Pool, moment: Moment): Promise<boolean> {
  const { rows } = await pool.query(
    `select exists (select from destructions
       where ended_on >= ($1::timestamptz at time zone 'Asia/Shanghai')::date and registration <= $2) as forgotten`,
    [moment.time, moment.sequence],
  )
  return rows[0].forgotten
}

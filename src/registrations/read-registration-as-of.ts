import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import type { Reader } from '../parties/masking.ts'
import { type ProblemCode, ProblemError } from '../platform/problem.ts'
import { notThereFor } from './destroyed.ts'
import { foldRegistration } from './fold-registration.ts'
import { isPartyTo } from './is-party-to.ts'
import { loadFiledAttachments } from './load-filed-attachments.ts'
import { foldedOf } from './load-standing.ts'
import { type AsOf, type Moment, momentInOrder } from './moment-in-order.ts'
import { ownSearchAt } from './own-search.ts'
import { type RegistrationView, readerOf, readRegistration, viewOf } from './read-registration.ts'

type Asking = Pick<Person, 'userId' | 'account' | 'role' | 'identifierKey'>

/**
 * A registration as it stands, or as it stood at the moment asked for, and as whom the person reads it.
 * @throws ProblemError not_found, content_destroyed, as_of_not_allowed, as_of_out_of_range
 */
export async function readAsAsked(
  pool: Pool,
  person: Asking,
  number: string,
  asOf: AsOf | undefined,
): Promise<{ view: RegistrationView; reader: Reader }> {
  if (asOf) {
    const past = await readPast(pool, person, number, asOf)
    if ('refused' in past)
      throw past.refused === 'not_found' ? await notThereFor(pool, person, number) : new ProblemError(past.refused)
    return past
  }
  const view = await readRegistration(pool, number)
  const reader = view && readerOf(person, view)
  if (!view || !reader) throw await notThereFor(pool, person, number)
  return { view, reader }
}

/**
 * A registration as it stood at an earlier moment, and as whom the person reads it. The past is for the parties of then
 * and of now, courts and the registrar; a searcher sees again what an own search showed, at that search's sequence.
 */
async function readPast(
  pool: Pool,
  person: Asking,
  number: string,
  asOf: AsOf,
): Promise<{ view: RegistrationView; reader: Reader } | { refused: ProblemCode }> {
  const moment = await momentInOrder(pool, asOf)
  if (!moment) return { refused: 'as_of_out_of_range' }
  const view = await readRegistrationAsOf(pool, number, moment)
  if (!view) return { refused: 'not_found' }
  if (person.role === 'registrar' || person.role === 'court') return { view, reader: person.role }
  if (isPartyTo(person, view)) return { view, reader: 'party' }
  const now = await readRegistration(pool, number)
  if (now && isPartyTo(person, now)) return { view, reader: 'party' }
  const found = view.filings[0]!.sequence
  if (await ownSearchAt(pool, person.userId, moment.sequence, { found })) return { view, reader: 'searcher' }
  // Who may see the present is told why not the past; to all others the registration is not there at all.
  return { refused: now && readerOf(person, now) ? 'as_of_not_allowed' : 'not_found' }
}

/** Folds a registration from its filings up to a moment. @returns undefined when it was not there yet */
export async function readRegistrationAsOf(
  pool: Pick<Pool, 'query'>,
  number: string,
  moment: Moment,
): Promise<RegistrationView | undefined> {
  const { rows } = await pool.query(
    `select f.sequence, f.filed_at, f.filing_number, f.kind, f.account, c.content
     from filings first join filings f on f.registration = first.sequence and f.sequence <= $2
     join filing_contents c on c.sequence = f.sequence
     where first.filing_number = $1 and first.kind = 'initial' order by f.sequence`,
    [number, moment.sequence],
  )
  if (rows.length === 0) return undefined
  const state = foldRegistration(rows.map(foldedOf))
  const filer = await pool.query('select name from accounts where account = $1', [state.account])
  const attachments = await loadFiledAttachments(pool, state.registration)
  return viewOf(state, { asOf: moment, filer: filer.rows[0].name, attachments })
}

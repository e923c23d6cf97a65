import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import { ProblemError } from '../platform/problem.ts'

type Client = Pick<Pool, 'query'>

/**
 * Why a registration, or a certificate of this number, is not there for a person: registrar and court are told that its
 * content was destroyed after its retention, everybody else that there is nothing to see.
 */
export async function notThereFor(client: Client, person: Pick<Person, 'role'>, number: string): Promise<ProblemError> {
  const mayKnow = person.role === 'registrar' || person.role === 'court'
  return new ProblemError(mayKnow && (await isDestroyed(client, number)) ? 'content_destroyed' : 'not_found')
}

/** Of a registration, filing or search number: was what it stands for destroyed? */
export async function isDestroyed(client: Client, number: string): Promise<boolean> {
  const { rows } = await client.query('select exists (select from destroyed_certificates where number = $1)', [number])
  return rows[0].exists
}

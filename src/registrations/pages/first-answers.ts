import type { Pool } from 'pg'
import type { Person } from '../../accounts/person.ts'
import type { Address, Identifier } from '../../parties/party.ts'
import type { TypedAnswers, TypedParty } from '../typed-answers.ts'
import { blankParty } from './party-fields.ts'
import { blankAnswers, newPartyId } from './typed-fields.ts'

/** What a new entry begins with: an institution's own party as the secured party, to be changed like anything typed. */
export async function firstAnswers(pool: Pick<Pool, 'query'>, person: Person): Promise<TypedAnswers> {
  const answers = blankAnswers()
  if (person.accountKind !== 'institution') return answers
  const { rows } = await pool.query(
    'select name, identifier, address, representative from accounts where account = $1',
    [person.account],
  )
  return rows[0] ? { ...answers, securedParties: [ownParty(rows[0])] } : answers
}

function ownParty(account: {
  name: string
  identifier: Identifier | null
  address: Address | null
  representative: string | null
}): TypedParty {
  const blank = blankParty('organization', newPartyId())
  const { identifier, address } = account
  return {
    ...blank,
    name: account.name,
    identifier: identifier ? { country: '', ...identifier } : blank.identifier,
    address: address ? { division: '', ...address } : blank.address,
    representative: account.representative ?? '',
  }
}

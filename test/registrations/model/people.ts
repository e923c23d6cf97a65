import { makeResidentId } from '../../../src/parties/resident-id.ts'
import { makeUscc } from '../../../src/parties/uscc.ts'
import type { Filer } from '../../../src/registrations/act.ts'
import type { Who } from './law.ts'

/** Companies that parties are drawn from: real numbers, invented names. */
export const companies = Array.from({ length: 8 }, (_, at) => ({
  id: makeUscc(`91310000MC000000${at}`),
  name: `${'甲乙丙丁戊己庚辛'[at]}字机械有限公司`,
}))

const zhang = makeResidentId('11010519800101001')

export const people: Record<string, Who> = {
  bank: { role: 'institution', account: 1, code: 'A', identity: companies[6]!.id },
  lessor: { role: 'institution', account: 2, code: 'B', identity: companies[7]!.id },
  debtor: { role: 'institution', account: 3, code: 'C', identity: companies[0]!.id },
  zhang: { role: 'ordinary', account: 4, identity: zhang },
  stranger: { role: 'ordinary', account: 5, identity: undefined },
  registrar: { role: 'registrar', account: 9 },
}

/** Who it is to the register: with the identity that it has verified, if it has. */
export function filerOf(who: Who): Filer {
  const identity = 'identity' in who ? who.identity : undefined
  const kind = identity === zhang ? ('individual' as const) : ('organization' as const)
  const scheme = identity === zhang ? 'resident_id' : 'uscc'
  return {
    actor: who.account,
    account: who.account,
    accountName: `account ${who.account}`,
    network: undefined,
    requestId: undefined,
    ...(identity !== undefined && { identity: { kind, name: '某', identifier: { scheme, value: identity } } }),
  }
}

/** A company as a form states it. */
export function partyOf({ id, name }: { id: string; name: string }) {
  return {
    kind: 'organization' as const,
    name,
    identifier: { scheme: 'uscc', value: id },
    address: { country: 'CN', line: '上海市' },
    representative: '王强',
  }
}

import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import type { TestRegister } from '../helpers/register.ts'

export type Body = Record<string, any>

let serial = 0

/** An organisation with a code of its own. */
export function organization(name: string | undefined, more: Body = {}): Body {
  serial += 1
  return {
    kind: 'organization',
    ...(name !== undefined && { name }),
    identifier: { scheme: 'uscc', value: makeUscc(`91110108MA${String(serial).padStart(7, '0')}`) },
    address: { country: 'CN', division: '110108', line: '北京市海淀区一号' },
    representative: '王强',
    ...more,
  }
}

/** Files a registration against a debtor, by its name or whole. */
export async function fileAgainst(register: TestRegister, debtor: string | Body, more: Body = {}): Promise<Body> {
  const debtors = [typeof debtor === 'string' ? organization(debtor) : debtor]
  const payload = { ...structuredClone(formOf('chattel_mortgage')!.example), debtors, ...more }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

/** An act of the filer on a registration. */
export async function actOn(register: TestRegister, filed: Body, act: string, content: Body): Promise<Body> {
  const url = `/api/v1/registrations/${filed.registrationNumber}/${act}`
  const payload = { modificationCode: filed.modificationCode, declaration: true, ...content }
  const answer = await register.call('operator', { method: 'POST', url, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

/** The answer to a search. */
export async function searchFor(register: TestRegister, query: Body, headers: Record<string, string> = {}) {
  const payload = { by: 'organizationName', purpose: 'before_transaction', ...query }
  return register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload, headers })
}

/** The names among the near matches of a search, best first. */
export async function nearNames(register: TestRegister, name: string, more: Body = {}): Promise<string[]> {
  const answer = await searchFor(register, { name, ...more })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().nearMatches.map((each: Body) => each.name)
}

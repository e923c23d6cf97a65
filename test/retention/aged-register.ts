import type { Test } from 'tap'
import { makeResidentId } from '../../src/parties/resident-id.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkDerived } from '../../src/registrations/rebuild.ts'
import { attached, uploadJudgment } from '../attachments/judgment.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

export type Body = Record<string, any>
export type Who = Parameters<TestRegister['call']>[0]

/** Words that stand nowhere else: found after a destruction, something was left. */
export const canary = {
  name: '鹿溪月',
  number: makeResidentId('42010619790506733'),
  address: '银杏巷七号乙',
  statement: '青石渡口之事',
}

/** A register with what a registration goes through, and the years to pass. */
export async function openAged(t: Test) {
  const register = await openRegister(t)
  await uploadJudgment(register)
  const call = (who: Who, method: 'GET' | 'POST', url: string, payload?: Body, headers: Record<string, string> = {}) =>
    register.call(who, { method, url, headers, ...(payload && { payload }) })
  return {
    register,
    call,
    get: (who: Who, url: string) => call(who, 'GET', url),
    /** A finance lease to the canary, of one year. */
    file: async (more: Body = {}): Promise<Body> => {
      const debtor = {
        kind: 'individual',
        name: canary.name,
        identifier: { scheme: 'resident_id', value: canary.number },
        address: { country: 'CN', division: '420106', line: canary.address },
      }
      const example = formOf('finance_lease')!.example as Body
      const payload = { ...example, debtors: [debtor], termMonths: 12, ...more }
      const answer = await call('operator', 'POST', '/api/v1/registrations', payload)
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json()
    },
    act: async (filed: Body, path: string, body: Body): Promise<Body> => {
      const said = { modificationCode: filed.modificationCode, declaration: true, ...body }
      const answer = await call('operator', 'POST', `/api/v1/registrations/${filed.registrationNumber}/${path}`, said)
      if (answer.statusCode !== 201) throw new Error(answer.body)
      return answer.json()
    },
    /** Two registrars carry an act out. */
    both: async (filed: Body, path: string, body: Body): Promise<void> => {
      const at = `/api/v1/registrations/${filed.registrationNumber}/${path}`
      const proposed = await call('registrar', 'POST', at, { ...attached, ...body })
      const approved = await call(
        'secondRegistrar',
        'POST',
        `/api/v1/decisions/${proposed.json().decision}/approvals`,
        {},
      )
      if (approved.statusCode !== 201) throw new Error(approved.body)
    },
    approve: (who: Who, decision: string) => call(who, 'POST', `/api/v1/decisions/${decision}/approvals`, {}),
    search: async (who: Who = 'searcher'): Promise<Body> => {
      const payload = { by: 'individualId', scheme: 'resident_id', value: canary.number, purpose: 'dispute' }
      return (await call(who, 'POST', '/api/v1/searches', payload)).json()
    },
    /** The destructions that wait, by registration number (null: search records). */
    waiting: async (): Promise<Map<string | null, string>> => {
      const { decisions } = (await call('registrar', 'GET', '/api/v1/decisions')).json()
      const destructions = decisions.filter((each: Body) => each.kind.endsWith('destruction'))
      return new Map(destructions.map((each: Body) => [each.registrationNumber, each.decision]))
    },
    sequenceOf: async (filed: Body): Promise<number> =>
      Number(
        (await register.sql('select sequence from filings where filing_number = $1', [filed.registrationNumber]))
          .rows[0].sequence,
      ),
    differences: async (): Promise<Body[]> => {
      const found: Body[] = []
      await checkDerived(register.deps.pool, (each) => found.push(each))
      return found
    },
  }
}

/** Moves everything that was filed and searched some years back, as only a superuser can. */
export async function age(register: TestRegister, years: number): Promise<void> {
  const moved = {
    filings: ['filed_at'],
    registrations: ['filed_at', 'expires_on'],
    objections: ['filed_at'],
    searches: ['searched_at', 'as_of_time'],
    overlap_checks: ['checked_at', 'as_of_time'],
    certificates: ['issued_at'],
  }
  for (const [table, columns] of Object.entries(moved)) {
    const set = columns.map((column) => `${column} = ${column} - interval '${years} years'`).join(', ')
    await asSuperuser(register, `update ${table} set ${set}`)
  }
}

/** Past every trigger. */
export async function asSuperuser(register: TestRegister, statement: string): Promise<void> {
  await register.sql(`do $$ begin set local session_replication_role = replica; ${statement}; end $$`)
}

/** The tables in a row of which some words stand, as text or as bytes. */
export async function tablesWith(register: TestRegister, words: string): Promise<string[]> {
  const { rows } = await register.sql(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`,
  )
  const found: string[] = []
  for (const { relname } of rows) {
    const { rows: hit } = await register.sql(
      `select exists (select from ${relname} t where position($1 in t::text) > 0
         or position(encode(convert_to($1, 'UTF8'), 'hex') in t::text) > 0) as hit`,
      [words],
    )
    if (hit[0].hit) found.push(relname)
  }
  return found
}

import type { Test } from 'tap'
import { searchBulkLists } from '../../src/bulk-searches/search-lines.ts'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

/* A register in which lists of debtors are searched. The job runs when a test says so. */

export type Who = Parameters<TestRegister['call']>[0]
export type Body = Record<string, any>
export type Result = {
  line: number
  state: string
  reference?: string
  query?: Body
  sameAsLine?: number
  matchCount?: number
  searchNumber?: string
  asOf?: { sequence: number; time: string }
  links?: { search: string; certificate: string }
  errors?: { code: string; pointer: string; message: string }[]
}

export const codeOf = (serial: number) => makeUscc(`91110108MA${String(serial).padStart(7, '0')}`)
export const PERSON = '11010519491231002X'

export async function openListed(t: Test, options: Parameters<typeof openRegister>[1] = {}) {
  const register = await openRegister(t, options)

  async function file(name: string, serial: number): Promise<Body> {
    const debtor = {
      kind: 'organization',
      name,
      identifier: { scheme: 'uscc', value: codeOf(serial) },
      address: { country: 'CN', division: '110108', line: '北京市海淀区一号' },
      representative: '王强',
    }
    return register_(debtor)
  }

  async function filePerson(name: string, value: string): Promise<Body> {
    return register_({
      kind: 'individual',
      name,
      identifier: { scheme: 'resident_id', value },
      address: { country: 'CN', division: '110108', line: '北京市海淀区二号' },
    })
  }

  async function register_(debtor: object): Promise<Body> {
    const payload = { ...structuredClone(formOf('chattel_mortgage')!.example), debtors: [debtor] }
    const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }

  const post = (payload: object, who: Who = 'operator', headers: Record<string, string> = {}) =>
    register.call(who, { method: 'POST', url: '/api/v1/bulk-searches', payload, headers })

  const send = (payload: string | Buffer, type: string, query = '?purpose=dispute', who: Who = 'operator') =>
    register.call(who, {
      method: 'POST',
      url: `/api/v1/bulk-searches${query}`,
      payload,
      headers: { 'content-type': type },
    })

  /** Begins a list that is well formed. */
  async function start(searches: object[], more: object = {}, who: Who = 'operator'): Promise<Body> {
    const answer = await post({ purpose: 'before_transaction', searches, ...more }, who)
    if (answer.statusCode !== 202) throw new Error(answer.body)
    return answer.json()
  }

  const get = async (url: string, who: Who = 'operator'): Promise<Body> =>
    (await register.call(who, { method: 'GET', url })).json()

  const results = async (list: Body, query = '', who: Who = 'operator'): Promise<Result[]> =>
    (await get(`${list.links.results}${query}`, who)).results

  /** Runs the job until nothing waits. */
  async function run(): Promise<void> {
    for (;;) {
      await searchBulkLists(register.deps)
      const { rows } = await register.sql('select 1 from bulk_searches where ended_at is null limit 1')
      if (rows.length === 0) return
    }
  }

  /** Begins a list, has it searched, and reads it as it ended. */
  async function whole(searches: object[], more: object = {}, who: Who = 'operator') {
    const list = await start(searches, more, who)
    await run()
    return { list: await get(list.links.self, who), results: await results(list, '?limit=1000', who) }
  }

  return { register, file, filePerson, post, send, start, get, results, run, whole }
}

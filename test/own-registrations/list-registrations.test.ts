import t from 'tap'
import { formOf, forms } from '../../src/registrations/forms/forms.ts'
import { openRegister } from '../helpers/register.ts'

type Filed = { registrationNumber: string; modificationCode: string; sequence: number }

const person = {
  kind: 'individual',
  name: '沈丽华',
  identifier: { scheme: 'resident_id', value: '330602197509239924' },
  address: { country: 'CN', division: '330602', line: '府山街道环山路 6 号' },
}
const foreign = {
  kind: 'organization',
  name: 'Müller & Söhne "Werkzeuge" GmbH',
  identifier: { scheme: 'foreign_registration', value: 'HRB 12345', country: 'DE' },
  address: { country: 'DE', line: 'Hauptstraße 1, Berlin' },
  representative: 'Anna Müller',
}

t.test('the list of an account’s own registrations', async (t) => {
  const register = await openRegister(t)
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
  const file = async (securityType: string, more: object, who: 'operator' | 'otherOperator' = 'operator') => {
    const payload = { ...structuredClone(formOf(securityType)!.example), ...more }
    const answer = await register.call(who, { method: 'POST', url: '/api/v1/registrations', payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json() as Filed
  }
  const act = (filed: Filed, path: string, more: object) =>
    register.call('operator', {
      method: 'POST',
      url: `/api/v1/registrations/${filed.registrationNumber}/${path}`,
      payload: { modificationCode: filed.modificationCode, declaration: true, ...more },
    })
  const named = (name: string) => ({ debtors: [{ ...(formOf('factoring')!.example as any).debtors[0], name }] })

  const short = await file('chattel_mortgage', { termMonths: 1, filerReference: 'A-1', debtors: [person] })
  const three = await file('finance_lease', { termMonths: 2, filerReference: 'A-10', debtors: [foreign] })
  const long = await file('factoring', {
    termMonths: 60,
    filerReference: 'B-%_',
    ...named('杭州（西湖）ABC精密有限公司'),
  })
  const ended = await file('factoring', { termMonths: 12, ...named('已经结清有限公司') })
  t.equal((await act(ended, 'discharges', { reason: 'debt_extinguished' })).statusCode, 201)
  const renamed = await file('other', { termMonths: 24, ...named('改名以前有限公司') })
  const rename = { type: 'rename_party', role: 'debtor', index: 0, name: '改名以后有限公司', changedOn: today }
  t.equal((await act(renamed, 'amendments', { changes: [rename] })).statusCode, 201)
  await file('chattel_mortgage', { filerReference: 'A-1' }, 'otherOperator')

  const list = async (query: Record<string, string | number>, who: 'operator' | 'otherOperator' = 'operator') => {
    const url = `/api/v1/registrations?${new URLSearchParams(query as Record<string, string>)}`
    const answer = await register.call(who, { url })
    if (answer.statusCode !== 200) throw new Error(answer.body)
    return answer.json() as { registrations: (Filed & Record<string, unknown>)[]; next?: string }
  }
  const all = [renamed, ended, long, three, short]

  for (const [query, expected] of [
    [{}, all],
    [{ securityType: 'factoring' }, [ended, long]],
    [{ securityType: 'document_pledge' }, []],
    [{ status: 'in_effect' }, [renamed, long, three, short]],
    [{ status: 'discharged' }, [ended]],
    [{ status: 'expired' }, []],
    [{ status: 'revoked' }, []],
    [{ expiresWithinDays: 31 }, [short]],
    [{ expiresWithinDays: 90 }, [three, short]],
    [{ expiresWithinDays: 0 }, []],
    [{ filerReference: 'A-1' }, [short]],
    [{ filerReferencePrefix: 'A-1' }, [three, short]],
    [{ filerReferencePrefix: 'B-%' }, [long]],
    [{ filerReferencePrefix: '%' }, []],
    [{ debtor: '杭州(西湖)ＡＢＣ精密有限公司' }, [long]],
    [{ debtor: '（西湖）abc' }, [long]],
    [{ debtor: '没有这家' }, []],
    [{ debtor: '改名以后' }, [renamed]],
    [{ debtor: '改名以前有限公司' }, [renamed]],
    [{ debtor: '沈丽' }, [short]],
    [{ debtor: '330602197509239924' }, [short]],
    [{ debtor: '3306 0219 7509 2399 24' }, [short]],
    [{ debtor: 'hrb-12345' }, [three]],
    [{ debtor: 'SÖHNE "werkzeuge"' }, [three]],
    [{ debtor: '"' }, [three]],
    [{ debtor: '", "' }, []],
    [{ filedFrom: today, filedTo: today }, all],
    [{ filedTo: '2020-01-01' }, []],
    [{ filedFrom: '2999-01-01' }, []],
    [{ securityType: 'factoring', status: 'in_effect', debtor: '精密', filerReferencePrefix: 'B' }, [long]],
  ] as const) {
    const { registrations, next } = await list(query)
    t.same(
      registrations.map(({ registrationNumber }) => registrationNumber),
      expected.map(({ registrationNumber }) => registrationNumber),
      JSON.stringify(query),
    )
    t.equal(next, undefined)
  }

  t.test('what a line says', async (t) => {
    const [line] = (await list({ status: 'discharged' })).registrations
    t.match(line, {
      sequence: ended.sequence,
      securityType: 'factoring',
      status: 'discharged',
      debtors: [{ name: '已经结清有限公司', identifier: { scheme: 'uscc' } }],
      filedAt: /^\d{4}-\d\d-\d\dT.*Z$/,
      filerReference: null,
    })
  })

  t.test('another account sees its own', async (t) => {
    const { registrations } = await list({ filerReference: 'A-1' }, 'otherOperator')
    t.equal(registrations.length, 1)
    t.not(registrations[0]!.registrationNumber, short.registrationNumber)
    for (const who of ['searcher', 'registrar'] as const)
      t.equal((await register.call(who, { url: '/api/v1/registrations' })).statusCode, 403, who)
    t.equal((await register.call(undefined, { url: '/api/v1/registrations' })).statusCode, 401)
  })

  t.test('what cannot be asked is refused', async (t) => {
    for (const query of [
      'status=gone',
      'securityType=ship',
      'limit=0',
      'limit=201',
      'before=x',
      'filedFrom=2026-02-30',
      'expiresWithinDays=-1',
      'account=2',
    ]) {
      const answer = await register.call('operator', { url: `/api/v1/registrations?${query}` })
      t.equal(answer.statusCode, 422, query)
    }
  })

  t.test('pages stay as they are while new filings come', async (t) => {
    const seen: string[] = []
    let url: string | undefined = '/api/v1/registrations?limit=2'
    while (url) {
      const page = (await register.call('operator', { url })).json() as Awaited<ReturnType<typeof list>>
      seen.push(...page.registrations.map(({ registrationNumber }) => registrationNumber))
      url = page.next
      await file(forms[seen.length % forms.length]!.securityType, {})
      await act(long, 'renewals', { additionalMonths: 1 })
    }
    t.same(
      seen,
      all.map(({ registrationNumber }) => registrationNumber),
    )
  })

  t.test('after its last day it is expired', async (t) => {
    await register.deps.sequencer.close()
    await register.sql(`update register_head set closed_at = closed_at + interval '75 days'`)
    const { registrations } = await list({ status: 'expired' })
    t.same(
      registrations.map(({ registrationNumber }) => registrationNumber),
      [three, short].map(({ registrationNumber }) => registrationNumber),
    )
    t.equal((await list({ expiresWithinDays: 30 })).registrations.length, 0)
  })
})

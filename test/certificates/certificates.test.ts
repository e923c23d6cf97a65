import { createHash } from 'node:crypto'
import t from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>

async function file(register: TestRegister, securityType = 'retention_of_title'): Promise<Body> {
  const payload = { ...formOf(securityType)!.example, filerReference: 'OWN-1' }
  return (await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })).json()
}

const get = (register: TestRegister, url: string, who?: 'operator' | 'otherOperator' | 'searcher' | 'registrar') =>
  register.call(who, { url })

t.test('certificates over HTTP', async (t) => {
  const register = await openRegister(t)
  const filed = await file(register)
  const search = (
    await register.call('searcher', {
      method: 'POST',
      url: '/api/v1/searches',
      payload: { by: 'organizationName', name: '从未登记有限公司', purpose: 'before_transaction' },
    })
  ).json()

  t.test('both kinds are PDFs, the same bytes each time, for those who may have them', async (t) => {
    for (const [url, who] of [
      [filed.links.certificate, 'operator'],
      [search.links.certificate, 'searcher'],
    ] as const) {
      const [one, two] = [await get(register, url, who), await get(register, url, who)]
      t.equal(one.statusCode, 200, one.body.slice(0, 200))
      t.equal(one.headers['content-type'], 'application/pdf')
      t.equal(one.rawPayload.subarray(0, 5).toString(), '%PDF-')
      t.ok(one.rawPayload.equals(two.rawPayload), 'deterministic')
      t.equal((await get(register, url)).statusCode, 401)
    }
    t.equal((await get(register, search.links.certificate, 'otherOperator')).statusCode, 404, 'another’s search')
    t.equal((await get(register, search.links.certificate, 'registrar')).statusCode, 200)
    t.equal((await get(register, '/api/v1/filings/20200101012345678989/certificate', 'operator')).json().status, 422)
  })

  t.test('verification by number: kind, date and hash; with the code also the facts, masked', async (t) => {
    const bare = (await get(register, `/api/v1/certificates/${filed.filingNumber}`)).json()
    t.match(bare, {
      genuine: true,
      kind: 'registration_certificate',
      issuedAt: filed.filedAt,
      sha256: /^[0-9a-f]{64}$/,
    })
    t.notOk('facts' in bare, 'a number alone leaks no name')
    const code = filed.verificationCode
    const typed = `${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`
    for (const each of [code, encodeURIComponent(typed)]) {
      const full = (await get(register, `/api/v1/certificates/${filed.filingNumber}?code=${each}`)).json()
      t.equal(full.genuine, true)
      t.equal(full.facts.registrationNumber, filed.registrationNumber)
      const individual = formOf('retention_of_title')!.example.debtors as Body[]
      t.notMatch(JSON.stringify(full.facts), individual[0]!.identifier.value, 'identity numbers are masked')
      t.notMatch(JSON.stringify(full.facts), 'OWN-1', 'the filer’s own reference is not public')
    }
    const wrong = await get(register, `/api/v1/certificates/${filed.filingNumber}?code=0000000000000000`)
    t.same(wrong.json(), { genuine: false })
    t.equal(wrong.statusCode, 200)
  })

  t.test('an unknown number is not genuine, a mistyped one is told', async (t) => {
    t.match((await get(register, '/api/v1/certificates/12345678901234567890')).json(), {
      status: 422,
      code: 'number_mistyped',
    })
    const { composeNumber } = await import('../../src/platform/numbers.ts')
    const unknown = await get(register, `/api/v1/certificates/${composeNumber('2026-01-01', '0123456789')}`)
    t.same([unknown.statusCode, unknown.json()], [200, { genuine: false }])
  })

  t.test('nothing found is a certificate too, and verifies', async (t) => {
    const full = (
      await get(register, `/api/v1/certificates/${search.searchNumber}?code=${search.verificationCode}`)
    ).json()
    t.match(full, { genuine: true, kind: 'search_certificate', facts: { matches: [], asOf: search.asOf } })
  })

  t.test(
    'facts are frozen as canonical JSON under their hash, and an altered row is a fault, not an answer',
    async (t) => {
      const { rows } = await register.sql(
        'select facts, encode(facts_sha256, $2) as sha from certificates where number = $1',
        [filed.filingNumber, 'hex'],
      )
      t.equal(createHash('sha256').update(rows[0].facts).digest('hex'), rows[0].sha)
      const before = (await get(register, `/api/v1/certificates/${filed.filingNumber}`)).json()
      t.equal(before.sha256, rows[0].sha)
      await register.sql('alter table certificates disable trigger certificates_append_only')
      await register.sql(
        `update certificates set facts = convert_to(replace(convert_from(facts, 'UTF8'), 'in', 'IN'), 'UTF8') where number = $1`,
        [filed.filingNumber],
      )
      const after = await get(register, `/api/v1/certificates/${filed.filingNumber}`)
      t.match(after.json(), { status: 500, code: 'internal_fault' })
    },
  )

  t.test('guesses find nothing', async (t) => {
    let found = 0
    for (let at = 0; at < 500; at += 1) {
      const { composeNumber, randomDigits } = await import('../../src/platform/numbers.ts')
      const number = composeNumber('2026-11-22', randomDigits('filing'))
      if ((await get(register, `/api/v1/certificates/${number}`)).json().genuine) found += 1
    }
    t.equal(found, 0)
  })
})

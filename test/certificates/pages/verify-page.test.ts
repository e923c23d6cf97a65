import t from 'tap'
import { composeNumber } from '../../../src/platform/numbers.ts'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'

const stripped = (body: string) => body.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

t.test('checking a certificate by page, by nobody in particular', async (t) => {
  const register = await openRegister(t)
  const page = (url: string) => register.app.inject({ url, headers: { accept: 'text/html' } })
  const example = formOf('chattel_mortgage')!.example as Record<string, any>
  const filed = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: example })
  const { filingNumber: number, verificationCode: code } = filed.json()
  const payload = { by: 'individualId', ...example.debtors[0].owner.identifier, purpose: 'dispute' }
  const search = await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })
  const names = [example.debtors[0].name, example.debtors[0].owner.name, '沐川', '越岭']

  t.test('the form leads to the number’s own page, with or without code', async (t) => {
    t.equal((await page('/verify')).statusCode, 200)
    const spaced = encodeURIComponent(`${number.slice(0, 8)} ${number.slice(8)}`)
    t.equal((await page(`/verify?number=${spaced}&code=`)).headers.location, `/verify/${number}`)
    t.equal((await page(`/verify?number=${number}&code=${code}`)).headers.location, `/verify/${number}?code=${code}`)
  })

  t.test('the number alone tells genuine, kind and time, and no name', async (t) => {
    const seen = await page(`/verify/${number}`)
    t.equal(seen.statusCode, 200)
    const body = stripped(seen.body)
    t.match(body, '编号真实：本登记系统出具过这一编号的登记证明。')
    t.match(body, /[0-9a-f]{64}/)
    for (const name of names) t.notMatch(body, name)
    t.match(stripped((await page(`/verify/${search.json().searchNumber}`)).body), '这一编号的查询证明')
  })

  t.test('with the code, what it says, masked for the public', async (t) => {
    for (const given of [code, code.toLowerCase(), `${code.slice(0, 4)}-${code.slice(4)}`]) {
      const body = stripped((await page(`/verify/${number}?code=${given}`)).body)
      t.match(body, '证明真实：编号与核验码相符，是本登记系统出具的登记证明。')
      for (const name of names) t.match(body, name)
      t.match(body, example.debtors[0].identifier.value)
      t.notMatch(body, example.debtors[0].owner.identifier.value)
      t.match(body, '3306**********9924')
    }
    const found = stripped(
      (await page(`/verify/${search.json().searchNumber}?code=${search.json().verificationCode}`)).body,
    )
    t.match(found, /以居民身份证号码 3306\*+9924 查询，共查得 1 项在效登记。/)
    t.notMatch(found, example.debtors[0].owner.identifier.value)
  })

  t.test('a wrong code and an unknown number read alike', async (t) => {
    const unknown = composeNumber('2026-11-22', '0123456789')
    const wrong = await page(`/verify/${number}?code=AAAA`)
    const missing = await page(`/verify/${unknown}?code=AAAA`)
    t.equal(wrong.statusCode, missing.statusCode)
    const plain = (body: string, own: string) =>
      body.replaceAll(own, '').replaceAll(own.replace(/.{4}(?=.)/g, '$& '), '')
    t.equal(plain(wrong.body, number), plain(missing.body, unknown))
    t.match(wrong.body, '不能证实')
    t.match(stripped((await page(`/verify/${unknown}`)).body), '本登记系统没有出具过这一编号的证明')
  })

  t.test('a mistyped number is told as mistyped, next to its field', async (t) => {
    const mistyped = `${number.slice(0, 19)}${(Number(number[19]) + 1) % 10}`
    for (const url of [`/verify/${mistyped}`, `/verify?number=${mistyped}`, '/verify/2026', '/verify?number=x']) {
      const seen = await page(url)
      t.equal(seen.statusCode, 422, url)
      t.match(seen.body, 'href="#number">编号有误')
      t.match(seen.body, 'id="number-error"')
    }
    t.match((await page('/verify?number=')).body, '请填写证明上的编号')
    t.notMatch((await page('/verify/%3Cscript%3Ealert(1)%3C%2Fscript%3E')).body, '<script>alert')
  })
})

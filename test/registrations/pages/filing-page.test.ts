import t from 'tap'
import { forms } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { filled, openSession } from './page-session.ts'

const lease = forms.find(({ securityType }) => securityType === 'finance_lease')!

t.test('whose entry it is, and who may submit it', async (t) => {
  const register = await openRegister(t)
  const operator = await openSession(register, 'operator')
  const filingsCount = async () => (await register.sql('select count(*)::int as count from filings')).rows[0].count
  const ready = (session = operator) => filled(session, lease)

  t.test('an entry is its owner’s own', async (t) => {
    const path = await ready()
    const others = [await openSession(register, 'otherOperator'), await openSession(register, 'administrator')]
    const gets = [
      '',
      '/parties',
      '/parties/debtors/0',
      '/parties/debtors/0/remove',
      '/collateral',
      '/collateral/items',
      '/collateral/items/template.csv',
      '/term',
      '/check',
      '/submit',
      '/delete',
    ]
    const posts = [
      '/parties',
      '/parties/debtors/0',
      '/parties/debtors/0/remove',
      '/collateral',
      '/term',
      '/submit',
      '/modification-code',
      '/delete',
    ]
    for (const other of others) {
      for (const url of gets) t.equal((await other.get(`${path}${url}`)).statusCode, 404, url)
      for (const url of posts)
        t.equal((await other.post(`${path}${url}`, { declaration: 'true' })).statusCode, 404, url)
    }
    const searcher = await openSession(register, 'searcher')
    t.equal((await searcher.get('/file')).statusCode, 403)
    t.equal((await searcher.get(`${path}/check`)).statusCode, 403)
    const nobody = await register.app.inject({ url: `${path}/check`, headers: { accept: 'text/html' } })
    t.equal(nobody.statusCode, 303)
    t.match(nobody.headers.location, /^\/sign-in\?next=/)
    for (const url of [
      '/file/1/parties',
      '/file/00000000-0000-0000-0000-000000000000/check',
      `${path}/parties/witnesses/0`,
      `${path}/parties/debtors/9`,
      `${path}/collateral/none`,
      `${path}/collateral/constructor`,
    ]) {
      t.equal((await operator.get(url)).statusCode, 404, url)
    }
  })

  t.test('a form of another site is refused', async (t) => {
    const path = await ready()
    const before = await filingsCount()
    t.equal((await operator.post(`${path}/submit`, { declaration: 'true', _csrf: 'x' })).statusCode, 403)
    t.equal((await operator.post(`${path}/modification-code`, { _csrf: '' })).statusCode, 403)
    t.equal((await operator.upload(`${path}/collateral`, { _csrf: 'x' })).statusCode, 403)
    t.equal(await filingsCount(), before)
    t.match((await operator.get(`${path}/check`)).body, /HDZL-2026-0318/, 'nothing was overwritten')
  })

  t.test('the declaration is asked for', async (t) => {
    const path = await ready()
    const before = await filingsCount()
    const answer = await operator.post(`${path}/submit`, {})
    t.equal(answer.statusCode, 422)
    t.match(answer.body, /<a href="#declaration">/)
    t.equal(await filingsCount(), before)
  })
})

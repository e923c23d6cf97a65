import t from 'tap'
import { forms } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { begin, decode, type Example, filled, openSession, partyFields } from './page-session.ts'

const form = forms.find(({ securityType }) => securityType === 'chattel_mortgage')!
const debtor = (form.example as unknown as Example).debtors[0]!

t.test('what the pages tell of debtors before they are filed, without scripts', async (t) => {
  const register = await openRegister(t)
  await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: form.example })
  const operator = await openSession(register, 'operator')

  t.test('under the debtor that was saved, and not under secured parties', async (t) => {
    const path = await begin(operator, form.securityType)
    t.notMatch((await operator.get(`${path}/parties`)).body, 'pre-filing')
    await operator.post(`${path}/parties/debtors/new`, partyFields({ ...debtor, name: '另一<b>名称</b>厂' }))
    const { body } = await operator.get(`${path}/parties`)
    t.equal(body.split('class="pre-filing"').length - 1, 1)
    t.match(decode(body), `这一代码另以下列名称登记在效：“${debtor.name}”`)
    t.match(decode(body), '查询键为“另一<b>名称</b>厂”')
    t.notMatch(body, '<b>名称', 'escaped')
  })

  t.test('a mistyped number is an error, as it is without notes', async (t) => {
    const path = await begin(operator, form.securityType)
    const mistyped = { ...debtor, identifier: { ...debtor.identifier, value: '92330600MA2BD02R50' } }
    const answer = await operator.post(`${path}/parties/debtors/new`, partyFields(mistyped))
    t.equal(answer.statusCode, 422)
    t.match(decode(answer.body), '校验不符')
    t.notMatch((await operator.get(`${path}/parties`)).body, 'pre-filing')
  })

  t.test('before it is submitted; it is submitted all the same', async (t) => {
    const path = await filled(operator, form)
    const { body } = await operator.get(`${path}/check`)
    t.match(decode(body), '登记后怎样查得')
    t.match(decode(body), `查询键为“${debtor.name}”`)
    t.equal((await operator.post(`${path}/submit`, { declaration: 'true' })).statusCode, 200)
  })
})

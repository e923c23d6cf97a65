import t from 'tap'
import { announceFilings } from '../../src/notices/announce-filings.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister } from '../helpers/register.ts'

t.test('who files needs no copy', async (t) => {
  const register = await openRegister(t)
  const example = formOf('factoring')!.example
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: example })
  t.equal(answer.statusCode, 201, answer.body)
  await announceFilings(register.deps)
  t.same((await register.sql('select * from followers')).rows[0].sequence, '1')
  t.same((await register.sql('select * from notices')).rows, [])
})

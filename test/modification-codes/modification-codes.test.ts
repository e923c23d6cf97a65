import t from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkDerived } from '../../src/registrations/rebuild.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

async function open(t: Parameters<typeof openRegister>[0]) {
  const register = await openRegister(t)
  register.deps.config.codeReplacementWaitHours = 0
  const payload = formOf('finance_lease')!.example
  const filed: Body = (
    await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  ).json()
  const at = `/api/v1/registrations/${filed.registrationNumber}`
  const post = async (who: Who, url: string, body?: Body, headers: Record<string, string> = {}) =>
    (await register.call(who, { method: 'POST', url, ...(body && { payload: body }), headers })).json()
  return {
    register,
    filed,
    at,
    post,
    ask: (who: Who = 'operator') => post(who, `${at}/code-replacements`, { reason: '经办人离职，修改码遗失' }),
    approve: (id: string, who: Who = 'administrator') => post(who, `/api/v1/code-replacements/${id}/approvals`),
    cancel: (id: string, who: Who = 'administrator') => post(who, `/api/v1/code-replacements/${id}/cancellations`),
    collect: (who: Who = 'operator', headers: Record<string, string> = {}) =>
      post(who, `${at}/modification-codes`, undefined, headers),
    renew: (modificationCode: string, who: Who = 'operator') =>
      post(who, `${at}/renewals`, { modificationCode, declaration: true, additionalMonths: 1 }),
  }
}

t.test('a lost code is replaced by two people after a wait', async (t) => {
  const { register, filed, ask, approve, collect, renew, post } = await open(t)
  t.match(await collect(), { status: 409, code: 'modification_code_live' })
  const asked = await ask()
  t.match(asked, { status: 'requested', requestedBy: '陈立群（操作员）', readyAt: null })
  t.match(await ask('administrator'), { status: 409, code: 'code_replacement_open' })
  t.match(await collect(), { status: 409, code: 'code_replacement_not_approved' })
  const id = asked.codeReplacement
  t.match(await approve(id, 'operator'), { status: 403, code: 'second_person_needed' })
  for (const who of ['otherOperator', 'searcher', 'registrar'] as const) {
    t.ok([403, 404].includes((await approve(id, who)).status), `${who} is of no side of it`)
  }
  register.deps.config.codeReplacementWaitHours = 72
  t.match(await approve(id), { status: 'waiting', approvedBy: '周敏（管理员）' })
  t.match(await approve(id), { status: 'waiting' }, 'twice is once')
  t.match(await collect(), { status: 409, code: 'code_replacement_waiting' })
  t.equal((await renew(filed.modificationCode)).sequence, 2, 'the old code works until then')
  await register.sql(`update code_replacements set ready_at = now() - interval '1 second'`)
  t.match(await collect('otherOperator'), { status: 403, code: 'not_the_filer' })
  const headers = { 'idempotency-key': 'collect-1' }
  const collected = await collect('operator', headers)
  t.match(collected, { modificationCode: /^[0-9A-F]{32}$/ })
  t.same(await collect('operator', headers), collected, 'sent again, the same code')
  t.match(await collect(), { status: 409, code: 'modification_code_live' })
  t.match(await renew(filed.modificationCode), { status: 403, code: 'modification_code_wrong' })
  t.equal((await renew(collected.modificationCode)).sequence, 3)
  t.match(await post('operator', `/api/v1/code-replacements/${id}/approvals`), { code: 'second_person_needed' })
  const { rows } = await register.sql(
    `select act from audit_events where act like 'modification_code.%' order by event`,
  )
  t.same(
    rows.map(({ act }) => act),
    ['requested', 'approved', 'collected'].map((act) => `modification_code.${act}`),
  )
  const notices = await register.sql(`select kind from notices where kind like 'code%' order by notice`)
  t.same(
    notices.rows.map(({ kind }) => kind),
    ['code_replacement_requested', 'code_replacement_done'],
  )
  const dump = await register.sql(`select answer from idempotency_keys`)
  t.notOk(
    dump.rows.some(({ answer }) => answer.includes(collected.modificationCode)),
    'no code is kept readable',
  )
})

t.test('the registrars may do it too; only the filer collects; anybody concerned may stop it', async (t) => {
  const { ask, approve, cancel, collect, renew, filed } = await open(t)
  const { codeReplacement } = await ask('registrar')
  t.match(await approve(codeReplacement, 'administrator'), { status: 404 }, 'two people of one side')
  t.match(await cancel(codeReplacement, 'otherOperator'), { status: 404 })
  t.match(await cancel(codeReplacement, 'administrator'), { status: 'cancelled' }, 'the institution stops it')
  t.match(await approve(codeReplacement, 'secondRegistrar'), { status: 409, code: 'code_replacement_ended' })
  const again = (await ask('registrar')).codeReplacement
  t.match(await approve(again, 'secondRegistrar'), { status: 'ready' })
  t.match(await collect('registrar'), { status: 403, code: 'not_the_filer' })
  const codes = await Promise.all([collect(), collect('administrator')])
  t.equal(codes.filter((each) => each.modificationCode).length, 1, 'at once, one of two')
  t.match(await renew(filed.modificationCode), { code: 'modification_code_wrong' })
})

t.test('a transfer to another account: the old code ends, the new filer collects its own', async (t) => {
  const { register, filed, at, post, collect, renew } = await open(t)
  const to = formOf('finance_lease')!.example.debtors as Body[]
  const party: Body = { ...structuredClone(to[0]!), name: '甬江融资租赁（宁波）有限公司' }
  const { rows } = await register.sql(`select identifier from accounts where name = $1`, [party.name])
  party.identifier = rows[0].identifier
  const transfer = (toAccount: string) =>
    post('operator', `${at}/amendments`, {
      modificationCode: filed.modificationCode,
      declaration: true,
      changes: [{ type: 'transfer_secured_party', index: 0, to: party, toAccount }],
    })
  for (const unknown of ['没有这家', 'searcher', 'registrar-1']) {
    t.match(
      await transfer(unknown),
      { errors: [{ code: 'account_not_found', pointer: '/changes/0/toAccount' }] },
      unknown,
    )
  }
  const left = await post('operator', `${at}/code-replacements`, { reason: '遗失' })
  t.match(left, { status: 'requested' })
  t.equal((await transfer('lessor-operator')).sequence, 2)
  t.match(await renew(filed.modificationCode), { status: 403, code: 'not_the_filer' })
  t.match(await renew(filed.modificationCode, 'otherOperator'), { status: 403, code: 'modification_code_wrong' })
  t.match(await collect(), { status: 403, code: 'not_the_filer' })
  const { modificationCode } = await collect('otherOperator')
  t.equal((await renew(modificationCode, 'otherOperator')).sequence, 3)
  t.match(await collect('otherOperator'), { code: 'modification_code_live' })
  const asked = await post('otherOperator', `${at}/code-replacements`, { reason: '遗失' })
  t.match(asked, { status: 'requested' }, 'what the old filer asked for stands in nobody’s way')
  const own = await register.call('otherOperator', { url: at })
  t.match(own.json(), { filer: party.name, securedParties: [{ name: party.name }] })
  const found: unknown[] = []
  await checkDerived(register.deps.pool, (each) => found.push(each))
  t.same(found, [])
})

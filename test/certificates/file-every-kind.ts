import { lapseObjections } from '../../src/objections/lapse-objections.ts'
import { beijingDate, systemClock } from '../../src/platform/clock.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { attached, uploadJudgment } from '../attachments/judgment.ts'
import type { TestRegister } from '../helpers/register.ts'

export type Body = Record<string, any>
type Who = Parameters<TestRegister['call']>[0]

const document = { issuer: '东湖市中级人民法院', number: '（2026）鄂01民终8号', issuedOn: '2026-11-03' }
const said = { statement: '租赁物已经退还', relation: '实际使用人', demandedOn: '2026-11-02', refused: true }
export const accepted = { court: '东湖市人民法院', caseNumber: '（2026）鄂0192民初5号', acceptedOn: '2026-11-03' }

/** A registration of the finance lease's example, and what can be done to it. */
export async function registration(register: TestRegister) {
  const post = async (who: Who, url: string, payload: Body = {}): Promise<Body> => {
    const answer = await register.call(who, { method: 'POST', url, payload })
    if (answer.statusCode > 202) throw new Error(`${url}: ${answer.body}`)
    return answer.json()
  }
  await uploadJudgment(register)
  const filed = await post('operator', '/api/v1/registrations', formOf('finance_lease')!.example)
  const at = `/api/v1/registrations/${filed.registrationNumber}`
  const own = { modificationCode: filed.modificationCode, declaration: true }
  return {
    filed,
    own: (path: string, body: Body) => post('operator', `${at}/${path}`, { ...own, ...body }),
    object: (who: Who = 'searcher') => post(who, `${at}/objections`, { ...said, declaration: true }),
    on: ({ filingNumber }: Body, path: string, body: Body = {}) =>
      post('searcher', `${at}/objections/${filingNumber}/${path}`, body),
    office: async (path: string, body: Body) => {
      const { decision } = await post('registrar', `${at}/${path}`, { ...attached, ...body })
      return post('secondRegistrar', `/api/v1/decisions/${decision}/approvals`)
    },
  }
}

/** A filing of every kind, on a few registrations, in the order in which they can be. */
export async function fileEveryKind(register: TestRegister): Promise<[string, Body][]> {
  const one = await registration(register)
  const objection = await one.object()
  const second = await one.object('otherOperator')
  const acceptance = await one.on(objection, 'case-acceptances', accepted)
  const renewal = await one.own('renewals', { additionalMonths: 12 })
  const amendment = await one.own('amendments', { changes: [{ type: 'rank_note', text: '后于第三人' }] })
  const withdrawal = await one.on(objection, 'withdrawals', { reason: '已经和解' })
  const revokedObjection = await one.office('revocations', {
    scope: 'objection',
    objection: second.filingNumber,
    document,
    applicant: '出租人',
  })
  const released = [{ type: 'release_collateral', description: '附属设备' }]
  const part = { scope: 'part', changes: released, document, applicant: '承租人' }
  const revokedPart = await one.office('revocations', part)
  const changes = [{ type: 'change_amount', securedAmount: { currency: 'CNY', amount: '7.00' } }]
  const correction = await one.office('corrections', { statement: '录入错误', changes })
  const discharge = await one.own('discharges', { reason: 'other', reasonText: '误办' })
  const reinstatement = await one.office('reinstatements', { reason: 'wrongful_discharge', statement: '误注销' })
  const revocation = await one.office('revocations', { scope: 'registration', document, applicant: '承租人' })
  return [
    ['initial', one.filed],
    ...Object.entries({ objection, case_acceptance: acceptance, renewal, amendment, correction, discharge }),
    ['objection_withdrawal', withdrawal],
    ['revocation', revokedObjection],
    ['revocation', revokedPart],
    ['revocation', revocation],
    ['reinstatement', reinstatement],
    ['objection_lapse', await lapse(register)],
  ]
}

/** An objection that lapses, found by its lapse: nobody is answered when the register files it. */
async function lapse(register: TestRegister): Promise<Body> {
  const { object } = await registration(register)
  const { sequence } = await object()
  for (const table of ['filings', 'registrations', 'objections']) {
    const key = table === 'filings' ? 'sequence' : table === 'objections' ? 'objection' : 'registration'
    await register.sql(
      `do $$ begin set local session_replication_role = replica;
         update ${table} set filed_at = filed_at - interval '45 days' where ${key} >= ${sequence - 1}; end $$`,
    )
  }
  await lapseObjections(register.deps.pool, register.deps.sequencer, beijingDate(systemClock.nowMicroseconds()))
  const { rows } = await register.sql(
    `select filing_number as "filingNumber", verification_code as "verificationCode" from filings
     where kind = 'objection_lapse'`,
  )
  return rows[0]
}

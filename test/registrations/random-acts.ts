import { formOf } from '../../src/registrations/forms/forms.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { type SandboxUser, sandboxUsers } from '../../src/sandbox/sandbox-people.ts'
import { attached } from '../attachments/judgment.ts'

type Body = Record<string, any>
export type Who = SandboxUser['name']
/** Sends a POST as a person and answers its body. */
export type Post = (who: Who, url: string, payload?: object) => Promise<Body>

/** A registration that random acts are done on: whose it is, and with which code. */
export type Living = { number: string; code: string; filer: Who; objections: { number: string; by: Who }[] }

/**
 * Acts of every kind by several people over HTTP, drawn from a seed. What stands by then is not looked at, so that
 * refusals come as they may. The registrars name the judgment that was uploaded for them before.
 */
export class RandomActs {
  readonly living: Living[]
  readonly accepted = new Map<string, number>()
  readonly #post: Post
  readonly #random: ReturnType<typeof createRandom>
  #count = 0

  /** @param living shared between several who act on the same registrations at once */
  constructor(post: Post, seed: string, living: Living[] = []) {
    this.#post = post
    this.living = living
    this.#random = createRandom(seed, 1)
  }

  /** Does one act. @returns true when it was accepted */
  async next(): Promise<boolean> {
    this.#count += 1
    const on = this.living.length > 0 && this.#random.integer(10) > 1 ? this.#random.pick(this.living) : undefined
    if (!on) return this.#register()
    const kind = this.#random.pick(kinds)
    const done = await this[kind](on)
    if (done) this.accepted.set(kind, (this.accepted.get(kind) ?? 0) + 1)
    return done
  }

  async #register(): Promise<boolean> {
    const filer = this.#random.pick(['operator', 'otherOperator'] as const)
    const type = this.#random.pick(['finance_lease', 'factoring', 'chattel_mortgage'] as const)
    const filed = await this.#post(filer, '/api/v1/registrations', formOf(type)!.example)
    this.living.push({ number: filed.registrationNumber, code: filed.modificationCode, filer, objections: [] })
    return true
  }

  async renewal(on: Living): Promise<boolean> {
    return this.#act(on, 'renewals', { additionalMonths: 1 + this.#random.integer(24) })
  }

  async discharge(on: Living): Promise<boolean> {
    return this.#random.integer(4) === 0 && this.#act(on, 'discharges', { reason: 'debt_extinguished' })
  }

  async amendment(on: Living): Promise<boolean> {
    return this.#act(on, 'amendments', { changes: [this.#random.pick(changesOf(this.#count))] })
  }

  /** The registration goes to the other institution, which collects a code of its own. */
  async transfer(on: Living): Promise<boolean> {
    const to = on.filer === 'operator' ? ('otherOperator' as const) : ('operator' as const)
    const party = partyOf(90_000 + this.#count)
    const toAccount = sandboxUsers.find(({ name }) => name === to)!.loginName
    const transfer = { type: 'transfer_secured_party', index: 0, to: party, toAccount }
    if (!(await this.#act(on, 'amendments', { changes: [transfer] }))) return false
    const collected = await this.#post(to, `/api/v1/registrations/${on.number}/modification-codes`)
    if (collected.modificationCode) Object.assign(on, { filer: to, code: collected.modificationCode })
    return true
  }

  async objection(on: Living): Promise<boolean> {
    const by = this.#random.pick(['searcher', 'otherOperator', 'operator'] as const)
    const said = { statement: '登记有误', relation: '利害关系人', demandedOn: '2026-01-05', refused: true }
    const filed = await this.#post(by, `/api/v1/registrations/${on.number}/objections`, said)
    if (filed.filingNumber) on.objections.push({ number: filed.filingNumber, by })
    return Boolean(filed.filingNumber)
  }

  async withdrawal(on: Living): Promise<boolean> {
    return this.#onObjection(on, 'withdrawals', {})
  }

  async acceptance(on: Living): Promise<boolean> {
    const said = { court: '法院', caseNumber: String(this.#count), acceptedOn: '2026-01-06' }
    return this.#onObjection(on, 'case-acceptances', said)
  }

  async revocation(on: Living): Promise<boolean> {
    const document = { issuer: '法院', number: '1', issuedOn: '2026-01-07' }
    const objection = on.objections[0]?.number
    const scope = this.#random.pick([
      { scope: 'part', changes: [{ type: 'release_collateral', description: `第 ${this.#count} 项` }] },
      ...(objection ? [{ scope: 'objection', objection }] : [{ scope: 'registration' }]),
    ])
    return this.#decide(on, 'revocations', { ...scope, document, applicant: '某' })
  }

  async correction(on: Living): Promise<boolean> {
    return this.#decide(on, 'corrections', { statement: '误', changes: [this.#random.pick(changesOf(this.#count))] })
  }

  async reinstatement(on: Living): Promise<boolean> {
    return this.#decide(on, 'reinstatements', { reason: 'own_error', statement: '误' })
  }

  async #decide(on: Living, path: string, body: Body): Promise<boolean> {
    const proposed = await this.#post('registrar', `/api/v1/registrations/${on.number}/${path}`, {
      ...attached,
      ...body,
    })
    if (!proposed.decision) return false
    const filed = await this.#post('secondRegistrar', `/api/v1/decisions/${proposed.decision}/approvals`)
    return Boolean(filed.filingNumber)
  }

  async #onObjection(on: Living, path: string, body: Body): Promise<boolean> {
    const objection = on.objections.length > 0 ? this.#random.pick(on.objections) : undefined
    if (!objection) return false
    const url = `/api/v1/registrations/${on.number}/objections/${objection.number}/${path}`
    return Boolean((await this.#post(objection.by, url, body)).filingNumber)
  }

  async #act(on: Living, path: string, body: Body): Promise<boolean> {
    const whole = { modificationCode: on.code, declaration: true, ...body }
    return Boolean((await this.#post(on.filer, `/api/v1/registrations/${on.number}/${path}`, whole)).filingNumber)
  }
}

const kinds = [
  ...(['renewal', 'amendment', 'amendment', 'amendment', 'objection', 'objection', 'withdrawal'] as const),
  ...(['acceptance', 'transfer', 'discharge', 'revocation', 'correction', 'reinstatement'] as const),
]

/** One of each change that any form takes; the nth of its kind differs from every other. */
function changesOf(nth: number): Body[] {
  const changedOn = '2026-01-05'
  const party = partyOf(nth)
  return [
    { type: 'add_collateral', description: `新增第 ${nth} 批` },
    { type: 'release_collateral', description: `解除第 ${nth} 批` },
    { type: 'add_debtor', party },
    { type: 'release_debtor', index: 1 },
    { type: 'rename_party', role: 'debtor', index: 0, name: `更名第${nth}次有限公司`, changedOn },
    { type: 'rename_party', role: 'securedParty', index: 0, name: `权利人第${nth}次有限公司`, changedOn },
    { type: 'merge_parties', role: 'debtor', indexes: [0, 1], into: party, changedOn },
    { type: 'divide_party', role: 'debtor', index: 0, into: [party, partyOf(50_000 + nth)], changedOn },
    { type: 'transfer_asset', index: 0, to: party, transferredOn: changedOn },
    { type: 'change_amount', securedAmount: { currency: 'CNY', amount: `${nth}.00` } },
    { type: 'rank_note', text: `顺位约定 ${nth}` },
    { type: 'correction', terms: { scope: `担保范围 ${nth}` }, description: { part: 0, is: `更正第 ${nth} 次的描述` } },
    { type: 'correction', party: { role: 'debtor', index: 0, party } },
  ]
}

function partyOf(nth: number): Body {
  return {
    kind: 'organization',
    name: `随机第${nth}号有限公司`,
    identifier: { scheme: 'lei', value: lei(nth) },
    address: { country: 'CN', line: '上海市' },
    representative: '王强',
  }
}

/** A legal entity identifier with right check digits (ISO 17442, ISO 7064 MOD 97-10). */
function lei(nth: number): string {
  const body = `3003${String(nth).padStart(14, '0')}`
  return body + String(98n - (BigInt(`${body}00`) % 97n)).padStart(2, '0')
}

import { prepareAcceptance } from '../../../src/objections/accept-case.ts'
import { prepareLapse } from '../../../src/objections/lapse-objections.ts'
import { prepareObjection } from '../../../src/objections/object.ts'
import { prepareWithdrawal } from '../../../src/objections/withdraw-objection.ts'
import type { Refusal } from '../../../src/platform/refusal.ts'
import type { Act, DerivedRows, Filer, OrderState, Place } from '../../../src/registrations/act.ts'
import { prepareAmendment } from '../../../src/registrations/amend.ts'
import type { Change } from '../../../src/registrations/amendment-changes.ts'
import { prepareCorrection } from '../../../src/registrations/correct.ts'
import { prepareDischarge } from '../../../src/registrations/discharge.ts'
import { foldRegistration } from '../../../src/registrations/fold-registration.ts'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { hashModificationCode, prepareRegistration } from '../../../src/registrations/register.ts'
import type { FoldedFiling, RegistrationState } from '../../../src/registrations/registration-state.ts'
import { prepareReinstatement } from '../../../src/registrations/reinstate.ts'
import { prepareRenewal } from '../../../src/registrations/renew.ts'
import { prepareRevocation, type RevokedPart } from '../../../src/registrations/revoke.ts'
import { searchLogics } from '../../../src/search/search-logics.ts'
import { attached, judgmentSha256 } from '../../attachments/judgment.ts'
import type { LawAct, LawChange } from './law.ts'
import { partyOf, people } from './people.ts'

/*
 * The real rules as a filing meets them, at places that the test gives: prepare, judge, fold. No database: that it
 * writes what is derived here is for rebuild --check.
 */

const onJudgment = {
  document: { issuer: '法院', number: '1', issuedOn: '2000-01-01' },
  applicant: '某',
  ...attached,
}
type Filed = { state: RegistrationState; rows: Partial<DerivedRows>; filings: FoldedFiling[] }

export class RegisterUnderTest {
  readonly order: OrderState = {
    filerReferences: new Map(),
    importedLines: new Map(),
    logics: searchLogics,
    registrations: new Map(),
    attachments: new Set([`${people.registrar!.account}:${judgmentSha256}`]),
  }
  readonly filed = new Map<string, FoldedFiling[]>()

  /** @returns the number and code, as its filer gets them */
  register(filer: Filer, debtors: { id: string; name: string }[], months: number, place: Place): string {
    const example = structuredClone(formOf('finance_lease')!.example) as Record<string, any>
    const content = {
      ...example,
      securedParties: [partyOf({ id: filer.identity!.identifier.value, name: '出租人有限公司' })],
      debtors: debtors.map(partyOf),
      termMonths: months,
      collateral: { ...example.collateral, description: undefined, items: [{ name: '机床', serialNumber: 'S0' }] },
    }
    delete content.collateral.description
    const act = prepareRegistration(filer, content as never, { today: place.filedOn })
    if ('refused' in act) throw new Error(JSON.stringify(act.refused))
    const outcome = act.judge(this.order, place)
    if ('refused' in outcome) throw new Error('refused')
    this.filed.set(place.filingNumber, [filingOf(act, place)])
    const { modificationCode } = outcome.answer as { modificationCode: string }
    const codeHash = hashModificationCode(modificationCode)
    this.order.registrations.set(place.filingNumber, { state: this.folded(place.filingNumber), codeHash })
    return modificationCode
  }

  /** A code collected by a new filer. */
  collect(number: string, code: string): void {
    const standing = this.order.registrations.get(number)!
    this.order.registrations.set(number, { ...standing, codeHash: hashModificationCode(code) })
  }

  /** @returns the first refusal's code, or what was filed */
  act(filer: Filer, number: string, act: LawAct, place: Place): string | Filed {
    const prepared = prepare(filer, number, act, place.filedOn)
    if ('refused' in prepared) return prepared.refused[0]!.code
    const outcome = prepared.judge(this.order, place)
    if ('refused' in outcome) return outcome.refused[0]!.code
    const filings = [...this.filed.get(number)!, filingOf(prepared, place)]
    this.filed.set(number, filings)
    return { state: this.order.registrations.get(number)!.state, rows: outcome.derived, filings }
  }

  folded(number: string): RegistrationState {
    return foldRegistration(this.filed.get(number)!)
  }
}

function filingOf(act: Act, place: Place): FoldedFiling {
  return { ...place, kind: act.kind, account: act.filer.account, content: JSON.parse(act.content.toString('utf8')) }
}

function prepare(filer: Filer, number: string, act: LawAct, today: string): Act | { refused: Refusal[] } {
  const options = {
    today,
    ...('code' in act && act.code !== undefined && { modificationCode: act.code }),
    ...('expected' in act && act.expected !== undefined && { expectedSequence: act.expected }),
  }
  switch (act.act) {
    case 'renew':
      return prepareRenewal(filer, number, { additionalMonths: act.months, declaration: true }, options)
    case 'discharge':
      return prepareDischarge(filer, number, { reason: 'right_waived', declaration: true }, options)
    case 'amend':
      return prepareAmendment(filer, number, { changes: act.changes.map(changeOf), declaration: true }, options)
    case 'object': {
      const said = { statement: '有误', relation: '利害关系人', demandedOn: '2000-01-01', refused: true }
      return prepareObjection(filer, number, said, options)
    }
    case 'withdraw':
      return prepareWithdrawal(filer, number, { objection: act.objection }, options)
    case 'accept': {
      const said = { objection: act.objection, court: '法院', caseNumber: '1', acceptedOn: '2000-01-01' }
      return prepareAcceptance(filer, number, said, options)
    }
    case 'lapse':
      return prepareLapse(filer, number, act.objection)
    case 'revoke':
      return prepareRevocation(filer, number, { scope: 'registration', ...onJudgment }, options)
    case 'revoke part': {
      const changes = act.changes.map(changeOf) as RevokedPart[]
      return prepareRevocation(filer, number, { scope: 'part', changes, ...onJudgment }, options)
    }
    case 'revoke objection': {
      const { objection } = act
      return prepareRevocation(filer, number, { scope: 'objection', objection, ...onJudgment }, options)
    }
    case 'correct':
      return prepareCorrection(
        filer,
        number,
        { statement: '误', changes: act.changes.map(changeOf), ...attached },
        options,
      )
    case 'reinstate':
      return prepareReinstatement(filer, number, { reason: 'own_error', statement: '误', ...attached }, options)
  }
}

function changeOf(change: LawChange): Change {
  const changedOn = '2000-01-01'
  const role = 'side' in change && change.side === 'secured' ? ('securedParty' as const) : ('debtor' as const)
  switch (change.do) {
    case 'add item':
      return { type: 'add_collateral', items: [{ name: '机床', serialNumber: change.serial }] }
    case 'release item':
      return { type: 'release_collateral', items: [{ serialNumber: change.serial }] }
    case 'add debtor':
      return { type: 'add_debtor', party: partyOf(change.party) }
    case 'release debtor':
      return { type: 'release_debtor', index: change.at }
    case 'rename':
      return { type: 'rename_party', role, index: change.at, name: change.name, changedOn }
    case 'transfer':
      return {
        type: 'transfer_secured_party',
        index: change.at,
        to: partyOf(change.to),
        ...(change.toAccount !== undefined && { assignee: { account: change.toAccount, name: '受让人' } }),
      }
    case 'merge':
      return { type: 'merge_parties', role, indexes: change.at, into: partyOf(change.into), changedOn }
    case 'divide':
      return { type: 'divide_party', role, index: change.at, into: change.into.map(partyOf), changedOn }
    case 'sell asset':
      return { type: 'transfer_asset', index: change.at, to: partyOf(change.to), transferredOn: changedOn }
    case 'amount':
      return { type: 'change_amount', securedAmount: { currency: 'CNY', amount: change.amount } }
    case 'correct party':
      return { type: 'correction', party: { role, index: change.at, party: partyOf(change.party) } }
  }
}

import type { Party } from '../parties/party.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { compileBody } from '../platform/validation.ts'
import type { Change } from './amendment-changes.ts'
import { type At, applyChange } from './apply-change.ts'
import { isRefusal } from './change-refusals.ts'
import { forms } from './forms/forms.ts'
import { repeatedAt } from './party-members.ts'
import { ceilingMissing, judgeParty, judgeTerms, judgeTextsIn } from './registration-rules.ts'
import type { RegistrationState } from './registration-state.ts'

/** Judges changes in their order, each on the state that the one before it leaves. The first that cannot be is told. */
export function judgeChanges(state: RegistrationState, changes: readonly Change[], place: At): Refusal[] {
  let standing = state
  for (const [at, change] of changes.entries()) {
    const after = applyChange(standing, change, place)
    if (isRefusal(after)) return [{ ...after, pointer: `/changes/${at}${after.pointer ?? ''}` }]
    const refused = judgeOutcome(after, change, `/changes/${at}`, place.filedOn)
    if (refused.length > 0) return refused
    standing = after
  }
  return []
}

/** What can be judged of changes without the registration: texts, dates, and the parties that they bring in. */
export function judgeChangesAlone(changes: readonly Change[], today: string): Refusal[] {
  return [
    ...judgeTextsIn(changes, '/changes'),
    ...changes.flatMap((change, at) => [
      ...partiesIn(change).flatMap(([party, place]) => judgeParty(party, `/changes/${at}${place}`, today)),
      ...datesIn(change).flatMap(([date, place]) =>
        date > today ? [{ ...dateInFuture, pointer: `/changes/${at}${place}` }] : [],
      ),
      ...(change.type === 'correction' && change.terms ? judgeTerms(change.terms, `/changes/${at}/terms`) : []),
    ]),
  ]
}

/** What only the registration's state can tell: a party as it is called now, items against the form, parties twice. */
function judgeOutcome(after: RegistrationState, change: Change, pointer: string, today: string): Refusal[] {
  switch (change.type) {
    case 'rename_party': {
      const list = change.role === 'debtor' ? after.debtors : after.securedParties
      return [...judgeParty(list[change.index]!.party, pointer, today), ...twice(after, `${pointer}/identifier`)]
    }
    case 'add_collateral':
      return change.items ? judgeItems(after, change.items, `${pointer}/items`) : []
    case 'add_debtor':
      return twice(after, `${pointer}/party/identifier/value`)
    case 'transfer_secured_party':
    case 'transfer_asset':
      return twice(after, `${pointer}/to/identifier/value`)
    case 'merge_parties':
    case 'divide_party':
      return twice(after, `${pointer}/into`)
    case 'correction': {
      const { item, party, terms } = change
      return [
        ...(item ? judgeItems(after, [item.is], `${pointer}/item/is`).map(withoutRow) : []),
        ...(party ? twice(after, `${pointer}/party/party/identifier/value`) : []),
        ...(terms && after.terms.maximumAmountSecurity && !after.terms.ceiling
          ? [{ ...ceilingMissing, pointer: `${pointer}/terms/ceiling` }]
          : []),
      ]
    }
    default:
      return []
  }
}

function judgeItems(state: RegistrationState, items: readonly object[], pointer: string): Refusal[] {
  const check = itemChecks.get(state.securityType)
  if (!check) return [{ ...noItemList, pointer }]
  return check(items).map((each) => ({ ...each, pointer: `${pointer}${each.pointer ?? ''}` }))
}

/** A single item has no place in a list. */
function withoutRow(refusal: Refusal): Refusal {
  return { ...refusal, pointer: refusal.pointer!.replace('/item/is/0', '/item/is') }
}

function twice({ debtors, securedParties }: RegistrationState, pointer: string): Refusal[] {
  return repeatedAt(debtors) >= 0 || repeatedAt(securedParties) >= 0 ? [{ ...partyThereAlready, pointer }] : []
}

/** One check of an item list for each form, compiled once. */
const itemChecks = new Map(
  forms.flatMap((form) => {
    const items = form.fields.find((field) => field.name === 'items')
    return items ? [[form.securityType, compileBody(items.schema)] as const] : []
  }),
)

function partiesIn(change: Change): [Party, string][] {
  switch (change.type) {
    case 'add_debtor':
      return [[change.party, '/party']]
    case 'transfer_secured_party':
    case 'transfer_asset':
      return [[change.to, '/to']]
    case 'merge_parties':
      return [[change.into, '/into']]
    case 'divide_party':
      return change.into.map((party, nth) => [party, `/into/${nth}`])
    case 'correction':
      return change.party ? [[change.party.party, '/party/party']] : []
    default:
      return []
  }
}

function datesIn(change: Change): [string, string][] {
  if ('changedOn' in change) return [[change.changedOn, '/changedOn']]
  return change.type === 'transfer_asset' ? [[change.transferredOn, '/transferredOn']] : []
}

const partyThereAlready: Refusal = {
  code: 'party_listed_twice',
  message: text('这项登记中已有同一主体', 'This party is on the registration already'),
}
const noItemList: Refusal = {
  code: 'items_not_on_form',
  message: text(
    '此类担保的登记没有明细表，请用文字描述',
    'This security type has no list of items; describe it in words',
  ),
}
const dateInFuture: Refusal = {
  code: 'date_in_future',
  message: text('日期在将来，请核对', 'This day is yet to come; check it'),
}

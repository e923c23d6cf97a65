import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Change } from './amendment-changes.ts'
import type { CollateralPart, FoldedFiling, Member, RegistrationState } from './registration-state.ts'

/**
 * One change of an amendment on the state before it: the state after, or why it cannot be. Pure; the fold applies the
 * same function to what was accepted, so judging and reading cannot disagree. Pointers are relative to the change.
 */
export function applyChange(
  state: RegistrationState,
  change: Change,
  filing: Pick<FoldedFiling, 'sequence' | 'filedAt'>,
): RegistrationState | Refusal {
  switch (change.type) {
    case 'add_collateral':
      return addCollateral(state, change, filing)
    case 'release_collateral':
      return releaseCollateral(state, change, filing)
    case 'add_debtor': {
      const member = { ordinal: state.membersEver, party: change.party, fromSequence: filing.sequence, former: [] }
      return { ...state, debtors: [...state.debtors, member], membersEver: state.membersEver + 1 }
    }
    case 'release_debtor': {
      if (!state.debtors[change.index]) return noSuchParty
      if (state.debtors.length === 1) return lastDebtor
      return { ...state, debtors: state.debtors.filter((_, at) => at !== change.index) }
    }
    case 'rename_party':
      return renameParty(state, change, filing)
    case 'transfer_secured_party': {
      const before = state.securedParties[change.index]
      if (!before) return noSuchParty
      const after = { ordinal: state.membersEver, party: change.to, fromSequence: filing.sequence, former: [] }
      const securedParties = state.securedParties.map((each, at) => (at === change.index ? after : each))
      return { ...state, securedParties, membersEver: state.membersEver + 1 }
    }
    case 'change_amount':
      return { ...state, terms: { ...state.terms, securedAmount: change.securedAmount } }
    case 'rank_note': {
      const note = { sequence: filing.sequence, filedAt: filing.filedAt, text: change.text }
      return { ...state, rankNotes: [...state.rankNotes, note] }
    }
  }
}

export function isRefusal(value: RegistrationState | Refusal): value is Refusal {
  return 'code' in value
}

type Of<T extends Change['type']> = Extract<Change, { type: T }>
type At = Pick<FoldedFiling, 'sequence' | 'filedAt'>

/** Added collateral ranks from the amendment's time (the Measures, art. 13): it is a part of its own. */
function addCollateral(state: RegistrationState, change: Of<'add_collateral'>, at: At): RegistrationState | Refusal {
  if (!change.description && !change.items) return nothingNamed
  const part: CollateralPart = {
    ...(change.description !== undefined && { description: change.description }),
    ...(change.items && { items: change.items as Record<string, unknown>[] }),
    ranksFrom: { sequence: at.sequence, filedAt: at.filedAt },
  }
  return { ...state, collateral: [...state.collateral, part] }
}

/**
 * Items are released by what they say: each item given takes out the items of which every given field is equal. A
 * release in words is noted and takes out nothing: the register does not judge what the words cover.
 */
function releaseCollateral(
  state: RegistrationState,
  change: Of<'release_collateral'>,
  at: At,
): RegistrationState | Refusal {
  if (!change.description && !change.items) return nothingNamed
  const released: object[] = []
  let parts = state.collateral
  for (const [nth, wanted] of (change.items ?? []).entries()) {
    let found = false
    parts = parts.map((part) => {
      const kept = (part.items ?? []).filter((item) => {
        if (!matches(item, wanted as Record<string, unknown>)) return true
        found = true
        released.push(item)
        return false
      })
      return kept.length === (part.items?.length ?? 0) ? part : { ...part, items: kept }
    })
    if (!found) return { ...itemNotFound, pointer: `/items/${nth}` }
  }
  const left = parts.filter((part) => (part.items?.length ?? 0) > 0 || part.description)
  if (left.length === 0) return lastCollateral
  const note = {
    sequence: at.sequence,
    filedAt: at.filedAt,
    ...(released.length > 0 && { items: released }),
    ...(change.description !== undefined && { description: change.description }),
  }
  return { ...state, collateral: left, released: [...state.released, note] }
}

function matches(item: Record<string, unknown>, wanted: Record<string, unknown>): boolean {
  const fields = Object.entries(wanted)
  return fields.length > 0 && fields.every(([name, value]) => JSON.stringify(item[name]) === JSON.stringify(value))
}

/** A renamed party keeps its place; the old name and number stay with it, and search finds it under both (art. 14). */
function renameParty(state: RegistrationState, change: Of<'rename_party'>, at: At): RegistrationState | Refusal {
  const list = change.role === 'debtor' ? 'debtors' : 'securedParties'
  const member = state[list][change.index]
  if (!member) return noSuchParty
  if (change.name === undefined && change.identifier === undefined) return nothingNamed
  const party = {
    ...member.party,
    ...(change.name !== undefined && { name: change.name }),
    ...(change.identifier && { identifier: change.identifier }),
  } as Member['party']
  const former = { party: member.party, changedOn: change.changedOn, untilSequence: at.sequence }
  const renamed = { ...member, party, former: [...member.former, former] }
  return { ...state, [list]: state[list].map((each, nth) => (nth === change.index ? renamed : each)) }
}

const noSuchParty: Refusal = {
  code: 'party_not_found',
  pointer: '/index',
  message: text(
    '现有当事人中没有这个序号，请按登记现状填写',
    'There is no party at this place now; see the registration as it stands',
  ),
}
const lastDebtor: Refusal = {
  code: 'last_debtor',
  pointer: '/index',
  message: text(
    '不能解除唯一的担保人；全部解除的请办理注销',
    'The only debtor cannot be released; discharge the registration instead',
  ),
}
const lastCollateral: Refusal = {
  code: 'last_collateral',
  pointer: '/items',
  message: text(
    '不能解除全部担保财产；全部解除的请办理注销',
    'All collateral cannot be released; discharge the registration instead',
  ),
}
const itemNotFound: Refusal = {
  code: 'item_not_found',
  message: text('现有明细中没有与此相符的项目', 'No item on the list now matches this one'),
}
const nothingNamed: Refusal = {
  code: 'change_empty',
  pointer: '',
  message: text('请写明要变更的内容', 'Say what is to change'),
}

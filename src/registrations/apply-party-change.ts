import type { Party } from '../parties/party.ts'
import type { Applied, At, ChangeOf } from './apply-change.ts'
import { itemMatches } from './apply-collateral-change.ts'
import { changeEmpty, itemNotFound, lastDebtor, partyNotFound } from './change-refusals.ts'
import type { FormerIdentity, Member, RegistrationState } from './registration-state.ts'

type Side = 'debtors' | 'securedParties'
const sideOf = (role: 'debtor' | 'securedParty'): Side => (role === 'debtor' ? 'debtors' : 'securedParties')

/** An added debtor counts from the amendment. */
export function addDebtor(state: RegistrationState, change: ChangeOf<'add_debtor'>, at: At): Applied {
  const debtors = [...state.debtors, newMember(state, change.party, at)]
  return { ...state, debtors, membersEver: state.membersEver + 1 }
}

/** A released debtor leaves the index, with every name it ever had. */
export function releaseDebtor(state: RegistrationState, change: ChangeOf<'release_debtor'>): Applied {
  if (!state.debtors[change.index]) return partyNotFound
  if (state.debtors.length === 1) return lastDebtor
  return { ...state, debtors: state.debtors.filter((_, nth) => nth !== change.index) }
}

/** A renamed party keeps its place; the old name and number stay with it, and search finds it under both (art. 14). */
export function renameParty(state: RegistrationState, change: ChangeOf<'rename_party'>, at: At): Applied {
  const member = state[sideOf(change.role)][change.index]
  if (!member) return partyNotFound
  if (change.name === undefined && change.identifier === undefined) return changeEmpty
  const party = {
    ...member.party,
    ...(change.name !== undefined && { name: change.name }),
    ...(change.identifier && { identifier: change.identifier }),
  } as Member['party']
  const former = [...member.former, formerOf(member, change.changedOn, at)]
  return replaced(state, sideOf(change.role), [change.index], [{ ...member, party, former }])
}

/** The assignee takes the assignor's place; when an account is named, it is the filer from now on. */
export function transferSecuredParty(
  state: RegistrationState,
  change: ChangeOf<'transfer_secured_party'>,
  at: At,
): Applied {
  if (!state.securedParties[change.index]) return partyNotFound
  const after = replaced(state, 'securedParties', [change.index], [newMember(state, change.to, at)])
  const account = change.assignee?.account ?? state.account
  return { ...after, account, membersEver: state.membersEver + 1 }
}

/** The successor stands where the first of those merged stood, and is found under the names of all of them. */
export function mergeParties(state: RegistrationState, change: ChangeOf<'merge_parties'>, at: At): Applied {
  const side = sideOf(change.role)
  const unknown = change.indexes.findIndex((index) => !state[side][index])
  if (unknown >= 0) return { ...partyNotFound, pointer: `/indexes/${unknown}` }
  const merged = change.indexes.map((index) => state[side][index]!)
  const former = merged.flatMap((member) => [...member.former, formerOf(member, change.changedOn, at)])
  const successor = { ...newMember(state, change.into, at), former }
  return { ...replaced(state, side, change.indexes, [successor]), membersEver: state.membersEver + 1 }
}

/** The successors stand where the divided party stood; each of them is found under its names too. */
export function divideParty(state: RegistrationState, change: ChangeOf<'divide_party'>, at: At): Applied {
  const side = sideOf(change.role)
  const divided = state[side][change.index]
  if (!divided) return partyNotFound
  const former = [...divided.former, formerOf(divided, change.changedOn, at)]
  const successors = change.into.map((party, nth) => ({ ...newMember(state, party, at, nth), former }))
  const after = replaced(state, side, [change.index], successors)
  return { ...after, membersEver: state.membersEver + successors.length }
}

/**
 * The asset went to another owner and the security with it (Civil Code art. 406): the new owner joins the debtors from
 * now on. The old one stays until it is released, since what else it charged stays charged.
 */
export function transferAsset(state: RegistrationState, change: ChangeOf<'transfer_asset'>, at: At): Applied {
  const from = state.debtors[change.index]
  if (!from) return partyNotFound
  const items = state.collateral.flatMap((part) => part.items ?? [])
  const unknown = (change.items ?? []).findIndex((wanted) => !items.some((item) => itemMatches(item, wanted)))
  if (unknown >= 0) return { ...itemNotFound, pointer: `/items/${unknown}` }
  const owner = { ...newMember(state, change.to, at), acquired: { from: from.ordinal, on: change.transferredOn } }
  return { ...state, debtors: [...state.debtors, owner], membersEver: state.membersEver + 1 }
}

/** A corrected party keeps its place, and is still found under what was filed wrongly: others may have relied on it. */
export function correctParty(
  state: RegistrationState,
  { role, index, party }: NonNullable<ChangeOf<'correction'>['party']>,
  at: At,
): Applied {
  const member = state[sideOf(role)][index]
  if (!member) return { ...partyNotFound, pointer: '/party/index' }
  const former = [...member.former, formerOf(member, at.filedOn, at)]
  return replaced(state, sideOf(role), [index], [{ ...member, party, former }])
}

/** `among` places it after others that join with it. */
function newMember(state: RegistrationState, party: Party, at: At, among = 0): Member {
  return { ordinal: state.membersEver + among, party, fromSequence: at.sequence, former: [] }
}

function formerOf({ party }: Member, changedOn: string, at: At): FormerIdentity {
  return { party, changedOn, untilSequence: at.sequence }
}

/** The list with some of its places given to others; these stand where the first of those was. */
function replaced(
  state: RegistrationState,
  side: Side,
  indexes: readonly number[],
  by: readonly Member[],
): RegistrationState {
  const first = Math.min(...indexes)
  const list = state[side].flatMap((each, nth) => {
    if (nth === first) return by
    return indexes.includes(nth) ? [] : [each]
  })
  return { ...state, [side]: list }
}

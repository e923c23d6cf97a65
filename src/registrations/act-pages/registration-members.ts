import type { Choice } from '../../platform/form-controls.ts'
import type { Member, RegistrationState } from '../registration-state.ts'
import type { ActPage } from './act-form.ts'
import { memberChoices } from './party-changes.ts'

/** A party of the registration by its side and its place there. */
export type ChosenMember = { role: 'debtor' | 'securedParty'; index: number; member: Member }

/** All parties as choices: debtors first. Their keys name them by ordinals, which never change hands. */
export function membersOfBothSides({ state, form }: Pick<ActPage, 'state' | 'form'>): Choice[] {
  return [
    ...memberChoices(state.debtors, 'debtor-', form.debtorLabel),
    ...memberChoices(state.securedParties, 'securedParty-', form.securedPartyLabel),
  ]
}

/** The party of such a key, where it stands now. */
export function memberByKey(state: RegistrationState, key: string): ChosenMember | undefined {
  const [, role, ordinal] = /^(debtor|securedParty)-(\d{1,6})$/.exec(key) ?? []
  if (role !== 'debtor' && role !== 'securedParty') return undefined
  const members = role === 'debtor' ? state.debtors : state.securedParties
  const index = members.findIndex((each) => String(each.ordinal) === ordinal)
  return index < 0 ? undefined : { role, index, member: members[index]! }
}

import { type SandboxUser, sandboxAccounts, sandboxUsers } from '../../src/sandbox/sandbox-people.ts'

type Body = Record<string, any>

/** The account of one of the sandbox's people as a party on a form, its number written as the form's own. */
export function partyOf(who: SandboxUser['name'], number?: string): Body {
  const { account } = sandboxUsers.find(({ name }) => name === who)!
  const { kind, name, identifier, address, representative } = sandboxAccounts.find((each) => each.name === account)!
  const party = { name, identifier: number ? { ...identifier, value: number } : identifier, address }
  return kind === 'individual' ? { kind, ...party } : { kind: 'organization', ...party, representative }
}

/** The number of the account of one of the sandbox's people. */
export function numberOf(who: SandboxUser['name']): string {
  return partyOf(who).identifier.value
}

/** Who is calling: a signed-in user, by session cookie or API key. */
export type Person = {
  userId: number
  account: number
  accountKind: 'institution' | 'individual' | 'registrar' | 'court'
  accountName: string
  displayName: string
  loginName: string
  role: Role
  /** The search key of the account's identifier, once that is verified: equal to a party's, it is that party. */
  identifierKey: string | null
  /** The secret that was shown: an API key or a session token. Never logged, never stored. */
  bearer: string
  via: 'session' | 'api_key'
}

export type Role = 'administrator' | 'operator' | 'searcher' | 'registrar' | 'court'

/**
 * What each role may do: regular users register, ordinary users search; both object, the verified identity being asked
 * for with the act; the registrar's office supervises, and courts read what the parties read. Who may file something
 * may attach files to it. Only the office and courts look for words in the collateral of all registrations.
 * `be_asked_for`: may be a debtor, and read how often it was searched for.
 */
const permissions = {
  administrator: ['register', 'search', 'object', 'attach', 'be_asked_for'],
  operator: ['register', 'search', 'object', 'attach', 'be_asked_for'],
  searcher: ['search', 'object', 'attach', 'be_asked_for'],
  registrar: ['search', 'search_collateral', 'supervise', 'attach'],
  court: ['search', 'search_collateral'],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof permissions)[Role][number]

export function may(role: Role, permission: Permission): boolean {
  return (permissions[role] as readonly Permission[]).includes(permission)
}

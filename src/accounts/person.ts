/** Who is calling: a signed-in user, by session cookie or API key. */
export type Person = {
  userId: number
  account: number
  accountKind: 'institution' | 'individual' | 'registrar'
  accountName: string
  displayName: string
  loginName: string
  role: Role
  /** The secret that was shown: an API key or a session token. Never logged, never stored. */
  bearer: string
  via: 'session' | 'api_key'
}

export type Role = 'administrator' | 'operator' | 'searcher' | 'registrar'

/** What each role may do (domain: regular users register, ordinary users search). */
const permissions = {
  administrator: ['register', 'search'],
  operator: ['register', 'search'],
  searcher: ['search'],
  registrar: ['search', 'supervise'],
} as const satisfies Record<Role, readonly string[]>

export type Permission = (typeof permissions)[Role][number]

export function may(role: Role, permission: Permission): boolean {
  return (permissions[role] as readonly Permission[]).includes(permission)
}

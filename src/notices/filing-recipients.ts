import type { Identifier } from '../parties/party.ts'
import { acceptanceDueOn } from '../registrations/objection-rules.ts'
import { identifierSearchKey } from '../search/search-key.ts'
import { type NewNotice, type RecipientRole, recipientRoles } from './notice.ts'

type Standing = { filer: number; securedParties: Numbered[]; debtors: Numbered[] }
type Numbered = { identifier: Identifier }

/** A filing with all that decides who is told of it: the registration right before and after, and who objected. */
export type AnnouncedFiling = {
  sequence: number
  filingNumber: string
  kind: string
  /** Whose act it was. */
  account: number
  registrationNumber: string
  /** The Beijing day. */
  filedOn: string
  states: Standing[]
  objectors: number[]
}

export type VerifiedAccount = { account: number; key: string }

/** The search keys of all parties. */
export function keysIn({ states }: AnnouncedFiling): string[] {
  return states.flatMap(({ securedParties, debtors }) => [...securedParties, ...debtors].map(keyOf))
}

/**
 * A notice for each account that has to do with the registration, but for the one that filed: it has its answer.
 * @param accounts by search key; an account of a verified identity equal to a party's is that party
 */
export function noticesOf(filing: AnnouncedFiling, accounts: ReadonlyMap<string, VerifiedAccount[]>): NewNotice[] {
  const roles = new Map<number, Set<RecipientRole>>()
  const add = (account: number, role: RecipientRole) => {
    if (account === filing.account) return
    roles.set(account, (roles.get(account) ?? new Set()).add(role))
  }
  const addParties = (parties: Numbered[], role: RecipientRole) => {
    for (const { account } of parties.flatMap((each) => accounts.get(keyOf(each)) ?? [])) add(account, role)
  }
  for (const { filer, securedParties, debtors } of filing.states) {
    add(filer, 'filer')
    addParties(securedParties, 'secured_party')
    addParties(debtors, 'debtor')
  }
  for (const account of filing.objectors) add(account, 'objector')

  const { sequence, filingNumber, registrationNumber } = filing
  const copies = [...roles].map(
    ([account, as]): NewNotice => ({
      account,
      kind: 'filing_made',
      registrationNumber,
      filingNumber,
      details: { filing: filing.kind, as: recipientRoles.filter((role) => as.has(role)) },
      source: `filing:${sequence}:account:${account}`,
    }),
  )
  return [...copies, ...whatComesNext(filing)]
}

/** What a filing asks of somebody: the filer to answer, the objector to go to court, a new filer to fetch its code. */
function whatComesNext({ sequence, filingNumber, registrationNumber, ...filing }: AnnouncedFiling): NewNotice[] {
  const about = { registrationNumber, filingNumber }
  const source = (kind: string) => `filing:${sequence}:${kind}`
  const [before, after] = [filing.states[0]!, filing.states.at(-1)!]
  const next: NewNotice[] = []
  if (filing.kind === 'objection') {
    const dueOn = acceptanceDueOn(filing.filedOn)
    next.push(
      {
        ...about,
        account: after.filer,
        kind: 'objection_to_answer',
        details: {},
        source: source('objection_to_answer'),
      },
      { ...about, account: filing.account, kind: 'objection_due', details: { dueOn }, source: source('objection_due') },
    )
  }
  if (before.filer !== after.filer) {
    next.push({
      ...about,
      account: after.filer,
      kind: 'code_to_collect',
      details: {},
      source: source('code_to_collect'),
    })
  }
  return next
}

function keyOf({ identifier }: Numbered): string {
  return identifierSearchKey(identifier.scheme, identifier.value, identifier.country)
}

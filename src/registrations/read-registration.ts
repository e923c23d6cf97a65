import type { Pool } from 'pg'
import type { Person } from '../accounts/person.ts'
import type { FiledAttachment } from '../attachments/attachment.ts'
import { attachmentFor, partyFor, type Reader, summaryFor } from '../parties/masking.ts'
import { type Party, partyName } from '../parties/party.ts'
import { beijingDate, microsecondsOf } from '../platform/clock.ts'
import type { FilingKind } from './act.ts'
import { isPartyTo, partyKeysOf } from './is-party-to.ts'
import { loadFiledAttachments } from './load-filed-attachments.ts'
import { loadStanding } from './load-standing.ts'
import { acceptanceDueOn, objectionStatusOn } from './objection-rules.ts'
import type { Objection } from './objection-state.ts'
import type { RegistrationContent } from './registration-form.ts'
import {
  type CollateralPart,
  type FormerIdentity,
  type Member,
  type RegistrationState,
  statusOn,
} from './registration-state.ts'
import type { RegistrationStatus } from './registration-status.ts'
import { endedOn, keptUntil } from './retention-rules.ts'

/** An objection as it stands on the day asked about: it lapses in time, whether or not that was filed yet. */
export type ObjectionView = Omit<Objection, 'account' | 'filedOn'> & { acceptanceDueOn: string }

/** `acquired`: the debtor bought the asset of another debtor and is one since then (Civil Code art. 406). */
export type JoinedParty = {
  role: 'securedParty' | 'debtor'
  index: number
  fromSequence: number
  acquired?: { from: string; on: string }
}

/** A registration as it stands, folded from its filings. Times are RFC 3339 UTC. */
export type RegistrationView = {
  registrationNumber: string
  securityType: string
  status: RegistrationStatus
  filedAt: string
  expiresOn: string
  termMonths: number
  securedParties: Party[]
  debtors: Party[]
  collateral: CollateralPart[]
  released: RegistrationState['released']
  rankNotes: RegistrationState['rankNotes']
  formerParties: FormerIdentity[]
  content: RegistrationContent
  filings: {
    filingNumber: string
    kind: FilingKind
    sequence: number
    filedAt: string
    attachments: FiledAttachment[]
  }[]
  formerAmounts: RegistrationState['formerAmounts']
  gaps: RegistrationState['gaps']
  objections: (ObjectionView & { account: number })[]
  /** The filing that ended it, unless its term did. */
  ended?: { filingNumber: string; kind: FilingKind; sequence: number; filedAt: string }
  /** Parties that came after the initial filing: they count from the filing that brought them. */
  joined: JoinedParty[]
  asOf: { sequence: number; time: string }
  filer: string
  account: number
  /** The search keys under which its parties are known, for telling whether a reader is one of them. */
  partyKeys: string[]
}

/** Reads a registration as of the head of the order. @returns undefined when there is none, or its content is gone */
export async function readRegistration(
  pool: Pick<Pool, 'query'>,
  number: string,
): Promise<RegistrationView | undefined> {
  const head = await pool.query({
    name: 'read-registration-head',
    text: `select h.last_sequence, h.closed_at, a.name as filer from register_head h, registrations first
        join registrations r on r.registration = first.registration and r.until_sequence is null
        join accounts a on a.account = r.account
      where first.registration_number = $1 and first.from_sequence = first.registration`,
    values: [number],
  })
  const [row] = head.rows
  if (!row) return undefined
  const standing = (await loadStanding(pool, [number])).get(number)
  if (!standing) return undefined
  const { state } = standing
  const attachments = await loadFiledAttachments(pool, state.registration)
  return viewOf(state, {
    asOf: { sequence: row.last_sequence, time: row.closed_at },
    filer: row.filer,
    attachments,
  })
}

/** A registration as it stood at a moment. @param state folded from its filings up to there */
export function viewOf(
  state: RegistrationState,
  {
    asOf,
    filer,
    attachments,
  }: Pick<RegistrationView, 'asOf' | 'filer'> & {
    attachments: Awaited<ReturnType<typeof loadFiledAttachments>>
  },
): RegistrationView {
  const securedParties = state.securedParties.map(({ party }) => party)
  const debtors = state.debtors.map(({ party }) => party)
  const [first] = state.collateral
  const { ranksFrom: _ranks, corrected: _corrected, ...collateral } = first!
  const today = beijingDate(microsecondsOf(asOf.time))
  return {
    registrationNumber: state.registrationNumber,
    securityType: state.securityType,
    status: statusOn(state, today),
    filedAt: state.filedAt,
    expiresOn: state.expiresOn,
    termMonths: state.termMonths,
    securedParties,
    debtors,
    collateral: state.collateral,
    released: state.released,
    rankNotes: state.rankNotes,
    formerParties: [...state.securedParties, ...state.debtors].flatMap((each) => each.former),
    content: {
      ...state.terms,
      securityType: state.securityType,
      securedParties,
      debtors,
      collateral,
      termMonths: state.termMonths,
      declaration: true,
    },
    filings: state.filings.map((each) => ({ ...each, attachments: attachments.get(each.sequence) ?? [] })),
    formerAmounts: state.formerAmounts,
    gaps: state.gaps,
    objections: state.objections.map((each) => ({ ...objectionView(each, today), account: each.account })),
    ...(state.ended && { ended: state.filings.find(({ sequence }) => sequence === state.ended!.sequence)! }),
    joined: [...joinedOf('securedParty', state.securedParties, state), ...joinedOf('debtor', state.debtors, state)],
    asOf,
    filer,
    account: state.account,
    partyKeys: partyKeysOf(state),
  }
}

function joinedOf(role: JoinedParty['role'], members: readonly Member[], state: RegistrationState): JoinedParty[] {
  return members.flatMap(({ fromSequence, acquired }, index) => {
    if (fromSequence === state.registration) return []
    const from = acquired && members.find(({ ordinal }) => ordinal === acquired.from)
    const bought = acquired && { from: from ? partyName(from.party) : '', on: acquired.on }
    return [{ role, index, fromSequence, ...(bought && { acquired: bought }) }]
  })
}

function objectionView(objection: Objection, today: string): ObjectionView {
  const { account: _account, filedOn, ...rest } = objection
  return { ...rest, status: objectionStatusOn(objection, today), acceptanceDueOn: acceptanceDueOn(filedOn) }
}

/** The view for one reader: individuals masked, the filer's own reference only for parties and the registrar. */
export function registrationFor(reader: Reader, view: RegistrationView) {
  const { content, account: _account, partyKeys: _keys, ...rest } = view
  const { securedParties: _s, debtors: _d, collateral: _c, declaration: _e, filerReference, ...terms } = content
  const own = reader === 'party' || reader === 'registrar' || reader === 'court'
  const ended = endedOn(view)
  return {
    ...terms,
    ...(own && filerReference !== undefined && { filerReference }),
    ...(own && ended !== undefined && { keptUntil: keptUntil(ended) }),
    ...rest,
    securedParties: view.securedParties.map((each) => partyFor(reader, each)),
    debtors: view.debtors.map((each) => partyFor(reader, each)),
    filings: view.filings.map((each) => ({
      ...each,
      attachments: each.attachments.map((attachment) => attachmentFor(reader, attachment)),
    })),
    formerParties: view.formerParties.map((each) => ({ ...each, party: partyFor(reader, each.party) })),
    objections: view.objections.map(({ account: _objector, ...each }) => ({
      ...each,
      objector: summaryFor(reader, each.objector),
    })),
  }
}

/** Who this person is to a registration; undefined when it is not for them to see. */
export function readerOf(
  person: Pick<Person, 'account' | 'role' | 'identifierKey'>,
  view: Pick<RegistrationView, 'account' | 'status' | 'partyKeys'>,
): Reader | undefined {
  if (person.role === 'registrar' || person.role === 'court') return person.role
  if (isPartyTo(person, view)) return 'party'
  return view.status === 'in_effect' ? 'searcher' : undefined
}

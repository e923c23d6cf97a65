import chineseDays from 'chinese-days'

/*
 * The law of a registration's life, stated a second time from its text and as naively as can be: no search keys, no
 * folding, no rows. People are letters, names are themselves, days are numbers of a calendar computed by hand. What the
 * register does is compared with this (life.test.ts).
 */

export type Day = { year: number; month: number; day: number }

export type Who =
  | { role: 'institution'; account: number; code: string; identity: string }
  | { role: 'ordinary'; account: number; identity: string | undefined }
  | { role: 'registrar'; account: number }

export type LawParty = { id: string; name: string; formerIds: string[]; formerNames: string[]; since: number }
type LawObjection = {
  number: string
  account: number
  madeOn: Day
  status: 'noted' | 'case_accepted' | 'withdrawn' | 'lapsed' | 'revoked'
}
type LawItem = { serial: string; rank: number }

export type LawRegistration = {
  filer: number
  code: string | undefined
  filedOn: Day
  months: number
  ended: 'discharged' | 'revoked' | undefined
  debtors: LawParty[]
  secured: LawParty[]
  items: LawItem[]
  described: boolean
  amount: string
  objections: LawObjection[]
  last: number
  gaps: number
}

export type Place = { sequence: number; today: Day; number: string }
type NewParty = { id: string; name: string }

export type LawChange =
  | { do: 'add item'; serial: string }
  | { do: 'release item'; serial: string }
  | { do: 'add debtor'; party: NewParty }
  | { do: 'release debtor'; at: number }
  | { do: 'rename'; side: 'debtors' | 'secured'; at: number; name: string }
  | { do: 'transfer'; at: number; to: NewParty; toAccount: number | undefined }
  | { do: 'merge'; side: 'debtors' | 'secured'; at: number[]; into: NewParty }
  | { do: 'divide'; side: 'debtors' | 'secured'; at: number; into: NewParty[] }
  | { do: 'sell asset'; at: number; to: NewParty }
  | { do: 'amount'; amount: string }
  | { do: 'correct party'; side: 'debtors' | 'secured'; at: number; party: NewParty }

export type LawAct =
  | { act: 'renew'; months: number; code: string | undefined; expected?: number | undefined }
  | { act: 'discharge'; code: string | undefined; expected?: number | undefined }
  | { act: 'amend'; changes: LawChange[]; code: string | undefined; expected?: number | undefined }
  | { act: 'object' }
  | { act: 'withdraw'; objection: string }
  | { act: 'accept'; objection: string }
  | { act: 'lapse'; objection: string }
  | { act: 'revoke' }
  | { act: 'revoke part'; changes: LawChange[] }
  | { act: 'revoke objection'; objection: string }
  | { act: 'correct'; changes: LawChange[] }
  | { act: 'reinstate' }

/** Carries the act out on the registration, or says by which code it is refused: then nothing has changed. */
export function carryOut(registration: LawRegistration, who: Who, act: LawAct, place: Place): string | undefined {
  const refused = refusalOf(registration, who, act, place)
  if (refused) return refused
  const copy = structuredClone(registration)
  const wrong = effect(copy, who, act, place)
  if (wrong) return wrong
  copy.last = place.sequence
  Object.assign(registration, copy)
  return undefined
}

/** Who may, then whether it stands, then whether something came between. */
function refusalOf(registration: LawRegistration, who: Who, act: LawAct, { today }: Place): string | undefined {
  if (act.act === 'object' && !identityOf(who)) return 'identity_not_verified'
  if (act.act === 'renew' || act.act === 'discharge' || act.act === 'amend') {
    if (who.account !== registration.filer) return 'not_the_filer'
    if (registration.code === undefined || act.code !== registration.code) return 'modification_code_wrong'
  }
  if (act.act === 'withdraw' || act.act === 'accept') {
    const objection = registration.objections.find(({ number }) => number === act.objection)
    if (!objection) return 'objection_not_found'
    if (objection.account !== who.account) return 'not_the_objector'
  }
  const status = statusOn(registration, today)
  if (act.act === 'reinstate') {
    if (status === 'in_effect') return 'registration_in_effect'
    if (status === 'expired') return 'registration_expired'
  } else if (status !== 'in_effect') {
    if (act.act === 'object' && !isParty(registration, who)) return 'not_found'
    return `registration_${status}`
  }
  if ('expected' in act && act.expected !== undefined && act.expected !== registration.last) {
    return 'expected_sequence_passed'
  }
  return undefined
}

function effect(registration: LawRegistration, who: Who, act: LawAct, place: Place): string | undefined {
  switch (act.act) {
    case 'renew':
      if (registration.months + act.months > 12_000) return 'term_too_long'
      registration.months += act.months
      return undefined
    case 'discharge':
      registration.ended = 'discharged'
      return undefined
    case 'amend':
    case 'correct':
    case 'revoke part':
      for (const change of act.changes) {
        const wrong = applyChange(registration, change, place)
        if (wrong) return wrong
      }
      return undefined
    case 'object': {
      const identity = identityOf(who)!
      if (who.account === registration.filer || goesBy(registration.secured, identity))
        return 'objection_by_secured_party'
      const own = registration.objections.filter(({ account }) => account === who.account)
      if (own.some((each) => isOpen(each, place.today))) return 'objection_already_open'
      const made = { number: place.number, account: who.account, madeOn: place.today, status: 'noted' as const }
      registration.objections.push(made)
      return undefined
    }
    case 'reinstate':
      if (before(lastDay(registration), place.today)) return 'registration_expired'
      registration.ended = undefined
      registration.gaps += 1
      return undefined
    case 'revoke':
      registration.ended = 'revoked'
      return undefined
    default:
      return effectOnObjection(registration, act, place)
  }
}

function effectOnObjection(
  registration: LawRegistration,
  act: Extract<LawAct, { objection: string }>,
  { today }: Place,
): string | undefined {
  const objection = registration.objections.find(({ number }) => number === act.objection)
  if (!objection) return 'objection_not_found'
  if (act.act === 'lapse') {
    if (objection.status !== 'noted') return 'objection_ended'
    if (!isLate(objection, today)) return 'objection_lapse_not_due'
    objection.status = 'lapsed'
    return undefined
  }
  if (!isOpen(objection, today)) return 'objection_ended'
  if (act.act === 'accept' && objection.status === 'case_accepted') return 'case_accepted_already'
  objection.status = act.act === 'accept' ? 'case_accepted' : act.act === 'withdraw' ? 'withdrawn' : 'revoked'
  return undefined
}

function applyChange(registration: LawRegistration, change: LawChange, { sequence }: Place): string | undefined {
  const join = (party: NewParty): LawParty => ({ ...party, formerIds: [], formerNames: [], since: sequence })
  switch (change.do) {
    case 'add item':
      registration.items.push({ serial: change.serial, rank: sequence })
      return undefined
    case 'release item': {
      const left = registration.items.filter(({ serial }) => serial !== change.serial)
      if (left.length === registration.items.length) return 'item_not_found'
      if (left.length === 0 && !registration.described) return 'last_collateral'
      registration.items = left
      return undefined
    }
    case 'amount':
      registration.amount = change.amount
      return undefined
    case 'add debtor':
      registration.debtors.push(join(change.party))
      return twice(registration)
    case 'sell asset':
      if (!registration.debtors[change.at]) return 'party_not_found'
      registration.debtors.push(join(change.to))
      return twice(registration)
    case 'release debtor':
      if (!registration.debtors[change.at]) return 'party_not_found'
      if (registration.debtors.length === 1) return 'last_debtor'
      registration.debtors.splice(change.at, 1)
      return undefined
    case 'transfer':
      if (!registration.secured[change.at]) return 'party_not_found'
      registration.secured[change.at] = join(change.to)
      if (change.toAccount !== undefined && change.toAccount !== registration.filer) {
        registration.filer = change.toAccount
        registration.code = undefined
      }
      return twice(registration)
    default:
      return applySuccession(registration, change, join)
  }
}

function applySuccession(
  registration: LawRegistration,
  change: Extract<LawChange, { side: string }>,
  join: (party: NewParty) => LawParty,
): string | undefined {
  const list = registration[change.side]
  const places = change.do === 'merge' ? change.at : [change.at]
  if (places.some((at) => !list[at])) return 'party_not_found'
  const gone = places.map((at) => list[at]!)
  const formerIds = gone.flatMap((each) => [...each.formerIds, each.id])
  const formerNames = gone.flatMap((each) => [...each.formerNames, each.name])
  const first = Math.min(...places)
  const kept = (party: NewParty) => ({ ...gone[0]!, ...party, formerIds, formerNames })
  const successors = {
    rename: () => [kept({ id: gone[0]!.id, name: change.do === 'rename' ? change.name : '' })],
    'correct party': () => [kept(change.do === 'correct party' ? change.party : gone[0]!)],
    merge: () => [{ ...join(change.do === 'merge' ? change.into : gone[0]!), formerIds, formerNames }],
    divide: () =>
      (change.do === 'divide' ? change.into : []).map((party) => ({ ...join(party), formerIds, formerNames })),
  }[change.do]()
  registration[change.side] = list.flatMap((each, at) => {
    if (at === first) return successors
    return places.includes(at) ? [] : [each]
  })
  return twice(registration)
}

function twice({ debtors, secured }: LawRegistration): string | undefined {
  const repeats = (list: LawParty[]) => new Set(list.map(({ id }) => id)).size < list.length
  return repeats(debtors) || repeats(secured) ? 'party_listed_twice' : undefined
}

export function statusOn(registration: LawRegistration, today: Day): string {
  if (registration.ended) return registration.ended
  return before(lastDay(registration), today) ? 'expired' : 'in_effect'
}

/** Under which names and numbers a search finds it while it is in effect. */
export function foundUnder({ debtors }: LawRegistration): { ids: string[]; names: string[] } {
  const all = (of: (debtor: LawParty) => string[]) => [...new Set(debtors.flatMap(of))].sort()
  return { ids: all(({ id, formerIds }) => [id, ...formerIds]), names: all((each) => [each.name, ...each.formerNames]) }
}

/** Counted from the filing day: same day of the month, or the month's last. */
export function lastDay({ filedOn, months }: Pick<LawRegistration, 'filedOn' | 'months'>): Day {
  let { year, month } = filedOn
  for (let left = months; left > 0; left -= 1) {
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
  }
  return { year, month, day: Math.min(filedOn.day, daysIn(year, month)) }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 400 === 0 || (year % 4 === 0 && year % 100 !== 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

export function before(one: Day, other: Day): boolean {
  return asNumber(one) < asNumber(other)
}

const asNumber = ({ year, month, day }: Day) => (year * 100 + month) * 100 + day

export function written({ year, month, day }: Day): string {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

function next({ year, month, day }: Day): Day {
  if (day < daysIn(year, month)) return { year, month, day: day + 1 }
  return month < 12 ? { year, month: month + 1, day: 1 } : { year: year + 1, month: 1, day: 1 }
}

/** Thirty days from the day after, and on to a working day (Civil Code arts. 201 to 203, the Measures art. 20). */
function isLate({ madeOn }: LawObjection, today: Day): boolean {
  let day = madeOn
  for (let count = 0; count < 30; count += 1) day = next(day)
  while (!chineseDays.isWorkday(written(day))) day = next(day)
  return before(day, today)
}

function isOpen(objection: LawObjection, today: Day): boolean {
  if (objection.status === 'case_accepted') return true
  return objection.status === 'noted' && !isLate(objection, today)
}

function identityOf(who: Who): string | undefined {
  return 'identity' in who ? who.identity : undefined
}

function goesBy(parties: LawParty[], id: string): boolean {
  return parties.some((each) => each.id === id || each.formerIds.includes(id))
}

function isParty(registration: LawRegistration, who: Who): boolean {
  if (who.account === registration.filer) return true
  const identity = identityOf(who)
  return identity !== undefined && goesBy([...registration.secured, ...registration.debtors], identity)
}

import fc from 'fast-check'
import t from 'tap'
import { beijingDate, rfc3339 } from '../../../src/platform/clock.ts'
import { composeNumber } from '../../../src/platform/numbers.ts'
import type { Place } from '../../../src/registrations/act.ts'
import { deriveRows } from '../../../src/registrations/derive-rows.ts'
import { type RegistrationState, statusOn as statusOfState } from '../../../src/registrations/registration-state.ts'
import { joinRows } from '../../../src/registrations/write-rows.ts'
import { organizationSearchKey } from '../../../src/search/search-key.ts'
import { searchLogics } from '../../../src/search/search-logics.ts'
import * as law from './law.ts'
import { companies, filerOf, people } from './people.ts'
import { RegisterUnderTest } from './register-under-test.ts'

/*
 * Random lives of registrations: several people act, time moves from microseconds to decades. At each step the register
 * and the law, stated a second time in law.ts, must agree on what is accepted, by which code it is refused, what stands
 * afterwards, under what it is found and from when each thing ranks. A disagreement is shrunk to the shortest life.
 */
const RUNS = process.env.LONG ? 30_000 : 3_000
const HOUR = 3_600_000_000
const DAY = 24 * HOUR

const at = fc.integer({ min: 0, max: 3 })
const company = fc.constantFrom(...companies)
const side = fc.constantFrom('debtors' as const, 'secured' as const)
const serial = fc.constantFrom('S0', 'S1', 'S2')

const change: fc.Arbitrary<law.LawChange> = fc.oneof(
  fc.record({ do: fc.constant('add item' as const), serial }),
  fc.record({ do: fc.constant('release item' as const), serial }),
  fc.record({ do: fc.constant('add debtor' as const), party: company }),
  fc.record({ do: fc.constant('release debtor' as const), at }),
  fc.record({ do: fc.constant('rename' as const), side, at, name: fc.constantFrom('新名一公司', '新名二公司') }),
  fc.record({
    do: fc.constant('transfer' as const),
    at: fc.constantFrom(0, 0, 1),
    to: company,
    toAccount: fc.constantFrom(undefined, 1, 2),
  }),
  fc.record({
    do: fc.constant('merge' as const),
    side,
    at: fc.uniqueArray(at, { minLength: 1, maxLength: 3 }),
    into: company,
  }),
  fc.record({ do: fc.constant('divide' as const), side, at, into: fc.array(company, { minLength: 1, maxLength: 2 }) }),
  fc.record({ do: fc.constant('sell asset' as const), at, to: company }),
  fc.record({ do: fc.constant('amount' as const), amount: fc.constantFrom('1.00', '2.00', '3.50') }),
  fc.record({ do: fc.constant('correct party' as const), side, at, party: company }),
)
const changes = fc.array(change, { minLength: 1, maxLength: 3 })
const releases = fc.array(
  fc.oneof(
    fc.record({ do: fc.constant('release item' as const), serial }),
    fc.record({ do: fc.constant('release debtor' as const), at }),
  ),
  { minLength: 1, maxLength: 2 },
)

/** What an act says; whose it is, which code it shows and which objection it means is drawn beside it. */
const kinds = fc.oneof(
  { weight: 3, arbitrary: fc.record({ act: fc.constant('renew' as const), months: fc.integer({ min: 1, max: 360 }) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('discharge' as const) }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('amend' as const), changes }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('object' as const) }) },
  {
    weight: 5,
    arbitrary: fc.record({ act: fc.constantFrom('withdraw', 'accept', 'lapse', 'revoke objection') }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('revoke' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('revoke part' as const), changes: releases }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('correct' as const), changes }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('reinstate' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('collect' as const) }) },
)

/** Time between two acts: an instant, hours, days around the thirty, months, up to decades; or to the edge of a day. */
const pause = fc.oneof(
  { weight: 5, arbitrary: fc.constant(1) },
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 20 * HOUR }) },
  { weight: 3, arbitrary: fc.integer({ min: 20, max: 45 }).map((days) => days * DAY) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 40 }).map((months) => months * 30 * DAY) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('last microsecond of the last day' as const, 'first microsecond after it' as const),
  },
)

const step = fc.record({
  kind: kinds,
  pause,
  who: fc.constantFrom('bank', 'bank', 'bank', 'lessor', 'debtor', 'zhang', 'stranger', 'registrar'),
  code: fc.constantFrom('right', 'right', 'right', 'right', 'wrong', 'none'),
  expected: fc.constantFrom(undefined, undefined, undefined, 'right', 'passed'),
  objection: fc.integer({ min: 0, max: 3 }),
  /** Mostly an objector comes back for its own objection. */
  own: fc.constantFrom(true, true, true, false),
})

const life = fc.record({
  begins: fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2032, 0, 1) }).map((ms) => ms * 1000),
  months: fc.constantFrom(1, 2, 6, 12, 13, 36, 360),
  debtors: fc.uniqueArray(fc.constantFrom(...companies.slice(0, 3)), { minLength: 1, maxLength: 3 }),
  steps: fc.array(step, { minLength: 1, maxLength: 20 }),
})

t.test('the register does what the law says, through whole lives', async (t) => {
  const seen = new Map<string, number>()
  fc.assert(
    fc.property(life, (drawn) => live(drawn, seen)),
    { numRuns: RUNS },
  )
  t.ok(seen.size > 30, `${seen.size} outcomes were met: ${[...seen.keys()].sort().join(', ')}`)
  for (const kind of ['renew', 'amend', 'discharge', 'object', 'withdraw', 'accept', 'lapse', 'revoke', 'reinstate']) {
    t.ok((seen.get(`${kind}: filed`) ?? 0) > 0, `${kind} was filed`)
  }
})

type Life = typeof life extends fc.Arbitrary<infer T> ? T : never

function live({ begins, months, debtors, steps }: Life, seen: Map<string, number>): void {
  const register = new RegisterUnderTest()
  let now = begins
  let sequence = 1
  const first = placeAt(sequence, now)
  const code = register.register(filerOf(people.bank!), debtors, months, first)
  const number = first.filingNumber
  const own = { formerIds: [], formerNames: [], since: 1 }
  const standing: law.LawRegistration = {
    filer: 1,
    code,
    filedOn: dayOf(first.filedOn),
    months,
    ended: undefined,
    debtors: debtors.map((each) => ({ ...each, ...own })),
    secured: [{ id: companies[6]!.id, name: '出租人有限公司', ...own }],
    items: [{ serial: 'S0', rank: 1 }],
    described: false,
    amount: '12800000.00',
    objections: [],
    last: 1,
    gaps: 0,
  }
  const rows = [deriveRows(undefined, register.folded(number), searchLogics)]
  compare(register.folded(number), standing, now)

  for (const { kind, pause, who, ...drawn } of steps) {
    now = typeof pause === 'number' ? now + pause : Math.max(now + 1, edgeOf(standing, pause))
    if (kind.act === 'collect') {
      if (standing.code === undefined) {
        standing.code = `code of ${standing.filer}`
        register.collect(number, standing.code)
      }
      continue
    }
    const place = placeAt(sequence + 1, now)
    const act = actOf(kind, standing, drawn)
    const objector = drawn.own && objectorOf(act, standing)
    const person = objector || people[bySupervision(act, who)]!
    const expected = law.carryOut(standing, person, act, {
      sequence: place.sequence,
      today: dayOf(place.filedOn),
      number: place.filingNumber,
    })
    const found = register.act(filerOf(person), number, act, place)
    const got = typeof found === 'string' ? found : undefined
    if (got !== expected) throw new Error(`${act.act} by ${who}: the register says ${got}, the law ${expected}`)
    seen.set(`${act.act}: ${got ?? 'filed'}`, (seen.get(`${act.act}: ${got ?? 'filed'}`) ?? 0) + 1)
    if (typeof found === 'string') continue
    sequence += 1
    rows.push(found.rows)
    compare(found.state, standing, now)
    same('folded from the filings alone', register.folded(number), found.state)
  }
  compareRows(rows, standing)
}

/** Supervision is asked at the door, not under the lock: these acts come from a registrar or the register itself. */
function bySupervision(act: law.LawAct, who: string): string {
  return /^(lapse|revoke|correct|reinstate)/.test(act.act) ? 'registrar' : who
}

/** Whose objection a withdrawal or case acceptance speaks of. */
function objectorOf(act: law.LawAct, standing: law.LawRegistration): law.Who | undefined {
  if (act.act !== 'withdraw' && act.act !== 'accept') return undefined
  const made = standing.objections.find(({ number }) => number === act.objection)
  return Object.values(people).find(({ account }) => account === made?.account)
}

type Drawn = { code: string; expected: string | undefined; objection: number }
type Kind = typeof kinds extends fc.Arbitrary<infer T> ? T : never

function actOf(kind: Kind, standing: law.LawRegistration, { code, expected, objection }: Drawn): law.LawAct {
  const shown = { right: standing.code, wrong: 'F'.repeat(32), none: undefined }[code]
  // The register's own act expects nothing.
  const last = kind.act === 'lapse' ? undefined : { right: standing.last, passed: standing.last + 7 }[expected ?? '']
  const { objections } = standing
  // One beyond the last is none at all.
  const meant = objections[objection % (objections.length + 1)]?.number ?? '0'.repeat(20)
  return { ...kind, code: shown, expected: last, objection: meant } as unknown as law.LawAct
}

function edgeOf(standing: law.LawRegistration, edge: string): number {
  const midnight = (Date.parse(`${law.written(law.lastDay(standing))}T00:00:00+08:00`) + 24 * 3_600_000) * 1000
  return edge === 'first microsecond after it' ? midnight : midnight - 1
}

function placeAt(sequence: number, now: number): Place {
  const filedOn = beijingDate(now)
  const filingNumber = composeNumber(filedOn, String(sequence).padStart(10, '0'))
  return { sequence, filedAt: rfc3339(now), filedOn, filingNumber }
}

function dayOf(date: string): law.Day {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}

/** The state as the register folds it, beside what the law says there is. */
function compare(state: RegistrationState, standing: law.LawRegistration, now: number): void {
  const today = beijingDate(now)
  const sides = (parties: RegistrationState['debtors']) =>
    parties.map(({ party, former, fromSequence }) => ({
      id: party.identifier.value,
      name: party.name,
      formerIds: former.map((each) => each.party.identifier.value),
      formerNames: former.map((each) => each.party.name),
      since: fromSequence,
    }))
  same('status', statusOfState(state, today), law.statusOn(standing, dayOf(today)))
  same('last day', state.expiresOn, law.written(law.lastDay(standing)))
  same('filer', state.account, standing.filer)
  same('debtors', sides(state.debtors), standing.debtors)
  same('secured parties', sides(state.securedParties), standing.secured)
  const items = state.collateral.flatMap(({ items = [], ranksFrom }) =>
    items.map(({ serialNumber }) => ({ serial: serialNumber, rank: ranksFrom.sequence })),
  )
  same('items and their rank', items, standing.items)
  same('amount', state.terms.securedAmount?.amount, standing.amount)
  same('gaps', state.gaps.length, standing.gaps)
  same(
    'objections',
    state.objections.map(({ filingNumber, status }) => [filingNumber, status]),
    standing.objections.map(({ number, status }) => [number, status]),
  )
}

/** The rows that a search reads once all acts are written: under what the registration is found now. */
function compareRows(outcomes: Parameters<typeof joinRows>[0], standing: law.LawRegistration): void {
  const { registrations, debtorKeys } = joinRows(outcomes)
  const live = <T extends { until_sequence?: number }>(rows: T[]) =>
    rows.filter((row) => row.until_sequence === undefined)
  const keys = (kind: string) => [...new Set(live(debtorKeys).flatMap((row) => (row.kind === kind ? [row.key] : [])))]
  const { ids, names } = law.foundUnder(standing)
  same('found by number', keys('identifier').sort(), ids.map((id) => `uscc:${id}`).sort())
  same('found by name', keys('organization_name').sort(), [...new Set(names.map(organizationSearchKey))].sort())
  const [row, ...more] = live(registrations)
  same('one state stands', more.length, 0)
  same('it ends', row!.ended ?? undefined, standing.ended)
  same('its last day', row!.expires_on, law.written(law.lastDay(standing)))
}

function same(what: string, found: unknown, expected: unknown): void {
  const [one, other] = [sorted(found), sorted(expected)]
  if (one !== other) throw new Error(`${what}: the register has ${one}, the law ${other}`)
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, each) =>
    each && typeof each === 'object' && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort()) : each,
  )
}

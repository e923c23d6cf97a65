import fc from 'fast-check'
import t from 'tap'
import { rfc3339 } from '../../src/platform/clock.ts'
import { filingKinds } from '../../src/registrations/act.ts'
import type { MatchAct } from '../../src/timeline/load-acts.ts'
import { BARS_MAX, MARKS_MAX, type MarkShape, type TimelineMatch, timelineOf } from '../../src/timeline/timeline.ts'
import { timelineScale } from '../../src/timeline/timeline-scale.ts'
import { barOf, legendOf, verticals } from '../../src/timeline/timeline-svg.ts'
import { actLabel, shortened, unlistedActs } from '../../src/timeline/timeline-wording.ts'

const NOW = '2026-11-22T06:03:05.000001Z'
const measures = { width: 600, mark: 12 }

let numbers = 0

/** An act on a day at noon. */
function act(kind: MatchAct['kind'], day: string, more: Partial<MatchAct> = {}): MatchAct {
  numbers += 1
  const filingNumber = String(20261122000000000000n + BigInt(numbers))
  return { kind, filingNumber, sequence: numbers, filedAt: `${day}T04:00:00.000000Z`, expiresOn: '2029-01-01', ...more }
}

function match(acts: MatchAct[], more: Partial<TimelineMatch> = {}): TimelineMatch {
  const [{ filingNumber, filedAt }] = acts as [MatchAct]
  const securedParties = [{ name: '甬江融资租赁（宁波）有限公司' }]
  const common = { rank: 1, registrationNumber: filingNumber, securityType: 'finance_lease', securedParties }
  return { ...common, filedAt, expiresOn: '2029-01-01', acts, ...more }
}

const shapesOf = (...acts: MatchAct[]) =>
  timelineOf([match(acts)], { time: NOW }, measures).bars[0]!.marks.map(({ shape }) => shape)

t.test('each kind of act has its mark', async (t) => {
  const initial = act('initial', '2024-01-01')
  const objection = act('objection', '2025-01-01')
  const other = act('objection', '2025-02-01')
  const closing = (kind: MatchAct['kind']) => act(kind, '2025-03-01', { objection: objection.filingNumber })
  const cases: [acts: MatchAct[], shapes: MarkShape[]][] = [
    [[act('amendment', '2025-01-01')], ['amendment']],
    [[act('amendment', '2025-01-01', { addsCollateral: true })], ['added_collateral']],
    [[act('renewal', '2025-01-01')], ['renewal']],
    [[act('correction', '2025-01-01')], ['correction']],
    [[act('objection', '2026-11-01')], ['objection_open']],
    [[objection], ['objection_closed']],
    [
      [objection, closing('case_acceptance')],
      ['objection_open', 'case_acceptance'],
    ],
    [
      [objection, closing('case_acceptance'), closing('objection_withdrawal')],
      ['objection_closed', 'case_acceptance', 'objection_end'],
    ],
    [
      [objection, closing('objection_withdrawal')],
      ['objection_closed', 'objection_end'],
    ],
    [
      [
        objection,
        other,
        closing('objection_lapse'),
        act('case_acceptance', '2025-03-02', { objection: other.filingNumber }),
      ],
      ['objection_closed', 'objection_open', 'objection_end', 'case_acceptance'],
    ],
    [
      [objection, closing('revocation')],
      ['objection_closed', 'objection_end'],
    ],
    [
      [act('discharge', '2025-01-01', { ended: true }), act('reinstatement', '2025-02-01')],
      ['ending', 'reinstatement'],
    ],
    [[act('revocation', '2025-01-01')], ['ending']],
  ]
  for (const [acts, shapes] of cases) t.same(shapesOf(initial, ...acts), ['initial', ...shapes], shapes.join(', '))
  const asOf = { time: NOW }
  t.match(actLabel(objection, [objection, closing('case_acceptance')], asOf).zh, '尚未了结')
  t.match(actLabel(objection, [objection], asOf).zh, '已了结', 'thirty days passed without a case')
  t.match(actLabel(objection, [objection], { time: '2025-01-05T00:00:00.000000Z' }).zh, '尚未了结')
})

t.test('a registration that was ended and reinstated has a gap between the two', async (t) => {
  const acts = [
    act('initial', '2023-01-01'),
    act('discharge', '2024-01-01', { ended: true }),
    act('reinstatement', '2025-01-01'),
  ]
  const [bar] = timelineOf([match(acts)], { time: NOW }, measures).bars
  const [, ended, back] = bar!.marks
  t.same(bar!.gaps, [{ from: ended!.x, until: back!.x }])
  const [over] = timelineOf([match(acts.slice(0, 2))], { time: NOW }, measures).bars
  t.same(over!.gaps, [{ from: over!.marks[1]!.x, until: over!.until }])
  t.same(timelineOf([match(acts.slice(0, 1))], { time: NOW }, measures).bars[0]!.gaps, [])
})

t.test('a term of thirty years leaves what is recent readable', async (t) => {
  const recent = match([act('initial', '2026-05-22'), act('renewal', '2026-08-22')], { expiresOn: '2027-05-22' })
  const long = match([act('initial', '2012-01-01')], { rank: 2, expiresOn: '2056-01-01' })
  const alone = timelineOf([recent], { time: NOW }, measures)
  const together = timelineOf([recent, long], { time: NOW }, measures)
  t.same(alone.folds, [])
  t.equal(together.folds.length, 2, 'what lies far before and far after is folded')
  const length = ({ from, until }: { from: number; until: number }) => until - from
  const year = measures.width * 0.06
  t.ok(length(together.bars[0]!) > year, `a year takes ${length(together.bars[0]!)} of ${measures.width}`)
  t.ok(together.bars[1]!.from < together.folds[0]! && together.bars[1]!.until > together.folds[1]!)
  t.same([together.ticks[0]!.label, together.ticks.at(-1)!.label], ['2012', '2056'])
  t.ok(legendOf(together).parts.includes('fold') && !legendOf(alone).parts.includes('fold'))
})

t.test('dates on the axis are round, in Beijing, and no more than can be read', async (t) => {
  const at = (day: string) => Date.parse(`${day}T00:00:00+08:00`)
  const cases: [earliest: string, latest: string, label: RegExp][] = [
    ['2026-11-20', '2026-12-22', /^\d\d-\d\d$/],
    ['2026-11-20', '2027-11-22', /^\d{4}-\d\d$/],
    ['2023-11-20', '2029-11-22', /^\d{4}$/],
    ['2000-01-01', '2056-11-22', /^\d{4}$/],
  ]
  for (const [earliest, latest, label] of cases) {
    const { ticks } = timelineScale({ earliest: at(earliest), now: at('2026-11-22'), latest: at(latest) }, 20, 580)
    t.ok(ticks.length >= 3 && ticks.length <= 10, `${ticks.length} ticks`)
    for (const tick of ticks) t.match(tick.label, label)
    for (const [nth, { x }] of ticks.slice(1).entries()) t.ok(x - ticks[nth]!.x > 30, 'labels do not meet')
  }
})

const moment = fc.integer({ min: Date.UTC(1996, 0), max: Date.UTC(2026, 10, 22) })
const anyAct = fc.record({
  kind: fc.constantFrom(...filingKinds.filter((kind) => kind !== 'initial')),
  at: moment,
  addsCollateral: fc.boolean(),
  ended: fc.boolean(),
})
const anyMatch = fc.record({
  at: moment,
  acts: fc.array(anyAct, { maxLength: 60 }),
  months: fc.integer({ min: 1, max: 720 }),
  name: fc.string({ unit: 'binary', maxLength: 200 }),
})

t.test('every mark lies within the picture, in the order of the acts and left of the search’s moment', async (t) => {
  const property = fc.property(
    fc.array(anyMatch, { maxLength: 70 }),
    fc.constantFrom(150, 300, 640),
    (given, width) => {
      const matches = given.map(({ at, acts, months, name }, nth) => {
        const later = acts.map((each) => Math.max(at, each.at)).sort((a, b) => a - b)
        const filed = [
          act('initial', '2026-01-01', { filedAt: rfc3339(at * 1000) }),
          ...acts.map(({ kind, addsCollateral, ended }, i) => {
            const more = { ...(addsCollateral && { addsCollateral }), ...(ended && { ended }) } as Partial<MatchAct>
            return act(kind, '2026-01-01', { ...more, filedAt: rfc3339(later[i]! * 1000) })
          }),
        ]
        const expiresOn = new Date(Date.UTC(2026, 10, 22) + months * 30 * 86_400_000).toISOString().slice(0, 10)
        return match(filed, { rank: nth + 1, expiresOn, securedParties: [{ name }] })
      })
      const timeline = timelineOf(matches, { time: NOW }, { width, mark: 8 })
      if (timeline.bars.length !== Math.min(matches.length, BARS_MAX)) return false
      return timeline.bars.every(({ from, until, marks, gaps, added, unmarked, match }, nth) => {
        const xs = marks.map(({ x }) => x)
        const places = [from, until, ...xs, ...added, ...gaps.flatMap((gap) => [gap.from, gap.until])]
        return (
          match === matches[nth] &&
          places.every((x) => Number.isFinite(x) && x >= 0 && x <= width) &&
          xs.every((x, i) => i === 0 || x > xs[i - 1]!) &&
          xs.every((x) => x >= from && x <= timeline.now + 1e-9 && x <= until) &&
          marks.length + unmarked === match.acts.length &&
          marks.length <= MARKS_MAX &&
          marks[0]!.act === match.acts[0]
        )
      })
    },
  )
  fc.assert(property, { numRuns: 300 })
  t.pass()
})

t.test('the same facts and moment are the same bytes; the drawing holds no words of anybody', async (t) => {
  const name = '"><script>alert(1)</script>'
  const matches = [match([act('initial', '2024-01-01')], { securedParties: [{ name }], securityType: name })]
  const drawing = () => {
    const timeline = timelineOf(matches, { time: NOW }, measures)
    const bar = barOf(timeline.bars[0]!, timeline, { y: 10, mark: 12, title: () => name })
    return `${verticals(timeline, 0, 20, 1)}${bar}`
  }
  t.equal(drawing(), drawing())
  t.notMatch(drawing(), '<script')
  t.match(drawing(), '&lt;script&gt;', 'what is pointed at is told, escaped')
  t.notMatch(drawing(), /NaN|undefined|style=/)
})

t.test('names are shortened by what is seen, and cannot turn the text around', async (t) => {
  for (const [name, widest, shown] of [
    ['短名', 10, '短名'],
    ['很长很长很长的名称有限公司', 6, '很长很长很…'],
    ['A very long name of a company', 6, 'A very lo…'],
    ['甲\u202E乙\u0000丙\u200B丁\n', 10, '甲乙丙丁'],
    ['𬱖𬱖𬱖𬱖', 3, '𬱖𬱖…'],
    ['', 3, ''],
  ] as const) {
    t.equal(shortened(name, widest), shown)
  }
  t.equal(unlistedActs(match([act('initial', '2024-01-01')])), undefined)
  t.match(unlistedActs(match([act('initial', '2024-01-01')], { actCount: 241 }))!.zh, '另有 240 项')
})

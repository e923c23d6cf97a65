import t from 'tap'
import { type ClockReading, judgeClocks, mayTrustAgain } from '../../src/registrations/clock-rules.ts'

const S = 1_000_000
const T0 = 1_800_000_000 * S

/** A reading `seconds` after the trusted one, with database and process clocks ahead by what is given. */
const reading = (seconds: number, database = 0, process = database): ClockReading => ({
  database: T0 + (seconds + database) * S,
  process: T0 + (seconds + process) * S,
  monotonic: seconds * S,
})
const trusted = reading(0)

t.test('judgeClocks', async (t) => {
  const cases: [string, ClockReading, ClockReading | undefined, number, string | undefined][] = [
    ['both right', reading(1), trusted, T0, undefined],
    ['first reading of a process', reading(1), undefined, 0, undefined],
    ['a day of steady running', reading(86_400), trusted, T0, undefined],
    ['two seconds apart is still borne', reading(1, 2, 0), trusted, T0, undefined],
    ['the database runs ahead', reading(1, 2.1, 0), trusted, T0, 'clocks_differ'],
    ['the database lags', reading(1, -2.1, 0), trusted, T0, 'clocks_differ'],
    ['both jump forward together', reading(1, 60), trusted, T0, 'clock_jumped'],
    ['both jump back together', reading(1, -60), trusted, T0 - 90 * S, 'clock_jumped'],
    ['both jump back behind the last filing', reading(1, -60), trusted, T0, 'clock_behind_order'],
    ['started with a clock that is behind the order', reading(0), undefined, T0 + 3 * S, 'clock_behind_order'],
    ['a second behind the order is borne: time waits there', reading(0), undefined, T0 + S, undefined],
  ]
  for (const [name, now, before, lastFiledAt, fault] of cases)
    t.equal(judgeClocks(now, before, lastFiledAt), fault, name)
})

t.test('mayTrustAgain', async (t) => {
  t.notOk(mayTrustAgain(reading(5, 60), reading(1, 60), trusted), 'not yet steady for ten seconds')
  t.ok(mayTrustAgain(reading(11, 60), reading(1, 60), trusted), 'steady for ten seconds')
  t.notOk(mayTrustAgain(reading(11, 63), reading(1, 60), trusted), 'moved again meanwhile')
  t.notOk(mayTrustAgain(reading(100, 3_600), reading(1, 3_600), trusted), 'an hour waits for a person')
  t.notOk(mayTrustAgain(reading(100, -3_700), reading(1, -3_700), trusted), 'an hour back too')
})

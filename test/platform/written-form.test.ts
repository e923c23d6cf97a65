import t from 'tap'
import {
  groupsOfFour,
  numberInGroups,
  thousands,
  writtenDate,
  writtenDuration,
  writtenExactMoment,
  writtenMoment,
  writtenMoney,
  writtenTerm,
} from '../../src/platform/written-form.ts'

t.test('moments are Beijing’s, days follow', async (t) => {
  for (const [time, zh, en] of [
    ['2026-11-22T06:03:05.000000Z', '2026年11月22日 14:03:05（北京时间）', '22 Nov 2026 14:03:05 (UTC+8)'],
    ['2026-12-31T16:00:00.999999Z', '2027年1月1日 00:00:00（北京时间）', '1 Jan 2027 00:00:00 (UTC+8)'],
    ['2028-02-28T15:59:59.999999Z', '2028年2月28日 23:59:59（北京时间）', '28 Feb 2028 23:59:59 (UTC+8)'],
  ] as const) {
    t.same(writtenMoment(time), { zh, en })
  }
  t.equal(writtenExactMoment('2026-11-22T06:03:05.000007Z').zh, '2026年11月22日 14:03:05.000007（北京时间）')
})

t.test('dates, amounts and terms', async (t) => {
  t.same(writtenDate('2026-01-09'), { zh: '2026年1月9日', en: '9 Jan 2026' })
  t.same(writtenDate('soon'), { zh: 'soon', en: 'soon' })
  for (const [value, written] of [
    ['0', '0'],
    ['999', '999'],
    ['1000', '1,000'],
    ['1234567.00', '1,234,567.00'],
    ['9999999999999999.99', '9,999,999,999,999,999.99'],
    [2500.125, '2,500.125'],
  ] as const) {
    t.equal(thousands(value), written)
  }
  t.equal(writtenMoney({ currency: 'CNY', amount: '3000000.00' }), 'CNY 3,000,000.00')
  t.same(writtenTerm(1), { zh: '1 个月', en: '1 month' })
  t.same(writtenTerm(12), { zh: '12 个月（1 年）', en: '12 months (1 year)' })
  t.same(writtenTerm(30), { zh: '30 个月', en: '30 months' })
})

t.test('numbers stand in groups of four whose gaps are no characters', async (t) => {
  t.equal(groupsOfFour('20261122012345678951'), '2026 1122 0123 4567 8951')
  const markup = numberInGroups('20261122012345678951').toString()
  t.match(markup, 'data-copy="20261122012345678951"')
  t.equal(markup.replace(/<[^>]*>/g, ''), '20261122012345678951')
  t.notMatch(numberInGroups('2026', { copy: false }).toString(), 'data-copy')
})

t.test('how far two moments are apart', async (t) => {
  const [second, minute, hour, day] = [1_000_000, 60_000_000, 3_600_000_000, 86_400_000_000]
  for (const [microseconds, zh, en] of [
    [0, '0 秒', '0 seconds'],
    [1, '0.000001 秒', '0.000001 seconds'],
    [second, '1 秒', '1 second'],
    [61 * second + 500_000, '1 分钟 1.5 秒', '1 minute 1.5 seconds'],
    [hour, '1 小时', '1 hour'],
    [2 * day + 3 * hour + 4 * minute + 5 * second, '2 天 3 小时 4 分钟 5 秒', '2 days 3 hours 4 minutes 5 seconds'],
    [1_234 * day + 7, '1,234 天 0.000007 秒', '1,234 days 0.000007 seconds'],
  ] as const) {
    t.same(writtenDuration(microseconds), { zh, en })
  }
})

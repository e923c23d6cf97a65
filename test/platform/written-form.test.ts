import t from 'tap'
import {
  groupsOfFour,
  numberInGroups,
  thousands,
  writtenDate,
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

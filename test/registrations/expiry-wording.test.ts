import t from 'tap'
import { writtenSoonness } from '../../src/registrations/expiry-wording.ts'

t.test('how soon a registration expires, in words', async (t) => {
  for (const [expiresOn, zh, en] of [
    ['2026-11-25', '今天 24:00 到期', 'expires tonight at 24:00'],
    ['2026-11-26', '明天到期', 'expires tomorrow'],
    ['2026-11-27', '还有 2 天到期', 'expires in 2 days'],
    ['2027-02-23', '还有 90 天到期', 'expires in 90 days'],
    ['2027-02-24', '还有约 2 个月', 'about 2 months left'],
    ['2028-11-24', '还有约 23 个月', 'about 23 months left'],
    ['2028-11-25', '还有 2 年多', 'more than 2 years left'],
    ['2026-11-24', '昨天到期', 'expired yesterday'],
    ['2026-11-20', '已到期 5 天', 'expired 5 days ago'],
    ['2026-06-25', '已到期约 5 个月', 'expired about 5 months ago'],
    ['2020-01-01', '已到期 6 年多', 'expired more than 6 years ago'],
  ] as const) {
    t.same(writtenSoonness(expiresOn, '2026-11-25'), { zh, en }, expiresOn)
  }
})

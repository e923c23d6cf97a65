import t from 'tap'
import { endedOn, isRetentionOver, keptUntil, searchesKeptFrom } from '../../src/registrations/retention-rules.ts'

t.test('kept for fifteen years: to the same day, or the last of its month', async (t) => {
  const days: [string, string][] = [
    ['2026-11-25', '2041-11-25'],
    ['2026-12-31', '2041-12-31'],
    ['2027-02-28', '2042-02-28'],
    ['2028-02-29', '2043-02-28'],
    ['2029-02-28', '2044-02-28'],
    ['2085-03-01', '2100-03-01'],
    ['2084-02-29', '2099-02-28'],
  ]
  for (const [ended, until] of days) {
    t.equal(keptUntil(ended), until, ended)
    t.notOk(isRetentionOver(ended, until), 'kept on its last day')
    const next = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10)
    t.ok(isRetentionOver(ended, next), 'and not on the next')
  }
})

t.test('searches are due by whole days: the day before the first that is kept is over', async (t) => {
  for (const today of ['2041-11-25', '2042-01-01', '2043-02-28', '2043-03-01', '2044-02-29', '2044-03-01']) {
    const from = searchesKeptFrom(today)
    const before = new Date(Date.parse(from) - 86_400_000).toISOString().slice(0, 10)
    t.ok(isRetentionOver(before, today), `${before} on ${today}`)
  }
  t.equal(searchesKeptFrom('2041-11-25'), '2026-11-25')
  t.equal(searchesKeptFrom('2044-02-29'), '2029-02-28')
})

t.test('the day of the end', async (t) => {
  const filings = [{ filedAt: '2026-01-01T00:00:00.000000Z' }, { filedAt: '2026-03-01T17:30:00.000000Z' }]
  const of = (status: Parameters<typeof endedOn>[0]['status']) => endedOn({ status, expiresOn: '2027-06-30', filings })
  t.equal(of('in_effect'), undefined)
  t.equal(of('expired'), '2027-06-30')
  t.equal(of('discharged'), '2026-03-02', 'the Beijing day of the filing that ended it')
  t.equal(of('revoked'), '2026-03-02')
})

import t from 'tap'
import { checkDerived, type Difference } from '../../src/registrations/rebuild.ts'
import { uploadJudgment } from '../attachments/judgment.ts'
import { request, startProcess } from '../helpers/processes.ts'
import { openRegister } from '../helpers/register.ts'
import { type Living, type Post, RandomActs } from '../registrations/random-acts.ts'

/*
 * Acts of every kind at once, from two processes, several people at the same registrations, while others search. No act
 * may be judged on a state that was no longer so, and every search must hold what stood at the sequence that it states.
 */
const SECONDS = process.env.LONG ? 90 : 6
/** On a busy machine it goes on until there is enough to judge by. */
const ACTS_MIN = 100
const WORKERS = 8
const SEARCHERS = 4

type Body = Record<string, any>

t.test('a storm of acts over two processes', { timeout: 300_000 }, async (t) => {
  const register = await openRegister(t)
  await uploadJudgment(register)
  const env = { DATABASE_URL: register.database.url, ROLE: 'web' }
  const processes = await Promise.all([startProcess(env), startProcess(env)])
  t.teardown(() => Promise.all(processes.map((each) => each.kill('SIGTERM'))))
  const until = Date.now() + SECONDS * 1000
  const send = async (worker: number, who: keyof typeof register.people, path: string, body: object = {}) => {
    const { url } = processes[worker % processes.length]!
    const answer = await request(`${url}${path}`, { method: 'POST', apiKey: register.people[who].apiKey, body })
    if (answer.status >= 500) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }

  const living: Living[] = []
  const acknowledged: { sequence: number; at: number }[] = []
  const goesOn = () => Date.now() < until || acknowledged.length < ACTS_MIN
  const worker = async (at: number) => {
    const post: Post = async (who, path, payload) => {
      const answer = await send(at, who, path, path.endsWith('/modification-codes') ? undefined : payload)
      if (answer.sequence) acknowledged.push({ sequence: answer.sequence, at: performance.now() })
      return answer
    }
    const acts = new RandomActs(post, `storm ${at}`, living)
    while (goesOn()) await acts.next()
    return acts.accepted
  }
  const searches: { asked: number; query: object; answer: Body }[] = []
  const searcher = async (at: number) => {
    for (let turn = at; goesOn(); turn += 1) {
      const asked = performance.now()
      const on = living[turn % Math.max(1, living.length)]
      const query = on
        ? { by: 'registrationNumber', value: on.number, purpose: 'dispute' }
        : { by: 'organizationName', name: '无此公司', purpose: 'dispute' }
      searches.push({ asked, query, answer: await send(turn, 'registrar', '/api/v1/searches', query) })
    }
  }
  const [accepted] = await Promise.all([
    Promise.all(Array.from({ length: WORKERS }, (_, at) => worker(at))),
    Promise.all(Array.from({ length: SEARCHERS }, (_, at) => searcher(at))),
  ])
  const kinds = new Set(accepted.flatMap((each) => [...each.keys()]))
  t.comment(`${acknowledged.length} acts of ${kinds.size} kinds, ${searches.length} searches`)
  t.ok(kinds.size > 5, [...kinds].join(', '))

  const { rows } = await register.sql(
    `select sequence::int, registration::int, kind, convert_from(content, 'utf8')::json ->> 'scope' as scope
     from filings join filing_contents using (sequence) order by sequence`,
  )
  t.same(
    rows.map((row) => row.sequence),
    acknowledged.map(({ sequence }) => sequence).sort((a, b) => a - b),
    'what is there is what was acknowledged, in a dense order',
  )
  t.same(wrongSuccessions(rows), [], 'nothing but a reinstatement follows on an end')
  const differences: Difference[] = []
  await checkDerived(register.deps.pool, (each) => differences.push(each))
  t.same(differences, [], 'every act was judged on the state that its filings fold to')

  const stale = searches.filter(({ asked, answer }) =>
    acknowledged.some(({ sequence, at }) => at < asked && sequence > answer.asOf.sequence),
  )
  t.same(stale, [], 'a search holds what was acknowledged before it was asked')
  let changed = 0
  for (const { query, answer } of searches.slice(-200)) {
    const again = await send(0, 'registrar', '/api/v1/searches', { ...query, asOf: { sequence: answer.asOf.sequence } })
    if (JSON.stringify(again.matches) !== JSON.stringify(answer.matches)) changed += 1
  }
  t.equal(changed, 0, 'asked again as of its sequence, each search finds the same')
})

/** Acts on a registration that had ended by then. */
function wrongSuccessions(rows: { registration: number; kind: string; scope: string | null }[]): unknown[] {
  const ended = new Set<number>()
  return rows.filter(({ registration, kind, scope }) => {
    if (kind === 'reinstatement') return !ended.delete(registration)
    if (ended.has(registration)) return true
    if (kind === 'discharge' || (kind === 'revocation' && scope === 'registration')) ended.add(registration)
    return false
  })
}

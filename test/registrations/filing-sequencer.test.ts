import type { AddressInfo } from 'node:net'
import { connect, createServer, type Server, type Socket } from 'node:net'
import pino from 'pino'
import t, { type Test } from 'tap'
import { type Clock, systemClock } from '../../src/platform/clock.ts'
import type { Act, Filer } from '../../src/registrations/act.ts'
import type { Resolution } from '../../src/registrations/filing-group.ts'
import { FILING_LOCK } from '../../src/registrations/filing-order.ts'
import { FilingSequencer } from '../../src/registrations/filing-sequencer.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { prepareRegistration } from '../../src/registrations/register.ts'
import type { RegistrationContent } from '../../src/registrations/registration-form.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

function act(register: TestRegister, more: Partial<RegistrationContent> = {}, onceOnly?: { lineDigest: string }): Act {
  const { userId, account } = register.people.operator
  const filer: Filer = { actor: userId, account, accountName: 'x', network: '127.0.0.1', requestId: 'test' }
  const content = { ...formOf('factoring')!.example, ...more } as unknown as RegistrationContent
  const prepared = prepareRegistration(filer, content, { today: '2026-11-22', ...(onceOnly && { onceOnly }) })
  if ('refused' in prepared) throw new Error(JSON.stringify(prepared.refused))
  return prepared
}

const sequenceOf = (resolution: Resolution) => {
  if (!('filed' in resolution)) throw new Error(`not filed: ${JSON.stringify(resolution)}`)
  return resolution.filed.place.sequence
}

const silent = pino({ level: 'silent' })

function sequencerOn(t: Test, databaseUrl: string, clock?: Clock): FilingSequencer {
  const sequencer = new FilingSequencer({ databaseUrl, log: silent, queueMaxFilings: 2_000, ...(clock && { clock }) })
  sequencer.start()
  t.teardown(() => sequencer.close())
  return sequencer
}

t.test('the order', async (t) => {
  const register = await openRegister(t)

  t.test('many at once: dense, strictly rising, each answered once', async (t) => {
    const resolutions = await Promise.all(
      Array.from({ length: 350 }, () => register.deps.sequencer.submit(act(register))),
    )
    const sequences = resolutions.map(sequenceOf)
    t.same(
      [...sequences].sort((a, b) => a - b),
      Array.from({ length: 350 }, (_, at) => at + 1),
    )
    const { rows } = await register.sql('select sequence::int, filed_at::text as at from filings order by sequence')
    t.ok(rows.every((row, at) => at === 0 || row.at > rows[at - 1]!.at))
    t.equal(new Set(rows.map((row) => row.at)).size, 350)
  })

  t.test('a filer’s reference twice in one group: the second sees the first', async (t) => {
    const once = { lineDigest: 'aa' }
    const two = [act(register, { filerReference: 'R-1' }, once), act(register, { filerReference: 'R-1' }, once)]
    const [first, second] = await Promise.all(two.map((each) => register.deps.sequencer.submit(each)))
    t.ok('filed' in first!)
    t.match(second, { refused: [{ code: 'already_filed' }] })
  })

  t.test('one that cannot be written spoils nobody else’s', async (t) => {
    const bad = act(register)
    const poisoned: Act = { ...bad, commitment: Buffer.alloc(5) }
    const settled = await Promise.allSettled(
      [act(register), poisoned, act(register)].map((each) => register.deps.sequencer.submit(each)),
    )
    t.same(
      settled.map((each) => each.status),
      ['fulfilled', 'rejected', 'fulfilled'],
    )
    const { rows } = await register.sql('select max(sequence)::int - count(*)::int as gap from filings')
    t.equal(rows[0].gap, 0)
  })

  t.test('a larger filing goes alone, and is filed', async (t) => {
    const items = Array.from({ length: 5_000 }, (_, at) => ({
      name: '应收账款',
      invoiceNumber: `${at}`,
      contractNumber: `C${at}`,
    }))
    const example = formOf('factoring')!.example.collateral as object
    const large = act(register, { collateral: { ...example, items } } as never)
    t.ok(large.rows > 6_000)
    const [one, two] = await Promise.all([
      register.deps.sequencer.submit(act(register)),
      register.deps.sequencer.submit(large),
    ])
    t.ok(sequenceOf(two!) > sequenceOf(one!))
  })

  t.test('the order is closed each second when nothing is filed', async (t) => {
    const closedAt = async () => (await register.sql('select closed_at::text as at from register_head')).rows[0].at
    const before = await closedAt()
    for (let tries = 0; tries < 100 && (await closedAt()) === before; tries += 1)
      await new Promise((r) => setTimeout(r, 100))
    t.ok((await closedAt()) > before)
  })
})

t.test('clocks that cannot be trusted stop filing loudly', async (t) => {
  const register = await openRegister(t)
  for (const seconds of [-3, 3]) {
    const clock: Clock = { ...systemClock, nowMicroseconds: () => systemClock.nowMicroseconds() + seconds * 1_000_000 }
    const sequencer = sequencerOn(t, register.database.url, clock)
    await t.rejects(sequencer.submit(act(register)), { code: 'clock_unreliable', retryAfterSeconds: 10 })
  }
  let ahead = 0
  const jumping: Clock = { ...systemClock, monotonicMilliseconds: () => systemClock.monotonicMilliseconds() - ahead }
  const sequencer = sequencerOn(t, register.database.url, jumping)
  t.equal(sequenceOf(await sequencer.submit(act(register))), 1)
  ahead = 5_000
  await t.rejects(sequencer.submit(act(register)), { code: 'clock_unreliable' }, 'both clocks jumped forward by 5 s')
  ahead = 0
  t.equal(sequenceOf(await sequencer.submit(act(register))), 2, 'set right again, filing goes on')
})

t.test('the connection is lost at COMMIT', async (t) => {
  for (const committed of [true, false]) {
    t.test(
      committed ? 'after it took effect: read back, not filed again' : 'before it took effect: filed once',
      async (t) => {
        const register = await openRegister(t)
        const proxy = await startProxy(t, register.database.url, committed)
        const sequencer = sequencerOn(t, proxy.url)
        await sequencer.submit(act(register))
        proxy.cutNextCommit()
        const resolutions = await Promise.all(Array.from({ length: 5 }, () => sequencer.submit(act(register))))
        t.ok(proxy.wasCut(), 'the connection was cut at COMMIT')
        t.same(resolutions.map(sequenceOf).sort(), [2, 3, 4, 5, 6])
        const { rows } = await register.sql('select count(*)::int as filings, max(sequence)::int as last from filings')
        t.same(rows[0], { filings: 6, last: 6 })
      },
    )
  }
})

/**
 * A real connection through a proxy that breaks it at a COMMIT: before the server sees it, or before its answer
 * returns.
 */
async function startProxy(t: Test, databaseUrl: string, letItCommit: boolean) {
  const target = new URL(databaseUrl)
  let armed = false
  let cut = false
  const sockets = new Set<Socket>()
  const server: Server = createServer((client) => {
    const upstream = connect(Number(target.port), target.hostname)
    for (const each of [client, upstream]) {
      sockets.add(each)
      each.on('error', () => {})
    }
    let silent = false
    client.on('data', (chunk) => {
      if (armed && chunk.includes('commit')) {
        armed = false
        cut = true
        if (!letItCommit) {
          upstream.destroy()
          client.destroy()
          return
        }
        silent = true
      }
      upstream.write(chunk)
    })
    upstream.on('data', (chunk) => {
      if (silent) client.destroy()
      else client.write(chunk)
    })
    client.on('close', () => upstream.destroy())
    upstream.on('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    for (const each of sockets) each.destroy()
    server.close()
  })
  const url = new URL(databaseUrl)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    cutNextCommit: () => {
      armed = true
    },
    wasCut: () => cut,
  }
}

t.test('a transaction that is held too long files nothing and says so; filing goes on afterwards', async (t) => {
  const register = await openRegister(t)
  const other = await register.deps.pool.connect()
  await other.query('select pg_advisory_lock($1)', [FILING_LOCK])
  const held = register.deps.sequencer.submit(act(register))
  await t.rejects(held, { code: 'database_unavailable' })
  await other.query('select pg_advisory_unlock($1)', [FILING_LOCK])
  other.release()
  t.equal(sequenceOf(await register.deps.sequencer.submit(act(register))), 1, 'nothing of the first is there')
})

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import pino from 'pino'
import t, { type Test } from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { connectionConfig } from '../../src/platform/database.ts'
import { FilingSequencer } from '../../src/registrations/filing-sequencer.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkDerived, type Difference } from '../../src/registrations/rebuild.ts'
import { rekey } from '../../src/registrations/rekey.ts'
import { AnsweringLogics, KEPT_MS } from '../../src/search/answering-logics.ts'
import { searchLogic1 } from '../../src/search/search-logics.ts'
import { uploadJudgment } from '../attachments/judgment.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { RandomActs } from './random-acts.ts'
import { bothLogics, searchLogic2 } from './second-logic.ts'

type Body = Record<string, any>

t.test('a new search logic is built while the old one answers, and then answers', async (t) => {
  const register = await openRegister(t, { logics: bothLogics })
  const client = await connect(t, register)
  const first = await file(register, '甲（集团）有限责任公司', 1)
  const renamed = await file(register, '旧名有限责任公司', 2)
  await rename(register, renamed, '新名（中国）有限公司')
  const query = { by: 'organizationName', name: '甲集团有限公司' }
  const recorded = async (name: string) => {
    const { links } = (await search(register, { ...query, name })).json()
    return (await register.call('searcher', { url: links.self })).json()
  }
  const before = await recorded(query.name)
  const exact = await recorded('甲（集团）有限责任公司')

  t.test('only logic 1 has keys, and answers', async (t) => {
    t.match(before, { searchLogic: '1', matches: [] })
    t.equal(exact.matches.length, 1)
    t.same(await versionsOfKeys(register), ['1'])
  })

  t.test('stopped on its way: filings write both keys, searches ask the complete one', async (t) => {
    let asked = 0
    t.equal(await rekey(client, searchLogic2, { batch: 1, stopped: () => ++asked > 1 }), false)
    const made = await file(register, '乙（集团）有限责任公司', 3)
    t.same(await versionsOfKeys(register, made.sequence), ['1', '2'], 'a filing while it is built')
    t.match((await search(register, { ...query, name: '乙集团有限公司' })).json(), { searchLogic: '1', matches: [] })
    t.same(await differences(register), [], 'what is not keyed yet is no difference')
    await rename(register, made, '丙（集团）有限责任公司')
    await discharge(register, first)
    t.same(await differences(register), [])
  })

  t.test('complete: searches answer by it and say so', async (t) => {
    t.equal(await rekey(client, searchLogic2, { batch: 1 }), true)
    await fresh()
    t.same(await differences(register), [])
    for (const name of ['新名中国有限公司', '旧名有限公司', '乙集团有限公司', '丙（集团）有限责任公司']) {
      const found = (await search(register, { ...query, name })).json()
      t.match(found, { searchLogic: '2', matches: [{}] }, name)
    }
    t.match((await search(register, query)).json(), { searchLogic: '2', matches: [] }, 'what was discharged has ended')
    const logic = (await register.app.inject({ url: '/api/v1/search-logic/1' })).json()
    t.equal(logic.answers, false)
    t.equal(await rekey(client, searchLogic2), true, 'a second run changes nothing')
    t.same(await differences(register), [])
  })

  t.test('case 117: earlier searches keep their facts and their logic, and are made again by it', async (t) => {
    for (const made of [before, exact]) {
      t.same((await register.call('searcher', { url: made.links.self })).json(), made)
      const certificate = await register.call('searcher', { url: made.links.certificate })
      t.equal(certificate.statusCode, 200)
      const { searchNumber, verificationCode } = made
      const url = `/api/v1/certificates/${searchNumber}?code=${verificationCode}`
      t.equal((await register.app.inject({ url })).json().facts.searchLogic, '1')
      const asOf = { sequence: made.asOf.sequence }
      const again = (await search(register, { ...made.query, asOf })).json()
      t.equal(again.searchLogic, '1')
      t.same(numbersOf(again), numbersOf(made))
    }
  })

  t.test('a filing after it writes both keys, and both are ended', async (t) => {
    const made = await file(register, '丁（集团）有限责任公司', 4)
    await rename(register, made, '戊有限公司')
    t.same(await differences(register), [])
    const found = (await search(register, { ...query, name: '丁集团有限公司' })).json()
    t.same(numbersOf(found), [made.registrationNumber], 'found by its former name under the new logic')
  })

  t.test('a program that does not know the new logic files and searches nothing', async (t) => {
    const old = new FilingSequencer({
      databaseUrl: register.database.url,
      log: pino({ level: 'silent' }),
      queueMaxFilings: 9,
    })
    const { sequencer, logics } = register.deps
    await sequencer.close()
    old.start()
    Object.assign(register.deps, { sequencer: old, logics: new AnsweringLogics(register.deps.pool) })
    t.teardown(() => old.close())
    const last = async () => (await register.sql('select last_sequence from register_head')).rows[0].last_sequence
    const head = await last()
    t.match((await post(register, '己有限公司', 5)).json(), { status: 503, code: 'search_logic_unknown' })
    t.match((await search(register, query)).json(), { status: 503, code: 'search_logic_unknown' })
    t.equal(await last(), head, 'nothing was filed')
    Object.assign(register.deps, { sequencer: old, logics })
  })
})

t.test('a filing that was prepared before the logic was known has its keys', async (t) => {
  const register = await openRegister(t, { logics: bothLogics })
  const client = await connect(t, register)
  const blocker = await connect(t, register)
  await file(register, '先有限责任公司', 1)
  // It is prepared and waits for its place, while the new logic begins before it.
  await blocker.query('begin; select pg_advisory_xact_lock(7203110411)')
  const waiting = file(register, '后（集团）有限责任公司', 2)
  await new Promise((resolve) => setTimeout(resolve, 100))
  await blocker.query(
    `insert into search_logics (version, begun_sequence) select '2', last_sequence from register_head`,
  )
  await blocker.query('commit')
  const filed = await waiting
  t.same(await versionsOfKeys(register, filed.sequence), ['1', '2'])
  t.equal(await rekey(client, searchLogic2), true)
  t.same(await differences(register), [])
})

t.test('killed, run by two at once, while filings of every kind go on', async (t) => {
  const register = await openRegister(t, { logics: bothLogics })
  await uploadJudgment(register)
  const acts = new RandomActs(async (who, url, payload) => {
    const answer = await register.call(who, { method: 'POST', url, ...(payload && { payload }) })
    if (answer.statusCode >= 500) throw new Error(`${url}: ${answer.body}`)
    return answer.json()
  }, 'rekey')
  for (let at = 0; at < 250; at += 1) await acts.next()
  let done = false
  const filing = (async () => {
    while (!done) await acts.next()
  })()
  const stale = watchSearches(register, () => done)
  const killed = rekeyProcess(register, 3)
  await killed.printed(3)
  killed.child.kill('SIGKILL')
  await killed.ended
  t.match(await standing(register), { completed_at: null })
  t.same(await versionsOfKeys(register), ['1', '2'], 'it was on its way')
  const both = [rekeyProcess(register, 2), rekeyProcess(register, 5)]
  t.same(await Promise.all(both.map(({ ended }) => ended)), [0, 0])
  await fresh()
  done = true
  await filing
  t.same(await stale, [], 'no search asked an incomplete logic')
  t.same(await differences(register), [])
  t.not((await standing(register)).completed_at, null)
})

t.test('a version only goes forward, whoever asks', async (t) => {
  const register = await openRegister(t, { logics: bothLogics })
  const client = await connect(t, register)
  await file(register, '甲有限责任公司', 1)
  await rekey(client, searchLogic2)
  for (const statement of [
    `update search_logics set completed_at = null where version = '2'`,
    `update search_logics set keyed_sequence = 0 where version = '2'`,
    `delete from search_logics where version = '2'`,
    `update search_logics set begun_sequence = 0 where version = '2'`,
    `insert into search_logics (version, begun_sequence, completed_at) values ('3', 0, now())`,
  ]) {
    await t.rejects(client.query(statement), { code: /^(23001|42501)$/ }, statement)
  }
  await t.rejects(register.sql(`delete from search_logics`), { code: '23001' })
})

/**
 * Searches all the time. Whatever logic answered, what logic 1 finds at its sequence is found: names that are one under
 * it are one under the other too, so a logic that was asked before it was complete would find too little.
 */
async function watchSearches(register: TestRegister, isDone: () => boolean): Promise<Body[]> {
  const name = (formOf('finance_lease')!.example as Body).debtors[0].name as string
  const wrong: Body[] = []
  while (!isDone()) {
    const { searchLogic, matchCount, asOf } = (await search(register, { by: 'organizationName', name })).json()
    const { rows } = await register.sql(
      `select count(distinct k.registration)::integer as n from debtor_keys k join registrations r using (registration)
       where k.logic = '1' and k.key = $1 and k.from_sequence <= $2 and coalesce(k.until_sequence > $2, true)
         and r.from_sequence <= $2 and coalesce(r.until_sequence > $2, true) and r.ended is null`,
      [searchLogic1.organizationKey(name), asOf.sequence],
    )
    if (matchCount !== Number(rows[0].n)) wrong.push({ searchLogic, matchCount, asOf, expected: rows[0].n })
  }
  return wrong
}

function rekeyProcess(register: TestRegister, batch: number) {
  const file = fileURLToPath(new URL('rekey-process.ts', import.meta.url))
  const child = spawn(process.execPath, [file, register.database.url, String(batch)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let lines = 0
  let told: (() => void) | undefined
  child.stdout.on('data', (chunk: Buffer) => {
    lines += chunk.toString().split('\n').length - 1
    told?.()
  })
  const ended = once(child, 'exit').then(([code]) => code as number | null)
  const printed = async (count: number) => {
    while (lines < count && child.exitCode === null) await new Promise<void>((resolve) => (told = resolve))
  }
  return { child, ended, printed }
}

async function connect(t: Test, register: TestRegister): Promise<pg.Client> {
  const client = new pg.Client(
    connectionConfig(register.database.url, { role: 'registry_app', applicationName: 'test' }),
  )
  await client.connect()
  t.teardown(() => client.end())
  return client
}

/** Until the answer of which version is newest is asked for again. */
const fresh = () => new Promise((resolve) => setTimeout(resolve, KEPT_MS + 100))

async function differences(register: TestRegister): Promise<Difference[]> {
  const found: Difference[] = []
  await checkDerived(
    register.deps.pool,
    (each) => found.push(each),
    () => {},
    bothLogics,
  )
  return found
}

async function standing(register: TestRegister): Promise<Body> {
  return (await register.sql(`select * from search_logics where version = '2'`)).rows[0]
}

async function versionsOfKeys(register: TestRegister, registration?: number): Promise<string[]> {
  const { rows } = await register.sql(
    `select distinct logic from debtor_keys where logic is not null and coalesce(registration = $1, true) order by logic`,
    [registration ?? null],
  )
  return rows.map(({ logic }) => logic)
}

const numbersOf = (answer: Body) => answer.matches.map((each: Body) => each.registrationNumber)

function search(register: TestRegister, query: Body) {
  const payload = { purpose: 'dispute', ...query }
  return register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })
}

function post(register: TestRegister, name: string, serial: number) {
  const debtor = {
    kind: 'organization',
    name,
    identifier: { scheme: 'uscc', value: makeUscc(`91110108MB${String(serial).padStart(7, '0')}`) },
    address: { country: 'CN', division: '110108', line: '北京市海淀区一号' },
    representative: '王强',
  }
  const payload = { ...structuredClone(formOf('chattel_mortgage')!.example), debtors: [debtor] }
  return register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
}

async function file(register: TestRegister, name: string, serial: number): Promise<Body> {
  const answer = await post(register, name, serial)
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

async function act(register: TestRegister, filed: Body, act: string, body: Body): Promise<void> {
  const url = `/api/v1/registrations/${filed.registrationNumber}/${act}`
  const payload = { modificationCode: filed.modificationCode, declaration: true, ...body }
  const answer = await register.call('operator', { method: 'POST', url, payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

const rename = (register: TestRegister, filed: Body, name: string) =>
  act(register, filed, 'amendments', {
    changes: [{ type: 'rename_party', role: 'debtor', index: 0, name, changedOn: '2026-11-01' }],
  })

const discharge = (register: TestRegister, filed: Body) =>
  act(register, filed, 'discharges', { reason: 'debt_extinguished' })

t.test('the command', async (t) => {
  const register = await openRegister(t)
  const run = async (...args: string[]) => {
    const env = { ...process.env, DATABASE_URL: register.database.url }
    const child = spawn(process.execPath, ['src/main.ts', 'rekey', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
    let printed = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (printed += chunk))
    const [code] = await once(child, 'close')
    return { code, printed }
  }
  t.match(await run('--to', '1'), { code: 0, printed: /Search logic 1: complete/ })
  t.match(await run('--to', '9'), { code: 2, printed: /this program knows 1/ })
  t.match(await run(), { code: 2 })
})

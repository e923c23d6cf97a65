import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { homedir, tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import t, { type Test } from 'tap'
import { readClusterRecord } from '../../src/platform/cluster-record.ts'
import {
  connectToEmbeddedPostgres,
  type EmbeddedPostgres,
  startEmbeddedPostgres,
  withEmbeddedPostgres,
} from '../../src/platform/embedded-postgres.ts'
import { findPostmaster } from '../../src/platform/postmaster.ts'
import { isRunning } from '../../src/platform/running-process.ts'

const isRoot = process.getuid?.() === 0
const sources = join(import.meta.dirname, '../../src/platform/embedded-postgres.ts')

/** A data folder whose server and files are gone after the test, however it ends. */
async function dataFolder(t: Test, parent = tmpdir()): Promise<string> {
  const dataDir = await realpath(await mkdtemp(join(parent, 'encumbra-postgres-')))
  t.teardown(async () => {
    const record = await readClusterRecord(dataDir).catch(() => undefined)
    if (record) {
      const postmaster = await findPostmaster(record.clusterDir)
      if (postmaster) {
        process.kill(postmaster.process.pid, 'SIGQUIT')
        while (isRunning(postmaster.process)) await delay(20)
      }
      if (!record.clusterDir.startsWith(dataDir)) await rm(dirname(record.clusterDir), { recursive: true, force: true })
    }
    await rm(dataDir, { recursive: true, force: true })
  })
  return dataDir
}

/** Starts in this process; what it logs goes to `lines`. Stopped at the end of the test. */
async function start(t: Test, dataDir: string, lines: string[] = []): Promise<EmbeddedPostgres> {
  const postgres = await startEmbeddedPostgres({ dataDir, log: (message) => lines.push(message) })
  t.teardown(() => postgres.stop())
  return postgres
}

/** Starts in a Node process of its own, to be killed. Resolves once the server is ready, or `until` is met. */
async function startElsewhere(t: Test, dataDir: string, until?: () => Promise<boolean>): Promise<ChildProcess> {
  const code = `import { startEmbeddedPostgres } from ${JSON.stringify(sources)}
    await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log() {} })
    console.log('ready')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  t.teardown(() => child.kill('SIGKILL'))
  if (!until) await once(child.stdout, 'data')
  else while (!(await until())) await delay(5)
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

/** The rows of a statement, or of the last of several. */
async function query(url: string, text: string, values?: unknown[]): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  await client.connect()
  try {
    const result: pg.QueryResult | pg.QueryResult[] = await client.query(text, values)
    return [result].flat().at(-1)?.rows ?? []
  } finally {
    await client.end()
  }
}

async function serverOf(postgres: { clusterDir: string }) {
  const postmaster = await findPostmaster(postgres.clusterDir)
  if (!postmaster) throw new Error('no server runs')
  return postmaster.process
}

async function until(condition: () => Promise<boolean>) {
  while (!(await condition())) await delay(50)
}

const asOwner = 'SET ROLE registry_owner;'

/** The rows of the table that the tests fill, read by the superuser. */
async function rows(postgres: { superuserUrl: string }) {
  return await query(postgres.superuserUrl.replace(/postgres$/, 'encumbra'), 'SELECT name FROM kept ORDER BY name')
}

async function keep(postgres: { applicationUrl: string }, name: string) {
  await query(
    postgres.applicationUrl,
    `${asOwner} CREATE TABLE IF NOT EXISTS kept (name text PRIMARY KEY); INSERT INTO kept VALUES ('${name}')`,
  )
}

t.test('a fresh start, and a restart that keeps data and secrets', async (t) => {
  const dataDir = await dataFolder(t)
  const first = await start(t, dataDir)
  t.equal(first.fresh, true)

  await t.test('the cluster', async (t) => {
    const [settings] = await query(
      first.superuserUrl,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('listen_addresses') AS address,
        current_setting('unix_socket_directories') AS sockets, current_setting('synchronous_commit') AS commit,
        current_setting('fsync') AS fsync, current_setting('TimeZone') AS zone, current_setting('data_checksums') AS sums,
        current_setting('password_encryption') AS passwords, current_setting('max_connections') AS connections`,
    )
    t.strictSame(settings, {
      major: 18,
      address: '127.0.0.1',
      sockets: '',
      commit: 'on',
      fsync: 'on',
      zone: 'UTC',
      sums: 'on',
      passwords: 'scram-sha-256',
      connections: '100',
    })
    const wrong = first.superuserUrl.replace(/:[^:@]+@/, ':wrong@')
    await t.rejects(query(wrong, 'SELECT'), { code: '28P01' }, 'the password is asked for')
  })

  await t.test('the database', async (t) => {
    const [database] = await query(
      first.applicationUrl,
      `SELECT datname, pg_encoding_to_char(encoding) AS encoding, datlocprovider AS provider, datlocale AS locale,
        pg_get_userbyid(datdba) AS owner, has_database_privilege('public', oid, 'CONNECT') AS open
        FROM pg_database WHERE datname = current_database()`,
    )
    t.strictSame(database, {
      datname: 'encumbra',
      encoding: 'UTF8',
      provider: 'b',
      locale: 'C.UTF-8',
      owner: 'registry_owner',
      open: false,
    })
    const superuserHere = first.superuserUrl.replace(/postgres$/, 'encumbra')
    await query(superuserHere, 'CREATE EXTENSION pg_trgm')
    const [chinese] = await query(superuserHere, `SELECT array_length(show_trgm('华夏租赁'), 1) AS trigrams`)
    t.strictSame(chinese, { trigrams: 5 }, 'Chinese characters count as letters')
  })

  await t.test('the login and its roles', async (t) => {
    const [login] = await query(
      first.applicationUrl,
      `SELECT rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls FROM pg_roles WHERE rolname = current_user`,
    )
    const no = { rolsuper: false, rolcreatedb: false, rolcreaterole: false, rolreplication: false, rolbypassrls: false }
    t.strictSame(login, no)
    const members = await query(
      first.applicationUrl,
      `SELECT roleid::regrole::text AS role, member::regrole::text AS login, inherit_option, set_option, admin_option
        FROM pg_auth_members WHERE member = 'encumbra_login'::regrole ORDER BY 1`,
    )
    const grant = { login: 'encumbra_login', inherit_option: false, set_option: true, admin_option: false }
    t.strictSame(members, [
      { role: 'registry_app', ...grant },
      { role: 'registry_owner', ...grant },
    ])
    await t.rejects(query(first.applicationUrl, 'CREATE TABLE plain (x int)'), { code: '42501' })
    await keep(first, '甲')
  })

  await t.test('nothing of a row gets into the log', async (t) => {
    const insert = (url: string) =>
      query(url, `SET ROLE registry_owner; INSERT INTO kept VALUES ('金丝雀'), ('金丝雀')`)
    await t.rejects(insert(first.applicationUrl), { code: '23505' })
    await t.rejects(query(first.applicationUrl, `SELECT '金丝雀'::int`), { code: '22P02' })
    await t.rejects(query(first.applicationUrl, 'SELECT $1::int', ['金丝雀']), { code: '22P02' })
    await t.rejects(insert(first.superuserUrl.replace(/postgres$/, 'encumbra')), { code: '23505' })
    t.notMatch(await readFile(join(dataDir, 'postgres.log'), 'utf8'), '金丝雀')
  })

  await t.test('the files are closed to others', async (t) => {
    for (const name of ['embedded-postgres.json', 'database-url', 'postgres.log', 'serve.lock']) {
      t.equal((await stat(join(dataDir, name))).mode & 0o777, 0o600, name)
    }
    t.equal((await stat(dataDir)).mode & 0o777, isRoot ? 0o710 : 0o700)
    t.equal((await stat(first.clusterDir)).mode & 0o777, 0o700)
    t.equal(await readFile(join(dataDir, 'database-url'), 'utf8'), `${first.applicationUrl}\n`)
  })

  const server = await serverOf(first)
  await Promise.all([first.stop(), first.stop()])
  t.equal(isRunning(server), false, 'stop leaves no process')
  t.equal(await connectToEmbeddedPostgres(dataDir), undefined)

  const second = await start(t, dataDir)
  t.strictSame(
    [second.fresh, second.applicationUrl, second.superuserUrl],
    [false, first.applicationUrl, first.superuserUrl],
  )
  t.strictSame(await rows(second), [{ name: '甲' }])
})

t.test('a second start is refused; a command connects to the running cluster', async (t) => {
  const dataDir = await dataFolder(t)
  const child = await startElsewhere(t, dataDir)
  const refused = {
    name: 'FolderInUse',
    pid: child.pid as number,
    message: new RegExp(`process ${child.pid} \\(.*node`),
  }
  t.match(await startEmbeddedPostgres({ dataDir, log() {} }).catch((error) => error), refused)
  const running = await connectToEmbeddedPostgres(dataDir)
  t.strictSame(
    await query(running?.applicationUrl ?? '', 'SELECT 1 AS one'),
    [{ one: 1 }],
    'the refused start did no harm',
  )
  const port = await withEmbeddedPostgres({ dataDir, log() {} }, async (postgres) => postgres.port)
  t.equal(port, running?.port)
  t.ok(isRunning(await serverOf({ clusterDir: join(dataDir, 'postgres') })), 'a command leaves it running')
})

t.test('the server outlives a killed Node process and is adopted', async (t) => {
  const dataDir = await dataFolder(t)
  const child = await startElsewhere(t, dataDir)
  const running = await connectToEmbeddedPostgres(dataDir)
  if (!running) return t.fail('not running')
  const server = await serverOf(running)
  await keep(running, '乙')
  await kill(child)
  t.ok(isRunning(server))
  const lines: string[] = []
  const adopted = await start(t, dataDir, lines)
  t.match(lines, [/adopted/])
  t.strictSame([await serverOf(adopted), adopted.port, adopted.fresh], [server, running.port, false])
  t.strictSame(await rows(adopted), [{ name: '乙' }])

  process.kill(server.pid, 'SIGKILL')
  await until(async () => lines.includes('PostgreSQL is back'))
  t.strictSame(await rows(adopted), [{ name: '乙' }], 'an adopted server is supervised too, and comes back on its port')
  const again = await serverOf(adopted)
  await adopted.stop()
  t.equal(isRunning(again), false)
})

t.test('a killed server comes back on the same port with what was committed', async (t) => {
  const dataDir = await dataFolder(t)
  const lines: string[] = []
  const postgres = await start(t, dataDir, lines)
  await keep(postgres, '丙')
  const open = new pg.Client({ connectionString: postgres.applicationUrl })
  open.on('error', () => undefined)
  await open.connect()
  await open.query(`${asOwner} BEGIN; INSERT INTO kept VALUES ('未提交')`)
  const surviving = open
    .query(`SELECT sum(length(md5(n::text))) FROM generate_series(1, 3000000) AS n`)
    .catch(() => undefined)
  await delay(100)
  process.kill((await serverOf(postgres)).pid, 'SIGKILL')
  await until(async () => lines.includes('PostgreSQL is back'))
  await surviving
  await open.end().catch(() => undefined)
  t.strictSame(await rows(postgres), [{ name: '丙' }])
  t.match(lines, [/has started/, /has died/])

  process.kill((await serverOf(postgres)).pid, 'SIGKILL')
  await until(async () => lines.filter((line) => /has died/.test(line)).length === 2)
  await postgres.stop()
  t.equal(await findPostmaster(postgres.clusterDir), undefined, 'stop wins over a restart under way')
})

t.test('a start after Node and PostgreSQL were both killed waits for the sessions that survive', async (t) => {
  const dataDir = await dataFolder(t)
  const child = await startElsewhere(t, dataDir)
  const running = await connectToEmbeddedPostgres(dataDir)
  if (!running) return t.fail('not running')
  await keep(running, '戊')
  const busy = query(running.applicationUrl, `SELECT sum(length(md5(n::text))) FROM generate_series(1, 3000000) AS n`)
  busy.catch(() => undefined)
  await delay(200)
  const server = await serverOf(running)
  await kill(child)
  process.kill(server.pid, 'SIGKILL')
  const postgres = await start(t, dataDir)
  t.strictSame(await rows(postgres), [{ name: '戊' }])
  await busy.catch(() => undefined)
})

t.test('a start that was cut off is finished by the next', async (t) => {
  const dataDir = await dataFolder(t)
  const making = async () => (await readdir(dataDir)).some((name) => name.startsWith('postgres.making-'))
  await kill(await startElsewhere(t, dataDir, making))
  await mkdir(join(dataDir, 'postgres.making-0123/base'), { recursive: true })
  const postgres = await start(t, dataDir)
  t.equal(postgres.fresh, true)
  t.notOk((await readdir(dataDir)).includes('postgres.making-0123'))
  await query(postgres.superuserUrl, 'DROP DATABASE encumbra')
  await postgres.stop()
  const again = await start(t, dataDir)
  t.equal(again.fresh, true, 'a cluster without the database gets it')
  t.strictSame(await query(again.applicationUrl, 'SELECT 1 AS one'), [{ one: 1 }])
})

t.test('what is not understood is left alone', async (t) => {
  const dataDir = await dataFolder(t)
  await mkdir(join(dataDir, 'postgres/base/1'), { recursive: true })
  await t.rejects(startEmbeddedPostgres({ dataDir, log() {} }), /no whole PostgreSQL cluster/)
  t.ok(await stat(join(dataDir, 'postgres/base/1')))
  await rm(join(dataDir, 'postgres'), { recursive: true })
  await (await start(t, dataDir)).stop()
  const record = await readFile(join(dataDir, 'embedded-postgres.json'))
  await rm(join(dataDir, 'embedded-postgres.json'))
  await t.rejects(startEmbeddedPostgres({ dataDir, log() {} }), /with its passwords is missing/)
  await writeFile(join(dataDir, 'embedded-postgres.json'), record)
  await rm(join(dataDir, 'postgres'), { recursive: true })
  await t.rejects(
    startEmbeddedPostgres({ dataDir, log() {} }),
    /is gone/,
    'a lost cluster is not replaced by an empty one',
  )
})

t.test('a taken port, and a postmaster.pid whose pid belongs to another process', async (t) => {
  const dataDir = await dataFolder(t)
  const first = await start(t, dataDir)
  await first.stop()
  const squatter = createServer().listen(first.port, '127.0.0.1')
  t.teardown(() => squatter.close())
  await once(squatter, 'listening')
  const pidFile = [process.pid, first.clusterDir, 1, first.port, '', '127.0.0.1', '1 1', 'ready   ', ''].join('\n')
  await writeFile(join(first.clusterDir, 'postmaster.pid'), pidFile)
  const second = await start(t, dataDir)
  t.not(second.port, first.port)
  t.equal(await readFile(join(dataDir, 'database-url'), 'utf8'), `${second.applicationUrl}\n`)
  t.strictSame(await query(second.applicationUrl, 'SELECT 1 AS one'), [{ one: 1 }])
  await second.stop()
  const third = await start(t, dataDir)
  t.equal(third.port, second.port, 'the new port is kept')
})

t.test('a command starts the cluster for the while, and leaves it to others who use it', async (t) => {
  const dataDir = await dataFolder(t)
  const options = { dataDir, log() {} }
  const server = await withEmbeddedPostgres(options, async (postgres) => {
    await t.rejects(startEmbeddedPostgres(options), { name: 'FolderInUse' }, 'the folder is in use meanwhile')
    return await serverOf(postgres)
  })
  t.equal(isRunning(server), false)
  const other = await withEmbeddedPostgres(options, async (postgres) => {
    const client = new pg.Client({ connectionString: postgres.applicationUrl })
    await client.connect()
    return client
  })
  t.strictSame((await other.query('SELECT 1 AS one')).rows, [{ one: 1 }])
  await other.end()
  t.ok(await connectToEmbeddedPostgres(dataDir))
})

t.test('as root below a folder closed to others', { skip: isRoot ? false : 'not root' }, async (t) => {
  const closed = await mkdtemp(join(homedir(), 'encumbra-closed-'))
  t.teardown(() => rm(closed, { recursive: true, force: true }))
  await chmod(closed, 0o700)
  const dataDir = await dataFolder(t, closed)
  const lines: string[] = []
  const first = await start(t, dataDir, lines)
  t.notOk(first.clusterDir.startsWith(closed))
  t.match(lines, [first.clusterDir], 'the log says where')
  t.equal((await readClusterRecord(dataDir))?.clusterDir, first.clusterDir)
  await keep(first, '丁')
  await first.stop()
  const second = await start(t, dataDir)
  t.strictSame([second.clusterDir, second.fresh], [first.clusterDir, false])
  t.strictSame(await rows(second), [{ name: '丁' }])
})

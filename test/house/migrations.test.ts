import { execFile } from 'node:child_process'
import { resolve } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import t from 'tap'
import { projectRoot } from '../../src/config.ts'
import { createDatabase } from '../helpers/cluster.ts'
import { filesBelow, textOf } from '../helpers/source-files.ts'
import { CHECKSUMS, migrationChecksums, schemaFile } from '../helpers/written-files.ts'

const PROCESSES = 3
const names = filesBelow('sql/migrations', /\.sql$/).map((path) => path.slice('sql/migrations/'.length, -'.sql'.length))

t.test('a merged migration is frozen', async (t) => {
  t.same(migrationChecksums(), textOf(CHECKSUMS).trim().split('\n'), 'each file is what it was when it was added')
})

t.test('migrations are numbered without a gap', async (t) => {
  t.same(
    names.map((name) => name.slice(0, 4)),
    names.map((_, at) => String(at + 1).padStart(4, '0')),
  )
  t.same(
    names.filter((name) => !/^\d{4}-[a-z0-9]+(-[a-z0-9]+)*$/.test(name)),
    [],
  )
})

t.test('several processes migrate an empty database at once', async (t) => {
  const other = await createDatabase()
  const name = `${new URL(other.url).pathname.slice(1)}_empty`
  const superuser = new pg.Client({ connectionString: other.superuserUrl })
  await superuser.connect()
  t.teardown(async () => {
    await superuser.query(`drop database if exists ${name} with (force)`)
    await superuser.end()
    await other.drop()
  })
  await superuser.query(`create database ${name} owner registry_owner`)
  const runs = await Promise.all(Array.from({ length: PROCESSES }, () => migrate(inDatabase(other.url, name))))
  const done = runs.flatMap(({ stdout }) => stdout.trim().split('\n')).filter((line) => line !== 'Up to date.')
  t.same(done.sort(), names, 'each migration ran once')
  t.equal((await migrate(inDatabase(other.url, name))).stdout, 'Up to date.\n', 'and never again')
  t.same(await schemaFile(inDatabase(other.superuserUrl, name)), await schemaFile(other.superuserUrl))
})

/** `npm run registry -- migrate` in a process of its own. Rejects when its exit code is not 0. */
function migrate(databaseUrl: string): Promise<{ stdout: string }> {
  const env = { PATH: process.env.PATH, DATABASE_URL: databaseUrl }
  return promisify(execFile)(process.execPath, [resolve(projectRoot, 'src/main.ts'), 'migrate'], { env })
}

function inDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${name}`
  return changed.href
}

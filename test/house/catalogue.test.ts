import pg from 'pg'
import t from 'tap'
import { addNotices } from '../../src/notices/add-notices.ts'
import { connectionConfig, type DatabaseRole } from '../../src/platform/database.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { png } from '../attachments/sample-files.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

/* What the database itself holds to, whatever the program does: asked of its catalogue, and tried. */
const appendOnly = [
  'filings',
  'filing_contents',
  'filing_attachments',
  'searches',
  'certificates',
  'audit_events',
  'notices',
]

/** Kysely's own, which notes there what was migrated. */
const notOurs = `relname not like 'kysely\\_%'`

t.test('the database', async (t) => {
  const register = await openRegister(t)
  await fillTables(register)

  t.test('the application role may not change what is append-only', async (t) => {
    const { rows } = await register.sql(
      `select c.relname as name, p.privilege from pg_class c, unnest(array['UPDATE', 'DELETE', 'TRUNCATE']) p(privilege)
       where c.oid = any($1::regclass[]) and has_table_privilege('registry_app', c.oid, p.privilege)`,
      [appendOnly],
    )
    t.same(rows, [])
    const columns = await register.sql(
      `select c.relname, a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid
       where c.oid = any($1::regclass[]) and a.attnum > 0 and has_column_privilege('registry_app', c.oid, a.attnum, 'UPDATE')`,
      [appendOnly],
    )
    t.same(columns.rows, [], 'nor one column of it')
  })

  t.test('and when it is tried, the application and even the owner are refused', async (t) => {
    const app = await connect(t, register, 'registry_app')
    const owner = await connect(t, register, 'registry_owner')
    for (const table of appendOnly) {
      const before = await contentOf(register, table)
      t.ok(before.count > 0, `there is a row in ${table}`)
      const column = before.column
      for (const statement of [
        `update ${table} set ${column} = ${column}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await t.rejects(app.query(statement), { code: '42501' }, `application: ${statement}`)
        await t.rejects(owner.query(statement), { code: '23001' }, `owner: ${statement}`)
      }
      t.same(await contentOf(register, table), before, `${table} is as it was`)
    }
  })

  t.test('every table says what it is for', async (t) => {
    const { rows } = await register.sql(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
         and ${notOurs} and obj_description(oid, 'pg_class') is null`,
    )
    t.same(rows, [])
  })

  t.test('roles have what they need and no more', async (t) => {
    const { rows } = await register.sql(
      `select rolname, rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls, rolcanlogin from pg_roles
       where rolname in ('encumbra_login', 'registry_app', 'registry_owner') order by rolname`,
    )
    const none = {
      rolsuper: false,
      rolcreatedb: false,
      rolcreaterole: false,
      rolreplication: false,
      rolbypassrls: false,
    }
    t.same(rows, [
      { rolname: 'encumbra_login', ...none, rolcanlogin: true },
      { rolname: 'registry_app', ...none, rolcanlogin: false },
      { rolname: 'registry_owner', ...none, rolcanlogin: false },
    ])
    const app = await connect(t, register, 'registry_app')
    for (const statement of [
      'create table mine (a int)',
      'alter table filings disable trigger filings_append_only',
      'alter table filings drop constraint filings_pkey',
      'drop table filings',
      'create or replace function refuse_change() returns trigger language sql as $$ select $$',
    ]) {
      await t.rejects(app.query(statement), { code: '42501' }, statement)
    }
    // PostgreSQL answers a grant of what one may not grant with a warning, so its effect is looked at.
    await app.query('grant update, delete on filings to registry_app')
    await t.rejects(app.query('update filings set actor = 0'), { code: '42501' }, 'it could not help itself to a right')
  })

  t.test('a derived row ends, and is not otherwise changed', async (t) => {
    const app = await connect(t, register, 'registry_app')
    for (const table of ['registrations', 'debtor_keys', 'asset_keys', 'modification_codes']) {
      await t.rejects(app.query(`update ${table} set registration = 1`), { code: '42501' }, table)
      await t.rejects(app.query(`delete from ${table}`), { code: '42501' }, table)
    }
  })
})

/** One filing, one search, one certificate of each, through the API, and a notice. */
async function fillTables(register: TestRegister): Promise<void> {
  const upload = await register.call('operator', {
    method: 'POST',
    url: '/api/v1/attachments',
    headers: { 'content-type': 'image/png' },
    payload: png(),
  })
  const attachments = [{ sha256: upload.json().sha256 }]
  const answers = [
    await register.call('operator', {
      method: 'POST',
      url: '/api/v1/registrations',
      payload: { ...(formOf('factoring')!.example as object), attachments },
    }),
    await register.call('searcher', {
      method: 'POST',
      url: '/api/v1/searches',
      payload: { by: 'organizationName', name: '无此公司', purpose: 'other_lawful' },
    }),
  ]
  for (const answer of answers) {
    const { links } = answer.json()
    if (answer.statusCode !== 201) throw new Error(answer.body)
    await register.call(undefined, { url: links.verification })
  }
  await addNotices(register.deps.pool, [
    { account: register.people.operator.account, kind: 'code_to_collect', details: {}, source: 'test' },
  ])
}

async function contentOf(
  register: TestRegister,
  table: string,
): Promise<{ count: number; hash: string; column: string }> {
  const { rows } = await register.sql(
    `select count(*)::int as count, md5(string_agg(t::text, '' order by t::text)) as hash,
       (select attname::text from pg_attribute where attrelid = '${table}'::regclass and attnum = 2) as column
     from ${table} t`,
  )
  return rows[0]
}

/** As the application's login, under one of its roles: the way every process of the register connects. */
async function connect(
  t: { teardown(end: () => Promise<void>): void },
  register: TestRegister,
  role: DatabaseRole,
): Promise<pg.Client> {
  const client = new pg.Client(connectionConfig(register.database.url, { role, applicationName: 'house' }))
  await client.connect()
  t.teardown(() => client.end())
  return client
}

import { randomUUID } from 'node:crypto'
import pg from 'pg'
import t from 'tap'
import { connectionConfig } from '../../src/platform/database.ts'
import { age, asSuperuser, type Body, openAged } from '../retention/aged-register.ts'

/*
 * What the database itself holds to when content is to be destroyed, whatever the program does: nothing goes but what
 * ended more than fifteen years ago, is not held, and was approved by two registrars.
 */
t.test('destroy_registration refuses by itself what is not due', async (t) => {
  const aged = await openAged(t)
  const { register, file, act, both, call, sequenceOf } = aged
  const { registrar, secondRegistrar, operator } = register.people
  const filed = {
    ended: await file(),
    held: await file(),
    reinstated: await file({ termMonths: 240 }),
    partRevoked: await file({ termMonths: 240 }),
    renewed: await file(),
    inEffect: await file({ termMonths: 240 }),
    incomplete: await file(),
  }
  for (const name of ['ended', 'held', 'reinstated'] as const)
    await act(filed[name], 'discharges', { reason: 'debt_extinguished' })
  await both(filed.reinstated, 'reinstatements', { reason: 'wrongful_discharge', statement: '误注销' })
  await both(filed.partRevoked, 'revocations', {
    scope: 'part',
    document: { issuer: '法院', number: '1', issuedOn: '2026-11-03' },
    applicant: '承租人',
    changes: [{ type: 'release_collateral', description: '一台设备' }],
  })
  await act(filed.renewed, 'renewals', { additionalMonths: 60 })
  await call('registrar', 'POST', `/api/v1/registrations/${filed.held.registrationNumber}/legal-holds`, {
    reason: '另案审理',
  })
  await age(register, 17)
  const young = await file()
  await act(young, 'discharges', { reason: 'debt_extinguished' })
  await asSuperuser(register, `delete from filing_contents where sequence = ${await sequenceOf(filed.incomplete)}`)

  /** A decision as a superuser writes it, with votes of these users. */
  const decide = async (of: Body, voters: number[], more: { kind?: string; vote?: string; ends?: string } = {}) => {
    const { kind = 'destruction', vote = 'approve', ends = '1 day' } = more
    const decision = randomUUID()
    await register.sql(
      `insert into decisions (decision, kind, registration, content, content_sha256, ends_at)
       values ($1, $2, $3, '{}', sha256(''), clock_timestamp() + $4::interval)`,
      [decision, kind, await sequenceOf(of), ends],
    )
    for (const [at, voter] of voters.entries()) {
      await register.sql('insert into decision_votes (decision, place, user_id, vote) values ($1, $2, $3, $4)', [
        decision,
        at + 1,
        voter,
        at === 0 ? 'approve' : vote,
      ])
    }
    return decision
  }
  const two = [registrar.userId, secondRegistrar.userId]
  const app = await connect(t, register.database.url, 'registry_app')
  const owner = await connect(t, register.database.url, 'registry_owner')
  const destroy = async (of: Body, decision: string) =>
    app.query('select destroy_registration($1, $2) as done', [await sequenceOf(of), decision])

  const refusals: [string, Body, string, string][] = [
    ['ended less than fifteen years ago', young, await decide(young, two), 'retention_not_over'],
    ['in effect', filed.inEffect, await decide(filed.inEffect, two), 'retention_not_over'],
    ['reinstated', filed.reinstated, await decide(filed.reinstated, two), 'retention_not_over'],
    ['a part of it revoked', filed.partRevoked, await decide(filed.partRevoked, two), 'retention_not_over'],
    ['expired, but later than it was first to', filed.renewed, await decide(filed.renewed, two), 'retention_not_over'],
    ['a content is missing', filed.incomplete, await decide(filed.incomplete, two), 'retention_not_over'],
    ['held', filed.held, await decide(filed.held, two), 'legal_hold_stands'],
    ['no decision', filed.ended, randomUUID(), 'destruction_not_approved'],
    ['no vote', filed.ended, await decide(filed.ended, []), 'destruction_not_approved'],
    ['one vote', filed.ended, await decide(filed.ended, [registrar.userId]), 'destruction_not_approved'],
    ['one against', filed.ended, await decide(filed.ended, two, { vote: 'reject' }), 'destruction_not_approved'],
    [
      'one is no registrar',
      filed.ended,
      await decide(filed.ended, [registrar.userId, operator.userId]),
      'destruction_not_approved',
    ],
    ['over', filed.ended, await decide(filed.ended, two, { ends: '-1 day' }), 'destruction_not_approved'],
    [
      'of another kind',
      filed.ended,
      await decide(filed.ended, two, { kind: 'revocation' }),
      'destruction_not_approved',
    ],
    ['of another registration', filed.ended, await decide(filed.held, two), 'destruction_not_approved'],
  ]
  const before = await contents(register)
  for (const [name, of, decision, constraint] of refusals) {
    await t.rejects(destroy(of, decision), { code: '23001', constraint }, name)
    await t.rejects(
      owner.query(
        `insert into destructions (decision, registration, row_counts, sha256, complete, first_user, second_user, at,
           transaction) values ($1, $2, '{}', sha256(''), true, 1, 2, now(), '1')`,
        [decision, await sequenceOf(of)],
      ),
      { code: '23001', constraint },
      `the owner cannot log it either: ${name}`,
    )
  }
  t.same(await contents(register), before, 'nothing went')

  await t.test('only in the transaction that logs it, and only of what it names', async (t) => {
    const decision = await decide(filed.ended, two)
    const [own, other] = [await sequenceOf(filed.ended), await sequenceOf(filed.held)]
    await owner.query('begin')
    await owner.query(
      `insert into destructions (decision, registration, row_counts, sha256, complete, first_user, second_user, at,
         transaction) values ($1, $2, '{}', sha256(''), true, 1, 2, now(), '1')`,
      [decision, own],
    )
    await owner.query('savepoint before_delete')
    await t.rejects(owner.query('delete from filing_contents where sequence in ($1, $2)', [own, other]), {
      code: '23001',
    })
    await owner.query('rollback to before_delete')
    await t.rejects(owner.query(`update filing_contents set content = '' where sequence = $1`, [own]), {
      code: '23001',
    })
    await owner.query('rollback to before_delete')
    await t.rejects(
      owner.query(
        `insert into destroyed_certificates (number, kind, issued_at) values ($1, 'registration_certificate', now())`,
        [filed.held.registrationNumber],
      ),
      { code: '23001' },
    )
    await owner.query('rollback')
    t.same(await contents(register), before)
  })

  await t.test('an isolation that does not see what was committed meanwhile is refused', async (t) => {
    const decision = await decide(filed.ended, two)
    await app.query('begin isolation level repeatable read')
    await t.rejects(destroy(filed.ended, decision), /read committed/)
    await app.query('rollback')
  })

  await t.test('what is due goes, once; its log stays', async (t) => {
    const decision = await decide(filed.ended, two)
    t.equal((await destroy(filed.ended, decision)).rows[0].done, true)
    t.equal((await destroy(filed.ended, decision)).rows[0].done, false)
    const gone = [await sequenceOf(filed.ended)]
    t.same(
      (await contents(register)).filter((each) => gone.includes(each)),
      [],
    )
    for (const table of ['destructions', 'destroyed_certificates', 'legal_holds', 'decisions', 'decision_votes']) {
      const { rows } = await register.sql(
        `select attname::text as name from pg_attribute where attrelid = '${table}'::regclass and attnum = 2`,
      )
      const { rows: some } = await register.sql(`select count(*)::int as n from ${table}`)
      t.ok(some[0].n > 0, table)
      for (const statement of [
        `update ${table} set ${rows[0].name} = ${rows[0].name}`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        await t.rejects(app.query(statement), { code: '42501' }, `application: ${statement}`)
        await t.rejects(owner.query(statement), { code: '23001' }, `owner: ${statement}`)
      }
    }
    await t.rejects(app.query(`insert into destructions default values`), { code: '42501' })
    await t.rejects(app.query(`insert into destroyed_certificates values ('1', '', now(), null)`), { code: '42501' })
  })
})

t.test('a certificate that is frozen at the same moment does not outlive its registration', async (t) => {
  const { register, file, act, sequenceOf } = await openAged(t)
  const filed = await file()
  await act(filed, 'discharges', { reason: 'debt_extinguished' })
  await age(register, 17)
  const sequence = await sequenceOf(filed)
  const decision = randomUUID()
  await register.sql(
    `insert into decisions (decision, kind, registration, content, content_sha256, ends_at)
     values ($1, 'destruction', $2, '{}', sha256(''), clock_timestamp() + interval '1 day')`,
    [decision, sequence],
  )
  for (const [at, who] of (['registrar', 'secondRegistrar'] as const).entries())
    await register.sql(`insert into decision_votes (decision, place, user_id, vote) values ($1, $2, $3, 'approve')`, [
      decision,
      at + 1,
      register.people[who].userId,
    ])
  const [one, two] = [
    await connect(t, register.database.url, 'registry_app'),
    await connect(t, register.database.url, 'registry_app'),
  ]
  const freeze = (client: pg.Client) =>
    client.query(
      `insert into certificates (number, kind, issued_at, facts, facts_sha256)
       values ($1, 'registration_certificate', now(), 'x', sha256('x')) on conflict do nothing`,
      [filed.registrationNumber],
    )
  await one.query('begin')
  t.equal((await freeze(one)).rowCount, 1)
  let done = false
  const destroyed = two.query('select destroy_registration($1, $2) as done', [sequence, decision]).then((answer) => {
    done = true
    return answer
  })
  await new Promise((resolve) => setTimeout(resolve, 300))
  t.notOk(done, 'the destruction waits for what is being frozen')
  await one.query('commit')
  t.equal((await destroyed).rows[0].done, true)
  t.equal((await freeze(one)).rowCount, 0, 'and afterwards nothing is frozen')
  t.same((await register.sql('select number from certificates')).rows, [])
  const { rows } = await register.sql('select facts_sha256 from destroyed_certificates where number = $1', [
    filed.registrationNumber,
  ])
  t.ok(rows[0].facts_sha256, 'its hash stays')
})

t.test('who may call the functions of destruction, and with which names they look', async (t) => {
  const { register } = await openAged(t)
  const { rows } = await register.sql(
    `select proname::text as name, prosecdef as definer, proowner::regrole::text as owner, proconfig as config,
       has_function_privilege('registry_app', oid, 'execute') as app,
       exists (select from aclexplode(proacl) where grantee = 0) as public
     from pg_proc where proname in ('destroy_registration', 'destroy_searches') order by proname`,
  )
  const expected = {
    definer: true,
    owner: 'registry_owner',
    config: ['search_path=pg_catalog, public, pg_temp'],
    app: true,
    public: false,
  }
  t.same(rows, [
    { name: 'destroy_registration', ...expected },
    { name: 'destroy_searches', ...expected },
  ])
  const definers = await register.sql(
    `select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
       and proname not in ('destroy_registration', 'destroy_searches')`,
  )
  t.same(definers.rows, [], 'no other function lends its owner’s rights')
})

t.test('every table that knows a registration is cleared of it', async (t) => {
  const { register } = await openAged(t)
  const { rows } = await register.sql(
    `select distinct c.relname::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not a.attisdropped
       and a.attname in ('registration', 'registration_number', 'filing_number', 'sequence') order by 1`,
  )
  const { rows: source } = await register.sql(
    `select pg_get_functiondef('destroy_registration'::regproc)::text as text`,
  )
  // What stays: the filings with number and hash, the log itself, and how far each follower of the order has come.
  const stays = ['destructions', 'filings', 'followers']
  const forgotten = rows
    .map(({ name }) => name as string)
    .filter((name) => !stays.includes(name))
    .filter((name) => !new RegExp(`(delete from|update) ${name}\\b`).test(source[0].text))
  t.same(forgotten, [], 'destroy_registration deletes or empties them: a new table goes into a new version of it')
})

t.test('destroy_searches takes no record that is younger, and none of a held registration', async (t) => {
  const { register, file, call, search, sequenceOf } = await openAged(t)
  const held = await file()
  await call('registrar', 'POST', `/api/v1/registrations/${held.registrationNumber}/legal-holds`, { reason: '保全' })
  const kept = await search()
  const found = (
    await call('searcher', 'POST', '/api/v1/searches', { by: 'organizationName', name: '无此公司', purpose: 'dispute' })
  ).json()
  const check = async (identifier: string) =>
    (await call('searcher', 'POST', '/api/v1/overlap-checks', { purpose: 'dispute', lines: [{ identifier }] })).json()
  const [keptCheck, goneCheck] = [await check('VMC850U-20260211-07'), await check('NO-1')]
  t.same([keptCheck.summary.exact, goneCheck.summary.exact], [1, 0])
  await age(register, 16)
  const young = await search()
  t.ok(kept.matches.length === 1 && (await sequenceOf(held)) === 1)
  const decide = async (before: string) => {
    const decision = randomUUID()
    await register.sql(
      `insert into decisions (decision, kind, registration, content, content_sha256, ends_at)
       values ($1, 'search_destruction', null, $2, sha256(''), clock_timestamp() + interval '1 day')`,
      [decision, JSON.stringify({ searchedBefore: before })],
    )
    for (const [place, who] of (['registrar', 'secondRegistrar'] as const).entries())
      await register.sql(`insert into decision_votes (decision, place, user_id, vote) values ($1, $2, $3, 'approve')`, [
        decision,
        place + 1,
        register.people[who].userId,
      ])
    return decision
  }
  const app = await connect(t, register.database.url, 'registry_app')
  const owner = await connect(t, register.database.url, 'registry_owner')
  const tooLate = await decide(new Date().toISOString())
  await t.rejects(app.query('select destroy_searches($1, 10)', [tooLate]), {
    code: '23001',
    constraint: 'retention_not_over',
  })
  await t.rejects(owner.query('delete from searches'), { code: '23001' })
  await t.rejects(owner.query('delete from overlap_checks'), { code: '23001' })
  // As a certificate in parts leaves them.
  await call(undefined, 'GET', found.links.verification)
  for (const { searchNumber } of [found, young]) {
    await app.query(
      `with asked as (insert into certificate_preparations (search_number, parts) values ($1, 1) returning search_number),
         pieces as (insert into certificate_matches values ($1, 0, 1, 0, '', sha256('')))
       insert into certificate_parts (search_number, part, pdf, sha256) select search_number, 1, '', sha256('') from asked`,
      [searchNumber],
    )
  }
  await t.rejects(owner.query('delete from certificate_matches'), { code: '23001' }, 'frozen matches stay')
  const { rows: moment } = await register.sql(`select (now() - interval '15 years 2 days')::text as before`)
  const decision = await decide(moment[0].before)
  t.equal((await app.query('select destroy_searches($1, 10) as n', [decision])).rows[0].n, 2)
  t.equal((await app.query('select destroy_searches($1, 10) as n', [decision])).rows[0].n, 0)
  const { rows } = await register.sql('select search_number from searches order by searched_at')
  t.same(
    rows.map((each) => each.search_number),
    [kept.searchNumber, young.searchNumber],
    'the held one’s and the young one stay',
  )
  for (const table of ['certificate_matches', 'certificate_preparations', 'certificate_parts']) {
    const left = await register.sql(`select search_number from ${table}`)
    t.same(left.rows, [{ search_number: young.searchNumber }], `${table}: what is of the record goes with it`)
  }
  t.match((await call(undefined, 'GET', found.links.verification)).json(), { genuine: true, destroyed: true })
  t.match((await call(undefined, 'GET', goneCheck.links.verification)).json(), { genuine: true, destroyed: true })
  t.equal((await call('searcher', 'GET', goneCheck.links.self)).statusCode, 404)
  t.equal((await call('searcher', 'GET', keptCheck.links.self)).statusCode, 200, 'the held one’s stays')
})

/** The sequences whose content is there. */
async function contents(register: { sql(text: string): Promise<pg.QueryResult> }): Promise<number[]> {
  const { rows } = await register.sql('select sequence from filing_contents order by sequence')
  return rows.map(({ sequence }) => Number(sequence))
}

async function connect(
  t: { teardown(end: () => Promise<void>): void },
  url: string,
  role: 'registry_app' | 'registry_owner',
): Promise<pg.Client> {
  const client = new pg.Client(connectionConfig(url, { role, applicationName: 'house' }))
  await client.connect()
  t.teardown(() => client.end())
  return client
}

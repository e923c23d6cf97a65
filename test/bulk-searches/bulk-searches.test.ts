import fc from 'fast-check'
import t from 'tap'
import { RUNNING_MAX_PER_ACCOUNT } from '../../src/bulk-searches/bulk-search.ts'
import { forgetBulkSearches } from '../../src/bulk-searches/bulk-search-store.ts'
import { searchChunk } from '../../src/bulk-searches/search-lines.ts'
import { isWellFormedNumber } from '../../src/platform/numbers.ts'
import { codeOf, openListed, PERSON, type Result } from './listed-register.ts'

const purpose = 'before_transaction'
const byName = (name: string, more: object = {}) => ({ by: 'organizationName', name, ...more })

t.test('POST /api/v1/bulk-searches', async (t) => {
  const { register, file, filePerson, post, start, get, results, run, whole } = await openListed(t)
  const one = await file('北京一号机械有限公司', 1)
  await file('北京一号机械有限公司', 1)
  const person = await filePerson('王强', PERSON)

  t.test('each line is a certified search of its own, all as of one moment, in the order of the list', async (t) => {
    const { list, results } = await whole([
      byName('北京一号机械（集团）有限公司', { reference: 'A-1' }),
      byName('北京一号机械有限公司', { reference: 'A-2' }),
      { by: 'organizationIdentifier', scheme: 'uscc', value: codeOf(1) },
      { by: 'individualId', scheme: 'resident_id', value: PERSON },
      { by: 'registrationNumber', value: one.registrationNumber },
      byName('无名公司', { identifier: { scheme: 'uscc', value: codeOf(1) } }),
    ])
    t.match(list, { state: 'ended', total: 6, done: 6, found: 5, nothingFound: 1, refused: 0, purpose })
    t.same(
      results.map(({ line, state, matchCount, reference }) => [line, state, matchCount, reference]),
      [
        [1, 'nothing_found', 0, 'A-1'],
        [2, 'found', 2, 'A-2'],
        [3, 'found', 2, undefined],
        [4, 'found', 1, undefined],
        [5, 'found', 1, undefined],
        [6, 'found', 2, undefined],
      ],
    )
    for (const { asOf, searchNumber } of results) {
      t.same(asOf, list.asOf)
      t.ok(isWellFormedNumber(searchNumber!))
    }
    const search = await get(results[3]!.links!.search)
    t.equal(search.matches[0].registrationNumber, person.registrationNumber)
    t.same(search.asOf, list.asOf)
    t.equal(search.purpose, purpose)
    const certificate = await register.call('operator', { method: 'GET', url: results[0]!.links!.certificate })
    t.equal(certificate.statusCode, 200)
    t.equal(certificate.headers['content-type'], 'application/pdf')
  })

  t.test('the answer says at once what the list is, and nothing is searched before the job runs', async (t) => {
    const answer = await post({ purpose, searches: [byName('甲公司'), byName('乙公司')] })
    t.equal(answer.statusCode, 202)
    const list = answer.json()
    t.equal(answer.headers.location, list.links.self)
    t.match(list, { state: 'waiting', total: 2, done: 0, found: 0, nothingFound: 0, refused: 0 })
    t.notOk('asOf' in list)
    t.same(
      (await results(list)).map(({ state, query }) => [state, query?.name]),
      [
        ['not_searched', '甲公司'],
        ['not_searched', '乙公司'],
      ],
    )
    await run()
    t.equal((await get(list.links.self)).state, 'ended')
  })

  t.test('a line that is wrong is refused by itself and says why; the others are searched', async (t) => {
    const wrong: [object, string, string][] = [
      [{ by: 'organizationName' }, 'field_missing', '/name'],
      [{ name: '甲公司' }, 'field_missing', '/by'],
      [{ by: 'telephone', value: '1' }, 'value_not_allowed', ''],
      [byName('甲'.repeat(201)), 'text_too_long', '/name'],
      [byName('（）'), 'name_not_searchable', '/name'],
      [byName('甲\ue000公司'), 'name_character_not_allowed', '/name'],
      [byName('甲\ud800'), 'bulk_line_damaged', ''],
      [byName('甲\u0000'), 'bulk_line_damaged', ''],
      [byName('甲公司', { asOf: { sequence: 1 } }), 'field_unknown', '/asOf'],
      [byName('甲公司', { purpose: 'dispute' }), 'field_unknown', '/purpose'],
      [byName('甲公司', { colour: 'red' }), 'field_unknown', '/colour'],
      [byName('甲公司', { reference: 7 }), 'bulk_reference_wrong', '/reference'],
      [byName('甲公司', { reference: 'x'.repeat(101) }), 'bulk_reference_wrong', '/reference'],
      [
        { by: 'individualId', scheme: 'resident_id', value: '110105194912310021' },
        'identifier_check_character_wrong',
        '/value',
      ],
      [{ by: 'individualId', scheme: 'uscc', value: codeOf(1) }, 'identifier_scheme_of_other_kind', '/scheme'],
      [
        byName('甲公司', { identifier: { scheme: 'uscc', value: '1' } }),
        'identifier_length_wrong',
        '/identifier/value',
      ],
      [{ by: 'registrationNumber', value: '12345' }, 'number_mistyped', '/value'],
      [{ by: 'assetIdentifier', value: '——' }, 'asset_identifier_not_searchable', '/value'],
    ]
    const lines = [byName('北京一号机械有限公司'), ...wrong.map(([line]) => line), byName('没有这家公司')]
    const { list, results } = await whole(lines)
    t.match(list, { state: 'ended', total: lines.length, found: 1, nothingFound: 1, refused: wrong.length })
    t.equal(results[0]!.state, 'found')
    t.equal(results.at(-1)!.state, 'nothing_found')
    for (const [at, [line, code, pointer]] of wrong.entries()) {
      const said = results[at + 1]!
      t.equal(said.state, 'refused', JSON.stringify(line))
      t.same([said.errors?.[0]?.code, said.errors?.[0]?.pointer], [code, pointer], JSON.stringify(line))
      t.notOk(said.searchNumber)
    }
  })

  t.test('a list of which every line is refused ends at once', async (t) => {
    const list = await start([byName('（）'), {}])
    t.match(list, { state: 'ended', total: 2, done: 2, refused: 2 })
    t.equal(await searchChunk(register.deps), false, 'nothing waits')
  })

  t.test('a list that is malformed as a whole is refused, and nothing is begun', async (t) => {
    const before = await register.sql('select count(*) from bulk_searches')
    const cases: [object, number, string][] = [
      [{ purpose, searches: [] }, 422, 'too_few'],
      [{ purpose, searches: Array(10_001).fill(byName('甲')) }, 422, 'too_many'],
      [{ purpose, searches: ['甲'] }, 422, 'field_type_wrong'],
      [{ searches: [byName('甲')] }, 422, 'field_missing'],
      [{ purpose: 'curiosity', searches: [byName('甲')] }, 422, 'value_not_allowed'],
      [{ purpose, searches: [byName('甲')], colour: 1 }, 422, 'field_unknown'],
      [{ purpose, searches: [byName('甲')], callbackUrl: 'ftp://example.org/' }, 422, 'callback_url_wrong'],
    ]
    for (const [body, status, code] of cases) {
      const answer = await post(body)
      t.equal(answer.statusCode, status, code)
      t.equal(answer.json().errors[0].code, code)
    }
    t.same((await register.sql('select count(*) from bulk_searches')).rows, before.rows)
  })

  t.test('lines that ask the same are searched once and told each', async (t) => {
    const before = await register.sql('select count(*)::int as n from searches')
    const { list, results } = await whole([
      byName('北京一号机械有限公司', { reference: '1' }),
      byName('别的公司'),
      { name: '北京一号机械有限公司', by: 'organizationName', reference: '3' },
      byName('北京一号机械有限公司'),
      byName('（）'),
      byName('（）'),
    ])
    const after = await register.sql('select count(*)::int as n from searches')
    t.equal(after.rows[0].n - before.rows[0].n, 2)
    t.match(list, { total: 6, done: 6, found: 3, nothingFound: 1, refused: 2 })
    t.same(
      results.map(({ sameAsLine, matchCount, reference, state }) => [state, matchCount, sameAsLine, reference]),
      [
        ['found', 2, undefined, '1'],
        ['nothing_found', 0, undefined, undefined],
        ['found', 2, 1, '3'],
        ['found', 2, 1, undefined],
        ['refused', undefined, undefined, undefined],
        ['refused', undefined, undefined, undefined],
      ],
    )
    t.equal(results[2]!.searchNumber, results[0]!.searchNumber)
  })

  t.test('sent twice with one key it is one list; with another body it is refused', async (t) => {
    const body = { purpose, searches: [byName('重复提交的公司')], callbackUrl: 'https://example.org/done' }
    const headers = { 'idempotency-key': 'bulk-1' }
    const first = await post(body, 'operator', headers)
    const second = await post(body, 'operator', headers)
    t.equal(second.headers['idempotency-replayed'], 'true')
    t.same(second.json(), first.json(), 'with its secret')
    t.match(first.json().callbackSecret, /^[0-9a-f]{64}$/)
    const other = await post({ ...body, purpose: 'dispute' }, 'operator', headers)
    t.equal(other.json().code, 'idempotency_key_reused')
    const { rows } = await register.sql(
      `select count(*)::int as n from bulk_search_lines where query ->> 'name' = $1`,
      ['重复提交的公司'],
    )
    t.equal(rows[0].n, 1)
    await run()
    t.notOk('callbackSecret' in (await get(first.json().links.self)), 'the secret is told once')
  })

  t.test('a list is its maker’s own; the registrar sees it and acts on none', async (t) => {
    const { list } = await whole([byName('北京一号机械有限公司')], {}, 'searcher')
    for (const who of ['operator', 'administrator', 'court'] as const)
      for (const url of [list.links.self, list.links.results, list.links.resultsCsv])
        t.equal((await register.call(who, { method: 'GET', url })).statusCode, 404, `${who} ${url}`)
    t.equal((await register.call('registrar', { method: 'GET', url: list.links.results })).statusCode, 200)
    t.equal((await register.call('registrar', { method: 'POST', url: list.links.cancellations })).statusCode, 404)
    t.equal((await register.call(undefined, { method: 'GET', url: list.links.self })).statusCode, 401)
    const mistyped = `${list.links.self.slice(0, -1)}${(Number(list.links.self.at(-1)) + 1) % 10}`
    t.equal((await register.call('searcher', { method: 'GET', url: mistyped })).json().code, 'number_mistyped')
    const own = await get('/api/v1/bulk-searches', 'searcher')
    t.same(
      own.bulkSearches.map((each: { bulkSearchNumber: string }) => each.bulkSearchNumber),
      [list.bulkSearchNumber],
    )
  })

  t.test('results in pages, narrowed by what came of the lines; own lists in pages', async (t) => {
    const lines = Array.from({ length: 25 }, (_, at) =>
      byName(at % 5 === 0 ? '北京一号机械有限公司' : `第 ${at} 家公司`),
    )
    const { list } = await whole(lines)
    const seen: number[] = []
    for (let url = `${list.links.results}?limit=10`; url; ) {
      const page = await get(url)
      seen.push(...page.results.map((each: Result) => each.line))
      url = page.next
    }
    t.same(
      seen,
      lines.map((_, at) => at + 1),
    )
    const found = await get(`${list.links.results}?state=found&limit=2`)
    t.same(
      found.results.map((each: Result) => each.line),
      [1, 6],
    )
    t.same(
      (await get(found.next)).results.map((each: Result) => each.line),
      [11, 16],
    )
    const newest = await get('/api/v1/bulk-searches?limit=1')
    t.equal(newest.bulkSearches[0].bulkSearchNumber, list.bulkSearchNumber)
    const older = await get(newest.next)
    t.not(older.bulkSearches[0].bulkSearchNumber, list.bulkSearchNumber)
    for (const query of ['?limit=0', '?limit=1001', '?state=lost', '?after=-1', '?colour=red'])
      t.equal(
        (await register.call('operator', { method: 'GET', url: list.links.results + query })).statusCode,
        422,
        query,
      )
  })

  t.test('with waitSeconds the answer comes at the end of the list, or when the wait is over', async (t) => {
    const list = await start([byName('等待的公司')])
    t.equal((await get(`${list.links.self}?waitSeconds=1`)).state, 'waiting')
    const waiting = get(`${list.links.self}?waitSeconds=30`)
    await run()
    t.equal((await waiting).state, 'ended')
    t.equal(
      (await register.call('operator', { method: 'GET', url: `${list.links.self}?waitSeconds=31` })).statusCode,
      422,
    )
  })

  t.test('an account has so many lists under way and no more, whoever of it sends them', async (t) => {
    const lists = []
    for (let at = 0; at < RUNNING_MAX_PER_ACCOUNT; at += 1) lists.push(await start([byName(`第 ${at} 份清单`)]))
    const answer = await post({ purpose, searches: [byName('多余的')] }, 'administrator')
    t.equal(answer.statusCode, 429)
    t.equal(answer.json().code, 'bulk_search_running')
    t.ok(Number(answer.headers['retry-after']) > 0)
    await start([byName('别的账户的')], {}, 'searcher')
    await register.call('operator', { method: 'POST', url: lists[0]!.links.cancellations })
    await start([byName('停止一份以后')])
    const full = await register.call('operator', { method: 'POST', url: lists[0]!.links.resumptions })
    t.equal(full.json().code, 'bulk_search_running', 'resuming counts too')
    await run()
  })

  t.test('personal data stands in a list only until it was searched, and the list is forgotten', async (t) => {
    const list = await start([{ by: 'individualId', scheme: 'resident_id', value: PERSON }])
    const rows = `select query from bulk_search_lines l join bulk_searches b using (bulk_search) where bulk_search_number = $1`
    t.equal((await register.sql(rows, [list.bulkSearchNumber])).rows[0].query.value, PERSON)
    await run()
    t.equal((await register.sql(rows, [list.bulkSearchNumber])).rows[0].query, null)
    const [line] = await results(list)
    t.equal(line!.query!.value, PERSON, 'its maker reads it in the record of the search')
    await register.sql(
      `update bulk_searches set ended_at = ended_at - interval '31 days' where bulk_search_number = $1`,
      [list.bulkSearchNumber],
    )
    await forgetBulkSearches(register.deps.pool, 30)
    t.equal((await register.call('operator', { method: 'GET', url: list.links.self })).statusCode, 404)
    t.equal((await register.sql(rows, [list.bulkSearchNumber])).rows.length, 0)
    t.equal((await get(line!.links!.search)).matchCount, 1, 'the search stays')
  })

  t.test('starting, stopping and resuming are in the audit', async (t) => {
    const list = await start([byName('留痕的公司')])
    await register.call('operator', { method: 'POST', url: list.links.cancellations })
    await register.call('operator', { method: 'POST', url: list.links.resumptions })
    await run()
    const { rows } = await register.sql(
      'select act, user_id::int from audit_events where subject = $1 order by event',
      [list.bulkSearchNumber],
    )
    const { userId } = register.people.operator
    t.same(rows, [
      { act: 'bulk_search.started', user_id: userId },
      { act: 'bulk_search.cancelled', user_id: userId },
      { act: 'bulk_search.resumed', user_id: userId },
    ])
  })
})

t.test('a list finds what single searches find', async (t) => {
  const { register, file, whole } = await openListed(t)
  const names = ['天津甲设备有限公司', '天津乙设备（集团）有限公司', 'Tianjin C Equipment Co., Ltd.']
  for (const [at, name] of names.entries()) for (let n = 0; n <= at; n += 1) await file(name, at + 1)
  const line = fc.oneof(
    fc
      .constantFrom(...names, '天津甲设备 有限公司', 'TIANJIN C EQUIPMENT CO.,LTD', '不存在公司')
      .map((name) => byName(name)),
    fc.integer({ min: 1, max: 4 }).map((n) => ({ by: 'organizationIdentifier', scheme: 'uscc', value: codeOf(n) })),
    fc
      .constantFrom(...names)
      .chain((name) =>
        fc.integer({ min: 1, max: 4 }).map((n) => byName(name, { identifier: { scheme: 'uscc', value: codeOf(n) } })),
      ),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 12 }), async (lines) => {
      const { results } = await whole(lines)
      for (const [at, query] of lines.entries()) {
        const payload = { purpose, ...query }
        const single = (await register.call('operator', { method: 'POST', url: '/api/v1/searches', payload })).json()
        const url = results[at]!.links!.search
        const listed = (await register.call('operator', { method: 'GET', url })).json()
        t.same(listed.matches, single.matches)
        t.same(listed.query, single.query)
        t.equal(results[at]!.matchCount, single.matchCount)
      }
    }),
    { numRuns: 15 },
  )
})

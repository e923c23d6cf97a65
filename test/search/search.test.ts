import type { Pool } from 'pg'
import t from 'tap'
import { makeUscc } from '../../src/parties/uscc.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { SearchGroup } from '../../src/search/search-group.ts'
import { searchLogic1 } from '../../src/search/search-logics.ts'
import { keysOf, type WantedKey } from '../../src/search/search-query.ts'
import { loadRegister } from '../bench/load-register.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Body = Record<string, any>

async function file(register: TestRegister, debtor: Body, more: Body = {}): Promise<Body> {
  const body = { ...structuredClone(formOf('chattel_mortgage')!.example), debtors: [debtor], ...more }
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload: body })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

function organization(name: string, serial: number, more: Body = {}): Body {
  return {
    kind: 'organization',
    name,
    identifier: { scheme: 'uscc', value: makeUscc(`91110108MA${String(serial).padStart(7, '0')}`) },
    address: { country: 'CN', division: '110108', line: '北京市海淀区一号' },
    representative: '王强',
    ...more,
  }
}

const search = (register: TestRegister, payload: Body, who: 'searcher' | 'operator' | 'registrar' = 'searcher') =>
  register.call(who, {
    method: 'POST',
    url: '/api/v1/searches',
    payload: { purpose: 'before_transaction', ...payload },
  })

const numbersOf = (answer: Body) => answer.matches.map((each: Body) => each.registrationNumber)

t.test('POST /api/v1/searches', async (t) => {
  const register = await openRegister(t)
  const name = '北京中科（集团）有限公司'
  const debtor = organization(name, 1)
  const first = await file(register, debtor)
  const second = await file(register, debtor)

  t.test('by name: exact under search logic 1, in order of rank', async (t) => {
    for (const typed of [
      name,
      '北京中科(集团)有限公司',
      ' 北京中科 （集团） 有限公司\n',
      '\ufeff北京中科【集团】有限公司',
    ]) {
      const answer = (await search(register, { by: 'organizationName', name: typed })).json()
      t.same(numbersOf(answer), [first.registrationNumber, second.registrationNumber], JSON.stringify(typed))
      t.same(
        answer.matches.map((each: Body) => each.rank),
        [1, 2],
      )
      t.same(answer.matches[0].matchedBy, ['organizationName'])
      t.ok(answer.asOf.sequence >= second.sequence)
      t.ok(answer.asOf.time >= second.filedAt)
      t.equal(answer.searchLogic, '1')
    }
    for (const typed of ['北京中科集团有限公司', '北京中科', '%', '北京中科（集团）有限责任公司', '_'.repeat(12)]) {
      const answer = await search(register, { by: 'organizationName', name: typed })
      if (answer.statusCode === 201) t.same(numbersOf(answer.json()), [], typed)
      else t.match(answer.json(), { status: 422, errors: [{ code: 'name_not_searchable', pointer: '/name' }] })
    }
  })

  t.test('by code, and by name and code together: the union, each saying how it was found', async (t) => {
    const renamed = await file(register, { ...debtor, name: '北京新科有限公司' })
    const value = debtor.identifier.value.toLowerCase()
    const byCode = (await search(register, { by: 'organizationIdentifier', scheme: 'uscc', value })).json()
    t.same(
      numbersOf(byCode),
      [first, second, renamed].map((each) => each.registrationNumber),
    )
    const union = (
      await search(register, {
        by: 'organizationName',
        name: '北京新科有限公司',
        identifier: { scheme: 'uscc', value },
      })
    ).json()
    t.same(
      union.matches.map((each: Body) => each.matchedBy.length),
      [1, 1, 2],
    )
  })

  t.test('an individual by identity number, in its old form too; the number is masked for searchers', async (t) => {
    const person = {
      kind: 'individual',
      name: '张三',
      identifier: { scheme: 'resident_id', value: '11010519491231002X' },
      address: { country: 'CN', line: '北京市朝阳区二号' },
    }
    const filed = await file(register, person)
    for (const value of ['11010519491231002X', '110105 1949 1231 002x', '110105491231002']) {
      const answer = (await search(register, { by: 'individualId', scheme: 'resident_id', value })).json()
      t.same(numbersOf(answer), [filed.registrationNumber], value)
      t.equal(answer.matches[0].debtors[0].identifier.value, '1101**********002X')
    }
    t.match((await search(register, { by: 'individualId', scheme: 'uscc', value: debtor.identifier.value })).json(), {
      status: 422,
    })
  })

  t.test('an individual business and a branch are found by owner and parent', async (t) => {
    const owner = { name: '李四', identifier: { scheme: 'resident_id', value: '11010519491231002X' } }
    const { name: _none, ...nameless } = organization('', 7)
    const shop = await file(register, { ...nameless, owner })
    t.ok(
      numbersOf((await search(register, { by: 'organizationName', name: '李四' })).json()).includes(
        shop.registrationNumber,
      ),
    )
    t.ok(
      numbersOf((await search(register, { by: 'individualId', ...owner.identifier })).json()).includes(
        shop.registrationNumber,
      ),
    )
    const parent = { name: '总部有限公司', identifier: { scheme: 'uscc', value: makeUscc('91110108MA0000099') } }
    const branch = await file(register, organization('总部有限公司上海分公司', 8, { parent }))
    t.same(numbersOf((await search(register, { by: 'organizationName', name: '总部有限公司' })).json()), [
      branch.registrationNumber,
    ])
  })

  t.test('by registration number; a mistyped one is told', async (t) => {
    const answer = (await search(register, { by: 'registrationNumber', value: first.registrationNumber })).json()
    t.same(numbersOf(answer), [first.registrationNumber])
    const mistyped = await search(register, { by: 'registrationNumber', value: '12345678901234567890' })
    t.match(mistyped.json(), { status: 422, code: 'number_mistyped' })
  })

  t.test('nothing found is a full result', async (t) => {
    const answer = (await search(register, { by: 'organizationName', name: '从未登记有限公司' })).json()
    t.same(answer.matches, [])
    t.ok(answer.asOf.sequence > 0)
    const again = (await register.call('searcher', { url: answer.links.self })).json()
    // Near matches are beside the facts, and computed when they are asked for.
    t.same(again, { ...answer, nearMatches: [], nearMatchesState: 'not_asked' })
    t.equal((await register.call('otherOperator', { url: answer.links.self })).statusCode, 404, 'not another’s')
    t.equal((await register.call('registrar', { url: answer.links.self })).statusCode, 200)
  })

  t.test('a recorded search states the same facts after later filings', async (t) => {
    const made = (await search(register, { by: 'organizationName', name })).json()
    await file(register, debtor)
    t.same((await register.call('searcher', { url: made.links.self })).json(), made)
    const now = (await search(register, { by: 'organizationName', name })).json()
    t.equal(now.matches.length, made.matches.length + 1)
  })

  t.test('as of an earlier moment, for those who may', async (t) => {
    const query = { by: 'organizationName', name }
    const asOf = { sequence: first.sequence }
    t.match((await search(register, { ...query, asOf })).json(), { status: 403, code: 'as_of_not_allowed' })
    const past = (await search(register, { ...query, asOf }, 'registrar')).json()
    t.same(numbersOf(past), [first.registrationNumber])
    t.equal(past.asOf.sequence, first.sequence)
    const byTime = (await search(register, { ...query, asOf: { time: first.filedAt } }, 'registrar')).json()
    t.same(numbersOf(byTime), [first.registrationNumber])
    const future = await search(register, { ...query, asOf: { sequence: 1_000_000 } }, 'registrar')
    t.match(future.json(), { status: 422, code: 'as_of_out_of_range' })
    for (const odd of [{ time: '0000-01-01T00:00:00Z' }, { time: '9999-12-31T23:59:59Z' }, { sequence: 2 ** 60 }]) {
      const answer = await search(register, { ...query, asOf: odd }, 'registrar')
      t.equal(answer.statusCode, 422, JSON.stringify(odd))
    }
    const elsewhere = (
      await search(register, { ...query, asOf: { time: first.filedAt.replace('Z', '+00:00') } }, 'registrar')
    ).json()
    t.same(elsewhere.asOf, byTime.asOf, 'another zone’s writing of the same moment')
    const own = (await search(register, query)).json()
    const again = (await search(register, { ...query, asOf: { sequence: own.asOf.sequence } })).json()
    t.same(numbersOf(again), numbersOf(own))
  })

  t.test('what cannot be searched is refused', async (t) => {
    const cases: [Body, string, string][] = [
      [{ by: 'organizationName', name: '' }, 'text_too_short', '/name'],
      [{ by: 'organizationName', name: '\u200b' }, 'name_not_searchable', '/name'],
      [{ by: 'organizationName', name: '甲\u0000乙' }, 'name_character_not_allowed', '/name'],
      [{ by: 'organizationName', name: '苏州\ufffd精密' }, 'name_character_not_allowed', '/name'],
      [{ by: 'organizationName', name: '苏州\ue000' }, 'name_character_not_allowed', '/name'],
      [{ by: 'organizationName', name: '甲\ud800' }, 'name_not_searchable', '/name'],
      [{ by: 'organizationName', name: '甲'.repeat(201) }, 'text_too_long', '/name'],
      [
        { by: 'organizationIdentifier', scheme: 'uscc', value: '91110108MA0000001X' },
        'identifier_check_character_wrong',
        '/value',
      ],
      [{ by: 'organizationIdentifier', scheme: 'sorcery', value: '1' }, 'identifier_scheme_unknown', '/value'],
      [{ by: 'organizationIdentifier', scheme: 'constructor', value: '1' }, 'identifier_scheme_unknown', '/value'],
      [{ by: 'organizationIdentifier', scheme: '__proto__', value: '1' }, 'identifier_scheme_unknown', '/value'],
      [{ by: 'assetIdentifier', value: '—' }, 'asset_identifier_not_searchable', '/value'],
      [{ by: 'guess', value: '1' }, 'value_not_allowed', ''],
      [{ by: 'organizationName', name, purpose: 'curiosity' }, 'value_not_allowed', '/purpose'],
    ]
    const before = await register.sql('select count(*) from searches')
    for (const [payload, code, pointer] of cases) {
      const answer = await search(register, payload)
      t.equal(answer.statusCode, 422, answer.body)
      t.match(answer.json().errors, [{ code, pointer }], JSON.stringify(payload))
    }
    t.same((await register.sql('select count(*) from searches')).rows, before.rows)
    t.equal((await register.call(undefined, { method: 'POST', url: '/api/v1/searches', payload: {} })).statusCode, 401)
  })

  t.test('a database that is away is a 503, never “nothing found”', async (t) => {
    const lost = await openRegister(t)
    await lost.sql(`update register_head set closed_at = clock_timestamp() - interval '1 day', last_filed_at = 'epoch'`)
    await lost.deps.sequencer.close()
    await lost.sql(`update register_head set closed_at = clock_timestamp() - interval '1 day', last_filed_at = 'epoch'`)
    const stale = await search(lost, { by: 'organizationName', name })
    t.match(stale.json(), { status: 503, code: 'order_not_closed' })
    await lost.sql('alter table debtor_keys rename to away')
    const broken = await search(lost, { by: 'organizationName', name })
    t.equal(broken.statusCode, 500)
    t.match(broken.json(), { code: 'internal_fault' })
  })
})

t.test('a long list of matches is answered whole, also beside others in one group', async (t) => {
  const register = await openRegister(t)
  const name = '上海万项设备租赁有限公司'
  await loadRegister(register.database.superuserUrl, { count: 450, debtor: name })
  const single = await file(register, organization('上海一项设备租赁有限公司', 77))
  const [long, short, none] = await Promise.all(
    [name, '上海一项设备租赁有限公司', '上海无项设备租赁有限公司'].map((each) =>
      search(register, { by: 'organizationName', name: each }),
    ),
  )
  const answer = long!.json()
  t.same(
    answer.matches.map(({ rank, sequence }: Body) => [rank, sequence]),
    Array.from({ length: 450 }, (_, at) => [at + 1, at + 1]),
  )
  t.same(numbersOf(short!.json()), [single.registrationNumber])
  t.same(numbersOf(none!.json()), [])
  const again = await register.call('searcher', { method: 'GET', url: `/api/v1/searches/${answer.searchNumber}` })
  t.same(again.json().matches, answer.matches)
})

t.test('a search that takes long does not hold up those that come after it', async (t) => {
  const register = await openRegister(t)
  await file(register, organization('北京快查有限公司', 78))
  const { pool, clock } = register.deps
  let asked = 0
  // The first statement waits for a lock that is let go only when the search after it was answered.
  const blocker = await pool.connect()
  await blocker.query('begin')
  await blocker.query('select pg_advisory_xact_lock(77)')
  const query = async (statement: object) => {
    asked += 1
    if (asked === 1) await pool.query('select pg_advisory_lock_shared(77), pg_advisory_unlock_shared(77)')
    return pool.query(statement as { text: string })
  }
  const searches = new SearchGroup({ query } as unknown as Pool, clock)
  const { userId, account } = register.people.searcher
  const wanted = (name: string) => {
    const body = { by: 'organizationName', name, purpose: 'before_transaction' } as const
    const keys = keysOf(body, '2026-11-22', searchLogic1) as WantedKey[]
    return {
      keys,
      logic: '1',
      query: { by: body.by, name },
      purpose: body.purpose,
      actor: userId,
      account,
      network: undefined,
    }
  }
  const slow = searches.search(wanted('北京慢查有限公司'))
  await new Promise((resolve) => setImmediate(resolve))
  const fast = await searches.search(wanted('北京快查有限公司'))
  t.equal(fast.count, 1)
  await blocker.query('commit')
  blocker.release()
  t.equal((await slow).count, 0)
})

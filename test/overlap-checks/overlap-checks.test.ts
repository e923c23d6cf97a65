import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { makeResidentId } from '../../src/parties/resident-id.ts'
import { makeUscc } from '../../src/parties/uscc.ts'
import { isWellFormedNumber } from '../../src/platform/numbers.ts'
import { readPdf, textOf } from '../certificates/read-pdf.ts'
import { workbook } from '../platform/lists/sample-workbooks.ts'
import { formOfList, item, openChecked } from './checked-register.ts'

const resident = makeResidentId('42010619790506733')
const code = makeUscc('91320200MA1FL0046')

type Line = {
  line: number
  grade: string
  duplicateOf?: number
  exact: { registrationNumber: string; rank: number; yours: boolean; matchedKinds: string[]; ranksFrom: object }[]
  similar: { registrationNumber: string; share: number; text?: string; yours: boolean }[]
}

t.test('POST /api/v1/overlap-checks', async (t) => {
  const { register, file, act, check, send } = await openChecked(t)
  const debtor = '苏州恒锐精密机械有限公司'
  const one = await file({ items: [item('SN-100'), item('SN-200')] })
  const two = await file({ items: [item('sn 100')] }, { who: 'otherOperator' })
  const ended = await file({ items: [item('SN-300')] })
  await act(ended, 'discharges', { reason: 'debt_extinguished' })
  const added = await file({ items: [item('SN-400')] })
  const changes = [{ type: 'add_collateral', items: [item('SN-100'), item('ADD-1')] }]
  const amended = await act(added, 'amendments', { changes })

  t.test('each line with who registered it first, since when, and whether it is yours', async (t) => {
    const answer = await check([
      { identifier: 'SN–100', reference: 'A' },
      { identifier: 'SN-300' },
      { identifier: 'SN-100', kind: 'contract_number' },
      { identifier: 'SN-999' },
      { identifier: 'ADD-1', kind: '序列号' },
      { identifier: 'sn100' },
    ])
    t.equal(answer.statusCode, 201, answer.body)
    const body = answer.json()
    t.ok(isWellFormedNumber(body.checkNumber))
    t.same(body.summary, { lines: 6, exact: 3, similar: 0, nothing: 3, duplicates: 2 })
    const lines: Line[] = body.lines
    t.same(
      lines.map(({ grade, exact }) => [grade, exact.map(({ registrationNumber }) => registrationNumber)]),
      [
        ['exact', [one.registrationNumber, two.registrationNumber, added.registrationNumber]],
        ['nothing', []],
        ['nothing', []],
        ['nothing', []],
        ['exact', [added.registrationNumber]],
        ['exact', [one.registrationNumber, two.registrationNumber, added.registrationNumber]],
      ],
    )
    t.same(
      lines[0]!.exact.map(({ rank, yours, matchedKinds }) => [rank, yours, matchedKinds]),
      [
        [1, true, ['serial_number']],
        [2, false, ['serial_number']],
        [3, true, ['serial_number']],
      ],
    )
    t.same(
      lines[0]!.exact[2]!.ranksFrom,
      { sequence: amended.sequence, time: amended.filedAt },
      'added: ranks from then',
    )
    t.equal(lines[2]!.duplicateOf, 1)
    t.equal(lines[5]!.duplicateOf, 1)
    t.equal(lines[3]!.duplicateOf, undefined)
  })

  t.test('descriptions are compared with the registrations of the same debtor, as an aid', async (t) => {
    const other = await file(
      { items: [item('SN-500', '激光切割机')] },
      {
        body: {
          debtors: [
            {
              kind: 'organization',
              name: '无锡远航机械有限公司',
              identifier: { scheme: 'uscc', value: code },
              address: { country: 'CN', division: '320205', line: '江苏省无锡市锡山区' },
              representative: '王',
            },
          ],
        },
      },
    ).catch((error) => error)
    t.ok(other.registrationNumber, String(other))
    const answer = await check([
      { description: '激光切割机', debtorName: '无锡远航机械有限公司' },
      { description: '激光切割机', debtorName: debtor },
      { description: '激光切割机', debtorIdentifier: code },
      { description: '注塑机', debtorName: '无锡远航机械有限公司' },
      { identifier: 'SN-500', description: '激光切割机', debtorName: '无锡远航机械有限公司' },
    ])
    t.equal(answer.statusCode, 201, answer.body)
    const lines: Line[] = answer.json().lines
    t.same(
      lines.map(({ grade, similar }) => [
        grade,
        similar.map(({ registrationNumber, share }) => [registrationNumber, share]),
      ]),
      [
        ['similar', [[other.registrationNumber, 100]]],
        ['nothing', []],
        ['similar', [[other.registrationNumber, 100]]],
        ['nothing', []],
        ['exact', []],
      ],
    )
    t.match(lines[0]!.similar[0]!.text, '激光切割机')
  })

  t.test('the same facts later, whatever is filed since; its maker’s own', async (t) => {
    const made = (await check([{ identifier: 'SN-200' }, { identifier: 'SN-600' }])).json()
    await file({ items: [item('SN-600')] })
    await act(one, 'amendments', {
      changes: [{ type: 'release_collateral', items: [item('SN-200')] }],
    })
    const url = made.links.self
    const again = await register.call('operator', { method: 'GET', url })
    t.same(again.json(), made)
    t.equal((await register.call('registrar', { method: 'GET', url })).statusCode, 200)
    for (const who of ['otherOperator', 'searcher', 'administrator'] as const)
      t.equal((await register.call(who, { method: 'GET', url })).statusCode, 404, who)
    t.equal((await register.call(undefined, { method: 'GET', url })).statusCode, 401)
    t.equal((await check([{ identifier: 'SN-600' }])).json().summary.exact, 1)
  })

  t.test('by file: CSV, JSON lines, a workbook, a form; with one key it is one check', async (t) => {
    const expected = [
      ['exact', 2],
      ['nothing', 0],
    ]
    const seen = (answer: { json(): { lines: Line[] } }) =>
      answer.json().lines.map(({ grade, exact }) => [grade, Math.min(exact.length, 2)])
    const csv = '编号,备注\nSN-100,甲\nSN-999,乙\n'
    const answers = [
      await send(csv, 'text/csv'),
      await send('{"identifier":"SN-100"}\n{"identifier":"SN-999"}\n', 'application/x-ndjson'),
      await send(
        workbook([['序列号'], ['SN-100'], ['SN-999']]),
        'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      ),
    ]
    for (const form of [
      formOfList({ purpose: 'dispute' }, { name: 'a.csv', content: csv }),
      formOfList({ purpose: 'dispute', list: 'SN-100\nSN-999' }),
    ])
      answers.push(await register.call('operator', { method: 'POST', url: '/api/v1/overlap-checks', ...form }))
    for (const answer of answers) {
      t.equal(answer.statusCode, 201, answer.body)
      t.same(seen(answer), expected)
      t.equal(answer.json().purpose, 'dispute')
    }
    const key = { 'idempotency-key': randomUUID() }
    const [first, second] = [
      await send(csv, 'text/csv', '?purpose=dispute', key),
      await send(csv, 'text/csv', '?purpose=dispute', key),
    ]
    t.same(second.json(), first.json())
    t.equal(second.headers['idempotency-replayed'], 'true')
    t.equal((await send(`${csv}SN-1,\n`, 'text/csv', '?purpose=dispute', key)).statusCode, 409)
  })

  t.test('the lines by part and by grade, and as CSV', async (t) => {
    const lines = Array.from({ length: 25 }, (_, at) => ({
      identifier: at % 5 === 0 ? 'SN-100' : `NO-${at}`,
      reference: `=cmd${at}`,
    }))
    const made = (await check(lines, 'operator', '?limit=10')).json()
    t.equal(made.lines.length, 10)
    const get = async (url: string) => (await register.call('operator', { method: 'GET', url })).json()
    const next = await get(made.next)
    t.same(
      next.lines.map(({ line }: Line) => line),
      [11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
    )
    t.equal((await get(next.next)).next, undefined)
    const exact = await get(`${made.links.self}?grade=exact`)
    t.same(
      exact.lines.map(({ line }: Line) => line),
      [1, 6, 11, 16, 21],
    )
    const doubles = await get(`${made.links.self}?grade=duplicate`)
    t.same(
      doubles.lines.map(({ line }: Line) => line),
      [6, 11, 16, 21],
    )
    const report = await register.call('operator', { method: 'GET', url: made.links.report })
    t.match(report.headers['content-type'], 'text/csv')
    const rows = report.body.split('\r\n')
    t.equal(rows.length, 1 + 20 + 5 * 3 + 1)
    t.match(rows[1], /^1,'=cmd0,SN-100,,,,,已登记,,/)
    t.match(rows[1], one.registrationNumber.slice(0, 4))
    t.equal((await register.call('searcher', { method: 'GET', url: made.links.report })).statusCode, 404)
  })

  t.test('its certificate states what was found, and is checked by its number', async (t) => {
    const lines = Array.from({ length: 40 }, (_, at) => ({
      identifier: at === 7 ? 'SN-100' : `NO-${at}`,
      kind: '序列号',
    }))
    const described = { description: '数控车床', debtorName: debtor, debtorIdentifier: resident }
    const made = (await check([...lines, described])).json()
    t.equal(made.summary.similar, 1)
    const pdf = await register.call('operator', { method: 'GET', url: made.links.certificate })
    t.equal(pdf.statusCode, 200, pdf.body.slice(0, 300))
    if (process.env.SCREENSHOTS) writeFileSync(`${process.env.SCREENSHOTS}/certificate.pdf`, pdf.rawPayload)
    const words = textOf(await readPdf(new Uint8Array(pdf.rawPayload))).replace(/\s+/g, '')
    t.match(words, '清单核对证明')
    t.match(words, '清单41行中，1行的编号已在在效登记中，1行与同一担保人的登记描述相似，39行没有查得')
    t.match(words, '1–7、9–40')
    for (const { registrationNumber } of [one, two, added]) t.match(words, registrationNumber)
    t.match(words, resident, 'its maker reads its own words')
    const again = await register.call('operator', { method: 'GET', url: made.links.certificate })
    t.ok(pdf.rawPayload.equals(again.rawPayload), 'the same bytes')
    const verify = async (query = '') =>
      (await register.call(undefined, { method: 'GET', url: `${made.links.verification}${query}` })).json()
    const known = { genuine: true, kind: 'overlap_certificate', issuedAt: made.checkedAt }
    t.match(await verify(), { ...known, sha256: /^[0-9a-f]{64}$/ })
    t.notOk('facts' in (await verify()))
    t.same(await verify('?code=WRONG'), { genuine: false })
    const { facts } = await verify(`?code=${made.verificationCode}`)
    t.match(facts, {
      counts: made.summary,
      nothing: [
        [1, 7],
        [9, 40],
      ],
      lines: [{ line: 8 }, { line: 41 }],
    })
    t.notMatch(JSON.stringify(facts), resident, 'masked for the public')
    const page = await register.call(undefined, {
      method: 'GET',
      url: `/verify/${made.checkNumber}?code=${made.verificationCode}&lang=en`,
    })
    t.match(page.body, 'Certificate of a list check'.toLowerCase())
    t.match(page.body, 'SN-100')
    for (const who of ['otherOperator', 'searcher'] as const)
      t.equal((await register.call(who, { method: 'GET', url: made.links.certificate })).statusCode, 404)
  })

  t.test('what is refused, and where', async (t) => {
    const long = `编号\n${'A\n'.repeat(10_001)}`
    const cases: [name: string, answer: ReturnType<typeof check>, status: number, code: string, at?: object][] = [
      ['no line', check([]), 422, 'form_invalid'],
      [
        'an empty line',
        check([{ identifier: 'A' }, {}]),
        422,
        'overlap_line_empty',
        { pointer: '/lines/1/identifier', line: 2 },
      ],
      [
        'a description alone',
        check([{ description: '机床' }]),
        422,
        'overlap_debtor_missing',
        { pointer: '/lines/0/debtorName' },
      ],
      ['a kind that is none', check([{ identifier: 'A', kind: 'x' }]), 422, 'overlap_kind_unknown', { column: 'kind' }],
      ['a number without letter or digit', check([{ identifier: '——' }]), 422, 'asset_identifier_not_searchable'],
      [
        'a control character',
        check([{ identifier: 'A\u202e' }]),
        422,
        'list_cell_character',
        { line: 1, column: 'identifier' },
      ],
      [
        'a debtor’s number mistyped',
        check([
          { description: 'x', debtorIdentifier: `${code.slice(0, 17)}_`.replace('_', code.endsWith('0') ? '1' : '0') },
        ]),
        422,
        'overlap_debtor_number_unrecognized',
      ],
      ['a field of no line', check([{ colour: 'red' } as never]), 422, 'field_unknown'],
      ['no purpose', send('编号\nA', 'text/csv', ''), 422, 'field_missing', { pointer: '/purpose' }],
      ['a purpose that is none', send('编号\nA', 'text/csv', '?purpose=fun'), 422, 'form_invalid'],
      ['a header that is none', send('甲,乙\nA,B', 'text/csv'), 422, 'list_header_wrong'],
      ['10,001 lines', send(long, 'text/csv'), 422, 'list_too_many_rows'],
      ['an empty file', send('', 'text/csv'), 422, 'list_empty'],
      [
        'no workbook',
        send('PK\x03\x04rest', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'),
        422,
        'list_workbook_malformed',
      ],
      ['50 MB', send(Buffer.alloc(50_000_000, 65), 'text/csv'), 413, 'list_too_large'],
      [
        '50 MB in a form',
        register.call('operator', {
          method: 'POST',
          url: '/api/v1/overlap-checks',
          ...formOfList({ purpose: 'dispute' }, { name: 'a', content: Buffer.alloc(50_000_000, 65) }),
        }),
        413,
        'list_too_large',
      ],
      [
        'a form without a list',
        register.call('operator', {
          method: 'POST',
          url: '/api/v1/overlap-checks',
          ...formOfList({ purpose: 'dispute' }),
        }),
        422,
        'list_not_one_file',
      ],
      ['another type', send('x', 'text/plain'), 415, 'media_type_not_supported'],
      [
        'nobody',
        register.call(undefined, { method: 'POST', url: '/api/v1/overlap-checks', payload: {} }),
        401,
        'sign_in_required',
      ],
    ]
    const before = await register.sql('select count(*) from overlap_checks')
    for (const [name, sent, status, code, at] of cases) {
      const answer = await sent
      t.equal(answer.statusCode, status, `${name}: ${answer.body.slice(0, 300)}`)
      const { code: whole, errors } = answer.json()
      if (whole !== 'form_invalid' || code === 'form_invalid') t.equal(whole, code, name)
      else t.match(errors[0], { code, ...at }, name)
    }
    t.same((await register.sql('select count(*) from overlap_checks')).rows, before.rows, 'nothing is recorded')
  })

  t.test('a record is never changed', async (t) => {
    for (const change of [
      'update overlap_checks set purpose = purpose',
      'delete from overlap_checks',
      'truncate overlap_checks',
    ])
      await t.rejects(register.sql(change), /never (changed|deleted)/, change)
  })
})

t.test('a check agrees with a search of each line', async (t) => {
  const { register, file, act, check } = await openChecked(t)
  const serials = ['A1', 'a-1', 'B/2', 'Ｃ3', 'D 4', 'E5', 'F6']
  const filed = []
  for (const [at, serial] of serials.entries()) {
    const items = [item(serial), item(serials[(at * 3) % serials.length]!)]
    filed.push(await file({ items }, { who: at % 2 ? 'otherOperator' : 'operator' }))
  }
  await act(filed[2]!, 'discharges', { reason: 'debt_extinguished' })
  const typed = fc.constantFrom(...serials, 'b/2', 'ａ１', 'X9', 'c3 ', 'D4', 'e-5')
  await fc.assert(
    fc.asyncProperty(fc.array(typed, { minLength: 1, maxLength: 12 }), async (list) => {
      const answer = await check(list.map((identifier) => ({ identifier })))
      const lines: Line[] = answer.json().lines
      for (const [at, value] of list.entries()) {
        const search = await register.call('operator', {
          method: 'POST',
          url: '/api/v1/searches',
          payload: { by: 'assetIdentifier', value, purpose: 'before_transaction' },
        })
        const found = search.json().matches.map((each: { registrationNumber: string }) => each.registrationNumber)
        const told = lines[at]!.exact.map(({ registrationNumber }) => registrationNumber)
        if (JSON.stringify(found.toSorted()) !== JSON.stringify(told.toSorted()))
          throw new Error(`${value}: search ${found}, check ${told}`)
        if ((lines[at]!.grade === 'exact') !== found.length > 0) throw new Error(`${value}: ${lines[at]!.grade}`)
      }
    }),
    { numRuns: 25 },
  )
})

t.test('an asset of very many registrations is told by the first of them', async (t) => {
  const { register, check } = await openChecked(t)
  await register.sql(`insert into asset_keys (key_digest, registration, key, kind, from_sequence)
    select substr(sha256(convert_to(e'asset\\n\\nCOMMON', 'UTF8')), 1, 16), i, 'COMMON', k, i
    from generate_series(1, 30) i, unnest(array['serial_number', 'invoice_number']) k`)
  await register.sql(`insert into registrations (registration, from_sequence, registration_number, security_type, filed_at,
      expires_on, account, secured_parties, debtors, collateral_summary)
    select i, i, lpad(i::text, 20, '0'), 'other', clock_timestamp(), current_date + 30, 1, '[]', '[]', 'x'
    from generate_series(1, 30) i`)
  await register.sql('update register_head set last_sequence = 30, closed_at = clock_timestamp()')
  const [line] = (await check([{ identifier: 'common' }])).json().lines
  t.equal(line.exact.length, 20)
  t.equal(line.moreExact, true)
  t.same(line.exact[0].matchedKinds.toSorted(), ['invoice_number', 'serial_number'])
})

import t from 'tap'
import { askedByRow } from '../../src/bulk-searches/bulk-list.ts'
import { formOfList } from '../overlap-checks/checked-register.ts'
import { workbook } from '../platform/lists/sample-workbooks.ts'
import { codeOf, openListed, PERSON } from './listed-register.ts'

const NAME = '北京一号机械有限公司'

t.test('what a row of a file asks for', async (t) => {
  const code = codeOf(1)
  const org = { scheme: 'uscc', value: code }
  const cases: [Record<string, string>, object][] = [
    [{ name: NAME }, { by: 'organizationName', name: NAME }],
    [
      { name: NAME, reference: 'A' },
      { by: 'organizationName', name: NAME, reference: 'A' },
    ],
    [
      { name: NAME, identifier: code },
      { by: 'organizationName', name: NAME, identifier: org },
    ],
    [{ identifier: code }, { by: 'organizationIdentifier', ...org }],
    [{ identifier: 'D2143569-X' }, { by: 'organizationIdentifier', scheme: 'organization_code', value: 'D2143569-X' }],
    [
      { identifier: '3003000SAMPLE0000137' },
      { by: 'organizationIdentifier', scheme: 'lei', value: '3003000SAMPLE0000137' },
    ],
    [{ identifier: PERSON }, { by: 'individualId', scheme: 'resident_id', value: PERSON }],
    [
      { name: '王强', identifier: PERSON },
      { by: 'individualId', scheme: 'resident_id', value: PERSON },
    ],
    [
      { name: '王强', identifier: 'E1234567', scheme: '护照', country: 'cn' },
      { by: 'individualId', scheme: 'passport', value: 'E1234567', country: 'CN' },
    ],
    [
      { identifier: PERSON, scheme: '居民身份证号码', country: 'CN' },
      { by: 'individualId', scheme: 'resident_id', value: PERSON },
    ],
    [
      { name: 'Example GmbH', identifier: 'HRB12345', scheme: 'foreign_registration', country: 'DE' },
      {
        by: 'organizationName',
        name: 'Example GmbH',
        identifier: { scheme: 'foreign_registration', value: 'HRB12345', country: 'DE' },
      },
    ],
    [
      { identifier: 'A0000A00000001', scheme: 'Financial institution code' },
      { by: 'organizationIdentifier', scheme: 'financial_institution_code', value: 'A0000A00000001' },
    ],
  ]
  for (const [values, asked] of cases)
    t.same(askedByRow({ line: 7, values }), { line: 7, asked }, JSON.stringify(values))
  const refused: [Record<string, string>, string][] = [
    [{}, 'bulk_line_empty'],
    [{ reference: 'A', country: 'CN' }, 'bulk_line_empty'],
    [{ identifier: '12345678' }, 'identifier_scheme_unclear'],
    [{ name: NAME, identifier: `${code.slice(0, 17)}?` }, 'identifier_scheme_unclear'],
    [{ identifier: code, scheme: '车牌' }, 'identifier_scheme_unknown'],
  ]
  for (const [values, code] of refused) {
    const line = askedByRow({ line: 7, values })
    t.equal('refused' in line && line.refused[0]!.code, code, JSON.stringify(values))
  }
})

t.test('lists as files', async (t) => {
  const { register, file, filePerson, send, get, results, run } = await openListed(t)
  await file(NAME, 1)
  await filePerson('王强', PERSON)
  const rows = [
    ['客户名称', '证件号码', '证件类型', '客户编号'],
    [NAME, '', '', '=1+1'],
    ['', codeOf(1), '', '-7'],
    ['王强', PERSON, '身份证', ''],
    ['=cmd|calc', '', '', '@x'],
    ['', '12345678', '', ''],
  ]
  const csv = rows.map((cells) => cells.join(',')).join('\r\n')
  const ndjson = rows
    .slice(1)
    .map(([name, identifier, scheme, reference]) => JSON.stringify({ name, identifier, scheme, reference }))
    .join('\n')
  const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  const form = formOfList({ purpose: 'dispute' }, { name: '清单.csv', content: csv })

  const formats: [string, string | Buffer, string, number][] = [
    ['CSV', csv, 'text/csv', 2],
    ['CSV with a mark', `\ufeff${csv}`, 'text/csv; charset=utf-8', 2],
    ['a workbook', workbook(rows), xlsx, 2],
    ['JSON lines', ndjson, 'application/x-ndjson', 1],
    ['a form', form.payload, form.headers['content-type'], 2],
  ]
  for (const [name, content, type, firstLine] of formats) {
    const answer = await send(content, type, type.startsWith('multipart') ? '' : '?purpose=dispute')
    t.equal(answer.statusCode, 202, `${name} ${answer.body}`)
    const list = answer.json()
    t.match(list, { total: 5, refused: 1, purpose: 'dispute' }, name)
    await run()
    const lines = await results(list)
    t.same(
      lines.map(({ line, state, query }) => [line, state, query?.by]),
      [
        [firstLine, 'found', 'organizationName'],
        [firstLine + 1, 'found', 'organizationIdentifier'],
        [firstLine + 2, 'found', 'individualId'],
        [firstLine + 3, 'nothing_found', 'organizationName'],
        [firstLine + 4, 'refused', undefined],
      ],
      `${name}: lines are counted as the file has them`,
    )
    t.notOk(JSON.stringify(lines).includes('王强'), 'the name beside an individual’s number is not kept')
  }

  t.test('the results as CSV: nothing in them runs, numbers keep their digits', async (t) => {
    const list = (await get('/api/v1/bulk-searches?limit=1')).bulkSearches[0]
    const answer = await register.call('operator', { method: 'GET', url: list.links.resultsCsv })
    t.match(answer.headers['content-disposition'], /attachment; filename="bulk-search-\d{20}\.csv"/)
    const lines = answer.body.split('\r\n')
    t.match(lines[0], /^\ufeff行,您的编号,名称/)
    t.equal(lines.length, 7)
    t.match(lines[1], "2,'=1+1,北京一号机械有限公司,,查得登记,1,")
    t.match(lines[2], "3,'-7,,")
    t.match(lines[4], "'@x,'=cmd|calc,,没有查得,0,")
    t.match(lines[5], 'identifier_scheme_unclear')
    t.match(lines[1], / \d{4},\d+,\d{4}-\d\d-\d\d /, 'the search number is text, the moment a moment')
    const refused = await register.call('operator', {
      method: 'GET',
      url: `${list.links.resultsCsv}?state=refused`,
      headers: { 'accept-language': 'en' },
    })
    t.equal(refused.body.split('\r\n').length, 3)
    t.match(refused.body, /^\ufeffLine,Your reference/)
  })

  t.test('a file that cannot be read whole is refused with its first lines', async (t) => {
    const many = (count: number) => `名称\n${Array.from({ length: count }, (_, at) => `公司${at}`).join('\n')}`
    const mixed = Buffer.concat([
      Buffer.from('名称\n甲乙丙丁公司\n'),
      Buffer.from([0xbc, 0xd7, 0xb9, 0xab, 0xcb, 0xbe]),
    ])
    const cases: [string | Buffer, string, number, number | undefined][] = [
      ['', 'list_empty', 422, undefined],
      ['名称\n', 'list_no_rows', 422, undefined],
      ['电话\n1\n', 'list_header_wrong', 422, undefined],
      ['名称,颜色\n甲,红\n', 'list_column_unknown', 422, 1],
      [mixed, 'list_encoding_mixed', 422, 1],
      [many(10_001), 'list_too_many_rows', 422, undefined],
      [`名称\n${'甲'.repeat(201)}\n`, 'list_cell_too_long', 422, 2],
      [Buffer.alloc(5 * 1024 * 1024 + 1, 0x20), 'list_too_large', 413, undefined],
    ]
    for (const [content, code, status, line] of cases) {
      const answer = await send(content, 'text/csv')
      t.equal(answer.statusCode, status, `${code} ${answer.body}`)
      const body = answer.json()
      t.ok([body.code, body.errors?.[0]?.code].includes(code), code)
      if (line !== undefined) t.equal(body.errors[0].line, line, code)
    }
    t.equal((await send('名称\n甲\n', 'text/csv', '')).json().errors[0].pointer, '/purpose')
    t.equal(
      (await send('名称\n甲\n', 'text/csv', '?purpose=dispute&callbackUrl=http://x')).json().errors[0].code,
      'callback_url_wrong',
    )
    t.equal((await send('甲', 'text/plain')).statusCode, 415)
  })

  t.test('ten thousand lines are taken and searched to the last', async (t) => {
    const answer = await send(
      `名称,备注\n${Array.from({ length: 10_000 }, (_, at) => `第 ${at} 家公司,${at}`).join('\n')}`,
      'text/csv',
    )
    t.equal(answer.statusCode, 202, answer.body)
    await run()
    const list = await get(answer.json().links.self)
    t.match(list, { state: 'ended', done: 10_000, nothingFound: 10_000 })
    const { rows } = await register.sql(
      `select count(*)::int as lines, count(distinct search_number)::int as searches, count(distinct s.as_of_sequence)::int as moments
       from bulk_search_lines l join bulk_searches b using (bulk_search) join searches s using (search_number)
       where bulk_search_number = $1`,
      [list.bulkSearchNumber],
    )
    t.same(rows[0], { lines: 10_000, searches: 10_000, moments: 1 })
  })

  t.test('the template can be sent as it is', async (t) => {
    for (const language of ['zh-CN', 'en']) {
      const url = `/api/v1/bulk-searches/template.csv?lang=${language}`
      const template = await register.call(undefined, { method: 'GET', url })
      const answer = await send(template.rawPayload, 'text/csv')
      t.match(answer.json(), { total: 2, refused: 0 }, language)
    }
    await run()
  })
})

import t from 'tap'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { begin, collateralTyped, decode, type Example, fill, openSession, shown } from './page-session.ts'

const mortgage = formOf('chattel_mortgage')!
const factoring = formOf('factoring')!
const items = 'collateral[items]'

t.test('the collateral page', async (t) => {
  const register = await openRegister(t)
  const operator = await openSession(register, 'operator')
  const path = await begin(operator, 'chattel_mortgage')
  const page = `${path}/collateral`

  t.test('rows with errors are kept as pasted, and each is told with its row and column', async (t) => {
    const pasted = '名称\t数量\n机床\t2\n\t3\n车床\t二台'
    const answer = await operator.upload(page, { 'collateral[assetClass]': 'several', [items]: pasted })
    t.equal(answer.statusCode, 422)
    t.equal(shown(answer, items)?.replaceAll('\r\n', '\n'), pasted, 'line ends as forms send them')
    t.match(answer.body, /<a href="#collateral-items">第 3 行 请填写名称</)
    t.match(answer.body, /<a href="#collateral-items">第 4 行 数量：请填写数字/)
    t.match(answer.body, /明细：共 3 项/)
    const english = await register.app.inject({
      url: `${page}?checked=1`,
      headers: { cookie: `session=${await register.sessionOf('operator')}; language=en`, accept: 'text/html' },
    })
    t.match(decode(english.body), /Row 4, Quantity: write a number/)
  })

  t.test('a preview saves, and speaks of its own table alone', async (t) => {
    const answer = await operator.upload(page, { [items]: '机床,CK1,2', action: 'preview-items' })
    t.equal(answer.statusCode, 303, 'though the class of asset is not chosen yet')
    t.equal(answer.headers.location, `${page}#preview-items`)
    t.match((await operator.get(page)).body, /明细：共 1 项[\s\S]*CK1/)
    const wrong = await operator.upload(page, { [items]: '机床,CK1,x', action: 'preview-items' })
    t.equal(wrong.statusCode, 422)
    t.notMatch(wrong.body, /请选择抵押财产类别/)
    t.match((await operator.upload(page, { [items]: '机床,CK1,2' })).body, /请选择抵押财产类别/)
  })

  t.test('CSV files in the encodings of spreadsheets take the place of what stood there', async (t) => {
    const csv = '名称,型号规格,数量\r\n龙门铣床,XK2420,1\r\n'
    // 名称,型号规格,数量 / 龙门铣床,XK2420,1 as a Chinese spreadsheet saves it.
    const gb = Buffer.from('c3fbb3c62cd0cdbac5b9e6b8f12ccafdc1bf0d0ac1fac3c5cfb3b4b22c584b323432302c310d0a', 'hex')
    for (const [name, content] of [
      ['UTF-8', Buffer.from(csv)],
      ['UTF-8 with its mark', Buffer.from(`\ufeff${csv}`)],
      ['GB18030', gb],
      ['UTF-16', Buffer.from(`\ufeff${csv}`, 'utf16le')],
    ] as const) {
      const fields = { [items]: '旧行', action: 'preview-items' }
      const answer = await operator.upload(page, fields, { 'files[items]': { name: '明细.csv', content } })
      t.equal(answer.statusCode, 303, name)
      const after = await operator.get(page)
      t.match(shown(after, items), /龙门铣床,XK2420,1/, name)
      t.notMatch(after.body, /旧行/)
    }
  })

  t.test('what is no CSV file is refused, and the rows stay', async (t) => {
    for (const content of [
      Buffer.from('PK\x03\x04 a workbook'),
      Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
      Buffer.from('%PDF-1.7\0'),
    ]) {
      const answer = await operator.upload(
        page,
        { [items]: '机床' },
        { 'files[items]': { name: 'items.csv', content } },
      )
      t.equal(answer.statusCode, 422)
      t.match(answer.body, /<a href="#files-items">这不是 CSV 文件/)
      t.equal(shown(answer, items), '机床')
    }
    const damaged = await operator.upload(
      page,
      { 'collateral[assetClass]': 'several' },
      { 'files[items]': { name: 'a', content: Buffer.from('名称\n\xff\x80', 'latin1') } },
    )
    t.equal(damaged.statusCode, 422)
    t.match(damaged.body, /含有损坏的字符/)
    const huge = await operator.upload(
      page,
      {},
      { 'files[items]': { name: 'a', content: Buffer.alloc(17 * 1024 * 1024, 'a') } },
    )
    t.equal(huge.statusCode, 413)
  })

  t.test('one row at a time, added to what was pasted', async (t) => {
    const row = { 'row[items][name]': '冲床, 大', 'row[items][quantity]': '１' }
    const first = await operator.upload(page, { [items]: '数量;名称\n2;机床', ...row, action: 'preview-items' })
    t.equal(first.statusCode, 303)
    t.same(
      shown(await operator.get(page), items)!
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((each) => each.split('\t').slice(0, 3)),
      [
        ['机床', '', '2'],
        ['冲床, 大', '', '１'],
      ],
    )
    const wrong = await operator.upload(page, { [items]: '机床', 'row[items][quantity]': 'x' })
    t.equal(wrong.statusCode, 422)
    t.match(wrong.body, /<a href="#row-items-name">请填写名称/)
    t.equal(shown(wrong, 'row[items][quantity]'), 'x')
    t.equal(shown(wrong, items), '机床')
    const unread = await operator.upload(page, { [items]: '名称,备注\n机床,x', ...row })
    t.match(unread.body, /请先更正上面粘贴的内容/)
    t.equal(shown(unread, 'row[items][name]'), '冲床, 大')
    const forgotten = await operator.upload(page, { 'collateral[assetClass]': 'several', ...row })
    t.equal(forgotten.headers.location, `${path}/term`, 'also when the person goes on at once')
    t.match(shown(await operator.get(page), items), /冲床, 大/)
  })

  t.test('templates have the columns, and read back', async (t) => {
    for (const table of ['accountDebtors', 'items']) {
      const entry = await begin(operator, 'factoring')
      const answer = await operator.get(`${entry}/collateral/${table}/template.csv`)
      t.equal(answer.headers['content-type'], 'text/csv; charset=utf-8')
      t.match(answer.headers['content-disposition'], /^attachment; filename="factoring-\w+\.csv"$/)
      const columns = factoring.fields.find(({ name }) => name === table)!.columns!
      t.equal(answer.body, `\ufeff${columns.map(({ label }) => label.zh).join(',')}\r\n`)
    }
  })

  t.test('the page is also read from a form without files', async (t) => {
    const answer = await operator.post(page, {
      'collateral[assetClass]': 'products',
      'collateral[description]': '全部产品',
    })
    t.equal(answer.headers.location, `${path}/term`)
  })

  t.test('the check page shows rows as they were understood', async (t) => {
    const entry = await begin(operator, 'retention_of_title')
    await fill(operator, entry, formOf('retention_of_title')!)
    const typed = { 'collateral[saleContractNumber]': 'A', 'collateral[saleContractDate]': '2026/9/10' }
    const rows = {
      'collateral[titleCondition]': '付清',
      [items]: '机床',
      'collateral[instalments]': '2027/1/5\t６２０００',
    }
    await operator.upload(`${entry}/collateral`, { ...typed, ...rows })
    for (const url of ['/check', '/collateral/instalments']) {
      const { body } = await operator.get(`${entry}${url}`)
      t.match(body, /2027-01-05[\s\S]*62,000/, url)
      t.notMatch(body, /６２０００/)
    }
  })

  t.test('5,000 items are pasted, listed and filed', async (t) => {
    const entry = await begin(operator, 'chattel_mortgage')
    await fill(operator, entry, mortgage)
    const rows = Array.from(
      { length: 5_000 },
      (_, at) => `喷水织机 ${at + 1}\tJW-408\t1\t台\t青岛织源纺织机械有限公司\tSN-${at + 1}\t一号车间`,
    )
    const typed = collateralTyped(mortgage.fields, (mortgage.example as unknown as Example).collateral)
    const saved = await operator.upload(`${entry}/collateral`, { ...typed, [items]: rows.join('\r\n') })
    t.equal(saved.statusCode, 303)
    const check = await operator.get(`${entry}/check`)
    t.match(check.body, /共 5,000 项，显示前 20 项/)
    t.match(check.body, /喷水织机 20</)
    t.notMatch(check.body, /喷水织机 21</)
    t.ok(decode(check.body).includes(`href="${entry}/collateral/items"`))
    const last = await operator.get(`${entry}/collateral/items?page=25`)
    t.match(last.body, /喷水织机 4801<[\s\S]*喷水织机 5000</)
    for (const odd of ['0', '-1', 'x', '999', '1e9'])
      t.equal((await operator.get(`${entry}/collateral/items?page=${odd}`)).statusCode, 200)
    const done = await operator.post(`${entry}/submit`, { declaration: 'true' })
    t.equal(done.statusCode, 200)
    const number = /data-copy="(\d{20})"/.exec(done.body)![1]!
    const { collateral } = (await register.call('operator', { url: `/api/v1/registrations/${number}` })).json()
    t.equal(collateral[0].items.length, 5_000)
    t.equal(collateral[0].items[4_999].serialNumber, 'SN-5000')

    const over = await begin(operator, 'chattel_mortgage')
    const answer = await operator.upload(`${over}/collateral`, {
      'collateral[assetClass]': 'several',
      [items]: [...rows, '多'].join('\n'),
    })
    t.equal(answer.statusCode, 422)
    t.match(answer.body, /共 5,001 行，最多 5,000 行/)
  })
})

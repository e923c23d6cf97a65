import fc from 'fast-check'
import t from 'tap'
import { type Field, ITEMS_MAX } from '../../src/registrations/forms/define-form.ts'
import { formOf, forms } from '../../src/registrations/forms/forms.ts'
import { readRows, writeRows } from '../../src/registrations/pasted-rows.ts'

const tableOf = (type: string, name = 'items') => formOf(type)!.fields.find((field) => field.name === name)!.columns!
const machines = tableOf('chattel_mortgage')
const tables = forms.flatMap((form) =>
  form.fields
    .filter(({ input }) => input === 'table')
    .map((field) => ({ of: `${form.securityType} ${field.name}`, field })),
)

/** Rows as [place, cells], and the codes of what is refused. */
function read(pasted: string, columns: readonly Field[] = machines) {
  const { rows, refused } = readRows(columns, pasted)
  return { rows: rows.map(({ place, cells }) => [place, cells]), refused: refused.map(({ code }) => code) }
}

t.test('rows of one machine, however they come', async (t) => {
  const lathe = { name: '数控车床', model: 'CK6150', quantity: '2' }
  for (const [title, pasted, place] of [
    ['tabs, in the order of the form', '数控车床\tCK6150\t2', 1],
    ['commas', '数控车床,CK6150,2', 1],
    ['semicolons', '数控车床;CK6150;2', 1],
    ['Chinese column names', '名称\t型号规格\t数量\n数控车床\tCK6150\t2', 2],
    ['another order', '数量\t名称\t型号规格\n2\t数控车床\tCK6150', 2],
    ['English column names', 'Quantity,Name,Model\n2,数控车床,CK6150', 2],
    ['names of the API', 'name;quantity;model\n数控车床;2;CK6150', 2],
    ['names with marks and units', '名称*, 数量（台） ,型号规格：\n数控车床,2,CK6150', 2],
    ['a byte order mark and CRLF', '\ufeff名称,型号规格,数量\r\n数控车床,CK6150,2\r\n', 2],
    ['empty rows and cells around', '\n\t\t\n数控车床\tCK6150\t2\t\t\t\n\t\t\n', 3],
    ['quoted cells', '"数控车床","CK6150","2"', 1],
    ['blanks around cells', '  数控车床 , CK6150 , 2 ', 1],
    ['old Macintosh line ends', '名称,型号规格,数量\r数控车床,CK6150,2', 2],
  ] as const) {
    t.same(read(pasted), { rows: [[place, lathe]], refused: [] }, title)
  }
  t.same(read(''), { rows: [], refused: [] })
  t.same(read(' \n\t\n'), { rows: [], refused: [] })
  t.same(read('名称,数量'), { rows: [], refused: [] }, 'column names alone')
})

t.test('what stands in cells', async (t) => {
  t.same(
    read('5" 管\tDN125\t3').rows,
    [[1, { name: '5" 管', model: 'DN125', quantity: '3' }]],
    'a quotation mark in a cell',
  )
  t.same(read('"大" 型机\tX\n"小\tY').rows, [
    [1, { name: '"大" 型机', model: 'X' }],
    [2, { name: '"小', model: 'Y' }],
  ])
  t.same(read('"甲\tX\n乙"\tY').rows.length, 2, 'two lone quotation marks swallow no row')
  t.same(read('"a ""b"" c",x').rows, [[1, { name: 'a "b" c', model: 'x' }]])
  t.same(read('"两\n行"\tX').rows, [[1, { name: '两\n行', model: 'X' }]], 'a line end within a cell')
  t.same(read('机床, 大型\tX').rows, [[1, { name: '机床, 大型', model: 'X' }]], 'commas mean nothing beside tabs')
  t.same(read('国标三级，散装,X').rows, [[1, { name: '国标三级，散装', model: 'X' }]], 'nor do full-width commas')
  t.same(read("'=1+1,x").rows, [[1, { name: '=1+1', model: 'x' }]], 'the guard of our own template')
  t.same(read('产品').rows, [[1, { name: '产品' }]], 'a single column')
})

t.test('what cannot be read as rows is told, with its row', async (t) => {
  t.same(read('名称,备注\n机床,x').refused, ['column_unknown'])
  t.same(read('名称,数量,数量\n机床,1,2').refused, ['column_twice'])
  t.same(read(`机床${',x'.repeat(7)}`), {
    rows: [[1, read(`机床${',x'.repeat(6)}`).rows[0]![1]]],
    refused: ['too_many_cells'],
  })
  t.same(read('名称,数量\n机床,1,多出'), { rows: [[2, { name: '机床', quantity: '1' }]], refused: ['too_many_cells'] })
  t.same(read('"机床,1\n车床,2'), { rows: [], refused: ['quotation_mark_open'] })
  t.match(readRows(machines, '名称,备注\n机床,x').refused[0]!.message, {
    zh: /^第 1 行 没有“备注”这一列/,
    en: /^Row 1 /,
  })
  t.match(readRows(machines, '名称,数量\n\n机床,1,多').refused[0]!.message.zh, /^第 3 行 /)
})

t.test('up to 5,000 rows', async (t) => {
  const rows = (count: number) => Array.from({ length: count }, (_, at) => `机床 ${at}\t型号\t1`).join('\n')
  t.same(readRows(machines, rows(ITEMS_MAX)).refused, [])
  t.equal(readRows(machines, rows(ITEMS_MAX)).rows.length, ITEMS_MAX)
  const over = readRows(machines, rows(ITEMS_MAX + 1))
  t.same(
    over.refused.map(({ code }) => code),
    ['too_many_rows'],
  )
  t.equal(over.rows.length, ITEMS_MAX)
})

t.test('every table of every form knows its own column names, in both languages', async (t) => {
  for (const { of, field } of tables) {
    const columns = field.columns!
    for (const names of [
      columns.map(({ name }) => name),
      columns.map(({ label }) => label.zh),
      columns.map(({ label }) => label.en),
      columns.map(({ label }) => label.zh.split(/\/|或者/)[0]!),
    ]) {
      const cells = columns.map((_, at) => `格${at}`)
      const { rows, refused, hasHeader } = readRows(columns, `${names.join('\t')}\n${cells.join('\t')}`)
      t.ok(hasHeader, `${of}: ${names.join(' ')}`)
      t.same(refused, [])
      t.same(rows[0]?.cells, Object.fromEntries(columns.map(({ name }, at) => [name, `格${at}`])))
    }
  }
})

t.test('what is written is read again as it was', async () => {
  // A cell's own blanks at its ends and the guard of formulas are taken off when rows are read, so none are made here.
  const cell = fc.string({ unit: 'grapheme' }).map((each) =>
    each
      .replace(/\r/g, '')
      .replace(/^['\s]+/, '')
      .trim(),
  )
  for (const { field } of tables) {
    const row = fc.record(Object.fromEntries(field.columns!.map(({ name }) => [name, cell])))
    fc.assert(
      fc.property(
        fc.array(row, { minLength: 1, maxLength: 5 }),
        fc.constantFrom('zh-CN' as const, 'en' as const),
        (rows, language) => {
          const { rows: found, refused } = readRows(field.columns!, writeRows(field.columns!, rows, language))
          const wanted = rows.map((each) =>
            Object.fromEntries(Object.entries(each).filter(([, value]) => value !== '')),
          )
          const filled = wanted.filter((each) => Object.keys(each).length > 0)
          return refused.length === 0 && JSON.stringify(found.map(({ cells }) => cells)) === JSON.stringify(filled)
        },
      ),
      { numRuns: 40 },
    )
  }
})

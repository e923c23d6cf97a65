import { randomBytes } from 'node:crypto'
import iconv from 'iconv-lite'
import t from 'tap'
import type { ListColumn, ListUse } from '../../../src/platform/lists/list.ts'
import { listTemplate } from '../../../src/platform/lists/list-template.ts'
import { readList } from '../../../src/platform/lists/read-list.ts'
import { text } from '../../../src/platform/text.ts'
import { compoundFile, type SampleCell, workbook, workbookFiles, zip } from './sample-workbooks.ts'

const column = (name: string, zh: string, en: string, more: Partial<ListColumn> = {}): ListColumn => ({
  name,
  label: text(zh, en),
  synonyms: [],
  maxCharacters: 20,
  examples: [`${name} 1`, `=${name} 2`],
  ...more,
})
const columns = [
  column('identifier', '编号', 'Identifier', { required: true, synonyms: ['序列号', 'serial number', 'VIN'] }),
  column('description', '描述', 'Description', { multiline: true }),
  column('amount', '金额', 'Amount'),
]
const use: ListUse = { columns, plain: 'identifier', maxRows: 100 }
const bytes = (said: string) => Buffer.from(said)
const gb = (said: string) => iconv.encode(said, 'gb18030')

/** Rows as line, cells in order, and the line that says the same. */
async function rowsOf(list: Uint8Array | string, which: ListUse = use): Promise<unknown[]> {
  const read = await readList(list, which)
  if ('refused' in read) return read.refused.map(({ code, line, column: at }) => [code, line, at])
  return read.rows.map(({ line, values, sameAs }) => [
    line,
    ...which.columns.map(({ name }) => values[name] ?? ''),
    ...(sameAs ? [`= ${sameAs}`] : []),
  ])
}

t.test('what a list may be', async (t) => {
  const utf16 = Buffer.concat([bytes('\xff\xfe').subarray(0, 0), Buffer.from([0xff, 0xfe])])
  const le = Buffer.concat([utf16, Buffer.from('编号\t金额\nA1\t5', 'utf16le')])
  const cases: [name: string, list: Uint8Array | string, rows: unknown[]][] = [
    ['commas', bytes('编号,描述\nA1,床\n'), [[2, 'A1', '床', '']]],
    ['semicolons, English, another order', bytes('Amount;Identifier\n1,5;A1'), [[2, 'A1', '', '1,5']]],
    [
      'tabs from a clipboard, with a lone quotation mark',
      'identifier\tdescription\nA1\t5" 管',
      [[2, 'A1', '5" 管', '']],
    ],
    [
      'synonyms, case, blanks, brackets, a mark',
      bytes('*Serial Number（必填）,AMOUNT (CNY)\nA,1'),
      [[2, 'A', '', '1']],
    ],
    [
      'CRLF, empty lines, trailing separators',
      bytes('编号,描述\r\n\r\nA,b,,\r\n,,\r\nC,d\r\n'),
      [
        [3, 'A', 'b', ''],
        [5, 'C', 'd', ''],
      ],
    ],
    [
      'quoted separators, quotes, line breaks',
      bytes('编号,描述\nA,"x, ""y""\nz"\nB,q'),
      [
        [2, 'A', 'x, "y"\nz', ''],
        [4, 'B', 'q', ''],
      ],
    ],
    [
      'a line that says the same',
      bytes('编号\nA\nB\n A \n'),
      [
        [2, 'A', '', ''],
        [3, 'B', '', ''],
        [4, 'A', '', '', '= 2'],
      ],
    ],
    ['our own guard against formulas comes off', bytes("编号\n'=A1\n"), [[2, '=A1', '', '']]],
    ['UTF-8 with a mark', bytes('\ufeff编号\nA'), [[2, 'A', '', '']]],
    ['GB18030', gb('编号,描述\nA1,数控车床𠮷\n'), [[2, 'A1', '数控车床𠮷', '']]],
    [
      'GB18030 whose bytes are UTF-8 in one line by accident',
      gb('编号,描述\nA1,联通\nA2,数控车床\n'),
      [
        [2, 'A1', '联通', ''],
        [3, 'A2', '数控车床', ''],
      ],
    ],
    ['UTF-16, little end first', le, [[2, 'A1', '', '5']]],
    ['UTF-16, big end first', Buffer.from(le).swap16(), [[2, 'A1', '', '5']]],
    [
      'a JSON object a line',
      bytes('{"identifier":"A1"}\n\n{"描述":"床","编号":15}\n'),
      [
        [1, 'A1', '', ''],
        [3, '15', '床', ''],
      ],
    ],
    [
      'pasted, one value a line',
      'A1\n\nB 2\nA1',
      [
        [1, 'A1', '', ''],
        [3, 'B 2', '', ''],
        [4, 'A1', '', '', '= 1'],
      ],
    ],
    [
      'a workbook',
      workbook([
        ['编号', '描述', '金额'],
        [],
        ['A1', ' 床 ', { number: '1.5' }],
        [{ number: '12345' }, null, { number: '0.1' }],
      ]),
      [
        [3, 'A1', '床', '1.5'],
        [4, '12345', '', '0.1'],
      ],
    ],
    [
      'formulas by their last results',
      workbook([['编号'], [{ formula: 'HYPERLINK("http://x")', value: 'A1' }]]),
      [[2, 'A1', '', '']],
    ],
    [
      'a workbook with an empty second sheet',
      zip(workbookFiles({ 清单: [['编号'], ['A']], 空: [] })),
      [[2, 'A', '', '']],
    ],
  ]
  for (const [name, list, rows] of cases) t.same(await rowsOf(list), rows, name)
})

t.test('what is refused, with line and column', async (t) => {
  const many = (count: number) => `编号\n${Array.from({ length: count }, (_, at) => `A${at}`).join('\n')}`
  const sheet = (...rows: SampleCell[][]) => workbook([['编号', '描述'], ...rows])
  const cases: [name: string, list: Uint8Array | string, refused: unknown[]][] = [
    ['no bytes', Buffer.alloc(0), [['list_empty', undefined, undefined]]],
    ['blanks', '  \n\n', [['list_empty', undefined, undefined]]],
    ['a header alone', bytes('编号,描述\n'), [['list_no_rows', undefined, undefined]]],
    ['5 MiB and a byte', randomBytes(5 * 1024 * 1024 + 1), [['list_too_large', undefined, undefined]]],
    ['101 rows', bytes(many(101)), [['list_too_many_rows', undefined, undefined]]],
    ['101 rows pasted', many(101).slice(3), [['list_too_many_rows', undefined, undefined]]],
    ['101 JSON lines', '{"identifier":"A"}\n'.repeat(101), [['list_too_many_rows', undefined, undefined]]],
    [
      '101 rows of a workbook',
      workbook([['编号'], ...Array.from({ length: 101 }, (_, at) => [`A${at}`])]),
      [['list_too_many_rows', undefined, undefined]],
    ],
    ['no header', bytes('A1,床\nA2,床'), [['list_header_wrong', undefined, undefined]]],
    ['pasted cells without a header', 'A1\t床\nA2\t床', [['list_header_wrong', undefined, undefined]]],
    ['a column that is none', bytes('编号,颜色\nA,红'), [['list_column_unknown', 1, undefined]]],
    ['a column twice', bytes('编号,VIN\nA,B'), [['list_column_twice', 1, undefined]]],
    ['the required column missing', bytes('\n描述,金额\nA,B'), [['list_column_missing', 2, undefined]]],
    ['more cells than columns', bytes('编号,描述\nA,b,c\nD,e'), [['list_too_many_cells', 2, undefined]]],
    [
      'a quotation mark without its partner',
      bytes('编号,描述\nA,b\nC,"d\nE,f\n'),
      [['list_quotation_mark_open', 3, undefined]],
    ],
    ['rows that ran together', bytes('编号,描述\n"A,b\nC",d\n'), [['list_cell_line_break', 2, 'identifier']]],
    ['a required cell empty', bytes('编号,描述\n,b\nC,d'), [['list_cell_missing', 2, 'identifier']]],
    ['a cell too long', bytes(`编号\n${'A'.repeat(21)}`), [['list_cell_too_long', 2, 'identifier']]],
    ['a bidirectional control', bytes('编号\nA\u202eB'), [['list_cell_character', 2, 'identifier']]],
    ['a control', bytes('编号\nA\u0007B'), [['list_cell_character', 2, 'identifier']]],
    ['damage of an earlier decoding', bytes('编号\nA\ufffdB'), [['list_cell_character', 2, 'identifier']]],
    ['half of a character in JSON', bytes('{"identifier":"A\\ud842"}'), [['list_cell_character', 1, 'identifier']]],
    ['NUL in JSON', bytes('{"identifier":"A\\u0000"}'), [['list_cell_character', 1, 'identifier']]],
    ['half of a character pasted', '编号\nA\ud842', [['list_bytes_undecodable', 2, undefined]]],
    ['NUL in a text', bytes('编号\nA\u0000'), [['list_not_text', undefined, undefined]]],
    [
      'a picture',
      Buffer.concat([Buffer.from('89504e470d0a1a0a0000', 'hex'), randomBytes(50)]),
      [['list_not_text', undefined, undefined]],
    ],
    [
      'UTF-8 and GB18030 by turns',
      Buffer.concat([bytes('编号,描述\nA,床\n'), gb('B,数控车床\n')]),
      [['list_encoding_mixed', 1, undefined]],
    ],
    [
      'bytes of no encoding',
      Buffer.concat([gb('编号,描述\nA,床\n'), Buffer.from([0x42, 0xff, 0x0a])]),
      [['list_bytes_undecodable', 3, undefined]],
    ],
    [
      'marked as UTF-8 and not',
      Buffer.concat([bytes('\ufeff编号\nA\n'), Buffer.from([0xc3, 0x28])]),
      [['list_bytes_undecodable', 3, undefined]],
    ],
    [
      'half of a character in UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('编号\nA\ud842', 'utf16le')]),
      [['list_bytes_undecodable', 2, undefined]],
    ],
    [
      'half a unit of UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('编号\nA', 'utf16le'), Buffer.from([1])]),
      [['list_bytes_undecodable', 2, undefined]],
    ],
    [
      'not JSON in the second line',
      bytes('{"identifier":"A"}\n{"identifier":\n'),
      [['list_line_not_json', 2, undefined]],
    ],
    ['an array as a cell', bytes('{"identifier":["A"]}'), [['list_line_not_json', 1, undefined]]],
    ['digits lost by JSON', bytes('{"identifier":12345678901234567890}'), [['list_cell_digits_lost', 1, 'identifier']]],
    [
      'digits lost by a spreadsheet',
      sheet([{ number: '1.2345678901234567E+19' }]),
      [['list_cell_digits_lost', 2, 'identifier']],
    ],
    [
      '16 digits as a number',
      sheet(['A'], [{ number: '1234567890123456' }]),
      [['list_cell_digits_lost', 3, 'identifier']],
    ],
    [
      'a formula in error',
      sheet([{ formula: 'A9', value: '#N/A', error: true }]),
      [['list_formula_error', undefined, undefined]],
    ],
    ['a formula without its result', sheet(['A', { formula: 'A9' }]), [['list_formula_error', undefined, undefined]]],
    [
      'two sheets with something',
      zip(workbookFiles({ 甲: [['编号'], ['A']], 乙: [['x']] })),
      [['list_workbook_sheets', undefined, undefined]],
    ],
    ['an archive that is no workbook', zip({ 'readme.txt': 'x' }), [['list_workbook_malformed', undefined, undefined]]],
    [
      'an archive cut off',
      workbook([['编号'], ['A']]).subarray(0, 300),
      [['list_workbook_malformed', undefined, undefined]],
    ],
    [
      'a workbook of other XML',
      zip({ 'xl/workbook.xml': '<a><b></a>' }),
      [['list_workbook_malformed', undefined, undefined]],
    ],
    ['an old workbook', compoundFile('Workbook'), [['list_workbook_old', undefined, undefined]]],
    [
      'a workbook with a password',
      compoundFile('EncryptedPackage'),
      [['list_workbook_encrypted', undefined, undefined]],
    ],
    [
      'an archive with a password',
      zip(workbookFiles({ a: [['编号'], ['A']] }), { encrypted: true }),
      [['list_workbook_encrypted', undefined, undefined]],
    ],
  ]
  for (const [name, list, refused] of cases) t.same(await rowsOf(list), refused, name)
})

t.test('archives made to burst', async (t) => {
  const files = workbookFiles({ a: [['编号'], ['A']] })
  const zeros = 'x'.repeat(70 * 1024 * 1024)
  const cases: [name: string, list: Buffer, code: string][] = [
    ['70 MiB of one letter', zip({ ...files, 'xl/x.xml': zeros }), 'list_workbook_too_complex'],
    ['that says it is small', zip({ ...files, 'xl/x.xml': zeros }, { declared: 1000 }), 'list_workbook_malformed'],
    [
      '1,001 entries',
      zip({ ...files, ...Object.fromEntries(Array.from({ length: 1001 }, (_, at) => [`x/${at}`, ''])) }),
      'list_workbook_too_complex',
    ],
    [
      'a cell in the last column of each of many rows',
      zip({ ...files, 'xl/worksheets/sheet1.xml': wideSheet() }),
      'list_workbook_too_complex',
    ],
  ]
  for (const [name, list, code] of cases) {
    t.ok(list.length < 5 * 1024 * 1024, `${name} is small`)
    t.same(await rowsOf(list), [[code, undefined, undefined]], name)
  }
  const pictures = zip({ ...files, 'xl/media/a.bin': zeros })
  t.same(await rowsOf(pictures), [[2, 'A', '', '']], 'what is not read is not unpacked')
})

function wideSheet(): string {
  const rows = Array.from(
    { length: 20_000 },
    (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>${at}</v></c></row>`,
  )
  return `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`
}

t.test('at most twenty things wrong are told, in order, in both languages', async (t) => {
  const read = await readList(`编号,描述\n${'"",b\n'.repeat(40)}`, use)
  if (!('refused' in read)) return t.fail('it was read')
  t.equal(read.refused.length, 20)
  t.same(read.refused[0], {
    code: 'list_cell_missing',
    message: text('第 2 行“编号”没有填写', 'Line 2: “Identifier” is empty'),
    line: 2,
    column: 'identifier',
  })
})

t.test('the header that is wrong names the columns', async (t) => {
  const read = await readList('a,b\n1,2', use)
  if (!('refused' in read)) return t.fail('it was read')
  t.match(read.refused[0]?.message, {
    zh: '编号（必有）、描述、金额',
    en: 'Identifier (required), Description, Amount',
  })
})

t.test('the template reads back, its formulas harmless', async (t) => {
  for (const language of ['zh-CN', 'en'] as const) {
    const template = listTemplate(columns, language)
    t.match(template, "'=identifier 2")
    t.same(await rowsOf(bytes(template)), [
      [2, 'identifier 1', 'description 1', 'amount 1'],
      [3, '=identifier 2', '=description 2', '=amount 2'],
    ])
  }
})

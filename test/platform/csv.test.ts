import t from 'tap'
import { csvFile, decodeText, withoutFormulaGuard } from '../../src/platform/csv.ts'

t.test('cells are quoted where they must be, and none is run as a formula', async (t) => {
  for (const [cell, written] of [
    ['机床', '机床'],
    ['', ''],
    ['a,b', '"a,b"'],
    ['a;b', '"a;b"'],
    ['5" 管', '"5"" 管"'],
    ['两\n行', '"两\n行"'],
    [' 前后 ', '" 前后 "'],
    ['=1+1', "'=1+1"],
    ['+86 10', "'+86 10"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', '"\'\t=1"'],
    ['=HYPERLINK("http://x","y")', `"'=HYPERLINK(""http://x"",""y"")"`],
    ["'引号", "'引号"],
  ] as const) {
    t.equal(csvFile([[cell]]), `\ufeff${written}\r\n`, JSON.stringify(cell))
  }
  t.equal(
    csvFile([
      ['甲', '乙'],
      ['1', '2'],
    ]),
    '\ufeff甲,乙\r\n1,2\r\n',
  )
})

t.test('a guarded cell is read as what it was', async (t) => {
  for (const cell of ['=1+1', '+86', '-5', '@x']) t.equal(withoutFormulaGuard(`'${cell}`), cell)
  for (const cell of ["'引号", "''", '', 'a']) t.equal(withoutFormulaGuard(cell), cell)
})

t.test('text is read in the encodings that spreadsheets write', async (t) => {
  const bytes = (hex: string) => Buffer.from(hex, 'hex')
  t.equal(decodeText(Buffer.from('名称,数量')), '名称,数量')
  t.equal(decodeText(Buffer.from('\ufeff名称')), '名称')
  t.equal(decodeText(bytes('c3fbb3c6')), '名称', 'GB2312')
  t.equal(decodeText(bytes('fffe0d54f079')), '名称', 'UTF-16, little end first')
  t.equal(decodeText(bytes('feff540d79f0')), '名称', 'UTF-16, big end first')
  t.equal(decodeText(bytes('9835f738')), '\u{2a700}', 'a character that only GB18030 has')
  t.match(decodeText(bytes('ff80')), /\ufffd/, 'bytes that are neither')
})

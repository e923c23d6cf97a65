import fc from 'fast-check'
import t from 'tap'
import { text } from '../../src/platform/text.ts'
import {
  type Reading,
  readAmount,
  readChoice,
  readCurrency,
  readDate,
  readLine,
  readNumber,
  readParagraph,
  readWholeNumber,
} from '../../src/registrations/typed-values.ts'

/** The value, `undefined` for nothing typed, or the code of the refusal in brackets. */
function told(reading: Reading): unknown {
  if (reading === undefined) return undefined
  return 'value' in reading ? reading.value : `[${reading.refused.code}]`
}

function table(read: (typed: string) => Reading, cases: readonly (readonly [string, unknown])[]) {
  return async (t: Tap) => {
    for (const [typed, expected] of cases) t.equal(told(read(typed)), expected, JSON.stringify(typed))
  }
}
type Tap = { equal(found: unknown, wanted: unknown, message: string): void }

t.test(
  'amounts',
  table(readAmount, [
    ['', undefined],
    ['  ', undefined],
    ['1000000', '1000000'],
    ['1,000,000.00', '1000000.00'],
    ['1 000 000', '1000000'],
    ['１，２３４．５０', '1234.50'],
    ['¥1,234.5', '1234.5'],
    ['￥1,234', '1234'],
    ['\u202d12.00\u202c', '12.00'],
    ['007', '7'],
    ['0.50', '0.50'],
    ['0', '0'],
    ['1,234', '1234'],
    ['9999999999999999.99', '9999999999999999.99'],
    ['20,5', '[amount_not_read]'],
    ['1,23', '[amount_not_read]'],
    ['12,34,567', '[amount_not_read]'],
    ['1.234.567', '[amount_not_read]'],
    ['1.234,50', '[amount_not_read]'],
    ['1,234 567', '[amount_not_read]'],
    ['1.005', '[amount_not_read]'],
    ['-5', '[amount_not_read]'],
    ['.5', '[amount_not_read]'],
    ['5.', '[amount_not_read]'],
    ['1e6', '[amount_not_read]'],
    ['500万', '[amount_not_read]'],
    ['十万', '[amount_not_read]'],
    ['10000000000000000', '[amount_not_read]'],
  ]),
)

t.test(
  'quantities',
  table(readNumber, [
    ['', undefined],
    ['2', 2],
    ['２', 2],
    ['1,250.5', 1250.5],
    ['0.000001', 0.000001],
    ['2.50', 2.5],
    ['100', 100],
    ['0', 0],
    ['20,5', '[number_not_read]'],
    ['二台', '[number_not_read]'],
    ['2台', '[number_not_read]'],
    ['-1', '[number_not_read]'],
    ['1/2', '[number_not_read]'],
    ['0.0000001', '[number_not_read]'],
    ['9007199254740993', '[number_too_long]'],
    ['123456789012.123456', '[number_too_long]'],
  ]),
)

t.test(
  'months',
  table(readWholeNumber, [
    ['', undefined],
    ['36', 36],
    [' ３６ ', 36],
    ['0', 0],
    ['36.5', '[number_not_whole]'],
    ['三年', '[number_not_whole]'],
    ['-1', '[number_not_whole]'],
  ]),
)

t.test(
  'dates',
  table(readDate, [
    ['', undefined],
    ['2026-11-22', '2026-11-22'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年11月1日', '2026-11-01'],
    ['2026 年 11 月 1 日', '2026-11-01'],
    ['２０２６－１１－２２', '2026-11-22'],
    ['20261122', '2026-11-22'],
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', '[date_not_real]'],
    ['2026-13-01', '[date_not_real]'],
    ['2026-00-10', '[date_not_real]'],
    ['3/4/2026', '[date_not_read]'],
    ['22-11-2026', '[date_not_read]'],
    ['2026-11/22', '[date_not_read]'],
    ['2026-11', '[date_not_read]'],
    ['45983', '[date_not_read]'],
  ]),
)

t.test(
  'lines',
  table(readLine, [
    ['', undefined],
    [' \t\n ', undefined],
    ['  织机 ', '织机'],
    ['型号\r\n规格', '型号 规格'],
    ['a\tb', 'a b'],
    ['a  b', 'a  b'],
    ['<script>', '<script>'],
    ['坏\ufffd字', '[character_damaged]'],
  ]),
)

t.test(
  'paragraphs keep their lines',
  table(readParagraph, [
    ['一\r\n二\r三\n', '一\n二\n三'],
    [' \r\n', undefined],
  ]),
)
t.test(
  'currencies',
  table(readCurrency, [
    ['', undefined],
    [' cny ', 'CNY'],
    ['ＵＳＤ', 'USD'],
    ['xx', 'XX'],
  ]),
)

t.test(
  'choices are known by value and by label',
  table(
    (typed) => readChoice([{ value: 'paper', label: text('纸质凭证', 'On paper') }], typed),
    [
      ['', undefined],
      ['paper', 'paper'],
      ['纸质凭证', 'paper'],
      ['ON PAPER', 'paper'],
      ['羊皮', '羊皮'],
    ],
  ),
)

t.test('an amount written with separators reads as the same amount', async () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 9_999_999_999_999_999n }), fc.integer({ min: 0, max: 99 }), (yuan, fen) => {
      const plain = `${yuan}.${String(fen).padStart(2, '0')}`
      const grouped = `${yuan.toLocaleString('en')}.${String(fen).padStart(2, '0')}`
      const wide = grouped.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0))
      return [plain, grouped, wide].every((each) => told(readAmount(each)) === plain)
    }),
  )
})

t.test('whatever is typed is read, refused or nothing, never thrown', async () => {
  const readers = [readAmount, readNumber, readWholeNumber, readDate, readLine, readParagraph, readCurrency]
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => readers.every((read) => told(read(typed)) !== null)))
})

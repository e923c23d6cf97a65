import { isWellFormedNumber } from '../platform/numbers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'

/** Modification codes by registration number, as pasted from two columns of a spreadsheet. Never stored or logged. */
export type PastedCodes = { codes: Map<string, string>; refused: Refusal[] }

const NUMBER_DIGITS = 20
const TOLD_MAX = 5

/**
 * Reads lines of a registration number and its code; spaces, separators and quotation marks between and within them do
 * not matter. A first line without digits is a heading. A number that is not in the batch, one that comes twice with
 * another code, and a line that cannot be read are refused: then nothing is filed.
 */
export function readPastedCodes(pasted: string, numbers: ReadonlySet<string>): PastedCodes {
  const codes = new Map<string, string>()
  const wrong: { row: number; message: (typeof unread)['message'] }[] = []
  const lines = pasted.normalize('NFKC').split(/\r\n?|\n/)
  for (const [at, line] of lines.entries()) {
    const plain = line.replace(/[^0-9A-Za-z]/g, '')
    if (plain === '' || (codes.size === 0 && wrong.length === 0 && !/\d/.test(plain))) continue
    const [number, code] = [plain.slice(0, NUMBER_DIGITS), plain.slice(NUMBER_DIGITS)]
    if (!isWellFormedNumber(number)) wrong.push({ row: at + 1, message: unread.message })
    else if (!numbers.has(number)) wrong.push({ row: at + 1, message: notInBatch })
    else if (code === '') continue
    else if ((codes.get(number) ?? code) !== code) wrong.push({ row: at + 1, message: twice })
    else codes.set(number, code)
  }
  const refused = wrong.slice(0, TOLD_MAX).map(({ row, message }) => ({
    ...unread,
    message: text(`第 ${row} 行：${message.zh}`, `Row ${row}: ${message.en}`),
  }))
  if (wrong.length > TOLD_MAX) refused.push({ ...unread, message: more(wrong.length - TOLD_MAX) })
  return { codes, refused }
}

const unread = {
  code: 'pasted_code_unread',
  pointer: '/pasted',
  message: text('应为登记证明编号和修改码两列', 'it must be a registration number and its modification code'),
} satisfies Refusal
const notInBatch = text('这项登记不在本批之中', 'this registration is not in the batch')
const twice = text('同一登记有两个不同的修改码', 'the same registration comes twice with different codes')

function more(count: number) {
  return text(`另有 ${count} 行有误`, `${count} more rows are wrong`)
}

import type { Refusal } from '../refusal.ts'
import { type Text, text } from '../text.ts'
import { thousands } from '../written-form.ts'
import { LIST_MAX_BYTES, LIST_ROWS_MAX, type ListColumn } from './list.ts'

/** What a refusal of a list tells beside its code. */
export type Told = {
  line?: number
  /** Another line that has to do with it. */
  other?: number
  column?: ListColumn
  columns?: readonly ListColumn[]
  /** As it stands in the file, shortened. */
  said?: string
  max?: number
}

/** A refusal of a list by its code: what is wrong, where, and what to do. The line and the column lead the message. */
export function listRefusal(code: ListRefusalCode, told: Told = {}): Refusal {
  const { line, column } = told
  const message = placed(wordings[code](told), line, column)
  return { code, message, ...(line && { line }), ...(column && { column: column.name }) }
}

export type ListRefusalCode = keyof typeof wordings

const max = (told: Told, otherwise: number) => thousands(told.max ?? otherwise)
const names = ({ columns = [] }: Told, language: 'zh' | 'en') =>
  columns.map(
    ({ label, required }) => label[language] + (required ? (language === 'zh' ? '（必有）' : ' (required)') : ''),
  )

const wordings = {
  list_empty: () => text('文件或文本是空的：请检查后重新选择', 'The file or text is empty: choose it again'),
  list_no_rows: () =>
    text('只有列名，没有内容：请在列名下填写', 'There are column names and nothing below them: fill in rows'),
  list_too_large: () =>
    text(
      `超过 ${LIST_MAX_BYTES / 2 ** 20} MiB：请拆分，或者删去与此无关的列`,
      `It is over ${LIST_MAX_BYTES / 2 ** 20} MiB: split it, or remove columns that have nothing to do with this`,
    ),
  list_too_many_rows: (told) =>
    text(
      `超过 ${max(told, LIST_ROWS_MAX)} 行：请拆分后分次办理`,
      `It has more than ${max(told, LIST_ROWS_MAX)} rows: split it`,
    ),
  list_not_text: () =>
    text(
      '不是文本，也不是工作簿：请存为 CSV（UTF-8）或 XLSX',
      'It is neither text nor a workbook: save it as CSV (UTF-8) or XLSX',
    ),
  list_bytes_undecodable: () =>
    text(
      '有无法解码的字节：文件应是 UTF-8、UTF-16（带 BOM）或 GB18030，请以“CSV UTF-8”重新保存',
      'has bytes that cannot be decoded: lists are UTF-8, UTF-16 with a byte order mark, or GB18030; save it as CSV UTF-8',
    ),
  list_encoding_mixed: ({ other = 0 }) =>
    text(
      `是 UTF-8，而第 ${thousands(other)} 行不是：同一文件混用了两种编码，请统一以“CSV UTF-8”保存`,
      `is UTF-8 and line ${thousands(other)} is not: two encodings stand in one file; save all of it as CSV UTF-8`,
    ),
  list_header_wrong: (told) =>
    text(
      `第一行应是列名，可用的列：${names(told, 'zh').join('、')}`,
      `The first row names the columns, and these are known: ${names(told, 'en').join(', ')}`,
    ),
  list_column_unknown: (told) =>
    text(
      `没有“${told.said}”这一列，请改名或删去。可用的列：${names(told, 'zh').join('、')}`,
      `There is no column “${told.said}”: rename or remove it. The columns: ${names(told, 'en').join(', ')}`,
    ),
  list_column_missing: (told) =>
    text(
      `缺少“${told.said}”列。可用的列：${names(told, 'zh').join('、')}`,
      `The column “${told.said}” is missing. The columns: ${names(told, 'en').join(', ')}`,
    ),
  list_column_twice: (told) =>
    text(`“${told.said}”与另一列同义，请删去一列`, `“${told.said}” names a column a second time; remove one`),
  list_too_many_cells: (told) =>
    text(
      `格数多于列名：内容中有分隔符的，请用引号括起；或者多出的格没有列名（“${told.said}”）`,
      `has more cells than there are columns: quote cells that hold a separator, or name the column of “${told.said}”`,
    ),
  list_quotation_mark_open: () =>
    text('附近的引号没有成对，请核对', 'or near it: a quotation mark has no partner; check it'),
  list_line_too_long: () => text('过长：可能引号没有成对，请核对', 'is too long: a quotation mark may have no partner'),
  list_line_not_json: () =>
    text(
      '不是一个 JSON 对象：每行一个对象，以列名为键，值为文字',
      'is no JSON object: one object a line, keyed by column, with text as values',
    ),
  list_cell_missing: () => text('没有填写', 'is empty'),
  list_cell_too_long: (told) => text(`超过 ${max(told, 0)} 个字符`, `has more than ${max(told, 0)} characters`),
  list_cell_line_break: () =>
    text(
      '含有换行：可能引号没有成对，使几行连成了一格',
      'holds a line break: rows may have run together for want of a quotation mark',
    ),
  list_cell_character: (told) =>
    text(
      `含有看不见的控制字符或乱码（${told.said}），请清空后重新输入`,
      `holds an invisible control or damaged character (${told.said}): clear it and type it again`,
    ),
  list_cell_digits_lost: (told) =>
    text(
      `是数字格式，只保留了 15 位有效数字（${told.said}）：请把该列设为“文本”后重新输入`,
      `is a number, of which the spreadsheet keeps 15 digits only (${told.said}): format the column as text and enter it again`,
    ),
  list_workbook_old: () =>
    text('是旧式工作簿（.xls）：请另存为 .xlsx 或 CSV', 'It is an old workbook (.xls): save it as .xlsx or CSV'),
  list_workbook_encrypted: () =>
    text(
      '工作簿有密码：请去掉密码后另存，再上传',
      'The workbook has a password: remove it, save the workbook, and send that',
    ),
  list_workbook_malformed: () =>
    text(
      '不是可以读取的工作簿：请用制作它的软件重新另存为 .xlsx 或 CSV',
      'It is no workbook that can be read: save it anew as .xlsx or CSV with the program that made it',
    ),
  list_workbook_too_complex: () =>
    text(
      '工作簿展开后过大或者过于复杂：请把清单复制到新的工作簿，或者存为 CSV',
      'The workbook is too large or complex when unpacked: copy the list to a new workbook, or save it as CSV',
    ),
  list_workbook_sheets: (told) =>
    text(
      `多张工作表都有内容（${told.said}）：请只保留清单所在的一张`,
      `Several sheets hold something (${told.said}): keep only the one with the list`,
    ),
  list_formula_error: (told) =>
    text(
      `单元格 ${told.said} 的公式出错或者没有计算结果：请在表格软件中重新计算，并粘贴为数值`,
      `The formula in cell ${told.said} has an error or no result: calculate it again and paste it as a value`,
    ),
} as const satisfies Record<string, (told: Told) => Text>

/** Every code that a list can be refused with. */
export const listRefusalCodes = Object.keys(wordings) as ListRefusalCode[]

function placed(words: Text, line: number | undefined, column: ListColumn | undefined): Text {
  if (line === undefined) return words
  const at = thousands(line)
  return column
    ? text(`第 ${at} 行“${column.label.zh}”${words.zh}`, `Line ${at}: “${column.label.en}” ${words.en}`)
    : text(`第 ${at} 行${words.zh}`, `Line ${at} ${words.en}`)
}

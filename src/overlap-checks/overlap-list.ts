import { checkIdentifier, type IdentifierScheme } from '../parties/identifiers.ts'
import type { ListColumn, ListRow, ListUse } from '../platform/lists/list.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type Text, text } from '../platform/text.ts'
import type { AssetKeyKind } from '../registrations/forms/define-form.ts'
import { keyDigest } from '../registrations/key-digest.ts'
import {
  assetIdentifierKey,
  identifierSearchKey,
  organizationSearchKey,
  SEARCH_LOGIC,
  SearchKeyError,
} from '../search/search-key.ts'
import type { AskedLine } from './overlap-check.ts'

/** Kinds of numbers, and what a cell may call each. */
export const kindLabels: Readonly<Record<AssetKeyKind, Text>> = {
  serial_number: text('序列号或车辆识别代号', 'Serial number or VIN'),
  contract_number: text('合同编号', 'Contract number'),
  invoice_number: text('发票号码', 'Invoice number'),
  document_number: text('仓单、提单、存单编号', 'Document number'),
}

const kindWords: Readonly<Record<AssetKeyKind, readonly string[]>> = {
  serial_number: ['序列号', '出厂编号', '车架号', '车辆识别代号', 'vin', 'serial', 'serial number'],
  contract_number: ['合同', '合同号', '合同编号', 'contract', 'contract number'],
  invoice_number: ['发票', '发票号', '发票号码', 'invoice', 'invoice number'],
  document_number: [
    ...['仓单', '仓单号', '提单', '提单号', '存单', '单证', '单证号', 'document', 'document number'],
    ...['warehouse receipt', 'bill of lading', 'bill', 'deposit certificate'],
  ],
}

const column = (
  name: string,
  label: Text,
  maxCharacters: number,
  examples: readonly [string, string],
  synonyms: readonly string[],
): ListColumn => ({ name, label, maxCharacters, examples, synonyms })

/** The columns of a list that is checked. None must be there, but each line has a number or a description. */
export const overlapColumns: readonly ListColumn[] = [
  column(
    'identifier',
    text('编号', 'Identifier'),
    200,
    ['LSVAU2180N2123456', ''],
    [
      ...['财产编号', '财产标识', '资产编号', '序列号', '出厂编号', '车架号', '车辆识别代号', '发票号码', '发票号'],
      ...[
        '合同编号',
        '合同号',
        '仓单号',
        '仓单编号',
        '提单号',
        '单证号',
        'number',
        'serial number',
        'vin',
        'asset identifier',
      ],
      ...['invoice number', 'contract number', 'document number', 'warehouse receipt number', 'bill of lading number'],
    ],
  ),
  column('kind', text('编号种类', 'Kind'), 60, ['序列号', ''], ['种类', '类型', 'type', 'kind of identifier']),
  {
    ...column(
      'description',
      text('财产描述', 'Description'),
      2_000,
      ['', 'CK6140 数控车床 沈阳机床'],
      [...['描述', '财产名称', '名称', '物品', '担保财产', 'asset', 'collateral', 'name']],
    ),
    multiline: true,
  },
  column(
    'debtorName',
    text('担保人名称', 'Debtor'),
    200,
    ['', '苏州示例精密机械有限公司'],
    [...['担保人', '抵押人', '出质人', '承租人', '买受人', '债务人', '企业名称', 'debtor name', 'company']],
  ),
  column(
    'debtorIdentifier',
    text('担保人代码', 'Debtor’s number'),
    60,
    ['', ''],
    [
      ...['统一社会信用代码', '担保人证件号码', '信用代码', '证件号码', 'debtor identifier', 'uscc', 'debtor code'],
      ...["debtor's number", 'debtor number'],
    ],
  ),
  column(
    'reference',
    text('您的编号', 'Your reference'),
    100,
    ['A-001', 'A-002'],
    [...['备注', '序号', '自编号', '参考号', 'note', 'notes', 'remark', 'no', 'ref']],
  ),
]

export const overlapUse: ListUse = { columns: overlapColumns, plain: 'identifier' }

/** What a line looks up: the key of its number, and the keys of its debtor. */
export type LineKeys = { asset?: WantedKey; debtors: WantedKey[] }
export type WantedKey = { digest: string; key: string }

/** The lines of a list with what each looks up, or what is wrong with them. @param today the day in Beijing */
export function askedLines(
  rows: readonly ListRow[],
  today: string,
): { lines: AskedLine[]; keys: LineKeys[] } | { refused: Refusal[] } {
  const refused: Refusal[] = []
  const lines: AskedLine[] = []
  const keys: LineKeys[] = []
  const firstOf = new Map<string, number>()
  for (const { line, values, sameAs } of rows) {
    if (refused.length >= REFUSALS_MAX) break
    const { identifier, kind: saidKind, description, debtorName, debtorIdentifier } = values
    const kind = saidKind === undefined ? undefined : kindOf(saidKind)
    const asset = identifier === undefined ? undefined : assetKeyOf(identifier)
    const debtors = debtorKeysOf(debtorName, debtorIdentifier, today)
    if (kind === 'unknown') refused.push(atCell(line, 'kind', kindUnknown(saidKind!)))
    if (asset === 'unkeyed') refused.push(atCell(line, 'identifier', identifierNotSearchable))
    if ('refused' in debtors) refused.push(atCell(line, debtors.column, debtors.refused))
    else if (identifier === undefined && description === undefined) refused.push(atCell(line, 'identifier', lineEmpty))
    else if (identifier === undefined && debtors.length === 0) refused.push(atCell(line, 'debtorName', debtorMissing))
    if (refused.length > 0 || kind === 'unknown' || asset === 'unkeyed' || 'refused' in debtors) continue
    const first = asset ? firstOf.get(asset.key) : undefined
    if (asset && first === undefined) firstOf.set(asset.key, line)
    const duplicateOf = first ?? sameAs
    // The columns are the line's own names.
    const said: AskedLine = { line, ...(values as Partial<AskedLine>) }
    if (kind !== undefined) said.kind = kind
    if (duplicateOf !== undefined) said.duplicateOf = duplicateOf
    lines.push(said)
    const compared = description === undefined ? [] : debtors
    keys.push(asset ? { asset, debtors: compared } : { debtors: compared })
  }
  return refused.length > 0 ? { refused } : { lines, keys }
}

const REFUSALS_MAX = 20

function kindOf(said: string): AssetKeyKind | 'unknown' {
  const folded = said
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
  for (const [kind, words] of Object.entries(kindWords)) {
    if (folded === kind.replace('_', ' ') || words.includes(folded)) return kind as AssetKeyKind
    const { zh, en } = kindLabels[kind as AssetKeyKind]
    if (folded === zh || folded === en.toLowerCase()) return kind as AssetKeyKind
  }
  return 'unknown'
}

function assetKeyOf(identifier: string): WantedKey | 'unkeyed' {
  if (!/[0-9A-Za-z]/.test(identifier) && !/[\p{L}\p{N}]/u.test(identifier.normalize('NFKC'))) return 'unkeyed'
  try {
    const key = assetIdentifierKey(identifier)
    return { key, digest: keyDigest('asset', null, key).toString('hex') }
  } catch (error) {
    if (error instanceof SearchKeyError) return 'unkeyed'
    throw error
  }
}

/** A number alone does not say of which kind it is: it is looked up as each that it is well formed for. */
const schemesByForm: readonly IdentifierScheme[] = [
  'uscc',
  'resident_id',
  'organization_code',
  'financial_institution_code',
  'lei',
]

function debtorKeysOf(
  name: string | undefined,
  identifier: string | undefined,
  today: string,
): WantedKey[] | { refused: Refusal; column: string } {
  const keys: WantedKey[] = []
  if (name !== undefined) {
    try {
      const key = organizationSearchKey(name)
      keys.push({ key, digest: keyDigest('organization_name', SEARCH_LOGIC, key).toString('hex') })
    } catch (error) {
      if (error instanceof SearchKeyError) return { refused: debtorNotSearchable, column: 'debtorName' }
      throw error
    }
  }
  if (identifier === undefined) return keys
  const schemes = schemesByForm.filter((scheme) => !checkIdentifier(scheme, identifier, undefined, today))
  if (schemes.length === 0) return { refused: numberUnrecognized, column: 'debtorIdentifier' }
  for (const scheme of schemes) {
    const key = identifierSearchKey(scheme, identifier)
    keys.push({ key, digest: keyDigest('identifier', null, key).toString('hex') })
  }
  return keys
}

/** The refusal with the line and the column that it is about. */
function atCell(line: number, name: string, { code, message }: Refusal): Refusal {
  return { code, line, column: name, message: text(`第 ${line} 行${message.zh}`, `Line ${line}: ${message.en}`) }
}

function kindUnknown(said: string): Refusal {
  const [zh, en] = [Object.values(kindLabels).map((each) => each.zh), Object.values(kindLabels).map((each) => each.en)]
  return {
    code: 'overlap_kind_unknown',
    message: text(
      `没有“${said}”这种编号，可用：${zh.join('；')}，或者留空`,
      `there is no kind “${said}”: use one of ${en.join('; ')}, or leave it empty`,
    ),
  }
}

const identifierNotSearchable: Refusal = {
  code: 'asset_identifier_not_searchable',
  message: text('编号中没有字母或数字，无法查询', 'this identifier has no letter or digit to search by'),
}
const lineEmpty: Refusal = {
  code: 'overlap_line_empty',
  message: text('没有编号，也没有财产描述', 'has neither an identifier nor a description'),
}
const debtorMissing: Refusal = {
  code: 'overlap_debtor_missing',
  message: text(
    '只有描述，没有担保人：描述只与同一担保人的登记比较，请填写担保人名称或代码',
    'has a description and no debtor: descriptions are compared with the registrations of one debtor; give its name or number',
  ),
}
const debtorNotSearchable: Refusal = {
  code: 'name_not_searchable',
  message: text(
    '担保人名称中没有可供查询的字，或含有未定义的字符',
    'the debtor’s name has nothing to search by, or has characters that are not defined',
  ),
}
const numberUnrecognized: Refusal = {
  code: 'overlap_debtor_number_unrecognized',
  message: text(
    '担保人代码不是有效的统一社会信用代码、组织机构代码、金融机构代码、LEI 或居民身份证号码，请核对；其他证件请改填名称',
    'the debtor’s number is no valid code of an organisation, LEI or resident identity number: compare it, or give the name',
  ),
}

import { checkIdentifier, identifierSchemes, isIdentifierScheme } from '../parties/identifiers.ts'
import type { ListColumn, ListRow, ListUse } from '../platform/lists/list.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { LINES_MAX, REFERENCE_MAX_CHARACTERS } from './bulk-search.ts'

/** The columns of a list of debtors. None must be there, but each line has a name or a number. */
export const bulkColumns: readonly ListColumn[] = [
  {
    name: 'name',
    label: text('名称', 'Name'),
    maxCharacters: 200,
    examples: ['苏州示例精密机械有限公司', ''],
    synonyms: [
      ...['机构名称', '企业名称', '单位名称', '公司名称', '客户名称', '担保人', '担保人名称', '债务人', '债务人名称'],
      ...['organisation name', 'organization name', 'company', 'company name', 'customer', 'customer name', 'debtor'],
    ],
  },
  {
    name: 'identifier',
    label: text('代码或证件号码', 'Number'),
    maxCharacters: 60,
    examples: ['91350100M000100Y43', '11010519491231002X'],
    synonyms: [
      ...['代码', '号码', '证件号码', '统一社会信用代码', '信用代码', '机构代码', '身份证号', '身份证号码', '身份证'],
      ...['code', 'identifier', 'uscc', 'id number', 'identity number', 'debtor identifier', 'registration code'],
    ],
  },
  {
    name: 'scheme',
    label: text('号码类型', 'Kind of number'),
    maxCharacters: 60,
    examples: ['', identifierSchemes.resident_id.label.zh],
    synonyms: ['证件类型', '代码类型', '类型', 'scheme', 'kind', 'type', 'id type', 'document type'],
  },
  {
    name: 'country',
    label: text('国家或地区', 'Country or region'),
    maxCharacters: 2,
    examples: ['', ''],
    synonyms: ['国家', '国别', '签发国', 'country', 'region', 'country code'],
  },
  {
    name: 'reference',
    label: text('您的编号', 'Your reference'),
    maxCharacters: REFERENCE_MAX_CHARACTERS,
    examples: ['A-001', 'A-002'],
    synonyms: ['客户编号', '客户号', '序号', '自编号', '参考号', '备注', 'ref', 'no', 'customer number', 'note'],
  },
]

export const bulkUse: ListUse = { columns: bulkColumns, maxRows: LINES_MAX, plain: 'name' }

/** A line before it is judged: as the JSON list gives it, or as it follows from a row of a file. */
export type AskedLine =
  | { line: number; asked: Record<string, unknown> }
  | { line: number; reference?: string; refused: Refusal[] }

/** The search that a row of a file asks for. */
export function askedByRow({ line, values }: ListRow): AskedLine {
  const { name, identifier, reference, country } = values
  const more = { ...(reference !== undefined && { reference }) }
  if (identifier === undefined) {
    if (name === undefined) return { line, ...more, refused: [lineEmpty] }
    return { line, asked: { by: 'organizationName', name, ...more } }
  }
  const scheme = schemeOf(values.scheme, identifier)
  if (typeof scheme !== 'string') return { line, ...more, refused: [scheme] }
  const needsCountry = isIdentifierScheme(scheme) && identifierSchemes[scheme].countryRequired
  const number = { scheme, value: identifier, ...(needsCountry && country && { country: country.toUpperCase() }) }
  // Individuals are searched by number, never by name: the name that stands beside it is not part of the question.
  if (isIndividuals(scheme)) return { line, asked: { by: 'individualId', ...number, ...more } }
  if (name === undefined) return { line, asked: { by: 'organizationIdentifier', ...number, ...more } }
  return { line, asked: { by: 'organizationName', name, identifier: number, ...more } }
}

function isIndividuals(scheme: string): boolean {
  return isIdentifierScheme(scheme) && (identifierSchemes[scheme].kinds as readonly string[]).includes('individual')
}

/** Kinds with a check character: a number that fits one of them alone needs no word about its kind. */
const toldByNumber = [
  'uscc',
  'resident_id',
  'organization_code',
  'lei',
  'residence_permit_hk_macao_taiwan',
  'foreign_permanent_resident_card',
] as const

function schemeOf(said: string | undefined, identifier: string): string | Refusal {
  if (said !== undefined) return schemesByWord.get(folded(said)) ?? schemeUnknown
  const fitting = toldByNumber.filter((scheme) => !checkIdentifier(scheme, identifier))
  return fitting.length === 1 ? fitting[0]! : schemeUnclear
}

const otherWords: Readonly<Record<string, string>> = {
  身份证: 'resident_id',
  居民身份证: 'resident_id',
  身份证号: 'resident_id',
  护照: 'passport',
  信用代码: 'uscc',
  营业执照: 'uscc',
  港澳居民来往内地通行证: 'mainland_travel_permit_hk_macao',
  港澳通行证: 'mainland_travel_permit_hk_macao',
  台湾居民来往大陆通行证: 'mainland_travel_permit_taiwan',
  台胞证: 'mainland_travel_permit_taiwan',
  港澳台居民居住证: 'residence_permit_hk_macao_taiwan',
  外国人永久居留身份证: 'foreign_permanent_resident_card',
  lei: 'lei',
  passport: 'passport',
}

const schemesByWord = new Map<string, string>([
  ...Object.entries(identifierSchemes).flatMap(([scheme, { label }]) =>
    [scheme, label.zh, label.en].map((word) => [folded(word), scheme] as const),
  ),
  ...Object.entries(otherWords).map(([word, scheme]) => [folded(word), scheme] as const),
])

function folded(word: string): string {
  return word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
}

const lineEmpty: Refusal = {
  code: 'bulk_line_empty',
  message: text('没有名称，也没有号码', 'This line has neither a name nor a number'),
}
const schemeUnknown: Refusal = {
  code: 'identifier_scheme_unknown',
  pointer: '/scheme',
  message: text(
    '没有这种号码类型，请写例如“统一社会信用代码”“居民身份证号码”“护照号码”',
    'There is no such kind of number; write for example “uscc”, “resident_id” or “passport”',
  ),
}
const schemeUnclear: Refusal = {
  code: 'identifier_scheme_unclear',
  pointer: '/identifier',
  message: text(
    '从号码看不出类型，或者校验不符：请核对号码；号码无误的，请填写“号码类型”',
    'The number does not tell its kind, or its check character is wrong: compare it, and if it is right give its kind',
  ),
}

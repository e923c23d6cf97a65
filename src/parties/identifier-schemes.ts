import { type Text, text } from '../platform/text.ts'

/** Who may be a party: an organisation (also a branch or an individual business), or an individual. */
export type PartyKind = 'organization' | 'individual'

/** What the form, the checks and the messages need to know of one kind of number. */
export type IdentifierSchemeInfo = {
  label: Text
  /** The document one compares the number with. */
  shownOn: Text
  hint: Text
  /** Which parties may use it. */
  kinds: readonly PartyKind[]
  /** Whether the number needs the country that gave it (ISO 3166-1 alpha-2). */
  countryRequired: boolean
  /** A number that passes the checks; it is nobody's, or a published example. */
  example: string
  exampleCountry?: string
  /**
   * The forms the number can have, one letter a character: N digit, A capital letter, C digit or capital letter,
   * X digit or X, U alphabet of the unified social credit code, H the letter H or M, V anything visible.
   */
  shapes: readonly string[]
}

/** All kinds of numbers a party can be identified by; those of organisations first, the usual one on top. */
export const identifierSchemes = {
  uscc: {
    label: text('统一社会信用代码', 'Unified social credit code'),
    shownOn: text('营业执照', 'business licence'),
    hint: text('18 位，见营业执照或法人证书', '18 characters, on the business licence or certificate of legal person'),
    kinds: ['organization'],
    countryRequired: false,
    example: '91350100M000100Y43',
    shapes: ['U'.repeat(18)],
  },
  organization_code: {
    label: text('组织机构代码', 'Organisation code'),
    shownOn: text('组织机构代码证', 'organisation code certificate'),
    hint: text(
      '9 位，可不写连字符；没有统一社会信用代码时使用',
      '9 characters, hyphen optional; for bodies without a unified code',
    ),
    kinds: ['organization'],
    countryRequired: false,
    example: 'D2143569X',
    shapes: [`${'C'.repeat(8)}X`],
  },
  financial_institution_code: {
    label: text('金融机构代码', 'Financial institution code'),
    shownOn: text('金融机构代码证', 'financial institution code certificate'),
    hint: text('14 位数字和字母，由中国人民银行编发', '14 digits and letters, given by the People’s Bank of China'),
    kinds: ['organization'],
    countryRequired: false,
    example: 'A0000A00000001',
    shapes: ['C'.repeat(14)],
  },
  lei: {
    label: text('法人识别编码（LEI）', 'Legal entity identifier (LEI)'),
    shownOn: text('法人识别编码记录', 'LEI record'),
    hint: text('20 位数字和字母', '20 digits and letters'),
    kinds: ['organization'],
    countryRequired: false,
    example: '3003000SAMPLE0000137',
    shapes: [`${'C'.repeat(18)}NN`],
  },
  foreign_registration: {
    label: text('境外注册号', 'Foreign registration number'),
    shownOn: text('境外登记机关的登记文件', 'foreign registry’s extract'),
    hint: text(
      '境外登记机关给的编号，并选国家或地区',
      'The number of the foreign registry; choose its country or region too',
    ),
    kinds: ['organization'],
    countryRequired: true,
    example: 'HRB12345',
    exampleCountry: 'DE',
    shapes: lengths(1, 50, 'V'),
  },
  resident_id: {
    label: text('居民身份证号码', 'Resident identity number'),
    shownOn: text('居民身份证', 'identity card'),
    hint: text(
      '18 位，末位可以是 X；也接受旧的 15 位号码',
      '18 characters, the last may be X; an old number of 15 digits will do too',
    ),
    kinds: ['individual'],
    countryRequired: false,
    example: '11010519491231002X',
    shapes: [`${'N'.repeat(17)}X`, 'N'.repeat(15)],
  },
  passport: {
    label: text('护照号码', 'Passport number'),
    shownOn: text('护照', 'passport'),
    hint: text(
      '5 至 20 位数字和字母，并选签发国家或地区',
      '5 to 20 digits and letters; choose the issuing country or region too',
    ),
    kinds: ['individual'],
    countryRequired: true,
    example: 'E12345678',
    exampleCountry: 'CN',
    shapes: lengths(5, 20, 'C'),
  },
  mainland_travel_permit_hk_macao: {
    label: text('港澳居民来往内地通行证号码', 'Mainland travel permit number (Hong Kong and Macao residents)'),
    shownOn: text('港澳居民来往内地通行证', 'mainland travel permit'),
    hint: text('H 或 M，后接 8 位数字；旧证后接 10 位', 'H or M and 8 digits; 10 digits on old permits'),
    kinds: ['individual'],
    countryRequired: false,
    example: 'H01234567',
    shapes: [`H${'N'.repeat(8)}`, `H${'N'.repeat(10)}`],
  },
  mainland_travel_permit_taiwan: {
    label: text('台湾居民来往大陆通行证号码', 'Mainland travel permit number (Taiwan residents)'),
    shownOn: text('台湾居民来往大陆通行证', 'mainland travel permit'),
    hint: text('8 位数字；旧证 10 位', '8 digits; 10 digits on old permits'),
    kinds: ['individual'],
    countryRequired: false,
    example: '01234567',
    shapes: ['N'.repeat(8), 'N'.repeat(10)],
  },
  residence_permit_hk_macao_taiwan: {
    label: text('港澳台居民居住证号码', 'Residence permit number (Hong Kong, Macao and Taiwan residents)'),
    shownOn: text('港澳台居民居住证', 'residence permit'),
    hint: text('18 位，以 81、82 或 83 开头', '18 characters, beginning with 81, 82 or 83'),
    kinds: ['individual'],
    countryRequired: false,
    example: '810000199408230021',
    shapes: [`${'N'.repeat(17)}X`],
  },
  foreign_permanent_resident_card: {
    label: text('外国人永久居留身份证号码', 'Foreign permanent resident card number'),
    shownOn: text('外国人永久居留身份证', 'permanent resident card'),
    hint: text(
      '18 位，以 9 开头；旧证为 3 个字母加 12 位数字',
      '18 characters beginning with 9; old cards: 3 letters and 12 digits',
    ),
    kinds: ['individual'],
    countryRequired: false,
    example: '911124198108030024',
    shapes: [`${'N'.repeat(17)}X`, `AAA${'N'.repeat(12)}`],
  },
} as const satisfies Record<string, IdentifierSchemeInfo>

/** The name of a kind of number, as it stands in a party's `identifier.scheme`. */
export type IdentifierScheme = keyof typeof identifierSchemes

/** Whether this names a kind of number the register knows. */
export function isIdentifierScheme(scheme: string): scheme is IdentifierScheme {
  return Object.hasOwn(identifierSchemes, scheme)
}

/** The kinds of numbers a party of this kind may use, in the order a form offers them. */
export function identifierSchemesFor(kind: PartyKind): IdentifierScheme[] {
  const schemes = Object.keys(identifierSchemes) as IdentifierScheme[]
  return schemes.filter((scheme) => (identifierSchemes[scheme].kinds as readonly PartyKind[]).includes(kind))
}

function lengths(min: number, max: number, character: string): readonly string[] {
  return Array.from({ length: max - min + 1 }, (_, index) => character.repeat(min + index))
}

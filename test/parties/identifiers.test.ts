import fc from 'fast-check'
import t from 'tap'
import { countryCodes } from '../../src/parties/countries.ts'
import {
  checkIdentifier,
  type IdentifierScheme,
  type IdentifierSchemeInfo,
  identifierSchemes,
  identifierSchemesFor,
  normalizeIdentifier,
} from '../../src/parties/identifiers.ts'
import { makeLei } from '../../src/parties/lei.ts'
import { makeOrganizationCode } from '../../src/parties/organization-code.ts'
import { makeResidentId } from '../../src/parties/resident-id.ts'
import { makeUscc, usccAlphabet } from '../../src/parties/uscc.ts'
import { identifierSearchKey } from '../../src/search/search-key.ts'

const today = '2026-11-22'

/** Published numbers: examples of the standards, and codes of well-known bodies. */
const valid: [string, string, string?][] = [
  ['uscc', '91350100M000100Y43'], // the example of GB 32100
  ['uscc', '91110000802100433B'],
  ['uscc', '914403001922038216'],
  ['uscc', '9144030071526726XG'],
  ['uscc', '91330100799655058B'],
  ['uscc', '91100000100003962T'],
  ['uscc', '911000001000013428'],
  ['uscc', '11100000000013338W'],
  ['uscc', '91110000802100433b'],
  ['uscc', ' 9111 0000-8021 0043 3B '],
  ['uscc', '９１１１００００８０２１００４３３Ｂ'],
  ['organization_code', 'D2143569-X'], // the example of GB 11714
  ['organization_code', 'D2143569X'],
  ['organization_code', '80210043-3'], // those inside the unified codes above
  ['organization_code', '19220382-1'],
  ['organization_code', '71526726-x'],
  ['organization_code', '79965505-8'],
  ['organization_code', '10000396-2'],
  ['financial_institution_code', 'A0000A00000001'],
  ['financial_institution_code', 'a0000a00000001'],
  ['lei', '5493001KJTIIGC8Y1R12'],
  ['lei', '7ZW8QJWVPR4P1J1KQY45'],
  ['lei', 'HWUPKR0MPOU8FGXBT394'],
  ['lei', '54930084UKLVMY22DS16'],
  ['lei', '213800wsgiizcxf1p572'],
  ['lei', '5067 00GE 1G29 325Q X363'],
  ['foreign_registration', 'HRB 12345', 'DE'],
  ['foreign_registration', 'CHE-123.456.789', 'ch'],
  ['foreign_registration', '7', 'HK'],
  ['foreign_registration', '1'.repeat(50), 'US'],
  ['foreign_registration', '第8号', 'JP'],
  ['resident_id', '11010519491231002X'], // the examples of GB 11643
  ['resident_id', '440524188001010014'],
  ['resident_id', '34052419800101001X'],
  ['resident_id', '11010519491231002x'],
  ['resident_id', '110105 19491231 002X'],
  ['resident_id', '110105491231002'],
  ['resident_id', makeResidentId('11010520240229001')],
  ['resident_id', makeResidentId('11010518500101001')],
  ['resident_id', makeResidentId('11010520261122001')],
  ['passport', 'E12345678', 'CN'],
  ['passport', 'e 1234 5678', 'CN'],
  ['passport', 'A1234', 'US'],
  ['passport', 'A1234567890123456789', 'TW'],
  ['mainland_travel_permit_hk_macao', 'H01234567'],
  ['mainland_travel_permit_hk_macao', 'm0123456700'],
  ['mainland_travel_permit_taiwan', '01234567'],
  ['mainland_travel_permit_taiwan', '0123456701'],
  ['residence_permit_hk_macao_taiwan', '810000199408230021'],
  ['residence_permit_hk_macao_taiwan', makeResidentId('83000019900101001')],
  ['foreign_permanent_resident_card', '911124198108030024'],
  ['foreign_permanent_resident_card', 'CAN110108670112'],
]

/** Each with the code it is refused by; the first one that applies counts. */
const refused: [string, string, string, string?][] = [
  ['identifier_scheme_unknown', 'tax_number', '1'],
  ['identifier_scheme_unknown', 'toString', '1'],
  ['identifier_missing', 'uscc', ''],
  ['identifier_missing', 'uscc', ' -\u200B '],
  ['identifier_missing', 'passport', '', 'CN'],
  ['identifier_control_character', 'uscc', '91350100M000100Y43\0'],
  ['identifier_control_character', 'uscc', '\u202E91350100M000100Y43'],
  ['identifier_control_character', 'foreign_registration', 'HRB\u0007 1', 'DE'],
  ['identifier_length_wrong', 'uscc', '91350100M000100Y4'],
  ['identifier_length_wrong', 'uscc', '91350100M000100Y433'],
  ['identifier_character_not_allowed', 'uscc', '9135O100M000100Y43'],
  ['identifier_character_not_allowed', 'uscc', '91350100M0001S0Y43'],
  ['identifier_character_not_allowed', 'uscc', '91350100M000100Y4/'],
  ['identifier_check_character_wrong', 'uscc', '91350100M000100Y44'],
  ['identifier_check_character_wrong', 'uscc', '91350100M000100Y4A'],
  ['identifier_check_character_wrong', 'uscc', '19350100M000100Y43'],
  ['identifier_length_wrong', 'organization_code', '80210043'],
  ['identifier_character_not_allowed', 'organization_code', '8021004.3'],
  ['identifier_character_not_allowed', 'organization_code', 'D2143569A'],
  ['identifier_check_character_wrong', 'organization_code', 'D21435690'],
  ['identifier_check_character_wrong', 'organization_code', '80210043-4'],
  ['identifier_length_wrong', 'financial_institution_code', 'A0000A0000000'],
  ['identifier_character_not_allowed', 'financial_institution_code', 'A0000A0000000号'],
  ['identifier_length_wrong', 'lei', '5493001KJTIIGC8Y1R1'],
  ['identifier_character_not_allowed', 'lei', '5493001KJTIIGC8Y1R1A'],
  ['identifier_character_not_allowed', 'lei', '5493001KJTI.GC8Y1R12'],
  ['identifier_check_character_wrong', 'lei', '5493001KJTIIGC8Y1R13'],
  ['identifier_check_character_wrong', 'lei', '5493001KJTIIGC8Y1R21'],
  ['identifier_country_missing', 'foreign_registration', 'HRB 12345'],
  ['identifier_country_missing', 'foreign_registration', 'HRB 12345', ''],
  ['identifier_country_unknown', 'foreign_registration', 'HRB 12345', 'UK'],
  ['identifier_country_unknown', 'foreign_registration', 'HRB 12345', 'DEU'],
  ['identifier_scheme_wrong', 'foreign_registration', '110000450001234', 'CN'],
  ['identifier_length_wrong', 'foreign_registration', '1'.repeat(51), 'DE'],
  ['identifier_character_not_allowed', 'foreign_registration', 'HRB\uE0001', 'DE'],
  ['identifier_character_not_allowed', 'foreign_registration', 'HRB\uD800', 'DE'],
  ['identifier_length_wrong', 'resident_id', '1101051949123100'],
  ['identifier_character_not_allowed', 'resident_id', '1101051949123100X2'],
  ['identifier_character_not_allowed', 'resident_id', '11010549123100X'],
  ['identifier_character_not_allowed', 'resident_id', '11010519491231002Y'],
  ['identifier_scheme_wrong', 'resident_id', '810000199408230021'],
  ['identifier_scheme_wrong', 'resident_id', '911124198108030024'],
  ['identifier_division_unknown', 'resident_id', makeResidentId('10010519491231002')],
  ['identifier_division_unknown', 'resident_id', '990105491231002'],
  ['identifier_date_not_real', 'resident_id', makeResidentId('11010520230229001')],
  ['identifier_date_not_real', 'resident_id', makeResidentId('11010519491301002')],
  ['identifier_date_not_real', 'resident_id', makeResidentId('11010519490431002')],
  ['identifier_date_not_real', 'resident_id', makeResidentId('11010518491231002')],
  ['identifier_date_not_real', 'resident_id', makeResidentId('11010520261123001')],
  ['identifier_date_not_real', 'resident_id', '110105490231002'],
  ['identifier_check_character_wrong', 'resident_id', '110105194912310021'],
  ['identifier_country_missing', 'passport', 'E12345678'],
  ['identifier_country_unknown', 'passport', 'E12345678', 'XX'],
  ['identifier_length_wrong', 'passport', 'E123', 'CN'],
  ['identifier_length_wrong', 'passport', 'A12345678901234567890', 'CN'],
  ['identifier_character_not_allowed', 'passport', 'E1234.678', 'CN'],
  ['identifier_length_wrong', 'mainland_travel_permit_hk_macao', 'H012345670'],
  ['identifier_character_not_allowed', 'mainland_travel_permit_hk_macao', 'T01234567'],
  ['identifier_character_not_allowed', 'mainland_travel_permit_hk_macao', 'H0123456A'],
  ['identifier_length_wrong', 'mainland_travel_permit_taiwan', '012345678'],
  ['identifier_character_not_allowed', 'mainland_travel_permit_taiwan', 'T1234567'],
  ['identifier_length_wrong', 'residence_permit_hk_macao_taiwan', '81000019940823002'],
  ['identifier_beginning_wrong', 'residence_permit_hk_macao_taiwan', '11010519491231002X'],
  ['identifier_date_not_real', 'residence_permit_hk_macao_taiwan', makeResidentId('81000019941323002')],
  ['identifier_check_character_wrong', 'residence_permit_hk_macao_taiwan', '810000199408230022'],
  ['identifier_length_wrong', 'foreign_permanent_resident_card', 'CAN11010867011'],
  ['identifier_character_not_allowed', 'foreign_permanent_resident_card', 'CA1110108670112'],
  ['identifier_beginning_wrong', 'foreign_permanent_resident_card', '11010519491231002X'],
  ['identifier_date_not_real', 'foreign_permanent_resident_card', makeResidentId('91112420270803002')],
  ['identifier_check_character_wrong', 'foreign_permanent_resident_card', '911124198108030025'],
]

t.test('published and well-formed numbers pass', async (t) => {
  for (const [scheme, value, country] of valid) {
    t.equal(checkIdentifier(scheme, value, country, today), undefined, `${scheme} ${value}`)
  }
})

t.test('each kind of mistake is refused by its code', async (t) => {
  for (const [code, scheme, value, country] of refused) {
    t.equal(checkIdentifier(scheme, value, country, today)?.code, code, `${scheme} ${JSON.stringify(value)}`)
  }
})

t.test('a refusal says what is wrong, where, and what to do', async (t) => {
  const said: [string, string, string, string][] = [
    [
      'uscc',
      '91350100M000100Y44',
      '统一社会信用代码第 18 位校验不符，请核对营业执照',
      'The 18th character of the unified social credit code does not match its check; compare it with the business licence',
    ],
    [
      'uscc',
      '91O50100M000100Y43',
      '统一社会信用代码第 3 位应为数字或字母，且不用字母 I、O、S、V、Z，请核对营业执照',
      'The 3rd character of the unified social credit code is a digit or a letter other than I, O, S, V, Z; compare it with the business licence',
    ],
    [
      'lei',
      '5493001KJTIIGC8Y1R13',
      '法人识别编码（LEI）第 19、20 位校验不符，请核对法人识别编码记录',
      'The 19th and 20th characters of the legal entity identifier (LEI) do not match their check; compare it with the LEI record',
    ],
    [
      'resident_id',
      '1101051949',
      '居民身份证号码应为 15 或 18 位，现为 10 位，请核对居民身份证',
      'The resident identity number has 15 or 18 characters, not 10; compare it with the identity card',
    ],
    [
      'resident_id',
      '810000199408230021',
      '这是港澳台居民居住证号码，不是居民身份证号码，请把证件类型改选为港澳台居民居住证',
      'This is a residence permit number (Hong Kong, Macao and Taiwan residents), not a resident identity number; choose residence permit as the document',
    ],
    [
      'resident_id',
      '11010519491331002X',
      '居民身份证号码第 7 至 14 位不是 1850 年至今的真实日期，请核对居民身份证',
      'Characters 7 to 14 of the resident identity number are no real date between 1850 and today; compare it with the identity card',
    ],
  ]
  for (const [scheme, value, zh, en] of said) {
    t.strictSame(checkIdentifier(scheme, value, undefined, today)?.message, { zh, en })
  }
})

t.test('no message repeats the number it refuses', async (t) => {
  for (const [, scheme, value, country] of refused) {
    const message = checkIdentifier(scheme, value, country, today)?.message
    if (value.trim().length > 4) t.notOk(`${message?.zh}${message?.en}`.includes(value), value)
  }
})

t.test('the table of schemes', async (t) => {
  const schemes = Object.entries(identifierSchemes) as [IdentifierScheme, IdentifierSchemeInfo][]
  for (const [scheme, info] of schemes) {
    t.equal(
      checkIdentifier(scheme, info.example, info.exampleCountry, today),
      undefined,
      `${scheme} has a good example`,
    )
    t.equal(info.exampleCountry !== undefined, info.countryRequired)
    const key = identifierSearchKey(scheme, info.example, 'DE')
    t.equal(key.split(':').length === 3, info.countryRequired, `${scheme} is keyed with the country if it needs one`)
    for (const text of [info.label, info.hint, info.shownOn]) t.ok(text.zh && text.en)
  }
  t.strictSame(identifierSchemesFor('organization'), [
    'uscc',
    'organization_code',
    'financial_institution_code',
    'lei',
    'foreign_registration',
  ])
  t.equal(identifierSchemesFor('individual').length, 6)
})

t.test('the form in which a number is shown', async (t) => {
  t.equal(normalizeIdentifier('uscc', ' 9135 0100-m000 100y 43\n'), '91350100M000100Y43')
  t.equal(normalizeIdentifier('organization_code', 'd2143569－x'), 'D2143569X')
  t.equal(normalizeIdentifier('resident_id', '110105491231002'), '110105491231002')
  t.equal(normalizeIdentifier('foreign_registration', 'che-123.456.789'), 'CHE123.456.789')
})

t.test('without a day, a birth date to come is not noticed', async (t) => {
  t.equal(checkIdentifier('resident_id', makeResidentId('11010529990101001')), undefined)
})

t.test('country codes are those of ISO 3166-1', async (t) => {
  t.equal(countryCodes.length, 249)
  t.strictSame([...new Set(countryCodes)].toSorted(), countryCodes)
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  for (const code of countryCodes) t.ok(names.of(code), code)
})

const digits = (count: number) => fc.stringMatching(new RegExp(`^[0-9]{${count}}$`))
const makers: [IdentifierScheme, (first: string) => string, fc.Arbitrary<string>][] = [
  ['uscc', makeUscc, fc.stringMatching(new RegExp(`^[${usccAlphabet}]{17}$`))],
  ['organization_code', makeOrganizationCode, fc.stringMatching(/^[0-9A-Z]{8}$/)],
  ['lei', makeLei, fc.stringMatching(/^[0-9A-Z]{18}$/)],
  ['resident_id', makeResidentId, digits(3).map((last) => `11010519491231${last}`)],
]

t.test(
  'numbers made with their check character pass, and no digit or neighbour can be mistaken unnoticed',
  async () => {
    for (const [scheme, make, first] of makers) {
      fc.assert(fc.property(first, (start) => checkIdentifier(scheme, make(start), undefined, today) === undefined))
    }
    const damaged: [IdentifierScheme, (first: string) => string, fc.Arbitrary<string>, number][] = [
      ['uscc', makeUscc, digits(17), 0],
      ['organization_code', makeOrganizationCode, digits(8), 0],
      ['lei', makeLei, digits(18), 0],
      ['resident_id', makeResidentId, digits(3).map((last) => `11010519491231${last}`), 14],
    ]
    for (const [scheme, make, first, from] of damaged) {
      fc.assert(
        fc.property(first, fc.nat(), fc.integer({ min: 1, max: 9 }), (start, where, shift) => {
          const number = make(start)
          const at = from + (where % (start.length - from - 1))
          const [one, next] = [number.charAt(at), number.charAt(at + 1)]
          const mistyped = number.slice(0, at) + ((Number(one) + shift) % 10) + number.slice(at + 1)
          const swapped = number.slice(0, at) + next + one + number.slice(at + 2)
          const passes = (value: string) => checkIdentifier(scheme, value, undefined, today) === undefined
          return !passes(mistyped) && (one === next || !passes(swapped))
        }),
        { numRuns: 500 },
      )
    }
  },
)

t.test('what is not the beginning of a number has no check character', async (t) => {
  const wrong = [() => makeUscc('O1350100M000100Y4'), () => makeUscc('9'), () => makeOrganizationCode('d2143569')]
  for (const make of [...wrong, () => makeLei('1'), () => makeResidentId('1101051949123100X')])
    t.throws(make, RangeError)
})

t.test('whatever is typed, the check answers', async () => {
  const scheme = fc.constantFrom(...(Object.keys(identifierSchemes) as IdentifierScheme[]))
  fc.assert(
    fc.property(scheme, fc.string({ unit: 'binary' }), (name, value) => {
      const refusal = checkIdentifier(name, value, 'DE', today)
      if (refusal !== undefined) return refusal.message.zh !== '' && refusal.message.en !== ''
      return identifierSearchKey(name, value, 'DE') !== ''
    }),
    { numRuns: 2_000 },
  )
})

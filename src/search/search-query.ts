import Type, { type Static } from 'typebox'
import { checkIdentifier, identifierSchemes, isIdentifierScheme } from '../parties/identifiers.ts'
import { Country, Identifier } from '../parties/party.ts'
import { isWellFormedNumber, normalizeNumber } from '../platform/numbers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { RFC_3339 } from '../registrations/as-of-query.ts'
import { keyDigest } from '../registrations/key-digest.ts'
import { nameKeyOrRefusal } from './name-refusal.ts'
import { assetIdentifierKey, identifierSearchKey } from './search-key.ts'
import type { SearchLogic } from './search-logics.ts'

/** What a search asks, and why (the Measures, arts. 24 to 27). */
export const purposes = {
  before_transaction: text('交易前', 'Before a transaction'),
  during_transaction: text('交易中', 'During a transaction'),
  after_transaction: text('交易后', 'After a transaction'),
  insolvency: text('破产', 'Insolvency'),
  dispute: text('纠纷', 'Dispute'),
  other_lawful: text('其他合法目的', 'Other lawful purpose'),
} as const

export const Purpose = Type.Unsafe<keyof typeof purposes>({ type: 'string', enum: Object.keys(purposes) })
const AsOf = Type.Object(
  {
    sequence: Type.Optional(Type.Integer({ minimum: 0 })),
    time: Type.Optional(Type.String({ format: 'date-time', pattern: RFC_3339 })),
  },
  { additionalProperties: false, minProperties: 1, maxProperties: 1 },
)
const typed = (maxLength: number) => Type.String({ minLength: 1, maxLength })
/** Matches in one answer, where the caller asks for a page. */
export const LIMIT_MAX = 1_000
const Limit = Type.Integer({ minimum: 1, maximum: LIMIT_MAX })
/** When near matches are computed beside the answer. */
const NearMatches = Type.Unsafe<'always' | 'when_nothing_found' | 'never'>({
  type: 'string',
  enum: ['always', 'when_nothing_found', 'never'],
})
const common = {
  purpose: Purpose,
  asOf: Type.Optional(AsOf),
  limit: Type.Optional(Limit),
  nearMatches: Type.Optional(NearMatches),
}
const closed = { additionalProperties: false }
const scheme = { scheme: typed(60), value: typed(60), country: Type.Optional(Country) }

const ByName = Type.Object(
  { by: Type.Literal('organizationName'), name: typed(200), identifier: Type.Optional(Identifier), ...common },
  closed,
)
const ByCode = Type.Object({ by: Type.Literal('organizationIdentifier'), ...scheme, ...common }, closed)
const ByPerson = Type.Object({ by: Type.Literal('individualId'), ...scheme, ...common }, closed)
const ByNumber = Type.Object({ by: Type.Literal('registrationNumber'), value: typed(60), ...common }, closed)
const ByAsset = Type.Object({ by: Type.Literal('assetIdentifier'), value: typed(200), ...common }, closed)

export type SearchBody =
  | Static<typeof ByName>
  | Static<typeof ByCode>
  | Static<typeof ByPerson>
  | Static<typeof ByNumber>
  | Static<typeof ByAsset>

export const SearchBody = Type.Unsafe<SearchBody>({
  type: 'object',
  required: ['by'],
  discriminator: { propertyName: 'by' },
  oneOf: [ByName, ByCode, ByPerson, ByNumber, ByAsset],
})

/** One key that a search looks under. `number` looks up a registration by its number. */
export type WantedKey = { target: 'debtor' | 'asset' | 'number'; digest: string; key: string; by: string }

/** The query as it is recorded and certified: what was asked, without purpose, moment and the form of the answer. */
export function queryOf(body: SearchBody) {
  const { purpose: _purpose, asOf: _asOf, limit: _limit, nearMatches: _near, ...query } = body
  return query
}

/** The keys of a query under a search logic, or why it cannot be searched. @param today the day in Beijing */
export function keysOf(body: SearchBody, today: string, logic: SearchLogic): { refused: Refusal[] } | WantedKey[] {
  switch (body.by) {
    case 'organizationName':
      return nameKeys(body.name, body.identifier, today, logic)
    case 'organizationIdentifier':
      return identifierKeys(body, 'organization', '', today, body.by)
    case 'individualId':
      return identifierKeys(body, 'individual', '', today, body.by)
    case 'registrationNumber': {
      const number = normalizeNumber(body.value)
      return isWellFormedNumber(number)
        ? [{ target: 'number', digest: '', key: number, by: body.by }]
        : { refused: [{ ...numberMistyped, pointer: '/value' }] }
    }
    case 'assetIdentifier':
      return assetKeys(body.value)
  }
}

function nameKeys(name: string, identifier: Identifier | undefined, today: string, logic: SearchLogic) {
  const codes = identifier
    ? identifierKeys(identifier, 'organization', '/identifier', today, 'organizationIdentifier')
    : []
  const key = nameKeyOrRefusal(name, logic)
  const refused = [
    ...('refused' in key ? [{ ...key.refused, pointer: '/name' }] : []),
    ...('refused' in codes ? codes.refused : []),
  ]
  if ('refused' in key || 'refused' in codes) return { refused }
  const digest = keyDigest('organization_name', logic.version, key.key).toString('hex')
  return [{ target: 'debtor', digest, key: key.key, by: 'organizationName' } as const, ...codes]
}

function identifierKeys(
  { scheme, value, country }: { scheme: string; value: string; country?: string },
  kind: 'organization' | 'individual',
  pointer: string,
  today: string,
  by: string,
): { refused: Refusal[] } | WantedKey[] {
  const known = isIdentifierScheme(scheme) ? identifierSchemes[scheme] : undefined
  if (known && !(known.kinds as readonly string[]).includes(kind)) {
    return { refused: [{ ...schemeOfOtherKind, pointer: `${pointer}/scheme` }] }
  }
  const wrong = checkIdentifier(scheme, value, country, today)
  if (wrong) return { refused: [{ ...wrong, pointer: `${pointer}/value` }] }
  const key = identifierSearchKey(scheme, value, country)
  return [{ target: 'debtor', digest: keyDigest('identifier', null, key).toString('hex'), key, by }]
}

function assetKeys(value: string): { refused: Refusal[] } | WantedKey[] {
  if (!value.isWellFormed() || value.includes('\u0000') || !/[\p{L}\p{N}]/u.test(value.normalize('NFKC')))
    return { refused: [notSearchable] }
  const key = assetIdentifierKey(value)
  return [{ target: 'asset', digest: keyDigest('asset', null, key).toString('hex'), key, by: 'assetIdentifier' }]
}

const numberMistyped: Refusal = {
  code: 'number_mistyped',
  message: text(
    '编号有误：应为 20 位数字且校验位相符，请逐位核对',
    'The number is mistyped: it has 20 digits with matching check digits; compare it digit by digit',
  ),
}
const schemeOfOtherKind: Refusal = {
  code: 'identifier_scheme_of_other_kind',
  message: text(
    '机构请用机构代码查询，个人请用身份证件号码查询',
    'Search an organisation by its code, an individual by an identity number',
  ),
}
const notSearchable: Refusal = {
  code: 'asset_identifier_not_searchable',
  pointer: '/value',
  message: text('编号中没有字母或数字，无法查询', 'This identifier has no letter or digit to search by'),
}

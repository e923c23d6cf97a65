import { checkIdentifier, identifierSchemes, isIdentifierScheme } from '../parties/identifiers.ts'
import { checkName } from '../parties/names.ts'
import type { Identifier, Party } from '../parties/party.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { identifierSearchKey } from '../search/search-key.ts'
import { judgeAttachmentList } from './named-attachments.ts'
import type { Collateral, RegistrationContent } from './registration-form.ts'

/** No form draws more than this many errors at once: the rest show when these are mended. */
export const REFUSALS_MAX = 50

/**
 * What the schema cannot say of a form: names that can be searched, check characters, texts, amounts and dates that go
 * together (formal examination only, the Measures art. 4). One guard a line, in the order of the form.
 * @param today the day in Beijing, YYYY-MM-DD
 */
export function judgeForm(content: RegistrationContent, today: string): Refusal[] {
  const refusals: Refusal[] = []
  content.securedParties.forEach((party, at) => refusals.push(...judgeParty(party, `/securedParties/${at}`, today)))
  content.debtors.forEach((party, at) => refusals.push(...judgeParty(party, `/debtors/${at}`, today)))
  refusals.push(...samePartyTwice(content.securedParties, '/securedParties'))
  refusals.push(...samePartyTwice(content.debtors, '/debtors'))
  refusals.push(...judgeCollateral(content.collateral))
  refusals.push(...judgeAmounts(content))
  refusals.push(...judgeTexts(content))
  refusals.push(...judgeAttachmentList(content))
  return refusals.slice(0, REFUSALS_MAX)
}

/** A party's own rules: name, identifier, parent of a branch, owner of an individual business. */
export function judgeParty(party: Party, pointer: string, today: string): Refusal[] {
  const refusals: Refusal[] = []
  const add = (refusal: Refusal | undefined, at: string) => {
    if (refusal) refusals.push({ ...refusal, pointer: `${pointer}${at}` })
  }
  if (party.name !== undefined) add(checkName(party.name), '/name')
  else if (party.kind === 'organization' && !party.owner) add(nameMissing, '/name')
  add(judgeIdentifier(party.identifier, party.kind, today), '/identifier/value')
  if (party.kind === 'individual') return refusals
  if (party.parent) {
    add(checkName(party.parent.name), '/parent/name')
    add(judgeIdentifier(party.parent.identifier, 'organization', today), '/parent/identifier/value')
  }
  if (party.owner) {
    add(checkName(party.owner.name), '/owner/name')
    add(judgeIdentifier(party.owner.identifier, 'individual', today), '/owner/identifier/value')
  }
  if (!party.parent && party.name && /分公司$/.test(party.name.trim())) add(parentMissing, '/parent')
  return refusals
}

function judgeIdentifier(identifier: Identifier, kind: Party['kind'], today: string): Refusal | undefined {
  const scheme = isIdentifierScheme(identifier.scheme) ? identifierSchemes[identifier.scheme] : undefined
  if (scheme && !(scheme.kinds as readonly string[]).includes(kind)) return schemeOfOtherKind
  return checkIdentifier(identifier.scheme, identifier.value, identifier.country, today)
}

function samePartyTwice(parties: readonly Party[], pointer: string): Refusal[] {
  const seen = new Set<string>()
  return parties.flatMap(({ identifier }, at) => {
    if (checkIdentifier(identifier.scheme, identifier.value, identifier.country)) return []
    const key = identifierSearchKey(identifier.scheme, identifier.value, identifier.country)
    if (!seen.has(key)) {
      seen.add(key)
      return []
    }
    return [{ ...partyTwice, pointer: `${pointer}/${at}/identifier/value` }]
  })
}

function judgeCollateral(collateral: Collateral): Refusal[] {
  const described = typeof collateral.description === 'string' && /[\p{L}\p{N}]/u.test(collateral.description)
  const listed = (collateral.items?.length ?? 0) > 0
  return described || listed ? [] : [collateralMissing]
}

function judgeAmounts(content: RegistrationContent): Refusal[] {
  const refusals: Refusal[] = []
  if (content.maximumAmountSecurity && !content.ceiling) refusals.push(ceilingMissing)
  for (const [pointer, money] of moneyIn(content)) {
    if (!currencies.has(money.currency)) refusals.push({ ...currencyUnknown, pointer: `${pointer}/currency` })
  }
  return refusals
}

/** The amounts of terms that are put right: the ceiling is asked for once the whole is known. */
export function judgeTerms(terms: object, pointer: string): Refusal[] {
  return [...moneyIn(terms, pointer)].flatMap(([at, money]) =>
    currencies.has(money.currency) ? [] : [{ ...currencyUnknown, pointer: `${at}/currency` }],
  )
}

/** Control characters and bidirectional controls have no place in anything that is shown to others (threat 11). */
export function judgeTextsIn(value: unknown, pointer: string): Refusal[] {
  const refusals: Refusal[] = []
  const visit = (value: unknown, pointer: string) => {
    if (refusals.length >= REFUSALS_MAX) return
    if (typeof value === 'string') {
      if (ordinaryText.test(value)) return
      if (!value.isWellFormed() || forbiddenCharacters.test(value)) refusals.push({ ...characterForbidden, pointer })
      else if (value.trim() === '') refusals.push({ ...blank, pointer })
    } else if (Array.isArray(value)) value.forEach((each, at) => visit(each, `${pointer}/${at}`))
    else if (value && typeof value === 'object') {
      for (const [name, each] of Object.entries(value)) visit(each, `${pointer}/${name}`)
    }
  }
  visit(value, pointer)
  return refusals
}

/** Names and identifiers have stricter rules of their own; everything else on the form is a text. */
function judgeTexts(content: RegistrationContent): Refusal[] {
  const { securedParties: _s, debtors: _d, attachments: _a, ...rest } = content
  const refusals = judgeTextsIn(rest, '')
  for (const role of ['securedParties', 'debtors'] as const) {
    content[role].forEach((party, at) => {
      const { name: _name, identifier: _identifier, ...others } = party
      refusals.push(...judgeTextsIn(others, `/${role}/${at}`))
    })
  }
  return refusals
}

// Most texts are of these alone and begin with one that is no blank: they are passed without a closer look.
const ordinaryText = /^[!-~\u4e00-\u9fa5\uff01-\uff5e][ -~\n\u4e00-\u9fa5\u3001-\u301f\uff01-\uff5e\u00b7]*$/

// Tabs and line breaks are allowed in descriptions; other controls, bidi controls, U+2028/9 and unassigned are not.
const forbiddenCharacters =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cn}/u

const currencies = new Set(Intl.supportedValuesOf('currency'))

function* moneyIn(value: unknown, pointer = ''): Generator<[string, { currency: string }]> {
  if (!value || typeof value !== 'object') return
  if (!Array.isArray(value) && 'currency' in value && 'amount' in value) {
    yield [pointer, value as { currency: string }]
    return
  }
  for (const [name, each] of Object.entries(value)) {
    if (name !== 'items') yield* moneyIn(each, `${pointer}/${name}`)
  }
}

const nameMissing: Refusal = {
  code: 'name_missing',
  message: text(
    '请填写名称；只有写明经营者的个体工商户可以没有字号',
    'Give the name; only an individual business with its owner named may have none',
  ),
}
const parentMissing: Refusal = {
  code: 'parent_missing',
  message: text(
    '分公司应填写所属法人（名称和代码）',
    'A branch must name the organisation it belongs to, with its code',
  ),
}
const schemeOfOtherKind: Refusal = {
  code: 'identifier_scheme_of_other_kind',
  message: text(
    '这种证件或代码不适用于此类主体（机构/个人），请改选',
    'This kind of identifier does not go with this kind of party (organisation or individual); choose another',
  ),
}
const partyTwice: Refusal = {
  code: 'party_listed_twice',
  message: text('同一主体已在上面填写，请删去一处', 'This party is listed above already; remove one of the two'),
}
const collateralMissing: Refusal = {
  code: 'collateral_missing',
  pointer: '/collateral/description',
  message: text(
    '请填写担保财产描述，或至少列出一项明细（办法第九条）',
    'Describe the collateral or list at least one item (art. 9 of the Measures)',
  ),
}
export const ceilingMissing: Refusal = {
  code: 'ceiling_missing',
  pointer: '/ceiling',
  message: text('最高额担保须填写最高债权额', 'Maximum-amount security needs its ceiling'),
}
const currencyUnknown: Refusal = {
  code: 'currency_unknown',
  message: text('币种代码不在 ISO 4217 之列，例如人民币为 CNY', 'Not a currency code of ISO 4217; for yuan write CNY'),
}
const characterForbidden: Refusal = {
  code: 'character_not_allowed',
  message: text(
    '含有不可见的控制字符，请删去后重新输入',
    'Contains invisible control characters; remove them and type again',
  ),
}
const blank: Refusal = {
  code: 'text_blank',
  message: text('只有空白，请填写内容或留空此项', 'Only blanks; fill it in or leave the field out'),
}

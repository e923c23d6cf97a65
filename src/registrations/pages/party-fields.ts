import { type IdentifierScheme, identifierSchemes, identifierSchemesFor } from '../../parties/identifiers.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Text, text } from '../../platform/text.ts'
import type { PageField } from '../field-errors.ts'
import type { Form } from '../forms/define-form.ts'
import { judgeSection } from '../judge-answers.ts'
import type { TypedAnswers, TypedParty } from '../typed-answers.ts'

export type PartyRole = 'securedParties' | 'debtors'

/** The labels of a party's fields, as its kind calls them. Pointers are into the party. */
export function partyFields(kind: TypedParty['kind']): PageField[] {
  const organization = kind === 'organization'
  return [
    { pointer: '/name', label: organization ? text('机构名称', 'Registered name') : text('姓名', 'Name') },
    ...identifierFields('', ...(organization ? code : document)),
    ...addressFields('', organization ? text('住所', 'Domicile') : text('证件载明的住址', 'Address on the document')),
    ...(organization ? organizationFields : []),
    { pointer: '/share', label: text('份额', 'Share') },
  ]
}

const code = [text('代码', 'Code'), text('代码类型', 'Kind of code')] as const
const document = [text('证件号码', 'Identity number'), text('证件类型', 'Kind of document')] as const

const organizationFields: readonly PageField[] = [
  {
    pointer: '/representative',
    label: text('法定代表人或者负责人', 'Legal representative or responsible person'),
  },
  { pointer: '/parent/name', label: text('所属法人名称', 'Name of the parent organisation') },
  ...identifierFields(
    '/parent',
    text('所属法人的代码', 'Code of the parent'),
    text('所属法人的代码类型', 'Kind of code of the parent'),
  ),
  ...addressFields('/parent', text('所属法人住所', 'Domicile of the parent')),
  { pointer: '/parent/representative', label: text('所属法人的法定代表人', 'Legal representative of the parent') },
  { pointer: '/owner/name', label: text('经营者姓名', 'Name of the owner') },
  ...identifierFields(
    '/owner',
    text('经营者的证件号码', 'Identity number of the owner'),
    text('经营者的证件类型', 'Kind of document of the owner'),
  ),
  ...addressFields('/owner', text('经营者住址', 'Address of the owner')),
]

function identifierFields(at: string, value: Text, scheme: Text): PageField[] {
  return [
    { pointer: `${at}/identifier/value`, label: value },
    { pointer: `${at}/identifier/scheme`, label: scheme, chosen: true },
    {
      pointer: `${at}/identifier/country`,
      label: text('登记或者签发的国家或地区', 'Country or region that gave it'),
      chosen: true,
    },
  ]
}

function addressFields(at: string, label: Text): PageField[] {
  return [
    { pointer: `${at}/address/line`, label },
    {
      pointer: `${at}/address/country`,
      label: text(`${label.zh}所在国家或地区`, `Country or region of the ${label.en.toLowerCase()}`),
      chosen: true,
    },
    { pointer: `${at}/address/division`, label: text('行政区划', 'Division') },
  ]
}

export function partyFieldLabel(kind: TypedParty['kind'], pointer: string): Text {
  const field = partyFields(kind).find((each) => each.pointer === pointer)
  if (!field) throw new Error(`a party has no field ${pointer}`)
  return field.label
}

/** What is wrong with one party; pointers are into the party. */
export function judgeParty(form: Form, role: PartyRole, party: TypedParty, today: string): Refusal[] {
  const others = { securedParties: [], debtors: [], [role]: [party] } as unknown as TypedAnswers
  const at = `/${role}/0`
  return judgeSection(form, role, others, today).refused.map((each) => ({
    ...each,
    pointer: (each.pointer ?? '').slice(at.length),
  }))
}

/** What the form calls the parties of a role. */
export function roleLabel(form: Form, role: PartyRole): Text {
  return role === 'debtors' ? form.debtorLabel : form.securedPartyLabel
}

/** The numbers that a kind of party may be identified by, as choices. */
export function schemeChoices(kind: TypedParty['kind']): { value: string; label: Text }[] {
  return identifierSchemesFor(kind).map((value) => ({ value, label: identifierSchemes[value].label }))
}

/** The numbers that need their country. */
export function schemesWithCountry(kind: TypedParty['kind']): IdentifierScheme[] {
  return identifierSchemesFor(kind).filter((scheme) => identifierSchemes[scheme].countryRequired)
}

/** A party as its page first shows it. */
export function blankParty(kind: TypedParty['kind'], id: string): TypedParty {
  const scheme = kind === 'organization' ? 'uscc' : 'resident_id'
  const address = () => ({ country: 'CN', division: '', line: '' })
  const relative = (its: string) => ({
    name: '',
    identifier: { scheme: its, value: '', country: '' },
    address: address(),
    representative: '',
  })
  return { ...relative(scheme), id, kind, share: '', parent: relative('uscc'), owner: relative('resident_id') }
}

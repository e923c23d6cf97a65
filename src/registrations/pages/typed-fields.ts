import { randomBytes } from 'node:crypto'
import type { Form } from '../forms/define-form.ts'
import type {
  TypedAnswers,
  TypedContract,
  TypedMoney,
  TypedParty,
  TypedRelative,
  TypedTerms,
} from '../typed-answers.ts'

/** The fields of a posted form, as the parser gave them: nothing in them is believed to have any shape. */
export type Fields = Record<string, unknown>

const CONTRACT_ROWS_MAX = 100

/**
 * The text of one field, '' when it is not there. NUL, which no database keeps in text, becomes U+FFFD and is refused.
 */
export function typed(fields: unknown, ...path: string[]): string {
  let value: unknown = fields
  for (const step of path) {
    value =
      typeof value === 'object' && value !== null && Object.hasOwn(value, step) ? (value as Fields)[step] : undefined
  }
  return typeof value === 'string' ? storable(value) : ''
}

/** Text as the database can keep it. */
export function storable(value: string): string {
  return value.replaceAll('\0', '\ufffd').toWellFormed()
}

/** An entry of which nothing was typed yet. */
export function blankAnswers(): TypedAnswers {
  return { securedParties: [], debtors: [], collateral: {}, terms: typedTerms({}) }
}

export function newPartyId(): string {
  return randomBytes(6).toString('hex')
}

/** A party's page, as typed. */
export function typedParty(fields: unknown, kind: TypedParty['kind']): TypedParty {
  const id = typed(fields, 'id')
  return {
    ...typedRelative(fields, []),
    id: /^[0-9a-f]{12}$/.test(id) ? id : newPartyId(),
    kind,
    share: typed(fields, 'share'),
    parent: typedRelative(fields, ['parent']),
    owner: typedRelative(fields, ['owner']),
  }
}

function typedRelative(fields: unknown, at: string[]): TypedRelative {
  return {
    name: typed(fields, ...at, 'name'),
    identifier: {
      scheme: typed(fields, ...at, 'identifier', 'scheme'),
      value: typed(fields, ...at, 'identifier', 'value'),
      country: typed(fields, ...at, 'identifier', 'country'),
    },
    address: {
      country: typed(fields, ...at, 'address', 'country'),
      division: typed(fields, ...at, 'address', 'division'),
      line: typed(fields, ...at, 'address', 'line'),
    },
    representative: typed(fields, ...at, 'representative'),
  }
}

/** The collateral page, as typed: by the form's fields, whatever they are. */
export function typedCollateral(form: Form, fields: unknown): TypedAnswers['collateral'] {
  return Object.fromEntries(
    form.fields.map(({ name, input }) => [
      name,
      input === 'amount' ? typedMoney(fields, 'collateral', name) : typed(fields, 'collateral', name),
    ]),
  )
}

/** The terms page, as typed. Contracts of which nothing was typed are left out. */
export function typedTerms(fields: unknown): TypedTerms {
  return {
    termMonths: typed(fields, 'termMonths'),
    securedAmount: typedMoney(fields, 'securedAmount'),
    maximumAmountSecurity: typed(fields, 'maximumAmountSecurity'),
    ceiling: typedMoney(fields, 'ceiling'),
    scope: typed(fields, 'scope'),
    negativePledge: typed(fields, 'negativePledge'),
    purchaseMoney: typed(fields, 'purchaseMoney', 'given'),
    deliveredOn: typed(fields, 'purchaseMoney', 'deliveredOn'),
    contracts: typedContracts(fields),
    filerReference: typed(fields, 'filerReference'),
  }
}

function typedMoney(fields: unknown, ...path: string[]): TypedMoney {
  return { currency: typed(fields, ...path, 'currency') || 'CNY', amount: typed(fields, ...path, 'amount') }
}

function typedContracts(fields: unknown): TypedContract[] {
  const rows = Array.from({ length: CONTRACT_ROWS_MAX + 1 }, (_, at) => ({
    number: typed(fields, 'contracts', String(at), 'number'),
    name: typed(fields, 'contracts', String(at), 'name'),
    date: typed(fields, 'contracts', String(at), 'date'),
  }))
  return rows.filter((row) => Object.values(row).some((each) => each.trim() !== ''))
}

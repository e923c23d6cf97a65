import Type, { type Static, type TProperties, type TSchema } from 'typebox'
import type { Text } from '../../platform/text.ts'

/**
 * A form is data: one file per security type states its fields once, and the API's validation, the OpenAPI document,
 * the pages, the certificate and the item template all come from it. Adding a type is adding a file.
 */
export const DESCRIPTION_MAX_CHARACTERS = 10_000
export const ITEMS_MAX = 5_000
export const CELL_MAX_CHARACTERS = 200

/** Which search by asset identifier a field's value is found under. */
export type AssetKeyKind = 'serial_number' | 'contract_number' | 'invoice_number' | 'document_number'

export type Choice = { readonly value: string; readonly label: Text }

export type Field = {
  readonly name: string
  readonly label: Text
  readonly hint?: Text
  readonly required: boolean
  readonly input: 'line' | 'paragraph' | 'choice' | 'yes_no' | 'date' | 'amount' | 'decimal' | 'number' | 'table'
  readonly choices?: readonly Choice[]
  readonly columns?: readonly Field[]
  readonly assetKey?: AssetKeyKind
  readonly schema: TSchema
}

type Options = { required?: boolean; hint?: Text; maxCharacters?: number; assetKey?: AssetKeyKind }

/** What registration does to a right of this type (domain: what can be registered); the certificate says it. */
export type Effect = Text

export type Form = {
  readonly securityType: string
  readonly label: Text
  readonly effect: Effect
  readonly securedPartyLabel: Text
  readonly debtorLabel: Text
  readonly fields: readonly Field[]
  /** What the form asks beyond its schema, in words for the page (for example where to go with other assets). */
  readonly note?: Text
  /** JSON schema of `collateral`. */
  readonly schema: TSchema
  /** A whole body that can be filed as it stands. */
  readonly example: Record<string, unknown>
}

/** One line of text, 1 to `maxCharacters` (200 unless told). */
export function line(name: string, label: Text, options: Options = {}): Field {
  const maxLength = options.maxCharacters ?? CELL_MAX_CHARACTERS
  return field(name, label, 'line', Type.String({ minLength: 1, maxLength }), options)
}

/** Text of several lines, 1 to `maxCharacters` (10,000 unless told). */
export function paragraph(name: string, label: Text, options: Options = {}): Field {
  const maxLength = options.maxCharacters ?? DESCRIPTION_MAX_CHARACTERS
  return field(name, label, 'paragraph', Type.String({ minLength: 1, maxLength }), options)
}

/** One of a closed list of values. */
export function choice(name: string, label: Text, choices: readonly Choice[], options: Options = {}): Field {
  const schema = Type.Unsafe<string>({ type: 'string', enum: choices.map((each) => each.value) })
  return { ...field(name, label, 'choice', schema, options), choices }
}

/** true or false. */
export function yesNo(name: string, label: Text, options: Options = {}): Field {
  return field(name, label, 'yes_no', Type.Boolean(), options)
}

/** A calendar date, YYYY-MM-DD. */
export function date(name: string, label: Text, options: Options = {}): Field {
  return field(name, label, 'date', Type.String({ format: 'date' }), options)
}

/** An amount with its currency: `{currency: "CNY", amount: "1000000.00"}`. */
export function amount(name: string, label: Text, options: Options = {}): Field {
  return field(name, label, 'amount', Money, options)
}

/** An amount in a table's cell: a decimal string alone, as cells paste from a spreadsheet; its currency is a column. */
export function decimal(name: string, label: Text, options: Options = {}): Field {
  return field(name, label, 'decimal', Decimal, options)
}

/** An ISO 4217 code in a table's cell. */
export function currency(name: string, label: Text, options: Options = {}): Field {
  return field(name, label, 'line', Currency, options)
}

/** A quantity above zero, up to 10^12, with at most six decimals that matter. */
export function number(name: string, label: Text, options: Options = {}): Field {
  return field(name, label, 'number', Type.Number({ exclusiveMinimum: 0, maximum: 1e12 }), options)
}

/** Rows of the same columns, up to 5,000. Columns are lines, choices, dates, decimals, currencies or numbers. */
export function table(name: string, label: Text, columns: readonly Field[], options: Options = {}): Field {
  const schema = Type.Array(objectOf(columns), { maxItems: ITEMS_MAX })
  return { ...field(name, label, 'table', schema, options), columns }
}

/** A decimal string of yuan (or the currency's main unit), 16 digits and two decimals at most, no sign. */
const Decimal = Type.String({ pattern: '^(0|[1-9][0-9]{0,15})(\\.[0-9]{1,2})?$' })

/** An ISO 4217 code, upper case. */
const Currency = Type.String({ pattern: '^[A-Z]{3}$' })

/** An amount with its currency. */
export const Money = Type.Object({ currency: Currency, amount: Decimal }, { additionalProperties: false })
export type Money = Static<typeof Money>

type Definition = Omit<Form, 'schema' | 'fields'> & { fields: readonly Field[] }

/** Completes a form's definition with the JSON schema of its collateral. */
export function defineForm(definition: Definition): Form {
  return { ...definition, schema: objectOf(definition.fields) }
}

function field(name: string, label: Text, input: Field['input'], schema: TSchema, options: Options): Field {
  const { required = false, hint, assetKey } = options
  return { name, label, input, required, schema, ...(hint && { hint }), ...(assetKey && { assetKey }) }
}

function objectOf(fields: readonly Field[]): TSchema {
  const properties: TProperties = {}
  for (const each of fields) properties[each.name] = each.required ? each.schema : Type.Optional(each.schema)
  return Type.Object(properties, { additionalProperties: false })
}

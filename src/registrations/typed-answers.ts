import type { FiledAttachment } from '../attachments/attachment.ts'
import { identifierSchemes, isIdentifierScheme } from '../parties/identifiers.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { Field, Form } from './forms/define-form.ts'
import { type PastedRows, readRows } from './pasted-rows.ts'
import { TERM_MONTHS_MAX } from './registration-form.ts'
import {
  type Reading,
  readAmount,
  readCurrency,
  readLine,
  readParagraph,
  readTyped,
  readWholeNumber,
} from './typed-values.ts'

/**
 * What a person has typed so far, letter for letter, also where it is wrong: nothing typed is ever lost. Every value is
 * text; '' is nothing typed, 'yes' and 'no' are the two answers of a yes-or-no field.
 */
export type TypedAnswers = {
  securedParties: TypedParty[]
  debtors: TypedParty[]
  /** By field of the form: text, pasted rows as text, or an amount with its currency. */
  collateral: Record<string, string | TypedMoney>
  terms: TypedTerms
  /** Files that were uploaded, in their order; missing before the first. */
  attachments?: FiledAttachment[]
}

export type TypedMoney = { currency: string; amount: string }
export type TypedIdentifier = { scheme: string; value: string; country: string }
export type TypedAddress = { country: string; division: string; line: string }

/** The part of an organisation that a branch (its parent) or an individual business (its owner) has besides. */
export type TypedRelative = { name: string; identifier: TypedIdentifier; address: TypedAddress; representative: string }

export type TypedParty = TypedRelative & {
  /** Tells this party from the others when the same page is sent twice or from two tabs. */
  id: string
  kind: 'organization' | 'individual'
  share: string
  parent: TypedRelative
  owner: TypedRelative
}

export type TypedContract = { number: string; name: string; date: string }

export type TypedTerms = {
  termMonths: string
  securedAmount: TypedMoney
  maximumAmountSecurity: string
  ceiling: TypedMoney
  scope: string
  negativePledge: string
  purchaseMoney: string
  deliveredOn: string
  contracts: TypedContract[]
  filerReference: string
}

/** A part of the body of POST /registrations, what could not be read in it, and the tables as they were read. */
export type ReadPart = { part: Record<string, unknown>; refused: Refusal[]; tables: Record<string, PastedRows> }

/** The parts of the form, each with its page. */
export const sections = ['securedParties', 'debtors', 'collateral', 'terms'] as const
export type Section = (typeof sections)[number]

/** Turns what was typed in one section into its part of the body. What cannot be read stays there as it was typed. */
export function readSection(form: Form, section: Section, answers: TypedAnswers): ReadPart {
  const reader = new Reader()
  switch (section) {
    case 'securedParties':
    case 'debtors': {
      const parties = answers[section].map((party, at) => readParty(reader, party, `/${section}/${at}`))
      return reader.part({ [section]: parties })
    }
    case 'collateral':
      return reader.part({ collateral: readCollateral(reader, form.fields, answers.collateral) })
    case 'terms':
      return reader.part(readTerms(reader, answers.terms))
  }
}

/** Collects what could not be read, with its place. */
class Reader {
  readonly #refused: Refusal[] = []
  readonly tables: Record<string, PastedRows> = {}

  /** The value of a reading; what cannot be read is told and stays as typed. */
  value(reading: Reading, typed: string, pointer: string): unknown {
    if (reading === undefined) return undefined
    if ('value' in reading) return reading.value
    this.refuse(reading.refused, pointer)
    return typed
  }

  refuse(refused: Refusal, pointer: string): void {
    this.#refused.push({ ...refused, pointer })
  }

  part(part: Record<string, unknown>): ReadPart {
    return { part, refused: this.#refused, tables: this.tables }
  }
}

function readParty(reader: Reader, typed: TypedParty, at: string): Record<string, unknown> {
  const organization = typed.kind === 'organization'
  const { name, identifier, address, representative } = readRelative(reader, typed, at)
  const parent = organization && isTyped(typed.parent) && readRelative(reader, typed.parent, `${at}/parent`)
  const owner = organization && isTyped(typed.owner) && readRelative(reader, typed.owner, `${at}/owner`)
  if (owner) delete owner.representative
  return present({
    kind: typed.kind,
    name,
    identifier,
    address: address ?? { country: typed.address.country },
    representative: organization ? representative : undefined,
    parent: parent || undefined,
    owner: owner || undefined,
    share: reader.value(readLine(typed.share), typed.share, `${at}/share`),
  })
}

function readRelative(reader: Reader, typed: TypedRelative, at: string): Record<string, unknown> {
  const { scheme, value, country } = typed.identifier
  const line = (typedText: string, pointer: string) => reader.value(readLine(typedText), typedText, `${at}${pointer}`)
  const needsCountry = isIdentifierScheme(scheme) && identifierSchemes[scheme].countryRequired
  const address = present({
    country: typed.address.country.trim() || undefined,
    division: line(typed.address.division, '/address/division'),
    line: line(typed.address.line, '/address/line'),
  })
  return present({
    name: line(typed.name, '/name'),
    identifier: present({
      scheme,
      value: line(value, '/identifier/value'),
      country: needsCountry ? country.trim() || undefined : undefined,
    }),
    address: address.division === undefined && address.line === undefined ? undefined : address,
    representative: line(typed.representative, '/representative'),
  })
}

/** Whether anything but the chosen scheme and countries stands there. */
function isTyped({ name, identifier, address, representative }: TypedRelative): boolean {
  return [name, identifier.value, address.division, address.line, representative].some((each) => each.trim() !== '')
}

function readCollateral(
  reader: Reader,
  fields: readonly Field[],
  typed: TypedAnswers['collateral'],
): Record<string, unknown> {
  return present(
    Object.fromEntries(
      fields.map((field) => {
        const pointer = `/collateral/${field.name}`
        const value = typed[field.name] ?? ''
        if (field.input === 'amount') return [field.name, readMoney(reader, moneyOf(value), pointer)]
        const raw = typeof value === 'string' ? value : ''
        if (field.input === 'table') return [field.name, readTable(reader, field, raw, pointer)]
        return [field.name, reader.value(readTyped(field, raw), raw, pointer)]
      }),
    ),
  )
}

function readTable(reader: Reader, field: Field, pasted: string, pointer: string): unknown {
  const columns = field.columns ?? []
  const read = readRows(columns, pasted)
  reader.tables[field.name] = read
  for (const each of read.refused) reader.refuse(each, pointer)
  if (read.rows.length === 0) return undefined
  return read.rows.map(({ cells }, at) =>
    present(
      Object.fromEntries(
        columns.map((column) => {
          const cell = cells[column.name] ?? ''
          return [column.name, reader.value(readTyped(column, cell), cell, `${pointer}/${at}/${column.name}`)]
        }),
      ),
    ),
  )
}

function readTerms(reader: Reader, typed: TypedTerms): Record<string, unknown> {
  const maximum = readTyped(yesNo('maximumAmountSecurity'), typed.maximumAmountSecurity)
  const ceiling = readMoney(reader, typed.ceiling, '/ceiling')
  if (ceiling && typed.maximumAmountSecurity !== 'yes') reader.refuse(ceilingUnasked, '/maximumAmountSecurity')
  const deliveredOn = reader.value(
    readTyped({ name: 'deliveredOn', input: 'date' }, typed.deliveredOn),
    typed.deliveredOn,
    '/purchaseMoney/deliveredOn',
  )
  if (deliveredOn !== undefined && typed.purchaseMoney !== 'yes') reader.refuse(deliveryUnasked, '/purchaseMoney/given')
  const contracts = typed.contracts.map((each, at) => readContract(reader, each, `/contracts/${at}`))
  const termMonths = reader.value(readWholeNumber(typed.termMonths), typed.termMonths, '/termMonths')
  if (typeof termMonths === 'number' && (termMonths < 1 || termMonths > TERM_MONTHS_MAX)) {
    reader.refuse(termOutOfRange, '/termMonths')
  }
  return present({
    termMonths,
    securedAmount: readMoney(reader, typed.securedAmount, '/securedAmount'),
    maximumAmountSecurity: reader.value(maximum, typed.maximumAmountSecurity, '/maximumAmountSecurity'),
    ceiling,
    scope: reader.value(readParagraph(typed.scope), typed.scope, '/scope'),
    negativePledge: reader.value(
      readTyped(yesNo('negativePledge'), typed.negativePledge),
      typed.negativePledge,
      '/negativePledge',
    ),
    purchaseMoney: typed.purchaseMoney === 'yes' ? present({ deliveredOn }) : undefined,
    contracts: contracts.length > 0 ? contracts : undefined,
    filerReference: reader.value(readLine(typed.filerReference), typed.filerReference, '/filerReference'),
  })
}

const yesNo = (name: string) => ({ name, input: 'yes_no' as const })

function readContract(reader: Reader, typed: TypedContract, at: string): Record<string, unknown> {
  return present({
    number: reader.value(readLine(typed.number), typed.number, `${at}/number`),
    name: reader.value(readLine(typed.name), typed.name, `${at}/name`),
    date: reader.value(readTyped({ name: 'date', input: 'date' }, typed.date), typed.date, `${at}/date`),
  })
}

/** An amount with its currency; a currency alone is nothing typed, since its field is filled in beforehand. */
function readMoney(reader: Reader, typed: TypedMoney, pointer: string): Record<string, unknown> | undefined {
  const amount = reader.value(readAmount(typed.amount), typed.amount, `${pointer}/amount`)
  if (amount === undefined) return undefined
  return present({
    currency: reader.value(readCurrency(typed.currency), typed.currency, `${pointer}/currency`),
    amount,
  })
}

function moneyOf(value: string | TypedMoney): TypedMoney {
  return typeof value === 'string' ? { currency: 'CNY', amount: value } : value
}

/** Without the names that hold nothing: what was not typed is absent from the body. */
function present(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}

const termOutOfRange: Refusal = {
  code: 'term_out_of_range',
  message: text(
    `应为 1 至 ${TERM_MONTHS_MAX} 个月（办法第十一条）`,
    `it must be 1 to ${TERM_MONTHS_MAX} months (art. 11 of the Measures)`,
  ),
}
const ceilingUnasked: Refusal = {
  code: 'ceiling_without_maximum',
  message: text(
    '已填写最高债权额：是最高额担保的请选“是”，否则请删去该金额',
    'A ceiling is given: choose Yes, or clear the ceiling',
  ),
}
const deliveryUnasked: Refusal = {
  code: 'delivery_without_purchase_money',
  message: text(
    '已填写交付日：是价款担保的请选“是”，否则请删去该日期',
    'A day of delivery is given: choose Yes, or clear the day',
  ),
}

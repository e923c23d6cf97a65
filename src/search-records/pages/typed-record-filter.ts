import { isWellFormedNumber, normalizeNumber } from '../../platform/numbers.ts'
import { problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Text, text } from '../../platform/text.ts'
import { type Fields, typed } from '../../registrations/pages/typed-fields.ts'
import { readDate } from '../../registrations/typed-values.ts'
import { purposes } from '../../search/search-query.ts'
import type { AskedDebtor } from '../asked-keys.ts'
import { REASON_MAX_CHARACTERS, type RecordFilter, type RecordPlace } from '../read-search-records.ts'

/** The fields of the form. A place in the list comes with the buttons to other pages. */
export const recordFields = [
  'reason',
  'searchNumber',
  'searchedFrom',
  'searchedTo',
  'purpose',
  'account',
  'debtorName',
  'debtorScheme',
  'debtorValue',
  'debtorCountry',
] as const

const TEXT_MAX_CHARACTERS = 200

/** What a registrar typed, as the API takes it. What was left empty narrows nothing. */
export function typedRecordFilter(fields: Fields): { filter: RecordFilter } | { refused: Refusal[] } {
  const refused: Refusal[] = []
  const line = (name: (typeof recordFields)[number], max = TEXT_MAX_CHARACTERS): string | undefined => {
    const value = typed(fields, name).trim()
    if (value.length > max) refused.push(tooLong(name, max))
    return value === '' ? undefined : value
  }
  const day = (name: 'searchedFrom' | 'searchedTo'): string | undefined => {
    const reading = readDate(typed(fields, name))
    if (reading && 'refused' in reading) refused.push({ ...reading.refused, pointer: `/${name}` })
    return reading && 'value' in reading ? String(reading.value) : undefined
  }
  const searchNumber = line('searchNumber')
  if (searchNumber !== undefined && !isWellFormedNumber(normalizeNumber(searchNumber)))
    refused.push({ code: 'number_mistyped', pointer: '/searchNumber', message: problems.number_mistyped.title })
  const purpose = line('purpose')
  const filter = {
    reason: line('reason', REASON_MAX_CHARACTERS),
    searchNumber: searchNumber === undefined ? undefined : normalizeNumber(searchNumber),
    searchedFrom: day('searchedFrom'),
    searchedTo: day('searchedTo'),
    purpose: purpose !== undefined && purpose in purposes ? purpose : undefined,
    account: line('account'),
    debtor: debtorIn(fields),
    before: placeIn(fields),
  }
  if (refused.length > 0) return { refused }
  return { filter: Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined)) }
}

/** By name, number or both; an individual's kinds of number are told by themselves. */
function debtorIn(fields: Fields): AskedDebtor | undefined {
  const [name, value] = [typed(fields, 'debtorName').trim(), typed(fields, 'debtorValue').trim()]
  const [scheme, country] = [typed(fields, 'debtorScheme'), typed(fields, 'debtorCountry').trim().toUpperCase()]
  if (name === '' && value === '') return undefined
  const identifier = { scheme, value, ...(country !== '' && { country }) }
  if (name === '') return { by: 'individualId', ...identifier }
  return { by: 'organizationName', name, ...(value !== '' && { identifier }) }
}

function placeIn(fields: Fields): RecordPlace | undefined {
  const [searchedAt, searchNumber] = [typed(fields, 'beforeTime'), typed(fields, 'beforeNumber')]
  const whole = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/.test(searchedAt) && /^\d{20}$/.test(searchNumber)
  return whole && !Number.isNaN(Date.parse(searchedAt)) ? { searchedAt, searchNumber } : undefined
}

function tooLong(name: string, max: number): Refusal {
  const message: Text = text(`最多 ${max} 个字符`, `At most ${max} characters`)
  return { code: 'text_too_long', pointer: `/${name}`, message }
}

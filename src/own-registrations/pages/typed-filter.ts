import { notSearchable } from '../../collateral-texts/search-collateral.ts'
import { queryOf } from '../../collateral-texts/text-terms.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { naming } from '../../registrations/field-errors.ts'
import { formOf } from '../../registrations/forms/forms.ts'
import { type Fields, typed } from '../../registrations/pages/typed-fields.ts'
import type { RegistrationStatus } from '../../registrations/registration-status.ts'
import { readDate, readLine } from '../../registrations/typed-values.ts'
import { FILTER_TEXT_MAX_CHARACTERS, type ListFilter, statuses } from '../list-filter.ts'

/** The fields of the filter's form, which are those of its address too. */
export const filterFields = [
  'debtor',
  'text',
  'securityType',
  'expires',
  'status',
  'reference',
  'filedFrom',
  'filedTo',
] as const
export type FilterField = (typeof filterFields)[number]

export const filterLabels = {
  debtor: text('担保人', 'Debtor'),
  text: text('担保财产文字', 'Words of the collateral'),
  securityType: text('担保类型', 'Security type'),
  expires: text('到期', 'Expiry'),
  status: text('状态', 'State'),
  reference: text('归档号', 'Your reference'),
  filedFrom: text('登记日自', 'Filed from'),
  filedTo: text('登记日至', 'Filed until'),
} as const satisfies Record<FilterField, unknown>

export type TypedFilter = { fields: Record<FilterField, string>; filter: ListFilter; refused: Refusal[] }

/** What was chosen, from an address or a form. What cannot be read is refused at its field and narrows nothing. */
export function readFilter(from: unknown): TypedFilter {
  const fields = Object.fromEntries(filterFields.map((name) => [name, typed(from, name).trim()])) as Record<
    FilterField,
    string
  >
  const refused: Refusal[] = []
  const line = (name: FilterField): string | undefined => {
    const reading = readLine(fields[name])
    if (!reading) return undefined
    const found = 'refused' in reading ? reading.refused : tooLong(String(reading.value))
    if (found) refused.push(atField(name, found))
    return found ? undefined : String((reading as { value: unknown }).value)
  }
  const day = (name: FilterField): string | undefined => {
    const reading = readDate(fields[name])
    if (reading && 'refused' in reading) refused.push(atField(name, reading.refused))
    return reading && 'value' in reading ? String(reading.value) : undefined
  }
  const { securityType, expires } = fields
  const status = expires === 'expired' ? 'expired' : fields.status
  const words = line('text')
  if (words !== undefined && !queryOf(words)) refused.push(notSearchable)
  const filter = {
    debtor: line('debtor'),
    text: words,
    securityType: formOf(securityType) ? securityType : undefined,
    expiresWithinDays: expires === '30' || expires === '90' ? Number(expires) : undefined,
    status: (statuses as string[]).includes(status) ? (status as RegistrationStatus) : undefined,
    filerReferencePrefix: line('reference'),
    filedFrom: day('filedFrom'),
    filedTo: day('filedTo'),
  }
  return { fields, filter: given(filter), refused }
}

/** The address of a page of the list, with what was chosen. */
export function listAddress(path: string, fields: Fields, more: Record<string, string> = {}): string {
  const chosen = filterFields.map((name) => [name, typed(fields, name)]).filter(([, value]) => value !== '')
  const query = new URLSearchParams([...chosen, ...Object.entries(more)]).toString()
  return query === '' ? path : `${path}?${query}`
}

function atField(name: FilterField, refusal: Refusal): Refusal {
  const message = naming({ label: filterLabels[name] }, refusal)
  return { code: refusal.code, pointer: `/${name}`, message }
}

function tooLong(value: string): Refusal | undefined {
  if (value.length <= FILTER_TEXT_MAX_CHARACTERS) return undefined
  const max = FILTER_TEXT_MAX_CHARACTERS
  return { code: 'text_too_long', message: text(`最多 ${max} 个字符`, `at most ${max} characters`) }
}

function given(filter: { [name in keyof ListFilter]: ListFilter[name] | undefined }): ListFilter {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

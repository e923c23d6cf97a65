import { errorAt, type FormState, fieldset, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'

type TypedSearch = Readonly<Record<string, unknown>>

/** The part of the search form that asks for an earlier moment, folded away: most searches are of the present. */
export function asOfFields(typed: TypedSearch, form: FormState): Html {
  const { sequence, time } = typedAsOf(typed)
  const shown = sequence !== '' || time !== '' || POINTERS.some((pointer) => errorAt(form.errors, pointer))
  const body = html`${textInput(form, {
    pointer: '/asOf/sequence',
    label: text('登记序号', 'Sequence'),
    hint: text('截至这一号登记，例如 12345。', 'Up to and including this filing, for example 12345.'),
    value: sequence,
    inputmode: 'numeric',
    width: 10,
    code: true,
  })}
${textInput(form, {
  pointer: '/asOf/time',
  label: text('或者时间（北京时间）', 'Or a time (Beijing time, UTC+8)'),
  hint: text('例如 2026-11-22 14:03:05。', 'For example 2026-11-22 14:03:05.'),
  value: time,
  width: 20,
  code: true,
})}`
  return html`<details class="govuk-details"${shown ? html` open` : nothing}><summary class="govuk-details__summary"><span class="govuk-details__summary-text">${inLanguage(text('查询过去的时点（选填）', 'Search as of an earlier moment (optional)'), form.language)}</span></summary>
<div class="govuk-details__text">${fieldset(form, {
    pointer: '/asOf',
    legend: text('过去的时点', 'The earlier moment'),
    legendClass: 'govuk-fieldset__legend--s',
    hint: text(
      '限于：法院和登记机构；以本机构名称、本人或者本机构号码查询自己；本账户是当事人的登记；重做您当时做过的同一查询。',
      'For courts and the registrar; for searching yourself, by your own name or number; for registrations to which your account is a party; and for making again a search that you made then.',
    ),
    body,
  })}</div></details>`
}

const POINTERS = ['/asOf', '/asOf/sequence', '/asOf/time']

/** As the API takes it, from what was typed; what cannot be read stays as it is, and is refused where it stands. */
export function asOfFrom(typed: TypedSearch): { sequence?: number | string; time?: string } | undefined {
  const { sequence, time } = typedAsOf(typed)
  if (sequence === '' && time === '') return undefined
  const digits = sequence.normalize('NFKC').replace(/[\s,]/gu, '')
  return {
    ...(sequence !== '' && { sequence: /^\d{1,15}$/.test(digits) ? Number(digits) : sequence }),
    ...(time !== '' && { time: beijingTime(time) }),
  }
}

/** 2026-11-22 14:03:05 and its like in Beijing become RFC 3339; a time that has its zone stays. */
function beijingTime(typed: string): string {
  const normal = typed
    .normalize('NFKC')
    .replace(/[年月/]/gu, '-')
    .replace('日', ' ')
  const [, year, month, day, hour, minute, second = '00'] =
    /^(\d{4})-(\d{1,2})-(\d{1,2})[\sT]+(\d{1,2}):(\d\d)(?::(\d\d(?:\.\d{1,6})?))?$/.exec(normal) ?? []
  if (!year) return typed
  const two = (part = '') => part.padStart(2, '0')
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minute}:${second}+08:00`
}

/** What the schema's refusals of these fields say on the page. */
export function asOfMessage(pointer: string | undefined): Text | undefined {
  switch (pointer) {
    case '/asOf':
      return text('登记序号和时间只填一项', 'Give a sequence or a time, not both')
    case '/asOf/sequence':
      return text('登记序号应为整数', 'The sequence is a whole number')
    case '/asOf/time':
      return text('时间请写成 2026-11-22 14:03:05', 'Write the time as 2026-11-22 14:03:05')
    default:
      return undefined
  }
}

function typedAsOf(typed: TypedSearch): { sequence: string; time: string } {
  const { sequence, time } = (typed.asOf ?? {}) as Record<string, unknown>
  const filled = (value: unknown) => (typeof value === 'string' ? value.trim() : '')
  return { sequence: filled(sequence), time: filled(time) }
}

import { type Html, html, joined, nothing } from './html.ts'
import type { Refusal } from './refusal.ts'
import { inLanguage, type Language, type Text, text } from './text.ts'

/**
 * Controls after GOV.UK's patterns. A field is known by its pointer into the body (RFC 6901): `/debtors/0/name` is the
 * control named `debtors[0][name]` with the id `debtors-0-name`, and a refusal with that pointer shows at it.
 */
export type FormState = { language: Language; errors: readonly Refusal[] }

/** What all controls take. A value that is neither text nor number is shown as empty. */
export type Control = {
  pointer: string
  label: Text
  hint?: Text | Html
  value?: unknown
  /** Says （选填） or (optional) after the label. */
  optional?: boolean
  /** The label is the page's heading or a lesser one. */
  labelClass?: string
  /** Goes before the control, between hint and input. */
  before?: Html
}

export type Choice = { value: string; label: Text; hint?: Text }

/** The name that a control posts under. */
export function fieldName(pointer: string): string {
  const [first = '', ...rest] = pointerParts(pointer)
  return first + rest.map((each) => `[${each}]`).join('')
}

/** The id of the control, without a #. */
export function fieldId(pointer: string): string {
  return pointerParts(pointer).join('-')
}

/** The first refusal of a field. */
export function errorAt(errors: readonly Refusal[], pointer: string): Refusal | undefined {
  return errors.find((each) => each.pointer === pointer)
}

/** What is wrong, on top of the page, each linked to its field. Empty without errors. */
export function errorSummary(errors: readonly Refusal[], language: Language): Html {
  if (errors.length === 0) return nothing
  const items = errors.map(({ pointer, message }) => {
    const words = inLanguage(message, language)
    return pointer ? html`<li><a href="#${fieldId(pointer)}">${words}</a></li>` : html`<li>${words}</li>`
  })
  return html`<div class="govuk-error-summary" data-error-summary tabindex="-1"><div role="alert">
<h2 class="govuk-error-summary__title">${inLanguage(text('请更正以下各处', 'There is a problem'), language)}</h2>
<div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list">${items}</ul></div>
</div></div>`
}

export function textInput(
  form: FormState,
  control: Control & {
    type?: 'text' | 'password' | 'search'
    inputmode?: 'numeric' | 'decimal' | 'text'
    /** `off` unless told: what is typed here is about others than the typist. */
    autocomplete?: string
    /** Characters of an average value, which the width follows. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
    /** Numbers and codes are set in tabular figures, and not spell-checked. */
    code?: boolean
    suffix?: Text
    maxLength?: number
  },
): Html {
  const { type = 'text', inputmode, autocomplete = 'off', width, code, suffix, maxLength } = control
  const classes = `govuk-input${width ? ` govuk-input--width-${width}` : ''}${code ? ' govuk-input--extra-letter-spacing' : ''}`
  const input = html`<input class="${classes}${failed(form, control)}" id="${fieldId(control.pointer)}" name="${fieldName(control.pointer)}" type="${type}" value="${type === 'password' ? '' : written(control.value)}" autocomplete="${autocomplete}"${inputmode ? html` inputmode="${inputmode}"` : nothing}${code ? html` spellcheck="false" autocapitalize="off"` : nothing}${maxLength ? html` maxlength="${maxLength}"` : nothing}${describedBy(form, control)}>`
  const whole = suffix
    ? html`<div class="govuk-input__wrapper">${input}<div class="govuk-input__suffix" aria-hidden="true">${inLanguage(suffix, form.language)}</div></div>`
    : input
  return group(form, control, whole)
}

export function textArea(form: FormState, control: Control & { rows?: number }): Html {
  const area = html`<textarea class="govuk-textarea${failed(form, control, 'govuk-textarea')}" id="${fieldId(control.pointer)}" name="${fieldName(control.pointer)}" rows="${control.rows ?? 5}" autocomplete="off"${describedBy(form, control)}>
${written(control.value)}</textarea>`
  return group(form, control, area)
}

/** A list to choose from. `empty` is the first line that chooses nothing. */
export function select(
  form: FormState,
  control: Control & { choices: readonly Choice[]; empty?: Text; autocomplete?: string },
): Html {
  const chosen = written(control.value)
  const options = control.choices.map(
    (each) =>
      html`<option value="${each.value}"${each.value === chosen ? html` selected` : nothing}>${inLanguage(each.label, form.language)}</option>`,
  )
  const empty = control.empty ? html`<option value="">${inLanguage(control.empty, form.language)}</option>` : nothing
  return group(
    form,
    control,
    html`<select class="govuk-select${failed(form, control, 'govuk-select')}" id="${fieldId(control.pointer)}" name="${fieldName(control.pointer)}" autocomplete="${control.autocomplete ?? 'off'}"${describedBy(form, control)}>${empty}${options}</select>`,
  )
}

/** One of a few. `small` sets them closer for people who file daily; `inline` side by side. */
export function radios(
  form: FormState,
  control: Control & { choices: readonly (Choice & { below?: Html })[]; small?: boolean; inline?: boolean },
): Html {
  const id = fieldId(control.pointer)
  const chosen = control.value === true || control.value === false ? String(control.value) : written(control.value)
  const items = control.choices.map((each, at) => {
    const own = at === 0 ? id : `${id}-${at + 1}`
    const hint = each.hint
      ? html`<div id="${own}-hint" class="govuk-hint govuk-radios__hint">${inLanguage(each.hint, form.language)}</div>`
      : nothing
    const below = each.below ? html`<div class="govuk-radios__conditional">${each.below}</div>` : nothing
    return html`<div class="govuk-radios__item"><input class="govuk-radios__input" id="${own}" name="${fieldName(control.pointer)}" type="radio" value="${each.value}"${each.value === chosen ? html` checked` : nothing}${each.hint ? html` aria-describedby="${own}-hint"` : nothing}><label class="govuk-label govuk-radios__label" for="${own}">${inLanguage(each.label, form.language)}</label>${hint}</div>${below}`
  })
  const classes = `govuk-radios${control.small ? ' govuk-radios--small' : ''}${control.inline ? ' govuk-radios--inline' : ''}`
  return choiceGroup(form, control, html`<div class="${classes}">${items}</div>`)
}

/** One box that says yes. Its label is the whole statement; it posts `true`. */
export function checkbox(form: FormState, control: Control): Html {
  const id = fieldId(control.pointer)
  const checked = control.value === true || control.value === 'true' || control.value === 'on'
  const error = errorAt(form.errors, control.pointer)
  return html`<div class="govuk-form-group${error ? ' govuk-form-group--error' : ''}">${errorMessage(form, control.pointer)}
<div class="govuk-checkboxes"><div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="${id}" name="${fieldName(control.pointer)}" type="checkbox" value="true"${checked ? html` checked` : nothing}${describedBy(form, control)}><label class="govuk-label govuk-checkboxes__label" for="${id}">${labelWords(form, control)}</label>${hintOf(form, control, 'govuk-checkboxes__hint')}</div></div></div>`
}

export function fileInput(form: FormState, control: Control & { accept: string; multiple?: boolean }): Html {
  return group(
    form,
    control,
    html`<input class="govuk-file-upload${failed(form, control, 'govuk-file-upload')}" id="${fieldId(control.pointer)}" name="${fieldName(control.pointer)}" type="file" accept="${control.accept}"${control.multiple ? html` multiple` : nothing}${describedBy(form, control)}>`,
  )
}

/** Controls that belong together. With a pointer, its own errors (`/debtors`: too few) show here and link here. */
export function fieldset(
  form: FormState,
  options: { legend: Text; legendClass?: string; pointer?: string; hint?: Text | Html; body: Html },
): Html {
  const { legend, legendClass = 'govuk-fieldset__legend--m', pointer, hint, body } = options
  const own = { pointer: pointer ?? '', label: legend, ...(hint && { hint }) }
  const error = pointer === undefined ? undefined : errorAt(form.errors, pointer)
  return html`<div class="govuk-form-group${error ? ' govuk-form-group--error' : ''}"><fieldset class="govuk-fieldset"${pointer ? html` id="${fieldId(pointer)}" tabindex="-1"${describedBy(form, own)}` : nothing}>
<legend class="govuk-fieldset__legend ${legendClass}">${inLanguage(legend, form.language)}</legend>
${hintOf(form, own)}${pointer ? errorMessage(form, pointer) : nothing}${body}</fieldset></div>`
}

/** The token that says that a form is our own page's. Every form that posts has it. */
export function hiddenCsrf(shell: { csrf: string }): Html {
  return hidden('_csrf', shell.csrf)
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

/** A button's word is a verb. `warning` is for what cannot be undone. */
export function submitButton(
  language: Language,
  label: Text,
  options: { kind?: 'secondary' | 'warning'; name?: string; value?: string } = {},
): Html {
  const { kind, name, value } = options
  return html`<button type="submit" class="govuk-button${kind ? ` govuk-button--${kind}` : ''}" data-once${name ? html` name="${name}" value="${value ?? ''}"` : nothing}>${inLanguage(label, language)}</button>`
}

export type SummaryRow = {
  key: Text
  value: string | Html
  actions?: readonly { href: string; label: Text; about: Text }[]
}

/**
 * Facts under one another: label, value, and what can be done about it (`about` is read out after the action's word).
 */
export function summaryList(rows: readonly SummaryRow[], language: Language): Html {
  const withActions = rows.some((row) => row.actions?.length)
  const items = rows.map(({ key, value, actions = [] }) => {
    const links = actions.map(
      ({ href, label, about }) =>
        html`<a class="govuk-link" href="${href}">${inLanguage(label, language)}<span class="govuk-visually-hidden"> ${inLanguage(about, language)}</span></a>`,
    )
    const last = withActions ? html`<dd class="govuk-summary-list__actions">${joined(links, html` `)}</dd>` : nothing
    return html`<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${inLanguage(key, language)}</dt><dd class="govuk-summary-list__value">${value}</dd>${last}</div>`
  })
  return html`<dl class="govuk-summary-list">${items}</dl>`
}

function group(form: FormState, control: Control, input: Html): Html {
  const error = errorAt(form.errors, control.pointer)
  return html`<div class="govuk-form-group${error ? ' govuk-form-group--error' : ''}"><label class="govuk-label${control.labelClass ? ` ${control.labelClass}` : ''}" for="${fieldId(control.pointer)}">${labelWords(form, control)}</label>
${hintOf(form, control)}${errorMessage(form, control.pointer)}${control.before ?? nothing}${input}</div>`
}

function choiceGroup(form: FormState, control: Control, items: Html): Html {
  const error = errorAt(form.errors, control.pointer)
  const legend = control.labelClass ?? 'govuk-fieldset__legend--s'
  return html`<div class="govuk-form-group${error ? ' govuk-form-group--error' : ''}"><fieldset class="govuk-fieldset"${describedBy(form, control)}><legend class="govuk-fieldset__legend ${legend}">${labelWords(form, control)}</legend>
${hintOf(form, control)}${errorMessage(form, control.pointer)}${control.before ?? nothing}${items}</fieldset></div>`
}

function labelWords(form: FormState, { label, optional }: Control): string {
  return inLanguage(label, form.language) + (optional ? inLanguage(text('（选填）', ' (optional)'), form.language) : '')
}

function hintOf(form: FormState, { pointer, hint }: Pick<Control, 'pointer' | 'hint'>, more = ''): Html {
  if (!hint) return nothing
  const words = 'zh' in hint ? inLanguage(hint, form.language) : hint
  return html`<div id="${fieldId(pointer)}-hint" class="govuk-hint${more ? ` ${more}` : ''}">${words}</div>`
}

function errorMessage(form: FormState, pointer: string): Html {
  const error = errorAt(form.errors, pointer)
  if (!error) return nothing
  const prefix = inLanguage(text('有误：', 'Error: '), form.language)
  return html`<p id="${fieldId(pointer)}-error" class="govuk-error-message"><span class="govuk-visually-hidden">${prefix}</span>${inLanguage(error.message, form.language)}</p>`
}

function describedBy(form: FormState, { pointer, hint }: Pick<Control, 'pointer' | 'hint'>): Html {
  const id = fieldId(pointer)
  const ids = [hint ? `${id}-hint` : '', errorAt(form.errors, pointer) ? `${id}-error` : ''].filter(Boolean)
  return ids.length > 0 ? html` aria-describedby="${ids.join(' ')}"` : nothing
}

function failed(form: FormState, { pointer }: Control, block = 'govuk-input'): string {
  return errorAt(form.errors, pointer) ? ` ${block}--error` : ''
}

function written(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

function pointerParts(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((each) => each.replaceAll('~1', '/').replaceAll('~0', '~'))
}

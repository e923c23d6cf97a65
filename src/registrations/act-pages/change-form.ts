import type { Pool } from 'pg'
import type { FormState } from '../../platform/form-controls.ts'
import type { Html } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Text, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { type Amendment, prepareNamedAmendment } from '../amend.ts'
import { Change } from '../amendment-changes.ts'
import { atFields, type PageField } from '../field-errors.ts'
import { declaration } from '../pages/check-page.ts'
import { COLLATERAL_BODY_MAX_BYTES } from '../pages/collateral-page.ts'
import type { Fields } from '../pages/typed-fields.ts'
import type { RegistrationState } from '../registration-state.ts'
import type { ActFiled, ActForm, ActPage } from './act-form.ts'

/** One kind of change as its page shows it: a page files one change. */
export type ChangeForm = {
  type: Change['type']
  /** Its path after the registration's and the act's, where a type has several pages. */
  path?: string
  label: Text
  /** What it is for, on the page where the kind is chosen. */
  purpose: Text
  wide?: boolean
  fields(typed: Fields): readonly PageField[]
  controls(page: ActPage, form: FormState, typed: Fields): Html
  more?(typed: Fields): Fields
  /** The change without its type; refusals have the pointers of the page's fields. */
  read(page: ActPage, typed: Fields): { change: Record<string, unknown>; refused: readonly Refusal[] }
  /** The field of the page for a place in the change, where they differ. */
  place?(pointer: string): string
  facts(page: ActPage, change: Record<string, unknown>, after: RegistrationState): Html
  /** What nothing takes back once this is filed. */
  irrevocable?(change: Record<string, unknown>): Text | undefined
  /** What comes next, where it is not that of every amendment. */
  next?(filed: ActFiled, page: ActPage): readonly Text[]
}

const check = compileBody(Change)

/** The path of a kind of change, after the registration's own. */
export function pathOfChange({ type, path }: Pick<ChangeForm, 'type' | 'path'>, act = '/amend'): string {
  return `${act}/${path ?? type.replaceAll('_', '-')}`
}

/** The change that was typed, by the page's form and by the schema of changes. */
export function readChange(
  form: ChangeForm,
  page: ActPage,
  typed: Fields,
): { change: Record<string, unknown>; refused: Refusal[] } {
  const place = form.place ?? ((pointer) => pointer)
  const { change, refused } = form.read(page, typed)
  const whole = { type: form.type, ...change }
  const told = new Set(refused.map(({ pointer }) => pointer))
  const unfit = check(whole)
    .map((each) => ({ ...each, pointer: place(each.pointer ?? '') }))
    .filter(({ pointer }) => !told.has(pointer) && !within(told, pointer))
  return { change: whole, refused: atFields([...refused, ...unfit], form.fields(typed)) }
}

/** An amendment 变更登记 of one change. */
export function amendmentOf(pool: Pick<Pool, 'query'>, form: ChangeForm): ActForm {
  const place = form.place ?? ((pointer) => pointer)
  const changeIn = (content: Record<string, unknown>) => (content as unknown as Amendment).changes[0]!
  return {
    path: pathOfChange(form),
    kind: 'amendment',
    title: text(`变更登记：${form.label.zh}`, `Amendment: ${form.label.en}`),
    verb: text('提交变更', 'Submit the amendment'),
    done: text('变更完成', 'Amended'),
    back: form.type === 'correction' ? '/amend/correction' : '/amend',
    ...(form.wide && { wide: true }),
    ...(form.more && { more: form.more }),
    ...(form.irrevocable && { irrevocable: (content) => form.irrevocable!(changeIn(content)) }),
    bodyLimit: COLLATERAL_BODY_MAX_BYTES,
    declaration,
    fields: form.fields,
    controls: form.controls,
    read: (page, typed) => {
      const { change, refused } = readChange(form, page, typed)
      return { content: { changes: [change], declaration: true }, refused }
    },
    place: (pointer) => place(pointer.replace(/^\/changes\/0/, '')),
    prepare: (filer, number, content, options) =>
      prepareNamedAmendment(pool, filer, number, content as unknown as Amendment, options),
    facts: (page, content, after) => form.facts(page, changeIn(content), after),
    next: (filed, page) =>
      form.next?.(filed, page) ?? [
        text(
          '变更自登记时起生效，此后的查询即按变更后的内容作答。',
          'The amendment took effect when it was filed; searches from now on answer by it.',
        ),
        text('修改码不变，请继续保存。', 'The modification code stays the same: keep it.'),
      ],
  }
}

/** A refusal of a part speaks for its whole: an amount of which the figure was told needs no second message. */
function within(told: ReadonlySet<string | undefined>, pointer: string): boolean {
  return [...told].some((each) => each?.startsWith(`${pointer}/`))
}

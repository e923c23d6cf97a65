import type { FastifyReply } from 'fastify'
import { attachmentTable } from '../../attachments/pages/attachment-table.ts'
import { checkbox, type FormState, hiddenCsrf, submitButton, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { type ProblemCode, problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import type { RegistrationState } from '../registration-state.ts'
import { attachmentsOf } from './act-attachments.ts'
import { draftRevisionField, saveDraftButton } from './act-draft-view.ts'
import type { ActForm, ActPage } from './act-form.ts'
import { actHeading } from './act-form-view.ts'
import { carried } from './act-typed.ts'

type Check = {
  fields: Fields
  content: Record<string, unknown>
  after: RegistrationState
  /** What is wrong on this page. */
  errors?: readonly Refusal[]
  /** Why it could not be filed although nothing is wrong with it. */
  problem?: { code: ProblemCode; retryAfterSeconds: number }
}

/** What will be filed and what will be so then; the code and the declaration that file it. */
export function sendActCheck(page: ActPage, act: ActForm, check: Check): FastifyReply {
  const { language, request } = page
  const { fields, content, after, problem } = check
  const errors = problem ? [{ code: problem.code, message: problemWords(problem.code) }] : (check.errors ?? [])
  if (problem) page.reply.header('retry-after', String(problem.retryAfterSeconds))
  const form = { language, errors }
  const irrevocable = act.irrevocable?.(content)
  const attachments = attachmentsOf(fields)
  const wrongCode = errors.some(({ code }) => code === 'modification_code_wrong')
  return sendPage(page.reply, {
    title: text(`核对${act.title.zh}`, `Check: ${act.title.en}`),
    ownHeading: true,
    ...(act.wide && { wide: true }),
    ...(errors.length > 0 && { errors, status: problem ? problems[problem.code].status : wrongCode ? 403 : 422 }),
    body: html`${actHeading(page, text(`核对${act.title.zh}`, `Check: ${act.title.en}`))}
${act.facts(page, content, after)}
${attachments.length > 0 ? attachmentTable(language, attachments) : nothing}
<form method="post" action="${page.path}" class="text-column" novalidate>
${hiddenCsrf(request.shell)}${carried(fields)}${draftRevisionField(page)}
${act.final ? cannotBeUndone(page) : nothing}
${irrevocable ? html`<div class="alarm"><p class="govuk-body">${inLanguage(irrevocable, language)}</p></div>` : nothing}
${act.by ? nothing : codeInput(form, wrongCode ? '' : typed(request.body, 'modificationCode'))}
${act.declaration ? checkbox(form, { pointer: '/declaration', label: act.declaration, value: typed(request.body, 'declaration') }) : nothing}
<div class="govuk-button-group">${submitButton(language, act.verb, { name: 'step', value: 'file', ...((act.final || irrevocable) && { kind: 'warning' }) })}
${submitButton(language, text('返回修改', 'Go back and change'), { kind: 'secondary', name: 'step', value: 'edit' })}
${act.by ? nothing : saveDraftButton(page)}</div>
</form>`,
  })
}

function codeInput(form: FormState, value: string): Html {
  return textInput(form, {
    pointer: '/modificationCode',
    label: text('修改码', 'Modification code'),
    hint: text(
      '初始登记完成时给出的 32 位代码，空格和大小写不影响。',
      'The 32 characters given when the registration was filed; spaces and case do not matter.',
    ),
    value,
    code: true,
  })
}

/** Vermilion: the one act that nothing takes back. */
export function cannotBeUndone({ language }: Pick<ActPage, 'language'>): Html {
  const say = speaker(language)
  return html`<div class="alarm"><p class="govuk-body"><strong>${say('注销不能撤回。', 'A discharge cannot be undone.')}</strong>
${inLanguage(endsWholly, language)}</p></div>`
}

const endsWholly = text(
  '注销后，这项登记全部失效，他人不再查得；重新登记的，顺位从重新登记时起算。只解除一部分担保财产或者担保人的，请办理变更登记。',
  'It ends the whole registration, which is then found by nobody; a new one ranks from its own time. To release a part of the collateral or one of the debtors, file an amendment.',
)

function problemWords(code: ProblemCode) {
  if (code === 'too_many_requests') return tooManyTries
  if (code === 'outcome_unknown' || code === 'request_in_progress') return notKnownYet
  return problems[code].title
}

const tooManyTries = text(
  '修改码错误次数过多，暂停办理，请一小时后再试。没有登记任何内容',
  'Too many wrong modification codes: try again in an hour. Nothing was filed',
)
const notKnownYet = text(
  '还不知道是否已经登记。请再次提交以得到结果，不会重复登记',
  'It is not known yet whether this was filed. Submit again to learn the result; it is never filed twice',
)

export const codeMissing: Refusal = {
  code: 'modification_code_missing',
  pointer: '/modificationCode',
  message: text('请填写修改码', 'Enter the modification code'),
}
export const declarationMissing: Refusal = {
  code: 'declaration_missing',
  pointer: '/declaration',
  message: text('请先确认填表人声明，再提交', 'Confirm the declaration, then submit'),
}

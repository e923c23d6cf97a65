import { may } from '../../accounts/person.ts'
import { summaryList, textArea } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { keepAnswer } from '../../platform/keep-answer.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import type { ActForm, ActPage } from '../../registrations/act-pages/act-form.ts'
import { present, refusedAt, valueRead } from '../../registrations/act-pages/typed-reading.ts'
import { atFields } from '../../registrations/field-errors.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { judgeTextsIn } from '../../registrations/registration-rules.ts'
import { readParagraph } from '../../registrations/typed-values.ts'
import { REASON_MAX_CHARACTERS, requesterOf } from '../code-routes.ts'
import { requestReplacement } from '../replace-code.ts'
import { codeOfficer, insteadForOthers } from './code-officer.ts'

const reason = { pointer: '/reason', label: text('申请的原因', 'Reason') }
const title = text('申请重发修改码', 'Ask for a new modification code')

/** A lost code: one person asks for a new one, another of the same side approves, and after a wait it is collected. */
export const replaceForm: ActForm = {
  path: '/modification-code/replace',
  back: '/modification-code',
  by: {
    ...codeOfficer,
    instead: (page) => insteadForOthers(page, title),
    carryOut: async (deps, page, content, request) => {
      const { registration, account } = page.state
      const made = await keepAnswer(deps.pool, page.person.userId, request, async () => {
        const requester = requesterOf(page.request)
        const done = await requestReplacement(deps.pool, requester, registration, account, String(content.reason))
        return 'refused' in done ? done : { answer: { codeReplacement: done.replacement.codeReplacement } }
      })
      return 'refused' in made ? made : { answer: Buffer.from(JSON.stringify(made.answer)) }
    },
  },
  title,
  verb: text('提交申请', 'Ask for it'),
  done: text('申请已经提出', 'Asked for'),
  fields: () => [reason],
  controls: (page, form, fields) => html`<p class="govuk-body">${inLanguage(steps(page), page.language)}</p>
${textArea(form, {
  ...reason,
  hint: text('例如经办人离职、保存的文件损坏。', 'For example that the person who kept it has left.'),
  value: typed(fields, 'reason'),
  rows: 3,
})}`,
  read: (_page, fields) => {
    const words = readParagraph(typed(fields, 'reason'))
    const value = valueRead(words)
    const refused: Refusal[] = [
      ...refusedAt(words, '/reason'),
      ...(words === undefined ? [missing] : []),
      ...(typeof value === 'string' && value.length > REASON_MAX_CHARACTERS ? [tooLong] : []),
      ...(typeof value === 'string' ? judgeTextsIn({ reason: value }, '') : []),
    ]
    return { content: present({ reason: value }), refused: atFields(refused, [reason]) }
  },
  place: (pointer) => pointer,
  facts: (page, content) => html`${summaryList(
    [
      { key: text('申请人', 'Asked by'), value: page.person.displayName },
      { key: reason.label, value: html`<div class="paragraph">${String(content.reason)}</div>` },
    ],
    page.language,
  )}
<p class="govuk-body">${inLanguage(steps(page), page.language)}</p>`,
  confirm: (page) => {
    const { registrationNumber } = page.state
    return page.reply.redirect(`/registrations/${registrationNumber}/modification-code?done=requested`, 303)
  },
}

function steps({ person }: ActPage) {
  return may(person.role, 'supervise')
    ? text(
        '审核填表人的身份以后提出，由另一名登记员核准；填表人收到通知，等待期满后由填表人领取。领取以前，现有修改码仍然有效。',
        'Asked for once the filer’s identity has been reviewed, and approved by another registrar. The filer is told and collects the new code after a waiting time. The present code works until then.',
      )
    : text(
        '由贵方另一人核准，等待期满后领取。领取以前，现有修改码仍然有效；领取后即失效。',
        'Another person of your institution approves, and after a waiting time the new code is collected. The present code works until then, and ends when it is.',
      )
}

const missing: Refusal = {
  code: 'field_missing',
  pointer: '/reason',
  message: text('此项必填', 'This must be given'),
}
const tooLong: Refusal = {
  code: 'text_too_long',
  pointer: '/reason',
  message: text(`不超过 ${REASON_MAX_CHARACTERS} 字`, `at most ${REASON_MAX_CHARACTERS} characters`),
}

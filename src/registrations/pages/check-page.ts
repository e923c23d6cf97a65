import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { Party } from '../../parties/party.ts'
import { checkbox, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { type JudgedAnswers, judgeAnswers } from '../judge-answers.ts'
import { answersView, problemList, problemsOf } from './check-view.ts'
import { type FilingPage, filingPage, leaveLink, sendStep } from './filing-page.ts'
import { allDebtorNotes, notesOf } from './notes-view.ts'
import { overlapsView } from './overlaps-view.ts'
import { judgeUploadsThere } from './posted-attachments.ts'

/** All answers before they are filed, what is still wrong with them, and the filer's declaration. */
export function checkPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'GET', '/check', async (page) => {
    const { form, entry, today, person } = page
    const judged = judgeAnswers(form, entry.answers, today)
    const gone = await judgeUploadsThere(deps, person.account, entry.answers.attachments ?? [])
    const notes = await notesOf(deps, page, judged)
    const hints = html`${allDebtorNotes(notes, (judged.body.debtors ?? []) as Party[], page.language)}
${await overlapsView(deps, page, judged)}`
    return sendCheck(page, { ...judged, refused: [...judged.refused, ...gone] }, [], hints)
  })
}

/**
 * @param refused what keeps the submitted form from being filed, beside what its answers show
 * @param hints what is told of its debtors and registered of its assets already; they keep nothing from being filed
 */
export function sendCheck(
  page: FilingPage,
  judged: JudgedAnswers,
  refused: readonly Refusal[] = [],
  hints: Html = nothing,
): FastifyReply {
  const { form, language } = page
  const say = speaker(language)
  const problems = problemsOf(page, judged)
  const posted = page.request.method === 'POST'
  const errors = problems.length > 0 ? [] : refused
  return sendStep(page, 'check', {
    title: text('核对并提交', 'Check your answers and submit'),
    wide: true,
    back: page.path('/attachments'),
    ...(posted && { status: 422 }),
    ...(errors.length > 0 && { errors }),
    body: html`${problems.length > 0 ? wrongView(page, problems) : nothing}
${answersView(page, judged, problems)}
${hints}
<section class="part"><h2 class="govuk-heading-m">${say('这项登记的效力', 'What registration does')}</h2>
<p class="govuk-body text-column">${inLanguage(form.effect, language)}</p>
<p class="govuk-body text-column secondary">${say(
      '登记机构只审查填写是否齐全、合乎格式，不审查权利是否存在（办法第四条）。提交之后即时生效，可供他人查询；内容只能以变更登记更改。',
      'The register examines whether the form is complete and well formed, not whether the right exists (art. 4 of the Measures). It takes effect at once and can be found by others; its content is changed only by an amendment.',
    )}</p></section>
${problems.length > 0 ? nothing : declarationForm(page, errors)}
${leaveLink(page)}`,
  })
}

function wrongView(page: FilingPage, problems: ReturnType<typeof problemsOf>): Html {
  const say = speaker(page.language)
  return html`<div class="govuk-error-summary" data-error-summary tabindex="-1"><div role="alert">
<h2 class="govuk-error-summary__title">${say('更正以下各处后才能提交', 'Put these right before you submit')}</h2>
<div class="govuk-error-summary__body">${problemList(page, problems)}</div></div></div>`
}

/** The declaration stands in both languages, whichever the page is in: the register records it (arts. 7 and 23). */
function declarationForm(page: FilingPage, errors: readonly Refusal[]): Html {
  const { language, request } = page
  return html`<form method="post" action="${page.path('/submit')}" novalidate>
${hiddenCsrf(request.shell)}
<h2 class="govuk-heading-m">${inLanguage(text('填表人声明', 'The filer’s declaration'), language)}</h2>
${checkbox({ language, errors }, { pointer: '/declaration', label: declaration })}
${submitButton(language, text('提交登记', 'Submit the registration'))}
</form>`
}

const declared = {
  zh: '我声明：担保人已同意办理这项登记（办法第七条）；所填内容真实、完整、合法，由我方承担责任（办法第二十三条）。',
  en: 'I declare that the debtor has agreed to this filing (art. 7 of the Measures), and that its content is true, complete and lawful, for which we are responsible (art. 23).',
}
export const declaration = text(`${declared.zh} ${declared.en}`, `${declared.en} ${declared.zh}`)

export const declarationMissing: Refusal = {
  code: 'declaration_missing',
  pointer: '/declaration',
  message: text('请先确认填表人声明，再提交登记', 'Confirm the declaration, then submit'),
}

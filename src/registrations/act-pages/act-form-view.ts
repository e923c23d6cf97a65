import type { FastifyReply } from 'fastify'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { groupsOfFour } from '../../platform/written-form.ts'
import { attachmentControls } from '../pages/attachment-controls.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import type { RegistrationStatus } from '../registration-status.ts'
import { statusLabels } from '../registration-wording.ts'
import { attachmentsOf } from './act-attachments.ts'
import { draftRevisionField, registrationLink, saveDraftButton } from './act-draft-view.ts'
import type { ActForm, ActPage } from './act-form.ts'
import { carried } from './act-typed.ts'

/** The first page of an act: what it asks. With errors, everything typed stays. */
export function sendActForm(
  page: ActPage,
  act: ActForm,
  fields: Fields,
  errors: readonly Refusal[] = [],
  told: { above?: Html | readonly Html[]; status?: number } = {},
): FastifyReply {
  const { language, state } = page
  const attachments = attachmentsOf(fields)
  const goOn = text('继续', 'Continue')
  return sendPage(page.reply, {
    title: act.title,
    ownHeading: true,
    back: `/registrations/${state.registrationNumber}${act.back ?? ''}`,
    ...(act.wide && { wide: true }),
    ...(errors.length > 0 && { errors, status: told.status ?? 422 }),
    body: html`${actHeading(page, act.title)}
${told.above ?? nothing}
<form method="post" enctype="multipart/form-data" action="${page.path}" class="filing-form" novalidate>
${hiddenCsrf(page.request.shell)}${attachments.length > 0 ? carried({ attachments: fields.attachments }) : nothing}${hidden('actId', typed(fields, 'actId'))}${hidden('expectedSequence', typed(fields, 'expectedSequence'))}${draftRevisionField(page)}
<button type="submit" class="default-button" name="step" value="check" tabindex="-1" aria-hidden="true">${inLanguage(goOn, language)}</button>
${act.controls(page, { language, errors }, fields)}
${act.kind ? attachmentSection(page, act, fields, errors) : nothing}
<div class="govuk-button-group">${submitButton(language, goOn, { name: 'step', value: 'check' })}
${act.by ? nothing : saveDraftButton(page)}</div>
</form>`,
  })
}

/** The files of an act that is filed. */
function attachmentSection(
  { language }: ActPage,
  { filesNeeded }: ActForm,
  fields: Fields,
  errors: readonly Refusal[],
): Html {
  return html`<h2 class="govuk-heading-m">${inLanguage(text('附件', 'Attachments'), language)}</h2>
${attachmentControls({ language, errors }, attachmentsOf(fields), { name: 'step', ...(filesNeeded ? { label: filesNeeded } : { optional: true }) })}`
}

/** A heading that says of which registration it is. */
export function actHeading(page: ActPage, title: Text): Html {
  const { language, state, form } = page
  const say = speaker(language)
  const number = groupsOfFour(state.registrationNumber)
  return html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${inLanguage(form.label, language)} ·
${say(`登记 ${number}`, `Registration ${number}`)}</span>
${inLanguage(title, language)}</h1>`
}

/**
 * Nothing more can be filed on a registration that has ended. What was typed is shown, to be used elsewhere.
 */
export function sendEnded(
  page: ActPage,
  act: Pick<ActForm, 'title'> & Partial<Pick<ActForm, 'controls' | 'wide'>>,
  status: RegistrationStatus,
  told: { above?: readonly Html[]; typed?: Fields } = {},
): FastifyReply {
  const { language } = page
  const say = speaker(language)
  const { zh, en } = statusLabels[status]
  return sendPage(page.reply, {
    title: act.title,
    status: page.request.method === 'POST' ? 422 : 200,
    ownHeading: true,
    ...(act.wide && { wide: true }),
    body: html`${actHeading(page, act.title)}
<p class="govuk-body">${say(
      `这项登记${zh}，不能办理“${act.title.zh}”。没有登记任何内容。`,
      `This registration is ${en.toLowerCase()}: “${act.title.en}” is not possible. Nothing was filed.`,
    )}</p>
<p class="govuk-body">${registrationLink(page)}</p>
${told.above ?? nothing}
${
  told.typed && act.controls
    ? html`<form class="filing-form"><fieldset class="govuk-fieldset" disabled>
<legend class="govuk-fieldset__legend govuk-fieldset__legend--m">${say('您填写的内容', 'What you typed')}</legend>
${act.controls(page, { language, errors: [] }, told.typed)}</fieldset></form>`
    : nothing
}`,
  })
}

import type { FastifyReply } from 'fastify'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { groupsOfFour } from '../../platform/written-form.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import type { RegistrationStatus } from '../registration-status.ts'
import { statusLabels } from '../registration-wording.ts'
import type { ActForm, ActPage } from './act-form.ts'

/** The first page of an act: what it asks. With errors, everything typed stays. */
export function sendActForm(
  page: ActPage,
  act: ActForm,
  fields: Fields,
  errors: readonly Refusal[] = [],
  told: { cameBetween?: boolean } = {},
): FastifyReply {
  const { language, state } = page
  return sendPage(page.reply, {
    title: act.title,
    ownHeading: true,
    back: `/registrations/${state.registrationNumber}${act.back ?? ''}`,
    ...(act.wide && { wide: true }),
    ...(errors.length > 0 && { errors, status: told.cameBetween ? 409 : 422 }),
    body: html`${actHeading(page, act.title)}
${told.cameBetween ? cameBetween(page) : nothing}
<form method="post" action="${page.path}" class="filing-form" novalidate>
${hiddenCsrf(page.request.shell)}${hidden('actId', typed(fields, 'actId'))}${hidden('expectedSequence', typed(fields, 'expectedSequence'))}
${act.controls(page, { language, errors }, fields)}
${submitButton(language, text('继续', 'Continue'), { name: 'step', value: 'check' })}
</form>`,
  })
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

/** Nothing more can be filed on a registration that has ended. */
export function sendEnded(page: ActPage, title: Text, status: RegistrationStatus): FastifyReply {
  const say = speaker(page.language)
  const { zh, en } = statusLabels[status]
  return sendPage(page.reply, {
    title,
    status: page.request.method === 'POST' ? 422 : 200,
    ownHeading: true,
    body: html`${actHeading(page, title)}
<p class="govuk-body">${say(
      `这项登记${zh}，不能再办理变更、展期或者注销。没有登记任何内容。`,
      `This registration is ${en.toLowerCase()}: it cannot be amended, renewed or discharged any more. Nothing was filed.`,
    )}</p>
<p class="govuk-body">${registrationLink(page)}</p>`,
  })
}

function cameBetween(page: ActPage): Html {
  const say = speaker(page.language)
  return html`<div class="note"><p class="govuk-body">${say(
    '打开此页之后，这项登记又有变动，本次没有登记任何内容。请先查看现状；下面是按现状重新列出的，核对后可以继续。',
    'The registration changed after this page was opened, and nothing was filed. Look at how it stands now; what is below was made anew from that, and you can go on once you have checked it.',
  )}</p>
<p class="govuk-body">${registrationLink(page)}</p></div>`
}

function registrationLink(page: ActPage): Html {
  const say = speaker(page.language)
  return html`<a class="govuk-link" href="/registrations/${page.state.registrationNumber}">${say('查看登记现状', 'See the registration as it stands')}</a>`
}

import type { FastifyReply } from 'fastify'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Text } from '../../platform/text.ts'
import type { ActPage } from './act-form.ts'
import { actHeading } from './act-form-view.ts'

/** In place of an act's page: why it cannot be done as things stand, and what can be. */
export function sendNotPossible(
  page: ActPage,
  title: Text,
  why: { message: Text; status?: number; body?: Html },
): FastifyReply {
  const { language, state } = page
  const say = speaker(language)
  return sendPage(page.reply, {
    title,
    status: why.status ?? 422,
    ownHeading: true,
    back: `/registrations/${state.registrationNumber}`,
    body: html`${actHeading(page, title)}
<p class="govuk-body">${inLanguage(why.message, language)}${say('。', '.')}</p>
${why.body ?? nothing}
<p class="govuk-body"><a class="govuk-link" href="/registrations/${state.registrationNumber}">${say('查看这项登记', 'See the registration')}</a></p>`,
  })
}

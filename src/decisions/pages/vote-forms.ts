import type { FastifyRequest } from 'fastify'
import { hiddenCsrf, submitButton, textArea, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'

/** What is told on the page of a decision after a vote that did not count. */
export type Told = { errors: readonly Refusal[]; status: number; reason?: string; retryAfterSeconds?: number }

/** A decision's page, by its path, and who reads it. */
type Place = { request: FastifyRequest; path: string; told: Told | undefined }

/** The second person approves, with the password once more. `lost`: what cannot be brought back, in vermilion. */
export function approveForm({ request, path, told }: Place, verb: Text, lost?: Text): Html {
  const { language } = request
  const form = { language, errors: told?.errors ?? [] }
  return html`<form method="post" action="${path}/approve" class="text-column" novalidate>${hiddenCsrf(request.shell)}
${lost ? html`<div class="alarm"><p class="govuk-body">${inLanguage(lost, language)}</p></div>` : nothing}
${textInput(form, {
  pointer: '/approve/password',
  label: text('您的登录密码', 'Your password'),
  hint: text('核准前再次输入，以确认是您本人。', 'Once more, to show that it is you.'),
  type: 'password',
  autocomplete: 'current-password',
  width: 20,
})}
${submitButton(language, verb, lost ? { kind: 'warning' } : {})}</form>`
}

/** The second person rejects, with a reason and the password. */
export function rejectForm({ request, path, told }: Place): Html {
  const { language } = request
  const form = { language, errors: told?.errors ?? [] }
  return html`<h2 class="govuk-heading-m">${inLanguage(text('否决', 'Reject'), language)}</h2>
<form method="post" action="${path}/reject" class="text-column" novalidate>${hiddenCsrf(request.shell)}
${textArea(form, { pointer: '/reject/reason', label: text('否决的理由', 'Why it is rejected'), value: told?.reason ?? '', rows: 3 })}
${textInput(form, {
  pointer: '/reject/password',
  label: text('您的登录密码（否决）', 'Your password (to reject)'),
  type: 'password',
  autocomplete: 'current-password',
  width: 20,
})}
${submitButton(language, text('否决', 'Reject'), { kind: 'secondary' })}</form>`
}

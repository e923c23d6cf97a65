import { type Html, html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Language } from '../../platform/text.ts'

/** What the filer can do about a registration in effect, on its page. */
export function actLinks(registrationNumber: string, language: Language): Html {
  const say = speaker(language)
  const to = (path: string, zh: string, en: string) =>
    html`<li><a class="govuk-link" href="/registrations/${registrationNumber}${path}">${say(zh, en)}</a></li>`
  return html`<nav aria-label="${say('办理', 'Acts')}"><ul class="govuk-list act-links">
${to('/renew', '展期', 'Renew')}
${to('/amend', '变更', 'Amend')}
${to('/discharge', '注销', 'Discharge')}
</ul></nav>`
}

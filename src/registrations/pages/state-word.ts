import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language } from '../../platform/text.ts'
import type { RegistrationStatus } from '../registration-status.ts'
import { statusLabels } from '../registration-wording.ts'

/** A registration's state: a word with a colour, which says nothing that the word does not. */
export function stateWord(status: RegistrationStatus, language: Language): Html {
  const colour = status === 'in_effect' ? 'in-effect' : 'ended'
  return html`<span class="state state--${colour}">${inLanguage(statusLabels[status], language)}</span>`
}

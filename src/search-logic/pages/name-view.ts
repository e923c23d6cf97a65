import { namePieces } from '../../parties/unseen-characters.ts'
import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language } from '../../platform/text.ts'

/** A name or a key as it can be read: what is invisible in it stands there by its number, with its name to point at. */
export function nameView(name: string, language: Language): Html {
  const pieces = namePieces(name).map((piece) => {
    if (typeof piece === 'string') return html`${piece}`
    const words = inLanguage(piece.name, language)
    return html`<span class="unseen" title="${words}">${piece.code}<span class="govuk-visually-hidden"> ${words}</span></span>`
  })
  return html`<bdi class="typed-name">${pieces}</bdi>`
}

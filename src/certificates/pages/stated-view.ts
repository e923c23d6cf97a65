import { partyLine, partyRows } from '../../parties/pages/party-view.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { inLanguage, type Language } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenExactMoment } from '../../platform/written-form.ts'
import { stateWord } from '../../registrations/pages/state-word.ts'
import { type Part, prefixed, type Stated, type StatedSection } from '../stated.ts'

/** What is stated, as rows of the page. */
export function statedList(facts: readonly Stated[], language: Language): Html {
  const rows = facts.flatMap((fact) => statedRows(fact, language))
  return rows.length > 0 ? summaryList(rows, language) : html``
}

export function statedSections(sections: readonly StatedSection[], language: Language): Html {
  const shown = sections.filter(({ facts }) => facts.length > 0)
  return html`${shown.map(
    ({ heading, facts }) =>
      html`<h2 class="govuk-heading-m">${inLanguage(heading, language)}</h2>${statedList(facts, language)}`,
  )}`
}

function statedRows(fact: Stated, language: Language): SummaryRow[] {
  if ('whole' in fact) {
    const rows = partyRows(fact.whole, language)
    return rows.map(({ key, value }) => ({ key: prefixed(key, fact.prefix), value }))
  }
  return [{ key: fact.label, value: html`${fact.parts.map((part) => html`<div>${partView(part, language)}</div>`)}` }]
}

function partView(part: Part, language: Language): Html {
  switch (part.is) {
    case 'words':
    case 'note':
      return html`${inLanguage(part.words, language)}`
    case 'remark':
      return html`<span class="secondary small">${inLanguage(part.words, language)}</span>`
    case 'filed': {
      const then = part.then ? html` <span class="secondary">${inLanguage(part.then, language)}</span>` : nothing
      return html`<div class="paragraph">${part.words}${then}</div>`
    }
    case 'number':
      return numberInGroups(part.number)
    case 'status':
      return stateWord(part.status, language)
    case 'party':
      return partyLine(part.party, language)
    case 'place': {
      const time = inLanguage(writtenExactMoment(part.place.filedAt), language)
      const number = thousands(part.place.sequence)
      const sequence = language === 'en' ? `sequence ${number}` : `登记序号 ${number}`
      return html`${time}<br><span class="secondary small">${sequence}</span>`
    }
  }
}

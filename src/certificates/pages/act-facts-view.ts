import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { collateralFacts } from '../../registrations/pages/collateral-facts.ts'
import type { ActFacts } from '../act-facts.ts'
import { actSectionsOf, changing, headStatements } from '../act-statements.ts'
import { LISTS_MAX } from '../change-lists.ts'
import { changesOf } from '../change-statements.ts'
import { collateralHeading, noteStatements, partStatements, standingStatements } from '../standing-statements.ts'
import { changesView } from './change-view.ts'
import { statedList, statedSections } from './stated-view.ts'

/** What an act did, and the registration right after it. @param here path and query, for paging of lists */
export function actFactsView(facts: ActFacts, language: Language, here: string): Html {
  const say = speaker(language)
  const changes = changing(facts)
  return html`<h2 class="govuk-heading-m">${say('登记', 'Registration')}</h2>
${statedList(headStatements(facts), language)}
${statedSections(actSectionsOf(facts), language)}
${changes ? changesView(changes, { language, here }) : nothing}
<h2 class="govuk-heading-m">${say('本次登记后的状况', 'The registration after this filing')}</h2>
${statedList(standingStatements(facts), language)}
${collateralAfter(facts, language, here)}`
}

function collateralAfter(facts: ActFacts, language: Language, here: string): Html {
  if (!('collateral' in facts.standing)) return html``
  const { collateral = [], ...beside } = facts.standing
  const changes = changing(facts)
  // The changes’ own lists come first on the page, so these are numbered after them.
  const before = changes ? changesOf(changes).length * LISTS_MAX : 0
  const parts = collateral.map(({ ranksFrom, corrected, ...values }, at) => {
    const heading = inLanguage(collateralHeading(facts, at, collateral.length), language)
    return html`<h2 class="govuk-heading-m">${heading}</h2>
${statedList(partStatements({ ranksFrom, ...(corrected && { corrected }) }), language)}
${collateralFacts(facts.securityType, values, { language, here, at: before + at })}`
  })
  const { terms, notes } = noteStatements(beside)
  const sections = [
    { heading: text('其他约定', 'Other terms'), facts: terms },
    { heading: text('附记', 'Notes'), facts: notes },
  ]
  return html`${parts}${statedSections(sections, language)}`
}

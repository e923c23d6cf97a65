import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language } from '../../platform/text.ts'
import { collateralFacts } from '../../registrations/pages/collateral-facts.ts'
import type { ChangingFacts } from '../act-facts.ts'
import { changeLists, LISTS_MAX } from '../change-lists.ts'
import { type ChangeMet, changeHeading, changeStatements, changesOf } from '../change-statements.ts'
import { statedList } from './stated-view.ts'

type Place = { language: Language; here: string }

/** Each change of a filing under a heading of its own, its items as tables. */
export function changesView(facts: ChangingFacts, place: Place): Html {
  const { language } = place
  return html`${changesOf(facts).map(
    (met, at) => html`<h2 class="govuk-heading-m">${inLanguage(changeHeading(facts, at), language)}</h2>
${statedList(changeStatements(facts, at), language)}
${itemTables(facts, met, at, place)}`,
  )}`
}

function itemTables(facts: ChangingFacts, met: ChangeMet, at: number, { language, here }: Place): Html {
  const list = (values: Record<string, unknown>, nth: number) =>
    collateralFacts(facts.securityType, values, { language, here, at: at * LISTS_MAX + nth })
  if (met.change.type === 'add_collateral') {
    const { type: _type, ...values } = met.change
    return list(values, 0)
  }
  return html`${changeLists(met).map(
    ({ label, items }, nth) => html`<p class="govuk-body">${inLanguage(label, language)}</p>${list({ items }, nth)}`,
  )}`
}

import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, joined, nothing } from '../../platform/html.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { type Address, type Identifier, type Party, partyName } from '../party.ts'
import { schemeLabel, writtenAddress, writtenIdentifier } from '../party-wording.ts'

/**
 * Parties of one side, each with all that was filed of it.
 * @param label what the side is called, 抵押人 @param more what else is known of the party at this place
 */
export function partiesView(
  label: Text,
  parties: readonly Party[],
  language: Language,
  more: (at: number) => SummaryRow[] = () => [],
): Html {
  const several = parties.length > 1
  return html`${parties.map((party, at) => {
    const heading = inLanguage(label, language) + (several ? ` ${at + 1}` : '')
    return html`<h2 class="govuk-heading-m">${heading}</h2>${summaryList([...partyRows(party, language), ...more(at)], language)}`
  })}`
}

export function partyRows(party: Party, language: Language): SummaryRow[] {
  const organization = party.kind === 'organization' ? party : undefined
  const name = party.name ?? inLanguage(withoutTradeName(partyName(party)), language)
  return [
    { key: organization ? text('名称', 'Name') : text('姓名', 'Name'), value: name },
    identifierRow(party.identifier, language),
    {
      key: organization ? text('住所', 'Domicile') : text('证件住址', 'Address on the document'),
      value: inLanguage(writtenAddress(party.address), language),
    },
    ...(organization?.representative
      ? [{ key: text('法定代表人或者负责人', 'Representative'), value: organization.representative }]
      : []),
    ...(organization?.parent
      ? [relatedRow(text('所属法人', 'Parent organisation'), organization.parent, language)]
      : []),
    ...(organization?.owner ? [relatedRow(text('经营者', 'Owner'), organization.owner, language)] : []),
    ...(party.share === undefined ? [] : [{ key: text('份额', 'Share'), value: party.share }]),
  ]
}

/** A party in a line of a list: its name, and its number below. */
export function partyLine(party: { name: string; identifier: Identifier }, language: Language): Html {
  const number = inLanguage(writtenIdentifier(party.identifier), language)
  const kept = number.length <= KEPT_WHOLE_MAX_CHARACTERS ? ' line' : ''
  return html`${party.name}${kept ? nothing : html`<br>`}<span class="secondary small${kept}">${number}</span>`
}

/** The codes of China, which are not broken over two lines; foreign numbers can have 60 characters. */
const KEPT_WHOLE_MAX_CHARACTERS = 20

/** The parties of one side in a cell; beyond the third only how many more there are. */
export function partyLines(parties: readonly { name: string; identifier: Identifier }[], language: Language): Html {
  const shown = parties.slice(0, LINES_MAX).map((each) => html`<div>${partyLine(each, language)}</div>`)
  const more = parties.length - LINES_MAX
  const rest = inLanguage(text(`等共 ${parties.length} 个`, `and ${more} more`), language)
  return html`${shown}${more > 0 ? html`<div class="secondary small">${rest}</div>` : nothing}`
}

const LINES_MAX = 3

function identifierRow(identifier: Identifier, language: Language): SummaryRow {
  return { key: schemeLabel(identifier.scheme), value: inLanguage(writtenIdentifier(identifier), language) }
}

type RelatedPerson = { name: string; identifier: Identifier; address?: Address; representative?: string }

function relatedRow(key: Text, person: RelatedPerson, language: Language): SummaryRow {
  const { name, identifier, address, representative } = person
  const lines = [
    name,
    `${inLanguage(schemeLabel(identifier.scheme), language)} ${inLanguage(writtenIdentifier(identifier), language)}`,
    ...(address ? [inLanguage(writtenAddress(address), language)] : []),
    ...(representative
      ? [inLanguage(text(`负责人 ${representative}`, `Representative: ${representative}`), language)]
      : []),
  ]
  return { key, value: joined(lines, html`<br>`) }
}

function withoutTradeName(owner: string): Text {
  return text(`（无字号，经营者 ${owner}）`, `(no trade name; owner ${owner})`)
}

import type { Address, Identifier, Party } from '../parties/party.ts'
import { type Text, text } from '../platform/text.ts'
import type { PartySummary } from './certificate-facts.ts'
import { both, plain, styles } from './certificate-styles.ts'
import type { FactRow } from './certificate-tables.ts'
import type { Piece, Style } from './certificate-typesetting.ts'
import { addressLine, identifierValue, schemeLabel } from './certificate-wording.ts'

/** A party on a certificate: every field that was filed. */
export function partyRows(party: Party, shownName: string): FactRow[] {
  const organization = party.kind === 'organization' ? party : undefined
  return [
    {
      label: party.kind === 'organization' ? text('名称', 'Name') : text('姓名', 'Name'),
      value:
        party.name === undefined ? both(text(`（无字号）经营者 ${shownName}`, 'no trade name')) : plain(party.name),
    },
    { label: schemeLabel(party.identifier.scheme), value: plain(identifierValue(party.identifier)) },
    {
      label: party.kind === 'organization' ? text('住所', 'Domicile') : text('证件住址', 'Address'),
      value: plain(addressLine(party.address)),
    },
    ...(organization?.representative
      ? [{ label: text('法定代表人或者负责人', 'Representative'), value: plain(organization.representative) }]
      : []),
    ...(organization?.parent ? [related(text('所属法人', 'Parent organisation'), organization.parent)] : []),
    ...(organization?.owner ? [related(text('经营者', 'Owner'), organization.owner)] : []),
    ...(party.share === undefined ? [] : [{ label: text('份额', 'Share'), value: plain(party.share) }]),
  ]
}

type RelatedPerson = { name: string; identifier: Identifier; address?: Address; representative?: string }

/** The parent or owner on lines of its own row: name, number, address, representative. */
function related(label: Text, person: RelatedPerson): FactRow {
  const lines = [
    person.name,
    `${schemeLabel(person.identifier.scheme).zh} ${identifierValue(person.identifier)}`,
    ...(person.address ? [addressLine(person.address)] : []),
    ...(person.representative ? [`法定代表人或者负责人 ${person.representative}`] : []),
  ]
  return { label, value: plain(lines.join('\n')) }
}

/** A party in a list of search results: its name, and its number below. */
export function summaryPieces(label: Text, party: PartySummary): Piece[] {
  return [
    ...plain(`${label.zh}  `, styles.cellSmall),
    ...plain(`${party.name}\n`, styles.cell),
    ...plain(`${identifierValue(party.identifier)}\n`, styles.cellSmall),
  ]
}

/** A party on two lines: its name, and the kind and number below. */
export function partyLines(party: PartySummary, style: Style = styles.data): Piece[] {
  return [
    ...plain(`${party.name}\n`, style),
    ...plain(`${schemeLabel(party.identifier.scheme).zh}  `, styles.small),
    ...plain(identifierValue(party.identifier), style),
  ]
}

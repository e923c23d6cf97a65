import { partyName } from '../parties/party.ts'
import { statusLabels } from '../registrations/registration-wording.ts'
import { partyLines, partyRows } from './certificate-parties.ts'
import { section } from './certificate-sections.ts'
import { both, paragraphs, plain, styles } from './certificate-styles.ts'
import type { Block, FactRow } from './certificate-tables.ts'
import type { Piece } from './certificate-typesetting.ts'
import { exactMoment, groupsOfFour, thousands } from './certificate-wording.ts'
import { type Part, prefixed, type Stated, type StatedSection } from './stated.ts'

/** What is stated, as rows of the PDF. */
export function statedRows(facts: readonly Stated[]): FactRow[] {
  return facts.flatMap((fact) => {
    if ('parts' in fact) return [{ label: fact.label, value: piecesOf(fact.parts) }]
    const rows = partyRows(fact.whole, partyName(fact.whole))
    return rows.map(({ label, value }) => ({ label: prefixed(label, fact.prefix), value }))
  })
}

export function statedBlocks(sections: readonly StatedSection[]): Block[] {
  return sections.flatMap(({ heading, facts }) => section(heading, statedRows(facts)))
}

function piecesOf(parts: readonly Part[]): Piece[] {
  return parts.flatMap((part, at) => (at === 0 ? pieces(part) : [...plain('\n'), ...pieces(part)]))
}

function pieces(part: Part): Piece[] {
  switch (part.is) {
    case 'words':
      return both(part.words)
    case 'note':
      return paragraphs(part.words)
    case 'remark':
      return both(part.words, styles.small)
    case 'filed':
      return [...plain(part.words), ...(part.then ? [...plain('  '), ...both(part.then)] : [])]
    case 'number':
      return plain(groupsOfFour(part.number))
    case 'status':
      return both(statusLabels[part.status])
    case 'party':
      return partyLines(part.party)
    case 'place': {
      const time = exactMoment(part.place.filedAt)
      const number = thousands(part.place.sequence)
      return [...plain(`${time.zh}，登记序号 ${number}\n`), ...plain(`${time.en}, sequence ${number}`, styles.small)]
    }
  }
}

import type { Address, Identifier, Party } from './party.ts'

/** Who reads. A party is a party to the registration, its filer included. */
export type Reader = 'public' | 'searcher' | 'party' | 'registrar' | 'court'

/** What each reader sees of an individual. What stands here of organisations is public by law: all of it is shown. */
const individualsShown = {
  public: { identifier: 'masked', address: 'division' },
  searcher: { identifier: 'masked', address: 'division' },
  party: { identifier: 'whole', address: 'whole' },
  registrar: { identifier: 'whole', address: 'whole' },
  court: { identifier: 'whole', address: 'whole' },
} as const satisfies Record<Reader, { identifier: 'masked' | 'whole'; address: 'division' | 'whole' }>

/** Who may open attachments and read their names. Others see how many there are, their types, sizes and hashes. */
const attachmentsShown = {
  public: false,
  searcher: false,
  party: true,
  registrar: true,
  court: true,
} as const satisfies Record<Reader, boolean>

export function maySeeAttachments(reader: Reader): boolean {
  return attachmentsShown[reader]
}

/** An attachment as the reader may see it. */
export function attachmentFor<T extends { name?: string }>(reader: Reader, attachment: T): T {
  if (attachmentsShown[reader]) return attachment
  const { name: _name, ...rest } = attachment
  return rest as T
}

const SHOWN_AT_EACH_END = 4
export const MASK = '*'

/** A party as the reader may see it: identity numbers masked in the middle, addresses down to the division. */
export function partyFor(reader: Reader, party: Party): Party {
  if (party.kind === 'individual') return individualFor(reader, party)
  return party.owner ? { ...party, owner: individualFor(reader, party.owner) } : party
}

/** A summary of a party as the reader may see it. */
export function summaryFor<T extends { kind: string; identifier: Identifier }>(reader: Reader, summary: T): T {
  if (summary.kind !== 'individual' || individualsShown[reader].identifier === 'whole') return summary
  return { ...summary, identifier: maskIdentifier(summary.identifier) }
}

/** 110105194912310021 becomes 1101**********0021; a short number keeps one character at each end. */
export function maskIdentifier(identifier: Identifier): Identifier {
  const characters = Array.from(identifier.value)
  const ends = characters.length > SHOWN_AT_EACH_END * 2 ? SHOWN_AT_EACH_END : 1
  const middle = Math.max(characters.length - ends * 2, 0)
  const masked = characters.slice(0, ends).join('') + MASK.repeat(middle) + characters.slice(-ends).join('')
  return { ...identifier, value: masked }
}

function individualFor<T extends { identifier: Identifier; address?: Address }>(reader: Reader, person: T): T {
  const shown = individualsShown[reader]
  const identifier = shown.identifier === 'whole' ? person.identifier : maskIdentifier(person.identifier)
  if (shown.address === 'whole' || !person.address) return { ...person, identifier }
  const { country, division } = person.address
  return { ...person, identifier, address: { country, ...(division && { division }), line: MASK.repeat(3) } }
}

import { makeOrganizationCode } from '../parties/organization-code.ts'
import type { Organization } from '../parties/party.ts'
import { makeUscc, usccAlphabet } from '../parties/uscc.ts'
import { addressIn, type Premises } from './addresses.ts'
import type { NameKind } from './company-words.ts'
import type { Division } from './divisions.ts'
import { person, personName } from './people.ts'
import { createRandom, type Random } from './random.ts'

type Parent = NonNullable<Organization['parent']>
type Owner = NonNullable<Organization['owner']>

/** What makes an organisation: all else (code, address, people) follows from it, so one name is one organisation. */
export type NamedOrganization = {
  readonly name: string
  readonly kind: NameKind
  readonly division: Division
  readonly parent?: NamedOrganization
}

/**
 * The organisation of a name as a party to a filing, the same for the same name and division on every call: its unified
 * social credit code, address and representative, the parent of a branch, the owner of an individual business.
 */
export function organizationOf(named: NamedOrganization, premises?: Premises): Organization {
  const { name, kind, division } = named
  const random = createRandom('organization', name, division.code)
  const identifier = { scheme: 'uscc', value: uscc(random, kind, division) }
  if (kind === 'individual_business') {
    const address = addressIn(random, division, premises ?? 'shop')
    const owner = ownerOf(random, division)
    return { kind: 'organization', name, identifier, address, representative: owner.name, owner }
  }
  const address = addressIn(random, division, premises ?? (random.chance(0.5) ? 'works' : 'office'))
  const representative = personName(random)
  if (!named.parent) return { kind: 'organization', name, identifier, address, representative }
  return { kind: 'organization', name, identifier, address, representative, parent: parentOf(named.parent, premises) }
}

/**
 * A unified social credit code (GB 32100): the registering department and kind of body, the division that registered
 * it, an organisation code (GB 11714) and the check character.
 */
export function uscc(random: Random, kind: NameKind, division: Division): string {
  return makeUscc(BODY[kind] + division.code + organizationCode(random))
}

/** The market regulator's 9, then enterprise (its branches too), individual business or farmers' cooperative. */
const BODY: Readonly<Record<NameKind, string>> = {
  company: '91',
  partnership: '91',
  branch: '91',
  individual_business: '92',
  cooperative: '93',
}

/** Codes given since 2015 begin with MA; older organisations keep eight digits and their check character. */
function organizationCode(random: Random): string {
  if (random.chance(0.2)) return makeOrganizationCode(random.between(1, 7) + random.digits(7))
  let first = `MA${random.integer(10)}`
  for (let i = 0; i < 5; i++) first += usccAlphabet.charAt(random.integer(usccAlphabet.length))
  return makeOrganizationCode(first)
}

function parentOf(named: NamedOrganization, premises: Premises | undefined): Parent {
  const { name, identifier, address, representative } = organizationOf(named, premises)
  return { name: name!, identifier, address, representative }
}

function ownerOf(random: Random, division: Division): Owner {
  const { name, residentId } = person(random, division)
  const address = addressIn(random, division, 'home')
  return { name, identifier: { scheme: 'resident_id', value: residentId }, address }
}

import { attachmentFor, maskIdentifier, partyFor, type Reader, summaryFor } from '../parties/masking.ts'
import type { Change } from '../registrations/amendment-changes.ts'
import type { ActFacts, CertificateFacts, InitialFacts, Replaced, StandingParty } from './certificate-facts.ts'

/** Facts as a reader may see them. The hash is always that of the whole facts. */
export function factsFor(reader: Reader, facts: CertificateFacts): CertificateFacts {
  if (reader === 'party' || reader === 'registrar' || reader === 'court') return facts
  if (facts.kind === 'search_certificate') {
    const matches = facts.matches.map((match) => ({
      ...match,
      securedParties: match.securedParties.map((each) => summaryFor(reader, each)),
      debtors: match.debtors.map((each) => summaryFor(reader, each)),
    }))
    return { ...facts, query: maskedQuery(facts.query), matches }
  }
  const masked = facts.filingKind === 'initial' ? initialFor(reader, facts) : actFor(reader, facts)
  const { attachments } = masked
  return attachments ? { ...masked, attachments: attachments.map((each) => attachmentFor(reader, each)) } : masked
}

function initialFor(reader: Reader, facts: InitialFacts): InitialFacts {
  const { filerReference: _own, ...content } = facts.content
  return {
    ...facts,
    content: {
      ...content,
      securedParties: content.securedParties.map((each) => partyFor(reader, each)),
      debtors: content.debtors.map((each) => partyFor(reader, each)),
    },
  }
}

function actFor(reader: Reader, facts: ActFacts): ActFacts {
  const standing = {
    ...facts.standing,
    securedParties: facts.standing.securedParties.map((each) => standingPartyFor(reader, each)),
    debtors: facts.standing.debtors.map((each) => standingPartyFor(reader, each)),
  }
  if (facts.filingKind !== 'amendment') return { ...facts, standing }
  const { changes } = facts.content
  return {
    ...facts,
    content: { ...facts.content, changes: changes.map((each, at) => changeFor(reader, each, facts.replaced[at])) },
    replaced: facts.replaced.map(({ party, ...rest }) => ({
      ...rest,
      ...(party && { party: summaryFor(reader, party) }),
    })),
    standing: { ...facts.standing, ...standing },
  }
}

function standingPartyFor(reader: Reader, party: StandingParty): StandingParty {
  const { former, ...summary } = summaryFor(reader, party)
  return { ...summary, ...(former && { former: former.map((each) => summaryFor(reader, each)) }) }
}

/** The account that a transfer names is for the parties: it is a way in, not a part of the registration. */
function changeFor(reader: Reader, change: Change, replaced: Replaced | undefined): Change {
  switch (change.type) {
    case 'add_debtor':
      return { ...change, party: partyFor(reader, change.party) }
    case 'transfer_secured_party': {
      const { toAccount: _own, assignee: _assignee, ...rest } = change
      return { ...rest, to: partyFor(reader, change.to) }
    }
    case 'rename_party': {
      // The change says a place in a list; whether it is an individual's is told by the party that it met there.
      if (!change.identifier || replaced?.party?.kind === 'organization') return change
      return { ...change, identifier: maskIdentifier(change.identifier) }
    }
    default:
      return change
  }
}

function maskedQuery<Q extends { by: string }>(query: Q): Q {
  if (query.by !== 'individualId') return query
  return { ...query, value: maskIdentifier(query as unknown as { scheme: string; value: string }).value }
}

import { checkIdentifier } from '../parties/identifiers.ts'
import { attachmentFor, maskIdentifier, partyFor, type Reader, summaryFor } from '../parties/masking.ts'
import type { Change } from '../registrations/amendment-changes.ts'
import type { ActFacts, ChangingFacts, ObjectionMet, Replaced, Standing, StandingParty, Terms } from './act-facts.ts'
import type { CertificateFacts, InitialFacts, OverlapCertificateFacts } from './certificate-facts.ts'

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
  if (facts.kind === 'overlap_certificate') return overlapFor(reader, facts)
  const masked = facts.filingKind === 'initial' ? initialFor(reader, facts) : actFor(reader, facts)
  const { attachments } = masked
  return attachments ? { ...masked, attachments: attachments.map((each) => attachmentFor(reader, each)) } : masked
}

/** The lines are the checker's own words; the number of a debtor that is no organisation's code is masked. */
function overlapFor(reader: Reader, facts: OverlapCertificateFacts): OverlapCertificateFacts {
  return {
    ...facts,
    lines: facts.lines.map(({ debtorIdentifier: number, ...line }) => {
      if (number === undefined) return line
      const isCode = checkIdentifier('uscc', number) === undefined
      return { ...line, debtorIdentifier: isCode ? number : maskIdentifier({ scheme: 'other', value: number }).value }
    }),
    registrations: facts.registrations.map((each) => ({
      ...each,
      securedParties: each.securedParties.map((party) => summaryFor(reader, party)),
      debtors: each.debtors.map((party) => summaryFor(reader, party)),
    })),
  }
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
  switch (facts.filingKind) {
    case 'renewal':
    case 'discharge':
      return { ...facts, standing: standingFor(reader, facts.standing) }
    case 'reinstatement':
      return { ...facts, standing: standingFor(reader, facts.standing) }
    case 'objection':
      return {
        ...facts,
        content: { ...facts.content, objector: summaryFor(reader, facts.content.objector) },
        objection: objectionFor(reader, facts.objection),
        standing: standingFor(reader, facts.standing),
      }
    case 'objection_withdrawal':
    case 'case_acceptance':
    case 'objection_lapse':
      return {
        ...facts,
        objection: objectionFor(reader, facts.objection),
        standing: standingFor(reader, facts.standing),
      }
    case 'amendment':
    case 'correction':
    case 'revocation':
      return changingFor(reader, facts)
  }
}

function changingFor<F extends ChangingFacts>(reader: Reader, facts: F): F {
  const { replaced, content } = facts
  const objection = facts.filingKind === 'revocation' ? facts.objection : undefined
  return {
    ...facts,
    ...('changes' in content && {
      content: { ...content, changes: content.changes.map((each, at) => changeFor(reader, each, replaced?.[at])) },
    }),
    ...(replaced && { replaced: replaced.map((each) => replacedFor(reader, each)) }),
    ...(objection && { objection: objectionFor(reader, objection) }),
    standing: standingFor(reader, facts.standing),
  }
}

function objectionFor<T extends Pick<ObjectionMet, 'objector'>>(reader: Reader, objection: T): T {
  return { ...objection, objector: summaryFor(reader, objection.objector) }
}

function standingFor<S extends Standing>(reader: Reader, standing: S): S {
  const { openObjections } = standing
  return {
    ...standing,
    securedParties: standing.securedParties.map((each) => standingPartyFor(reader, each)),
    debtors: standing.debtors.map((each) => standingPartyFor(reader, each)),
    ...(openObjections && { openObjections: openObjections.map((each) => objectionFor(reader, each)) }),
  }
}

function standingPartyFor(reader: Reader, party: StandingParty): StandingParty {
  const { former, acquired, ...summary } = summaryFor(reader, party)
  return {
    ...summary,
    ...(former && { former: former.map((each) => summaryFor(reader, each)) }),
    ...(acquired && { acquired: { ...acquired, ...(acquired.from && { from: summaryFor(reader, acquired.from) }) } }),
  }
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
    case 'transfer_asset':
      return { ...change, to: partyFor(reader, change.to) }
    case 'merge_parties':
      return { ...change, into: partyFor(reader, change.into) }
    case 'divide_party':
      return { ...change, into: change.into.map((each) => partyFor(reader, each)) }
    case 'rename_party': {
      // The change says a place in a list; whether it is an individual's is told by the party that it met there.
      if (!change.identifier || replaced?.party?.kind === 'organization') return change
      return { ...change, identifier: maskIdentifier(change.identifier) }
    }
    case 'correction': {
      const { party, terms } = change
      return {
        ...change,
        ...(party && { party: { ...party, party: partyFor(reader, party.party) } }),
        ...(terms && { terms: termsFor(terms) }),
      }
    }
    case 'add_collateral':
    case 'release_collateral':
    case 'release_debtor':
    case 'change_amount':
    case 'rank_note':
      return change
  }
}

function replacedFor(reader: Reader, { party, parties, whole, terms, ...rest }: Replaced): Replaced {
  return {
    ...rest,
    ...(party && { party: summaryFor(reader, party) }),
    ...(parties && { parties: parties.map((each) => summaryFor(reader, each)) }),
    ...(whole && { whole: partyFor(reader, whole) }),
    ...(terms && { terms: termsFor(terms) }),
  }
}

/** The filer’s own reference is for the parties. */
function termsFor({ filerReference: _own, ...terms }: Partial<Terms>): Partial<Terms> {
  return terms
}

function maskedQuery<Q extends { by: string }>(query: Q): Q {
  if (query.by !== 'individualId') return query
  return { ...query, value: maskIdentifier(query as unknown as { scheme: string; value: string }).value }
}

import { maskIdentifier, partyFor, type Reader, summaryFor } from '../parties/masking.ts'
import type { CertificateFacts } from './certificate-facts.ts'

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

function maskedQuery<Q extends { by: string }>(query: Q): Q {
  if (query.by !== 'individualId') return query
  return { ...query, value: maskIdentifier(query as unknown as { scheme: string; value: string }).value }
}

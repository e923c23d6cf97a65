import type { CertificatePart } from '../certificates/certificate-part.ts'
import { marksOf } from '../certificates/certificate-routes.ts'
import type { Certificate } from '../certificates/certificate-store.ts'
import { objectedApart, readMatchesApart } from '../certificates/matches-apart.ts'
import type { Deps } from '../deps.ts'

/** Matches in one part: some three hundred pages. */
export const PART_MATCHES = 2_000

export function partsOf(matchCount: number): number {
  return Math.ceil(matchCount / PART_MATCHES)
}

/** The PDF of one part of a frozen certificate. The same facts give the same bytes, whenever it is made. */
export async function renderPart(deps: Deps, certificate: Certificate, part: number): Promise<Uint8Array> {
  const { number, facts, matchesApart: matchCount = 0 } = certificate
  const after = (part - 1) * PART_MATCHES
  const matches = await readMatchesApart(deps.pool, number, { after, limit: PART_MATCHES })
  const marks: CertificatePart = {
    part,
    parts: partsOf(matchCount),
    firstRank: after + 1,
    lastRank: after + matches.length,
    matchCount,
    objectedCount: await objectedApart(deps.pool, number),
  }
  // The facts of a search were masked for its searcher when it was recorded: nothing more is to be hidden from them.
  return deps.certificates.render({ ...facts, matches } as typeof facts, { ...marksOf(deps, certificate), part: marks })
}

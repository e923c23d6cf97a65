import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { loadOverlapCheck, loadOverlapFacts, type RecordedOverlapCheck } from '../overlap-checks/load-overlap-check.ts'
import { type ToldLine, toldLines } from '../overlap-checks/overlap-answer.ts'
import { canonicalBytes } from '../registrations/canonical-filing.ts'
import type { OverlapCertificateFacts, OverlapLine, OverlapRegistration } from './certificate-facts.ts'

/**
 * The facts of a check's certificate, as its maker may see them.
 * @returns undefined when there is no such check, or a registration that it found was destroyed
 */
export async function overlapFacts(
  pool: Pick<Pool, 'query'>,
  checkNumber: string,
): Promise<OverlapCertificateFacts | undefined> {
  const check = await loadOverlapCheck(pool, checkNumber)
  if (!check) return undefined
  const found = new Set([...check.exact, ...check.similar].map(({ at }) => at))
  const places = check.lines.map((_, at) => at).filter((at) => found.has(at))
  const facts = await loadOverlapFacts(pool, check, places)
  if ([...check.exact, ...check.similar].some(({ registration }) => !facts.registrations.has(registration)))
    return undefined
  const lines = toldLines(check, facts, places, 'searcher')
  const { rows } = await pool.query('select name from register_identity')
  return {
    kind: 'overlap_certificate',
    factsVersion: 1,
    register: rows[0].name,
    number: check.checkNumber,
    issuedAt: check.checkedAt,
    searchLogic: check.searchLogic,
    similarityRule: check.similarityRule,
    purpose: check.purpose,
    asOf: check.asOf,
    similarAsOf: { sequence: check.similarAsOf },
    similarComplete: check.similarComplete,
    checker: check.checker,
    counts: check.counts,
    listSha256: listSha256(check),
    lines: lines.map(lineFacts),
    registrations: registrationsOf(lines),
    nothing: rangesOf(check.lines.flatMap(({ line }, at) => (found.has(at) ? [] : [line]))),
  }
}

/** Of the lines as they were asked, in their order: whoever has the list can tell that it is this one. */
function listSha256({ lines }: RecordedOverlapCheck): string {
  const asked = lines.map(({ duplicateOf: _found, ...line }) => line)
  return createHash('sha256').update(canonicalBytes(asked)).digest('hex')
}

function lineFacts({ exact, similar, ...line }: ToldLine): OverlapLine {
  return {
    ...line,
    exact: exact.map(({ registrationNumber, rank, matchedKinds, ranksFrom }) => ({
      registrationNumber,
      rank,
      matchedKinds,
      ranksFrom,
    })),
    similar: similar.map(({ registrationNumber, share, text }) => ({
      registrationNumber,
      share,
      ...(text !== undefined && { text }),
    })),
  }
}

/** In the order of filing. */
function registrationsOf(lines: readonly ToldLine[]): OverlapRegistration[] {
  const found = new Map<number, OverlapRegistration>()
  for (const { registrationNumber, sequence, ...hit } of lines.flatMap(({ exact, similar }) => [
    ...exact,
    ...similar,
  ])) {
    const { securityType, securedParties, debtors, collateralSummary, filedAt, expiresOn, yours } = hit
    const rest = { securityType, securedParties, debtors, collateralSummary, filedAt, expiresOn, yours }
    found.set(sequence, { registrationNumber, sequence, ...rest })
  }
  return [...found.values()].sort((a, b) => a.sequence - b.sequence)
}

/** Lines that follow one another in the list of those without a find, as first and last. Gaps of empty lines count. */
function rangesOf(lines: readonly number[]): [number, number][] {
  const ranges: [number, number][] = []
  for (const line of lines) {
    const last = ranges.at(-1)
    if (last && line === last[1] + 1) last[1] = line
    else ranges.push([line, line])
  }
  return ranges
}

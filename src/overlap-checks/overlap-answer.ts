import { type Reader, summaryFor } from '../parties/masking.ts'
import { type HitFacts, type OverlapFacts, textId } from './load-overlap-check.ts'
import { type Grade, gradesOf, type OverlapCheck } from './overlap-check.ts'

/** One line as it is told: what was asked, how it stands, and what was found. */
export type ToldLine = ReturnType<typeof toldLines>[number]

/** Some lines of a check, by place. Registrations whose content was destroyed since are only counted. */
export function toldLines(check: OverlapCheck, facts: OverlapFacts, places: readonly number[], reader: Reader) {
  const found = gradesOf(check)
  const exact = Map.groupBy(check.exact, ({ at }) => at)
  const similar = Map.groupBy(check.similar, ({ at }) => at)
  const more = new Set(check.more)
  return places.map((at) => ({
    ...check.lines[at]!,
    grade: found[at] as Grade,
    exact: (exact.get(at) ?? []).flatMap(({ registration, since, kinds }, place) => {
      const row = facts.registrations.get(registration)
      if (!row) return []
      return [
        {
          ...hitFor(row, check.account, reader),
          rank: place + 1,
          matchedKinds: kinds,
          ranksFrom: { sequence: since, time: facts.filedAt.get(since) ?? row.filedAt },
        },
      ]
    }),
    ...(more.has(at) && { moreExact: true as const }),
    ...destroyedOf([...(exact.get(at) ?? []), ...(similar.get(at) ?? [])], facts),
    similar: (similar.get(at) ?? []).flatMap(({ registration, share, place }) => {
      const row = facts.registrations.get(registration)
      if (!row) return []
      const text = facts.texts.get(textId(registration, place))
      return [{ ...hitFor(row, check.account, reader), share, ...(text !== undefined && { text: shortened(text) }) }]
    }),
  }))
}

function destroyedOf(hits: readonly { registration: number }[], facts: OverlapFacts): { destroyedHits?: number } {
  const count = hits.filter(({ registration }) => !facts.registrations.has(registration)).length
  return count > 0 ? { destroyedHits: count } : {}
}

const TEXT_MAX_CHARACTERS = 200

function shortened(text: string): string {
  const characters = Array.from(text)
  return characters.length > TEXT_MAX_CHARACTERS ? `${characters.slice(0, TEXT_MAX_CHARACTERS - 1).join('')}…` : text
}

function hitFor(row: HitFacts, account: number, reader: Reader) {
  return {
    registrationNumber: row.registrationNumber,
    sequence: row.registration,
    securityType: row.securityType,
    securedParties: row.securedParties.map((each) => summaryFor(reader, each)),
    debtors: row.debtors.map((each) => summaryFor(reader, each)),
    collateralSummary: row.collateralSummary,
    filedAt: row.filedAt,
    expiresOn: row.expiresOn,
    yours: row.account === account,
  }
}

/** The answer to POST and GET: the check, and a part of its lines. */
export function overlapAnswer(check: OverlapCheck, lines: ToldLine[], next: string | undefined) {
  const at = `/api/v1/overlap-checks/${check.checkNumber}`
  return {
    checkNumber: check.checkNumber,
    verificationCode: check.verificationCode,
    checkedAt: check.checkedAt,
    purpose: check.purpose,
    asOf: check.asOf,
    searchLogic: check.searchLogic,
    similarityRule: check.similarityRule,
    similarAsOf: { sequence: check.similarAsOf },
    similarComplete: check.similarComplete,
    summary: check.counts,
    lines,
    ...(next !== undefined && { next }),
    links: {
      self: at,
      page: `/overlap-checks/${check.checkNumber}`,
      report: `${at}/report.csv`,
      certificate: `${at}/certificate`,
      verification: `/api/v1/certificates/${check.checkNumber}`,
    },
  }
}

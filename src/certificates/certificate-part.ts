import { type Text, text } from '../platform/text.ts'
import { thousands } from './certificate-wording.ts'

/** One of the parts that a search certificate of very many matches has. Pure. */
export type CertificatePart = {
  /** From 1. */
  readonly part: number
  readonly parts: number
  readonly firstRank: number
  readonly lastRank: number
  /** Of all parts together: matches, and those with open objections. */
  readonly matchCount: number
  readonly objectedCount: number
}

export function partLabel({ part, parts }: CertificatePart): Text {
  return text(`第 ${thousands(part)} 册，共 ${thousands(parts)} 册`, `Part ${thousands(part)} of ${thousands(parts)}`)
}

export function partOnOneLine(part: CertificatePart): string {
  const label = partLabel(part)
  return `${label.zh}  ${label.en}`
}

export function rankRange({ firstRank, lastRank, matchCount }: CertificatePart): Text {
  const [first, last, all] = [firstRank, lastRank, matchCount].map(thousands)
  return text(`次序第 ${first} 至 ${last} 项，共 ${all} 项`, `ranks ${first} to ${last} of ${all}`)
}

/** A part proves what it lists; that nothing else was found is proved by all of them. */
export function partStatement(part: CertificatePart): Text {
  const [label, ranks] = [partLabel(part), rankRange(part)]
  return text(
    `本册是${label.zh}，列明${ranks.zh}。各册的编号、核验码和 SHA-256 相同，各册齐全才是完整的结果。`,
    `This is ${label.en.replace('Part', 'part')}; it lists ${ranks.en}. All parts carry the same number, code and ` +
      'SHA-256. Only all of them together are the whole result.',
  )
}

import type { Pool } from 'pg'
import { writtenIdentifier } from '../parties/party-wording.ts'
import { csvFile, numberAsText } from '../platform/csv.ts'
import { inLanguage, type Language, type Text, text } from '../platform/text.ts'
import { beijingMoment } from '../platform/written-form.ts'
import { securityTypeLabel } from '../registrations/registration-wording.ts'
import { loadOverlapFacts } from './load-overlap-check.ts'
import { toldLines } from './overlap-answer.ts'
import type { OverlapCheck } from './overlap-check.ts'
import { gradeLabels, kindLabel } from './overlap-wording.ts'

/** The whole check as CSV: a row a registration that was found, and one for each line without any. */
export async function overlapReport(
  client: Pick<Pool, 'query'>,
  check: OverlapCheck,
  language: Language,
): Promise<string> {
  const places = check.lines.map((_, at) => at)
  const lines = toldLines(check, await loadOverlapFacts(client, check, places), places, 'searcher')
  const say = (words: Text) => inLanguage(words, language)
  const rows = lines.flatMap((line) => {
    const asked = [
      String(line.line),
      line.reference ?? '',
      numberAsText(line.identifier ?? ''),
      line.kind === undefined ? '' : say(kindLabel(line.kind)),
      line.description ?? '',
      line.debtorName ?? '',
      numberAsText(line.debtorIdentifier ?? ''),
      say(gradeLabels[line.grade]),
      line.duplicateOf === undefined ? '' : String(line.duplicateOf),
    ]
    const hits = [
      ...line.exact.map((hit) => ({ ...hit, share: undefined, text: undefined })),
      ...line.similar.map((hit) => ({ ...hit, rank: undefined, matchedKinds: [], ranksFrom: undefined })),
    ]
    if (hits.length === 0) return [[...asked, ...found.map(() => '')]]
    return hits.map((hit) => [...asked, ...found.map(({ cell }) => cell(hit, language))])
  })
  return csvFile([[...askedLabels, ...found.map(({ label }) => label)].map(say), ...rows])
}

const askedLabels = [
  text('行', 'Line'),
  text('您的编号', 'Your reference'),
  text('编号', 'Identifier'),
  text('编号种类', 'Kind'),
  text('财产描述', 'Description'),
  text('担保人名称', 'Debtor'),
  text('担保人代码', 'Debtor’s number'),
  text('结果', 'Result'),
  text('与第几行重复', 'Same as line'),
]

type Told = ReturnType<typeof toldLines>[number]
type Exact = Told['exact'][number]
type Similar = Told['similar'][number]
type Hit = Omit<Exact, 'rank' | 'ranksFrom'> & {
  rank: number | undefined
  ranksFrom: Exact['ranksFrom'] | undefined
  share: number | undefined
  text?: Similar['text'] | undefined
}

const named = (parties: Hit['debtors']) => parties.map(({ name }) => name).join('；')

const found: readonly { label: Text; cell(hit: Hit, language: Language): string }[] = [
  { label: text('查得依据', 'Found by'), cell: (hit, language) => inLanguage(foundBy(hit), language) },
  { label: text('次序', 'Rank'), cell: ({ rank }) => (rank === undefined ? '' : String(rank)) },
  {
    label: text('登记证明编号', 'Registration number'),
    cell: ({ registrationNumber }) => numberAsText(registrationNumber),
  },
  {
    label: text('担保类型', 'Security type'),
    cell: ({ securityType }, language) => inLanguage(securityTypeLabel(securityType), language),
  },
  { label: text('担保权人', 'Secured parties'), cell: ({ securedParties }) => named(securedParties) },
  { label: text('担保人', 'Debtors'), cell: ({ debtors }) => named(debtors) },
  {
    label: text('登记担保人的代码', 'Numbers of the debtors'),
    cell: ({ debtors }, language) =>
      debtors.map(({ identifier }) => numberAsText(inLanguage(writtenIdentifier(identifier), language))).join('；'),
  },
  {
    label: text('列入时间（北京时间）', 'Listed since (UTC+8)'),
    cell: ({ ranksFrom, filedAt }) => beijingMoment(ranksFrom?.time ?? filedAt),
  },
  { label: text('登记到期日', 'Expiry date'), cell: ({ expiresOn }) => expiresOn },
  {
    label: text('贵方的登记', 'Yours'),
    cell: ({ yours }, language) => (yours ? inLanguage(text('是', 'yes'), language) : ''),
  },
  { label: text('登记的描述', 'As registered'), cell: (hit) => hit.text ?? hit.collateralSummary },
]

function foundBy({ share, matchedKinds }: Hit): Text {
  if (share !== undefined) return text(`描述相似 ${share}%`, `similar ${share}%`)
  const kinds = matchedKinds.map(kindLabel)
  return text(kinds.map(({ zh }) => zh).join('、'), kinds.map(({ en }) => en).join(', '))
}

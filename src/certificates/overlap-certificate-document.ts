import {
  kindLabel,
  notCheckedNote,
  ranksFromNote,
  similarAsOfNote,
  similarIncompleteNote,
  similarNote,
} from '../overlap-checks/overlap-wording.ts'
import { type Text, text } from '../platform/text.ts'
import { formOf } from '../registrations/forms/forms.ts'
import type { OverlapCertificateFacts, OverlapLine, OverlapRegistration } from './certificate-facts.ts'
import { headerCell } from './certificate-item-list.ts'
import { summaryPieces } from './certificate-parties.ts'
import { both, paragraphs, plain, styles } from './certificate-styles.ts'
import { type Block, type Cell, type FactRow, factTable, ruledTable } from './certificate-tables.ts'
import { type Piece, setLines } from './certificate-typesetting.ts'
import { calendarDay, exactMoment, groupsOfFour, purposeLabel, thousands } from './certificate-wording.ts'

/** What the first lines of the certificate of a check say: what it proves, and as of when. */
export function overlapProof(facts: OverlapCertificateFacts): { proves: Text; asOf: Text } {
  const time = exactMoment(facts.asOf.time)
  const [sequence, lines] = [thousands(facts.asOf.sequence), thousands(facts.counts.lines)]
  return {
    proves: text(
      `本证明证实：以下述哈希值所对应的 ${lines} 行清单，逐行按编号精确核对本登记系统的在效登记，结果如下。`,
      `It proves that each of the ${lines} lines of the list with the hash below was compared by its number with the ` +
        'registrations in effect in this register, exactly, with the result below.',
    ),
    asOf: text(
      `结果计至第 ${sequence} 号登记，即${time.zh}：此前（含该号）的登记全部计入，此后的均未计入。`,
      `The result counts every filing up to number ${sequence}, that is ${time.en}, and none after it.`,
    ),
  }
}

/** The facts of one check: the list, what the check does not cover, lines with finds, the registrations, the rest. */
export function overlapSections(facts: OverlapCertificateFacts): Block[] {
  const numbers = new Map(facts.registrations.map(({ registrationNumber }, at) => [registrationNumber, at + 1]))
  const warnings = [
    ...(facts.similarComplete ? [] : [similarIncompleteNote]),
    ...(facts.similarAsOf.sequence < facts.asOf.sequence ? [similarAsOfNote(facts.similarAsOf.sequence)] : []),
  ]
  return [
    factTable(text('清单', 'The list'), listRows(facts)),
    factTable(text('本证明不包括', 'What it does not cover'), [
      { label: text('不在核对范围内', 'Outside this check'), value: paragraphs(notCheckedNote) },
      ...warnings.map((warning) => ({ label: text('请注意', 'Please note'), value: paragraphs(warning) })),
    ]),
    ...(facts.lines.length > 0 ? [lineTable(facts, numbers), registrationTable(facts), notesOn(facts)] : []),
    ...(facts.nothing.length > 0 ? [nothingFound(facts)] : []),
  ]
}

function listRows(facts: OverlapCertificateFacts): FactRow[] {
  const { counts } = facts
  const row = (zh: string, en: string, value: readonly Piece[]): FactRow => ({ label: text(zh, en), value })
  const duplicates = text(
    `${thousands(counts.duplicates)} 行与前面的行编号或者内容相同`,
    `${thousands(counts.duplicates)} with the number or the words of an earlier line`,
  )
  return [
    row('行数', 'Lines', plain(thousands(counts.lines))),
    row('编号已登记', 'Registered by number', plain(thousands(counts.exact))),
    row('描述相似（仅供参考）', 'Similar (an aid)', plain(thousands(counts.similar))),
    row('没有查得', 'Nothing found', plain(thousands(counts.nothing))),
    ...(counts.duplicates > 0 ? [row('清单内重复', 'Repeated in the list', both(duplicates))] : []),
    row('清单的 SHA-256', 'SHA-256 of the list', plain(facts.listSha256.replace(/.{8}(?=.)/g, '$& '), styles.cell)),
    row('查询目的', 'Purpose', both(purposeLabel(facts.purpose))),
    row('核对人', 'Checked by', plain(facts.checker)),
    row(
      '规则',
      'Rules',
      both(
        text(
          `编号精确核对；描述相似规则第 ${facts.similarityRule} 版`,
          `numbers exactly; descriptions by similarity rule ${facts.similarityRule}`,
        ),
      ),
    ),
  ]
}

/** Points: line, what was asked, what was found. */
const LINE_WIDTHS = [24, 160, 300] as const

function lineTable({ lines }: OverlapCertificateFacts, numbers: ReadonlyMap<string, number>): Block {
  const labels = [
    text('行', 'Line'),
    text('清单所列', 'As listed'),
    text('查得（登记见下表）', 'Found (registrations below)'),
  ]
  return ruledTable({
    heading: text(`有结果的行（共 ${thousands(lines.length)} 行）`, `Lines with finds (${thousands(lines.length)})`),
    widths: LINE_WIDTHS,
    header: labels.map((label, i) => headerCell(label, LINE_WIDTHS[i] as number)),
    rows: { count: lines.length, at: (i) => lineCells(lines[i] as OverlapLine, numbers) },
  })
}

const label = (words: string) => plain(words, styles.cellSmall)
const words = (said: string) => plain(`${said}\n`, styles.cell)

function lineCells(line: OverlapLine, numbers: ReadonlyMap<string, number>): Cell[] {
  const debtor = [line.debtorName, line.debtorIdentifier].filter((each) => each !== undefined).join(' ')
  const asked = [
    ...(line.identifier !== undefined ? words(line.identifier) : []),
    ...(line.kind !== undefined ? [...label('种类 Kind  '), ...words(kindLabel(line.kind).zh)] : []),
    ...(line.description !== undefined ? words(line.description) : []),
    ...(debtor ? [...label('担保人 Debtor  '), ...words(debtor)] : []),
    ...(line.reference !== undefined ? [...label('自编号 Reference  '), ...words(line.reference)] : []),
    ...(line.duplicateOf !== undefined ? label(`同第 ${line.duplicateOf} 行 As line ${line.duplicateOf}`) : []),
  ]
  const found = [
    ...line.exact.flatMap((hit) => [
      ...plain(`登记 ${numbers.get(hit.registrationNumber)}`, styles.cell),
      ...label(`  次序 Rank ${hit.rank}  ${hit.matchedKinds.map((kind) => kindLabel(kind).zh).join('、')}  自 Since  `),
      ...words(exactMoment(hit.ranksFrom.time).zh.replace('（北京时间）', '')),
    ]),
    ...(line.moreExact ? label('另有更多登记列有该编号 and more registrations list it\n') : []),
    ...line.similar.flatMap(({ registrationNumber, share, text: said }) => [
      ...plain(`登记 ${numbers.get(registrationNumber)}`, styles.cell),
      ...label(`  描述相似 Similar ${share}%  `),
      ...words(said ?? ''),
    ]),
  ]
  const columns = [plain(thousands(line.line), styles.cell), asked, found]
  return columns.map((pieces, i) => setLines(pieces, LINE_WIDTHS[i] as number))
}

/** Points: number in this table, registration, parties, collateral. */
const WIDTHS = [20, 168, 152, 136] as const

function registrationTable({ registrations }: OverlapCertificateFacts): Block {
  const labels = [
    text('号', 'No.'),
    text('登记', 'Registration'),
    text('当事人', 'Parties'),
    text('担保财产', 'Collateral'),
  ]
  const count = thousands(registrations.length)
  return ruledTable({
    heading: text(`查得的在效登记（共 ${count} 项）`, `Registrations in effect that were found (${count})`),
    widths: WIDTHS,
    header: labels.map((each, i) => headerCell(each, WIDTHS[i] as number)),
    rows: { count: registrations.length, at: (i) => registrationCells(registrations[i] as OverlapRegistration, i + 1) },
  })
}

function registrationCells(registration: OverlapRegistration, number: number): Cell[] {
  const form = formOf(registration.securityType)
  const found = [
    ...plain(`${groupsOfFour(registration.registrationNumber)}\n`, styles.cellNumber),
    ...words(form?.label.zh ?? registration.securityType),
    ...(form ? label(`${form.label.en}\n`) : []),
    ...label('登记 Filed  '),
    ...words(exactMoment(registration.filedAt).zh.replace('（北京时间）', '')),
    ...label('序号 Sequence  '),
    ...words(thousands(registration.sequence)),
    ...label('到期 Expires  '),
    ...words(calendarDay(registration.expiresOn).zh),
    ...(registration.yours ? label('核对人的登记 Filed by the checker') : []),
  ]
  const { securedParties, debtors } = registration
  const parties = [
    ...securedParties.flatMap((party) => summaryPieces(form?.securedPartyLabel ?? SECURED_PARTY, party)),
    ...debtors.flatMap((party) => summaryPieces(form?.debtorLabel ?? DEBTOR, party)),
  ]
  const columns = [plain(thousands(number), styles.cell), found, parties, words(registration.collateralSummary)]
  return columns.map((pieces, i) => setLines(pieces, WIDTHS[i] as number))
}

const SECURED_PARTY = text('担保权人', 'Secured party')
const DEBTOR = text('担保人', 'Debtor')

function notesOn({ counts }: OverlapCertificateFacts): Block {
  return factTable(undefined, [
    ...(counts.exact > 0 ? [{ label: text('关于次序', 'On the order'), value: paragraphs(ranksFromNote) }] : []),
    ...(counts.similar > 0 ? [{ label: text('关于相似', 'On similarity'), value: paragraphs(similarNote) }] : []),
  ])
}

/** The other lines, by their numbers: whoever has the list reads there what they were. */
function nothingFound({ nothing, counts }: OverlapCertificateFacts): Block {
  const ranges = nothing.map(([from, until]) =>
    from === until ? thousands(from) : `${thousands(from)}–${thousands(until)}`,
  )
  return factTable(text('没有查得在效登记的行', 'Lines of which nothing was found'), [
    { label: text('行数', 'How many'), value: plain(thousands(counts.nothing)) },
    { label: text('行号', 'Their numbers'), value: plain(ranges.join('、'), styles.cell) },
  ])
}

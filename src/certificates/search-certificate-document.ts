import { type Text, text } from '../platform/text.ts'
import { formOf } from '../registrations/forms/forms.ts'
import { pastWarning } from '../search/search-wording.ts'
import { actLabel } from '../timeline/timeline-wording.ts'
import type { SearchCertificateFacts, SearchMatch, SearchQuery } from './certificate-facts.ts'
import { headerCell } from './certificate-item-list.ts'
import { type CertificatePart, rankRange } from './certificate-part.ts'
import { summaryPieces } from './certificate-parties.ts'
import { both, paragraphs, plain, styles } from './certificate-styles.ts'
import { type Block, type Cell, type FactRow, factTable, ruledTable } from './certificate-tables.ts'
import { type Piece, setLines } from './certificate-typesetting.ts'
import {
  calendarDay,
  exactMoment,
  groupsOfFour,
  identifierValue,
  purposeLabel,
  schemeLabel,
  searchedBy,
  thousands,
} from './certificate-wording.ts'
import { timelineBlocks } from './search-timeline-document.ts'

/**
 * The result in one sentence. It is the whole result: no registration in effect is left out of it, also where the
 * certificate has several parts.
 */
export function searchAnswer(facts: SearchCertificateFacts, part?: CertificatePart): Text {
  const time = exactMoment(facts.asOf.time)
  const sequence = thousands(facts.asOf.sequence)
  const matchCount = part?.matchCount ?? facts.matches.length
  const count = thousands(matchCount)
  const asked = whatWasAsked(facts.query)
  const objected = withObjections(facts.matches, part)
  const found =
    matchCount === 0
      ? text('没有查得在效登记。', 'no registrations in effect were found')
      : text(
          `共查得 ${count} 项在效登记${objected && `，其中 ${objected} 项载有未了结的异议`}。`,
          (matchCount === 1 ? '1 registration in effect was found' : `${count} registrations in effect were found`) +
            (objected && `, ${objected} of them with open objections`),
        )
  return text(
    `截至第 ${sequence} 号登记（${time.zh.replace('（北京时间）', '，北京时间')}），以${asked.zh}查询，${found.zh}`,
    `As of filing ${sequence} (${time.en.replace(' (UTC+8)', ', UTC+8')}), searching by ${asked.en}, ${found.en}.`,
  )
}

/** How many matches have open objections; empty: none. */
function withObjections(matches: readonly SearchMatch[], part: CertificatePart | undefined): string {
  const count = part?.objectedCount ?? matches.filter(({ openObjections = 0 }) => openObjections > 0).length
  return count > 0 ? thousands(count) : ''
}

function whatWasAsked(query: SearchQuery): Text {
  if (query.by === 'organizationName') {
    const code = query.identifier && identifierValue(query.identifier)
    return text(
      `名称“${query.name}”${code ? `和代码 ${code} 合并` : ''}`,
      `the name “${query.name}”${code ? ` and the code ${code} together` : ''}`,
    )
  }
  if (query.by === 'organizationIdentifier' || query.by === 'individualId') {
    const label = schemeLabel(query.scheme)
    return text(`${label.zh} ${identifierValue(query)}`, `${label.en.toLowerCase()} ${identifierValue(query)}`)
  }
  const value = query.by === 'registrationNumber' ? groupsOfFour(query.value) : query.value
  return text(`${searchedBy(query.by).zh} ${value}`, `${searchedBy(query.by).en.toLowerCase()} ${value}`)
}

/** What the first lines of a search certificate say: what it proves, and as of when. */
export function searchProof(facts: SearchCertificateFacts, part?: CertificatePart): { proves: Text; asOf: Text } {
  const time = exactMoment(facts.asOf.time)
  const sequence = thousands(facts.asOf.sequence)
  return {
    proves: text(
      `本证明证实：按下列条件、依查询逻辑第 ${facts.searchLogic} 版精确查询本登记系统，所得在效登记全部列明${part ? '于各册' : '如下'}。`,
      'It proves that an exact search of this register by the terms below, under search logic ' +
        `${facts.searchLogic}, gave all the registrations in effect that are listed${part ? ' in its parts' : ''}.`,
    ),
    asOf: text(
      `结果计至第 ${sequence} 号登记，即${time.zh}：此前（含该号）的登记全部计入，此后的均未计入。`,
      `The result counts every filing up to number ${sequence}, that is ${time.en}, and none after it.`,
    ),
  }
}

/** The facts of one search, section by section. */
export function searchSections(facts: SearchCertificateFacts, part?: CertificatePart): Block[] {
  const past = pastWarning({ searchedAt: facts.issuedAt, asOf: facts.asOf })
  const warnings = [past, warningOf(facts.query)].flatMap((each) => each ?? [])
  return [
    factTable(text('查询条件', 'The search'), queryRows(facts)),
    factTable(text('本证明不包括', 'What it does not cover'), [
      { label: text('不在查询范围内', 'Outside this search'), value: paragraphs(NOT_COVERED) },
      ...warnings.map((warning) => ({ label: text('请注意', 'Please note'), value: paragraphs(warning) })),
    ]),
    ...(facts.matches.length > 0
      ? [matchTable(facts, part), notesOn(facts.matches, part), ...timelineBlocks(facts, part)]
      : [nothingFound()]),
  ]
}

function queryRows(facts: SearchCertificateFacts): FactRow[] {
  const { query } = facts
  const row = (zh: string, en: string, value: readonly Piece[]): FactRow => ({ label: text(zh, en), value })
  const asked = (): FactRow[] => {
    switch (query.by) {
      case 'organizationName':
        return [
          row('名称', 'Name', plain(query.name)),
          ...(query.identifier
            ? [{ label: schemeLabel(query.identifier.scheme), value: plain(identifierValue(query.identifier)) }]
            : []),
        ]
      case 'organizationIdentifier':
      case 'individualId':
        return [{ label: schemeLabel(query.scheme), value: plain(identifierValue(query)) }]
      case 'registrationNumber':
        return [{ label: searchedBy(query.by), value: plain(groupsOfFour(query.value)) }]
      default:
        return [{ label: searchedBy(query.by), value: plain(query.value) }]
    }
  }
  return [
    row('查询方式', 'Searched by', both(searchedBy(query.by))),
    ...asked(),
    row('查询目的', 'Purpose', both(purposeLabel(facts.purpose))),
    row('查询人', 'Searcher', plain(facts.searcher)),
    row('截至登记序号', 'As of sequence', plain(thousands(facts.asOf.sequence))),
    row('截至时间', 'As of time', both(exactMoment(facts.asOf.time))),
    row(
      '查询逻辑',
      'Search logic',
      both(text(`第 ${facts.searchLogic} 版，精确匹配`, `version ${facts.searchLogic}, exact match`)),
    ),
  ]
}

/** A search that is not by the registered name of an organisation or the number of an individual says so. */
function warningOf(query: SearchQuery): Text | undefined {
  switch (query.by) {
    case 'organizationIdentifier':
      return text(
        '本次只按代码查询，不是按登记名称的查询：以其他代码或者未填代码登记的，不在结果内。',
        'This search was by code alone and is no search by registered name: registrations under another code are ' +
          'not in the result.',
      )
    case 'assetIdentifier':
      return text(
        '本次只按财产标识查询，不是按担保人登记名称的查询：未填该标识或者概括描述的财产，不在结果内。',
        'This search was by asset identifier alone and is no search by registered name: assets filed without it, ' +
          'or described in general terms, are not in the result.',
      )
    case 'registrationNumber':
      return text(
        '本次只按登记证明编号查询，不是按担保人登记名称的查询：同一担保人的其他登记不在结果内。',
        'This search was by registration number alone and is no search by registered name: other registrations ' +
          'against the same debtor are not in the result.',
      )
    default:
      return undefined
  }
}

const NOT_COVERED = text(
  '未登记的权利；在其他登记机构登记的权利；依法产生的留置权（民法典第四百五十六条）；以占有或者控制公示的权利；法院等机关的查封、扣押、冻结；标的物交付后十日内可以登记而优先的价款担保（民法典第四百一十六条）。',
  'Unregistered rights; rights in other registers; liens by law (Civil Code art. 456); rights made public by ' +
    'possession or control; seizures and freezes by courts and other authorities; price security that may still be ' +
    'registered within ten days of delivery and then takes priority (art. 416).',
)

const RANKING = text(
  '排列按登记时间先后，变更时增加的财产自变更登记时起算。排列仅供参考，不是对清偿顺序的认定；特别规则未计入：' +
    '正常经营买受人（民法典第四百零四条）、登记与交付的先后（第四百一十五条）、价款担保（第四百一十六条）、保理（第七百六十八条）。',
  'The list is in order of filing time; collateral added by amendment counts from the amendment. The order is ' +
    'informational and decides no priority. Special rules are not applied: buyers in the ordinary course (Civil ' +
    'Code art. 404), registration and delivery (art. 415), purchase-money security (art. 416), factoring (art. ' +
    '768).',
)

const OBJECTIONS = text(
  '载有异议的登记仍然在效。异议由担保人或者其他利害关系人提出（办法第十八条），登记机构不判断异议是否成立；内容见该登记及其异议登记证明。',
  'A registration with objections is in effect. They were made by a debtor or another interested person (art. 18 of ' +
    'the Measures); the register does not judge whether they are right. See the registration for what they say.',
)

function notesOn(matches: readonly SearchMatch[], part: CertificatePart | undefined): Block {
  return factTable(undefined, [
    { label: text('关于排列', 'On the order'), value: paragraphs(RANKING) },
    ...(withObjections(matches, part)
      ? [{ label: text('关于异议', 'On objections'), value: paragraphs(OBJECTIONS) }]
      : []),
  ])
}

function nothingFound(): Block {
  return factTable(text('查询结果', 'Result'), [
    {
      label: text('在效登记', 'Registrations in effect'),
      value: paragraphs(text('没有查得在效登记。', 'No registrations in effect were found.')),
    },
  ])
}

/** Points: rank, registration, parties, collateral. */
const WIDTHS = [20, 168, 152, 136] as const

function matchTable({ matches, asOf }: SearchCertificateFacts, part: CertificatePart | undefined): Block {
  const labels = [
    text('序', 'No.'),
    text('登记', 'Registration'),
    text('当事人', 'Parties'),
    text('担保财产', 'Collateral'),
  ]
  return ruledTable({
    heading: part
      ? text(`查询结果（${rankRange(part).zh}在效登记）`, `Result (${rankRange(part).en} in effect)`)
      : text(
          `查询结果（共 ${thousands(matches.length)} 项在效登记）`,
          `Result (${thousands(matches.length)} in effect)`,
        ),
    widths: WIDTHS,
    header: labels.map((label, i) => headerCell(label, WIDTHS[i] as number)),
    rows: { count: matches.length, at: (i) => matchCells(matches[i] as SearchMatch, asOf) },
  })
}

function matchCells(match: SearchMatch, asOf: { time: string }): Cell[] {
  const { openObjections = 0 } = match
  const form = formOf(match.securityType)
  const filed = exactMoment(match.filedAt)
  const expires = calendarDay(match.expiresOn)
  const label = (words: string) => plain(words, styles.cellSmall)
  const line = (words: string) => plain(`${words}\n`, styles.cell)
  const registration = [
    ...plain(`${groupsOfFour(match.registrationNumber)}\n`, styles.cellNumber),
    ...line(form?.label.zh ?? match.securityType),
    ...(form ? label(`${form.label.en}\n`) : []),
    ...label('登记 Filed  '),
    ...line(filed.zh.replace('（北京时间）', '')),
    ...label('序号 Sequence  '),
    ...line(thousands(match.sequence)),
    ...label('到期 Expires  '),
    ...line(expires.zh),
    ...(openObjections > 0
      ? [...label('未了结的异议 Open objections  '), ...line(`${thousands(openObjections)} 项`)]
      : []),
    ...actPieces(match, asOf),
  ]
  const parties = [
    ...match.securedParties.flatMap((party) => summaryPieces(form?.securedPartyLabel ?? SECURED_PARTY, party)),
    ...match.debtors.flatMap((party) => summaryPieces(form?.debtorLabel ?? DEBTOR, party)),
  ]
  const found = match.matchedBy.map(searchedBy)
  const collateral = [
    ...line(match.collateralSummary),
    ...label('查得依据 Matched by  '),
    ...line(found.map(({ zh }) => zh).join('、')),
    ...label(found.map(({ en }) => en).join('; ')),
  ]
  const columns = [plain(thousands(match.rank), styles.cell), registration, parties, collateral]
  return columns.map((pieces, i) => setLines(pieces, WIDTHS[i] as number))
}

/** The acts after the initial filing, each with its time, sequence and number. */
function actPieces({ acts = [], actCount = acts.length }: SearchMatch, asOf: { time: string }): Piece[] {
  const left = actCount - acts.length
  return [
    ...acts.slice(1).flatMap((act) => {
      const label = actLabel(act, acts, asOf)
      return [
        ...plain(`${label.zh}  `, styles.cell),
        ...plain(`${label.en}\n`, styles.cellSmall),
        ...plain(`${exactMoment(act.filedAt).zh.replace('（北京时间）', '')}\n`, styles.cell),
        ...plain(`序号 Sequence  ${thousands(act.sequence)}   ${groupsOfFour(act.filingNumber)}\n`, styles.cellSmall),
      ]
    }),
    ...(left > 0
      ? plain(`另有 ${thousands(left)} 项较早的登记事项 and ${thousands(left)} earlier acts`, styles.cellSmall)
      : []),
  ]
}

const SECURED_PARTY = text('担保权人', 'Secured party')
const DEBTOR = text('担保人', 'Debtor')

import type { Content, DynamicContent, Watermark } from 'pdfmake/interfaces.js'
import { overlapSentence } from '../overlap-checks/overlap-wording.ts'
import { type Text, text } from '../platform/text.ts'
import { actSections } from './act-certificate-document.ts'
import { actProof } from './act-proof.ts'
import { hasCharactersInWords } from './certificate-characters.ts'
import { EMBLEM, qrCode } from './certificate-emblem.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import { type CertificatePart, partLabel, partOnOneLine, partStatement } from './certificate-part.ts'
import { both, CONTENT_WIDTH, DEEP, HAIRLINE, MARGINS, paragraphs, plain, styles } from './certificate-styles.ts'
import { type Block, type FactRow, factTable } from './certificate-tables.ts'
import { certificateTitle } from './certificate-titles.ts'
import { contentOf, type Piece, setLines } from './certificate-typesetting.ts'
import { groupsOfFour, moment } from './certificate-wording.ts'
import { overlapProof, overlapSections } from './overlap-certificate-document.ts'
import { registrationProof, registrationSections } from './registration-certificate-document.ts'
import { searchAnswer, searchProof, searchSections } from './search-certificate-document.ts'

/** What is printed on a certificate besides its facts. `verificationUrl` is what the QR code carries. */
export type CertificateMarks = {
  readonly verificationCode: string
  readonly verificationUrl: string
  readonly factsSha256: string
  /** Which part this is of a certificate whose matches fill several. */
  readonly part?: CertificatePart
}

/** A certificate before it is laid out, for certificate-layout.ts. */
export type CertificateDocument = {
  /** The PDF's information dictionary. */
  readonly info: Readonly<Record<string, string | Date>>
  /** What stands on the pages, made anew for each call. */
  blocks(): Block[]
  readonly foot: DynamicContent
  readonly watermark?: Watermark
}

/** What a certificate says and where: a pure function of the facts. */
export function certificateDocument(
  facts: CertificateFacts,
  marks: CertificateMarks,
  sandbox: boolean,
): CertificateDocument {
  const kind = certificateTitle(facts)
  const issued = new Date(facts.issuedAt)
  const inWords = hasCharactersInWords(JSON.stringify(facts))
  return {
    info: {
      Title: `${kind.zh} ${kind.en} ${facts.number}${marks.part ? ` ${partLabel(marks.part).zh}` : ''}`,
      Author: `${facts.register} ${REGISTER.en}`,
      Keywords: `SHA-256 ${marks.factsSha256}`,
      Creator: 'Encumbra',
      Producer: 'Encumbra',
      CreationDate: issued,
      ModDate: issued,
    },
    blocks: () => [
      letterhead(facts, kind, marks),
      ...opening(facts, marks),
      ...sections(facts, marks.part),
      ...closing(inWords),
    ],
    foot: (page, pages) => foot(facts.number, marks, page, pages),
    ...(sandbox && { watermark: SANDBOX }),
  }
}

const SANDBOX: Watermark = { text: 'SANDBOX', font: 'sans', fontSize: 120, angle: -52, color: '#000000', opacity: 0.07 }
const REGISTER = text('动产和权利担保登记系统', 'Register of Security Rights in Movable Property')
/** Without its quiet zone, in points. */
const QR_SIDE = 88
const LEFT_WIDTH = CONTENT_WIDTH - QR_SIDE - 16
const EMBLEM_SIDE = 30

/**
 * Emblem and name of the register, kind of certificate, number and time at the left; QR code and its code at the right.
 */
function letterhead(facts: CertificateFacts, kind: Text, marks: CertificateMarks): Content {
  const set = (pieces: Piece[], width: number, margin: [number, number, number, number] = [0, 0, 0, 0]) => ({
    ...(contentOf(setLines(pieces, width)) as object),
    margin,
  })
  const name = [...plain(`${facts.register}  ${REGISTER.zh}\n`, styles.register), ...plain(REGISTER.en, styles.small)]
  const numbered = [
    ...plain('证明编号 Certificate number\n', styles.labelSmall),
    ...plain(groupsOfFour(facts.number), styles.number),
  ]
  const issued = [...plain('出具时间 Issued\n', styles.labelSmall), ...both(moment(facts.issuedAt))]
  const left = {
    width: LEFT_WIDTH,
    stack: [
      {
        columns: [
          { svg: EMBLEM, width: EMBLEM_SIDE, margin: [0, 2, 0, 0] },
          { ...set(name, LEFT_WIDTH - EMBLEM_SIDE - 10), width: LEFT_WIDTH - EMBLEM_SIDE - 10 },
        ],
        columnGap: 10,
      },
      set([...plain(kind.zh, styles.kind), ...plain(`  ${kind.en}`, styles.kindSmall)], LEFT_WIDTH, [0, 10, 0, 2]),
      ...(marks.part ? [set(both(partLabel(marks.part)), LEFT_WIDTH, [0, 0, 0, 3])] : []),
      set(numbered, LEFT_WIDTH),
      set(issued, LEFT_WIDTH, [0, 3, 0, 0]),
    ],
  }
  const qr = qrCode(new URL(marks.verificationUrl).href, QR_SIDE)
  const code = [
    ...plain('校验码 Verification code\n', styles.labelSmall),
    ...plain(groupsOfFour(marks.verificationCode).replace(/^(\S+ \S+) /, '$1\n'), styles.code),
  ]
  const right = {
    width: QR_SIDE,
    stack: [{ svg: qr.svg, width: qr.side, margin: [-qr.quiet, 2 - qr.quiet, -qr.quiet, 0] }, set(code, QR_SIDE)],
  }
  return { columns: [left, right], columnGap: 16 } as Content
}

function sections(facts: CertificateFacts, part: CertificatePart | undefined): Block[] {
  if (facts.kind === 'search_certificate') return searchSections(facts, part)
  if (facts.kind === 'overlap_certificate') return overlapSections(facts)
  return facts.filingKind === 'initial' ? registrationSections(facts) : actSections(facts)
}

function proofOf(facts: CertificateFacts, part: CertificatePart | undefined): { proves: Text; asOf: Text } {
  if (facts.kind === 'search_certificate') return searchProof(facts, part)
  if (facts.kind === 'overlap_certificate') return overlapProof(facts)
  return facts.filingKind === 'initial' ? registrationProof(facts) : actProof(facts)
}

function answerOf(facts: CertificateFacts, part: CertificatePart | undefined): Text | undefined {
  if (facts.kind === 'overlap_certificate') return overlapSentence(facts)
  return facts.kind === 'search_certificate' ? searchAnswer(facts, part) : undefined
}

/** The answer of a search or check, then three sentences: what it proves, as of when, how to check it; and the hash. */
function opening(facts: CertificateFacts, marks: CertificateMarks): Block[] {
  const proof = proofOf(facts, marks.part)
  const row = (zh: string, en: string, words: Text): FactRow => ({ label: text(zh, en), value: paragraphs(words) })
  const rule: Content = {
    canvas: [{ type: 'line', x1: 0, y1: 0, x2: CONTENT_WIDTH, y2: 0, lineWidth: 1, lineColor: DEEP }],
    margin: [0, 10, 0, 2],
  }
  const hash = marks.factsSha256.replace(/.{8}(?=.)/g, '$& ')
  const answer = answerOf(facts, marks.part)
  return [
    rule,
    ...(answer ? [answerBlock(answer)] : []),
    factTable(undefined, [
      ...(marks.part ? [row('本册', 'This part', partStatement(marks.part))] : []),
      row('证明什么', 'What it proves', proof.proves),
      row('截至何时', 'As of when', proof.asOf),
      row('如何核验', 'How to check it', howToCheck(marks)),
      { label: text('全部内容的 SHA-256', 'SHA-256 of all facts'), value: plain(hash, styles.cell) },
    ]),
  ]
}

function answerBlock(answer: Text): Content {
  const lines = setLines(paragraphs(answer, styles.answer), CONTENT_WIDTH)
  return { ...(contentOf(lines) as object), margin: [0, 8, 0, 4] } as Content
}

function howToCheck(marks: CertificateMarks): Text {
  const { host } = new URL(marks.verificationUrl)
  return text(
    `扫描二维码，或者在 ${host} 输入证明编号和校验码，核对所示内容与本证明是否一致。`,
    `Scan the QR code, or enter the certificate number and verification code at ${host}, and compare what is ` +
      'shown with this certificate.',
  )
}

/** What characters in words mean, where there are any. */
function closing(inWords: boolean): Block[] {
  const label = text('关于〈U+…〉', 'On 〈U+…〉')
  return inWords ? [factTable(text('字符', 'Characters'), [{ label, value: paragraphs(IN_WORDS) }])] : []
}

const IN_WORDS = text(
  '〈U+2B7A9〉这样的写法表示登记内容中的一个字符，字库没有该字或者该字符不可见，因而写出其 Unicode 码位。',
  'A mark such as 〈U+2B7A9〉 stands for one character of what was filed that the fonts lack or that is invisible, ' +
    'by its Unicode code point.',
)

/** Number, page x of y, first 16 digits of the hash; below, which part it is. */
function foot(number: string, { factsSha256, part }: CertificateMarks, page: number, pages: number): Content {
  const third = CONTENT_WIDTH / 3
  const set = (words: string, alignment: 'left' | 'center' | 'right') => ({
    ...(contentOf(setLines(plain(words, styles.labelSmall), third), alignment) as object),
    width: third,
  })
  return {
    stack: [
      { canvas: [{ type: 'line', x1: 0, y1: 0, x2: CONTENT_WIDTH, y2: 0, lineWidth: 0.5, lineColor: HAIRLINE }] },
      {
        columns: [
          set(`编号 No. ${groupsOfFour(number)}`, 'left'),
          set(`第 ${page} 页，共 ${pages} 页  Page ${page} of ${pages}`, 'center'),
          set(`SHA-256 ${factsSha256.slice(0, 16)}`, 'right'),
        ],
        margin: [0, 5, 0, 0],
      },
      ...(part ? [{ columns: [set('', 'left'), set(partOnOneLine(part), 'center'), set('', 'right')] }] : []),
    ],
    margin: [MARGINS.left, 14, MARGINS.right, 0],
  } as Content
}

import { type Text, text } from '../platform/text.ts'
import { dischargeReasonLabels } from '../registrations/act-wording.ts'
import type { Form } from '../registrations/forms/define-form.ts'
import { formOf } from '../registrations/forms/forms.ts'
import { attachmentBlocks } from './certificate-attachments.ts'
import { changeBlocks } from './certificate-changes.ts'
import type { ActFacts, DischargeFacts, RenewalFacts } from './certificate-facts.ts'
import { examination, expiry, row, when } from './certificate-sections.ts'
import { standingBlocks } from './certificate-standing.ts'
import { both, paragraphs, plain } from './certificate-styles.ts'
import { type Block, type FactRow, factTable } from './certificate-tables.ts'
import { calendarDay, exactMoment, filingKindLabels, groupsOfFour, thousands } from './certificate-wording.ts'

/** The certificates of renewals, amendments and discharges: what the act did, then the registration right after it. */

/** What the first lines say: what the certificate proves, and as of when. */
export function actProof(facts: ActFacts): { proves: Text; asOf: Text } {
  return { proves: whatItProves(facts), asOf: asOf(facts) }
}

function whatItProves(facts: ActFacts): Text {
  const number = groupsOfFour(facts.registrationNumber)
  const filed = exactMoment(facts.filedAt)
  switch (facts.filingKind) {
    case 'renewal': {
      const until = calendarDay(facts.expiresOn)
      const added = months(facts.content.additionalMonths)
      return text(
        `本证明证实：编号 ${number} 的登记，已于${filed.zh}办理展期登记，期限增加 ${added.zh}，登记到期日为${until.zh}。`,
        `It proves that, at ${filed.en}, registration ${number} was renewed by ${added.en}, with ${until.en} as its ` +
          'expiry date.',
      )
    }
    case 'amendment': {
      const count = thousands(facts.content.changes.length)
      return text(
        `本证明证实：编号 ${number} 的登记，已于${filed.zh}办理变更登记，变更事项共 ${count} 项，列明如下。`,
        `It proves that, at ${filed.en}, registration ${number} was amended; the ` +
          `${count === '1' ? 'change is' : `${count} changes are`} stated below.`,
      )
    }
    case 'discharge':
      return text(
        `本证明证实：编号 ${number} 的登记，已于${filed.zh}办理注销登记，自该时起终止。`,
        `It proves that, at ${filed.en}, registration ${number} was discharged; it ended at that time.`,
      )
  }
}

function asOf(facts: ActFacts): Text {
  const sequence = thousands(facts.sequence)
  if (facts.filingKind === 'discharge') {
    return text(
      `所载为该次注销登记完成时的状况，登记序号 ${sequence}；此后登记机构所作的更正、恢复登记不在其内。`,
      `It states the registration right after the discharge, at sequence ${sequence}; later corrections or ` +
        'reinstatements by the registrar are not in it.',
    )
  }
  return text(
    `所载为该次登记完成时的状况，登记序号 ${sequence}；此后的变更、展期、异议、注销或者撤销不在其内，须另行查询。`,
    `It states the registration right after this filing, at sequence ${sequence}; later amendments, renewals, ` +
      'objections, discharges or revocations are not in it: search the register for them.',
  )
}

/** The facts of one act, section by section. */
export function actSections(facts: ActFacts): Block[] {
  const form = formOf(facts.securityType)
  return [
    factTable(text('登记', 'Registration'), filingRows(facts, form)),
    ...whatItDid(facts, form),
    ...attachmentBlocks(facts.attachments),
    ...standingBlocks(facts, form),
    examination(DECLARATIONS[facts.filingKind]),
  ]
}

function filingRows(facts: ActFacts, form: Form | undefined): FactRow[] {
  return [
    row('登记证明编号', 'Registration number', plain(groupsOfFour(facts.registrationNumber))),
    row('本次登记编号', 'Filing number', plain(groupsOfFour(facts.filingNumber))),
    row('登记事项', 'Kind of filing', both(filingKindLabels[facts.filingKind])),
    row('担保类型', 'Security type', both(form?.label ?? text(facts.securityType, facts.securityType))),
    row('本次登记时间', 'Time of this filing', both(exactMoment(facts.filedAt))),
    row('登记序号', 'Sequence', plain(thousands(facts.sequence))),
    row('填表人', 'Filer', plain(facts.filer)),
  ]
}

function whatItDid(facts: ActFacts, form: Form | undefined): Block[] {
  switch (facts.filingKind) {
    case 'renewal':
      return [factTable(text('展期', 'Renewal'), renewalRows(facts))]
    case 'amendment':
      return facts.content.changes.flatMap((_, at) => changeBlocks(facts, at, form))
    case 'discharge':
      return [factTable(text('注销', 'Discharge'), dischargeRows(facts))]
  }
}

function renewalRows({ content, expiresOn }: RenewalFacts): FactRow[] {
  return [
    row('增加的期限', 'Months added', both(months(content.additionalMonths))),
    row('展期后的登记到期日', 'New expiry date', both(expiry(expiresOn))),
    row('顺位', 'Rank', paragraphs(RANK_KEPT)),
  ]
}

const RANK_KEPT = text(
  '展期不改变顺位：仍自初始登记时起排序，变更时新增的担保财产仍自该次变更登记时起排序。',
  'A renewal keeps the rank: it still counts from the initial filing, and for collateral added by an amendment from ' +
    'that amendment.',
)

function dischargeRows({ content, standing }: DischargeFacts): FactRow[] {
  return [
    row('注销原因', 'Reason', both(dischargeReasonLabels[content.reason] ?? text(content.reason, content.reason))),
    ...when(content.reasonText, (words) => row('原因说明', 'Reason in the filer’s words', plain(words))),
    ...when(standing.endedAt, (time) => row('终止时间', 'Ended at', both(exactMoment(time)))),
  ]
}

function months(count: number): Text {
  return text(`${count} 个月`, count === 1 ? '1 month' : `${count} months`)
}

const RECORDED = text(
  '登记机构记载该声明，不对其作出判断。',
  'The register records this declaration and does not judge it.',
)

const DECLARATIONS: Readonly<Record<ActFacts['filingKind'], Text>> = {
  renewal: text(
    `填表人声明：本次展期已经担保人同意（办法第十五条），登记内容真实、完整、合法（办法第二十三条）。${RECORDED.zh}`,
    'The filer declares that the debtor agreed to this renewal (art. 15 of the Measures) and that its content is ' +
      `true, complete and lawful (art. 23). ${RECORDED.en}`,
  ),
  amendment: text(
    `填表人声明：本次变更已经担保人同意，登记内容真实、完整、合法（办法第二十三条）。${RECORDED.zh}`,
    'The filer declares that the debtor agreed to this amendment and that its content is true, complete and lawful ' +
      `(art. 23 of the Measures). ${RECORDED.en}`,
  ),
  discharge: text(
    `填表人声明：注销原因和登记内容真实、完整、合法（办法第二十三条）。${RECORDED.zh}`,
    'The filer declares that the reason for the discharge and its content are true, complete and lawful (art. 23 of ' +
      `the Measures). ${RECORDED.en}`,
  ),
}

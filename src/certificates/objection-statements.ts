import { type Text, text } from '../platform/text.ts'
import { writtenDate, writtenExactMoment } from '../platform/written-form.ts'
import type { AcceptanceFacts, LapseFacts, ObjectionFacts, ObjectionMet, WithdrawalFacts } from './act-facts.ts'
import {
  filed,
  inOrder,
  named,
  note,
  numbered,
  remark,
  type Stated,
  type StatedSection,
  stated,
  words,
} from './stated.ts'

/** What the acts on an objection say, section by section (the Measures, arts. 18 to 20). Pure. */
export function objectionSections(
  facts: ObjectionFacts | WithdrawalFacts | AcceptanceFacts | LapseFacts,
): StatedSection[] {
  const { objection } = facts
  switch (facts.filingKind) {
    case 'objection':
      return [
        { heading: text('异议', 'Objection'), facts: objectionStatements(objection) },
        { heading: text('异议的后果与期限', 'Effect and periods'), facts: periods(objection) },
      ]
    case 'objection_withdrawal':
      return [
        { heading: text('撤回', 'Withdrawal'), facts: withdrawn(facts) },
        { heading: text('撤回的异议', 'The objection withdrawn'), facts: metStatements(objection) },
      ]
    case 'case_acceptance':
      return [
        { heading: text('案件受理通知', 'Notice of case acceptance'), facts: accepted(facts) },
        { heading: text('所涉异议', 'The objection concerned'), facts: metStatements(objection) },
      ]
    case 'objection_lapse':
      return [
        { heading: text('失效', 'Lapse'), facts: lapsed(facts) },
        { heading: text('失效的异议', 'The objection that lapsed'), facts: metStatements(objection) },
      ]
  }
}

/** An objection that another act concerns: its place in the order, what was filed, and whether a case was accepted. */
export function metStatements(objection: ObjectionMet): Stated[] {
  const { acceptance } = objection
  return [
    stated('异议编号', 'Number of the objection', numbered(objection.filingNumber)),
    stated('异议登记时间', 'Time of the objection', inOrder(objection)),
    ...objectionStatements(objection),
    ...(acceptance
      ? [
          stated(
            '案件受理',
            'Case accepted',
            filed(`${acceptance.court}  ${acceptance.caseNumber}`, writtenDate(acceptance.acceptedOn)),
            inOrder(acceptance),
          ),
        ]
      : []),
  ]
}

function objectionStatements(objection: ObjectionMet): Stated[] {
  const { objector, isDebtor, relation, statement, demandedOn, refused } = objection
  return [
    stated('异议人', 'Objector', named(objector), remark(isDebtor ? IS_DEBTOR : IS_NO_DEBTOR)),
    stated('与本登记的关系', 'Relation to the registration', filed(relation)),
    stated('异议内容', 'Statement', filed(statement)),
    stated('要求担保权人变更或者注销的日期', 'Demand to amend or discharge made on', words(writtenDate(demandedOn))),
    stated('担保权人的答复', 'Answer of the secured party', words(refused ? REFUSED : SILENT)),
  ]
}

const IS_DEBTOR = text('身份已经核验，是登记所载担保人', 'identity verified; a debtor of this registration')
const IS_NO_DEBTOR = text(
  '身份已经核验，不是登记所载担保人，以利害关系人身份提出',
  'identity verified; no debtor of this registration, objects as an interested person',
)
const REFUSED = text('不同意变更或者注销', 'refused')
const SILENT = text('未予答复', 'no answer')

function periods({ tellingDueOn, acceptanceDueOn }: ObjectionMet): Stated[] {
  const [tell, accept] = [writtenDate(tellingDueOn), writtenDate(acceptanceDueOn)]
  return [
    stated('对登记的影响', 'Effect on the registration', note(STAYS)),
    stated(
      '通知担保权人',
      'Telling the secured party',
      note(
        text(
          `异议人应当自异议登记办理完毕之日起 7 日内，即至${tell.zh}，通知担保权人（办法第十九条）。`,
          `The objector must tell the secured party within 7 days, that is by ${tell.en} (art. 19 of the Measures).`,
        ),
      ),
    ),
    stated(
      '三十日期限',
      'Thirty days',
      note(
        text(
          `异议人应当自异议登记之日起 30 日内，即至${accept.zh} 24:00（北京时间），就争议起诉或者申请仲裁，并提交案件受理通知；逾期未提交的，登记机构撤销异议登记（办法第二十条）。期限末日是法定休假日的，已顺延至次一工作日。`,
          'The objector must bring the dispute to a court or arbitration and file the notice of case acceptance within ' +
            `30 days, that is by ${accept.en}, 24:00 (UTC+8); else the register ends the objection (art. 20). A last ` +
            'day that is a holiday has been moved to the next working day.',
        ),
      ),
    ),
  ]
}

const STAYS = text(
  '本登记继续在效。异议登记是供查询人知悉的记载；登记机构不判断异议是否成立。',
  'The registration stays in effect. An objection is a public note for those who search; the register does not judge ' +
    'whether it is right.',
)

function withdrawn({ content, filedAt }: WithdrawalFacts): Stated[] {
  return [
    ...(content.reason === undefined ? [] : [stated('撤回原因', 'Reason', filed(content.reason))]),
    stated('异议终止时间', 'The objection ended at', words(writtenExactMoment(filedAt))),
    stated('对登记的影响', 'Effect on the registration', note(UNTOUCHED)),
  ]
}

const UNTOUCHED = text(
  '异议自该时起终止，登记本身不因此变动。',
  'The objection ended then. The registration itself is not changed by it.',
)

function accepted({ content, objection }: AcceptanceFacts): Stated[] {
  return [
    stated('受理机构', 'Accepted by', filed(content.court)),
    stated('案号', 'Case number', filed(content.caseNumber)),
    stated('受理日期', 'Accepted on', words(writtenDate(content.acceptedOn))),
    stated('对异议的影响', 'Effect on the objection', note(keptOpen(objection))),
  ]
}

function keptOpen({ acceptanceDueOn }: ObjectionMet): Text {
  const day = writtenDate(acceptanceDueOn)
  return text(
    `受理通知在期限内（至${day.zh}）提交，异议继续记载，不因期限届满而撤销（办法第二十条）。登记仍然在效。`,
    `The notice came in time (by ${day.en}): the objection stays and does not lapse (art. 20 of the Measures). The ` +
      'registration is still in effect.',
  )
}

function lapsed({ objection, filedAt }: LapseFacts): Stated[] {
  const day = writtenDate(objection.acceptanceDueOn)
  const why = text(
    `自异议登记之日起 30 日内，即至${day.zh} 24:00（北京时间），未提交案件受理通知。登记机构依办法第二十条自行撤销异议登记，无须申请。`,
    `No notice of case acceptance was filed within 30 days, that is by ${day.en}, 24:00 (UTC+8). Under art. 20 of ` +
      'the Measures the register itself ended the objection; nobody applied for it.',
  )
  return [
    stated('失效原因', 'Reason', note(why)),
    stated('异议终止时间', 'The objection ended at', words(writtenExactMoment(filedAt))),
    stated('对登记的影响', 'Effect on the registration', note(UNTOUCHED)),
  ]
}

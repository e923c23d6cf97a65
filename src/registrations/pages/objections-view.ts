import { partyLine } from '../../parties/pages/party-view.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDate, writtenMoment } from '../../platform/written-form.ts'
import { objectionStatusLabels } from '../objection-rules.ts'
import { isOpen, type ObjectionStatus } from '../objection-state.ts'
import type { registrationFor } from '../read-registration.ts'

type View = ReturnType<typeof registrationFor>
type Shown = View['objections'][number]

/** Objections, newest first: what is objected, by whom, and what became of it (the Measures, arts. 18 to 20). */
export function objectionsView({ objections }: View, language: Language): Html {
  if (objections.length === 0) return nothing
  const say = speaker(language)
  return html`<h2 class="govuk-heading-m" id="objections">${say('异议登记', 'Objections')}</h2>
<p class="govuk-body secondary">${say('异议登记只是公示，不影响登记的效力和顺位。', 'An objection is a public note: it changes neither effect nor rank.')}</p>
${objections.toReversed().map((each) => summaryList(rowsOf(each, language), language))}`
}

/** The status as a word with a colour. */
export function objectionWord(status: ObjectionStatus, language: Language): Html {
  const ended = isOpen({ status }) ? '' : ' state--ended'
  return html`<span class="state${ended}">${inLanguage(objectionStatusLabels[status], language)}</span>`
}

function rowsOf(objection: Shown, language: Language): SummaryRow[] {
  const { acceptance, objector } = objection
  const debtor = objection.isDebtor
    ? html`<div class="secondary small">${inLanguage(text('提出时是登记的担保人', 'A debtor of this registration at the time'), language)}</div>`
    : nothing
  const rows: (SummaryRow | false)[] = [
    {
      key: text('异议', 'Objection'),
      value: html`${objectionWord(objection.status, language)} ${numberInGroups(objection.filingNumber)}`,
    },
    { key: text('异议人', 'Objector'), value: html`${partyLine(objector, language)}${debtor}` },
    { key: text('登记时间', 'Filed'), value: inLanguage(writtenMoment(objection.filedAt), language) },
    { key: text('与登记的关系', 'Relation'), value: objection.relation },
    { key: text('异议内容', 'Statement'), value: html`<div class="paragraph">${objection.statement}</div>` },
    { key: text('事先的要求', 'Demand before it'), value: inLanguage(demandWords(objection), language) },
    objection.status === 'noted' && {
      key: text('受理通知的期限', 'Notice of acceptance due'),
      value: inLanguage(dueWords(objection.acceptanceDueOn), language),
    },
    acceptance !== undefined && {
      key: text('案件受理', 'Case accepted'),
      value: inLanguage(acceptanceWords(acceptance), language),
    },
    !isOpen(objection) && { key: text('结束', 'Ended'), value: inLanguage(endWords(objection), language) },
  ]
  return rows.filter((row) => row !== false)
}

export function dueWords(dueOn: string): Text {
  const day = writtenDate(dueOn)
  return text(
    `${day.zh}以前须上传法院或者仲裁机构的受理通知，否则异议失效（办法第二十条）`,
    `A court’s or arbitrator’s notice of acceptance must be noted by ${day.en}, or the objection lapses (art. 20 of the Measures)`,
  )
}

function demandWords({ demandedOn, refused }: Shown): Text {
  const day = writtenDate(demandedOn)
  return refused
    ? text(`${day.zh}向担保权人提出，被拒绝`, `Made to the secured party on ${day.en}, and refused`)
    : text(`${day.zh}向担保权人提出，没有答复`, `Made to the secured party on ${day.en}, without an answer`)
}

function acceptanceWords({ court, caseNumber, acceptedOn, sequence }: NonNullable<Shown['acceptance']>): Text {
  const day = writtenDate(acceptedOn)
  return text(
    `${court}，${caseNumber}，${day.zh}受理（第 ${thousands(sequence)} 号登记）`,
    `${court}, ${caseNumber}, accepted on ${day.en} (filing ${thousands(sequence)})`,
  )
}

/** A lapse follows from the calendar, whether or not it was filed yet. */
function endWords({ status, ended, acceptanceDueOn }: Shown): Text {
  const how = objectionStatusLabels[status]
  if (!ended) {
    const day = writtenDate(acceptanceDueOn)
    return text(
      `${day.zh}以前没有收到受理通知，${how.zh}`,
      `No notice of acceptance came by ${day.en}: ${how.en.toLowerCase()}`,
    )
  }
  const moment = writtenMoment(ended.filedAt)
  const sequence = thousands(ended.sequence)
  return text(`${moment.zh}${how.zh}（第 ${sequence} 号登记）`, `${how.en}, ${moment.en} (filing ${sequence})`)
}

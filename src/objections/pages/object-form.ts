import Type from 'typebox'
import { radios, type SummaryRow, summaryList, textArea, textInput } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { endOfDays } from '../../platform/working-days.ts'
import { writtenDate } from '../../platform/written-form.ts'
import type { ActFiled, ActForm, ActPage } from '../../registrations/act-pages/act-form.ts'
import { sendNotPossible } from '../../registrations/act-pages/not-possible-page.ts'
import { present, refusedAt, valueRead } from '../../registrations/act-pages/typed-reading.ts'
import { atFields } from '../../registrations/field-errors.ts'
import { ACCEPTANCE_DAYS, objectionStatusOn, TELLING_DAYS } from '../../registrations/objection-rules.ts'
import { isOpen } from '../../registrations/objection-state.ts'
import { dateHint } from '../../registrations/pages/field-control.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { readDate, readLine, readParagraph } from '../../registrations/typed-values.ts'
import { type ObjectionBody, prepareObjection } from '../object.ts'
import { objectionBody } from '../objection-routes.ts'
import { insteadForInterested, objector } from './objector-page.ts'

const statement = { pointer: '/statement', label: text('异议内容', 'What is wrong with the registration') }
const relation = { pointer: '/relation', label: text('与这项登记的关系', 'Your relation to the registration') }
const demandedOn = {
  pointer: '/demandedOn',
  label: text('要求担保权人变更或者注销的日期', 'Day on which you asked the secured party to amend or discharge'),
}
const refused = { pointer: '/refused', label: text('担保权人的答复', 'What the secured party answered'), chosen: true }
const fields = [relation, statement, demandedOn, refused]
const check = compileBody(Type.Object(objectionBody))
const title = text('异议登记', 'Objection')

export const answers: readonly { value: string; label: Text }[] = [
  { value: 'yes', label: text('拒绝', 'It refused') },
  { value: 'no', label: text('没有答复', 'It did not answer') },
]

/** Objection 异议登记 by page (the Measures, arts. 18 to 20). The registration stays in effect. */
export const objectForm: ActForm = {
  path: '/object',
  kind: 'objection',
  by: {
    ...objector,
    instead: (page) => insteadForInterested(page, title) ?? insteadWhenOpen(page),
  },
  title,
  verb: text('提交异议', 'Submit the objection'),
  done: text('异议已经登记', 'Objection filed'),
  declaration: text(
    '我声明：所述属实，并承担异议不当造成他人损害的责任（办法第二十三条）。 I declare that this is true, and answer for what a wrongful objection causes to others (art. 23 of the Measures).',
    'I declare that this is true, and answer for what a wrongful objection causes to others (art. 23 of the Measures). 我声明：所述属实，并承担异议不当造成他人损害的责任（办法第二十三条）。',
  ),
  fields: () => fields,
  controls: (page, form, fields) => html`<p class="govuk-body">${inLanguage(intro, page.language)}</p>
${textInput(form, { ...relation, hint: text('例如：承租人、担保人、租赁物的所有权人。', 'For example lessee, debtor, owner of the goods.'), value: typed(fields, 'relation') })}
${textArea(form, { ...statement, hint: text('写明哪一项内容有误、为什么。这段文字公开，请勿写入他人的个人信息。', 'Say what is wrong, and why. These words are public: leave personal data of others out.'), value: typed(fields, 'statement'), rows: 8 })}
${textInput(form, {
  ...demandedOn,
  hint: dateHint(
    text(
      '须先要求担保权人变更或者注销，被拒绝或者没有答复的，才能提出异议（办法第十八条）。',
      'You object only after you asked the secured party to amend or discharge and it refused or did not answer (art. 18 of the Measures).',
    ),
  ),
  value: typed(fields, 'demandedOn'),
  width: 10,
})}
${radios(form, { ...refused, value: typed(fields, 'refused'), choices: answers })}`,
  read: (_page, given) => {
    const said = readParagraph(typed(given, 'statement'))
    const kin = readLine(typed(given, 'relation'))
    const day = readDate(typed(given, 'demandedOn'))
    const answer = typed(given, 'refused')
    const content = present({
      statement: valueRead(said),
      relation: valueRead(kin),
      demandedOn: valueRead(day),
      refused: answer === 'yes' ? true : answer === 'no' ? false : undefined,
      declaration: true,
    })
    const unread = [...refusedAt(said, '/statement'), ...refusedAt(kin, '/relation'), ...refusedAt(day, '/demandedOn')]
    const told = new Set(unread.map(({ pointer }) => pointer))
    const unfit = check(content).filter(({ pointer }) => !told.has(pointer))
    return { content, refused: atFields([...unread, ...unfit], fields) }
  },
  place: (pointer) => pointer,
  prepare: (filer, number, content, options) =>
    prepareObjection(filer, number, content as unknown as ObjectionBody, options),
  facts: ({ language, filer }, content) => {
    const body = content as unknown as ObjectionBody
    const rows: SummaryRow[] = [
      { key: text('异议人', 'Objector'), value: filer.identity?.name ?? filer.accountName },
      { key: relation.label, value: body.relation },
      { key: statement.label, value: html`<div class="paragraph">${body.statement}</div>` },
      { key: demandedOn.label, value: inLanguage(writtenDate(body.demandedOn), language) },
      { key: refused.label, value: inLanguage(answers[body.refused ? 0 : 1]!.label, language) },
    ]
    return html`${summaryList(rows, language)}<p class="govuk-body">${inLanguage(consequence, language)}</p>`
  },
  next: (filed, page) => nextSteps(filed, page),
}

/** What the law asks of the objector now, with its days (arts. 19 and 20). */
function nextSteps(filed: ActFiled, { today }: ActPage): Text[] {
  const due = writtenDate((filed as ActFiled & { acceptanceDueOn: string }).acceptanceDueOn)
  const tell = writtenDate(endOfDays(today, TELLING_DAYS))
  return [
    text(
      `${tell.zh}以前把异议通知担保权人，并保存通知的凭据（办法第十九条，七日内）。`,
      `Tell the secured party of the objection by ${tell.en} and keep the evidence (art. 19 of the Measures: within seven days).`,
    ),
    text(
      `${due.zh}以前起诉或者申请仲裁，并在这里上传受理通知；逾期不上传的，异议失效（办法第二十条）。`,
      `Sue or apply for arbitration and note the acceptance here by ${due.en}; otherwise the objection lapses (art. 20 of the Measures).`,
    ),
    text(
      '请保存本次登记编号和证明。“我的异议”列出各项异议和期限。',
      'Keep the filing number and the certificate. “My objections” lists your objections with their days.',
    ),
  ]
}

function insteadWhenOpen(page: ActPage) {
  const own = page.state.objections.find(
    (each) => each.account === page.filer.account && isOpen({ status: objectionStatusOn(each, page.today) }),
  )
  if (!own) return undefined
  const at = `/registrations/${page.state.registrationNumber}/objections/${own.filingNumber}`
  const { language } = page
  return sendNotPossible(page, title, {
    status: 409,
    message: text(
      '贵方对这项登记的异议还没有结束，不能再次提出',
      'Your account has an open objection to this registration already',
    ),
    body: html`<ul class="govuk-list govuk-list--bullet"><li><a class="govuk-link" href="${at}/accept-case">${inLanguage(text('上传受理通知', 'Note the case acceptance'), language)}</a></li>
<li><a class="govuk-link" href="${at}/withdraw">${inLanguage(text('撤回异议', 'Withdraw the objection'), language)}</a></li></ul>`,
  })
}

const intro = text(
  '异议登记是公示：任何人查询这项登记都会看到，但登记仍然有效，顺位不变。',
  'An objection is a public note: whoever looks at the registration sees it, but the registration stays in effect and keeps its rank.',
)
const consequence = text(
  `提交以后，七日内通知担保权人（第十九条），${ACCEPTANCE_DAYS} 日内上传法院或者仲裁机构的受理通知，否则异议失效（第二十条）。`,
  `After this, tell the secured party within ${TELLING_DAYS} days (art. 19) and note a court’s or arbitrator’s acceptance within ${ACCEPTANCE_DAYS} days, or the objection lapses (art. 20).`,
)

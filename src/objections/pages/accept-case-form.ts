import Type from 'typebox'
import { type SummaryRow, summaryList, textInput } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { numberFrom } from '../../platform/http.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { writtenDate } from '../../platform/written-form.ts'
import type { ActForm, ActPage } from '../../registrations/act-pages/act-form.ts'
import { sendNotPossible } from '../../registrations/act-pages/not-possible-page.ts'
import { present, refusedAt, valueRead } from '../../registrations/act-pages/typed-reading.ts'
import { atFields } from '../../registrations/field-errors.ts'
import { acceptanceDueOn } from '../../registrations/objection-rules.ts'
import { dateHint } from '../../registrations/pages/field-control.ts'
import { dueWords } from '../../registrations/pages/objections-view.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { readDate, readLine } from '../../registrations/typed-values.ts'
import { type Acceptance, prepareAcceptance } from '../accept-case.ts'
import { acceptanceBody } from '../objection-routes.ts'
import { insteadForObjector, objectionOf, objector } from './objector-page.ts'
import { objectionRows } from './withdraw-form.ts'

const court = { pointer: '/court', label: text('受理的法院或者仲裁机构', 'Court or arbitral institution') }
const caseNumber = { pointer: '/caseNumber', label: text('案号', 'Case number') }
const acceptedOn = { pointer: '/acceptedOn', label: text('受理日期', 'Day of acceptance') }
const fields = [court, caseNumber, acceptedOn]
const check = compileBody(Type.Object(acceptanceBody))
const title = text('上传受理通知', 'Notice of case acceptance')

/** Notice of case acceptance 受理通知 by page: within thirty days, or the objection lapses (the Measures, art. 20). */
export const acceptCaseForm: ActForm = {
  path: '/objections/:objection/accept-case',
  kind: 'case_acceptance',
  by: { ...objector, instead: (page) => insteadForObjector(page, title) ?? insteadWhenNoted(page) },
  title,
  verb: text('提交受理通知', 'Submit the notice'),
  done: text('受理通知已经登记', 'Case acceptance noted'),
  declaration: text(
    '我声明：所填与受理通知一致（办法第二十三条）。 I declare that this is what the notice of acceptance says (art. 23 of the Measures).',
    'I declare that this is what the notice of acceptance says (art. 23 of the Measures). 我声明：所填与受理通知一致（办法第二十三条）。',
  ),
  fields: () => fields,
  controls: (page, form, given) => html`${summaryList([...objectionRows(page), dueRow(page)], page.language)}
${textInput(form, { ...court, value: typed(given, 'court') })}
${textInput(form, { ...caseNumber, hint: text('例如（2026）鄂01民初1号。', 'As the notice has it, for example （2026）鄂01民初1号.'), value: typed(given, 'caseNumber') })}
${textInput(form, { ...acceptedOn, hint: dateHint(undefined), value: typed(given, 'acceptedOn'), width: 10 })}
<p class="govuk-body">${inLanguage(attachIt, page.language)}</p>`,
  read: (page, given) => {
    const [by, number] = [readLine(typed(given, 'court')), readLine(typed(given, 'caseNumber'))]
    const day = readDate(typed(given, 'acceptedOn'))
    const content = present({ court: valueRead(by), caseNumber: valueRead(number), acceptedOn: valueRead(day) })
    const unread = [...refusedAt(by, '/court'), ...refusedAt(number, '/caseNumber'), ...refusedAt(day, '/acceptedOn')]
    const told = new Set(unread.map(({ pointer }) => pointer))
    const objection = numberFrom((page.request.params as { objection: string }).objection)
    return {
      content: { ...content, objection, declaration: true },
      refused: atFields([...unread, ...check(content).filter(({ pointer }) => !told.has(pointer))], fields),
    }
  },
  place: (pointer) => pointer,
  prepare: (filer, number, content, options) =>
    prepareAcceptance(filer, number, content as unknown as Acceptance, options),
  facts: (page, content) => {
    const given = content as unknown as Acceptance
    return summaryList(
      [
        ...objectionRows(page),
        { key: court.label, value: given.court },
        { key: caseNumber.label, value: given.caseNumber },
        { key: acceptedOn.label, value: inLanguage(writtenDate(given.acceptedOn), page.language) },
      ],
      page.language,
    )
  },
  next: () => [
    text(
      '异议不再因期限届满而失效，到法院或者仲裁机构有了结果为止。',
      'The objection lapses no more; it stands until the court or arbitrator has decided.',
    ),
    text(
      '裁判生效以后，请向登记机构申请撤销登记（办法第二十一条），或者撤回异议。',
      'Once the decision is binding, apply to the register’s office for revocation (art. 21 of the Measures), or withdraw the objection.',
    ),
  ],
}

function dueRow(page: ActPage): SummaryRow {
  const due = acceptanceDueOn(objectionOf(page)!.filedOn)
  return { key: text('期限', 'Due'), value: inLanguage(dueWords(due), page.language) }
}

function insteadWhenNoted(page: ActPage) {
  if (objectionOf(page)?.status !== 'case_accepted') return undefined
  const message = text('这项异议的受理通知已经登记', 'The case of this objection has been noted as accepted already')
  return sendNotPossible(page, title, { status: 409, message })
}

const attachIt = text('请在下面上传受理通知的扫描件或者照片。', 'Upload a scan or photograph of the notice below.')

import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import { type SummaryRow, summaryList, textArea, textInput } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { keepAnswer } from '../../platform/keep-answer.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { numberInGroups, writtenDate, writtenMoment } from '../../platform/written-form.ts'
import type { ActForm, ActPage } from '../../registrations/act-pages/act-form.ts'
import { present, refusedAt, valueRead } from '../../registrations/act-pages/typed-reading.ts'
import { atFields } from '../../registrations/field-errors.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { readLine, readParagraph } from '../../registrations/typed-values.ts'
import type { DischargeDemand } from '../demand-discharge.ts'
import { demandBody, demandDischarge } from '../demand-routes.ts'
import { insteadForInterested, objector } from './objector-page.ts'

const statement = { pointer: '/statement', label: text('要求的内容', 'What you demand') }
const relation = { pointer: '/relation', label: text('与这项登记的关系', 'Your relation to the registration') }
const fields = [relation, statement]
const check = compileBody(Type.Object(demandBody))
const title = text('要求注销或者变更', 'Demand discharge or amendment')

/** A demand that the secured party discharge or amend: it goes to the filer alone, and starts ten working days. */
export const demandForm: ActForm = {
  path: '/demand',
  by: {
    ...objector,
    instead: (page) => insteadForInterested(page, title),
    carryOut: async (deps, page, content, request) => {
      const said = content as { statement: string; relation: string }
      const made = await keepAnswer(deps.pool, page.person.userId, request, () =>
        demandDischarge(deps, page.request, page.state.registrationNumber, said),
      )
      return 'refused' in made ? made : { answer: Buffer.from(JSON.stringify(made.answer)) }
    },
  },
  title,
  verb: text('提交要求', 'Submit the demand'),
  done: text('要求已经送交', 'Demand delivered'),
  fields: () => fields,
  controls: (page, form, given) => html`<p class="govuk-body">${inLanguage(intro, page.language)}</p>
${textInput(form, { ...relation, hint: text('例如：承租人、担保人。', 'For example lessee or debtor.'), value: typed(given, 'relation') })}
${textArea(form, {
  ...statement,
  hint: text(
    '写明要求注销还是变更、变更哪一项，以及理由，例如债务已经清偿。',
    'Say whether to discharge or what to amend, and why: for example that the debt is paid.',
  ),
  value: typed(given, 'statement'),
  rows: 6,
})}`,
  read: (_page, given) => {
    const words = readParagraph(typed(given, 'statement'))
    const kin = readLine(typed(given, 'relation'))
    const content = present({ statement: valueRead(words), relation: valueRead(kin) })
    const unread = [...refusedAt(words, '/statement'), ...refusedAt(kin, '/relation')]
    const told = new Set(unread.map(({ pointer }) => pointer))
    return {
      content,
      refused: atFields([...unread, ...check(content).filter(({ pointer }) => !told.has(pointer))], fields),
    }
  },
  place: (pointer) => pointer,
  facts: ({ language, filer }, content) =>
    summaryList(
      [
        { key: text('提出人', 'From'), value: filer.identity?.name ?? filer.accountName },
        { key: relation.label, value: String(content.relation) },
        { key: statement.label, value: html`<div class="paragraph">${String(content.statement)}</div>` },
      ],
      language,
    ),
  confirm: (page, answer) => sendDemanded(page, answer as Omit<DischargeDemand, 'demandedBy'>),
}

/** What was recorded, by when the secured party has to act, and what follows when it does not. */
function sendDemanded(page: ActPage, demand: Omit<DischargeDemand, 'demandedBy'>): FastifyReply {
  const { language } = page
  const say = speaker(language)
  const registration = `/registrations/${page.state.registrationNumber}`
  const due = writtenDate(demand.dueOn)
  const rows: SummaryRow[] = [
    { key: text('登记证明编号', 'Registration number'), value: numberInGroups(page.state.registrationNumber) },
    { key: text('提出时间', 'Made at'), value: inLanguage(writtenMoment(demand.demandedAt), language) },
    { key: text('处理期限', 'Due'), value: inLanguage(due, language) },
  ]
  page.request.shell = { ...page.request.shell, here: `${registration}/discharge-demands` }
  return sendPage(page.reply, {
    title: demandForm.done,
    ownHeading: true,
    body: html`<div class="govuk-panel govuk-panel--confirmation"><h1 class="govuk-panel__title">${inLanguage(demandForm.done, language)}</h1>
<div class="govuk-panel__body">${say(`担保权人应在${due.zh}以前处理`, `The secured party is to act by ${due.en}`)}</div></div>
${summaryList(rows, language)}
<h2 class="govuk-heading-m">${say('接下来', 'What comes next')}</h2>
<ul class="govuk-list govuk-list--bullet">
<li>${say('填表人已经收到通知。要求不公开，只有填表人和登记机构可以看到。', 'The filer has been told. A demand is not public: only the filer and the register’s office see it.')}</li>
<li>${say(`担保权人拒绝，或者${due.zh}以前没有处理的，可以提出异议（办法第十八条）。`, `If it refuses, or has not acted by ${due.en}, you can object (art. 18 of the Measures).`)}
<a class="govuk-link" href="${registration}/object">${say('提出异议', 'Object')}</a></li>
<li><a class="govuk-link" href="${registration}/discharge-demands">${say('查看提出的要求', 'See your demands')}</a></li>
<li><a class="govuk-link" href="${registration}">${say('查看这项登记', 'See the registration')}</a></li>
</ul>`,
  })
}

const intro = text(
  '债务已经清偿、登记有误等情形，担保权人应在十个工作日内注销或者变更（办法第十六条）。要求在这里提出，即时通知填表人，并作为日后提出异议的依据。',
  'When the debt is paid or the registration is wrong, the secured party must discharge or amend within ten working days (art. 16 of the Measures). A demand made here reaches the filer at once and supports a later objection.',
)

import { attachmentTable } from '../../attachments/pages/attachment-table.ts'
import { partyRows } from '../../parties/pages/party-view.ts'
import { type Party, partyName } from '../../parties/party.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, joined, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { writtenDate, writtenTerm } from '../../platform/written-form.ts'
import { expiresOn } from '../expiry.ts'
import { atFields, naming } from '../field-errors.ts'
import type { JudgedAnswers } from '../judge-answers.ts'
import type { RegistrationContent } from '../registration-form.ts'
import { collateralFacts } from './collateral-facts.ts'
import { pageFields } from './field-control.ts'
import type { FilingPage } from './filing-page.ts'
import { type PartyRole, partyFields, roleLabel } from './party-fields.ts'
import { fullListLabel } from './rows-page.ts'
import { atTables, PREVIEW_ROWS, rowsAsFiled, tablePreview } from './table-preview.ts'
import { termFields } from './term-form.ts'
import { termsRows } from './terms-facts.ts'

/** Something that is still wrong, and the page where it is put right. */
export type Problem = { href: string; message: Text }

/** A part of the form on the check page. */
type Part = { title: Text; path: string; problems: readonly Problem[]; facts(): Html }

/** Everything that is still wrong, in the order of the pages. */
export function problemsOf(page: FilingPage, judged: JudgedAnswers): Problem[] {
  const of = (test: (pointer: string) => boolean) => judged.refused.filter(({ pointer = '' }) => test(pointer))
  const collateral = atTables(page.form.fields, { ...judged, refused: of(isCollateral) })
  return [
    ...of((pointer) => !isCollateral(pointer) && isParty(pointer)).map((each) => partyProblem(page, each)),
    ...atFields(collateral, pageFields(page.form.fields, '/collateral')).map((each) => at(page, '/collateral', each)),
    ...atFields(
      of((pointer) => !isCollateral(pointer) && !isParty(pointer) && !isAttachment(pointer)),
      termFields(page.entry.answers.terms),
    ).map((each) => at(page, '/term', each)),
    ...of(isAttachment).map(({ code, message }) => at(page, '/attachments', { code, message, pointer: '/files' })),
  ]
}

const isCollateral = (pointer: string) => pointer.startsWith('/collateral')
const isAttachment = (pointer: string) => pointer.startsWith('/attachments')
const isParty = (pointer: string) => /^\/(securedParties|debtors)/.test(pointer)

/**
 * All answers part by part, each with a way to change it. A part in which something is wrong shows what, not the facts.
 */
export function answersView(page: FilingPage, judged: JudgedAnswers, problems: readonly Problem[]): Html {
  const content = judged.body as RegistrationContent
  const within = (path: string) => problems.filter(({ href }) => href.startsWith(page.path(path)))
  const parts: Part[] = [
    partiesPart(page, 'securedParties', content.securedParties, problems),
    partiesPart(page, 'debtors', content.debtors, problems),
    {
      title: text('担保财产', 'Collateral'),
      path: '/collateral',
      problems: within('/collateral'),
      facts: () => collateralPart(page, judged),
    },
    {
      title: text('期限、债权与合同', 'Term, claim and contracts'),
      path: '/term',
      problems: within('/term'),
      facts: () => summaryList(termRows(page, content), page.language),
    },
    {
      title: text('附件', 'Attachments'),
      path: '/attachments',
      problems: within('/attachments'),
      facts: () => attachmentsPart(page),
    },
  ]
  return html`${parts.map((part) => partView(page, part))}`
}

function attachmentsPart({ language, entry }: FilingPage): Html {
  const { attachments = [] } = entry.answers
  if (attachments.length > 0) return attachmentTable(language, attachments)
  return html`<p class="govuk-body secondary">${speaker(language)('没有附件。', 'None.')}</p>`
}

function partView(page: FilingPage, { title, path, problems, facts }: Part): Html {
  const { language } = page
  const say = speaker(language)
  const words = inLanguage(title, language)
  return html`<section class="part"><div class="part__head"><h2 class="govuk-heading-m">${words}</h2>
<a class="govuk-link" href="${page.path(path)}">${say('更改', 'Change')}<span class="govuk-visually-hidden"> ${words}</span></a></div>
${problems.length > 0 ? problemList(page, problems) : facts()}</section>`
}

export function problemList({ language }: FilingPage, problems: readonly Problem[]): Html {
  return html`<ul class="govuk-list govuk-error-summary__list">${problems.map(({ href, message }) => html`<li><a href="${href}">${inLanguage(message, language)}</a></li>`)}</ul>`
}

function partiesPart(page: FilingPage, role: PartyRole, parties: readonly Party[], problems: readonly Problem[]): Part {
  const { language } = page
  const title = roleLabel(page.form, role)
  const own = problems.filter(({ href }) => href.includes(`#${role}`) || href.includes(`/${role}/`))
  const facts = () =>
    html`${parties.map((party) => {
      const heading = parties.length > 1 ? html`<h3 class="govuk-heading-s">${partyName(party)}</h3>` : nothing
      return html`${heading}${summaryList(partyRows(party, language), language)}`
    })}`
  return { title, path: '/parties', problems: own, facts }
}

function collateralPart(page: FilingPage, judged: JudgedAnswers): Html {
  const { form, language } = page
  const collateral = (judged.body as RegistrationContent).collateral
  const tables = form.fields.filter(({ input }) => input === 'table')
  const plain = Object.fromEntries(
    Object.entries(collateral).filter(([name]) => !tables.some((each) => each.name === name)),
  )
  return html`${collateralFacts(form.securityType, plain, { language, here: page.request.url })}
${tables.map((field) => {
  const rows = rowsAsFiled(field, collateral)
  const more =
    rows.length > PREVIEW_ROWS
      ? html`<p class="govuk-body"><a class="govuk-link" href="${page.path(`/collateral/${field.name}`)}">${inLanguage(fullListLabel, language)}${speaker(language)(`（${rows.length.toLocaleString('en')} 项）`, ` (${rows.length.toLocaleString('en')})`)}<span class="govuk-visually-hidden"> ${inLanguage(field.label, language)}</span></a></p>`
      : nothing
  return html`${tablePreview(language, field, rows)}${more}`
})}`
}

function termRows(page: FilingPage, content: RegistrationContent): SummaryRow[] {
  const { language, today } = page
  const expires = writtenDate(expiresOn(today, content.termMonths))
  return [
    {
      key: text('登记期限', 'Term'),
      value: joined(
        [
          inLanguage(writtenTerm(content.termMonths), language),
          inLanguage(text(`今日登记的，到期日为 ${expires.zh}`, `Filed today, it expires on ${expires.en}`), language),
        ],
        html`<br>`,
      ),
    },
    ...termsRows(content, language),
    ...(content.filerReference === undefined
      ? []
      : [{ key: text('填表人归档号', 'Filer’s reference'), value: content.filerReference }]),
  ]
}

/** A party's error leads to its own page, which shows what is wrong; a missing party to the list. */
function partyProblem(page: FilingPage, refused: Refusal): Problem {
  const [, role, index, ...rest] = (refused.pointer ?? '').split('/') as [string, PartyRole, string?, ...string[]]
  const label = roleLabel(page.form, role)
  if (index === undefined) {
    return {
      href: page.path(`/parties?checked=1#${role}`),
      message: text(`请至少添加一个${label.zh}`, `Add at least one ${label.en.toLowerCase()}`),
    }
  }
  const party = page.entry.answers[role][Number(index)]
  const field = partyFields(party?.kind ?? 'organization').find((each) => each.pointer === `/${rest.join('/')}`)
  const message = field ? naming(field, refused) : refused.message
  const name = party?.name || party?.owner.name
  return {
    href: page.path(`/parties/${role}/${index}?checked=1`),
    message: text(
      `${label.zh}${name ? `“${name}”` : ''}：${message.zh}`,
      `${label.en}${name ? ` “${name}”` : ''}: ${message.en}`,
    ),
  }
}

function at(page: FilingPage, path: string, { pointer = '', message }: Refusal): Problem {
  return { href: page.path(`${path}?checked=1#${pointer.split('/').slice(1).join('-')}`), message }
}

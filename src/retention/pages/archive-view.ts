import { dataTable } from '../../platform/data-table.ts'
import { hiddenCsrf, submitButton, summaryList, textArea, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, thousands, writtenDate, writtenMoment } from '../../platform/written-form.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import type { DueRegistration } from '../due-registrations.ts'
import type { LegalHold } from '../legal-holds.ts'

/** What was typed to place a hold, and what was wrong with it. */
export type PlacedForm = { typed: unknown; errors: readonly Refusal[] }

type View = {
  language: Language
  shell: Shell
  due: readonly DueRegistration[]
  holds: readonly LegalHold[]
  holdsTotal: number
  searches: { decision: string; searchedBefore: string; approvals: number } | undefined
  page: number
  more: boolean
  placed: PlacedForm
}

/** What is due first, then what is held, then the form that places a hold. */
export function archiveView(view: View): Html {
  const { language, due, holds, holdsTotal, searches, page, more } = view
  const say = speaker(language)
  return html`<p class="govuk-body">${say(
    '登记结束（注销、到期、撤销）后保存十五年（办法第三十条）。期满由系统提出销毁，两名登记员核准后，内容、附件和证明销毁，编号和哈希值保留。有保全的不销毁。',
    'What has ended is kept for fifteen years (art. 30 of the Measures). Then the register proposes its destruction; once two registrars approve, content, attachments and certificates are destroyed, while numbers and hashes stay. A legal hold stops it.',
  )}</p>
<h2 class="govuk-heading-m">${say('保存期满', 'Retention over')}</h2>
${due.length === 0 ? html`<p class="govuk-body">${say('没有保存期满的登记。', 'Nothing is due.')}</p>` : dueTable(due, language)}
${searches ? searchesNote(searches, language) : nothing}
<h2 class="govuk-heading-m">${say(`保全（${thousands(holdsTotal)}）`, `Legal holds (${thousands(holdsTotal)})`)}</h2>
${holds.length === 0 ? html`<p class="govuk-body">${say('没有保全。', 'There are none.')}</p>` : holdsTable(holds, language)}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${page > 1 ? html`<a class="govuk-link" href="/archive?page=${page - 1}">${say('上一页', 'Previous page')}</a>` : nothing}
${more ? html`<a class="govuk-link" href="/archive?page=${page + 1}">${say('下一页', 'Next page')}</a>` : nothing}
</nav>
${placeForm(view)}`
}

function searchesNote(
  { decision, searchedBefore, approvals }: NonNullable<View['searches']>,
  language: Language,
): Html {
  const say = speaker(language)
  const day = writtenDate(searchedBefore.slice(0, 10))
  return html`<p class="govuk-body">${say(
    `${day.zh}以前的查询记录保存期满，已核准 ${approvals} / 2。`,
    `The retention of searches before ${day.en} is over: ${approvals} of 2 approvals.`,
  )} <a class="govuk-link" href="/decisions/${decision}">${say('办理销毁查询记录', 'Decide on search records')}</a></p>`
}

/** A hold as it stands, before it is lifted. */
export function holdFacts(hold: LegalHold, language: Language): Html {
  return summaryList(
    [
      { key: text('登记证明编号', 'Registration number'), value: numberInGroups(hold.registrationNumber) },
      { key: text('保全的理由', 'Why it is held'), value: html`<div class="paragraph">${hold.reason ?? ''}</div>` },
      ...(hold.document ? [{ key: text('文书', 'Document'), value: hold.document }] : []),
      { key: text('设定人', 'Placed by'), value: hold.placedBy },
      { key: text('设定时间', 'Placed at'), value: inLanguage(writtenMoment(hold.placedAt), language) },
    ],
    language,
  )
}

function dueTable(rows: readonly DueRegistration[], language: Language): Html {
  const say = speaker(language)
  return dataTable(language, {
    caption: text('保存期满的登记，先结束的在前', 'Registrations that are due, the longest ended first'),
    captionHidden: true,
    rows,
    columns: [
      { label: text('登记', 'Registration'), heads: true, kind: 'whole', cell: (row) => registrationLink(row) },
      { label: text('结束', 'Ended'), kind: 'whole', cell: (row) => inLanguage(writtenDate(row.endedOn), language) },
      {
        label: text('保存至', 'Kept until'),
        kind: 'whole',
        cell: (row) => inLanguage(writtenDate(row.keptUntil), language),
      },
      {
        label: text('销毁', 'Destruction'),
        cell: ({ held, decision, approvals, registrationNumber }) => {
          if (held) return say('有保全，不销毁', 'Stopped by a legal hold')
          if (!decision) return say('尚未提出', 'Not proposed yet')
          const count = say(`已核准 ${approvals} / 2`, `${approvals} of 2 approvals`)
          return html`${count} <a class="govuk-link" href="/decisions/${decision}">${say('办理', 'Decide')}<span class="govuk-visually-hidden"> ${groupsOfFour(registrationNumber)}</span></a>`
        },
      },
    ],
  })
}

function holdsTable(rows: readonly LegalHold[], language: Language): Html {
  const say = speaker(language)
  return dataTable(language, {
    caption: text('保全，最近设定的在前', 'Legal holds, newest first'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('登记', 'Registration'),
        heads: true,
        kind: 'whole',
        cell: (row) => html`<span id="hold-${row.legalHold}">${registrationLink(row)}</span>`,
      },
      { label: text('理由', 'Why'), cell: ({ reason }) => html`<div class="paragraph">${reason ?? ''}</div>` },
      { label: text('文书', 'Document'), cell: ({ document }) => document ?? '' },
      {
        label: text('设定', 'Placed'),
        cell: ({ placedBy, placedAt }) => html`${placedBy}<br>${inLanguage(writtenMoment(placedAt), language)}`,
      },
      {
        label: text('办理', 'Actions'),
        kind: 'whole',
        cell: ({ registrationNumber, legalHold }) =>
          html`<a class="govuk-link" href="/archive/holds/${registrationNumber}/${legalHold}">${say('解除', 'Lift')}<span class="govuk-visually-hidden"> ${groupsOfFour(registrationNumber)}</span></a>`,
      },
    ],
  })
}

function registrationLink({ registrationNumber }: { registrationNumber: string }): Html {
  return html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a>`
}

function placeForm({ language, shell, placed }: View): Html {
  const say = speaker(language)
  const form = { language, errors: placed.errors }
  return html`<h2 class="govuk-heading-m" id="place">${say('设定保全', 'Place a legal hold')}</h2>
<form method="post" action="/archive/holds" class="text-column" novalidate>${hiddenCsrf(shell)}
${textInput(form, {
  pointer: '/number',
  label: text('登记证明编号', 'Registration number'),
  hint: text('20 位数字，可带空格；在效的登记也可以。', '20 digits, spaces do no harm; one in effect may be held too.'),
  value: typed(placed.typed, 'number'),
  inputmode: 'numeric',
  width: 30,
  code: true,
})}
${textArea(form, { pointer: '/reason', label: text('理由', 'Why'), value: typed(placed.typed, 'reason'), rows: 3 })}
${textInput(form, {
  pointer: '/document',
  label: text('文书', 'Document'),
  optional: true,
  hint: text('法院或者其他机关的文书名称和编号。', 'Name and number of the court’s or authority’s document.'),
  value: typed(placed.typed, 'document'),
})}
${submitButton(language, text('设定保全', 'Place the hold'))}</form>`
}

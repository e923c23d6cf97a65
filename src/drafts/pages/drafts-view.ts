import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { pageLinks, type Slice } from '../../platform/paging.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, writtenDate, writtenMomentShort } from '../../platform/written-form.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import type { Draft, EndedDraft } from '../drafts.ts'
import { endingNote } from './ending-note.ts'

type View = {
  language: Language
  here: string
  slice: Slice<Draft>
  /** The one that was saved right now. */
  saved: Draft | undefined
  ending: { count: number; endsOn: string } | undefined
  ended: readonly EndedDraft[]
  /** Days that a draft is kept. */
  days: number
  mayFile: boolean
}

/** What is unfinished, until when it is kept, and what was deleted because nobody touched it. */
export function draftsView({ language, here, slice, saved, ending, ended, days, mayFile }: View): Html {
  const say = speaker(language)
  return html`${saved ? savedNote(saved, language) : nothing}
${ending ? endingNote(ending, language, { linked: false }) : nothing}
<p class="govuk-body">${say(
    `只有您自己看得到草稿：查询不会查到，同一机构的同事和登记机构也看不到。修改码不存入草稿。${days} 天没有改动的草稿会删除，删除之前和之后都会告知。`,
    `Only you see your drafts: no search finds them, and neither your colleagues nor the registrar can read them. Modification codes are never kept in them. A draft that is not changed for ${days} days is deleted; you are told before and after.`,
  )}</p>
${
  slice.rows.length === 0
    ? html`<p class="govuk-body"><strong>${say('没有草稿。', 'There are no drafts.')}</strong>
${mayFile ? html`<a class="govuk-link" href="/file">${say('办理一项登记', 'File a registration')}</a>` : nothing}</p>`
    : html`<div id="drafts">${draftsTable(slice.rows, language)}
${pageLinks(language, slice, { here: withoutSaved(here), name: 'page', anchor: 'drafts' })}</div>`
}
${ended.length > 0 ? endedTable(ended, language) : nothing}`
}

/** The note that something was saved is for the moment of saving, not for the pages that follow. */
function withoutSaved(here: string): string {
  const url = new URL(here, 'http://local')
  url.searchParams.delete('saved')
  return `${url.pathname}${url.search}`
}

function savedNote(draft: Draft, language: Language): Html {
  const say = speaker(language)
  const day = writtenDate(draft.endsOn)
  const what = inLanguage(nameOf(draft), language)
  return html`<div class="note" role="status"><p class="govuk-body"><strong>${say(`草稿已保存：${what}。`, `Saved: ${what}.`)}</strong>
${say(
  `没有登记任何内容。在任何设备上登录都可以继续；保留至${day.zh}，再次保存重新计算。`,
  `Nothing was filed. Go on with it on any device where you sign in; it is kept until ${day.en}, and each saving starts that time anew.`,
)}</p></div>`
}

/** The form or act of a draft. */
function nameOf(draft: Draft): Text {
  return 'title' in draft ? draft.title : initial(draft.securityType)
}

function initial(securityType: string): Text {
  const { zh, en } = securityTypeLabel(securityType)
  return text(`初始登记：${zh}`, `Initial registration: ${en}`)
}

function draftsTable(rows: readonly Draft[], language: Language): Html {
  const say = speaker(language)
  return dataTable(language, {
    caption: text('草稿，最近保存的在前', 'Drafts, last saved first'),
    captionHidden: true,
    rows,
    columns: [
      { label: text('办理事项', 'What it is'), heads: true, cell: (row) => inLanguage(nameOf(row), language) },
      { label: text('登记编号或者担保人', 'Registration or debtor'), cell: (row) => subjectOf(row, language) },
      {
        label: text('上次保存', 'Last saved'),
        cell: ({ updatedAt }) => inLanguage(writtenMomentShort(updatedAt), language),
      },
      {
        label: text('保留至', 'Kept until'),
        kind: 'whole',
        cell: ({ endsOn }) => inLanguage(writtenDate(endsOn), language),
      },
      {
        label: text('办理', 'Actions'),
        kind: 'whole',
        cell: (row) => {
          const { go, remove } = linksOf(row)
          const about = html`<span class="govuk-visually-hidden"> ${inLanguage(nameOf(row), language)} ${aboutOf(row, language)}</span>`
          return html`<a class="govuk-link" href="${go}">${say('继续', 'Continue')}${about}</a> <a class="govuk-link" href="${remove}">${say('删除', 'Delete')}${about}</a>`
        },
      },
    ],
  })
}

function linksOf(draft: Draft): { go: string; remove: string } {
  if ('path' in draft) return { go: draft.path, remove: `/drafts/${draft.id}/delete` }
  return { go: `/file/${draft.id}`, remove: `/file/${draft.id}/delete?from=drafts` }
}

function subjectOf(draft: Draft, language: Language): string | Html {
  if (!('registrationNumber' in draft)) return aboutOf(draft, language)
  const number = numberInGroups(draft.registrationNumber, { copy: false })
  return html`<a class="govuk-link" href="/registrations/${draft.registrationNumber}">${number}</a>`
}

function aboutOf(draft: Draft, language: Language): string {
  if ('registrationNumber' in draft) return groupsOfFour(draft.registrationNumber)
  return draft.debtors.join('、') || speaker(language)('（未填担保人）', '(no debtor yet)')
}

function endedTable(rows: readonly EndedDraft[], language: Language): Html {
  return dataTable(language, {
    caption: text('最近 60 天删除的草稿', 'Drafts deleted in the last 60 days'),
    rows,
    columns: [
      {
        label: text('办理事项', 'What it was'),
        heads: true,
        cell: ({ act, securityType }) => inLanguage(act ?? initial(securityType), language),
      },
      {
        label: text('登记编号', 'Registration'),
        cell: ({ registrationNumber }) =>
          registrationNumber ? numberInGroups(registrationNumber, { copy: false }) : '',
      },
      { label: text('开始填写', 'Begun'), cell: ({ begunOn }) => inLanguage(writtenDate(begunOn), language) },
      { label: text('删除时间', 'Deleted'), cell: ({ endedAt }) => inLanguage(writtenMomentShort(endedAt), language) },
    ],
  })
}

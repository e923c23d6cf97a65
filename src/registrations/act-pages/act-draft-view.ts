import { dataTable } from '../../platform/data-table.ts'
import { hidden, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenMoment } from '../../platform/written-form.ts'
import type { ActDraft } from '../act-draft-store.ts'
import { statusOn } from '../registration-state.ts'
import { filingKindLabels } from '../registration-wording.ts'
import type { ActPage } from './act-form.ts'

/** The button that keeps what was typed. It stands in the form of each page of an act. */
export function saveDraftButton({ language }: Pick<ActPage, 'language'>): Html {
  const label = text('保存草稿，以后再办', 'Save and come back later')
  return submitButton(language, label, { kind: 'secondary', name: 'step', value: 'save' })
}

/** What the reader saved for later on this registration, each with the way to go on. Nothing without drafts. */
export function draftsOn(
  registrationNumber: string,
  drafts: readonly { act: string; title: Text; updatedAt: string }[],
  language: Language,
): Html {
  if (drafts.length === 0) return nothing
  const say = speaker(language)
  return html`<div class="note">${drafts.map(({ act, title, updatedAt }) => {
    const at = writtenMoment(updatedAt)
    return html`<p class="govuk-body"><a class="govuk-link" href="/registrations/${registrationNumber}${act}">${say(`继续办理草稿：${title.zh}`, `Go on with the draft: ${title.en}`)}</a><br>
<span class="secondary">${say(`${at.zh}保存`, `Saved at ${at.en}`)}</span></p>`
  })}</div>`
}

/** From which saving the page was made. */
export function draftRevisionField({ draftRevision }: Pick<ActPage, 'draftRevision'>): Html {
  return hidden('draftRevision', String(draftRevision))
}

/** When this was saved, and the way to begin anew; on a registration that has ended there is nothing to begin. */
export function savedNote({ language, state, today }: ActPage, draft: ActDraft): Html {
  const say = speaker(language)
  const at = writtenMoment(draft.updatedAt)
  return html`<div class="note"><p class="govuk-body">${say(`这是 ${at.zh}保存的草稿。`, `This is the draft saved at ${at.en}.`)}
<a class="govuk-link" href="/drafts/${draft.id}/delete?then=act">${statusOn(state, today) === 'in_effect' ? say('删除草稿，重新填写', 'Delete the draft and begin anew') : say('删除草稿', 'Delete the draft')}</a></p></div>`
}

/** What came on the registration after what was typed had been made from it. */
export function sinceThen(page: ActPage, since: number): Html {
  const { language, state } = page
  const say = speaker(language)
  const filings = state.filings.filter(({ sequence }) => sequence > since)
  const ended = statusOn(state, page.today) !== 'in_effect'
  return html`<div class="note"><p class="govuk-body">${say(
    '填写之后，这项登记又有变动，没有登记任何内容。',
    'The registration changed after this was typed, and nothing was filed.',
  )}
${ended ? nothing : say('下面已按登记现状重新列出，您所填的都在，请核对后继续。', 'What is below is made anew from how it stands now, with everything you typed: check it, then go on.')}</p>
${
  filings.length === 0
    ? nothing
    : dataTable(language, {
        caption: text('此后的登记', 'Filings since then'),
        rows: filings,
        columns: [
          {
            label: text('登记', 'Filing'),
            heads: true,
            cell: ({ kind }) => inLanguage(filingKindLabels[kind], language),
          },
          {
            label: text('编号', 'Number'),
            cell: ({ filingNumber }) => numberInGroups(filingNumber, { copy: false }),
          },
          { label: text('序号', 'Sequence'), cell: ({ sequence }) => thousands(sequence) },
          { label: text('时间', 'Time'), cell: ({ filedAt }) => inLanguage(writtenMoment(filedAt), language) },
        ],
      })
}
${ended ? nothing : html`<p class="govuk-body">${registrationLink(page)}</p>`}</div>`
}

/** Another tab or device saved this draft after the page was opened. */
export function savedElsewhereNote({ language, path }: ActPage, draft: ActDraft): Html {
  const say = speaker(language)
  const at = writtenMoment(draft.updatedAt)
  return html`<div class="note"><p class="govuk-body">${say(
    `打开此页之后，这份草稿在 ${at.zh}又保存过。下面是您在本页所填的：再按“保存草稿”，就以本页的内容替换已保存的。`,
    `After this page was opened the draft was saved at ${at.en}. Below is what you typed here: save again to replace the saved one with it.`,
  )}</p>
<p class="govuk-body"><a class="govuk-link" href="${path}" target="_blank" rel="noopener">${say('在新窗口查看已保存的草稿', 'See the saved draft in a new window')}</a></p></div>`
}

/** The way to make room for another draft, while the page stays open with what was typed. */
export function draftsLink({ language }: ActPage): Html {
  const say = speaker(language)
  return html`<p class="govuk-body"><a class="govuk-link" href="/drafts" target="_blank" rel="noopener">${say('在新窗口打开“草稿”', 'Open “Drafts” in a new window')}</a></p>`
}

export function registrationLink(page: ActPage): Html {
  const say = speaker(page.language)
  return html`<a class="govuk-link" href="/registrations/${page.state.registrationNumber}">${say('查看登记现状', 'See the registration as it stands')}</a>`
}

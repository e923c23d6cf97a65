import { dataTable } from '../../platform/data-table.ts'
import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDate, writtenMomentParts } from '../../platform/written-form.ts'
import type { TimelineMatch } from '../timeline.ts'
import { actLabel, unlistedActs } from '../timeline-wording.ts'

/** The acts on registrations, in order of rank and of filing: what the timeline draws, in words. */
export function actsTable(
  matches: readonly TimelineMatch[],
  asOf: { time: string },
  { language, linked }: { language: Language; linked: boolean },
): Html {
  const rows = matches.flatMap((match) => match.acts.map((act) => ({ match, act })))
  const notes = matches.flatMap((match) => unlistedActs(match) ?? [])
  return html`${dataTable(language, {
    caption: text('各项登记的登记事项，按次序和先后', 'Acts on each registration, by rank and in order of filing'),
    rows,
    columns: [
      { label: text('次序', 'Rank'), cell: ({ match }) => thousands(match.rank), kind: 'whole' },
      {
        label: text('登记', 'Registration'),
        cell: ({ match: { registrationNumber } }) => {
          const number = numberInGroups(registrationNumber, { copy: false })
          return linked ? html`<a class="govuk-link" href="/registrations/${registrationNumber}">${number}</a>` : number
        },
      },
      {
        label: text('登记事项', 'Act'),
        cell: ({ match, act }) => inLanguage(actLabel(act, match.acts, asOf), language),
        heads: true,
      },
      {
        label: text('本次登记编号', 'Filing number'),
        cell: ({ act }) => numberInGroups(act.filingNumber, { copy: false }),
      },
      { label: text('时间（北京）', 'Time (UTC+8)'), cell: ({ act }) => momentLines(act.filedAt, language) },
      {
        label: text('其后到期日', 'Expires then'),
        cell: ({ act }) => inLanguage(writtenDate(act.expiresOn), language),
        kind: 'whole',
      },
    ],
  })}
${notes.map((note) => html`<p class="govuk-body">${inLanguage(note, language)}</p>`)}`
}

function momentLines(time: string, language: Language): Html {
  const { day, clock } = writtenMomentParts(time)
  return html`<span class="line">${inLanguage(day, language)}</span><span class="line">${clock}</span>`
}

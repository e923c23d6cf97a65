import { partyLines } from '../../parties/pages/party-view.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, joined, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDate, writtenMomentShort } from '../../platform/written-form.ts'
import { formOf } from '../../registrations/forms/forms.ts'
import { securityTypeLabel } from '../../registrations/registration-wording.ts'
import type { ToldLine } from '../overlap-answer.ts'
import { EXACT_MAX_PER_LINE, type Grade } from '../overlap-check.ts'
import { gradeLabels, kindLabel } from '../overlap-wording.ts'

/** A line as it was told, or as a certificate has it. */
type ShownLine = Omit<ToldLine, 'kind' | 'exact' | 'similar'> & {
  kind?: string
  exact: (Omit<ToldLine['exact'][number], 'matchedKinds'> & { matchedKinds: readonly string[] })[]
  similar: ToldLine['similar']
}
type Place = { linked: boolean }

/** Lines of a list with what was found of each. */
/** @param place `linked`: the reader may open the registrations */
export function lineTable(lines: readonly ShownLine[], language: Language, place = { linked: true }): Html {
  return dataTable(language, {
    caption: text('逐行结果', 'Line by line'),
    captionHidden: true,
    rows: lines,
    columns: [
      { label: text('行', 'Line'), cell: ({ line }) => thousands(line), kind: 'whole' },
      { label: text('清单所列', 'As listed'), cell: (line) => askedCell(line, language), heads: true },
      { label: text('结果', 'Result'), cell: ({ grade }) => gradeWord(grade, language), kind: 'whole' },
      { label: text('查得的在效登记', 'Registrations in effect'), cell: (line) => hitsCell(line, language, place) },
    ],
  })
}

function askedCell(line: ShownLine, language: Language): Html {
  const { identifier, kind, description, debtorName, debtorIdentifier, reference, duplicateOf } = line
  const lines: Html[] = []
  if (identifier !== undefined) lines.push(html`${identifier}`)
  if (description !== undefined) lines.push(html`${description}`)
  if (kind !== undefined) lines.push(small(kindLabel(kind), language))
  const debtor = [debtorName, debtorIdentifier].filter((each) => each !== undefined).join(' ')
  if (debtor) lines.push(small(text(`担保人：${debtor}`, `Debtor: ${debtor}`), language))
  if (reference !== undefined)
    lines.push(small(text(`您的编号：${reference}`, `Your reference: ${reference}`), language))
  if (duplicateOf !== undefined)
    lines.push(small(text(`与第 ${thousands(duplicateOf)} 行重复`, `Same as line ${thousands(duplicateOf)}`), language))
  return joined(lines, html`<br>`)
}

function small(words: Text, language: Language): Html {
  return html`<span class="secondary small">${inLanguage(words, language)}</span>`
}

function gradeWord(grade: Grade, language: Language): Html {
  const word = inLanguage(gradeLabels[grade], language)
  return grade === 'nothing' ? html`${word}` : html`<strong>${word}</strong>`
}

function hitsCell({ exact, similar, moreExact, destroyedHits = 0 }: ShownLine, language: Language, place: Place): Html {
  if (exact.length === 0 && similar.length === 0 && destroyedHits === 0) return nothing
  const say = speaker(language)
  const max = EXACT_MAX_PER_LINE
  const more = moreExact
    ? html`<li>${say(`在效登记多于 ${max} 项，只列登记在先的 ${max} 项。`, `There are more than ${max}: the first ${max} that were filed are listed.`)}</li>`
    : nothing
  const destroyed =
    destroyedHits > 0
      ? html`<li>${say(`当时查得的 ${destroyedHits} 项登记，保存期满，内容已经依法销毁。`, `The content of ${destroyedHits} that were found was destroyed when its retention was over.`)}</li>`
      : nothing
  return html`<ul class="hits">${exact.map((hit) => html`<li>${hitView(hit, sinceWords(hit), language, place)}</li>`)}${more}${destroyed}
${similar.map((hit) => html`<li>${hitView(hit, shareWords(hit), language, place)}</li>`)}</ul>`
}

type Exact = ShownLine['exact'][number]
type Similar = ShownLine['similar'][number]

function sinceWords({ rank, matchedKinds, ranksFrom }: Exact): Text {
  const kinds = matchedKinds.map(kindLabel)
  const since = writtenMomentShort(ranksFrom.time)
  return text(
    `次序 ${rank}，作为${kinds.map(({ zh }) => zh).join('、')}于 ${since.zh} 列入`,
    `Rank ${rank}, listed as ${kinds.map(({ en }) => en.toLowerCase()).join(', ')} since ${since.en}`,
  )
}

function shareWords({ share, text: said, collateralSummary }: Similar): Text {
  const words = said ?? collateralSummary
  return text(`描述相似 ${share}%：“${words}”`, `${share}% of the terms are in “${words}”`)
}

function hitView(hit: Exact | Similar, found: Text, language: Language, { linked }: Place): Html {
  const { registrationNumber, securityType, securedParties, debtors, expiresOn, yours } = hit
  const form = formOf(securityType)
  const until = writtenDate(expiresOn)
  const number = numberInGroups(registrationNumber, { copy: false })
  const shown = linked ? html`<a class="govuk-link" href="/registrations/${registrationNumber}">${number}</a>` : number
  const side = (label: Text, parties: Exact['debtors']) =>
    html`<div class="side"><span class="secondary small">${inLanguage(label, language)}</span>${partyLines(parties, language)}</div>`
  const own = yours ? html`<br><strong>${inLanguage(text('贵方的登记', 'Yours'), language)}</strong>` : nothing
  return html`<div>${shown}${own}<br>
${inLanguage(securityTypeLabel(securityType), language)}<br>
<span class="small">${inLanguage(found, language)}</span><br>
<span class="secondary small">${inLanguage(text(`至${until.zh}在效`, `In effect until ${until.en}`), language)}</span></div>
<div>${side(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), securedParties)}
${side(form?.debtorLabel ?? text('担保人', 'Debtor'), debtors)}</div>`
}

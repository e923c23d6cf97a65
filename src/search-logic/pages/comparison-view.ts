import { unseenIn } from '../../parties/unseen-characters.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import type { ExplainedName, KeyDifference, NameComparison } from '../compare-names.ts'
import { nameView } from './name-view.ts'

/** The answer in a sentence, why in another, and then both names step by step. */
export function comparisonView(compared: NameComparison, language: Language): Html {
  const say = speaker(language)
  const { equal, first, second } = compared
  return html`<h1 class="answer">${
    equal
      ? say(
          '相符：按其中一个名称查询，能查得以另一个名称登记的。',
          'They match: a search of either name finds what is registered under the other.',
        )
      : say(
          '不相符：按其中一个名称查询，查不到以另一个名称登记的。',
          'They do not match: a search of either name does not find what is registered under the other.',
        )
  }</h1>
<p class="govuk-body">${inLanguage(whyOf(compared), language)}</p>
${unseenNote(first, text('第一个名称', 'The first name'), language)}${unseenNote(second, text('第二个名称', 'The second name'), language)}
${stepsTable(compared, language)}`
}

function whyOf({ equal, equalFrom, difference, first, second }: NameComparison): Text {
  if (equal && equalFrom === 'as_written') return text('两个名称写法完全相同。', 'Both names are written the same.')
  if (equal) {
    const title = first.steps.find(({ step }) => step === equalFrom)!.title
    return text(
      `两个名称在“${title.zh}”这一步之后相同，查询键都是“${first.key}”。`,
      `The names are the same after the step “${title.en}”; both keys are “${first.key}”.`,
    )
  }
  if (first.way !== second.way)
    return text(
      '一个名称含汉字，另一个不含：它们不会有相同的查询键。',
      'One name has Han characters and the other has none: their keys are never equal.',
    )
  return differenceWords(difference!)
}

function differenceWords({ place, first, second }: KeyDifference): Text {
  if (first && second)
    return text(
      `查询键的第 ${place} 个字符不同：一个是“${first.character}”（${first.code}），一个是“${second.character}”（${second.code}）。`,
      `The keys differ at character ${place}: “${first.character}” (${first.code}) in the one, “${second.character}” (${second.code}) in the other.`,
    )
  const more = (first ?? second)!
  return text(
    `${first ? '第一个' : '第二个'}名称的查询键从第 ${place} 个字符“${more.character}”（${more.code}）起多出一截。`,
    `The key of the ${first ? 'first' : 'second'} name goes on from character ${place}, “${more.character}” (${more.code}), where the other ends.`,
  )
}

/** Which characters of a name cannot be seen: most often they were pasted with it. */
function unseenNote({ name }: ExplainedName, which: Text, language: Language): Html {
  const unseen = unseenIn(name)
  if (unseen.length === 0) return nothing
  const shown = unseen.slice(0, UNSEEN_SHOWN_MAX)
  const listed = {
    zh: shown.map((each) => `第 ${each.place} 个字符 ${each.code}（${each.name.zh}）`).join('、'),
    en: shown.map((each) => `character ${each.place} is ${each.code} (${each.name.en})`).join(', '),
  }
  const more = unseen.length - shown.length
  const rest = more > 0 ? text(`，另有 ${more} 个`, `, and ${more} more`) : text('', '')
  const words = text(
    `${which.zh}中有看不见的字符：${listed.zh}${rest.zh}。`,
    `${which.en} holds characters that cannot be seen: ${listed.en}${rest.en}.`,
  )
  return html`<div class="note"><p class="govuk-body">${inLanguage(words, language)}</p></div>`
}

const UNSEEN_SHOWN_MAX = 8

type StepRow = { title: Text; first: string; second: string; changed: readonly boolean[] }

/** Names that take the same way stand beside each other; otherwise the steps of the second name come last. */
function stepsTable({ first, second }: NameComparison, language: Language): Html {
  const say = speaker(language)
  const rows = rowsOf(first, second)
  const cell = (name: string, changed: boolean) =>
    name === ''
      ? ''
      : html`${nameView(name, language)}${changed ? html` <span class="secondary small">${say('变了', 'changed')}</span>` : nothing}`
  return dataTable(language, {
    caption: text('逐步说明', 'Step by step'),
    rows,
    columns: [
      { label: text('步骤', 'Step'), cell: ({ title }) => inLanguage(title, language), heads: true },
      { label: text('第一个名称', 'First name'), cell: (row) => cell(row.first, row.changed[0]!) },
      { label: text('第二个名称', 'Second name'), cell: (row) => cell(row.second, row.changed[1]!) },
    ],
  })
}

function rowsOf(first: ExplainedName, second: ExplainedName): StepRow[] {
  const titles = new Map([...first.steps, ...second.steps].map(({ step, title }) => [step, title]))
  const rows = [...titles].map(([step, title]) => {
    const [one, other] = [first, second].map(({ steps }) => steps.find((each) => each.step === step))
    return {
      title,
      first: one?.after ?? '',
      second: other?.after ?? '',
      changed: [one, other].map((each) => each !== undefined && each.before !== each.after),
    }
  })
  const unchanged = [false, false]
  return [
    { title: text('输入的名称', 'As typed'), first: first.name, second: second.name, changed: unchanged },
    ...rows,
    { title: text('查询键', 'Search key'), first: first.key, second: second.key, changed: unchanged },
  ]
}

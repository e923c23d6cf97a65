import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { ProblemError } from '../../platform/problem.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { writtenMoment } from '../../platform/written-form.ts'
import type { CompleteLogic } from '../../search/answering-logics.ts'
import { legalForms } from '../../search/noise-words.ts'
import { SEARCH_LOGIC } from '../../search/search-key.ts'
import { firstOfAll, introduction, numberRules, ofVersions } from '../logic-words.ts'
import { publishedCases } from '../published-cases.ts'
import { ways } from '../published-logic.ts'
import { nameView } from './name-view.ts'

/** The rules of search logic 1 in words, for everybody. */
export function searchLogicPages(app: FastifyInstance, deps: Deps): void {
  app.get('/search-logic', { schema: { hide: true } }, async (request, reply) => {
    const logic = (await deps.logics.complete()).find(({ version }) => version === SEARCH_LOGIC)
    if (!logic) throw new ProblemError('not_found')
    return sendPage(reply, {
      title: text('查询逻辑：怎样才算同一个名称', 'The search logic: when two names are the same'),
      wide: true,
      body: logicView(logic, request.language),
    })
  })
}

function logicView({ version, since }: CompleteLogic, language: Language): Html {
  const say = speaker(language)
  const moment = writtenMoment(since)
  return html`<div class="text-column"><p class="govuk-body">${inLanguage(introduction, language)}</p>
<p class="govuk-body secondary">${say(`第 ${version} 版，自${moment.zh}起施行。`, `Version ${version}, in use since ${moment.en}.`)}</p>
<p class="govuk-body"><a class="govuk-link" href="/search-logic/try">${say('输入两个名称，看它们是否相符、为什么', 'Type two names: do they match, and why')}</a></p>
<h2 class="govuk-heading-m">${say('名称怎样化为查询键', 'How a name becomes its key')}</h2>
<p class="govuk-body">${inLanguage(firstOfAll, language)}</p>
${stepsView(language)}
<h2 class="govuk-heading-m" id="noise-words">${say('不计的组织形式用语', 'Legal-form words that do not count')}</h2>
<p class="govuk-body">${say('只在不含汉字的名称的结尾去掉；字母大小写、附加符号和句点不论。', 'Removed only from the end of names without Han characters; capitals, accents and full stops make no difference.')}</p>
<ul class="word-list">${legalForms.map((form) => html`<li>${form}</li>`)}</ul>
<h2 class="govuk-heading-m">${say('号码', 'Numbers')}</h2>
<ol class="govuk-list govuk-list--number">${numberRules.map((rule) => html`<li>${inLanguage(rule, language)}</li>`)}</ol></div>
${casesTable(language)}
<div class="text-column"><h2 class="govuk-heading-m">${say('版本', 'Versions')}</h2>
<p class="govuk-body">${inLanguage(ofVersions, language)}</p>
<p class="govuk-body"><a class="govuk-link" href="/api/v1/search-logic/${version}">${say('全部规则和字符表（JSON）', 'All rules and character tables (JSON)')}</a></p></div>`
}

/** Steps are numbered through: a name takes those of every name and then those of its own kind. */
function stepsView(language: Language): Html {
  const first = ways[0].steps.length + 1
  return html`${ways.map(
    ({ title, steps }, at) => html`<h3 class="govuk-heading-s">${inLanguage(title, language)}</h3>
<ol class="govuk-list govuk-list--number govuk-list--spaced" start="${at === 0 ? 1 : first}">${steps.map(
      (each) =>
        html`<li><strong>${inLanguage(each.title, language)}</strong><br>${inLanguage(each.explanation, language)}</li>`,
    )}</ol>`,
  )}`
}

function casesTable(language: Language): Html {
  return dataTable(language, {
    caption: text('案例', 'Cases'),
    rows: publishedCases,
    columns: [
      {
        label: text('登记的名称', 'Registered'),
        cell: ({ registered }) => nameView(registered, language),
        heads: true,
      },
      { label: text('查询的名称', 'Searched'), cell: ({ searched }) => nameView(searched, language) },
      {
        label: text('能否查得', 'Found'),
        cell: ({ found }) => inLanguage(found ? text('查得', 'yes') : text('查不到', 'no'), language),
        kind: 'whole',
      },
      { label: text('理由', 'Why'), cell: ({ why }) => inLanguage(why, language) },
    ],
  })
}

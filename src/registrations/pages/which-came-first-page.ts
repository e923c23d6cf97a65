import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { dataTable } from '../../platform/data-table.ts'
import { submitButton, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage } from '../../platform/layout.ts'
import { problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { numberInGroups, thousands, writtenDuration, writtenExactMoment } from '../../platform/written-form.ts'
import { filingKindLabels } from '../registration-wording.ts'
import { type Comparison, compareFilings, type PlacedFiling } from '../which-came-first.ts'
import { numbersOf } from '../which-came-first-routes.ts'

type Typed = { first: string; second: string }

/** Two filing numbers, and which of the two came first. A question only: it is asked by address and changes nothing. */
export function whichCameFirstPages(app: FastifyInstance, deps: Deps): void {
  app.get('/which-came-first', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const typed = typedIn(request.query)
    const { language } = request
    const send = (errors: readonly Refusal[], status: number, comparison?: Comparison) =>
      sendPage(reply, {
        title: text('哪一项登记在先', 'Which came first'),
        status,
        errors,
        wide: true,
        body: html`${comparison ? answer(comparison, language) : nothing}<div class="text-column">${form(typed, errors, language)}</div>`,
      })
    // From the page of a registration the first number comes filled in: nothing is asked yet.
    if (typed.second === '') return send([], 200)
    const numbers = numbersOf(typed)
    if ('refused' in numbers) return send(numbers.refused, 422)
    const comparison = await compareFilings(deps.pool, person, numbers.first, numbers.second)
    return comparison ? send([], 200, comparison) : send([notFound], 404)
  })
}

function typedIn(query: unknown): Typed {
  const { first, second } = (query ?? {}) as Record<string, unknown>
  const filled = (value: unknown) => (typeof value === 'string' ? value.trim().slice(0, 60) : '')
  return { first: filled(first), second: filled(second) }
}

function form(typed: Typed, errors: readonly Refusal[], language: Language): Html {
  const field = (name: keyof Typed, label: Text) =>
    textInput(
      { language, errors },
      {
        pointer: `/${name}`,
        label,
        hint: text(
          '20 位数字，可带空格；登记证明编号也可以。',
          '20 digits; spaces do no harm. A registration number will do.',
        ),
        value: typed[name],
        inputmode: 'numeric',
        width: 30,
        code: true,
      },
    )
  return html`<form method="get" action="/which-came-first" novalidate autocomplete="off">
${field('first', text('一项登记的编号', 'Number of one filing'))}
${field('second', text('另一项登记的编号', 'Number of the other filing'))}
${submitButton(language, text('比较先后', 'Compare'))}
</form>
<p class="govuk-body secondary">${inLanguage(informational, language)}</p>`
}

function answer(comparison: Comparison, language: Language): Html {
  const { first, second } = comparison
  return html`<p class="answer">${inLanguage(sentence(comparison), language)}</p>
${dataTable(language, {
  caption: text('两项登记', 'The two filings'),
  captionHidden: true,
  rows: comparison.cameFirst === 'same' ? [first] : [first, second].sort((a, b) => a.sequence - b.sequence),
  columns: [
    {
      label: text('登记编号', 'Filing number'),
      cell: ({ filingNumber }) => numberInGroups(filingNumber, { copy: false }),
      heads: true,
    },
    { label: text('登记', 'Filing'), cell: ({ kind }) => inLanguage(filingKindLabels[kind], language) },
    { label: text('登记证明编号', 'Registration'), cell: registrationLink },
    { label: text('序号', 'Sequence'), cell: ({ sequence }) => thousands(sequence) },
    { label: text('时间', 'Time'), cell: ({ filedAt }) => inLanguage(writtenExactMoment(filedAt), language) },
  ],
})}`
}

function registrationLink({ registrationNumber }: PlacedFiling): Html {
  return html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a>`
}

function sentence({ first, second, cameFirst, microsecondsApart }: Comparison): Text {
  if (cameFirst === 'same') return text('两个编号是同一项登记。', 'Both numbers are of the same filing.')
  const [earlier, later] = cameFirst === 'first' ? [first, second] : [second, first]
  const apart = writtenDuration(microsecondsApart)
  const [one, two] = [thousands(earlier.sequence), thousands(later.sequence)]
  const together = earlier.registrationNumber === later.registrationNumber
  return text(
    `第 ${one} 号登记在先，比第 ${two} 号早 ${apart.zh}${together ? '；两者是同一项登记的先后事项' : ''}。`,
    `Filing ${one} came first, ${apart.en} before filing ${two}${together ? '; both are on the same registration' : ''}.`,
  )
}

const informational = text(
  '先后只说明登记的次序，供参考；清偿顺序依民法典第四百一十四条，登记与交付的先后（第四百一十五条）、价款担保（第四百一十六条）、保理（第七百六十八条）等特别规则在此只作提示，没有适用。',
  'The order of filing informs and decides no priority: see Civil Code art. 414. Special rules, such as those on delivery (art. 415), price security (art. 416) and factoring (art. 768), are noted here and not applied.',
)

const notFound: Refusal = { code: 'not_found', message: problems.not_found.title }

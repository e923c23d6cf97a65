import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { writtenMomentShort } from '../../platform/written-form.ts'
import { purposes } from '../../search/search-query.ts'
import { type MonthOfSearches, type Purpose, type SearchesAbout, searchesAbout } from '../searches-about.ts'
import { debtorOf, notVerified } from '../searches-about-me-routes.ts'
import { FEW_BELOW_ACCOUNTS, FEW_BELOW_SEARCHES, type ShownCount } from '../shown-count.ts'
import { countWords, monthChart, monthWords } from './month-chart.ts'

/** How often the reader's account was searched for, by month and purpose; never by whom. */
export function searchesAboutMePages(app: FastifyInstance, deps: Deps): void {
  app.get('/searches-about-me', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'be_asked_for')
    const title = text('我被查询的情况', 'Searches for you')
    const { language } = request
    if (person.identifierKey === null) {
      return sendPage(reply, { title, status: 403, body: notVerifiedBody(language) })
    }
    const about = await searchesAbout(deps.pool, debtorOf(person))
    return sendPage(reply, { title, wide: true, body: aboutView(about, language) })
  })
}

function notVerifiedBody(language: Language): Html {
  const say = speaker(language)
  return html`<p class="govuk-body">${inLanguage(notVerified, language)}${say('。', '.')}</p>
<h2 class="govuk-heading-m">${say('怎样核验', 'How to get verified')}</h2>
<ol class="govuk-list govuk-list--number">
<li>${say('准备证件：机构为营业执照或者登记证书、经办人身份证件和授权书；个人为身份证件。', 'Have your documents ready: for an organisation its licence or certificate of registration, the identity document of the person who acts and the authority; for an individual the identity document.')}</li>
<li>${say('向登记机构提交，由登记员审核，并记入账户。', 'Submit them to the register’s office, where a registrar reviews them and notes it on the account.')}</li>
<li>${say('核验以后再打开这一页。查询不受影响。', 'Once verified, open this page again. Searching needs none of this.')}</li>
</ol>`
}

function aboutView({ until, months }: SearchesAbout, language: Language): Html {
  const say = speaker(language)
  const moment = writtenMomentShort(until)
  const asked = months.some(({ total }) => total.is === 'few' || total.searches > 0)
  return html`<p class="govuk-body">${say('别人以贵方的证件号码、账户核验的名称，或者贵方现用、曾用的登记名称查询登记系统的次数。只按目的和月份统计，不显示查询人。', 'How often others searched the register for your number, your verified name, or a name under which you are or were registered as debtor. By purpose and month only, never by whom.')}</p>
<p class="answer">${asked ? say(`统计截至 ${moment.zh}（北京时间），今天的查询不在内。`, `Counted until ${moment.en} (UTC+8); today’s searches are not in it.`) : say(`截至 ${moment.zh}（北京时间），没有人查询过贵方。`, `Nobody searched for you until ${moment.en} (UTC+8).`)}</p>
${asked ? html`<figure class="chart"><figcaption>${say('近一年各月被查询次数', 'Searches by month over a year')}</figcaption>${monthChart(months, language)}</figure>` : nothing}
${table(months, language)}
<h2 class="govuk-heading-m">${say('怎样统计', 'How it is counted')}</h2>
<ul class="govuk-list govuk-list--bullet text-column">
<li>${say(`“少量”：不足 ${FEW_BELOW_SEARCHES} 次，或者来自不足 ${FEW_BELOW_ACCOUNTS} 个账户。不显示具体次数，以免推知是谁。`, `“Few”: fewer than ${FEW_BELOW_SEARCHES} searches, or by fewer than ${FEW_BELOW_ACCOUNTS} accounts. Their number is not told, so that nobody is guessed from it.`)}</li>
<li>${say('本月每满五次显示一次（如“10+”），月末以后显示确数。', 'In the present month numbers go in steps of five (such as “10+”); once it is over they are exact.')}</li>
<li>${say('空格表示没有。', 'Where nothing stands there were none.')}</li>
<li>${say('同时以名称和代码查询的，计一次。贵方自己的查询、法院和登记机构的查询不计。', 'A search by name and code counts once. Your own searches do not count, nor do those of courts and the register’s office.')}</li>
<li>${say('他人现用的名称，即使曾登记在贵方号码之下，也不计入。', 'A name that others bear now is not counted, even where it was registered with your number.')}</li>
</ul>`
}

function table(months: readonly MonthOfSearches[], language: Language): Html {
  return dataTable(language, {
    caption: text('各月、各目的的查询次数', 'Searches by month and purpose'),
    captionHidden: true,
    rows: months,
    columns: [
      { label: text('月份', 'Month'), cell: (row) => monthCell(row, language), kind: 'whole', heads: true },
      ...Object.entries(purposes).map(([purpose, label]) => ({
        label,
        cell: (row: MonthOfSearches) => orEmpty(row.purposes[purpose as Purpose], language),
        kind: 'figure' as const,
      })),
      { label: text('合计', 'Total'), cell: ({ total }) => countWords(total, language), kind: 'figure' },
    ],
  })
}

function monthCell({ month, isOver }: MonthOfSearches, language: Language): string {
  const words = monthWords(month, language)
  return isOver ? words : inLanguage(text(`${words}（未完）`, `${words} (so far)`), language)
}

/** Nothing is left out: on a telephone a month is then as many lines as it has purposes. */
function orEmpty(count: ShownCount, language: Language): string {
  return count.is === 'exactly' && count.searches === 0 ? '' : countWords(count, language)
}

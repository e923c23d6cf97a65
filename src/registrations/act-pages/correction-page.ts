import type { FastifyReply } from 'fastify'
import { html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { pageLinks, slicePage } from '../../platform/paging.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { thousands, writtenMoment } from '../../platform/written-form.ts'
import type { ActPage } from './act-form.ts'
import { actHeading } from './act-form-view.ts'
import { membersOfBothSides } from './registration-members.ts'
import { choicesOf, writtenItem } from './release-items.ts'

const ITEMS_A_PAGE = 100

/** The way to corrections, among other changes. @param act the path of the act that holds them */
export function correctionEntry(act: string): { path: string; label: Text; purpose: Text } {
  return {
    path: `${act}/correction`,
    label: text('更正登记错误', 'Correction of what was filed wrongly'),
    purpose: text(
      '填错了的当事人、金额与约定、明细或者描述，改为正确的；原来的仍可查到，登记注明更正的时间。',
      'A party, amounts and terms, an item or a description that was filed wrongly is put right. What was filed is still found, and the register says when it was corrected.',
    ),
  }
}

/** What was filed, each thing with the way to its correction. */
export function sendCorrectionChooser(page: ActPage, title: Text, act: string): FastifyReply {
  const { language, state, form, request } = page
  const say = speaker(language)
  const registration = `/registrations/${state.registrationNumber}`
  const at = `${registration}${act}/correction`
  const table = form.fields.find(({ name }) => name === 'items')
  const items = choicesOf(state)
  const slice = slicePage(items, ITEMS_A_PAGE, request.query, 'items')
  const link = (href: string, words: string) => html`<li><a class="govuk-link" href="${at}${href}">${words}</a></li>`
  return sendPage(page.reply, {
    title,
    ownHeading: true,
    back: `${registration}${act}`,
    body: html`${actHeading(page, title)}
<p class="govuk-body">${say('选择更正的内容。更正不改变顺位，登记注明何时更正。', 'Choose what is to be corrected. A correction moves no rank, and the register says when it was made.')}</p>
<h2 class="govuk-heading-m">${say('当事人', 'Parties')}</h2>
<ul class="govuk-list">${membersOfBothSides(page).map(({ value, label }) => link(`/party?member=${value}`, inLanguage(label, language)))}</ul>
<h2 class="govuk-heading-m">${say('金额与约定', 'Amounts and terms')}</h2>
<ul class="govuk-list">${link('/terms', say('主债权金额、最高额、担保范围、合同等', 'Secured amount, ceiling, scope, contracts and the like'))}</ul>
<h2 class="govuk-heading-m">${say('担保财产的描述', 'Descriptions of the collateral')}</h2>
<ul class="govuk-list">${state.collateral.map(({ ranksFrom, description }, part) => {
      const moment = writtenMoment(ranksFrom.filedAt)
      const words = description
        ? shortened(String(description))
        : say('（没有描述，可以补上）', '(no description; one can be given)')
      return link(
        `/description?part=${part}`,
        say(`顺位自${moment.zh}起算的部分：${words}`, `The part that ranks from ${moment.en}: ${words}`),
      )
    })}</ul>
${
  table && items.length > 0
    ? html`<h2 class="govuk-heading-m" id="items">${say(`明细（共 ${thousands(items.length)} 项）`, `Items (${thousands(items.length)})`)}</h2>
<ul class="govuk-list">${slice.rows.map(({ key, item }) => link(`/item?item=${key}`, writtenItem(table, item, language)))}</ul>
${pageLinks(language, slice, { here: request.url, name: 'items', anchor: 'items' })}`
    : nothing
}`,
  })
}

function shortened(description: string): string {
  return description.length > SHOWN_MAX ? `${description.slice(0, SHOWN_MAX)}…` : description
}
const SHOWN_MAX = 60

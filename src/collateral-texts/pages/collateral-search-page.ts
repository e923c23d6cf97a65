import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { hiddenCsrf, select, submitButton, textInput } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { formOf, forms } from '../../registrations/forms/forms.ts'
import { type Fields, typed } from '../../registrations/pages/typed-fields.ts'
import type { RegistrationStatus } from '../../registrations/registration-status.ts'
import { statusLabels } from '../../registrations/registration-wording.ts'
import { lookingOf, statuses } from '../collateral-search-routes.ts'
import {
  type CollateralFound,
  type CollateralQuery,
  PURPOSE_MAX_CHARACTERS,
  searchCollateral,
} from '../search-collateral.ts'
import { QUERY_MAX_CHARACTERS } from '../text-terms.ts'
import { foundView } from './found-view.ts'

const LINES_A_PAGE = 50

/** Words in the collateral of all registrations, for registrars and courts. What was asked stands in no address. */
export function collateralSearchPages(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'search_collateral')
  const options = { schema: { hide: true }, onRequest }

  app.get('/collateral-search', options, (_request, reply) => send(reply, { fields: {}, errors: [] }))

  app.post('/collateral-search', options, async (request, reply) => {
    const fields = request.body as Fields
    const asked = askedIn(fields)
    if ('refused' in asked) return send(reply, { fields, errors: asked.refused })
    const found = await searchCollateral(deps.pool, lookingOf(request), asked.query, LINES_A_PAGE)
    if ('refused' in found) return send(reply, { fields, errors: found.refused })
    return send(reply, { fields, errors: [], found, query: asked.query })
  })
}

type Shown = { fields: Fields; errors: readonly Refusal[]; found?: CollateralFound; query?: CollateralQuery }

function send(reply: FastifyReply, { fields, errors, found, query }: Shown): FastifyReply {
  const { shell, language } = reply.request
  return sendPage(reply, {
    title: text('查找担保财产文字', 'Find words in collateral'),
    wide: true,
    errors,
    status: errors.length > 0 ? 422 : 200,
    body: html`${searchForm(reply, fields, errors)}
${found && query ? foundView(found, query, { language, shell }) : ''}`,
  })
}

function searchForm(reply: FastifyReply, fields: Fields, errors: readonly Refusal[]): Html {
  const { shell, language } = reply.request
  const say = speaker(language)
  const form = { language, errors }
  const control = (name: string, zh: string, en: string) => ({
    pointer: `/${name}`,
    label: text(zh, en),
    value: typed(fields, name),
  })
  return html`<p class="govuk-body">${say('在全部登记现有的担保财产描述和明细（名称、型号、货物、制造商、所在地）中查找，包括已经结束的登记。当事人和编号请用“查询”。每次查找都记入审计。', 'Looks through the descriptions and items (name, model, goods, maker, place) of all registrations as they stand, ended ones too. For parties and numbers use “Search”. Each look is recorded in the audit.')}</p>
<form method="post" action="/collateral-search" class="list-filter" role="search" aria-label="${say('查找担保财产文字', 'Find words in collateral')}" novalidate autocomplete="off">
${hiddenCsrf(shell)}
${textInput(form, {
  ...control('text', '文字', 'Words'),
  hint: text('空格隔开的各词都要含有；字母和数字按整词', 'All words must be there; letters and digits as whole words'),
  maxLength: QUERY_MAX_CHARACTERS,
})}
${textInput(form, {
  ...control('purpose', '事由', 'Reason'),
  optional: true,
  hint: text('例如案号，记入审计', 'Such as a case number; goes into the audit'),
  maxLength: PURPOSE_MAX_CHARACTERS,
})}
${select(form, {
  ...control('securityType', '担保类型', 'Security type'),
  choices: forms.map(({ securityType, label }) => ({ value: securityType, label })),
  empty: text('不限', 'Any'),
})}
${select(form, {
  ...control('status', '状态', 'State'),
  choices: statuses.map((value) => ({ value, label: statusLabels[value] })),
  empty: text('不限', 'Any'),
})}
<div class="list-filter__do">${submitButton(language, text('查找', 'Find'))}</div>
</form>`
}

function askedIn(fields: Fields): { query: CollateralQuery } | { refused: Refusal[] } {
  const words = typed(fields, 'text').trim()
  const purpose = typed(fields, 'purpose').trim()
  const status = typed(fields, 'status') as RegistrationStatus
  const securityType = typed(fields, 'securityType')
  const before = Number(typed(fields, 'before'))
  const refused: Refusal[] = []
  if (words === '') {
    const message = text('请填写要查找的文字', 'Enter the words to look for')
    refused.push({ code: 'field_missing', pointer: '/text', message })
  }
  if (words.length > QUERY_MAX_CHARACTERS) refused.push(tooLong('/text', QUERY_MAX_CHARACTERS))
  if (purpose.length > PURPOSE_MAX_CHARACTERS) refused.push(tooLong('/purpose', PURPOSE_MAX_CHARACTERS))
  if (refused.length > 0) return { refused }
  return {
    query: {
      text: words,
      ...(purpose !== '' && { purpose }),
      ...(statuses.includes(status) && { status }),
      ...(formOf(securityType) && { securityType }),
      ...(Number.isSafeInteger(before) && before > 0 && { before }),
    },
  }
}

function tooLong(pointer: string, max: number): Refusal {
  return { code: 'text_too_long', pointer, message: text(`最多 ${max} 个字符`, `At most ${max} characters`) }
}

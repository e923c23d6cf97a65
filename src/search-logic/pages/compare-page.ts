import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { type FormState, hiddenCsrf, submitButton, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Shell } from '../../platform/shell.ts'
import { type Text, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { compareNames, type NameComparison } from '../compare-names.ts'
import { NamePair } from '../logic-schemas.ts'
import { refusalsOfPair } from '../refuse-pair.ts'
import { comparisonView } from './comparison-view.ts'

type TypedPair = { first: string; second: string }

const checkPair = compileBody(NamePair)

/** Two names, and whether a search of the one finds the other. Posted, so that no name stands in an address. */
export function compareNamesPages(app: FastifyInstance, _deps: Deps): void {
  app.get('/search-logic/try', { schema: { hide: true } }, async (_request, reply) =>
    sendCompare(reply, { first: '', second: '' }, []),
  )

  app.post('/search-logic/try', { schema: { hide: true } }, async (request, reply) => {
    const typed = typedOf(request.body)
    const wrong = refusalsOf(typed)
    if (wrong.length > 0) return sendCompare(reply, typed, wrong)
    return sendCompare(reply, typed, [], compareNames(typed.first, typed.second))
  })
}

/** White space around a name is kept: it is part of the question. */
function typedOf(body: unknown): TypedPair {
  const { first, second } = (body ?? {}) as Record<string, unknown>
  const given = (value: unknown) => (typeof value === 'string' ? value : '')
  return { first: given(first), second: given(second) }
}

function refusalsOf(typed: TypedPair): Refusal[] {
  const wrong = checkPair(typed).map((each) =>
    each.code === 'text_too_short' ? { ...each, message: nameMissing(each.pointer) } : each,
  )
  return wrong.length > 0 ? wrong : refusalsOfPair(typed)
}

function nameMissing(pointer: string | undefined): Text {
  return pointer === '/first'
    ? text('请填写第一个名称', 'Enter the first name')
    : text('请填写第二个名称', 'Enter the second name')
}

function sendCompare(
  reply: FastifyReply,
  typed: TypedPair,
  errors: readonly Refusal[],
  compared?: NameComparison,
): FastifyReply {
  const { shell, language } = reply.request
  const say = speaker(language)
  return sendPage(reply, {
    title: text('两个名称是否相符', 'Do two names match?'),
    status: errors.length > 0 ? 422 : 200,
    errors,
    wide: true,
    back: '/search-logic',
    ownHeading: compared !== undefined,
    body: html`${compared ? comparisonView(compared, language) : nothing}
<div class="text-column">${
      compared
        ? html`<h2 class="govuk-heading-m">${say('再比较两个名称', 'Compare two other names')}</h2>`
        : html`<p class="govuk-body">${say('登记系统按公布的规则比较名称。输入两个名称，就知道按其中一个查询，能不能查得以另一个登记的，以及每一步把名称变成了什么。不用登录，也不作记录。', 'The register compares names by published rules. Type two names to see whether a search of the one finds what is registered under the other, and what each step makes of them. No sign-in is needed, and nothing is recorded.')}</p>`
    }
${pairForm(shell, typed, { language, errors })}</div>`,
  })
}

function pairForm(shell: Shell, typed: TypedPair, form: FormState): Html {
  return html`<form method="post" action="/search-logic/try" novalidate autocomplete="off">${hiddenCsrf(shell)}
${textInput(form, { pointer: '/first', label: text('第一个名称', 'First name'), value: typed.first })}
${textInput(form, { pointer: '/second', label: text('第二个名称', 'Second name'), value: typed.second })}
${submitButton(form.language, text('比较', 'Compare'))}</form>`
}

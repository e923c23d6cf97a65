import type { FastifyInstance, FastifyReply } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { identifierSchemes, isIdentifierScheme } from '../../parties/identifiers.ts'
import { sendPage } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { type Text, text } from '../../platform/text.ts'
import { compileBody } from '../../platform/validation.ts'
import { SearchBody } from '../search-query.ts'
import { search } from '../search-routes.ts'
import { asOfFrom, asOfMessage } from './as-of-fields.ts'
import { searchForm, type TypedSearch, wayOf } from './search-form.ts'

const checkBody = compileBody(SearchBody)

/** The form of a search, and the search. The answer has its own address, which holds nothing of what was asked. */
export function searchPages(app: FastifyInstance, deps: Deps): void {
  app.get('/search', { schema: { hide: true } }, async (request, reply) => {
    personWhoMay(request, 'search')
    // Only the way and the purpose come by address: what is searched for never stands in one (threat 14).
    const { by, purpose } = request.query as TypedSearch
    return sendForm(reply, { by, purpose }, [])
  })

  app.post('/search', { schema: { hide: true } }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const typed = (request.body ?? {}) as TypedSearch
    const body = bodyOf(typed)
    const wrong = refusalsOf(body)
    if (wrong.length > 0) return sendForm(reply, typed, wrong)
    const made = await search(deps, person, request, body as SearchBody)
    if ('refused' in made) return sendForm(reply, typed, made.refused)
    return reply.redirect(`/searches/${made.answer.searchNumber}`, 303)
  })
}

function sendForm(reply: FastifyReply, typed: TypedSearch, errors: readonly Refusal[]): FastifyReply {
  const { shell, language } = reply.request
  return sendPage(reply, {
    title: text('查询', 'Search the register'),
    status: errors.length > 0 ? 422 : 200,
    errors,
    body: searchForm(shell, wayOf(typed.by), typed, { language, errors }),
  })
}

/** The body that the API takes, from what was typed: only this way's fields, nothing that was left empty. */
export function bodyOf(typed: TypedSearch): Record<string, unknown> {
  const by = wayOf(typed.by)
  const purpose = filled(typed.purpose)
  const asOf = asOfFrom(typed)
  const common = { by, ...(purpose !== undefined && { purpose }), ...(asOf && { asOf }) }
  if (by === 'organizationName') {
    const identifier = identifierOf((typed.identifier ?? {}) as TypedSearch)
    const name = filled(typed.name)
    return {
      ...common,
      ...(name !== undefined && { name }),
      ...((identifier.value !== undefined || identifier.country !== undefined) && { identifier }),
    }
  }
  if (by === 'organizationIdentifier' || by === 'individualId') return { ...common, ...identifierOf(typed) }
  const value = filled(typed.value)
  return { ...common, ...(value !== undefined && { value }) }
}

/** The country counts only for kinds of numbers that need it: without scripts its list always shows. */
function identifierOf(typed: TypedSearch): Record<string, string> {
  const [scheme, value, country] = [filled(typed.scheme), filled(typed.value), filled(typed.country)]
  const needed = scheme !== undefined && isIdentifierScheme(scheme) && identifierSchemes[scheme].countryRequired
  return {
    ...(scheme !== undefined && { scheme }),
    ...(value !== undefined && { value }),
    ...(needed && country !== undefined && { country }),
  }
}

/** White space around what was typed is nothing; what is within stays for the search logic. */
function filled(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  const trimmed = value.trim()
  return trimmed === '' ? undefined : trimmed
}

/** The schema's refusals, with words of this form for what was left empty, in the order of the form. */
function refusalsOf(body: Record<string, unknown>): Refusal[] {
  const refusals = checkBody(body).map((each) => {
    const words = each.code === 'field_missing' ? missing(body.by, each.pointer) : asOfMessage(each.pointer)
    return { ...each, message: words ?? each.message }
  })
  return refusals.sort((a, b) => placeOf(a) - placeOf(b))
}

const ORDER = ['/name', '/scheme', '/value', '/country', '/identifier', '/purpose', '/asOf']

function placeOf({ pointer = '' }: Refusal): number {
  return ORDER.findIndex((each) => pointer.startsWith(each))
}

function missing(by: unknown, pointer: string | undefined): Text | undefined {
  switch (pointer) {
    case '/name':
      return text('请填写机构名称', 'Enter the name of the organisation')
    case '/purpose':
      return text('请选择查询目的', 'Choose the purpose of the search')
    case '/identifier/value':
      return text('请填写代码，或者不选国家', 'Enter the code, or choose no country')
    case '/value':
      if (by === 'registrationNumber') return text('请填写登记证明编号', 'Enter the registration number')
      if (by === 'assetIdentifier') return text('请填写财产标识', 'Enter the asset identifier')
      return by === 'individualId' ? text('请填写证件号码', 'Enter the number') : text('请填写代码', 'Enter the code')
    default:
      return undefined
  }
}

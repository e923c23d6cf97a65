import type { LightMyRequestResponse } from 'fastify'
import type { Field, Form } from '../../../src/registrations/forms/define-form.ts'
import type { SandboxUser } from '../../../src/sandbox/sandbox-people.ts'
import type { TestRegister } from '../../helpers/register.ts'

/**
 * A person's browser without scripts: it holds the session, and sends each form with the token that the page gave it.
 */
export type PageSession = {
  get(url: string): Promise<LightMyRequestResponse>
  post(url: string, fields: Record<string, string>): Promise<LightMyRequestResponse>
  /** As a form with files does (multipart). */
  upload(
    url: string,
    fields: Record<string, string>,
    files?: Record<string, { name: string; content: Buffer }>,
  ): Promise<LightMyRequestResponse>
}

export async function openSession(register: TestRegister, who: SandboxUser['name']): Promise<PageSession> {
  const headers = { cookie: `session=${await register.sessionOf(who)}; language=zh-CN`, accept: 'text/html' }
  const home = await register.app.inject({ url: '/', headers })
  const csrf = /name="_csrf" value="([^"]+)"/.exec(home.body)?.[1]
  if (!csrf) throw new Error('the page has no form token')
  return {
    get: (url) => register.app.inject({ url, headers }),
    post: (url, fields) =>
      register.app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ _csrf: decode(csrf), ...fields }).toString(),
      }),
    upload: async (url, fields, files = {}) => {
      const form = new FormData()
      for (const [name, value] of Object.entries({ _csrf: decode(csrf), ...fields })) form.append(name, value)
      for (const [name, { name: filename, content }] of Object.entries(files)) {
        form.append(name, new Blob([new Uint8Array(content)]), filename)
      }
      const request = new Request('http://local', { method: 'POST', body: form })
      return register.app.inject({
        method: 'POST',
        url,
        headers: { ...headers, 'content-type': request.headers.get('content-type')! },
        payload: Buffer.from(await request.arrayBuffer()),
      })
    },
  }
}

/** What a page says, as text that was escaped. */
export function decode(markup: string): string {
  return markup
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x2F;', '/')
    .replaceAll('&#x60;', '`')
    .replaceAll('&#x3D;', '=')
    .replaceAll('&amp;', '&')
}

type Party = {
  kind: string
  name?: string
  identifier: { scheme: string; value: string; country?: string }
  address?: { country: string; division?: string; line: string }
  representative?: string
  parent?: Party
  owner?: Party
}

/** The fields that a party's page posts for this party. */
export function partyFields(party: Party, prefix = ''): Record<string, string> {
  const name = (path: string) => {
    const [first = '', ...rest] = [...(prefix ? [prefix] : []), ...path.split('.')]
    return first + rest.map((each) => `[${each}]`).join('')
  }
  const { identifier, address } = party
  return {
    ...(prefix ? {} : { kind: party.kind }),
    [name('name')]: party.name ?? '',
    [name('identifier.scheme')]: identifier.scheme,
    [name('identifier.value')]: identifier.value,
    [name('identifier.country')]: identifier.country ?? '',
    [name('address.country')]: address?.country ?? 'CN',
    [name('address.division')]: address?.division ?? '',
    [name('address.line')]: address?.line ?? '',
    [name('representative')]: party.representative ?? '',
    ...(party.parent ? partyFields(party.parent, 'parent') : {}),
    ...(party.owner ? partyFields(party.owner, 'owner') : {}),
  }
}

/** Hostile in HTML, in SQL and in both: what stands in every text field of the pages. */
export const hostile = `<script>alert(1)</script>'"; drop table filings; -- &amp; {{7*7}}`

/** What the pages need to know of a form's example. */
export type Example = { debtors: Party[]; collateral: Record<string, unknown> }

/** Chooses a type. @returns the path of the new entry */
export async function begin(session: PageSession, securityType: string): Promise<string> {
  const answer = await session.post('/file', { securityType })
  const entry = /^\/file\/([0-9a-f-]{36})\/parties$/.exec(String(answer.headers.location))?.[1]
  if (answer.statusCode !== 303 || !entry)
    throw new Error(`no entry: ${answer.statusCode} ${answer.body.slice(0, 300)}`)
  return `/file/${entry}`
}

/** What a person would type for a collateral that the API takes: tables as pasted cells under their labels. */
export function collateralTyped(fields: readonly Field[], collateral: Record<string, unknown>): Record<string, string> {
  const typed: Record<string, string> = {}
  for (const field of fields) {
    const value = collateral[field.name]
    if (value === undefined) continue
    if (field.input === 'amount') {
      const money = value as { currency: string; amount: string }
      typed[`collateral[${field.name}][amount]`] = money.amount
      typed[`collateral[${field.name}][currency]`] = money.currency
    } else if (field.input === 'table') {
      const columns = field.columns ?? []
      const rows = (value as Record<string, unknown>[]).map((row) =>
        columns.map(({ name }) => String(row[name] ?? '')).join('\t'),
      )
      typed[`collateral[${field.name}]`] = [columns.map(({ label }) => label.zh).join('\t'), ...rows].join('\r\n')
    } else typed[`collateral[${field.name}]`] = value === true ? 'yes' : value === false ? 'no' : String(value)
  }
  return typed
}

/** Types the form's example into an entry. */
export async function fill(session: PageSession, path: string, form: Form): Promise<void> {
  const example = form.example as unknown as Example
  for (const debtor of example.debtors) {
    await session.post(`${path}/parties/debtors/new`, partyFields(debtor))
  }
  await session.upload(`${path}/collateral`, collateralTyped(form.fields, example.collateral))
  await session.post(`${path}/term`, {
    termMonths: '36',
    'securedAmount[amount]': '１，０００，０００.50',
    'securedAmount[currency]': 'CNY',
  })
}

/** An entry in which nothing is missing. */
export async function filled(session: PageSession, form: Form): Promise<string> {
  const path = await begin(session, form.securityType)
  await fill(session, path, form)
  return path
}

/** The value of a control, as its page shows it. */
export function shown(page: { body: string }, name: string): string | undefined {
  const [open, close] = [name.replaceAll('[', '\\['), '']
  const escaped = `${open}${close}`.replaceAll(']', '\\]')
  const input = new RegExp(`<input[^>]* name="${escaped}"[^>]* value="([^"]*)"`).exec(page.body)?.[1]
  const area = new RegExp(`<textarea[^>]* name="${escaped}"[^>]*>\\n([^<]*)</textarea>`).exec(page.body)?.[1]
  const found = input ?? area
  return found === undefined ? undefined : decode(found)
}

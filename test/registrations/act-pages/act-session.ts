import type { LightMyRequestResponse } from 'fastify'
import { formOf } from '../../../src/registrations/forms/forms.ts'
import type { TestRegister } from '../../helpers/register.ts'
import { decode, type PageSession } from '../pages/page-session.ts'

export type Registered = { registrationNumber: string; modificationCode: string; sequence: number; expiresOn: string }

/** A finance lease, as the API files it. */
export async function register(at: TestRegister, more: object = {}): Promise<Registered> {
  const payload = { ...structuredClone(formOf('finance_lease')!.example), ...more }
  const answer = await at.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

/** The registration as its filer reads it. */
export async function stands(at: TestRegister, { registrationNumber }: Registered): Promise<Record<string, any>> {
  return (await at.call('operator', { url: `/api/v1/registrations/${registrationNumber}` })).json()
}

/** The hidden fields of a page's own form, by name: what a browser sends along, beside the session's token. */
export function hiddenOf(page: LightMyRequestResponse): Record<string, string> {
  const found = page.body.matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)">/g)
  const fields = [...found].map(([, name, value]) => [decode(name!), decode(value!)] as const)
  return Object.fromEntries(fields.filter(([name]) => name !== '_csrf'))
}

/** Opens a page of an act and goes to its check page with what was typed. */
export async function toCheck(
  session: PageSession,
  path: string,
  typed: Record<string, string>,
): Promise<LightMyRequestResponse> {
  const form = await session.get(path)
  if (form.statusCode !== 200) throw new Error(`${path}: ${form.statusCode}`)
  return session.post(path.split('?')[0]!, { ...hiddenOf(form), ...typed, step: 'check' })
}

/** Sends a check page with the code and the declaration. */
export function send(
  session: PageSession,
  path: string,
  check: LightMyRequestResponse,
  modificationCode: string,
  more: Record<string, string> = {},
): Promise<LightMyRequestResponse> {
  const fields = { ...hiddenOf(check), modificationCode, declaration: 'true', step: 'file', ...more }
  return session.post(path.split('?')[0]!, fields)
}

/** The page's markup with what was escaped in it written out: for its links. */
export function markup(page: LightMyRequestResponse): string {
  return decode(page.body)
}

/** The words of a page. */
export function words(page: LightMyRequestResponse): string {
  return decode(page.body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')
}

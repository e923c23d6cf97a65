import { createHash } from 'node:crypto'
import type { TestRegister } from '../helpers/register.ts'
import { pdf } from './sample-files.ts'

/* The document that the acts of the register's office rest on. */

export const judgment = pdf()
export const judgmentSha256 = createHash('sha256').update(judgment).digest('hex')

/** The part of a registrar's act that names it, once it was uploaded. */
export const attached = { attachments: [{ sha256: judgmentSha256, name: '判决书.pdf' }] }

/** Uploads it for the register's office: the registrars are of one account, and any of them may name it. */
export async function uploadJudgment(register: TestRegister): Promise<void> {
  const headers = { 'content-type': 'application/pdf' }
  const payload = judgment
  const answer = await register.call('registrar', { method: 'POST', url: '/api/v1/attachments', payload, headers })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

/** The same as a page carries it from one step to the next. */
export const attachedFields = {
  'attachments[0][sha256]': judgmentSha256,
  'attachments[0][bytes]': String(judgment.length),
  'attachments[0][mediaType]': 'application/pdf',
  'attachments[0][name]': '判决书.pdf',
}

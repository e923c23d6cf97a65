import type { NamedAttachment } from '../attachments/attachment.ts'
import { attachmentUnknown } from '../attachments/attachment-refusals.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { DerivedRows, OrderState } from './act.ts'

/** The attachments that a filing names are a part of its content; what follows from them is decided here. Pure. */

/** Of any filing's content: acts that were filed without attachments have none. */
export function attachmentsIn(content: object): readonly NamedAttachment[] {
  return (content as { attachments?: NamedAttachment[] }).attachments ?? []
}

/** What the filing needs to know of them under the lock. */
export function attachmentNeeds(content: object): { attachments?: string[] } {
  const named = attachmentsIn(content)
  return named.length > 0 ? { attachments: named.map(({ sha256 }) => sha256) } : {}
}

/** What is wrong with the list itself: the same file twice, a name that is blank or has characters that do not show. */
export function judgeAttachmentList(content: object): Refusal[] {
  const seen = new Set<string>()
  return attachmentsIn(content).flatMap(({ sha256, name }, at) => {
    const twice = seen.has(sha256) ? [{ ...attachmentTwice, pointer: `/attachments/${at}/sha256` }] : []
    seen.add(sha256)
    const wrong = name === undefined ? undefined : faultInName(name)
    return wrong ? [...twice, { ...wrong, pointer: `/attachments/${at}/name` }] : twice
  })
}

/** The register's office acts on a document only, and whoever reads the filing later finds it there. */
export function judgeDocumentAttached(content: object): Refusal[] {
  return attachmentsIn(content).length > 0 ? [] : [documentNotAttached]
}

/** Only bytes that the account uploaded itself may be named: to know a hash gives nobody a file. */
export function judgeAttachments(state: Pick<OrderState, 'attachments'>, account: number, content: object): Refusal[] {
  return attachmentsIn(content).flatMap(({ sha256 }, at) =>
    state.attachments.has(`${account}:${sha256}`) ? [] : [attachmentUnknown(at)],
  )
}

/** The rows of `filing_attachments`. */
export function attachmentRows(
  place: { registration: number; sequence: number },
  content: object,
): DerivedRows['filingAttachments'] {
  const { registration, sequence } = place
  return attachmentsIn(content).map(({ sha256, name }, at) => ({
    registration,
    sequence,
    place: at,
    sha256,
    name: name ?? null,
  }))
}

function faultInName(name: string): Refusal | undefined {
  if (name.trim() === '') return nameBlank
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cn}\p{Cs}]/u.test(name) ? nameNotOneLine : undefined
}

const documentNotAttached: Refusal = {
  code: 'document_not_attached',
  pointer: '/attachments',
  message: text(
    '请附上所依据的文书（判决、裁决或者登记机构的决定）',
    'Attach the document it rests on: the judgment, the award or the decision of the register’s office',
  ),
}
const attachmentTwice: Refusal = {
  code: 'attachment_listed_twice',
  message: text('这个文件已在上面列出，请删去一处', 'This file is listed above already; remove one of the two'),
}
const nameBlank: Refusal = {
  code: 'text_blank',
  message: text('附件名称只有空白，请填写或者留空此项', 'Only blanks; name the attachment or leave the name out'),
}
const nameNotOneLine: Refusal = {
  code: 'character_not_allowed',
  message: text(
    '附件名称应为一行，不含不可见字符',
    'The name of an attachment is one line without invisible characters',
  ),
}

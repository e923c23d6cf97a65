import { type ProblemCode, problems } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type Text, text } from '../platform/text.ts'
import { mediaTypeLabels } from './attachment-wording.ts'
import type { MediaType } from './media-type.ts'

/** What can be wrong with an uploaded file. Each is a problem of its own, with the words of ../platform/problem.ts. */
export type AttachmentFault = Extract<ProblemCode, `attachment_${string}`>

/** What the process that examines a file says of one that is no attachment. */
export type ExaminationFault = Extract<
  AttachmentFault,
  | 'attachment_type_not_allowed'
  | 'attachment_incomplete'
  | 'attachment_malformed'
  | 'attachment_encrypted'
  | 'attachment_has_script'
  | 'attachment_trailing_data'
  | 'attachment_too_complex'
>

export function attachmentRefusal(code: AttachmentFault, message: Text = problems[code].title): Refusal {
  return { code, message }
}

/** Of a file that is said to be one type and is another. */
export function typeMismatch(declared: string, real: MediaType): Refusal {
  const is = mediaTypeLabels[real]
  return attachmentRefusal(
    'attachment_type_mismatch',
    text(
      `文件标称的类型是 ${declared}，内容却是 ${is.zh}：请改用与内容相符的类型和扩展名再上传`,
      `The file is said to be ${declared}, but its content is ${is.en}: upload it under the type that it has`,
    ),
  )
}

/** Of a hash in a filing that this account has not uploaded, or no longer. */
export function attachmentUnknown(place: number): Refusal {
  return {
    code: 'attachment_unknown' satisfies AttachmentFault,
    pointer: `/attachments/${place}/sha256`,
    message: problems.attachment_unknown.title,
  }
}

import { dataTable } from '../../platform/data-table.ts'
import { type Html, html } from '../../platform/html.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import type { FiledAttachment } from '../attachment.ts'
import { mediaTypeLabels, writtenSize } from '../attachment-wording.ts'

type Row = FiledAttachment & { at: number }

/**
 * Attachments with their types, sizes and hashes. @param more.linkTo the download of each, for who may open them
 * @param more.action what can be done about each, for example its removal
 */
export function attachmentTable(
  language: Language,
  attachments: readonly FiledAttachment[],
  more: { linkTo?: (sha256: string) => string; action?: (attachment: Row) => Html } = {},
): Html {
  const { linkTo, action } = more
  return dataTable<Row>(language, {
    caption: text(`附件，共 ${attachments.length} 件`, `Attachments (${attachments.length})`),
    rows: attachments.map((each, at) => ({ ...each, at })),
    columns: [
      {
        label: text('名称', 'Name'),
        heads: true,
        cell: (each) => {
          const name = inLanguage(nameOf(each), language)
          return linkTo ? html`<a class="govuk-link" href="${linkTo(each.sha256)}">${name}</a>` : name
        },
      },
      {
        label: text('类型与大小', 'Type and size'),
        kind: 'whole',
        cell: ({ mediaType, bytes }) =>
          inLanguage(
            text(
              `${mediaTypeLabels[mediaType].zh}，${writtenSize(bytes)}`,
              `${mediaTypeLabels[mediaType].en}, ${writtenSize(bytes)}`,
            ),
            language,
          ),
      },
      {
        label: text('内容的 SHA-256', 'SHA-256 of its bytes'),
        cell: ({ sha256 }) =>
          html`<span class="small">${(sha256.match(/.{8}/g) ?? [sha256]).map((each) => html`${each}<wbr>`)}</span>`,
      },
      ...(action ? [{ label: text('操作', 'Action'), cell: action, kind: 'whole' as const }] : []),
    ],
  })
}

/** Its name, or its place in the list where there is none to be seen. */
export function nameOf({ name, at }: { name?: string; at: number }) {
  return name === undefined ? text(`附件 ${at + 1}`, `Attachment ${at + 1}`) : text(name, name)
}

import type { FiledAttachment } from '../attachments/attachment.ts'
import { mediaTypeLabels, writtenSize } from '../attachments/attachment-wording.ts'
import { text } from '../platform/text.ts'
import { headerCell } from './certificate-item-list.ts'
import { both, CONTENT_WIDTH, plain, styles } from './certificate-styles.ts'
import { type Block, GAP, ruledTable } from './certificate-tables.ts'
import { type Piece, setLines } from './certificate-typesetting.ts'
import { thousands } from './certificate-wording.ts'

/** The files that a filing names, each with the hash of its bytes: who holds a file can tell that it is this one. */
export function attachmentBlocks(attachments: readonly FiledAttachment[] | undefined): Block[] {
  if (!attachments || attachments.length === 0) return []
  const count = thousands(attachments.length)
  const named = attachments.some(({ name }) => name !== undefined)
  const columns = [
    { ...NUMBER, width: 20 },
    ...(named ? [{ ...NAME, width: CONTENT_WIDTH - GAP * 3 - 20 - 84 - HASH_WIDTH }] : []),
    { ...TYPE, width: 84 },
    { ...HASH, width: HASH_WIDTH },
  ]
  const widths = columns.map(({ width }) => width)
  return [
    ruledTable({
      heading: text(`附件（共 ${count} 件）`, `Attachments (${count})`),
      widths,
      header: columns.map(({ label, width }) => headerCell(label, width)),
      rows: {
        count: attachments.length,
        at: (i) => columns.map(({ pieces, width }) => setLines(pieces(attachments[i]!, i), width)),
      },
    }),
  ]
}

/** Half of a hash in groups of eight, so that it stands on two lines. */
const HASH_WIDTH = 172

type Column = { label: ReturnType<typeof text>; pieces(attachment: FiledAttachment, i: number): Piece[] }

const NUMBER: Column = { label: text('序', 'No.'), pieces: (_, i) => plain(thousands(i + 1), styles.cell) }
const NAME: Column = { label: text('名称', 'Name'), pieces: ({ name }) => plain(name ?? '—', styles.cell) }
const TYPE: Column = {
  label: text('类型与大小', 'Type and size'),
  pieces: ({ mediaType, bytes }) => [
    ...both(mediaTypeLabels[mediaType], styles.cell, styles.cellSmall),
    ...plain(bytes < 1024 ? `\n${bytes} B` : `\n${writtenSize(bytes)}（${thousands(bytes)} B）`, styles.cellSmall),
  ],
}
const HASH: Column = {
  label: text('内容的 SHA-256', 'SHA-256 of its bytes'),
  pieces: ({ sha256 }) => plain(sha256.replace(/.{8}(?=.)/g, '$& '), styles.cell),
}

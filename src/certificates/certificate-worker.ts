import { move } from 'piscina'
import { type CertificateMarks, certificateDocument } from './certificate-document.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import { pdfOf } from './certificate-layout.ts'

/** A worker thread of the pool in certificate-pdf.ts. It renders one certificate at a time. */
export type RenderTask = { facts: CertificateFacts; marks: CertificateMarks; sandbox: boolean } | 'ready?'

async function work(task: RenderTask): Promise<unknown> {
  if (task === 'ready?') return undefined
  const pdf = await pdfOf(certificateDocument(task.facts, task.marks, task.sandbox))
  return move(pdf.buffer)
}

/** Renders a specimen first, so that the fonts are open and the code is warm before the thread takes its first task. */
async function warmed(): Promise<typeof work> {
  await pdfOf(certificateDocument(SPECIMEN, SPECIMEN_MARKS, true))
  return work
}

const SPECIMEN: CertificateFacts = {
  kind: 'search_certificate',
  factsVersion: 1,
  register: 'Encumbra',
  number: '00000000000000000000',
  issuedAt: '2026-01-01T00:00:00.000000Z',
  searchLogic: '1',
  query: { by: 'assetIdentifier', value: '0' },
  purpose: 'before_transaction',
  asOf: { sequence: 0, time: '2026-01-01T00:00:00.000000Z' },
  searcher: '—',
  matches: [],
}

const SPECIMEN_MARKS: CertificateMarks = {
  verificationCode: '0000000000000000',
  verificationUrl: 'http://localhost/',
  factsSha256: '0'.repeat(64),
}

export default warmed()

import pdfmake from 'pdfmake'
import { certificateDocument, type CertificateMarks } from './certificate-document.ts'
import type { CertificateFacts } from './certificate-facts.ts'
import { usePreparedFonts } from './certificate-fonts.ts'

usePreparedFonts()
pdfmake.setFonts({ sans: { normal: 'sans' } })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy(() => false)

/**
 * The PDF of a certificate. The same facts and marks give the same bytes: dates come from the facts, and the file's ID
 * is a hash of its information dictionary. Takes tens of milliseconds of a processor: never call it on the request loop.
 */
export async function renderCertificate(
  facts: CertificateFacts,
  marks: CertificateMarks,
  sandbox: boolean,
): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await pdfmake.createPdf(certificateDocument(facts, marks, sandbox)).getBuffer()
  return new Uint8Array(pdf)
}

import type { CertificateFacts, RegistrationContent } from '../../src/certificates/certificate-facts.ts'
import { createCertificateRenderer } from '../../src/certificates/certificate-pdf.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { figure, option } from './figure.ts'

const CPU_MS_MAX = 60

/** CPU of a one-page registration certificate once the pool is warm, all threads together. */
export async function benchCertificate(args: string[]): Promise<void> {
  const count = option(args, 'count', 100)
  const renderer = createCertificateRenderer({ threads: 2, sandbox: true })
  const print = {
    verificationCode: 'GZZMQ63QSHXW357T',
    verificationUrl: 'http://127.0.0.1:8080/verify/1',
    factsSha256: 'a'.repeat(64),
  }
  await renderer.warm()
  await renderAll(10)
  const before = process.cpuUsage()
  const began = performance.now()
  await renderAll(count)
  const { user, system } = process.cpuUsage(before)
  figure('certificate-cpu', (user + system) / 1000 / count, 'ms of CPU', CPU_MS_MAX)
  figure(
    'certificate-throughput',
    count / ((performance.now() - began) / 1000),
    'certificates/s',
    (1000 / CPU_MS_MAX) * 2,
  )
  await renderer.close()

  /** A few at a time, as a full pool works. */
  async function renderAll(total: number): Promise<void> {
    let next = 0
    const one = async () => {
      while (next < total) await renderer.render(facts(next++), print)
    }
    await Promise.all(Array.from({ length: 4 }, one))
  }
}

function facts(at: number): CertificateFacts {
  const content = formOf('finance_lease')!.example as unknown as RegistrationContent
  const number = String(20261122000000000000n + BigInt(at))
  return {
    kind: 'registration_certificate',
    factsVersion: 1,
    register: 'Encumbra',
    number,
    issuedAt: '2026-11-22T06:03:05.123456Z',
    registrationNumber: number,
    filingNumber: number,
    filingKind: 'initial',
    sequence: at + 1,
    filedAt: '2026-11-22T06:03:05.123456Z',
    expiresOn: '2029-11-22',
    securityType: content.securityType,
    filer: '甲银行',
    content,
  }
}

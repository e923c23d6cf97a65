import type { InitialFacts, SearchCertificateFacts, SearchMatch } from '../../src/certificates/certificate-facts.ts'
import type { CertificateMarks } from '../../src/certificates/certificate-pdf.ts'
import type { Form } from '../../src/registrations/forms/define-form.ts'

/** Facts for the tests of certificates, from the forms' own examples. */
export const NUMBER = '20261122001234567858'

export const marks: CertificateMarks = {
  verificationCode: '8KQ2M4ZP0RTX7C3V',
  verificationUrl: `https://register.example/verify/${NUMBER}?code=8KQ2M4ZP0RTX7C3V`,
  factsSha256: '3f786850e387550fdab836ed7e6dc881de23001b9d1a5f1bd3e9a9a1c5c9b7e2',
}

/** The certificate of an initial filing of a form's example, with other content where told. */
export function registrationFacts(form: Form, content: Record<string, unknown> = {}): InitialFacts {
  return {
    kind: 'registration_certificate',
    factsVersion: 1,
    register: 'Encumbra',
    number: NUMBER,
    issuedAt: '2026-11-22T06:03:05.123456Z',
    registrationNumber: NUMBER,
    filingNumber: NUMBER,
    filingKind: 'initial',
    sequence: 12_345,
    filedAt: '2026-11-22T06:03:04.998877Z',
    expiresOn: '2029-11-22',
    securityType: form.securityType,
    filer: '沪东融资租赁（上海）有限公司',
    content: {
      ...form.example,
      filerReference: '归档-2026-0042',
      ...content,
    } as InitialFacts['content'],
  }
}

/** The certificate of a search by name and code that found so many registrations. */
export function searchFacts(count: number, changes: Partial<SearchCertificateFacts> = {}): SearchCertificateFacts {
  return {
    kind: 'search_certificate',
    factsVersion: 1,
    register: 'Encumbra',
    number: NUMBER,
    issuedAt: '2026-11-22T06:03:05.123456Z',
    searchLogic: '1',
    query: { by: 'organizationName', name: DEBTOR.name, identifier: DEBTOR.identifier },
    purpose: 'before_transaction',
    asOf: { sequence: 12_345, time: '2026-11-22T06:03:05.000001Z' },
    searcher: '沪东融资租赁（上海）有限公司',
    matches: Array.from({ length: count }, (_, i) => match(i)),
    ...changes,
  }
}

const DEBTOR = {
  kind: 'organization',
  name: '苏州恒锐精密机械有限公司',
  identifier: { scheme: 'uscc', value: '91320500MA1FL0002X' },
} as const

function match(i: number): SearchMatch {
  return {
    registrationNumber: String(20261122001200000000n + BigInt(i)),
    rank: i + 1,
    securityType: 'finance_lease',
    securedParties: [
      {
        kind: 'organization',
        name: '沪东融资租赁有限公司',
        identifier: { scheme: 'uscc', value: '91310000MA1FL0001X' },
      },
    ],
    debtors: [DEBTOR],
    collateralSummary: `五轴联动加工中心等 ${i + 1} 项`,
    filedAt: '2026-11-20T06:03:04.998877Z',
    sequence: 10_000 + i,
    expiresOn: '2029-11-20',
    matchedBy: ['organizationName', 'organizationIdentifier'],
  }
}

import t from 'tap'
import { compileBody } from '../../src/platform/validation.ts'
import { forms } from '../../src/registrations/forms/forms.ts'
import { registrationBodySchema } from '../../src/registrations/registration-form.ts'
import { judgeForm } from '../../src/registrations/registration-rules.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { registeredNames } from '../../src/sandbox/registered-names.ts'
import {
  SAMPLE_DAY,
  type SampleRegistration,
  type SecurityType,
  sampleRegistration,
  sampleRegistrationAt,
} from '../../src/sandbox/sample-filings.ts'
import { vinCheckDigit } from '../../src/sandbox/sample-vehicles.ts'

const check = compileBody(registrationBodySchema())
const types = forms.map(({ securityType }) => securityType as SecurityType)

function sample(securityType: SecurityType, index: number): SampleRegistration {
  return sampleRegistration(createRandom('test', securityType, index), { securityType })
}

for (const securityType of types) {
  t.test(`${securityType}: bodies fit the form and its rules`, async (t) => {
    for (let i = 0; i < 300; i++) {
      const body = JSON.parse(JSON.stringify(sample(securityType, i)))
      const refusals = [...check(body), ...judgeForm(body, SAMPLE_DAY)]
      if (refusals.length > 0) t.fail('a refused sample', { body, refusals })
    }
    t.equal(sample(securityType, 0).securityType, securityType)
  })
}

t.test('every choice of every form occurs', async (t) => {
  for (const form of forms) {
    const bodies = Array.from({ length: 1_500 }, (_, i) => sample(form.securityType as SecurityType, i))
    for (const { name, choices } of form.fields) {
      const seen = new Set(bodies.map(({ collateral }) => collateral[name]))
      const missing = (choices ?? []).filter(({ value }) => !seen.has(value))
      t.strictSame(missing, [], `${form.securityType} ${name}`)
    }
  }
})

t.test('a seed and an index give one body, with a filer reference of its own', async (t) => {
  t.strictSame(sampleRegistrationAt(7, 12), sampleRegistrationAt(7, 12))
  t.notSame(sampleRegistrationAt(7, 12), sampleRegistrationAt(8, 12))
  const references = Array.from({ length: 300 }, (_, i) => sampleRegistrationAt(7, i).filerReference)
  t.equal(references[5], 'S7-5')
  t.equal(new Set(references).size, 300)
})

t.test('options are kept', async (t) => {
  const securedParty = sample('factoring', 1).securedParties[0]!
  const body = sampleRegistration(createRandom(1), { securityType: 'other', securedParty, filerReference: '甲-1' })
  t.strictSame(body.securedParties, [securedParty])
  t.equal(body.filerReference, '甲-1')
  const debtorName = registeredNames(9).next().value
  t.equal(sampleRegistrationAt(9, 0, { debtorName }).debtors[0]!.name, debtorName.name)
})

t.test('a registration is dated on the day it is told and nothing in it was signed later', async (t) => {
  for (let i = 0; i < 100; i++) {
    const { contracts } = sampleRegistration(createRandom(i), { today: '2025-03-01' })
    t.ok(contracts!.every(({ date }) => date! <= '2025-03-01'))
  }
})

t.test('vehicles have numbers that check, invoices 20 digits, instalments add up to the price', async (t) => {
  let [vehicles, invoices, sales] = [0, 0, 0]
  for (let i = 0; i < 300; i++) {
    for (const { vin } of rows(sample('finance_lease', i), 'items')) {
      if (vin === undefined) continue
      vehicles += 1
      if (vinCheckDigit(vin) !== vin[8]) t.fail('a wrong check digit', { vin })
    }
    for (const { invoiceNumber } of rows(sample('factoring', i), 'items')) {
      invoices += 1
      if (!/^\d{20}$/.test(invoiceNumber!)) t.fail('not 20 digits', { invoiceNumber })
    }
    const sale = sample('retention_of_title', i)
    const paid = rows(sale, 'instalments').reduce((sum, { amount }) => sum + Number(amount), 0)
    sales += 1
    const { amount } = sale.collateral.price as { amount: string }
    if (paid.toFixed(2) !== amount) t.fail('instalments do not add up', { paid, amount })
  }
  t.ok(vehicles > 20 && invoices > 200 && sales === 300)
})

function rows({ collateral }: SampleRegistration, field: string): Record<string, string | undefined>[] {
  return (collateral[field] ?? []) as Record<string, string | undefined>[]
}

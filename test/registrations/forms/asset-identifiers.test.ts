import t from 'tap'
import type { Field, Form } from '../../../src/registrations/forms/define-form.ts'
import { forms } from '../../../src/registrations/forms/forms.ts'
import { assetKeysOf } from '../../../src/registrations/search-index.ts'
import { openRegister } from '../../helpers/register.ts'

type Body = Record<string, any>

/** Numbers by which an asset or its paper is known. What else a form asks is in none of these words. */
const identifies = /(number|vin|identifier|code)$/i

/** Fields of a form with a number that is not the asset's: whose it is. */
const ofOthers: Record<string, string> = {
  'accountDebtors.identifier': 'an account debtor is a person, not an asset',
}

function fieldsOf(form: Form): { path: string; field: Field }[] {
  return form.fields.flatMap((field) => [
    { path: field.name, field },
    ...(field.columns ?? []).map((column) => ({ path: `${field.name}.${column.name}`, field: column })),
  ])
}

t.test('every number of an asset on every form is keyed', async (t) => {
  const seen: string[] = []
  for (const form of forms) {
    const keyed = fieldsOf(form).filter(({ field }) => field.assetKey)
    t.ok(keyed.length > 0, `${form.securityType} has numbers`)
    const forgotten = fieldsOf(form).filter(
      ({ path, field }) => identifies.test(field.name) && !field.assetKey && !(path in ofOthers),
    )
    t.same(forgotten, [], form.securityType)
    seen.push(...keyed.map(({ path, field }) => `${form.securityType} ${path} ${field.assetKey}`))
  }
  const machine = ['items.serialNumber serial_number']
  const vehicle = [...machine, 'items.vin serial_number']
  const receivables = ['items.contractNumber contract_number', 'items.invoiceNumber invoice_number']
  const expected: Record<string, string[]> = {
    chattel_mortgage: machine,
    receivables_pledge: receivables,
    document_pledge: ['items.documentNumber document_number'],
    finance_lease: ['leaseContractNumber contract_number', ...vehicle],
    factoring: receivables,
    retention_of_title: ['saleContractNumber contract_number', ...vehicle],
    other: vehicle,
  }
  const lines = Object.entries(expected).flatMap(([type, keys]) => keys.map((key) => `${type} ${key}`))
  t.same(seen.sort(), lines.sort(), 'a table of what is found under which kind of number')
})

t.test('a search by asset identifier finds each of them, and nothing that is nearly it', async (t) => {
  const register = await openRegister(t)
  const find = async (value: string): Promise<string[]> => {
    const payload = { by: 'assetIdentifier', value, purpose: 'before_transaction' }
    const answer = await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json().matches.map((each: Body) => each.registrationNumber)
  }
  let count = 0
  for (const form of forms) {
    const payload = structuredClone(form.example) as Body
    const values = new Map<string, string>()
    for (const { path, field } of fieldsOf(form).filter(({ field }) => field.assetKey)) {
      count += 1
      const value = field.name === 'vin' ? `LSVAA4187C21${String(10_000 + count)}` : `XJ-${count}/2026 第${count}号`
      values.set(path, value)
      const [table, column] = path.split('.')
      if (column === undefined) payload.collateral[path] = value
      else {
        const rows = payload.collateral[table!] ?? [{ name: '设备' }]
        payload.collateral[table!] = [...rows, { ...rows[0], [column]: value }]
      }
    }
    const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
    t.equal(answer.statusCode, 201, answer.body.slice(0, 300))
    const { registrationNumber } = answer.json()
    for (const [path, value] of values) {
      t.same(await find(value), [registrationNumber], `${form.securityType} ${path}`)
      t.same(await find(value.toLowerCase()), [registrationNumber], 'in lower case')
      t.same(await find(value.slice(0, -1)), [], 'not by a part')
      t.same(await find(`${value}9`), [], 'not by more')
    }
  }
})

t.test('signs in place of a number are no key', (t) => {
  const collateral = {
    items: [
      { name: '机', serialNumber: '—' },
      { name: '床', serialNumber: ' ' },
    ],
  }
  t.same(assetKeysOf('chattel_mortgage', collateral), [])
  t.end()
})

import { Ajv } from 'ajv'
import addFormats from 'ajv-formats'
import t, { type Test } from 'tap'
import { checkIdentifier } from '../../../src/parties/identifiers.ts'
import { type Identifier, Party } from '../../../src/parties/party.ts'
import type { Text } from '../../../src/platform/text.ts'
import type { Field, Form } from '../../../src/registrations/forms/define-form.ts'
import { excludedAssetOf, excludedAssets, formOf, forms } from '../../../src/registrations/forms/forms.ts'

const ajv = new Ajv({ allErrors: true, discriminator: true, coerceTypes: false })
addFormats.default(ajv)

type Example = {
  securityType: string
  securedParties: PartyOfExample[]
  debtors: PartyOfExample[]
  collateral: Record<string, unknown>
}
type PartyOfExample = {
  kind: string
  name: string
  identifier: Identifier
  parent?: PartyOfExample
  owner?: PartyOfExample
}

t.test('all seven security types are listed, in the order of the law', async (t) => {
  t.same(
    forms.map((form) => form.securityType),
    [
      'chattel_mortgage',
      'receivables_pledge',
      'document_pledge',
      'finance_lease',
      'factoring',
      'retention_of_title',
      'other',
    ],
  )
  for (const form of forms) t.equal(formOf(form.securityType), form)
  t.equal(formOf('motor_vehicle_mortgage'), undefined)
  t.equal(formOf('constructor'), undefined)
})

t.test('what is registered elsewhere names its register', async (t) => {
  t.same(
    excludedAssets.map((each) => each.securityType),
    [
      'motor_vehicle_mortgage',
      'ship_mortgage',
      'aircraft_mortgage',
      'bond_pledge',
      'fund_unit_pledge',
      'share_pledge',
      'ip_pledge',
    ],
  )
  for (const each of excludedAssets) {
    t.equal(formOf(each.securityType), undefined)
    t.equal(excludedAssetOf(each.securityType), each)
    isBilingual(t, each.label, `${each.securityType} label`)
    isBilingual(t, each.register, `${each.securityType} register`)
  }
  t.equal(excludedAssetOf('chattel_mortgage'), undefined)
})

// What the domain's table asks of each type beyond the common part; a column stands behind its table's name.
const asked: Record<string, string> = {
  chattel_mortgage: `assetClass floating description items.name items.model items.quantity items.unit items.maker
    items.serialNumber items.location`,
  receivables_pledge: `receivableClass presentOrFuture accountDebtors.name accountDebtors.identifier totalAmount
    description items.name items.contractNumber items.invoiceNumber items.accountDebtor items.amount items.currency
    items.dueDate`,
  document_pledge: `documentClass medium description items.name items.documentNumber items.issuer items.faceAmount
    items.currency items.goods items.quantity items.unit items.location items.issueDate items.dueDate`,
  finance_lease: `leaseContractNumber leaseContractDate leaseForm rentTotal description items.name items.model
    items.quantity items.unit items.maker items.serialNumber items.vin items.location`,
  factoring: `recourse accountDebtorNotified receivableClass presentOrFuture accountDebtors.name
    accountDebtors.identifier totalAmount description items.name items.contractNumber items.invoiceNumber
    items.accountDebtor items.amount items.currency items.dueDate`,
  retention_of_title: `saleContractNumber saleContractDate titleCondition price instalments.dueDate instalments.amount
    description items.name items.model items.quantity items.unit items.maker items.serialNumber items.vin
    items.location`,
  other: `subClass subClassName description items.name items.model items.quantity items.unit items.maker
    items.serialNumber items.vin items.location`,
}

const assetKeys: Record<string, string> = {
  serialNumber: 'serial_number',
  vin: 'serial_number',
  contractNumber: 'contract_number',
  leaseContractNumber: 'contract_number',
  saleContractNumber: 'contract_number',
  invoiceNumber: 'invoice_number',
  documentNumber: 'document_number',
}

for (const form of forms) {
  t.test(form.securityType, async (t) => {
    const example = form.example as Example

    t.test('asks what the domain asks', async (t) => {
      t.same(leaves(form).sort(), asked[form.securityType]!.split(/\s+/).sort())
      t.equal(field(form, 'description').required, false, 'the description may be left out where items are listed')
      t.equal(field(form, 'items').required, false)
      t.equal(field(form, 'items').columns?.[0]?.name, 'name', 'an item begins with its name')
    })

    t.test('every field is named once, and numbers people search by are keyed', async (t) => {
      for (const fields of [form.fields, ...form.fields.flatMap((each) => (each.columns ? [each.columns] : []))]) {
        const names = fields.map((each) => each.name)
        t.equal(new Set(names).size, names.length, names.join(' '))
        for (const each of fields) {
          t.match(each.name, /^[a-z][A-Za-z]*$/)
          t.equal(each.assetKey, assetKeys[each.name], `${each.name} is found by`)
        }
      }
    })

    t.test('speaks both languages', async (t) => {
      isBilingual(t, form.label, 'label')
      isBilingual(t, form.effect, 'effect')
      isBilingual(t, form.securedPartyLabel, 'securedPartyLabel')
      isBilingual(t, form.debtorLabel, 'debtorLabel')
      if (form.note) isBilingual(t, form.note, 'note')
      for (const each of everyField(form)) {
        isBilingual(t, each.label, each.name)
        if (each.hint) isBilingual(t, each.hint, `${each.name} hint`)
        for (const { value, label } of each.choices ?? []) isBilingual(t, label, `${each.name} ${value}`)
      }
    })

    t.test('choices are a closed list of snake_case values', async (t) => {
      for (const each of everyField(form)) {
        t.equal(each.input === 'choice', each.choices !== undefined)
        const values = (each.choices ?? []).map((one) => one.value)
        t.equal(new Set(values).size, values.length)
        for (const value of values) t.match(value, /^[a-z]+(_[a-z]+)*$/)
      }
    })

    t.test('its example is valid collateral of named parties', async (t) => {
      t.equal(example.securityType, form.securityType)
      t.notOk('filerReference' in example, 'or it could be filed only once')
      const validate = ajv.compile(form.schema)
      t.ok(validate(example.collateral), JSON.stringify(validate.errors))
      t.ok('description' in example.collateral || 'items' in example.collateral)
      const validateParty = ajv.compile(Party)
      for (const party of [...example.securedParties, ...example.debtors]) {
        t.ok(validateParty(party), JSON.stringify(validateParty.errors))
        for (const { name, identifier } of [party, party.parent, party.owner].filter((each) => each !== undefined)) {
          t.equal(checkIdentifier(identifier.scheme, identifier.value, identifier.country), undefined, name)
        }
      }
    })

    t.test('refuses what it does not ask, and leaves out nothing it requires', async (t) => {
      const validate = ajv.compile(form.schema)
      t.notOk(validate({ ...example.collateral, colour: 'red' }))
      t.notOk(validate({ ...example.collateral, items: [{ name: '一', colour: 'red' }] }))
      t.notOk(validate({ ...example.collateral, items: [{}] }), 'an item without a name')
      t.notOk(validate({ ...example.collateral, description: '长'.repeat(10_001) }))
      t.ok(validate({ ...example.collateral, description: '长'.repeat(10_000) }))
      for (const { name } of form.fields.filter((each) => each.required)) {
        const { [name]: _left, ...rest } = example.collateral
        t.notOk(validate(rest), `without ${name}`)
      }
    })
  })
}

t.test('the examples show every kind of debtor, and no party twice', async (t) => {
  const examples = forms.map((form) => form.example as Example)
  const parties = examples.flatMap((each) => [...each.securedParties, ...each.debtors])
  t.ok(examples.some((each) => each.debtors.some((debtor) => debtor.identifier.scheme === 'resident_id')))
  t.ok(examples.some((each) => each.debtors.some((debtor) => debtor.owner)))
  t.ok(parties.some((party) => party.parent))
  t.equal(new Set(parties.map((party) => party.identifier.value)).size, parties.length)
})

t.test('amounts in cells are decimal strings, currencies three capital letters', async (t) => {
  const form = formOf('factoring')!
  const validate = ajv.compile(form.schema)
  const collateral = (form.example as Example).collateral
  const row = (cells: object) => validate({ ...collateral, items: [{ name: '货款', ...cells }] })
  for (const amount of ['0', '0.5', '12', '1000000.00', '9999999999999999.99']) t.ok(row({ amount }), amount)
  for (const amount of ['', '01', '1,000', '-1', '1.234', '1e3', '12345678901234567', ' 1', '１２', 1000]) {
    t.notOk(row({ amount }), `${amount}`)
  }
  t.ok(row({ currency: 'CNY' }))
  for (const currency of ['', 'cny', '人民币', 'RMBY']) t.notOk(row({ currency }), currency)
  t.ok(row({ dueDate: '2028-02-29' }))
  t.notOk(row({ dueDate: '2027-02-29' }), 'no such day')
})

t.test('a list holds 5,000 items and not one more', async (t) => {
  const form = formOf('chattel_mortgage')!
  const validate = ajv.compile(form.schema)
  const items = (count: number) => Array.from({ length: count }, (_, at) => ({ name: '织机', serialNumber: `${at}` }))
  t.ok(validate({ assetClass: 'production_equipment', items: items(5_000) }))
  t.notOk(validate({ assetClass: 'production_equipment', items: items(5_001) }))
})

function everyField(form: Form): Field[] {
  return form.fields.flatMap((each) => [each, ...(each.columns ?? [])])
}

function leaves(form: Form): string[] {
  return form.fields.flatMap(({ name, columns }) => columns?.map((column) => `${name}.${column.name}`) ?? [name])
}

function field(form: Form, name: string): Field {
  return form.fields.find((each) => each.name === name)!
}

function isBilingual(t: Test, { zh, en }: Text, what: string): void {
  t.match(zh, /\p{Script=Han}/u, `${what} in Chinese`)
  t.match(en, /[A-Za-z]/, `${what} in English`)
  t.notMatch(en, /\p{Script=Han}/u, `${what}: no Chinese in the English`)
  t.notMatch(zh + en, /[!！]/, `${what}: calm`)
}

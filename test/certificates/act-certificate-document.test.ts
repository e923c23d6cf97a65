import t from 'tap'
import type { AmendmentFacts } from '../../src/certificates/act-facts.ts'
import { certificateDocument } from '../../src/certificates/certificate-document.ts'
import { pdfOf } from '../../src/certificates/certificate-layout.ts'
import { filingFacts } from '../../src/certificates/filing-facts.ts'
import { factsFor } from '../../src/certificates/masked-facts.ts'
import { formOf, forms } from '../../src/registrations/forms/forms.ts'
import type { FoldedFiling } from '../../src/registrations/registration-state.ts'
import { marks, NUMBER } from './example-facts.ts'
import { within } from './placed-text.ts'
import { readPdf, textOf } from './read-pdf.ts'

const filing = (kind: 'initial' | 'amendment', sequence: number, content: object): FoldedFiling => ({
  sequence,
  filedAt: `2026-11-22T06:03:0${sequence}.998877Z`,
  filedOn: '2026-11-22',
  filingNumber: NUMBER,
  kind,
  account: 1,
  content: content as Record<string, unknown>,
})

/** The facts of an amendment of a form's example. */
function amended(securityType: string, changes: object[]): AmendmentFacts {
  const initial = filing('initial', 1, formOf(securityType)!.example)
  const amendment = filing('amendment', 2, { changes, declaration: true })
  const made = { register: 'Encumbra', filer: '沪东融资租赁（上海）有限公司' }
  return filingFacts([initial, amendment], made) as AmendmentFacts
}

const read = async (facts: AmendmentFacts) => readPdf(await pdfOf(certificateDocument(facts, marks, false)))

t.test('added collateral of every type is listed under its form’s own columns', async (t) => {
  for (const form of forms) {
    const collateral = form.example.collateral as { items?: object[]; description?: string }
    const { items, description = '补充的财产' } = collateral
    const text = textOf(await read(amended(form.securityType, [{ type: 'add_collateral', description, items }])))
    const table = form.fields.find(({ name }) => name === 'items')!
    t.match(text, '新增担保财产自本次变更登记时起排序（办法第十三条）')
    t.equal(text.split(`${table.label.zh}（共`).length - 1, items ? 3 : 0, 'in the change, and before and after it')
  }
})

t.test('long lists and hostile text stay on their pages, and nothing is lost', async (t) => {
  const items = Array.from({ length: 700 }, (_, at) => ({
    name: `物${'龘'.repeat(at % 40)}`,
    serialNumber: `SN-${at + 1}-END`,
    other: { nested: ['<b>', at] },
    quantity: 'many',
  }))
  const hostile = `<script>${'长'.repeat(900)}\u202E`
  const facts = amended('finance_lease', [
    { type: 'add_collateral', items },
    { type: 'release_collateral', items: items.map(({ serialNumber }) => ({ serialNumber })), description: hostile },
    { type: 'add_collateral', items: items.slice(0, 1), description: hostile },
    { type: 'rank_note', text: hostile },
    { type: 'rename_party', role: 'securedParty', index: 0, name: 'N'.repeat(200), changedOn: '2026-11-01' },
  ])
  const pages = await read(facts)
  within(t, pages)
  const text = textOf(pages)
  t.equal(text.match(/SN-\d+-END/g)?.length, 700 * 3 + 2, 'added, taken out, as filed; and one added again')
  t.equal(text.match(/长/g)?.length, 900 * 6, 'each is in its change and in what stands after it')
  t.match(text, '〈U+202E〉')
})

t.test('an account that a transfer names is for the parties', async (t) => {
  const to = (formOf('document_pledge')!.example.securedParties as object[])[0]
  const facts = amended('finance_lease', [{ type: 'transfer_secured_party', index: 0, to, toAccount: 'ACCOUNT-7' }])
  t.match(textOf(await read(facts)), 'ACCOUNT-7')
  for (const reader of ['public', 'searcher'] as const) t.notMatch(JSON.stringify(factsFor(reader, facts)), 'ACCOUNT-7')
  for (const reader of ['party', 'registrar', 'court'] as const) t.equal(factsFor(reader, facts), facts)
})

t.test('an amount is told as raised only where it is', async (t) => {
  const cases: [string, string, boolean][] = [
    ['CNY', '12800000.01', true],
    ['CNY', '9999999999999999.99', true],
    ['CNY', '12800000.00', false],
    ['CNY', '12800000', false],
    ['CNY', '9.5', false],
    ['USD', '99999999.00', false],
  ]
  for (const [currency, amount, raised] of cases) {
    const facts = amended('finance_lease', [{ type: 'change_amount', securedAmount: { currency, amount } }])
    t.equal(textOf(await read(facts)).includes('自本次变更登记时起算'), raised, `${currency} ${amount}`)
  }
})

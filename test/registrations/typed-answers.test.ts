import t from 'tap'
import { atFields, naming } from '../../src/registrations/field-errors.ts'
import { formOf, forms } from '../../src/registrations/forms/forms.ts'
import { judgeAnswers, judgeSection } from '../../src/registrations/judge-answers.ts'
import { blankParty } from '../../src/registrations/pages/party-fields.ts'
import { blankAnswers } from '../../src/registrations/pages/typed-fields.ts'
import { type Section, sections, type TypedAnswers, type TypedParty } from '../../src/registrations/typed-answers.ts'

const today = '2026-11-22'
const mortgage = formOf('chattel_mortgage')!
const address = { country: 'CN', division: '', line: '武汉市中北路 118 号' }

function factory(more: Partial<TypedParty> = {}): TypedParty {
  const blank = blankParty('organization', '000000000001')
  return {
    ...blank,
    name: ' 绍兴市沐川织造厂 ',
    identifier: { scheme: 'uscc', value: '91350100M000100Y43', country: 'DE' },
    address,
    representative: '沈丽华',
    ...more,
  }
}

const answers = (more: Partial<TypedAnswers>): TypedAnswers => ({ ...blankAnswers(), ...more })

/** Codes at their places, for one section. */
function refused(section: Section, typed: Partial<TypedAnswers>, form = mortgage): string[] {
  return judgeSection(form, section, answers(typed), today).refused.map(({ pointer, code }) => `${pointer} ${code}`)
}

t.test('the example of every form fits in every section, so that sections are judged within it', async (t) => {
  for (const form of forms) {
    for (const section of sections) {
      const found = judgeSection(form, section, blankAnswers(), today).refused
      const own = found.filter(({ pointer = '' }) => {
        const at = section === 'terms' ? '/termMonths' : `/${section}`
        return !pointer.startsWith(at)
      })
      t.same(own, [], `${form.securityType} ${section}`)
      t.ok(found.length > 0, 'and a blank section does not')
    }
  }
})

t.test('a party as typed becomes a party of the body', async (t) => {
  const { body } = judgeSection(mortgage, 'debtors', answers({ debtors: [factory()] }), today)
  t.same(
    body,
    {
      debtors: [
        {
          kind: 'organization',
          name: '绍兴市沐川织造厂',
          identifier: { scheme: 'uscc', value: '91350100M000100Y43' },
          address: { country: 'CN', line: '武汉市中北路 118 号' },
          representative: '沈丽华',
        },
      ],
    },
    'ends trimmed; no country where the number needs none; nothing of an empty parent or owner',
  )
  const blank = blankParty('organization', '000000000002')
  const branch = factory({ parent: { ...blank.parent, name: '沐川集团' } })
  t.same(refused('debtors', { debtors: [branch] }), ['/debtors/0/parent/identifier/value field_missing'])
  const individual = {
    ...factory(),
    kind: 'individual' as const,
    identifier: { scheme: 'passport', value: 'E12345678', country: 'DE' },
  }
  t.same(judgeSection(mortgage, 'debtors', answers({ debtors: [individual] }), today).body, {
    debtors: [
      {
        kind: 'individual',
        name: '绍兴市沐川织造厂',
        identifier: { scheme: 'passport', value: 'E12345678', country: 'DE' },
        address: { country: 'CN', line: '武汉市中北路 118 号' },
      },
    ],
  })
})

t.test('all that is wrong with a party is told at once', async (t) => {
  t.same(refused('debtors', { debtors: [] }), ['/debtors too_few'])
  t.same(
    refused('debtors', {
      debtors: [
        factory({
          name: '',
          address: { ...address, line: ' ' },
          identifier: { scheme: 'uscc', value: '91350100M000100Y44', country: '' },
        }),
      ],
    }).sort(),
    [
      '/debtors/0/address/line field_missing',
      '/debtors/0/identifier/value identifier_check_character_wrong',
      '/debtors/0/name name_missing',
    ],
  )
  t.same(refused('debtors', { debtors: [factory(), factory()] }), ['/debtors/1/identifier/value party_listed_twice'])
  t.same(refused('debtors', { debtors: [factory({ name: '沐川分公司' })] }), ['/debtors/0/parent parent_missing'])
})

t.test('terms', async (t) => {
  const blank = blankAnswers().terms
  const cny = (amount: string) => ({ currency: 'CNY', amount })
  const cases: [string, Partial<TypedAnswers['terms']>, string[]][] = [
    ['nothing', { termMonths: '' }, ['/termMonths field_missing']],
    ['a term in words', { termMonths: '三年' }, ['/termMonths number_not_whole']],
    ['no month', { termMonths: '0' }, ['/termMonths term_out_of_range']],
    ['too long', { termMonths: '361' }, ['/termMonths term_out_of_range']],
    ['the longest', { termMonths: '360' }, []],
    ['a decimal comma', { securedAmount: cny('20,5') }, ['/securedAmount/amount amount_not_read']],
    [
      'no such currency',
      { securedAmount: { currency: 'XXQ', amount: '1' } },
      ['/securedAmount/currency currency_unknown'],
    ],
    ['maximum amount without ceiling', { maximumAmountSecurity: 'yes' }, ['/ceiling ceiling_missing']],
    ['ceiling without maximum amount', { ceiling: cny('5') }, ['/maximumAmountSecurity ceiling_without_maximum']],
    [
      'ceiling against maximum amount',
      { ceiling: cny('5'), maximumAmountSecurity: 'no' },
      ['/maximumAmountSecurity ceiling_without_maximum'],
    ],
    ['both', { ceiling: cny('5'), maximumAmountSecurity: 'yes' }, []],
    ['purchase money without the day', { purchaseMoney: 'yes' }, ['/purchaseMoney/deliveredOn field_missing']],
    [
      'the day without purchase money',
      { deliveredOn: '2026-11-20' },
      ['/purchaseMoney/given delivery_without_purchase_money'],
    ],
    [
      'a contract without number',
      { contracts: [{ number: '', name: '借款合同', date: '' }] },
      ['/contracts/0/number field_missing'],
    ],
    [
      'a contract of no day',
      { contracts: [{ number: '1', name: '', date: '2026-02-30' }] },
      ['/contracts/0/date date_not_real'],
    ],
    ['an answer that is none', { negativePledge: 'perhaps' }, ['/negativePledge field_type_wrong']],
    ['a hidden direction', { scope: '本金\u202e利息' }, ['/scope character_not_allowed']],
    [
      'an amount misread does not hide a rule',
      { securedAmount: cny('x'), maximumAmountSecurity: 'yes' },
      ['/securedAmount/amount amount_not_read', '/ceiling ceiling_missing'],
    ],
  ]
  for (const [title, typed, wanted] of cases) {
    t.same(refused('terms', { terms: { ...blank, termMonths: '36', ...typed } }), wanted, title)
  }
})

t.test('collateral', async (t) => {
  const lease = formOf('finance_lease')!
  const factoring = formOf('factoring')!
  t.same(refused('collateral', { collateral: {} }), [
    '/collateral/assetClass field_missing',
    '/collateral/description collateral_missing',
  ])
  t.same(refused('collateral', { collateral: { assetClass: 'several', items: '名称,数量\n机床,2\n,3\n车床,二' } }), [
    '/collateral/items/2/quantity number_not_read',
    '/collateral/items/1/name field_missing',
  ])
  t.same(refused('collateral', { collateral: { assetClass: 'several', items: '名称,备注\n机床,2' } }), [
    '/collateral/items column_unknown',
  ])
  t.same(refused('collateral', { collateral: { assetClass: 'several', items: '机床\t\u202e' } }), [
    '/collateral/items/0/model character_not_allowed',
  ])
  const typed = {
    leaseContractNumber: 'A-1',
    leaseForm: 'direct',
    leaseContractDate: '2026年3月18日',
    rentTotal: { currency: 'usd', amount: '１,０００' },
    items: '数量\t名称\n1,250.5\t机床',
  }
  const { body, refused: none } = judgeSection(lease, 'collateral', answers({ collateral: typed }), today)
  t.same(none, [])
  t.same(body.collateral, {
    leaseContractNumber: 'A-1',
    leaseForm: 'direct',
    leaseContractDate: '2026-03-18',
    rentTotal: { currency: 'USD', amount: '1000' },
    items: [{ name: '机床', quantity: 1250.5 }],
  })
  const notified = {
    recourse: 'with_recourse',
    receivableClass: 'services',
    presentOrFuture: 'future',
    description: '全部',
  }
  t.same(refused('collateral', { collateral: notified }, factoring), [
    '/collateral/accountDebtorNotified field_missing',
  ])
  t.same(refused('collateral', { collateral: { ...notified, accountDebtorNotified: 'no' } }, factoring), [])
})

t.test('the same answers always make the same body, whatever the order of their keys', async (t) => {
  const typed = answers({
    debtors: [factory()],
    securedParties: [factory({ name: '东湖银行' })],
    collateral: { description: '全部', assetClass: 'several' },
  })
  const shuffled = JSON.parse(JSON.stringify(typed, Object.keys(flat(typed)).sort().reverse())) as TypedAnswers
  const body = (each: TypedAnswers) => JSON.stringify(judgeAnswers(mortgage, each, today).body)
  t.equal(body(shuffled), body(typed))
})

function flat(value: unknown, found: Record<string, true> = {}): Record<string, true> {
  if (typeof value !== 'object' || value === null) return found
  for (const [name, each] of Object.entries(value)) {
    found[name] = true
    flat(each, found)
  }
  return found
}

t.test('refusals come to the fields of a page', async (t) => {
  const text = (zh: string) => ({ zh, en: zh })
  const fields = [
    { pointer: '/termMonths', label: text('登记期限') },
    { pointer: '/ceiling/amount', label: text('最高债权额') },
    { pointer: '/collateral/items', label: text('明细') },
  ]
  const at = (pointer: string, code = 'x') => atFields([{ code, pointer, message: text('错') }], fields)[0]
  t.match(at('/termMonths'), { pointer: '/termMonths', message: { zh: '登记期限：错' } })
  t.match(
    at('/ceiling', 'ceiling_missing'),
    { pointer: '/ceiling/amount', message: { zh: '错' } },
    'a whole that is missing: its first field',
  )
  t.match(at('/collateral/items/3/name'), { pointer: '/collateral/items' }, 'a part: the field around it')
  t.match(at('/elsewhere'), { pointer: '/elsewhere', message: { zh: '错' } })
  const many = Array.from({ length: 25 }, (_, each) => ({
    code: 'x',
    pointer: '/termMonths',
    message: text(String(each)),
  }))
  t.equal(atFields(many, fields).length, 21)
  t.match(atFields(many, fields).at(-1), { code: 'more_errors', message: { zh: /^另有 5 处/ } })
  t.same(naming({ label: text('代码') }, { code: 'field_missing', message: text('此项必填') }), {
    zh: '请填写代码',
    en: 'Enter: 代码',
  })
  t.same(naming({ label: text('类型'), chosen: true }, { code: 'field_missing', message: text('') }).zh, '请选择类型')
})

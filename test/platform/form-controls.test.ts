import t from 'tap'
import {
  checkbox,
  errorSummary,
  fieldId,
  fieldName,
  radios,
  select,
  textArea,
  textInput,
} from '../../src/platform/form-controls.ts'
import { text } from '../../src/platform/text.ts'

const label = text('名称', 'Name')
const hostile = '"><script>alert(1)</script>&amp;'

t.test('a pointer gives name and id', async (t) => {
  for (const [pointer, name, id] of [
    ['/name', 'name', 'name'],
    ['/debtors/0/name', 'debtors[0][name]', 'debtors-0-name'],
    ['/collateral/totalAmount/amount', 'collateral[totalAmount][amount]', 'collateral-totalAmount-amount'],
    ['/a~1b/c~0d', 'a/b[c~d]', 'a/b-c~d'],
  ] as const) {
    t.equal(fieldName(pointer), name)
    t.equal(fieldId(pointer), id)
  }
})

t.test('what was typed comes back whole and escaped in every control', async (t) => {
  const form = { language: 'en' as const, errors: [] }
  const choices = [{ value: hostile, label: text(hostile, hostile) }]
  for (const markup of [
    textInput(form, { pointer: '/name', label, value: hostile }),
    textArea(form, { pointer: '/name', label, value: hostile }),
    select(form, { pointer: '/name', label, value: hostile, choices }),
    radios(form, { pointer: '/name', label, value: hostile, choices }),
  ]) {
    t.notMatch(markup.toString(), '<script')
    t.match(markup.toString(), '&quot;&gt;&lt;script&gt;alert(1)&lt;&#x2F;script&gt;&amp;amp;')
  }
  t.notMatch(textInput(form, { pointer: '/p', label, type: 'password', value: 'secret' }).toString(), 'secret')
  t.match(
    textArea(form, { pointer: '/n', label, value: '\nsecond line' }).toString(),
    '>\n\nsecond line<',
    'no line is lost',
  )
})

t.test('an error stands at its field, and the summary links to it', async (t) => {
  const errors = [
    { code: 'field_missing', pointer: '/debtors/0/name', message: text('请填写名称', 'Enter the name') },
    { code: 'no_place', message: text('整张表', 'The whole form') },
  ]
  const form = { language: 'zh-CN' as const, errors }
  const input = textInput(form, { pointer: '/debtors/0/name', label, hint: text('全称', 'In full') }).toString()
  t.match(input, 'aria-describedby="debtors-0-name-hint debtors-0-name-error"')
  t.match(input, 'id="debtors-0-name-error"')
  t.match(input, '请填写名称')
  const summary = errorSummary(errors, 'zh-CN').toString()
  t.match(summary, 'href="#debtors-0-name">请填写名称')
  t.match(summary, '<li>整张表</li>')
  t.equal(errorSummary([], 'en').toString(), '')
})

t.test('a box is checked by what it posts', async (t) => {
  const form = { language: 'en' as const, errors: [] }
  for (const [value, checked] of [
    ['true', true],
    [true, true],
    ['', false],
    [undefined, false],
    [['true'], false],
  ] as const) {
    t.equal(checkbox(form, { pointer: '/declaration', label, value }).toString().includes(' checked'), checked)
  }
})

import { text } from '../../platform/text.ts'
import { description, items } from './collateral-fields.ts'
import { amount, choice, currency, date, decimal, type Field, line, table } from './define-form.ts'

/** What is asked of receivables, whether they are pledged or assigned (the Measures, art. 3). */
export const receivableFields: readonly Field[] = [
  choice(
    'receivableClass',
    text('应收账款类型', 'Class of receivable'),
    [
      {
        value: 'sale_of_goods',
        label: text(
          '销售产生的债权（销售货物，供应水、电、气、暖，知识产权的许可使用等）',
          'Sale (goods; water, electricity, gas and heat; licences of intellectual property)',
        ),
      },
      {
        value: 'lease_of_goods',
        label: text('出租动产或者不动产产生的债权', 'Lease of movable or immovable property'),
      },
      {
        value: 'services',
        label: text(
          '提供医疗、教育、旅游等服务或者劳务产生的债权',
          'Services or labour, such as medical care, education, travel',
        ),
      },
      {
        value: 'infrastructure_and_public_utility_income',
        label: text(
          '能源、交通运输、水利、环境保护、市政工程等基础设施和公用事业项目收益权',
          'Income rights of infrastructure and public utility projects',
        ),
      },
      { value: 'loans', label: text('提供贷款或者其他信用活动产生的债权', 'Loans and other credit') },
      {
        value: 'other_contractual_claims',
        label: text('其他以合同为基础的具有金钱给付内容的债权', 'Other money claims based on a contract'),
      },
    ],
    {
      required: true,
      hint: text(
        '因票据或者其他有价证券产生的付款请求权，以及法律、行政法规禁止转让的付款请求权，不属于应收账款（办法第三条）。',
        'Claims on negotiable instruments or securities, and claims the law forbids to assign, ' +
          'are not receivables (art. 3 of the Measures).',
      ),
    },
  ),
  choice(
    'presentOrFuture',
    text('现有或者将有', 'Present or future'),
    [
      { value: 'present', label: text('现有的应收账款', 'Present receivables') },
      { value: 'future', label: text('将有的应收账款', 'Future receivables') },
      { value: 'present_and_future', label: text('现有的以及将有的应收账款', 'Present and future receivables') },
    ],
    {
      required: true,
      hint: text(
        '登记时基础合同尚未订立，或者债权尚未发生的，为将有的应收账款。',
        'Future: the contract is not yet made, or the claim has not yet arisen, at the time of filing.',
      ),
    },
  ),
  amount('totalAmount', text('应收账款总金额', 'Total of the receivables')),
  table(
    'accountDebtors',
    text('应收账款债务人', 'Account debtors'),
    [
      line('name', text('名称或者姓名', 'Name'), { required: true }),
      line('identifier', text('统一社会信用代码或者证件号码', 'Identification code or number')),
    ],
    {
      hint: text(
        '应向谁收款；将有的应收账款债务人尚不确定的，在下方描述中写明范围。',
        'Who owes the money. Where those of future receivables are not yet known, describe them below.',
      ),
    },
  ),
  description(
    text('应收账款概括性描述', 'General description of the receivables'),
    text(
      '写明基础合同、债务人、发生期间等，应能合理识别应收账款（办法第九条）；填写明细的，可不填。',
      'Say from which contracts, against whom and from which period, so that the receivables can reasonably be ' +
        'identified (art. 9 of the Measures); may be left out where items are listed.',
    ),
  ),
  items(text('应收账款明细', 'List of receivables'), [
    line('name', text('应收账款名称', 'Name'), {
      required: true,
      hint: text('例如“货款”。', 'For example “price of goods”.'),
    }),
    line('contractNumber', text('基础合同编号', 'Contract number'), { assetKey: 'contract_number' }),
    line('invoiceNumber', text('发票号码', 'Invoice number'), { assetKey: 'invoice_number' }),
    line('accountDebtor', text('应收账款债务人', 'Account debtor')),
    decimal('amount', text('金额', 'Amount')),
    currency('currency', text('币种', 'Currency'), {
      hint: text('三位字母代码，例如 CNY。', 'Three letters, such as CNY.'),
    }),
    date('dueDate', text('到期日', 'Due date')),
  ]),
]

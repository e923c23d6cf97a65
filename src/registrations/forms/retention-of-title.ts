import { text } from '../../platform/text.ts'
import { description } from './collateral-fields.ts'
import { amount, date, decimal, defineForm, line, paragraph, table } from './define-form.ts'
import { machineOrVehicleItems } from './machine-items.ts'

/** Retention of title 所有权保留 (Civil Code arts. 641 to 643). */
export const retentionOfTitle = defineForm({
  securityType: 'retention_of_title',
  label: text('所有权保留', 'Retention of title'),
  effect: text(
    '登记使出卖人对标的物保留的所有权得以对抗善意第三人（民法典第六百四十一条）。',
    'Registration makes the seller’s retained title good against third parties in good faith (Civil Code art. 641).',
  ),
  securedPartyLabel: text('出卖人', 'Seller'),
  debtorLabel: text('买受人', 'Buyer'),
  fields: [
    line('saleContractNumber', text('买卖合同编号', 'Sale contract number'), {
      required: true,
      assetKey: 'contract_number',
    }),
    date('saleContractDate', text('合同签订日期', 'Date of the contract'), { required: true }),
    paragraph('titleCondition', text('所有权转移条件', 'Condition on which title passes'), {
      required: true,
      maxCharacters: 1_000,
      hint: text(
        '买受人支付全部价款或者履行何种义务后，标的物所有权转移（民法典第六百四十一条）。',
        'What the buyer must pay or do before title passes (Civil Code art. 641).',
      ),
    }),
    amount('price', text('价款', 'Price')),
    table(
      'instalments',
      text('分期付款', 'Instalments'),
      [
        date('dueDate', text('付款日期', 'Due date'), { required: true }),
        decimal('amount', text('金额', 'Amount'), { required: true }),
      ],
      { hint: text('币种与价款相同；每行一期。', 'In the currency of the price; one row an instalment.') },
    ),
    description(text('标的物概括性描述', 'General description of the goods')),
    machineOrVehicleItems(text('标的物明细', 'Goods sold')),
  ],
  example: {
    securityType: 'retention_of_title',
    securedParties: [
      {
        kind: 'organization',
        name: '洛阳沃田农业机械有限公司',
        identifier: { scheme: 'uscc', value: '91410300MA44P15C70' },
        address: { country: 'CN', division: '410311', line: '河南省洛阳市洛龙区开元大道 260 号' },
        representative: '薛志强',
      },
    ],
    debtors: [
      {
        kind: 'individual',
        name: '马建国',
        identifier: { scheme: 'resident_id', value: '410185196805179910' },
        address: { country: 'CN', division: '410185', line: '河南省登封市告成镇曲河村 3 组 18 号' },
      },
    ],
    collateral: {
      saleContractNumber: 'WT-XS-2026-0910',
      saleContractDate: '2026-09-10',
      titleCondition: '买受人付清全部价款之日，标的物所有权转移至买受人；付清之前所有权由出卖人保留。',
      price: { currency: 'CNY', amount: '186000.00' },
      instalments: [
        { dueDate: '2026-09-18', amount: '62000.00' },
        { dueDate: '2027-06-30', amount: '62000.00' },
        { dueDate: '2027-10-31', amount: '62000.00' },
      ],
      items: [
        {
          name: '自走履带式谷物联合收割机',
          model: '4LZ-6.0',
          quantity: 1,
          unit: '台',
          maker: '潍坊禾力重工有限公司',
          serialNumber: 'HL4LZ60-26081577',
          location: '河南省登封市告成镇曲河村',
        },
      ],
    },
    termMonths: 18,
    securedAmount: { currency: 'CNY', amount: '124000.00' },
    purchaseMoney: { deliveredOn: '2026-09-18' },
    contracts: [{ number: 'WT-XS-2026-0910', name: '农业机械买卖合同（所有权保留）', date: '2026-09-10' }],
    declaration: true,
  },
})

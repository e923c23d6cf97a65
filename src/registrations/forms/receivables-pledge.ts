import { text } from '../../platform/text.ts'
import { defineForm } from './define-form.ts'
import { receivableFields } from './receivable-fields.ts'

/** Pledge of receivables 应收账款质押 (Civil Code arts. 440, 445). */
export const receivablesPledge = defineForm({
  securityType: 'receivables_pledge',
  label: text('应收账款质押', 'Pledge of receivables'),
  effect: text('质权自登记时设立（民法典第四百四十五条）。', 'Registration creates the pledge (Civil Code art. 445).'),
  securedPartyLabel: text('质权人', 'Pledgee'),
  debtorLabel: text('出质人', 'Pledgor'),
  fields: receivableFields,
  example: {
    securityType: 'receivables_pledge',
    securedParties: [
      {
        kind: 'organization',
        name: '深圳岭海商业银行股份有限公司',
        identifier: { scheme: 'uscc', value: '91440300MA5EY03H2M' },
        address: { country: 'CN', division: '440304', line: '广东省深圳市福田区深南大道 6033 号' },
        representative: '梁启明',
      },
    ],
    debtors: [
      {
        kind: 'organization',
        name: '广州云杉水务投资有限公司',
        identifier: { scheme: 'uscc', value: '91440100MA59T04LXU' },
        address: { country: 'CN', division: '440112', line: '广东省广州市黄埔区科学大道 62 号' },
        representative: '何静仪',
      },
    ],
    collateral: {
      receivableClass: 'infrastructure_and_public_utility_income',
      presentOrFuture: 'present_and_future',
      totalAmount: { currency: 'CNY', amount: '86000000.00' },
      accountDebtors: [{ name: '广州市黄埔区云岗污水处理服务中心', identifier: '12440112MB2C05P16G' }],
      description:
        '出质人依《云岗污水处理厂特许经营协议》（编号 YG-TX-2021-08）自 2026 年 7 月 1 日至 2036 年 6 月 30 日享有的污水处理服务费收益权，以及由此产生的全部应收账款。',
      items: [
        {
          name: '2026 年第三季度污水处理服务费',
          contractNumber: 'YG-TX-2021-08',
          accountDebtor: '广州市黄埔区云岗污水处理服务中心',
          amount: '2150000.00',
          currency: 'CNY',
          dueDate: '2026-12-31',
        },
      ],
    },
    termMonths: 120,
    securedAmount: { currency: 'CNY', amount: '60000000.00' },
    negativePledge: true,
    contracts: [
      { number: 'LHYH-2026-ZY-0619', name: '应收账款质押合同', date: '2026-06-19' },
      { number: 'LHYH-2026-JK-0619', name: '固定资产借款合同', date: '2026-06-19' },
    ],
    declaration: true,
  },
})

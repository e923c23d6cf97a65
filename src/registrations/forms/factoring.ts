import { text } from '../../platform/text.ts'
import { choice, defineForm, yesNo } from './define-form.ts'
import { receivableFields } from './receivable-fields.ts'

/** Factoring, the assignment of receivables to a factor 保理 (Civil Code arts. 761 to 769). */
export const factoring = defineForm({
  securityType: 'factoring',
  label: text('保理（应收账款转让）', 'Factoring (assignment of receivables)'),
  effect: text(
    '就同一应收账款订立多个保理合同的，已经登记的先于未登记的取得应收账款；均已经登记的，按照登记时间的先后顺序取得（民法典第七百六十八条）。',
    'Registration ranks: among several factoring contracts over the same receivable the registered comes before ' +
      'the unregistered, and the earlier registered before the later (Civil Code art. 768).',
  ),
  securedPartyLabel: text('保理人（受让人）', 'Factor (assignee)'),
  debtorLabel: text('债权人（让与人）', 'Creditor (assignor)'),
  fields: [
    choice(
      'recourse',
      text('追索权', 'Recourse'),
      [
        { value: 'with_recourse', label: text('有追索权保理', 'With recourse') },
        { value: 'without_recourse', label: text('无追索权保理', 'Without recourse') },
      ],
      {
        required: true,
        hint: text(
          '保理人可以向债权人主张返还融资款本息或者回购应收账款的，为有追索权保理（民法典第七百六十六条、第七百六十七条）。',
          'With recourse, the factor may claim the financing back or have the receivable bought back by the creditor ' +
            '(Civil Code arts. 766, 767).',
        ),
      },
    ),
    yesNo('accountDebtorNotified', text('已通知应收账款债务人', 'Account debtor notified'), {
      required: true,
      hint: text(
        '登记时是否已将转让通知债务人（明保理）；未通知的，该转让对债务人不发生效力（民法典第五百四十六条）。',
        'Whether the account debtor has been told of the assignment by the time of filing; ' +
          'until then it has no effect against the account debtor (Civil Code art. 546).',
      ),
    }),
    ...receivableFields,
  ],
  example: {
    securityType: 'factoring',
    securedParties: [
      {
        kind: 'organization',
        name: '天津津澜商业保理有限公司',
        identifier: { scheme: 'uscc', value: '91120000MA06B11U7Q' },
        address: { country: 'CN', division: '120116', line: '天津市滨海新区融和路 99 号 3 号楼' },
        representative: '高文博',
      },
    ],
    debtors: [
      {
        kind: 'organization',
        name: '江苏泓泰包装材料有限公司',
        identifier: { scheme: 'uscc', value: '91320000MA1ML13J05' },
        address: { country: 'CN', division: '320214', line: '江苏省无锡市新吴区锡梅路 120 号' },
        representative: '蒋雪松',
      },
    ],
    collateral: {
      recourse: 'with_recourse',
      accountDebtorNotified: true,
      receivableClass: 'sale_of_goods',
      presentOrFuture: 'present',
      totalAmount: { currency: 'CNY', amount: '1846500.00' },
      accountDebtors: [{ name: '上海禾苑食品有限公司', identifier: '91310000MA1K314YX4' }],
      items: [
        {
          name: '包装膜货款',
          contractNumber: 'HT-HY-2026-031',
          invoiceNumber: '26322000000018460231',
          accountDebtor: '上海禾苑食品有限公司',
          amount: '1020000.00',
          currency: 'CNY',
          dueDate: '2027-01-15',
        },
        {
          name: '包装膜货款',
          contractNumber: 'HT-HY-2026-031',
          invoiceNumber: '26322000000018460232',
          accountDebtor: '上海禾苑食品有限公司',
          amount: '826500.00',
          currency: 'CNY',
          dueDate: '2027-02-15',
        },
      ],
    },
    termMonths: 12,
    securedAmount: { currency: 'CNY', amount: '1470000.00' },
    contracts: [{ number: 'JLBL-2026-1103', name: '国内保理业务合同', date: '2026-11-03' }],
    declaration: true,
  },
})

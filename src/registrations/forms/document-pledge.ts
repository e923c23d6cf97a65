import { text } from '../../platform/text.ts'
import { description, items } from './collateral-fields.ts'
import { choice, currency, date, decimal, defineForm, type Field, line, number } from './define-form.ts'

/** Pledge of deposit certificates, warehouse receipts and bills of lading 存款单、仓单、提单质押 (Civil Code arts. 440 to 442). */
export const documentPledge = defineForm({
  securityType: 'document_pledge',
  label: text('存款单、仓单、提单质押', 'Pledge of deposit certificates, warehouse receipts or bills of lading'),
  effect: text(
    '没有权利凭证的，质权自登记时设立；有权利凭证的，质权自权利凭证交付质权人时设立（民法典第四百四十一条）。',
    'Where no instrument exists, registration creates the pledge; where one exists, ' +
      'the pledge arises on its delivery to the pledgee (Civil Code art. 441).',
  ),
  securedPartyLabel: text('质权人', 'Pledgee'),
  debtorLabel: text('出质人', 'Pledgor'),
  note: text(
    '票据、债券、基金份额、股权的质押不在此登记；同一登记只填一种凭证、一种形式。',
    'Pledges of negotiable instruments, bonds, fund units and shares are not registered here. ' +
      'One registration is for documents of one class and one medium.',
  ),
  fields: [
    choice(
      'documentClass',
      text('凭证类别', 'Class of document'),
      [
        { value: 'deposit_certificate', label: text('存款单', 'Deposit certificate') },
        { value: 'warehouse_receipt', label: text('仓单', 'Warehouse receipt') },
        { value: 'bill_of_lading', label: text('提单', 'Bill of lading') },
      ],
      { required: true },
    ),
    choice(
      'medium',
      text('权利凭证形式', 'Medium of the document'),
      [
        { value: 'paper', label: text('纸质凭证', 'On paper') },
        { value: 'electronic', label: text('电子凭证', 'Electronic') },
        { value: 'no_instrument', label: text('没有权利凭证', 'No instrument') },
      ],
      {
        required: true,
        hint: text(
          '有权利凭证的，仅登记不设立质权，凭证还须交付质权人（民法典第四百四十一条）。',
          'An instrument must also be delivered to the pledgee: registration alone does not create its pledge ' +
            '(Civil Code art. 441).',
        ),
      },
    ),
    description(text('质押财产概括性描述', 'General description of the pledged documents')),
    items(text('存款单、仓单、提单明细', 'List of documents'), documentColumns()),
  ],
  example: {
    securityType: 'document_pledge',
    securedParties: [
      {
        kind: 'organization',
        name: '青岛海桥商业银行股份有限公司黄岛支行',
        identifier: { scheme: 'uscc', value: '91370200MA3CD07F1J' },
        address: { country: 'CN', division: '370211', line: '山东省青岛市黄岛区长江中路 230 号' },
        representative: '孙海宁',
        parent: {
          name: '青岛海桥商业银行股份有限公司',
          identifier: { scheme: 'uscc', value: '91370200MA3MJ09W5M' },
          address: { country: 'CN', division: '370202', line: '山东省青岛市市南区香港中路 61 号' },
          representative: '于振国',
        },
      },
    ],
    debtors: [
      {
        kind: 'organization',
        name: '山东远丰粮油贸易有限公司',
        identifier: { scheme: 'uscc', value: '91370000MA3CA08E3U' },
        address: { country: 'CN', division: '371102', line: '山东省日照市东港区海滨五路 77 号' },
        representative: '刘广田',
      },
    ],
    collateral: {
      documentClass: 'warehouse_receipt',
      medium: 'electronic',
      items: [
        {
          name: '电子仓单',
          documentNumber: 'QDGC-WR-20260908-0034',
          issuer: '青岛港畅仓储物流有限公司',
          goods: '进口大豆，国标三级，散装',
          quantity: 2600,
          unit: '吨',
          faceAmount: '10920000.00',
          currency: 'CNY',
          location: '青岛市黄岛区前湾港路 18 号 5 号筒仓',
          issueDate: '2026-09-08',
          dueDate: '2027-03-07',
        },
      ],
    },
    termMonths: 6,
    securedAmount: { currency: 'CNY', amount: '7600000.00' },
    contracts: [
      { number: 'HQ-HD-2026-ZY-0911', name: '仓单质押合同', date: '2026-09-11' },
      { number: 'HQ-HD-2026-LD-0911', name: '流动资金借款合同', date: '2026-09-11' },
    ],
    declaration: true,
  },
})

/** One row a document: what it says, and of deposits the face amount or of goods what and how much. */
function documentColumns(): readonly Field[] {
  return [
    line('name', text('凭证名称', 'Name'), {
      required: true,
      hint: text(
        '例如“定期存款单”“电子仓单”“海运提单”。',
        'For example “time deposit certificate”, “ocean bill of lading”.',
      ),
    }),
    line('documentNumber', text('凭证编号', 'Document number'), { required: true, assetKey: 'document_number' }),
    line('issuer', text('签发人', 'Issuer'), {
      required: true,
      hint: text('存款行、保管人或者承运人。', 'The bank, the warehouse or the carrier.'),
    }),
    decimal('faceAmount', text('票面金额或者货值', 'Face amount or value')),
    currency('currency', text('币种', 'Currency'), {
      hint: text('三位字母代码，例如 CNY。', 'Three letters, such as CNY.'),
    }),
    line('goods', text('仓储物或者货物', 'Goods')),
    number('quantity', text('数量', 'Quantity')),
    line('unit', text('单位', 'Unit'), { maxCharacters: 20 }),
    line('location', text('存放地或者目的港', 'Place of storage or port of destination'), { maxCharacters: 500 }),
    date('issueDate', text('签发日期', 'Date of issue')),
    date('dueDate', text('到期日或者提货日', 'Due date or date of collection'), {
      hint: text(
        '先于主债权到期的，质权人可以兑现或者提货（民法典第四百四十二条）。',
        'If it comes before the secured claim is due, the pledgee may collect (Civil Code art. 442).',
      ),
    }),
  ]
}

import { text } from '../../platform/text.ts'
import { description } from './collateral-fields.ts'
import { amount, choice, date, defineForm, line } from './define-form.ts'
import { machineOrVehicleItems } from './machine-items.ts'

/** Finance lease 融资租赁 (Civil Code art. 745). A finance lease of a vehicle is registrable here; its mortgage is not. */
export const financeLease = defineForm({
  securityType: 'finance_lease',
  label: text('融资租赁', 'Finance lease'),
  effect: text(
    '登记使出租人对租赁物的所有权得以对抗善意第三人（民法典第七百四十五条）。',
    'Registration makes the lessor’s ownership good against third parties in good faith (Civil Code art. 745).',
  ),
  securedPartyLabel: text('出租人', 'Lessor'),
  debtorLabel: text('承租人', 'Lessee'),
  note: text(
    '机动车的融资租赁可以在此登记；机动车的抵押不在此登记。',
    'A finance lease of a motor vehicle is registered here; its mortgage is not.',
  ),
  fields: [
    line('leaseContractNumber', text('租赁合同编号', 'Lease contract number'), {
      required: true,
      assetKey: 'contract_number',
    }),
    date('leaseContractDate', text('合同签订日期', 'Date of the contract')),
    choice(
      'leaseForm',
      text('租赁方式', 'Form of lease'),
      [
        { value: 'direct', label: text('直接租赁', 'Direct lease') },
        { value: 'sale_and_leaseback', label: text('售后回租', 'Sale and leaseback') },
      ],
      { required: true },
    ),
    amount('rentTotal', text('租金总额', 'Total rent')),
    description(text('租赁物概括性描述', 'General description of the leased property')),
    machineOrVehicleItems(text('租赁物明细', 'Leased items')),
  ],
  example: {
    securityType: 'finance_lease',
    securedParties: [
      {
        kind: 'organization',
        name: '沪东融资租赁（上海）有限公司',
        identifier: { scheme: 'uscc', value: '91310000MA1FL00157' },
        address: { country: 'CN', division: '310115', line: '上海市浦东新区世纪大道 1500 号 12 层' },
        representative: '周敏',
      },
    ],
    debtors: [
      {
        kind: 'organization',
        name: '苏州恒锐精密机械有限公司',
        identifier: { scheme: 'uscc', value: '91320500MA1FL00230' },
        address: { country: 'CN', division: '320505', line: '江苏省苏州市高新区科技城锦峰路 8 号' },
        representative: '陈立群',
      },
    ],
    collateral: {
      leaseContractNumber: 'HDZL-2026-0318',
      leaseContractDate: '2026-03-18',
      leaseForm: 'sale_and_leaseback',
      rentTotal: { currency: 'CNY', amount: '12800000.00' },
      description: '位于苏州市高新区锦峰路 8 号二号厂房的五轴加工中心及其附属设备。',
      items: [
        {
          name: '五轴联动加工中心',
          model: 'VMC-850U',
          quantity: 2,
          unit: '台',
          maker: '宁北数控机床有限公司',
          serialNumber: 'VMC850U-20260211-07',
          location: '苏州市高新区锦峰路 8 号二号厂房',
        },
      ],
    },
    termMonths: 36,
    securedAmount: { currency: 'CNY', amount: '12800000.00' },
    contracts: [{ number: 'HDZL-2026-0318', name: '融资租赁合同（售后回租）', date: '2026-03-18' }],
    declaration: true,
  },
})

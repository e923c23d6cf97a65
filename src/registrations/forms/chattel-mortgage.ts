import { text } from '../../platform/text.ts'
import { description } from './collateral-fields.ts'
import { choice, defineForm, yesNo } from './define-form.ts'
import { machineItems } from './machine-items.ts'

/** Mortgage of equipment, raw materials, semi-finished goods and products 动产抵押 (Civil Code arts. 395, 396, 403). */
export const chattelMortgage = defineForm({
  securityType: 'chattel_mortgage',
  label: text(
    '生产设备、原材料、半成品、产品抵押',
    'Mortgage of production equipment, raw materials, semi-finished goods or products',
  ),
  effect: text(
    '抵押权自抵押合同生效时设立；登记使其得以对抗善意第三人（民法典第四百零三条）。',
    'Registration makes the mortgage good against third parties in good faith; ' +
      'it arises with its contract (Civil Code art. 403).',
  ),
  securedPartyLabel: text('抵押权人', 'Mortgagee'),
  debtorLabel: text('抵押人', 'Mortgagor'),
  note: text(
    '机动车、船舶、航空器的抵押不在此登记，应向各自的登记机构办理。',
    'Mortgages of motor vehicles, ships and aircraft are not registered here but in their own registers.',
  ),
  fields: [
    choice(
      'assetClass',
      text('抵押财产类别', 'Class of asset'),
      [
        { value: 'production_equipment', label: text('生产设备', 'Production equipment') },
        { value: 'raw_materials', label: text('原材料', 'Raw materials') },
        { value: 'semi_finished_goods', label: text('半成品', 'Semi-finished goods') },
        { value: 'products', label: text('产品', 'Products') },
        { value: 'several', label: text('以上多类', 'Several of these') },
      ],
      {
        required: true,
        hint: text(
          '抵押财产不属于这四类的，请改用“其他可以登记的动产和权利担保”。',
          'For other movable property use “Other security in movable property and rights”.',
        ),
      },
    ),
    yesNo('floating', text('动产浮动抵押', 'Floating charge'), {
      hint: text(
        '以现有的以及将有的生产设备、原材料、半成品、产品抵押（民法典第三百九十六条）；可只作概括性描述，不必列明细。',
        'Over present and future equipment, raw materials, semi-finished goods and products (Civil Code art. 396). ' +
          'A general description is enough; items need not be listed.',
      ),
    }),
    description(text('抵押财产概括性描述', 'General description of the mortgaged property')),
    machineItems(text('抵押财产明细', 'Mortgaged items')),
  ],
  example: {
    securityType: 'chattel_mortgage',
    securedParties: [
      {
        kind: 'organization',
        name: '杭州越岭商业银行股份有限公司',
        identifier: { scheme: 'uscc', value: '91330100MA27X01K7A' },
        address: { country: 'CN', division: '330106', line: '浙江省杭州市西湖区文三路 188 号' },
        representative: '郑维安',
      },
    ],
    debtors: [
      {
        kind: 'organization',
        name: '绍兴市越城区沐川织造厂',
        identifier: { scheme: 'uscc', value: '92330600MA2BD02R55' },
        address: { country: 'CN', division: '330602', line: '浙江省绍兴市越城区马山街道越兴路 27 号' },
        representative: '沈丽华',
        owner: {
          name: '沈丽华',
          identifier: { scheme: 'resident_id', value: '330602197509239924' },
          address: { country: 'CN', division: '330602', line: '浙江省绍兴市越城区府山街道环山路 6 号' },
        },
      },
    ],
    collateral: {
      assetClass: 'several',
      floating: true,
      description:
        '抵押人现有的以及将有的全部生产设备、原材料、半成品、产品，主要为位于绍兴市越城区越兴路 27 号厂区的织机、化纤丝和坯布。',
      items: [
        {
          name: '喷水织机',
          model: 'JW-408-190',
          quantity: 24,
          unit: '台',
          maker: '青岛织源纺织机械有限公司',
          serialNumber: 'ZY408-2025-0117',
          location: '绍兴市越城区越兴路 27 号一号车间',
        },
      ],
    },
    termMonths: 24,
    maximumAmountSecurity: true,
    ceiling: { currency: 'CNY', amount: '3000000.00' },
    contracts: [
      { number: 'YLYH-2026-DY-0412', name: '最高额浮动抵押合同', date: '2026-04-12' },
      { number: 'YLYH-2026-SX-0412', name: '综合授信合同', date: '2026-04-12' },
    ],
    declaration: true,
  },
})

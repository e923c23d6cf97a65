import { text } from '../../platform/text.ts'
import { description } from './collateral-fields.ts'
import { choice, defineForm, line } from './define-form.ts'
import { machineOrVehicleItems } from './machine-items.ts'

/** Other security in movable property and rights that can be registered 其他可以登记的动产和权利担保 (the Measures, art. 2). */
export const other = defineForm({
  securityType: 'other',
  label: text('其他可以登记的动产和权利担保', 'Other security in movable property and rights'),
  effect: text(
    '登记起公示作用，其效力依该项权利所适用的法律：动产抵押，登记使其得以对抗善意第三人（民法典第四百零三条）；' +
      '动产质押自交付时设立（第四百二十九条）；留置权依法产生，不以登记为条件（第四百四十七条）；' +
      '保证金质押除登记外，还须由担保权人实际控制账户。',
    'Registration gives notice; its effect follows the law of the right: it makes a mortgage of movables good ' +
      'against third parties in good faith (Civil Code art. 403); a pledge of movables arises on delivery (art. 429); ' +
      'a lien arises by law without registration (art. 447); a margin account pledge needs control of the account besides.',
  ),
  securedPartyLabel: text('担保权人', 'Secured party'),
  debtorLabel: text('担保人', 'Debtor'),
  note: text(
    '机动车、船舶、航空器的抵押，债券、基金份额、股权的质押，以及知识产权中的财产权的质押，不在此登记。',
    'Mortgages of motor vehicles, ships and aircraft, and pledges of bonds, fund units, shares and property rights ' +
      'in intellectual property are not registered here.',
  ),
  fields: [
    choice(
      'subClass',
      text('担保类型', 'Class of security'),
      [
        { value: 'lien', label: text('留置权', 'Lien') },
        { value: 'margin_account_pledge', label: text('保证金质押', 'Margin account pledge') },
        { value: 'inventory', label: text('存货', 'Inventory') },
        { value: 'trust', label: text('动产信托', 'Trust of movables') },
        { value: 'other', label: text('其他', 'Other') },
      ],
      { required: true },
    ),
    line('subClassName', text('担保名称', 'Name of the security'), {
      hint: text(
        '担保类型为“其他”的，写明是何种担保，例如“办公设备抵押”。',
        'If the class is “Other”, say what the security is, for example “mortgage of office equipment”.',
      ),
    }),
    description(
      text('担保财产概括性描述', 'General description of the collateral'),
      text(
        '描述应能合理识别担保财产（办法第九条）。保证金质押写明开户行、户名和账号，存货写明品类和存放地，留置写明占有的原因；填写明细的，可不填。',
        'It must reasonably identify the collateral (art. 9 of the Measures). For a margin account name the bank, ' +
          'the account’s name and number; for inventory its kind and place; for a lien why the goods are held. ' +
          'May be left out where items are listed.',
      ),
    ),
    machineOrVehicleItems(text('担保财产明细', 'List of collateral')),
  ],
  example: {
    securityType: 'other',
    securedParties: [
      {
        kind: 'organization',
        name: '成都锦汇商业银行股份有限公司',
        identifier: { scheme: 'uscc', value: '91510100MA61U16DXT' },
        address: { country: 'CN', division: '510104', line: '四川省成都市锦江区东大街 216 号' },
        representative: '罗思远',
      },
    ],
    debtors: [
      {
        kind: 'organization',
        name: '成都蜀信融资担保有限公司',
        identifier: { scheme: 'uscc', value: '91510100MA6CN17B1D' },
        address: { country: 'CN', division: '510107', line: '四川省成都市武侯区人民南路四段 45 号' },
        representative: '唐晓蓉',
      },
    ],
    collateral: {
      subClass: 'margin_account_pledge',
      description:
        '担保人在担保权人营业部开立的担保业务保证金专户（户名：成都蜀信融资担保有限公司保证金专户，账号 8108 0100 2266 0391）内的全部资金及其利息，账户由担保权人控制，非经其同意不得支取。',
    },
    termMonths: 36,
    securedAmount: { currency: 'CNY', amount: '5000000.00' },
    scope: '担保业务合作协议项下的代偿本金、利息、违约金和实现债权的费用',
    contracts: [{ number: 'JH-BZJ-2026-0077', name: '保证金质押合同', date: '2026-05-20' }],
    declaration: true,
  },
})

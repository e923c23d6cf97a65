import { type Text, text } from '../../platform/text.ts'

/** A security type that the law registers elsewhere. `register` names the place to go to. */
export type ExcludedAsset = { readonly securityType: string; readonly label: Text; readonly register: Text }

/** The security types that are known and refused (the Measures, art. 2), each with the register to go to instead. */
export const excludedAssets: readonly ExcludedAsset[] = [
  {
    securityType: 'motor_vehicle_mortgage',
    label: text('机动车抵押', 'Mortgage of a motor vehicle'),
    register: text(
      '公安机关交通管理部门（车辆管理所）',
      'the vehicle administration office of the public security traffic authority',
    ),
  },
  {
    securityType: 'ship_mortgage',
    label: text('船舶抵押', 'Mortgage of a ship'),
    register: text(
      '海事管理机构（海事局）船舶登记机关',
      'the ship registry of the Maritime Safety Administration (MSA)',
    ),
  },
  {
    securityType: 'aircraft_mortgage',
    label: text('航空器抵押', 'Mortgage of an aircraft'),
    register: text(
      '中国民用航空局民用航空器权利登记处',
      'the civil aircraft rights register of the Civil Aviation Administration of China (CAAC)',
    ),
  },
  {
    securityType: 'bond_pledge',
    label: text('债券质押', 'Pledge of bonds'),
    register: text(
      '债券托管的登记结算机构：中国证券登记结算有限责任公司、中央国债登记结算有限责任公司或者上海清算所',
      'the depository that holds the bonds: China Securities Depository and Clearing, ' +
        'China Central Depository & Clearing, or Shanghai Clearing House',
    ),
  },
  {
    securityType: 'fund_unit_pledge',
    label: text('基金份额质押', 'Pledge of fund units'),
    register: text(
      '登记该基金份额的登记结算机构，通常为中国证券登记结算有限责任公司',
      'the depository that records the units, as a rule China Securities Depository and Clearing',
    ),
  },
  {
    securityType: 'share_pledge',
    label: text('股权质押', 'Pledge of shares'),
    register: text(
      '公司登记地的市场监督管理部门；上市公司股份向中国证券登记结算有限责任公司办理',
      'the market regulation authority where the company is registered; ' +
        'for shares of listed companies, China Securities Depository and Clearing',
    ),
  },
  {
    securityType: 'ip_pledge',
    label: text('知识产权中的财产权质押', 'Pledge of property rights in intellectual property'),
    register: text(
      '专利权、注册商标专用权向国家知识产权局办理；著作权向国家版权局办理',
      'the National Intellectual Property Administration for patents and trade marks; ' +
        'the National Copyright Administration for copyright',
    ),
  },
]

/** The excluded security type of this name; undefined for one that is registrable here, or unknown. */
export function excludedAssetOf(securityType: string): ExcludedAsset | undefined {
  return excludedAssets.find((each) => each.securityType === securityType)
}

import type { Role } from '../accounts/person.ts'
import type { Address, Identifier } from '../parties/party.ts'
import { makeResidentId } from '../parties/resident-id.ts'
import { makeUscc } from '../parties/uscc.ts'

/** The institutions and people of the sandbox. Invented; any likeness is chance. */
export const sandboxAccounts: readonly {
  kind: 'institution' | 'individual' | 'registrar' | 'court'
  name: string
  identifier?: Identifier
  address?: Address
  representative?: string
}[] = [
  {
    kind: 'institution',
    name: '东湖商业银行股份有限公司武汉分行',
    identifier: { scheme: 'uscc', value: makeUscc('91420100MA4K0001X') },
    address: { country: 'CN', division: '420106', line: '湖北省武汉市武昌区中北路 118 号' },
    representative: '沈立民',
  },
  {
    kind: 'institution',
    name: '甬江融资租赁（宁波）有限公司',
    identifier: { scheme: 'uscc', value: makeUscc('91330200MA2A0002Y') },
    address: { country: 'CN', division: '330206', line: '浙江省宁波市北仑区梅山保税港区成海路 6 号' },
    representative: '虞晓岚',
  },
  {
    kind: 'individual',
    name: '林知远',
    identifier: { scheme: 'resident_id', value: makeResidentId('42010619880412301') },
    address: { country: 'CN', division: '420106', line: '湖北省武汉市武昌区水果湖路 21 号 3 单元 502' },
  },
  { kind: 'registrar', name: 'Encumbra 登记机构' },
  { kind: 'court', name: '东湖市中级人民法院' },
]

const [bank, lessor, person, office, court] = sandboxAccounts as readonly { name: string }[] as [
  { name: string },
  { name: string },
  { name: string },
  { name: string },
  { name: string },
]

export const sandboxUsers = [
  user('administrator', 'bank-admin', '周敏（管理员）', 'administrator', bank.name, '管理员 administrator'),
  user('operator', 'bank-operator', '陈立群（操作员）', 'operator', bank.name, '操作员 operator'),
  user(
    'otherAdministrator',
    'lessor-admin',
    '方若溪（管理员）',
    'administrator',
    lessor.name,
    '另一机构管理员 administrator 2',
  ),
  user('otherOperator', 'lessor-operator', '何启明（操作员）', 'operator', lessor.name, '另一机构操作员 operator 2'),
  user('searcher', 'searcher', '林知远', 'searcher', person.name, '普通用户 searcher'),
  user('registrar', 'registrar-1', '登记员甲', 'registrar', office.name, '登记员 registrar'),
  user('secondRegistrar', 'registrar-2', '登记员乙', 'registrar', office.name, '登记员 registrar 2'),
  user('court', 'court-clerk', '秦书记员', 'court', court.name, '法院 court'),
] as const

export type SandboxUser = (typeof sandboxUsers)[number]

function user<const N extends string>(
  name: N,
  loginName: string,
  displayName: string,
  role: Role,
  account: string,
  words: string,
) {
  return { name, loginName, displayName, role, account, words }
}

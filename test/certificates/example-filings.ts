import type { RegistrationCertificateFacts } from '../../src/certificates/certificate-facts.ts'
import { filingFacts } from '../../src/certificates/filing-facts.ts'
import { makeResidentId } from '../../src/parties/resident-id.ts'
import { makeUscc } from '../../src/parties/uscc.ts'
import { composeNumber } from '../../src/platform/numbers.ts'
import type { FilingKind } from '../../src/registrations/act.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import type { FoldedFiling } from '../../src/registrations/registration-state.ts'

/** Filings of every kind and changes of every type, for the tests of their certificates. */
export type Case = { name: string; filings: FoldedFiling[]; says: string[] }

/** Numbers of nobody, and what else is not for the public. */
export const CANARIES: string[] = []

const identityNumber = (nth: number) => {
  const number = makeResidentId(`1101051980010${String(1000 + nth)}`)
  CANARIES.push(number)
  return number
}

const STREET = '东湖市湖滨区柳巷 7 号 302 室'
const REFERENCE = 'OWN-REFERENCE-77'
const ACCOUNT = 'ACCOUNT-OF-TRANSFEREE'
CANARIES.push(STREET, REFERENCE, ACCOUNT)

export const individual = (name: string, nth: number) => ({
  kind: 'individual' as const,
  name,
  identifier: { scheme: 'resident_id', value: identityNumber(nth) },
  address: { country: 'CN', division: '310115', line: STREET },
})

const organization = (name: string, nth: number) => ({
  kind: 'organization' as const,
  name,
  identifier: { scheme: 'uscc', value: makeUscc(`91310000MB000${1000 + nth}`) },
  address: { country: 'CN', division: '310115', line: '上海市浦东新区张江路 9 号' },
  representative: '王强',
})

const lease = () => structuredClone(formOf('finance_lease')!.example) as Record<string, any>
const debtor = lease().debtors[0]
const summary = ({
  kind,
  name,
  identifier,
}: {
  kind: 'individual' | 'organization'
  name: string
  identifier: object
}) => ({
  kind,
  name,
  identifier,
})

type Step = [FilingKind, Record<string, unknown>]

/** A registration of the finance lease’s example with acts on it, a day apart. */
function filingsOf(acts: readonly Step[]): FoldedFiling[] {
  const all: Step[] = [['initial', { ...lease(), filerReference: REFERENCE }], ...acts]
  return all.map(([kind, content], at) => ({
    sequence: 12_345 + at * 7,
    filedAt: `2026-11-${String(2 + at).padStart(2, '0')}T06:03:05.${String(998877 - at)}Z`,
    filedOn: `2026-11-${String(2 + at).padStart(2, '0')}`,
    filingNumber: numberOf(at),
    kind,
    account: 1,
    content,
  }))
}

/** The number of a registration’s nth filing; 0 is the initial one. */
const numberOf = (at: number) => composeNumber(`2026-11-${String(2 + at).padStart(2, '0')}`, `012345678${at % 10}`)

const document = { issuer: '东湖市中级人民法院', number: '（2026）鄂01民终8号', issuedOn: '2026-11-01' }
const people = { proposedBy: '登记员甲', approvedBy: '登记员乙' }
const DOCUMENT_SAID = ['东湖市中级人民法院', '（2026）鄂01民终8号', '登记员甲', '登记员乙', 'Approved by']

const objector = individual('钱异议', 1)
const said = { statement: '租赁物已于上月退还，登记内容有误。', relation: '实际使用人', demandedOn: '2026-10-20' }
const objection: Step = ['objection', { ...said, refused: true, objector: summary(objector), declaration: true }]
const debtorObjects: Step = [
  'objection',
  {
    statement: '债务已经清偿。',
    relation: '承租人',
    demandedOn: '2026-10-21',
    refused: false,
    objector: summary(debtor),
  },
]
const acceptance: Step = [
  'case_acceptance',
  { objection: numberOf(1), court: '东湖市人民法院', caseNumber: '（2026）鄂0192民初5号', acceptedOn: '2026-11-03' },
]
const WHOLE = { scope: 'registration', document, applicant: '孙某某', people }
const MET = ['钱异议', '租赁物已于上月退还', '实际使用人', '2026年10月20日', '不同意变更或者注销']

const amendment = (...changes: object[]): Step => ['amendment', { changes, declaration: true }]
const ITEM = { serialNumber: 'VMC850U-20260211-07' }

/** Changes of every type, each with what its certificate says. */
const changes: Record<string, [object[], string[]]> = {
  add_collateral: [
    [
      {
        type: 'add_collateral',
        description: '新购夹具',
        items: [{ name: '激光切割机', serialNumber: 'L-77', quantity: 7 }],
      },
    ],
    ['自本次变更登记时起排序（办法第十三条）', 'L-77', '第 2 部分（共 2 部分）'],
  ],
  release_collateral: [
    [{ type: 'release_collateral', items: [ITEM], description: '旧刀具不再担保' }],
    ['解除的明细', '填报的解除项目', '旧刀具不再担保', '以文字解除的担保财产'],
  ],
  add_debtor: [
    [{ type: 'add_debtor', party: individual('钱多多', 2) }],
    ['自本次变更登记时起算', '起列入登记', 'on the registration since 3 Nov 2026'],
  ],
  release_debtor: [
    [
      { type: 'add_debtor', party: organization('短暂加入有限公司', 1) },
      { type: 'release_debtor', index: 1 },
    ],
    ['变更 2/2：解除担保人', '短暂加入有限公司'],
  ],
  rename_party: [
    [
      { type: 'rename_party', role: 'debtor', index: 0, name: '恒锐更名有限公司', changedOn: '2026-10-08' },
      { type: 'add_debtor', party: individual('郑原名', 3) },
      {
        type: 'rename_party',
        role: 'debtor',
        index: 1,
        name: '郑更名',
        identifier: individual('郑更名', 10).identifier,
        changedOn: '2026-11-01',
      },
    ],
    ['变更前的名称和证件号码仍可查得', '2026年11月1日前为', '郑原名', '2026年10月8日前为', '恒锐更名有限公司'],
  ],
  transfer_secured_party: [
    [
      {
        type: 'transfer_secured_party',
        index: 0,
        to: individual('赵受让', 4),
        toAccount: ACCOUNT,
        assignee: { account: 9, name: ACCOUNT },
      },
    ],
    ['受让人姓名', '赵受让', '转让人', '受让人账户'],
  ],
  merge_parties: [
    [
      { type: 'add_debtor', party: individual('孙共同', 5) },
      {
        type: 'merge_parties',
        role: 'debtor',
        indexes: [0, 1],
        into: organization('合并后存续有限公司', 2),
        changedOn: '2026-11-02',
      },
    ],
    ['当事人合并', '合并前的承租人（1/2）', '合并前的承租人（2/2）', '孙共同', '合并后名称', '合并日期', 'Merged on'],
  ],
  divide_party: [
    [
      {
        type: 'divide_party',
        role: 'debtor',
        index: 0,
        into: [organization('分立甲有限公司', 3), individual('李分立', 6)],
        changedOn: '2026-11-02',
      },
    ],
    ['当事人分立', '分立前的承租人', '分立后（1/2）名称', '分立后（2/2）姓名', '分立日期', 'After (2 of 2): Name'],
  ],
  transfer_asset: [
    [
      {
        type: 'transfer_asset',
        index: 0,
        to: individual('周新主', 7),
        transferredOn: '2026-10-30',
        items: [ITEM],
        description: '整机',
      },
      { type: 'release_debtor', index: 0 },
    ],
    [
      '担保财产转让他人',
      '民法典第四百零六条',
      '转让的明细',
      '五轴联动加工中心',
      '2026年10月30日自苏州恒锐精密机械有限公司受让担保财产',
    ],
  ],
  change_amount: [
    [
      { type: 'change_amount', securedAmount: { currency: 'CNY', amount: '13000000.00' } },
      { type: 'change_amount', securedAmount: { currency: 'CNY', amount: '12000000.00' } },
    ],
    ['CNY 12,800,000.00', 'CNY 12,000,000.00', '此前的主债权金额', '增加的部分自该时起算', '变更 2/2'],
  ],
  rank_note: [[{ type: 'rank_note', text: '经各方同意，后于第三人受偿' }], ['后于第三人受偿', '附记']],
  correction: [
    [
      {
        type: 'correction',
        statement: '承租人名称漏字，合同编号误写',
        party: { role: 'debtor', index: 0, party: individual('吴更正', 8) },
        terms: {
          scope: '主债权及利息',
          ceiling: { currency: 'CNY', amount: '15000000.00' },
          securedAmount: { currency: 'CNY', amount: '12900000.00' },
          negativePledge: true,
          filerReference: REFERENCE,
          contracts: [{ number: 'HDZL-2026-0319', name: '融资租赁合同', date: '2026-03-19' }],
        },
        item: { was: ITEM, is: { ...lease().collateral.items[0], serialNumber: 'VMC850U-RIGHT-08' } },
        description: { part: 0, is: '位于三号厂房的五轴加工中心。' },
      },
    ],
    [
      ...[
        '更正登记错误',
        '更正前名称',
        '更正后姓名',
        '更正前主债权金额',
        '更正前担保范围',
        'none stated',
        '更正前合同',
      ],
      ...['HDZL-2026-0318', 'HDZL-2026-0319', 'VMC850U-20260211-07', 'VMC850U-RIGHT-08', '更正前的描述', '三号厂房'],
      ...['本部分曾于', '其他约定', '最高债权额', 'CNY 12,900,000.00', '更正前的名称和证件号码仍可查得'],
    ],
  ],
}

const acts: [string, Step[], string[]][] = [
  ['renewal', [['renewal', { additionalMonths: 24, declaration: true }]], ['展期登记证明', '60 个月', '顺位']],
  [
    'discharge',
    [['discharge', { reason: 'other', reasonText: '合同解除', declaration: true }]],
    ['注销登记证明', '合同解除'],
  ],
  [
    'objection',
    [objection],
    [
      ...['异议登记证明', 'Certificate of objection', ...MET, '办法第十八条', '该登记继续在效', '通知担保权人'],
      ...['办法第十九条', '2026年11月10日', '2026年12月3日 24:00', '办法第二十条', '本登记载有 1 项未了结的异议'],
      ...['不是登记所载担保人', '异议人的声明', '在效', 'art. 19'],
    ],
  ],
  ['objection by a debtor', [debtorObjects], ['是登记所载担保人', '未予答复', 'no answer']],
  [
    'objection_withdrawal',
    [objection, ['objection_withdrawal', { objection: numberOf(1), reason: '已经和解', declaration: true }]],
    ['撤回异议证明', ...MET, '已经和解', '由异议人撤回', '异议终止时间', '登记本身不因此变动'],
  ],
  [
    'case_acceptance',
    [objection, acceptance],
    [
      '案件受理通知证明',
      ...MET,
      '东湖市人民法院',
      '（2026）鄂0192民初5号',
      '该异议继续记载',
      '本登记载有 1 项未了结的异议',
    ],
  ],
  [
    'objection_lapse',
    [objection, ['objection_lapse', { objection: numberOf(1) }]],
    ['异议失效证明', ...MET, '自行撤销异议登记', '2026年12月3日', '办理机构', '只审查期限是否届满'],
  ],
  [
    'revocation of the registration',
    [['revocation', { ...WHOLE, statement: '判决确认登记无效' }]],
    [
      '撤销登记证明',
      ...DOCUMENT_SAID,
      '孙某某',
      '整项登记',
      '已撤销',
      '判决确认登记无效',
      '办法第二十一条',
      '自该时起终止',
    ],
  ],
  [
    'revocation of a part',
    [
      amendment({ type: 'add_debtor', party: individual('钱多多', 9) }),
      [
        'revocation',
        {
          ...WHOLE,
          scope: 'part',
          changes: [
            { type: 'release_collateral', items: [ITEM], description: '附属设备' },
            { type: 'release_debtor', index: 1 },
          ],
        },
      ],
    ],
    [
      ...DOCUMENT_SAID,
      '撤销 1/2：解除部分担保财产',
      '五轴联动加工中心',
      '钱多多',
      '以文字撤销的担保财产',
      '其余部分继续在效',
    ],
  ],
  [
    'revocation of an objection',
    [objection, ['revocation', { ...WHOLE, scope: 'objection', objection: numberOf(1) }]],
    [...DOCUMENT_SAID, ...MET, '撤销的异议', '登记本身不因此变动'],
  ],
  [
    'correction',
    [['correction', { statement: '登记系统录入错误', changes: changes.correction![0], document, people }]],
    [
      '更正登记证明',
      ...DOCUMENT_SAID,
      '登记系统录入错误',
      '因自身差错',
      '登记机构不保证更正内容的顺位',
      '更正后的担保财产',
    ],
  ],
  [
    'reinstatement',
    [
      ['revocation', WHOLE],
      ['reinstatement', { reason: 'reversed_judgment', statement: '再审改判', document, people }],
      ['discharge', { reason: 'other', declaration: true }],
      ['reinstatement', { reason: 'wrongful_discharge', statement: '误注销', people }],
    ],
    [
      ...[
        '恢复登记证明',
        '误注销',
        '注销有误',
        '失效期间',
        '自该时起重新在效',
        '不保证恢复登记的顺位',
        'promises no rank',
      ],
      ...['2026年11月5日', '2026年11月6日', '被撤销，至', '恢复后的担保财产', '登记员乙'],
    ],
  ],
  [
    'amendment while objections are open',
    [objection, acceptance, debtorObjects, amendment({ type: 'rank_note', text: '甲' })],
    ['本登记载有 2 项未了结的异议', '案件已由东湖市人民法院受理', '未提交案件受理通知的，由登记机构撤销', '钱异议'],
  ],
]

export const CASES: Case[] = [
  { name: 'initial', filings: filingsOf([]), says: ['登记证明', REFERENCE] },
  ...acts.map(([name, steps, says]) => ({ name, filings: filingsOf(steps), says })),
  ...Object.entries(changes).map(([type, [given, says]]) => ({
    name: `amendment: ${type}`,
    filings: filingsOf([amendment(...given)]),
    says,
  })),
]

const FILED_BY_OFFICE: readonly FilingKind[] = ['objection_lapse', 'revocation', 'correction', 'reinstatement']

export function factsOf({ filings }: Pick<Case, 'filings'>): RegistrationCertificateFacts {
  const office = FILED_BY_OFFICE.includes(filings.at(-1)!.kind)
  return filingFacts(filings, { register: 'Encumbra', filer: office ? '登记机构' : '沪东融资租赁（上海）有限公司' })
}

import t from 'tap'
import { type AnnouncedFiling, noticesOf } from '../../src/notices/filing-recipients.ts'
import type { NoticeDetails } from '../../src/notices/notice.ts'

/* Accounts: 1 files, 2 is the secured party, 3 the debtor, 4 another filer, 5 objected, 9 is the register's office. */
const uscc = (value: string) => ({ identifier: { scheme: 'uscc', value } })
const accounts = new Map([
  ['uscc:SECURED', [{ account: 2, key: 'uscc:SECURED' }]],
  [
    'uscc:DEBTOR',
    [
      { account: 3, key: 'uscc:DEBTOR' },
      { account: 33, key: 'uscc:DEBTOR' },
    ],
  ],
])
const standing = { filer: 1, securedParties: [uscc('secured')], debtors: [uscc('DEBTOR'), uscc('UNKNOWN')] }

t.test('whose notice, and as what', async (t) => {
  const lines: [string, Partial<AnnouncedFiling>, Record<number, string[]>][] = [
    ['the filer acts', { account: 1 }, { 2: ['secured_party'], 3: ['debtor'], 33: ['debtor'] }],
    [
      'a debtor objects: the filer hears of it',
      { account: 3, kind: 'objection' },
      { 1: ['filer'], 2: ['secured_party'], 33: ['debtor'] },
    ],
    [
      'the register acts: the objector hears of it too',
      { account: 9, kind: 'objection_lapse', objectors: [5, 3] },
      { 1: ['filer'], 2: ['secured_party'], 3: ['debtor', 'objector'], 33: ['debtor'], 5: ['objector'] },
    ],
    [
      'another becomes the filer: both hear of it',
      { account: 9, states: [standing, { ...standing, filer: 4, securedParties: [] }] },
      { 1: ['filer'], 2: ['secured_party'], 3: ['debtor'], 33: ['debtor'], 4: ['filer'] },
    ],
    [
      'an account that is everything is told once',
      { account: 9, states: [{ filer: 2, securedParties: [uscc('SECURED')], debtors: [uscc('SECURED')] }] },
      { 2: ['filer', 'secured_party', 'debtor'] },
    ],
  ]
  for (const [name, filing, told] of lines) {
    const notices = noticesOf(
      {
        sequence: 12,
        filingNumber: '20261122000000000101',
        registrationNumber: '20261122000000000004',
        kind: 'renewal',
        account: 1,
        filedOn: '2026-11-22',
        states: [standing],
        objectors: [],
        ...filing,
      },
      accounts,
    ).filter(({ kind }) => kind === 'filing_made')
    t.same(
      Object.fromEntries(
        notices.map(({ account, details }) => [account, (details as NoticeDetails['filing_made']).as]),
      ),
      told,
      name,
    )
    for (const { account, source } of notices) t.equal(source, `filing:12:account:${account}`)
  }
})

t.test('what a filing asks of somebody', async (t) => {
  const filing: AnnouncedFiling = {
    sequence: 12,
    filingNumber: '20261122000000000101',
    registrationNumber: '20261122000000000004',
    kind: 'objection',
    account: 3,
    filedOn: '2026-11-22',
    states: [standing],
    objectors: [],
  }
  const asked = (more: Partial<AnnouncedFiling>) =>
    noticesOf({ ...filing, ...more }, accounts)
      .filter(({ kind }) => kind !== 'filing_made')
      .map(({ kind, account }) => `${account}: ${kind}`)
  t.same(asked({}), ['1: objection_to_answer', '3: objection_due'])
  t.same(asked({ kind: 'renewal' }), [])
  t.same(asked({ kind: 'amendment', account: 1, states: [standing, { ...standing, filer: 4 }] }), [
    '4: code_to_collect',
  ])
})

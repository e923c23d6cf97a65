import t from 'tap'
import { type NoticeContent, type NoticeDetails, type NoticeKind, recipientRoles } from '../../src/notices/notice.ts'
import { noticeSentence, roleLabels } from '../../src/notices/notice-wording.ts'
import { filingKinds } from '../../src/registrations/act.ts'
import { everyKind } from './one-of-each.ts'

/** What each kind must say, in each language. */
const said: { readonly [K in keyof NoticeDetails]: readonly [zh: RegExp, en: RegExp] } = {
  filing_made: [
    /展期登记已经办理。您在这项登记中是填表人、担保人。/,
    /Renewal filed\. In this registration you are: filer, debtor\./,
  ],
  discharge_demanded: [/2026年12月9日以前（含当日）/, /end of 9 Dec 2026/],
  code_replacement_requested: [/2026年11月28日 14:00:00（北京时间）起/, /from 28 Nov 2026 14:00:00 \(UTC\+8\)/],
  code_replacement_done: [/旧码不能再用/, /old one no longer works/],
  code_to_collect: [/领取新的修改码/, /Collect the new modification code/],
  objection_due: [/2027年1月4日.*第二十条/, /4 Jan 2027.*art\. 20/],
  objection_to_answer: [/提出异议/, /objection/],
  proposal_waiting: [/^撤销登记等待/, /^Revocation waits/],
  draft_ended: [/2026年9月20日.*保理.*没有登记/, /20 Sep 2026.*actoring.*nothing was filed/],
  draft_ending: [/展期登记.*2026年12月2日以后/, /Renewal.*after 2 Dec 2026/],
}

t.test('every kind in both languages', async (t) => {
  for (const [kind, [inChinese, inEnglish]] of Object.entries(said)) {
    const { zh, en } = noticeSentence({ kind, details: everyKind[kind as NoticeKind] } as NoticeContent)
    t.match(zh, inChinese, kind)
    t.match(en, inEnglish, kind)
    t.notMatch(en, /\p{Script=Han}/u, `${kind}: English in English`)
    t.notMatch(`${zh}${en}`, /undefined|null|\[object/, kind)
  }
})

t.test('every kind of filing, and every role', async (t) => {
  for (const filing of filingKinds) {
    const { zh, en } = noticeSentence({ kind: 'filing_made', details: { filing, as: recipientRoles } })
    for (const { zh: role } of Object.values(roleLabels)) t.match(zh, role)
    t.notMatch(en, filing.includes('_') ? filing : 'undefined')
  }
})

t.test('a kind that this version does not know is shown under its name', async (t) => {
  t.same(noticeSentence({ kind: 'invoice_due', details: {} } as unknown as NoticeContent).zh, 'invoice_due')
})

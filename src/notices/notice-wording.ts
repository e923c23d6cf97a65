import { type Text, text } from '../platform/text.ts'
import { thousands, writtenDate, writtenMoment } from '../platform/written-form.ts'
import type { FilingKind } from '../registrations/act.ts'
import { filingKindLabels, securityTypeLabel } from '../registrations/registration-wording.ts'
import type { NoticeContent, NoticeDetails, NoticeKind, RecipientRole } from './notice.ts'

/** What a notice says: what happened, and what is to be done about it. The registration's number stands beside it. */
export function noticeSentence({ kind, details }: Pick<NoticeContent, 'kind' | 'details'>): Text {
  const say = sentences[kind] as ((details: NoticeContent['details']) => Text) | undefined
  // One that an older version wrote and that has no words any more is still shown.
  return say ? say(details) : text(kind, kind)
}

const sentences: { readonly [K in NoticeKind]: (details: NoticeDetails[K]) => Text } = {
  filing_made({ filing, as }) {
    const roles = as.map((role) => roleLabels[role])
    const label = kindLabel(filing)
    return text(
      `${label.zh}已经办理。您在这项登记中是${roles.map(({ zh }) => zh).join('、')}。`,
      `${label.en} filed. In this registration you are: ${roles.map(({ en }) => en).join(', ')}.`,
    )
  },
  discharge_demanded({ dueOn }) {
    const day = writtenDate(dueOn)
    return text(
      `有人要求注销或者变更这项登记。要求属实的，请在${day.zh}以前（含当日）办理；拒绝或者不答复的，对方可以办理异议登记。`,
      `Somebody demands that this registration be discharged or amended. If they are right, do so by the end of ${day.en}; if you refuse or stay silent, they may file an objection.`,
    )
  },
  code_replacement_requested({ validFrom }) {
    const moment = writtenMoment(validFrom)
    return text(
      `有人申请更换这项登记的修改码，${moment.zh}起可以领取新码，旧码随即作废。如果不是贵方申请的，请立即联系登记机构。`,
      `A new modification code was requested for this registration. It can be collected from ${moment.en}, and the old one ends then. If this was not you, contact the register at once.`,
    )
  },
  code_replacement_done: () =>
    text(
      '这项登记的修改码已经更换，旧码不能再用。',
      'The modification code of this registration has been replaced; the old one no longer works.',
    ),
  code_to_collect: () =>
    text(
      '担保权转让后，本账户成为这项登记的填表人。请领取新的修改码，以后变更、展期、注销要用。',
      'By a transfer your account is now the filer of this registration. Collect the new modification code: amending, renewing and discharging need it.',
    ),
  objection_due({ dueOn }) {
    const day = writtenDate(dueOn)
    return text(
      `请在${day.zh}以前（含当日）上传法院或者仲裁机构的受理通知，否则您的异议登记失效（《办法》第二十条）。`,
      `Upload the notice of case acceptance of the court or arbitrator by the end of ${day.en}; without it your objection lapses (the Measures, art. 20).`,
    )
  },
  objection_to_answer: () =>
    text(
      '有人对这项登记提出异议，已经公示；登记继续有效。请核对，有误的请变更或者注销。',
      'An objection to this registration was filed and is public; the registration stays in effect. Check it, and amend or discharge it if it is wrong.',
    ),
  proposal_waiting({ act, count }) {
    if (act === 'destruction') {
      const of = count === undefined ? text('', '') : text(` ${thousands(count)} 件`, ` (${thousands(count)})`)
      return text(
        `保存期满的登记或者查询记录${of.zh}，等待两名登记员核准销毁。`,
        `Registrations or search records whose retention is over${of.en} wait for two registrars to approve their destruction.`,
      )
    }
    const label = kindLabel(act)
    return text(`${label.zh}等待第二位登记员决定。`, `${label.en} waits for the decision of a second registrar.`)
  },
  draft_ended({ securityType, act, begunOn }) {
    const what = act ?? securityTypeLabel(securityType)
    const day = writtenDate(begunOn)
    return text(
      `${day.zh}开始填写的草稿（${what.zh}）久未改动，已经到期删除，没有登记。`,
      `A draft begun on ${day.en} (${what.en}) was left untouched and has been deleted; nothing was filed.`,
    )
  },
  // The day is said, not how many are left: a notice may be read late.
  draft_ending({ securityType, act, endsOn }) {
    const what = act ?? securityTypeLabel(securityType)
    const day = writtenDate(endsOn)
    return text(
      `一份草稿（${what.zh}）尚未提交登记，${day.zh}以后就要删除；需要的请继续填写或者提交。`,
      `A draft (${what.en}) is not filed yet and will be deleted after ${day.en}: go on with it or file it if you need it.`,
    )
  },
}

/** What the account of a notice is to the registration. */
export const roleLabels: Readonly<Record<RecipientRole, Text>> = {
  filer: text('填表人', 'filer'),
  secured_party: text('担保权人', 'secured party'),
  debtor: text('担保人', 'debtor'),
  objector: text('异议人', 'objector'),
}

function kindLabel(kind: string): Text {
  return filingKindLabels[kind as FilingKind] ?? text(kind, kind)
}

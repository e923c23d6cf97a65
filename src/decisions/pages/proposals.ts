import { radios, summaryList } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { corrections } from '../../registrations/act-pages/amend-page.ts'
import { type ChangeForm, pathOfChange } from '../../registrations/act-pages/change-form.ts'
import { addCollateral, releaseCollateral } from '../../registrations/act-pages/collateral-changes.ts'
import { addDebtor, memberMissing, releaseDebtor } from '../../registrations/act-pages/party-changes.ts'
import { renameParty } from '../../registrations/act-pages/rename-change.ts'
import { divideParty, mergeParties } from '../../registrations/act-pages/succession-changes.ts'
import { changeAmount } from '../../registrations/act-pages/terms-changes.ts'
import { objectionStatusOn } from '../../registrations/objection-rules.ts'
import { isOpen } from '../../registrations/objection-state.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { reinstatementReasons } from '../../registrations/reinstate.ts'
import { registrarActOf } from '../registrar-acts.ts'
import type { OfficeFields } from './office-fields.ts'
import { type Proposal, proposalForm } from './proposal-form.ts'

const [revocation, correction, reinstatement] = (['revocation', 'correction', 'reinstatement'] as const).map(
  (kind) => registrarActOf(kind)!,
)

const onJudgment: OfficeFields = {
  document: 'needed',
  applicant: true,
  statement: { label: text('说明', 'Statement'), optional: true },
}
const ownError: OfficeFields = {
  document: 'optional',
  applicant: false,
  statement: {
    label: text('登记机构的错误及更正的理由', 'What the register got wrong'),
    hint: text('公开显示。', 'Shown publicly.'),
  },
}

/** What can be revoked on a binding judgment or award (the Measures, art. 21). */
export const revocations: readonly (Proposal & { label: Text; purpose: Text })[] = [
  {
    act: revocation!,
    path: '/revoke/registration',
    back: '/revoke',
    label: text('撤销整项登记', 'The whole registration'),
    purpose: text('裁判认定登记应当撤销。', 'The judgment says that the registration is to be revoked.'),
    title: text('撤销登记', 'Revocation'),
    office: onJudgment,
    own: ofScope('registration'),
    effect: text('这项登记全部失效，查询不再查得。', 'The whole registration ends and is found by search no more.'),
  },
  {
    act: revocation!,
    path: '/revoke/collateral',
    back: '/revoke',
    label: text('撤销部分担保财产', 'A part of the collateral'),
    purpose: text('只就其中一部分担保财产撤销。', 'For some of the collateral only.'),
    title: text('撤销部分担保财产', 'Revocation of a part of the collateral'),
    office: onJudgment,
    change: releaseCollateral,
    own: ofScope('part'),
    effect: text('这一部分不再担保，其余不变。', 'This part secures no more; the rest stays.'),
  },
  {
    act: revocation!,
    path: '/revoke/debtor',
    back: '/revoke',
    label: text('撤销一个担保人', 'One of the debtors'),
    purpose: text('只就一个担保人撤销。', 'For one debtor only.'),
    title: text('撤销一个担保人', 'Revocation for one debtor'),
    office: onJudgment,
    change: releaseDebtor,
    own: ofScope('part'),
    effect: text('查询这个担保人不再查得这项登记。', 'A search of this debtor finds the registration no more.'),
  },
  {
    act: revocation!,
    path: '/revoke/objection',
    back: '/revoke',
    label: text('撤销一项异议', 'An objection'),
    purpose: text('裁判认定异议不成立。', 'The judgment says that the objection is unfounded.'),
    title: text('撤销异议', 'Revocation of an objection'),
    office: onJudgment,
    own: ofObjection(),
    effect: text('异议结束，登记不受影响。', 'The objection ends; the registration stays as it is.'),
  },
]

/** The changes by which an error of the register is put right. */
const correctionChanges: readonly ChangeForm[] = [
  renameParty,
  addDebtor,
  releaseDebtor,
  mergeParties,
  divideParty,
  addCollateral,
  releaseCollateral,
  changeAmount,
]

export const correctionProposals = [...correctionChanges, ...corrections].map(
  (change): Proposal & { label: Text; purpose: Text } => ({
    act: correction!,
    path: pathOfChange(change, '/correct'),
    back: change.type === 'correction' ? '/correct/correction' : '/correct',
    label: change.label,
    purpose: change.purpose,
    title: text(`登记机构更正：${change.label.zh}`, `Registrar’s correction: ${change.label.en}`),
    office: ownError,
    change,
    effect: text(
      '更正自登记时起算，登记机构不保证更正部分的顺位。',
      'It counts from its filing; the register promises no rank for what it brings in.',
    ),
  }),
)

/** Those that are offered on the first page; the rest of what was filed is corrected by way of its own page. */
export const correctionsOffered = correctionProposals.filter(({ change }) => change?.type !== 'correction')

const reason = { pointer: '/reason', label: text('恢复的原因', 'Reason'), chosen: true }
export const reinstatementReasonLabels: Readonly<Record<(typeof reinstatementReasons)[number], Text>> = {
  own_error: text('登记机构的错误', 'The register’s own error'),
  wrongful_discharge: text('错误注销', 'Wrongful discharge'),
  reversed_judgment: text('据以撤销的裁判已经改判', 'The judgment it was revoked on was reversed'),
}

/** Reinstatement 恢复登记 of what was discharged or revoked wrongly. */
export const reinstatementProposal: Proposal = {
  act: reinstatement!,
  path: '/reinstate',
  title: text('恢复登记', 'Reinstatement'),
  office: {
    document: 'optional',
    applicant: false,
    statement: { label: text('恢复的理由', 'Why it is reinstated'), hint: text('公开显示。', 'Shown publicly.') },
  },
  own: {
    fields: () => [reason],
    controls: (_page, form, fields) =>
      radios(form, {
        ...reason,
        hint: text('改判的，必须写明改判的文书。', 'For a reversed judgment, the document must be named.'),
        value: typed(fields, 'reason'),
        choices: reinstatementReasons.map((value) => ({ value, label: reinstatementReasonLabels[value] })),
      }),
    read: (_page, fields) => {
      const chosen = typed(fields, 'reason')
      return { content: chosen === '' ? {} : { reason: chosen }, refused: [] }
    },
    facts: ({ language }, content) => {
      const label = reinstatementReasonLabels[content.reason as keyof typeof reinstatementReasonLabels]
      return summaryList([{ key: reason.label, value: inLanguage(label, language) }], language)
    },
  },
  effect: text(
    '登记自恢复时起重新在效；登记注明失效期间，对其间的顺位不作保证。',
    'It is in effect again from its filing; the register shows the time out of effect and promises no rank over it.',
  ),
}

export const proposals: readonly Proposal[] = [...revocations, ...correctionProposals, reinstatementProposal]
export const proposalForms = proposals.map(proposalForm)

function ofScope(scope: 'registration' | 'part'): NonNullable<Proposal['own']> {
  return {
    fields: () => [],
    controls: () => html``,
    read: () => ({ content: { scope }, refused: [] }),
    facts: () => html``,
  }
}

function ofObjection(): NonNullable<Proposal['own']> {
  const field = { pointer: '/objection', label: text('撤销的异议', 'Objection to revoke'), chosen: true }
  return {
    fields: () => [field],
    controls: ({ state, today, language }, form, fields) => {
      const open = state.objections.filter((each) => isOpen({ status: objectionStatusOn(each, today) }))
      if (open.length === 0) {
        return html`<p class="govuk-body" id="objection">${inLanguage(text('这项登记没有未结束的异议。', 'This registration has no open objection.'), language)}</p>`
      }
      return radios(form, {
        ...field,
        value: typed(fields, 'objection'),
        choices: open.map(({ filingNumber, objector, statement }) => {
          const words = `${objector.name} ${filingNumber}`
          const hint = statement.slice(0, 100)
          return { value: filingNumber, label: text(words, words), hint: text(hint, hint) }
        }),
      })
    },
    read: (page, fields) => {
      const chosen = typed(fields, 'objection')
      const known = page.state.objections.some(({ filingNumber }) => filingNumber === chosen)
      return {
        content: { scope: 'objection', ...(known && { objection: chosen }) },
        refused: known ? [] : [{ ...memberMissing, pointer: field.pointer }],
      }
    },
    facts: ({ state, language }, content) => {
      const objection = state.objections.find(({ filingNumber }) => filingNumber === content.objection)
      return summaryList(
        [
          { key: field.label, value: String(content.objection) },
          ...(objection
            ? [
                { key: text('异议人', 'Objector'), value: objection.objector.name },
                {
                  key: text('异议内容', 'Statement'),
                  value: html`<div class="paragraph">${objection.statement}</div>`,
                },
              ]
            : []),
        ],
        language,
      )
    },
  }
}

import { type Text, text } from '../platform/text.ts'
import type { Change } from './amendment-changes.ts'
import type { Discharge } from './discharge.ts'
import type { Reinstatement } from './reinstate.ts'
import type { Revocation } from './revoke.ts'

/** The words of the acts, for pages and certificates. Pure. */
export const changeTypeLabels: Readonly<Record<Change['type'], Text>> = {
  add_collateral: text('新增担保财产', 'Collateral added'),
  release_collateral: text('解除部分担保财产', 'Collateral released'),
  add_debtor: text('新增担保人', 'Debtor added'),
  release_debtor: text('解除担保人', 'Debtor released'),
  rename_party: text('当事人更名或者变更证件', 'Change of a party’s name or number'),
  transfer_secured_party: text('担保权转让', 'Transfer of the secured party'),
  merge_parties: text('当事人合并', 'Merger of parties'),
  divide_party: text('当事人分立', 'Division of a party'),
  transfer_asset: text('担保财产转让他人', 'Transfer of the asset to another owner'),
  change_amount: text('变更主债权金额', 'Change of amount'),
  rank_note: text('顺位变更的记载', 'Note of a change of rank'),
  correction: text('更正登记错误', 'Correction of what was filed wrongly'),
}

/** The reasons of art. 16 of the Measures. */
export const dischargeReasonLabels: Readonly<Record<Discharge['reason'], Text>> = {
  debt_extinguished: text('主债权消灭', 'The secured debt is extinguished'),
  right_realised: text('担保权实现', 'The right has been realised'),
  right_waived: text('担保权人放弃担保权', 'The secured party waived the right'),
  other: text('其他原因', 'Another reason'),
}

/** How far a revocation reaches (the Measures, art. 21). */
export const revocationScopeLabels: Readonly<Record<Revocation['scope'], Text>> = {
  registration: text('整项登记', 'The whole registration'),
  part: text('登记的一部分', 'A part of the registration'),
  objection: text('异议登记', 'An objection'),
}

/** Why what had ended is in effect again. */
export const reinstatementReasonLabels: Readonly<Record<Reinstatement['reason'], Text>> = {
  own_error: text('登记机构自身差错', 'The register’s own error'),
  wrongful_discharge: text('注销有误', 'It was discharged wrongly'),
  reversed_judgment: text('据以撤销的文书已被改判或者撤销', 'The judgment or award it was revoked on was reversed'),
}

import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import type { RegistrationState } from './registration-state.ts'

export function isRefusal(value: RegistrationState | Refusal): value is Refusal {
  return 'code' in value
}

/** Why a change cannot be applied to a registration as it stands. Pointers are relative to the change. */
export const partyNotFound: Refusal = {
  code: 'party_not_found',
  pointer: '/index',
  message: text(
    '现有当事人中没有这个序号，请按登记现状填写',
    'There is no party at this place now; see the registration as it stands',
  ),
}
export const lastDebtor: Refusal = {
  code: 'last_debtor',
  pointer: '/index',
  message: text(
    '不能解除唯一的担保人；全部解除的请办理注销',
    'The only debtor cannot be released; discharge the registration instead',
  ),
}
export const lastCollateral: Refusal = {
  code: 'last_collateral',
  pointer: '/items',
  message: text(
    '不能解除全部担保财产；全部解除的请办理注销',
    'All collateral cannot be released; discharge the registration instead',
  ),
}
export const itemNotFound: Refusal = {
  code: 'item_not_found',
  message: text('现有明细中没有与此相符的项目', 'No item on the list now matches this one'),
}
export const itemAmbiguous: Refusal = {
  code: 'item_ambiguous',
  pointer: '/item/was',
  message: text(
    '现有明细中有几项与此相符，请写明更多内容，使其只指一项',
    'Several items on the list match; say more of it, so that it names one only',
  ),
}
export const partNotFound: Refusal = {
  code: 'collateral_part_not_found',
  pointer: '/description/part',
  message: text(
    '担保财产没有这一部分，请按登记现状填写',
    'The collateral has no such part; see the registration as it stands',
  ),
}
export const changeEmpty: Refusal = {
  code: 'change_empty',
  pointer: '',
  message: text('请写明要变更的内容', 'Say what is to change'),
}

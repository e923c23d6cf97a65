import { type Text, text } from '../platform/text.ts'
import type { NearReason, ReasonCode } from './near-match.ts'

/** A reason in words, as it stands in answers and on pages. Pure. */
export function reasonMessage({ code, searched = '', registered = '' }: NearReason): Text {
  return wording[code](searched, registered)
}

const or = (value: string, zh: string) => (value === '' ? zh : `“${value}”`)

/** @param s what it is in the searched name @param r what it is in the registered one */
const wording: Readonly<Record<ReasonCode, (s: string, r: string) => Text>> = {
  traditional_form: (s, r) =>
    text(`繁体、简体或者异体字形：“${s}”与“${r}”`, `Traditional, simplified or variant form: “${s}” and “${r}”`),
  look_alike_character: (s, r) => text(`形近字：“${s}”与“${r}”`, `Look-alike character: “${s}” and “${r}”`),
  same_sound: (s, r) => text(`同音字：“${s}”与“${r}”`, `Same sound: “${s}” and “${r}”`),
  numeral: (s, r) => text(`数字写法不同：“${s}”与“${r}”`, `Number written differently: “${s}” and “${r}”`),
  character_differs: (s, r) => text(`有一个字不同：“${s}”与“${r}”`, `One character differs: “${s}” and “${r}”`),
  character_missing: (_, r) => text(`所查名称少一个字：“${r}”`, `The searched name lacks “${r}”`),
  character_extra: (s) => text(`所查名称多一个字：“${s}”`, `The searched name has “${s}” besides`),
  characters_swapped: (s, r) => text(`字序调换：“${s}”与“${r}”`, `Characters exchanged: “${s}” and “${r}”`),
  begins_with_searched: () => text('登记的名称以所查字样开头', 'The registered name begins with what was searched'),
  searched_begins_with: () => text('所查名称以登记的字样开头', 'The searched name begins with what is registered'),
  contains_searched: () => text('登记的名称含有所查字样', 'The registered name contains what was searched'),
  region_missing: (s, r) =>
    text(
      `缺行政区划：${or(s, '所查无')}，${or(r, '登记无')}`,
      `Region missing: ${or(s, 'none')} searched, ${or(r, 'none')} registered`,
    ),
  region_written_differently: (s, r) =>
    text(`区划写法不同：“${s}”与“${r}”`, `Region written differently: “${s}” and “${r}”`),
  region_differs: (s, r) => text(`区划不同：“${s}”与“${r}”`, `Another region: “${s}” and “${r}”`),
  organization_form: (s, r) =>
    text(
      `组织形式不同：${or(s, '所查未写')}，${or(r, '登记未写')}`,
      `Organisation form differs: ${or(s, 'none')} searched, ${or(r, 'none')} registered`,
    ),
  branch_of_searched: () => text('所查组织的分支机构', 'A branch of the searched organisation'),
  parent_of_searched: () => text('所查分支机构的上级机构', 'The parent of the searched branch'),
  other_branch: (s, r) => text(`另一分支机构：${or(s, '')}与${or(r, '')}`, `Another branch: “${s}” and “${r}”`),
  interpunct: () => text('间隔号有无不同', 'With and without the middle dot'),
  brackets: () => text('括号不同，或者括号中的字另有位置', 'Brackets differ, or what stands in them stands elsewhere'),
  punctuation: () => text('标点不同', 'Punctuation differs'),
  abbreviation: (s, r) => text(`缩写：“${s}”与“${r}”`, `Abbreviated: “${s}” and “${r}”`),
  word_order: () => text('词序不同', 'Words in another order'),
  word_differs: (s, r) =>
    text(
      `有词不同：${or(s, '所查无')}，${or(r, '登记无')}`,
      `Words differ: ${or(s, 'none')} searched, ${or(r, 'none')} registered`,
    ),
  same_reading: () => text('读音相同', 'Sounds the same from end to end'),
  look_alike_identifier: (s, r) =>
    text(`形近的字母或者数字：${s} 与 ${r}`, `Look-alike letters or digits: ${s} and ${r}`),
}

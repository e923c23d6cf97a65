/*
 * The organisation form at the end of a name with Han characters, and the branch after it. The form says what kind of
 * organisation it is, not which: it counts little when two names are compared. Pure.
 */

/** What is taken from the end of a name, again and again, as long as something is left. */
const FORMS: readonly RegExp[] = [
  /(?:\(?集团\)?)?(?:股份)?(?:有限)?(?:责任)?公司$/u,
  /\(?(?:特殊普通|普通|有限)合伙\)?$/u,
  /合伙企业$/u,
  /(?:农民)?专业合作社(?:联合社)?$/u,
  /\(?(?:个体工商户|个人独资)\)?$/u,
  /\(?集团\)?$/u,
]

/** Where the name of a whole organisation may end inside the name of its branch. */
const WHOLE_THEN_BRANCH =
  /^(.+?(?:公司|合伙企业|\(有限合伙\)|合作社|银行|集团|厂|局|院))(.{0,40}?)(分公司|子公司|支公司|分行|支行|分店|分厂|分社|分部|分院|营业部|办事处|项目部|销售部|代表处|经营部|门市部)$/u

/** The branch's own words after its parent's name: 北京 of 甲乙丙有限公司北京分公司. */
export type Branch = { readonly parent: string; readonly words: string; readonly kind: string }

export function branchOf(folded: string): Branch | undefined {
  const found = WHOLE_THEN_BRANCH.exec(folded)
  return found ? { parent: found[1]!, words: found[2]!, kind: found[3]! } : undefined
}

/** A name without its form, and the form without brackets. A name that is nothing else keeps nothing. */
export function takeForm(folded: string): { rest: string; form: string } {
  let rest = folded
  let form = ''
  for (let taken = true; taken && rest !== ''; ) {
    taken = false
    for (const pattern of FORMS) {
      const found = pattern.exec(rest)
      if (!found || found[0] === '') continue
      form = found[0].replace(/[()]/gu, '') + form
      rest = rest.slice(0, found.index)
      taken = true
    }
  }
  return { rest, form }
}

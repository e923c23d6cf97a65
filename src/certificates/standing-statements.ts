import { type Text, text } from '../platform/text.ts'
import { writtenDate, writtenMoney, writtenTerm } from '../platform/written-form.ts'
import { formOf } from '../registrations/forms/forms.ts'
import type { Gap } from '../registrations/registration-state.ts'
import type { ActFacts, InOrder, Standing, StandingCollateral, StandingObjection, StandingParty } from './act-facts.ts'
import {
  filed,
  inOrder,
  named,
  note,
  numbered,
  type Part,
  placeWords,
  remark,
  type Stated,
  stated,
  words,
} from './stated.ts'
import { isRaised, termStatements } from './term-statements.ts'

/** The registration right after an act: status, term, amounts, parties, gaps and open objections. Pure. */
export function standingStatements({ standing, expiresOn, securityType }: ActFacts): Stated[] {
  const form = formOf(securityType)
  const { securedAmount, formerAmounts = [], gaps = [], openObjections = [] } = standing
  const day = writtenDate(expiresOn)
  return [
    stated('登记状态', 'Status', { is: 'status', status: standing.status }),
    stated('登记期限', 'Term', words(writtenTerm(standing.termMonths))),
    {
      label:
        standing.status === 'in_effect'
          ? text('登记到期日', 'Expiry date')
          : text('终止前的登记到期日', 'Expiry date before it ended'),
      parts: [words(text(`${day.zh}（至当日 24:00，北京时间）`, `${day.en}, until 24:00 (UTC+8)`))],
    },
    stated('初始登记', 'Initial filing', inOrder(standing.initialFiling)),
    ...gaps.map((gap) => stated('失效期间', 'Time out of effect', note(gapWords(gap)))),
    ...(openObjections.length > 0 ? [stated('异议', 'Objections', note(objectionCount(openObjections.length)))] : []),
    ...openObjections.map(openObjection),
    ...(securedAmount ? [stated('主债权金额', 'Principal amount', filed(writtenMoney(securedAmount)))] : []),
    ...(formerAmounts.length > 0 ? [stated('此前的主债权金额', 'Amounts before', ...amountsBefore(standing))] : []),
    ...sides(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), standing.securedParties),
    ...sides(form?.debtorLabel ?? text('担保人', 'Debtor'), standing.debtors),
  ]
}

/** A time in which the registration had ended. The register shows it and promises no rank. */
export function gapWords({ status, from, until }: Gap): Text {
  const [began, ended] = [placeWords(from), placeWords(until)]
  const why = status === 'revoked' ? text('被撤销', 'revoked') : text('被注销', 'discharged')
  return text(
    `自${began.zh}${why.zh}，至${ended.zh}恢复，其间本登记不在效。登记机构不保证恢复登记的顺位。`,
    `It was ${why.en} at ${began.en}, and reinstated at ${ended.en}; between the two it was not in effect. The ` +
      'register promises no rank for it.',
  )
}

function objectionCount(count: number): Text {
  return text(
    `本登记载有 ${count} 项未了结的异议，列明如下。异议期间登记仍然在效；登记机构不判断异议是否成立。`,
    `${count === 1 ? 'One objection to this registration is' : `${count} objections to this registration are`} open, ` +
      'stated below. The registration stays in effect meanwhile; the register does not judge whether it is right.',
  )
}

function openObjection(objection: StandingObjection): Stated {
  const { filingNumber, objector, isDebtor, acceptance, acceptanceDueOn } = objection
  const due = writtenDate(acceptanceDueOn)
  const state = acceptance
    ? text(
        `案件已由${acceptance.court}受理，案号 ${acceptance.caseNumber}`,
        `case accepted by ${acceptance.court}, number ${acceptance.caseNumber}`,
      )
    : text(`至${due.zh}未提交案件受理通知的，由登记机构撤销`, `lapses unless case acceptance is notified by ${due.en}`)
  return stated(
    '未了结的异议',
    'Open objection',
    numbered(filingNumber),
    inOrder(objection),
    named(objector),
    remark(isDebtor ? DEBTOR : INTERESTED),
    remark(state),
  )
}

const DEBTOR = text('登记所载担保人', 'a debtor of this registration')
const INTERESTED = text('利害关系人', 'an interested person')

function amountsBefore({ formerAmounts = [], securedAmount }: Standing): Part[] {
  return formerAmounts.flatMap(({ securedAmount: amount, until }, at) => {
    const next = formerAmounts[at + 1]?.securedAmount ?? securedAmount
    const place = placeWords(until)
    const raised = isRaised(amount, next)
    const remarked = text(
      `至${place.zh}${raised ? '；增加的部分自该时起算' : ''}`,
      `until ${place.en}${raised ? '; the increase counts from then' : ''}`,
    )
    return [amount ? filed(writtenMoney(amount)) : words(text('未填', 'none stated')), remark(remarked)]
  })
}

function sides(label: Text, parties: readonly StandingParty[]): Stated[] {
  const count = parties.length
  return parties.map((party, at) => ({
    label: count > 1 ? text(`${label.zh}（${at + 1}/${count}）`, `${label.en} (${at + 1} of ${count})`) : label,
    parts: [named(party), ...joined(party), ...formers(party)],
  }))
}

function joined({ since, acquired }: StandingParty): Part[] {
  if (!since) return []
  const place = placeWords(since)
  const parts = [remark(text(`自${place.zh}起列入登记`, `on the registration since ${place.en}`))]
  if (!acquired) return parts
  const day = writtenDate(acquired.on)
  const [zh, en] = acquired.from ? [`自${acquired.from.name}`, ` from ${acquired.from.name}`] : ['', '']
  const how = text(`${day.zh}${zh}受让担保财产`, `acquired the asset${en} on ${day.en}`)
  return [...parts, remark(how)]
}

function formers({ former = [] }: StandingParty): Part[] {
  return former.flatMap((each) => {
    const day = writtenDate(each.changedOn)
    return [remark(text(`${day.zh}前为`, `until ${day.en}`)), named(each)]
  })
}

/** Where a part of the collateral ranks from, and which filings corrected it. */
export function partStatements({ ranksFrom, corrected = [] }: { ranksFrom: InOrder; corrected?: InOrder[] }): Stated[] {
  // A filing may have corrected several words of one part.
  const filings = corrected.filter(({ sequence }, at) => sequence !== corrected[at - 1]?.sequence)
  return [
    stated('排序起算', 'Ranks from', inOrder(ranksFrom)),
    ...filings.map((each) => {
      const place = placeWords(each)
      const said = text(
        `本部分曾于${place.zh}更正；因更正而增加的内容自该时起算。`,
        `This part was corrected at ${place.en}; what the correction brought in counts from then.`,
      )
      return stated('更正', 'Corrected', note(said))
    }),
  ]
}

/** What stands beside parties and collateral: the other terms, and what was said of collateral and rank in words. */
export function noteStatements({ releasedInWords, rankNotes, terms }: Partial<StandingCollateral>): {
  terms: Stated[]
  notes: Stated[]
} {
  return {
    terms: termStatements(terms ?? {}),
    notes: [
      ...(releasedInWords ?? []).map(({ description, revoked, ...at }) =>
        revoked
          ? stated('以文字撤销的担保财产', 'Collateral revoked in words', filed(description), inOrder(at))
          : stated('以文字解除的担保财产', 'Collateral released in words', filed(description), inOrder(at)),
      ),
      ...(rankNotes ?? []).map((each) =>
        stated('顺位变更的记载', 'Note of a change of rank', filed(each.text), inOrder(each)),
      ),
    ],
  }
}

const AFTER: Partial<Record<ActFacts['filingKind'], string>> = {
  amendment: '变更后',
  correction: '更正后',
  revocation: '撤销后',
  reinstatement: '恢复后',
}

/** 变更后的担保财产，第 1 部分（共 2 部分） */
export function collateralHeading({ filingKind }: ActFacts, at: number, count: number): Text {
  const when = AFTER[filingKind] ?? '本次登记后'
  return count > 1
    ? text(
        `${when}的担保财产，第 ${at + 1} 部分（共 ${count} 部分）`,
        `Collateral after this filing, part ${at + 1} of ${count}`,
      )
    : text(`${when}的担保财产`, 'Collateral after this filing')
}

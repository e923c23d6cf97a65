import { type Text, text } from '../platform/text.ts'
import type { Form } from '../registrations/forms/define-form.ts'
import { statusLabels } from '../registrations/registration-wording.ts'
import { collateralBlocks } from './certificate-collateral.ts'
import type { ActFacts, AmendmentFacts, Standing, StandingParty } from './certificate-facts.ts'
import { partyLines } from './certificate-parties.ts'
import { expiry, row, when } from './certificate-sections.ts'
import { both, plain, styles } from './certificate-styles.ts'
import { type Block, type FactRow, factTable } from './certificate-tables.ts'
import type { Piece } from './certificate-typesetting.ts'
import { calendarDay, exactMoment, money, thousands } from './certificate-wording.ts'

/** The registration right after an act: status, term and parties; after an amendment its collateral too. */
export function standingBlocks(facts: ActFacts, form: Form | undefined): Block[] {
  return [
    factTable(text('本次登记后的状况', 'The registration after this filing'), [
      ...stateRows(facts),
      ...partyRows(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), facts.standing.securedParties),
      ...partyRows(form?.debtorLabel ?? text('担保人', 'Debtor'), facts.standing.debtors),
    ]),
    ...(facts.filingKind === 'amendment' ? collateralAfter(facts, form) : []),
  ]
}

function stateRows({ standing, expiresOn }: ActFacts): FactRow[] {
  const { termMonths, initialFiling, securedAmount } = standing
  return [
    row('登记状态', 'Status', both(statusLabels[standing.status])),
    row('登记期限', 'Term', both(text(`${termMonths} 个月`, termMonths === 1 ? '1 month' : `${termMonths} months`))),
    { label: expiryLabel(standing), value: both(expiry(expiresOn)) },
    row('初始登记', 'Initial filing', place(initialFiling)),
    ...when(securedAmount, (amount) => row('主债权金额', 'Principal amount', plain(money(amount)))),
  ]
}

/** What ended before its last day no longer runs until then. */
function expiryLabel({ status }: Standing): Text {
  return status === 'in_effect'
    ? text('登记到期日', 'Expiry date')
    : text('终止前的登记到期日', 'Expiry date before it ended')
}

function partyRows(label: Text, parties: readonly StandingParty[]): FactRow[] {
  return parties.map((party, i) => {
    const which = parties.length > 1 ? `（${i + 1}/${parties.length}）` : ''
    const former = (party.former ?? []).flatMap((each) => {
      const day = calendarDay(each.changedOn)
      const until = both(text(`${day.zh}前为  `, `until ${day.en}\n`), styles.small)
      return [...plain('\n'), ...until, ...partyLines(each, styles.cell)]
    })
    return { label: text(`${label.zh}${which}`, label.en), value: [...partyLines(party), ...former] }
  })
}

function collateralAfter({ standing }: AmendmentFacts, form: Form | undefined): Block[] {
  const { collateral, releasedInWords, rankNotes } = standing
  const count = collateral.length
  const parts = collateral.flatMap(({ ranksFrom, ...values }, i) => {
    const heading =
      count > 1
        ? text(
            `变更后的担保财产，第 ${i + 1} 部分（共 ${count} 部分）`,
            `Collateral after this filing, part ${i + 1} of ${count}`,
          )
        : text('变更后的担保财产', 'Collateral after this filing')
    return collateralBlocks(form, values, heading, [row('排序起算', 'Ranks from', place(ranksFrom))])
  })
  const notes = [
    ...releasedInWords.map((each) =>
      row('以文字解除的担保财产', 'Collateral released in words', noted(each, each.description)),
    ),
    ...rankNotes.map((each) => row('顺位变更的记载', 'Note of a change of rank', noted(each, each.text))),
  ]
  return [...parts, ...(notes.length > 0 ? [factTable(text('附记', 'Notes'), notes)] : [])]
}

type Place = { sequence: number; filedAt: string }

function noted(at: Place, words: string): Piece[] {
  return [...plain(`${words}\n`), ...place(at, styles.small)]
}

function place({ sequence, filedAt }: Place, style: Parameters<typeof plain>[1] = styles.data): Piece[] {
  const time = exactMoment(filedAt)
  const number = thousands(sequence)
  return [...plain(`${time.zh}，登记序号 ${number}\n`, style), ...plain(`${time.en}, sequence ${number}`, styles.small)]
}

import { text } from '../platform/text.ts'
import type { Form } from '../registrations/forms/define-form.ts'
import type { ActFacts } from './act-facts.ts'
import { collateralBlocks } from './certificate-collateral.ts'
import { section } from './certificate-sections.ts'
import { type Block, factTable } from './certificate-tables.ts'
import { collateralHeading, noteStatements, partStatements, standingStatements } from './standing-statements.ts'
import { statedRows } from './stated-rows.ts'

/** The registration right after an act: status, term and parties; after a change its collateral and terms too. */
export function standingBlocks(facts: ActFacts, form: Form | undefined): Block[] {
  return [
    factTable(text('本次登记后的状况', 'The registration after this filing'), statedRows(standingStatements(facts))),
    ...collateralAfter(facts, form),
  ]
}

function collateralAfter(facts: ActFacts, form: Form | undefined): Block[] {
  if (!('collateral' in facts.standing)) return []
  const { collateral = [], ...beside } = facts.standing
  const { terms, notes } = noteStatements(beside)
  return [
    ...collateral.flatMap(({ ranksFrom, corrected, ...values }, at) => {
      const first = statedRows(partStatements({ ranksFrom, ...(corrected && { corrected }) }))
      return collateralBlocks(form, values, collateralHeading(facts, at, collateral.length), first)
    }),
    ...section(text('其他约定', 'Other terms'), statedRows(terms)),
    ...section(text('附记', 'Notes'), statedRows(notes)),
  ]
}

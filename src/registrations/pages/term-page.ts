import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { atFields } from '../field-errors.ts'
import { judgeSection } from '../judge-answers.ts'
import { readRows } from '../pasted-rows.ts'
import { CONTRACTS_MAX } from '../registration-form.ts'
import type { TypedContract, TypedTerms } from '../typed-answers.ts'
import { type FilingPage, filingPage, isLeft, leave, sendStep, showsErrors, switchLeadsTo } from './filing-page.ts'
import { contractColumns, termFields, termForm } from './term-form.ts'
import { typed, typedTerms } from './typed-fields.ts'

const BODY_MAX_BYTES = 512 * 1024

/** The page of the common part: term, claim, contracts, reference. */
export function termPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'GET', '/term', async (page) => {
    const extraRow = (page.request.query as Record<string, unknown>).add !== undefined
    return sendTerm(page, { checked: showsErrors(page.request), extraRow })
  })

  filingPage(app, deps, 'POST', '/term', saveTerm, { bodyLimit: BODY_MAX_BYTES })
}

async function saveTerm(page: FilingPage): Promise<FastifyReply> {
  const { body } = page.request
  const pasted = typed(body, 'pastedContracts')
  const taken = takeContracts(typedTerms(body), pasted)
  const answers = await page.change((before) => ({ ...before, terms: taken.terms }))
  const saved = { ...page, entry: { ...page.entry, answers } }
  const adding = typed(body, 'action') === 'add-contract'
  if (taken.refused.length === 0) {
    if (isLeft(body)) return leave(page)
    if (adding) return page.reply.redirect(page.path(pasted.trim() ? '/term#contracts' : '/term?add=1#contracts'), 303)
    if (refusedTerms(saved).length === 0) return page.reply.redirect(page.path('/attachments'), 303)
  }
  switchLeadsTo(page, '/term')
  return sendTerm(saved, {
    checked: true,
    extraRow: false,
    refused: taken.refused,
    pasted: taken.refused.length > 0 ? pasted : '',
  })
}

/** Pasted contracts come after those in the inputs; rows that cannot be read stay in their box. */
function takeContracts(terms: TypedTerms, pasted: string): { terms: TypedTerms; refused: Refusal[] } {
  const { rows, refused } = readRows(contractColumns, pasted)
  const contracts = [
    ...terms.contracts,
    ...rows.map(
      ({ cells }): TypedContract => ({ number: cells.number ?? '', name: cells.name ?? '', date: cells.date ?? '' }),
    ),
  ]
  const wrong = contracts.length > CONTRACTS_MAX && rows.length > 0 ? [...refused, tooManyContracts] : refused
  if (wrong.length > 0) return { terms, refused: wrong.map((each) => ({ ...each, pointer: '/pastedContracts' })) }
  return { terms: { ...terms, contracts }, refused: [] }
}

/** What is wrong with the terms, at the fields of this page. */
export function refusedTerms(page: FilingPage): Refusal[] {
  return atFields(
    judgeSection(page.form, 'terms', page.entry.answers, page.today).refused,
    termFields(page.entry.answers.terms),
  )
}

function sendTerm(
  page: FilingPage,
  options: { checked: boolean; extraRow: boolean; refused?: Refusal[]; pasted?: string },
): FastifyReply {
  const { checked, extraRow, refused = [], pasted = '' } = options
  const errors = checked ? [...refused, ...refusedTerms(page)] : []
  return sendStep(page, 'term', {
    title: text('期限、债权与合同', 'Term, claim and contracts'),
    back: page.path('/collateral'),
    ...(errors.length > 0 && { errors, status: page.request.method === 'POST' ? 422 : 200 }),
    body: termForm(page, { language: page.language, errors }, { pasted, extraRow }),
  })
}

const tooManyContracts: Refusal = {
  code: 'too_many_rows',
  message: text(`合同最多 ${CONTRACTS_MAX} 份`, `At most ${CONTRACTS_MAX} contracts`),
}

import type { Pool } from 'pg'
import { summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, text } from '../../platform/text.ts'
import type { ActPage } from '../../registrations/act-pages/act-form.ts'
import { changes, corrections } from '../../registrations/act-pages/amend-page.ts'
import { foreseeAct } from '../../registrations/act-pages/foresee-act.ts'
import { changeTypeLabels } from '../../registrations/act-wording.ts'
import type { Change } from '../../registrations/amendment-changes.ts'
import { applyChange } from '../../registrations/apply-change.ts'
import { isRefusal } from '../../registrations/change-refusals.ts'
import { foldRegistration } from '../../registrations/fold-registration.ts'
import { loadFilingsUpTo } from '../../registrations/load-filings.ts'
import type { RegistrationState } from '../../registrations/registration-state.ts'
import type { Decision, RegistrationDecision } from '../decision.ts'
import { registrarActOf } from '../registrar-acts.ts'
import { officeRows } from './office-fields.ts'
import { proposals } from './proposals.ts'

/** Everything that two people decide on, as it would be read on paper: each change with what it makes of what stood. */
export function decisionFacts(page: ActPage, decision: Decision): Html {
  const { language } = page
  const { content } = decision
  const proposal = proposals.find(
    ({ act, own }) =>
      act.kind === decision.kind && own !== undefined && own.read(page, content).content.scope === content.scope,
  )
  const made = (content.changes ?? []) as Change[]
  return html`${made.length === 0 ? (proposal?.own?.facts(page, content) ?? nothing) : changesFacts(page, made)}
${summaryList(officeRows(content, language, page.path), language)}`
}

/** Each change on the state that the one before it leaves. */
function changesFacts(page: ActPage, made: readonly Change[]): Html {
  let { state } = page
  const at = { sequence: state.lastSequence + 1, filedAt: page.now, filedOn: page.today }
  return html`${made.map((change) => {
    const label = html`<h3 class="govuk-heading-s">${inLanguage(changeTypeLabels[change.type], page.language)}</h3>`
    const after = applyChange(state, change, at)
    if (isRefusal(after)) return html`${label}<p class="govuk-body">${inLanguage(after.message, page.language)}</p>`
    const form = formOfChange(change)
    const facts = form ? form.facts({ ...page, state }, change as Record<string, unknown>, after) : nothing
    state = after
    return html`${label}${facts}`
  })}`
}

/** The form whose page shows this change; a correction of several things is shown by each of theirs. */
function formOfChange(change: Change) {
  if (change.type !== 'correction') return changes.find(({ type }) => type === change.type)
  const told = ['party', 'terms', 'item', 'description'].filter((name) => name in change)
  const forms = told.map((name) => corrections.find(({ path }) => path === `correction/${name}`)!)
  return (
    forms[0] && {
      facts: (...args: Parameters<(typeof forms)[0]['facts']>) => html`${forms.map((form) => form.facts(...args))}`,
    }
  )
}

/** The registration as it stood when the act was proposed: what was decided on was judged on that. */
export async function stateAtProposal(
  pool: Pick<Pool, 'query'>,
  decision: RegistrationDecision,
  now: RegistrationState,
): Promise<RegistrationState> {
  const filings = await loadFilingsUpTo(pool, decision.registration, now.lastSequence)
  const before = filings.filter(({ filedAt, kind }) => kind === 'initial' || filedAt < decision.proposedAt)
  return foldRegistration(before)
}

/** Why it could not be filed as things stand now; empty: it could. */
export function refusedNow(page: ActPage, decision: RegistrationDecision, state: RegistrationState): Refusal[] {
  const act = registrarActOf(decision.kind)
  if (!act) return []
  const { filer, today, now } = page
  const trial = act.prepare(filer, decision.registrationNumber, decision.content as never, { today })
  const foreseen = 'refused' in trial ? trial : foreseeAct(trial, state, { time: now, today })
  return 'refused' in foreseen ? foreseen.refused : []
}

/** What approving does, in a sentence. */
export function effectOf({ kind, content }: Decision) {
  const [first] = (content.changes ?? []) as Change[]
  const fitting = proposals.find(({ act, path, change }) => {
    if (act.kind !== kind) return false
    if (kind !== 'revocation') return true
    if (content.scope === 'part') return change?.type === first?.type
    return path === `/revoke/${content.scope}`
  })
  return fitting?.effect ?? text('', '')
}

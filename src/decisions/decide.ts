import { createHash, randomUUID } from 'node:crypto'
import { findUploads } from '../attachments/attachment-store.ts'
import type { Deps } from '../deps.ts'
import { addNotices } from '../notices/add-notices.ts'
import { beijingDate, rfc3339 } from '../platform/clock.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { inTransaction } from '../platform/transaction.ts'
import type { Act, Filer } from '../registrations/act.ts'
import { linksOfAct } from '../registrations/act-on-registration.ts'
import { foreseeAct } from '../registrations/act-pages/foresee-act.ts'
import { canonicalBytes } from '../registrations/canonical-filing.ts'
import { notThereFor } from '../registrations/destroyed.ts'
import type { Resolution } from '../registrations/filing-group.ts'
import { loadStanding } from '../registrations/load-standing.ts'
import { attachmentNeeds, judgeAttachments } from '../registrations/named-attachments.ts'
import type { TwoPeople } from '../registrations/revoke.ts'
import { carryOutDestruction } from '../retention/carry-out-destruction.ts'
import { type Decision, isDestruction, mayVote, statusOf } from './decision.ts'
import { castVote, keepDecision, loadDecision, loadSameDecision, type Voter } from './decision-store.ts'
import { type RegistrarAct, registrarActOf } from './registrar-acts.ts'

type Parts = Pick<Deps, 'pool' | 'sequencer' | 'clock'>

/** What became of a step: the decision as it stands; once it is carried out, with its filing. */
export type Decided = { decided: Decision } | { refused: Refusal[] }

/**
 * A registrar proposes an act. It is judged as it would be if it were filed now, and waits for a second person. When
 * another registrar proposes the very same, that is the second vote: it is carried out.
 * @throws ProblemError not_found
 */
export async function propose(
  deps: Parts,
  filer: Filer,
  act: RegistrarAct,
  registrationNumber: string,
  content: Record<string, unknown>,
): Promise<Decided> {
  const state = (await loadStanding(deps.pool, [registrationNumber])).get(registrationNumber)?.state
  if (!state) throw await notThereFor(deps.pool, { role: 'registrar' }, registrationNumber)
  const now = deps.clock.nowMicroseconds()
  const today = beijingDate(now)
  const trial = act.prepare(filer, registrationNumber, content as never, { today })
  const foreseen = 'refused' in trial ? trial : foreseeAct(trial, state, { time: rfc3339(now), today })
  if ('refused' in foreseen) return foreseen
  const notThere = judgeAttachments(await uploadsOf(deps, filer, content), filer.account, content)
  if (notThere.length > 0) return { refused: notThere }
  const contentSha256 = createHash('sha256').update(canonicalBytes(content)).digest()
  const made = { kind: act.kind, registration: state.registration, content, contentSha256 }
  const same = await loadSameDecision(deps.pool, made)
  if (same) return approve(deps, filer, same.decision)
  const decision = randomUUID()
  await inTransaction(deps.pool, async (client) => {
    await keepDecision(client, { ...made, decision }, voterOf(filer))
    const details = { act: act.kind }
    const source = `decision:${decision}`
    await addNotices(client, [
      { account: filer.account, kind: 'proposal_waiting', registrationNumber, details, source },
    ])
  })
  return { decided: (await loadDecision(deps.pool, decision))! }
}

/** What it names must be there to be read by the second person, and not only when it is filed. */
async function uploadsOf(
  { pool }: Parts,
  { account }: Filer,
  content: object,
): Promise<{ attachments: ReadonlySet<string> }> {
  const there = await findUploads(pool, account, attachmentNeeds(content).attachments ?? [])
  return { attachments: new Set([...there.keys()].map((sha256) => `${account}:${sha256}`)) }
}

/**
 * The second person approves, and the act is filed at once. Sent again, or after the process died in between, it is
 * carried out if it was not, and answered the same if it was: the decision is the filing's id.
 */
export async function approve(deps: Parts, filer: Filer, id: string): Promise<Decided> {
  const decision = await loadDecision(deps.pool, id)
  if (!decision) throw new ProblemError('not_found')
  const own = decision.votes.find(({ userId }) => userId === filer.actor)
  const status = statusOf(decision)
  if (status === 'carried_out' && own) return { decided: decision }
  if (status === 'proposed' && own) return { refused: [secondPersonNeeded] }
  if (status === 'proposed') {
    // A vote that came between leaves the decision at another step: it is looked at again.
    if (!(await castVote(deps.pool, id, voterOf(filer), { vote: 'approve' }))) return approve(deps, filer, id)
    const voted = (await loadDecision(deps.pool, id))!
    // What the register proposed by itself has no vote yet: the first of two people leaves it waiting.
    return statusOf(voted) === 'proposed' ? { decided: voted } : carryOut(deps, filer, id)
  }
  if (status === 'approved' && own) return carryOut(deps, filer, id)
  return { refused: [decisionEnded] }
}

/** The second person says no, and it is over. */
export async function reject(deps: Parts, filer: Filer, id: string, reason: string): Promise<Decided> {
  const decision = await loadDecision(deps.pool, id)
  if (!decision) throw new ProblemError('not_found')
  if (!mayVote(decision, filer.actor)) {
    const own = decision.votes.some(({ userId }) => userId === filer.actor)
    return { refused: [statusOf(decision) === 'proposed' && own ? secondPersonNeeded : decisionEnded] }
  }
  if (!(await castVote(deps.pool, id, voterOf(filer), { vote: 'reject', reason }))) return { refused: [decisionEnded] }
  return { decided: (await loadDecision(deps.pool, id))! }
}

/** Files what two people approved. Refused at its place in the order, it stays approved and says why. */
async function carryOut(deps: Parts, filer: Filer, id: string): Promise<Decided> {
  const decision = (await loadDecision(deps.pool, id))!
  if (statusOf(decision) === 'carried_out') return { decided: decision }
  if (statusOf(decision) !== 'approved') return { refused: [decisionEnded] }
  if (isDestruction(decision.kind)) {
    const refused = await carryOutDestruction(deps.pool, decision)
    return refused.length > 0 ? { refused } : { decided: (await loadDecision(deps.pool, id))! }
  }
  const act = registrarActOf(decision.kind)
  if (!act) throw new Error(`a decision of the kind ${decision.kind} is not carried out by a filing`)
  const [first, second] = decision.votes
  const people: TwoPeople = { proposedBy: first!.displayName, approvedBy: second!.displayName }
  const prepared = act.prepare(filer, decision.registrationNumber!, { ...decision.content, people } as never, {
    today: beijingDate(deps.clock.nowMicroseconds()),
    filingId: id,
  })
  if ('refused' in prepared) return prepared
  const resolution = await submitOnce(deps.sequencer, prepared)
  // Another request of the same decision may have been first: what it filed is the answer.
  const decided = (await loadDecision(deps.pool, id))!
  return resolution && 'refused' in resolution && statusOf(decided) !== 'carried_out' ? resolution : { decided }
}

/** @returns undefined when a filing of this id is there already */
async function submitOnce(sequencer: Parts['sequencer'], act: Act): Promise<Resolution | undefined> {
  try {
    return await sequencer.submit(act)
  } catch (error) {
    if ((error as { constraint?: string }).constraint !== 'filings_filing_id_key') throw error
    return undefined
  }
}

/** The answer to whoever carried a decision out: that of every act. */
export function filedAnswerOf(decision: Decision) {
  const { registrationNumber, filing } = decision
  if (!filing || !registrationNumber) throw new Error(`decision ${decision.decision} was not filed`)
  return {
    registrationNumber,
    ...filing,
    decision: decision.decision,
    links: linksOfAct(registrationNumber, filing.filingNumber),
  }
}

export function voterOf({ actor, account, network, requestId }: Filer): Voter {
  return { userId: actor, account, network, requestId }
}

const secondPersonNeeded: Refusal = {
  code: 'second_person_needed',
  message: text(
    '须由另一名登记员办理：提出的人不能自己核准或者否决',
    'Another registrar must do this: who proposed it can neither approve nor reject it',
  ),
}
const decisionEnded: Refusal = {
  code: 'decision_ended',
  message: text(
    '这项办理已经结束，不能再核准或者否决',
    'This decision is over: it can be approved or rejected no more',
  ),
}

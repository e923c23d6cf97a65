/** What the register's office decides by two people. A destruction is no filing: the database carries it out. */
export const decisionKinds = ['revocation', 'correction', 'reinstatement', 'destruction', 'search_destruction'] as const
export type DecisionKind = (typeof decisionKinds)[number]

/** Proposed by the register itself, without a vote, once a retention is over. */
export function isDestruction(kind: DecisionKind): kind is 'destruction' | 'search_destruction' {
  return kind === 'destruction' || kind === 'search_destruction'
}

/** Days in which the second person must have said so. */
export const DECISION_DAYS = 30

export type Vote = {
  place: 1 | 2
  userId: number
  displayName: string
  vote: 'approve' | 'reject'
  reason: string | null
  at: string
}

export type DecisionStatus = 'proposed' | 'approved' | 'carried_out' | 'rejected' | 'over'

/** A decision with its votes, and the filing that carried it out. Times are RFC 3339 UTC. */
export type Decision = {
  decision: string
  kind: DecisionKind
  /** Null for search records, which are destroyed by a decision too. */
  registration: number | null
  registrationNumber: string | null
  content: Record<string, unknown>
  proposedAt: string
  endsAt: string
  isOver: boolean
  votes: Vote[]
  filing: { filingNumber: string; sequence: number; filedAt: string; verificationCode: string } | null
  carriedOutAt: string | null
}

/** A decision on a registration: any but the destruction of search records. */
export type RegistrationDecision = Decision & { registration: number; registrationNumber: string }

/** Where a decision stands. Pure. */
export function statusOf(decision: Pick<Decision, 'votes' | 'isOver' | 'carriedOutAt'>): DecisionStatus {
  if (decision.carriedOutAt) return 'carried_out'
  if (decision.votes.some(({ vote }) => vote === 'reject')) return 'rejected'
  if (decision.votes.length === 2) return 'approved'
  return decision.isOver ? 'over' : 'proposed'
}

/** May this person cast the next vote? Who has cast one may not cast the other. Pure. */
export function mayVote(decision: Pick<Decision, 'votes' | 'isOver' | 'carriedOutAt'>, userId: number): boolean {
  return statusOf(decision) === 'proposed' && decision.votes.every((vote) => vote.userId !== userId)
}

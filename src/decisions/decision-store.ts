import type { Pool } from 'pg'
import { DECISION_DAYS, type Decision, type DecisionKind } from './decision.ts'

type Client = Pick<Pool, 'query'>

export type NewDecision = {
  decision: string
  kind: DecisionKind
  registration: number
  content: Record<string, unknown>
  contentSha256: Buffer
}

/** Who does it, from where. */
export type Voter = { userId: number; account: number; network: string | undefined; requestId: string | undefined }

/** Keeps a decision with the vote of the person who proposes it, and says so in the audit. */
export async function keepDecision(client: Client, made: NewDecision, proposer: Voter): Promise<void> {
  await client.query(
    `with decision as (
       insert into decisions (decision, kind, registration, content, content_sha256, ends_at)
       values ($1, $2, $3, $4, $5, clock_timestamp() + interval '${DECISION_DAYS} days') returning decision
     ), vote as (
       insert into decision_votes (decision, place, user_id, vote, network) select decision, 1, $6, 'approve', $7
       from decision)
     insert into audit_events (user_id, account, act, subject, network, request_id)
     values ($6, $8, 'decision.proposed', $1::text, $7, $9)`,
    [
      made.decision,
      made.kind,
      made.registration,
      JSON.stringify(made.content),
      made.contentSha256,
      proposer.userId,
      proposer.network ?? null,
      proposer.account,
      proposer.requestId ?? null,
    ],
  )
}

/**
 * Casts the next vote: of two that come at once, one is first and the other finds the place taken.
 * @returns false when somebody else's vote came between, or this person has voted
 */
export async function castVote(
  client: Client,
  decision: string,
  voter: Voter,
  vote: { vote: 'approve' | 'reject'; reason?: string },
): Promise<boolean> {
  const { rowCount } = await client.query(
    `with cast_vote as (
       insert into decision_votes (decision, place, user_id, vote, reason, network)
       select $1, (select count(*) + 1 from decision_votes where decision = $1), $2, $3, $4, $5
       where (select count(*) from decision_votes where decision = $1) < 2
       on conflict do nothing returning decision)
     insert into audit_events (user_id, account, act, subject, network, request_id)
     select $2, $6, 'decision.' || $3, decision::text, $5, $7 from cast_vote`,
    [
      decision,
      voter.userId,
      vote.vote,
      vote.reason ?? null,
      voter.network ?? null,
      voter.account,
      voter.requestId ?? null,
    ],
  )
  return rowCount === 1
}

const DECISION = `select d.decision, d.kind, d.registration, first.filing_number as "registrationNumber", d.content,
    d.proposed_at as "proposedAt", d.ends_at as "endsAt", d.ends_at < clock_timestamp() as "isOver",
    coalesce((select jsonb_agg(jsonb_build_object('place', v.place, 'userId', v.user_id, 'displayName', u.display_name,
      'vote', v.vote, 'reason', v.reason,
      'at', to_char(v.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by v.place)
      from decision_votes v join users u using (user_id) where v.decision = d.decision), '[]') as votes,
    f.filing_number, f.sequence, f.filed_at, f.verification_code, x.at as destroyed_at
  from decisions d left join filings first on first.sequence = d.registration
    left join destructions x on x.decision = d.decision and x.complete
    left join filings f on f.filing_id = d.decision`

export async function loadDecision(client: Client, decision: string): Promise<Decision | undefined> {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(decision)) return undefined
  const { rows } = await client.query(`${DECISION} where d.decision = $1`, [decision])
  return rows[0] && decisionOf(rows[0])
}

/** The newest decision that says just this of a registration and still waits for its second person. */
export async function loadSameDecision(
  client: Client,
  same: Pick<NewDecision, 'kind' | 'registration' | 'contentSha256'>,
): Promise<Decision | undefined> {
  const { rows } = await client.query(
    `${DECISION} where d.kind = $1 and d.registration = $2 and d.content_sha256 = $3 and d.ends_at > clock_timestamp()
       and f.sequence is null and not exists (select from decision_votes v where v.decision = d.decision
         and v.vote = 'reject')
     order by d.proposed_at desc limit 1`,
    [same.kind, same.registration, same.contentSha256],
  )
  return rows[0] && decisionOf(rows[0])
}

/**
 * Decisions, newest first. @param page `waiting`: only those that wait for a vote or to be carried out; `filings`: only
 * those that make one, without destructions
 */
export async function listDecisions(
  client: Client,
  page: { waiting: boolean; filings?: boolean; before?: string; limit: number },
): Promise<Decision[]> {
  const { rows } = await client.query(
    `${DECISION} where ($1::timestamptz is null or d.proposed_at < $1)
       and (not $2 or (f.sequence is null and x.at is null and d.ends_at > clock_timestamp() and not exists (
         select from decision_votes v where v.decision = d.decision and v.vote = 'reject')))
       and (not $4 or d.kind not in ('destruction', 'search_destruction'))
     order by d.proposed_at desc limit $3`,
    [page.before ?? null, page.waiting, page.limit, page.filings ?? false],
  )
  return rows.map(decisionOf)
}

// biome-ignore lint/suspicious/noExplicitAny: a row of the driver
function decisionOf({ filing_number, sequence, filed_at, verification_code, destroyed_at, ...row }: any): Decision {
  const filing = filing_number
    ? { filingNumber: filing_number, sequence, filedAt: filed_at, verificationCode: verification_code }
    : null
  return { ...row, filing, carriedOutAt: filing?.filedAt ?? destroyed_at }
}

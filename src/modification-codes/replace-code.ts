import type { Pool } from 'pg'
import { addNotices } from '../notices/add-notices.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { inTransaction } from '../platform/transaction.ts'
import { type CodeReplacement, loadOpenReplacement, loadReplacement, replacementStatus } from './code-replacement.ts'

/** Who does it, from where. */
export type Requester = {
  userId: number
  account: number
  isRegistrar: boolean
  network: string | undefined
  requestId: string | undefined
}

type Client = Pick<Pool, 'query'>
export type Replaced = { replacement: CodeReplacement } | { refused: Refusal[] }

/**
 * A lost modification code (domain: the acts): one person asks for a new one. Both are of the filer's institution, or
 * both are registrars who have reviewed its identity. The old code works until the new one is collected.
 */
export async function requestReplacement(
  client: Client,
  requester: Requester,
  registration: number,
  account: number,
  reason: string,
): Promise<Replaced> {
  // A request of an account that is the filer no more stands in nobody's way.
  await client.query(
    `update code_replacements set outcome = 'cancelled', ended_at = clock_timestamp(), ended_by = $3
     where registration = $1 and account <> $2 and outcome is null`,
    [registration, account, requester.userId],
  )
  const { rows } = await client.query(
    `with made as (
       insert into code_replacements (registration, account, reason, requested_by) values ($1, $2, $3, $4)
       on conflict do nothing returning code_replacement
     ), audited as (
       insert into audit_events (user_id, account, act, subject, network, request_id)
       select $4, $5, 'modification_code.requested', code_replacement::text, $6, $7 from made)
     select code_replacement from made`,
    [registration, account, reason, requester.userId, requester.account, ...from(requester)],
  )
  if (!rows[0]) return { refused: [replacementOpen] }
  return { replacement: (await loadReplacement(client, rows[0].code_replacement))! }
}

/** The second person of the same side approves; from then the waiting time runs. Twice by the same person is once. */
export async function approveReplacement(
  pool: Pool,
  requester: Requester,
  replacement: CodeReplacement,
  waitHours: number,
): Promise<Replaced> {
  if (replacement.requestedBy === requester.userId) return { refused: [secondPersonNeeded] }
  return inTransaction(pool, async (client) => {
    const approved = await approveOnce(client, requester, replacement.codeReplacement, waitHours)
    const now = (await loadReplacement(client, replacement.codeReplacement))!
    if (approved) await addNotices(client, [replacementNotice(now)])
    return approved || now.approvedBy === requester.userId ? { replacement: now } : { refused: [notWaiting] }
  })
}

async function approveOnce(client: Client, requester: Requester, id: string, waitHours: number): Promise<boolean> {
  const { rowCount } = await client.query(
    `with approved as (
       update code_replacements set approved_by = $2, approved_at = clock_timestamp(),
         ready_at = clock_timestamp() + $3 * interval '1 hour'
       where code_replacement = $1 and approved_by is null and outcome is null returning code_replacement)
     insert into audit_events (user_id, account, act, subject, network, request_id)
     select $2, $4, 'modification_code.approved', code_replacement::text, $5, $6 from approved`,
    [id, requester.userId, waitHours, requester.account, ...from(requester)],
  )
  return rowCount === 1
}

/** The institution is told before the new code can be collected: time to notice a theft. */
function replacementNotice({ account, registrationNumber, codeReplacement, readyAt }: CodeReplacement) {
  const kind = 'code_replacement_requested' as const
  return { account, kind, registrationNumber, details: { validFrom: readyAt! }, source: `code:${codeReplacement}` }
}

/** Anybody of either side may stop it until the new code is collected. */
export async function cancelReplacement(
  client: Client,
  requester: Requester,
  replacement: CodeReplacement,
): Promise<Replaced> {
  await client.query(
    `with cancelled as (
       update code_replacements set ended_by = $2, ended_at = clock_timestamp(), outcome = 'cancelled'
       where code_replacement = $1 and outcome is null returning code_replacement)
     insert into audit_events (user_id, account, act, subject, network, request_id)
     select $2, $3, 'modification_code.cancelled', code_replacement::text, $4, $5 from cancelled`,
    [replacement.codeReplacement, requester.userId, requester.account, ...from(requester)],
  )
  const now = (await loadReplacement(client, replacement.codeReplacement))!
  return now.outcome === 'cancelled' ? { replacement: now } : { refused: [notWaiting] }
}

/** Why a code cannot be collected yet; undefined when it can. @param live whether a code works now */
export async function refuseCollection(
  client: Client,
  registration: number,
  account: number,
  live: boolean,
): Promise<{ refused: Refusal } | { replacement: CodeReplacement | undefined }> {
  const open = await loadOpenReplacement(client, registration)
  if (!live) return { replacement: open }
  if (!open || open.account !== account) return { refused: codeLive }
  const status = replacementStatus(open)
  if (status === 'requested') return { refused: approvalMissing }
  return status === 'ready' ? { replacement: open } : { refused: notReady(open.readyAt!) }
}

const from = ({ network, requestId }: Requester) => [network ?? null, requestId ?? null]

const replacementOpen: Refusal = {
  code: 'code_replacement_open',
  message: text('这项登记已有重发修改码的申请尚未办结', 'A new modification code has been asked for already'),
}
const secondPersonNeeded: Refusal = {
  code: 'second_person_needed',
  message: text(
    '须由同一方的另一人核准，提出申请的人不能自己核准',
    'Another person of the same side must approve; who asked cannot',
  ),
}
const notWaiting: Refusal = {
  code: 'code_replacement_ended',
  message: text('这项申请已经核准、领取或者取消', 'This request has been approved, collected or cancelled'),
}
const codeLive: Refusal = {
  code: 'modification_code_live',
  message: text(
    '现有修改码仍然有效；遗失的请先申请重发，由两人办理',
    'The present modification code works; if it is lost, ask for a new one first, by two people',
  ),
}
const approvalMissing: Refusal = {
  code: 'code_replacement_not_approved',
  message: text('重发申请还没有第二人核准', 'The request has not been approved by a second person yet'),
}

function notReady(readyAt: string): Refusal {
  return {
    code: 'code_replacement_waiting',
    message: text(
      `等待期未满，${readyAt}（UTC）以后可以领取`,
      `The waiting time is not over: collect it from ${readyAt}`,
    ),
  }
}

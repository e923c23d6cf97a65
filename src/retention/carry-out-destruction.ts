import type { Pool } from 'pg'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'

type Client = Pick<Pool, 'query'>

/** Search records that one transaction destroys. */
const SEARCHES_A_BATCH = 1_000

/** A destruction that two people approved. `registration` is null for search records. */
export type ApprovedDestruction = { decision: string; registration: number | null }

/**
 * Carries a destruction out. The database judges it from the filings alone and refuses what is not due, held or not
 * approved by two; done before, it does nothing. Search records go a batch at a time: the job takes the rest.
 * @returns why not, if not
 */
export async function carryOutDestruction(
  client: Client,
  { decision, registration }: ApprovedDestruction,
): Promise<Refusal[]> {
  try {
    if (registration !== null) await client.query('select destroy_registration($1, $2)', [registration, decision])
    else await client.query('select destroy_searches($1, $2)', [decision, SEARCHES_A_BATCH])
    return []
  } catch (error) {
    const refusal = refusals[(error as { constraint?: string }).constraint ?? '']
    if (!refusal) throw error
    return [refusal]
  }
}

/** By the names under which the database refuses (migration retention). */
const refusals: Record<string, Refusal> = {
  legal_hold_stands: {
    code: 'legal_hold_stands',
    message: text(
      '这项登记设有保全，解除以前不得销毁',
      'A legal hold stands on it: nothing is destroyed before it is lifted',
    ),
  },
  retention_not_over: {
    code: 'retention_not_over',
    message: text(
      '保存期限未满：登记结束满十五年以后才能销毁',
      'It is still to be kept: it can be destroyed fifteen years after its end',
    ),
  },
  destruction_not_approved: {
    code: 'destruction_not_approved',
    message: text(
      '这项销毁没有有效的两人核准，须重新提出',
      'This destruction has no two approvals that count; it must be proposed anew',
    ),
  },
}

import type { Pool } from 'pg'
import type { Logger } from 'pino'
import { hashesOfSubtrees, lastCheckpoint, type PublishedCheckpoint } from './log-store.ts'
import { consistencySubtrees } from './proofs.ts'
import { parseNote, parseSignatureLine, parseVerifierKey, type VerifierKey, verifyLine } from './signed-note.ts'

/** Somebody outside who signs heads that continue those it saw (C2SP tlog-witness). */
export type Witness = { url: string; key: string }

const PATIENCE_MS = 5_000
const ANSWER_MAX_CHARACTERS = 100_000

/**
 * Asks each witness to sign the newest head, with the proof that it continues the one the witness signed last. One
 * that is away or refuses is noted in the log of the program, and asked again with the next head.
 */
export async function askWitnesses(
  pool: Pool,
  witnesses: readonly Witness[],
  log: Pick<Logger, 'warn'>,
): Promise<void> {
  if (witnesses.length === 0) return
  const last = await lastCheckpoint(pool)
  if (!last || last.size === 0) return
  await Promise.all(
    witnesses.map((witness) =>
      askWitness(pool, witness, last).catch((err: unknown) =>
        log.warn({ err, witness: witness.url }, 'a witness did not sign the head of the log'),
      ),
    ),
  )
}

async function askWitness(pool: Pool, { url, key: text }: Witness, head: PublishedCheckpoint): Promise<void> {
  const key = parseVerifierKey(text)
  if (key?.type !== 'witness') throw new Error('its key is no key of a witness')
  const before = await lastSigned(pool, text)
  if (before === head.size) return
  let line = await addCheckpoint(pool, url, key, head, before)
  // It knows of another head than we remember: that is where the proof must begin.
  if (typeof line === 'number') line = await addCheckpoint(pool, url, key, head, line)
  if (typeof line === 'number') throw new Error(`it says that it signed ${line} filings, of ${head.size}`)
  await pool.query(
    'insert into log_cosignatures (tree_size, verifier_key, line) values ($1, $2, $3) on conflict do nothing',
    [head.size, text, line],
  )
}

async function lastSigned(pool: Pool, key: string): Promise<number> {
  const { rows } = await pool.query('select max(tree_size) as size from log_cosignatures where verifier_key = $1', [
    key,
  ])
  return rows[0]?.size ?? 0
}

/** @returns the line it signed with, or the size that it signed last when that is another than `old` */
async function addCheckpoint(
  pool: Pool,
  url: string,
  key: VerifierKey,
  head: PublishedCheckpoint,
  old: number,
): Promise<string | number> {
  if (old > head.size) return old
  const proof = old === 0 ? [] : await hashesOfSubtrees(pool, consistencySubtrees(old, head.size))
  const lines = [`old ${old}`, ...proof.map((hash) => hash.toString('base64')), '', head.note]
  const answer = await fetch(`${url}/add-checkpoint`, {
    method: 'POST',
    body: lines.join('\n'),
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  const said = (await answer.text()).slice(0, ANSWER_MAX_CHARACTERS)
  if (answer.status === 409 && /^\d{1,15}\n$/.test(said)) return Number(said)
  if (answer.status !== 200) throw new Error(`it answered ${answer.status}`)
  const { text } = parseNote(head.note)!
  for (const line of said.split('\n')) {
    const parsed = parseSignatureLine(line)
    if (parsed?.name === key.name && parsed.id.equals(key.id) && verifyLine(text, parsed, key)) return line
  }
  throw new Error('its signature is not right')
}

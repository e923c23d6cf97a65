import type pg from 'pg'
import { createPool } from '../../src/platform/database.ts'
import { keyDigest } from '../../src/registrations/key-digest.ts'
import { assetIdentifierKey } from '../../src/search/search-key.ts'
import { figure, option } from './figure.ts'
import { loadRegister } from './load-register.ts'
import { median } from './register.ts'
import { type SandboxProcess, startSandbox } from './sandbox-process.ts'

const LINES = 10_000
const ROUNDS = 7

/**
 * A check of 10,000 numbers over HTTP, half of them registered, recorded and answered, against the raw indexed join of
 * the same numbers with the registrations that list them.
 */
export async function benchOverlap(args: string[]): Promise<void> {
  const count = option(args, 'count', 5_000_000)
  const sandbox = await startSandbox()
  try {
    const loaded = await loadRegister(sandbox.superuserUrl, {
      count,
      sampleEvery: Math.max(1, Math.floor(count / LINES)),
    })
    const numbers = Array.from({ length: LINES }, (_, at) =>
      at % 2 === 0 ? loaded[at % loaded.length]!.serialNumber : `XX${String(at).padStart(9, '0')}`,
    )
    await check(sandbox, numbers)
    const [ours, raw]: number[][] = [[], []]
    for (let round = 0; round < ROUNDS; round += 1) {
      raw!.push(await rawJoin(sandbox.databaseUrl, numbers))
      ours!.push(await check(sandbox, numbers))
    }
    figure(`overlap check of ${LINES} lines among ${count} identifiers`, median(ours!), 'ms', median(raw!))
  } finally {
    await sandbox.end()
  }
}

async function check(sandbox: SandboxProcess, numbers: readonly string[]): Promise<number> {
  const body = JSON.stringify({ purpose: 'before_transaction', lines: numbers.map((identifier) => ({ identifier })) })
  const began = performance.now()
  const answer = await fetch(`${sandbox.url}/api/v1/overlap-checks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${sandbox.searcher.apiKey}`, 'content-type': 'application/json' },
    body,
  })
  const { summary } = (await answer.json()) as { summary?: { exact: number } }
  const took = performance.now() - began
  if (summary?.exact !== LINES / 2) throw new Error(`the check found ${summary?.exact} of ${LINES / 2}`)
  return took
}

async function rawJoin(databaseUrl: string, numbers: readonly string[]): Promise<number> {
  const pool = createPool(databaseUrl, { role: 'registry_app', applicationName: 'raw', max: 1, onError: () => {} })
  const keys = numbers.map(assetIdentifierKey)
  const digests = keys.map((key) => keyDigest('asset', null, key))
  const query: pg.QueryConfig = {
    name: 'raw-join',
    text: `select k.key, r.registration_number, r.security_type, r.filed_at, r.expires_on, r.secured_parties, r.debtors,
        r.collateral_summary
      from unnest($1::bytea[], $2::text[]) as w(digest, key)
      join asset_keys k on k.key_digest = w.digest and k.key = w.key join registrations r using (registration)`,
    values: [digests, keys],
  }
  await pool.query(query)
  const began = performance.now()
  const { rowCount } = await pool.query(query)
  const took = performance.now() - began
  await pool.end()
  if (rowCount !== numbers.length / 2) throw new Error(`the join found ${rowCount}`)
  return took
}

import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { identifierKey } from '../accounts/identifier-key.ts'
import { hashPassword } from '../accounts/passwords.ts'
import { hashSecret, newApiKey } from '../accounts/secrets.ts'
import { type Config, isLoopback } from '../config.ts'
import type { Deps } from '../deps.ts'
import { writeWholeFile } from '../platform/whole-file.ts'
import { fileSamples } from './file-samples.ts'
import { type SandboxUser, sandboxAccounts, sandboxUsers } from './sandbox-people.ts'

/** The sign-in data of the sandbox's people, by what they are for. */
export type SandboxSecrets = Record<SandboxUser['name'], { loginName: string; password: string; apiKey: string }>

/**
 * Which register this is; on an empty database it is decided once. Embedded and on loopback: a sandbox. With
 * DATABASE_URL only when SEED_SANDBOX=1 says so.
 */
export async function loadIdentity(pool: Pool, config: Config): Promise<{ name: string; sandbox: boolean }> {
  const sandbox = mayBeSandbox(config)
  await pool.query(`insert into register_identity (name, sandbox) values ('Encumbra', $1) on conflict do nothing`, [
    sandbox,
  ])
  const { rows } = await pool.query('select name, sandbox from register_identity')
  return rows[0]
}

/**
 * Makes the sandbox's people and sample registrations where they are missing. Killed half way, the next start goes on.
 * @returns undefined when this process has no sandbox to make
 */
export async function seedSandbox(deps: Deps, config: Config): Promise<SandboxSecrets | undefined> {
  if (!deps.identity.sandbox || !mayBeSandbox(config)) return undefined
  const { secrets, fresh } = await loadSecrets(config.dataDir)
  const { rows } = await deps.pool.query('select count(*) as users from users')
  if (fresh || rows[0].users < sandboxUsers.length) await seedPeople(deps.pool, secrets)
  await fileSamples(deps)
  return secrets
}

/** Writes sandbox.json whole, with the address of this start, and prints how to sign in. */
export async function writeSandboxFile(
  deps: Deps,
  secrets: SandboxSecrets | undefined,
  { url, log }: { url: string; log: { origin: string; publicKey: string } | undefined },
): Promise<void> {
  if (!secrets) return
  const { operator, otherOperator, administrator, otherAdministrator, searcher, registrar, secondRegistrar, court } =
    secrets
  const file = {
    url,
    operator,
    otherOperator,
    administrator,
    otherAdministrator,
    searcher,
    registrars: [registrar, secondRegistrar],
    court,
    ...(log && { log }),
  }
  const path = join(deps.config.dataDir, 'sandbox.json')
  await writeWholeFile(path, `${JSON.stringify(file, null, 2)}\n`)
  const lines = sandboxUsers.map(
    ({ name, words }) => `  ${words.padEnd(34)} ${secrets[name].loginName}  ${secrets[name].password}`,
  )
  process.stdout.write(
    `\nSANDBOX 沙盒: sample data, known passwords, loopback only.\n${lines.join('\n')}\n` +
      `  API keys are in ${path}\n`,
  )
}

function mayBeSandbox(config: Config): boolean {
  return isLoopback(config.host) && (config.databaseUrl === undefined || config.seedSandbox)
}

/** Secrets are made once and kept; the people in the database follow them. */
async function loadSecrets(dataDir: string): Promise<{ secrets: SandboxSecrets; fresh: boolean }> {
  const path = join(dataDir, 'sandbox-secrets.json')
  const kept: Partial<SandboxSecrets> = existsSync(path) ? JSON.parse(await readFile(path, 'utf8')) : {}
  if (sandboxUsers.every(({ name }) => kept[name])) return { secrets: kept as SandboxSecrets, fresh: false }
  // Who was there before keeps their secrets: a later version only adds people.
  const entries = sandboxUsers.map(({ name, loginName }) => [
    name,
    kept[name] ?? { loginName, password: randomBytes(9).toString('base64url'), apiKey: newApiKey() },
  ])
  const secrets = Object.fromEntries(entries) as SandboxSecrets
  await writeWholeFile(path, JSON.stringify(secrets))
  return { secrets, fresh: true }
}

async function seedPeople(pool: Pool, secrets: SandboxSecrets): Promise<void> {
  const hashes = await Promise.all(sandboxUsers.map(({ name }) => hashPassword(secrets[name].password)))
  const client = await pool.connect()
  try {
    await client.query('begin')
    const accounts = new Map<string, number>()
    for (const each of sandboxAccounts) {
      const { rows } = await client.query(
        `with there as (select account from accounts where name = $2),
           made as (insert into accounts (kind, name, identifier, identifier_key, address, representative,
               identity_verified_at)
             select $1, $2, $3, $4, $5, $6, clock_timestamp() where not exists (select from there) returning account)
         select account from there union all select account from made`,
        [
          each.kind,
          each.name,
          each.identifier ?? null,
          identifierKey(each.identifier),
          each.address ?? null,
          each.representative ?? null,
        ],
      )
      accounts.set(each.name, rows[0].account)
    }
    for (const [at, user] of sandboxUsers.entries()) {
      const { rows } = await client.query(
        `insert into users (account, login_name, display_name, role, password_hash) values ($1, $2, $3, $4, $5)
         on conflict (login_name) do update set password_hash = excluded.password_hash returning user_id`,
        [accounts.get(user.account), user.loginName, user.displayName, user.role, hashes[at]],
      )
      await client.query('insert into api_keys (key_hash, user_id, label) values ($1, $2, $3) on conflict do nothing', [
        hashSecret(secrets[user.name].apiKey),
        rows[0].user_id,
        'sandbox',
      ])
    }
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

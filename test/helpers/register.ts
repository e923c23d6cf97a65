import bcrypt from 'bcrypt'
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify'
import pg from 'pg'
import pino from 'pino'
import type { Test } from 'tap'
import { Authenticator } from '../../src/accounts/authenticate.ts'
import { identifierKey } from '../../src/accounts/identifier-key.ts'
import { hashSecret } from '../../src/accounts/secrets.ts'
import { buildApp } from '../../src/app.ts'
import { createCertificateRenderer } from '../../src/certificates/certificate-pdf.ts'
import { readConfig } from '../../src/config.ts'
import type { Deps } from '../../src/deps.ts'
import { NearMatches } from '../../src/near-matches/near-matches.ts'
import { type Clock, systemClock } from '../../src/platform/clock.ts'
import { createPool } from '../../src/platform/database.ts'
import { FilingSequencer } from '../../src/registrations/filing-sequencer.ts'
import { type SandboxUser, sandboxAccounts, sandboxUsers } from '../../src/sandbox/sandbox-people.ts'
import { AnsweringLogics } from '../../src/search/answering-logics.ts'
import { SearchGroup } from '../../src/search/search-group.ts'
import type { SearchLogic } from '../../src/search/search-logics.ts'
import { createDatabase, type TestDatabase } from './cluster.ts'

export type TestPerson = { userId: number; account: number; loginName: string; password: string; apiKey: string }

/** A whole register on its own database, without samples: the app, its people, and a superuser's look at the tables. */
export type TestRegister = {
  app: FastifyInstance
  deps: Deps
  database: TestDatabase
  people: Record<SandboxUser['name'], TestPerson>
  /** As a superuser, for looking and for tampering. */
  sql(text: string, values?: unknown[]): Promise<pg.QueryResult>
  /** A request as a person (API key), or as nobody. */
  call(who: SandboxUser['name'] | undefined, options: InjectOptions): Promise<LightMyRequestResponse>
  /** The session cookie of a person who signed in. */
  sessionOf(who: SandboxUser['name']): Promise<string>
}

const PASSWORD = 'correct horse battery'

/** Opens a register for a test file or test; it is closed and its database dropped at the end. */
export async function openRegister(
  t: Test,
  options: { clock?: Clock; sandbox?: boolean; queueMaxFilings?: number; logics?: readonly SearchLogic[] } = {},
): Promise<TestRegister> {
  const database = await createDatabase()
  const log = pino({ level: process.env.LOG_LEVEL || 'silent' })
  const config = { ...readConfig({}), logLevel: log.level, databaseUrl: database.url }
  const clock = options.clock ?? systemClock
  const pool = createPool(database.url, { role: 'registry_app', applicationName: 'test', max: 6, onError: () => {} })
  const superuser = new pg.Pool({ connectionString: database.superuserUrl, max: 2 })
  superuser.on('error', () => {})
  const identity = { name: 'Encumbra', sandbox: options.sandbox ?? true }
  await superuser.query('insert into register_identity (name, sandbox) values ($1, $2)', [
    identity.name,
    identity.sandbox,
  ])
  const sequencer = new FilingSequencer({
    databaseUrl: database.url,
    log,
    clock,
    queueMaxFilings: options.queueMaxFilings ?? config.queueMaxFilings,
    ...(options.logics && { logics: options.logics }),
  })
  const nearMatches = new NearMatches({ databaseUrl: database.url, log })
  const deps: Deps = {
    config,
    log,
    clock,
    pool,
    sequencer,
    searches: new SearchGroup(pool, clock),
    logics: new AnsweringLogics(pool, options.logics),
    nearMatches,
    certificates: createCertificateRenderer({ threads: 1, sandbox: identity.sandbox }),
    authenticator: new Authenticator(pool),
    identity,
    logSigner: undefined,
    started: true,
    publicUrl: () => 'http://127.0.0.1:8080',
  }
  const people = await addPeople(superuser)
  const app = await buildApp(deps)
  sequencer.start()
  t.teardown(async () => {
    await app.close()
    await sequencer.close()
    await deps.certificates.close()
    await nearMatches.close()
    await pool.end()
    await superuser.end()
    await database.drop()
  })
  return {
    app,
    deps,
    database,
    people,
    sql: (text, values) => superuser.query(text, values),
    call: (who, request) =>
      app.inject({
        ...request,
        headers: { ...(who && { authorization: `Bearer ${people[who].apiKey}` }), ...request.headers },
      }),
    sessionOf: async (who) => {
      const { loginName, password } = people[who]
      const answer = await app.inject({
        method: 'POST',
        url: '/sign-in',
        payload: new URLSearchParams({ loginName, password }).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
      const cookie = answer.cookies.find((each) => each.name === 'session')
      if (!cookie) throw new Error(`${who} could not sign in: ${answer.statusCode}`)
      return cookie.value
    },
  }
}

async function addPeople(pool: pg.Pool): Promise<TestRegister['people']> {
  const hash = await bcrypt.hash(PASSWORD, 4)
  const accounts = new Map<string, number>()
  for (const each of sandboxAccounts) {
    const { rows } = await pool.query(
      `insert into accounts (kind, name, identifier, identifier_key, address, representative, identity_verified_at)
       values ($1, $2, $3, $4, $5, $6, clock_timestamp()) returning account`,
      [
        each.kind,
        each.name,
        each.identifier ?? null,
        identifierKey(each.identifier),
        each.address ?? null,
        each.representative ?? null,
      ],
    )
    accounts.set(each.name, Number(rows[0].account))
  }
  const people: Partial<TestRegister['people']> = {}
  for (const user of sandboxUsers) {
    const account = accounts.get(user.account)!
    const apiKey = `enc_test_key_of_${user.name}`
    const { rows } = await pool.query(
      `with made as (insert into users (account, login_name, display_name, role, password_hash)
         values ($1, $2, $3, $4, $5) returning user_id)
       insert into api_keys (key_hash, user_id, label) select $6, user_id, 'test' from made returning user_id`,
      [account, user.loginName, user.displayName, user.role, hash, hashSecret(apiKey)],
    )
    people[user.name] = {
      userId: Number(rows[0].user_id),
      account,
      loginName: user.loginName,
      password: PASSWORD,
      apiKey,
    }
  }
  return people as TestRegister['people']
}

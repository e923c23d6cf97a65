import { createHash } from 'node:crypto'
import openapiTypescript, { astToString, type OpenAPI3 } from 'openapi-typescript'
import pg from 'pg'
import pino from 'pino'
import { Authenticator } from '../../src/accounts/authenticate.ts'
import { buildApp } from '../../src/app.ts'
import { createCertificateRenderer } from '../../src/certificates/certificate-pdf.ts'
import { readConfig } from '../../src/config.ts'
import type { Deps } from '../../src/deps.ts'
import { NearMatches } from '../../src/near-matches/near-matches.ts'
import { systemClock } from '../../src/platform/clock.ts'
import { FilingSequencer } from '../../src/registrations/filing-sequencer.ts'
import { AnsweringLogics } from '../../src/search/answering-logics.ts'
import { SearchGroup } from '../../src/search/search-group.ts'
import { catalogueListing } from './catalogue-listing.ts'
import { filesBelow, textOf } from './source-files.ts'

/** Files of the repository that are made from others. `npm run write-files` writes them, a test holds them current. */
export type WrittenFiles = Record<string, string>

/** openapi/openapi.json and the typed client made of it. Needs no database: the app is built and never asked. */
export async function apiFiles(): Promise<WrittenFiles> {
  const document = await openapiDocument()
  const client = astToString(await openapiTypescript(document as unknown as OpenAPI3))
  return {
    'openapi/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'openapi/client.d.ts': `/* Made of openapi.json by openapi-typescript (npm run write-files); never edited by hand. */\n\n${client}`,
  }
}

/** sql/schema.sql, read from a migrated database. */
export async function schemaFile(databaseUrl: string): Promise<WrittenFiles> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return { 'sql/schema.sql': await catalogueListing(client) }
  } finally {
    await client.end()
  }
}

export const CHECKSUMS = 'sql/migrations/checksums.txt'

/** What each migration is now, as `sha256  name` lines in order. */
export function migrationChecksums(): string[] {
  return filesBelow('sql/migrations', /\.sql$/).map((path) => {
    const hash = createHash('sha256').update(textOf(path)).digest('hex')
    return `${hash}  ${path.slice('sql/migrations/'.length)}`
  })
}

async function openapiDocument(): Promise<object> {
  const deps = depsWithoutDatabase()
  const app = await buildApp(deps)
  try {
    await app.ready()
    return app.swagger()
  } finally {
    await app.close()
    await deps.certificates.close()
    await deps.nearMatches.close()
    await deps.pool.end()
  }
}

/**
 * The real parts, none of them started: pools connect when they are asked, threads start with the first certificate.
 */
function depsWithoutDatabase(): Deps {
  const config = readConfig({})
  const log = pino({ level: 'silent' })
  const databaseUrl = 'postgres://nobody@127.0.0.1:1/none'
  const pool = new pg.Pool({ connectionString: databaseUrl })
  return {
    config,
    log,
    clock: systemClock,
    pool,
    sequencer: new FilingSequencer({ databaseUrl, log, queueMaxFilings: config.queueMaxFilings }),
    searches: new SearchGroup(pool, systemClock),
    logics: new AnsweringLogics(pool),
    nearMatches: new NearMatches({ databaseUrl, log }),
    certificates: createCertificateRenderer({ sandbox: true }),
    authenticator: new Authenticator(pool),
    identity: { name: 'Encumbra', sandbox: true },
    logSigner: undefined,
    started: true,
    publicUrl: () => 'http://127.0.0.1:8080',
  }
}

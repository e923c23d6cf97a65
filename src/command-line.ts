import { parseArgs } from 'node:util'
import { SingleBar } from 'cli-progress'
import pg from 'pg'
import { type Config, readConfig } from './config.ts'
import { connectionConfig } from './platform/database.ts'
import { withEmbeddedPostgres } from './platform/embedded-postgres.ts'

/** A command line that was not understood: exit code 2, with what to write instead. */
export class UsageError extends Error {}

export type Command = { summary: string; help: string; run(args: string[]): Promise<number> }

/** A bar on a terminal; on anything else nothing but the refused lines, the summary comes at the end. */
export function startProgress(total: number) {
  const bar = process.stderr.isTTY
    ? new SingleBar({ format: '{bar} {percentage}% | {duration_formatted}', stream: process.stderr })
    : undefined
  bar?.start(total, 0)
  return {
    add: (bytes: number) => bar?.increment(bytes),
    print: (words: string) => process.stderr.write(`${words}\n`),
    stop: () => bar?.stop(),
  }
}

export async function withDatabase(
  work: (url: string) => Promise<number>,
  config: Config = readConfig(),
): Promise<number> {
  if (config.databaseUrl) return work(config.databaseUrl)
  return withEmbeddedPostgres({ dataDir: config.dataDir, log: () => {} }, ({ applicationUrl }) => work(applicationUrl))
}

export async function withClient<T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
  role: 'registry_app' | 'registry_owner' = 'registry_app',
): Promise<T> {
  const client = new pg.Client(connectionConfig(url, { role, applicationName: 'encumbra command' }))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

export function parse<const O extends Record<string, { type: 'string' | 'boolean' }>>(
  args: string[],
  options: O,
  positionalsMax: number,
) {
  try {
    const parsed = parseArgs({ args, options, allowPositionals: positionalsMax > 0 })
    if (parsed.positionals.length > positionalsMax)
      throw new UsageError(`too many arguments: ${parsed.positionals.join(' ')}`)
    return parsed as unknown as {
      values: { [K in keyof O]?: O[K]['type'] extends 'boolean' ? boolean : string }
      positionals: string[]
    }
  } catch (error) {
    throw new UsageError((error as Error).message)
  }
}

import { readFile } from 'node:fs/promises'
import type { Pool } from 'pg'
import { type Command, parse, startProgress, UsageError, withClient, withDatabase } from './command-line.ts'
import { migrationsFolder, readConfig } from './config.ts'
import { prepareDatabase } from './platform/prepare-database.ts'
import { checkLog, type OutsideCheckpoint } from './transparency-log/check-log.ts'
import { parseCheckpointText } from './transparency-log/checkpoint.ts'
import { loadLogSigner, logKeys } from './transparency-log/log-key.ts'
import { openNote } from './transparency-log/signed-note.ts'

/** The commands that are about the transparency log. */
export const logCommands: Record<string, Command> = {
  keys: {
    summary: 'make the key that signs the log',
    help: `npm run registry -- keys init

Makes the Ed25519 key of the log (LOG_KEY_FILE, log-key.pem in the data folder unless told) where there is none, under
the name LOG_ORIGIN, and prints the verifier key to publish. A key that is there is kept; its verifier key is printed
again. Exit codes: 0 the key is there, 2 failed.`,
    run: keys,
  },
  'check-log': {
    summary: 'derive the transparency log from the filings and compare',
    help: `npm run registry -- check-log [--against FILE|URL]

Derives the whole log again from the filings: the order, each content under its commitment, each tile, each checkpoint.
The first difference of each part is one line of JSON on standard error. With --against, a checkpoint that was saved to
a FILE, or that another instance serves at URL/log/checkpoint, must be a head of this log too.
Exit codes: 0 no difference, 1 differences, 2 failed.`,
    run: check,
  },
}

async function keys(args: string[]): Promise<number> {
  const { positionals } = parse(args, {}, 1)
  if (positionals[0] !== 'init') throw new UsageError('keys init is what there is')
  return withDatabase(async (url) => {
    await prepareDatabase(url, migrationsFolder)
    return withClient(url, async (client) => {
      const signer = await loadLogSigner(client as unknown as Pool, readConfig(), { make: true })
      process.stdout.write(`${signer!.verifierKey}\n`)
      return 0
    })
  })
}

async function check(args: string[]): Promise<number> {
  const { values } = parse(args, { against: { type: 'string' } }, 0)
  const note = values.against === undefined ? undefined : await readCheckpoint(values.against)
  return withDatabase((url) =>
    withClient(url, async (client) => {
      await client.query('begin isolation level repeatable read read only')
      const outside = note === undefined ? [] : [await outsideOf(note, values.against!, await logKeys(client))]
      const progress = startProgress(1_000)
      let done = 0
      const { filings, checkpoints, differences } = await checkLog(client, outside, (share) => {
        progress.add(share * 1_000 - done)
        done = share * 1_000
      }).finally(() => progress.stop())
      for (const difference of differences) progress.print(JSON.stringify(difference))
      process.stdout.write(
        `${filings} filings, ${checkpoints} checkpoints${outside.map(({ from }) => `, ${from}`).join('')}: ` +
          `${differences.length === 0 ? 'no difference' : `differences in ${differences.map(({ part }) => part).join(', ')}`}\n`,
      )
      return differences.length === 0 ? 0 : 1
    }),
  )
}

async function readCheckpoint(place: string): Promise<string> {
  if (!/^https?:/.test(place)) return readFile(place, 'utf8')
  const answer = await fetch(`${place.replace(/\/+$/, '')}/log/checkpoint`, { signal: AbortSignal.timeout(30_000) })
  if (!answer.ok) throw new Error(`${place} answered ${answer.status}`)
  return answer.text()
}

async function outsideOf(
  note: string,
  place: string,
  keys: Awaited<ReturnType<typeof logKeys>>,
): Promise<OutsideCheckpoint> {
  const opened = openNote(note, keys)
  const checkpoint = opened && parseCheckpointText(opened.text)
  if (!checkpoint) throw new Error(`what ${place} holds is not signed by a key of this log`)
  return { ...checkpoint, from: `the checkpoint of ${place}` }
}

import { closeSync, createReadStream, openSync, statSync, writeSync } from 'node:fs'
import type pg from 'pg'
import pino from 'pino'
import { hashPassword, PASSWORD_MAX_BYTES } from './accounts/passwords.ts'
import { checkCollateralTexts, emptyCollateralTexts } from './collateral-texts/check-collateral-texts.ts'
import { type Command, parse, startProgress, UsageError, withClient, withDatabase } from './command-line.ts'
import { migrationsFolder } from './config.ts'
import { logCommands } from './log-commands.ts'
import { beijingDate, systemClock } from './platform/clock.ts'
import { prepareDatabase } from './platform/prepare-database.ts'
import type { Filer } from './registrations/act.ts'
import { FilingSequencer } from './registrations/filing-sequencer.ts'
import { type ImportedLine, importRegistrations } from './registrations/import-registrations.ts'
import { checkDerived, type Difference } from './registrations/rebuild.ts'
import { rekey } from './registrations/rekey.ts'
import { searchLogics } from './search/search-logics.ts'

/** The commands of `npm run registry -- COMMAND`, in one list. Each returns its exit code. */
export const commands: Record<string, Command> = {
  migrate: {
    summary: 'check the database and bring its tables up to date',
    help: `npm run registry -- migrate

Checks the server (version, encoding, rights), makes the two roles where the login may, and runs the
migrations that are missing. Exit codes: 0 up to date, 2 failed.`,
    run: migrate,
  },
  'create-registrar': {
    summary: 'make the first registrar of a register',
    help: `npm run registry -- create-registrar --login NAME --name "DISPLAY NAME"

Makes the first registrar. The password is read from the environment variable REGISTRAR_PASSWORD (12 to 72
bytes). Refused once there is a registrar. Exit codes: 0 made, 1 refused, 2 failed.`,
    run: createRegistrar,
  },
  rebuild: {
    summary: 'derive everything from the filings and compare',
    help: `npm run registry -- rebuild --check
npm run registry -- rebuild --collateral-texts

Folds every registration from its filings alone and compares the result with the tables that searches read; checks
that the order is dense and each content stands under its commitment. Each difference is one line of JSON on
standard error: the table, the registration, what was expected and what was found. The index of collateral texts is
compared as far as it has followed the order.
With --collateral-texts that index is emptied; the running register fills it anew, in the order of filings.
Exit codes: 0 no difference, or emptied; 1 differences; 2 failed.`,
    run: rebuild,
  },
  rekey: {
    summary: 'give every registration its keys under a new search logic',
    help: `npm run registry -- rekey --to VERSION

Adds the keys of a version of the search logic that this program knows to every registration, while filing and
searching go on. Searches answer by the older version until all keys are there, and then by this one. Upgrade every
process of the register first: one that does not know the version files and searches nothing from then on.
Stop it at any moment (Ctrl-C, or kill): the next run goes on from there; two at once do no harm.
Exit codes: 0 the version is complete, 1 stopped before its end, 2 failed.`,
    run: rekeyRegistrations,
  },
  import: {
    summary: 'file registrations in bulk from NDJSON',
    help: `npm run registry -- import FILE.ndjson --as LOGIN [--out REPORT] [--language zh-CN|en]

Each line is the body of POST /api/v1/registrations; it is filed for the user LOGIN through the same rules. A
second run files nothing twice: a duplicate is the same filer and filerReference, or without a reference the
same content. REPORT (FILE.ndjson.report.ndjson unless told) gets one line of JSON per line of the file: filed
(with numbers and the modification code, so keep it safe), duplicate, or refused (with code and field). It is
appended to, never overwritten, and only its owner may read it.
Exit codes: 0 all filed or there already, 1 some lines refused, 2 failed.`,
    run: importFile,
  },
  ...logCommands,
}

async function rebuild(args: string[]): Promise<number> {
  const { values } = parse(args, { check: { type: 'boolean' }, 'collateral-texts': { type: 'boolean' } }, 0)
  if (values.check === values['collateral-texts']) throw new UsageError('--check or --collateral-texts is needed')
  if (!values.check) return withDatabase(emptyTexts)
  return withDatabase((url) =>
    withClient(url, async (client) => {
      const progress = startProgress(1_000)
      let done = 0
      const report = (difference: Difference) => progress.print(JSON.stringify(difference))
      const counts = await checkDerived(client, report, (share) => {
        progress.add(share * 1_000 - done)
        done = share * 1_000
      }).finally(() => progress.stop())
      const differences = counts.differences + (await checkCollateralTexts(client, report))
      process.stdout.write(
        `${counts.filings} filings of ${counts.registrations} registrations: ${differences} differences\n`,
      )
      return differences === 0 ? 0 : 1
    }),
  )
}

async function emptyTexts(url: string): Promise<number> {
  await withClient(url, emptyCollateralTexts, 'registry_owner')
  process.stdout.write('Emptied. The running register fills it anew.\n')
  return 0
}

async function rekeyRegistrations(args: string[]): Promise<number> {
  const { values } = parse(args, { to: { type: 'string' } }, 0)
  const logic = searchLogics.find(({ version }) => version === values.to)
  if (!logic) {
    const known = searchLogics.map(({ version }) => version).join(', ')
    throw new UsageError(`--to VERSION is needed; this program knows ${known}`)
  }
  return withDatabase(async (url) => {
    await prepareDatabase(url, migrationsFolder)
    return withClient(url, async (client) => {
      let stopped = false
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => (stopped = true))
      const progress = startProgress(1_000)
      let done = 0
      const complete = await rekey(client, logic, {
        stopped: () => stopped,
        progress: (share) => {
          progress.add(share * 1_000 - done)
          done = share * 1_000
        },
      }).finally(() => progress.stop())
      const at = complete ? 'complete' : `stopped at ${Math.floor(done / 10)} %; the next run goes on from there`
      process.stdout.write(`Search logic ${logic.version}: ${at}.\n`)
      return complete ? 0 : 1
    })
  })
}

async function migrate(args: string[]): Promise<number> {
  parse(args, {}, 0)
  return withDatabase(async (url) => {
    const done = await prepareDatabase(url, migrationsFolder)
    process.stdout.write(done.length > 0 ? `${done.join('\n')}\n` : 'Up to date.\n')
    return 0
  })
}

async function createRegistrar(args: string[]): Promise<number> {
  const { values } = parse(args, { login: { type: 'string' }, name: { type: 'string' } }, 0)
  const password = process.env.REGISTRAR_PASSWORD ?? ''
  const bytes = Buffer.byteLength(password)
  if (!values.login || !values.name) throw new UsageError('--login and --name are needed')
  if (bytes < 12 || bytes > PASSWORD_MAX_BYTES) throw new UsageError('REGISTRAR_PASSWORD must have 12 to 72 bytes')
  const hash = await hashPassword(password)
  return withDatabase(async (url) => {
    await prepareDatabase(url, migrationsFolder)
    return withClient(url, async (client) => {
      // A register with a registrar of its own is no sandbox, and never becomes one.
      await client.query(
        `insert into register_identity (name, sandbox) values ('Encumbra', false) on conflict do nothing`,
      )
      const { rowCount } = await client.query(
        `with office as (
           insert into accounts (kind, name, identity_verified_at)
           select 'registrar', 'Registrar', clock_timestamp()
           where not exists (select from users where role = 'registrar')
           returning account)
         insert into users (account, login_name, display_name, role, password_hash)
         select account, $1, $2, 'registrar', $3 from office`,
        [values.login, values.name, hash],
      )
      process.stdout.write(rowCount === 1 ? `Registrar ${values.login} made.\n` : 'There is a registrar already.\n')
      return rowCount === 1 ? 0 : 1
    })
  })
}

async function importFile(args: string[]): Promise<number> {
  const options = { as: { type: 'string' }, out: { type: 'string' }, language: { type: 'string' } } as const
  const { values, positionals } = parse(args, options, 1)
  const file = positionals[0]
  if (!file || !values.as) throw new UsageError('a file and --as LOGIN are needed')
  const bytes = statSync(file).size
  return withDatabase(async (url) => {
    await prepareDatabase(url, migrationsFolder)
    const filer = await withClient(url, (client) => filerNamed(client, values.as!))
    const report = openSync(values.out ?? `${file}.report.ndjson`, 'a', 0o600)
    const log = pino({ level: process.env.LOG_LEVEL || 'warn' }, pino.destination(2))
    const sequencer = new FilingSequencer({ databaseUrl: url, log, queueMaxFilings: 2_000 })
    sequencer.start()
    const progress = startProgress(bytes)
    try {
      const counts = await importRegistrations(sequencer, filer, createReadStream(file), {
        today: () => beijingDate(systemClock.nowMicroseconds()),
        language: values.language === 'en' ? 'en' : 'zh-CN',
        report: (line, size) => {
          writeSync(report, `${JSON.stringify(line)}\n`)
          progress.add(size)
          if (line.outcome === 'refused') progress.print(wordsOf(line))
        },
      })
      progress.stop()
      process.stdout.write(
        `${counts.lines} lines: ${counts.filed} filed, ${counts.duplicates} duplicates, ${counts.refused} refused\n`,
      )
      return counts.refused > 0 ? 1 : 0
    } finally {
      progress.stop()
      await sequencer.close()
      closeSync(report)
    }
  })
}

function wordsOf(line: ImportedLine & { outcome: 'refused' }): string {
  const errors = line.errors.map(({ code, pointer, message }) => `${pointer || '/'} ${code}: ${message}`)
  return `line ${line.line}: ${errors.slice(0, 5).join('; ')}`
}

async function filerNamed(client: pg.Client, loginName: string): Promise<Filer> {
  const { rows } = await client.query(
    `select user_id, account, a.name, role from users join accounts a using (account) where login_name = $1 and closed_at is null`,
    [loginName.toLowerCase()],
  )
  const user = rows[0]
  if (!user) throw new UsageError(`There is no user ${loginName}`)
  if (!['operator', 'administrator'].includes(user.role))
    throw new UsageError(`${loginName} may not register: ${user.role}`)
  return { actor: user.user_id, account: user.account, accountName: user.name, network: undefined, requestId: 'import' }
}

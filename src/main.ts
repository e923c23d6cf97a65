import { type Command, UsageError } from './command-line.ts'
import { commands } from './commands.ts'
import { ConfigError, readConfig } from './config.ts'
import { DatabaseNotFitError } from './platform/prepare-database.ts'
import { FolderInUse } from './platform/serve-lock.ts'
import { createLog, serve } from './serve.ts'

/** `npm start` is `serve`; `npm run registry -- COMMAND` is everything else. */
const all: Record<string, Command> = {
  serve: {
    summary: 'start the register (npm start)',
    help: 'npm start\n\nStarts the register. Settings come from the environment: docs/reference/settings.md.',
    run: serveUntilStopped,
  },
  ...commands,
}

process.exitCode = await main(process.argv.slice(2))

async function main([name, ...args]: string[]): Promise<number> {
  const command = name === undefined ? undefined : all[name]
  if (!command) {
    const asked = name === undefined || name === '--help' || name === 'help'
    const list = Object.entries(all).map(([each, { summary }]) => `  ${each.padEnd(18)} ${summary}`)
    const usage = `npm run registry -- COMMAND [--help]\n\n${list.join('\n')}\n`
    ;(asked ? process.stdout : process.stderr).write(asked ? usage : `There is no command "${name}".\n\n${usage}`)
    return asked ? 0 : 2
  }
  if (args.includes('--help')) {
    process.stdout.write(`${command.help}\n`)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    const expected = [UsageError, ConfigError, DatabaseNotFitError, FolderInUse].some((kind) => error instanceof kind)
    const message = error instanceof Error ? error.message : String(error)
    process.stderr.write(expected ? `${message}\n` : `${error instanceof Error ? error.stack : message}\n`)
    if (error instanceof UsageError) process.stderr.write(`\n${command.help}\n`)
    return 2
  }
}

/** Serves until SIGINT or SIGTERM, then drains: what was accepted is answered, then everything stops. */
async function serveUntilStopped(): Promise<number> {
  const config = readConfig()
  const log = createLog(config)
  // Listened for from the first moment on: a start that is broken off leaves no server behind.
  const stopped = signalled()
  const serving = await serve(config, log)
  process.stdout.write(`\nEncumbra is ready${serving.url && `: ${serving.url}`}\n\n`)
  const signal = await stopped
  log.info({ signal }, 'stopping')
  await serving.close()
  return 0
}

function signalled(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    for (const each of ['SIGINT', 'SIGTERM'] as const) process.once(each, () => resolve(each))
  })
}

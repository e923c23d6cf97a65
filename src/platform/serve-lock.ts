import { createHash, randomBytes } from 'node:crypto'
import { chown, link, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { commandOf, identifyProcess, isRunning, type ProcessIdentity } from './running-process.ts'
import type { FileOwner } from './whole-file.ts'

export type ServeLock = { release(): Promise<void> }

/** Another process serves from the folder. `message` names it; `pid` is its process id. */
export class FolderInUse extends Error {
  readonly pid: number

  constructor(dataDir: string, pid: number) {
    const command = commandOf(pid)
    const who = pid === process.pid ? `this process itself (${pid})` : `process ${pid}${command ? ` (${command})` : ''}`
    super(`The data folder ${dataDir} is in use by ${who}. Stop it first, or set DATA_DIR to another folder.`)
    this.name = 'FolderInUse'
    this.pid = pid
  }
}

const lockName = 'serve.lock'

/**
 * Takes `serve.lock` in the folder for this process, or throws FolderInUse. A lock whose process has died is taken
 * over.
 *
 * The takeover has no race. A lock file is made by link(2), so it appears whole, and only one link to a name succeeds.
 * The successor of a dead lock links itself at a name derived from that lock's content, so each lock has one successor;
 * it is the holder from then on and moves itself to the plain name. Who was slower finds the successor alive, or, when
 * the move came between its read and its link, reads the plain name again, finds another lock there, and starts over.
 */
export async function takeServeLock(dataDir: string, owner?: FileOwner): Promise<ServeLock> {
  const path = join(dataDir, lockName)
  const candidate = join(dataDir, `.${lockName}.${randomBytes(8).toString('hex')}`)
  const content = JSON.stringify({ ...identifyProcess(process.pid), nonce: randomBytes(16).toString('hex') })
  await writeFile(candidate, content, { flag: 'wx', mode: 0o600 })
  if (owner) await chown(candidate, owner.uid, owner.gid)
  try {
    for (;;) {
      if (await tryTake(dataDir, path, candidate)) break
    }
  } finally {
    await rm(candidate, { force: true })
  }
  await removeLeftovers(dataDir)
  return {
    async release() {
      if ((await readIfThere(path)) === content) await rm(path, { force: true })
    },
  }
}

/** One attempt: true when taken, false when something moved and it must be tried again; throws when held. */
async function tryTake(dataDir: string, path: string, candidate: string): Promise<boolean> {
  if (await linkIfFree(candidate, path)) return true
  const root = await readIfThere(path)
  if (root === undefined) return false
  let last = root
  for (;;) {
    const holder = parseHolder(last)
    if (holder && isRunning(holder)) throw new FolderInUse(dataDir, holder.pid)
    const next = await readIfThere(successorOf(path, last))
    if (next === undefined) break
    last = next
  }
  const place = successorOf(path, last)
  if (!(await linkIfFree(candidate, place))) return false
  if ((await readIfThere(path)) !== root) {
    await rm(place, { force: true })
    return false
  }
  await rename(place, path)
  return true
}

function successorOf(path: string, content: string): string {
  return `${path}.after-${createHash('sha256').update(content).digest('hex').slice(0, 32)}`
}

async function linkIfFree(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/** Undefined for a file that a power cut left empty or torn: nobody holds that. */
function parseHolder(content: string): ProcessIdentity | undefined {
  try {
    const { pid, startedAt } = JSON.parse(content) as Partial<ProcessIdentity>
    return typeof pid === 'number' && typeof startedAt === 'string' ? { pid, startedAt } : undefined
  } catch {
    return undefined
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Dead successors that never moved. The holder may remove them: nothing is reached through them any more. */
async function removeLeftovers(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(`${lockName}.after-`)) await rm(join(dataDir, name), { force: true })
  }
}

import { execFileSync } from 'node:child_process'
import { readFileSync, readlinkSync } from 'node:fs'

/**
 * One process, told apart from a later one that was given the same pid. `startedAt` is opaque: on Linux the boot and
 * the start time in clock ticks since it (proc(5), /proc/PID/stat field 22), elsewhere what `ps` says; '' when the
 * system does not tell, and then the pid alone has to do.
 */
export type ProcessIdentity = { readonly pid: number; readonly startedAt: string }

/** The process that has this pid now, or undefined when there is none. A zombie is none: it only waits to be reaped. */
export function identifyProcess(pid: number): ProcessIdentity | undefined {
  if (!Number.isSafeInteger(pid) || pid <= 0 || !isPidTaken(pid)) return undefined
  if (process.platform !== 'linux') return { pid, startedAt: ps(pid, 'lstart=') }
  const stat = linuxStat(pid)
  // With hidepid the processes of others cannot be read, although they live.
  if (!stat) return isPidTaken(pid) ? { pid, startedAt: '' } : undefined
  if (stat.state === 'Z' || stat.state === 'X') return undefined
  return { pid, startedAt: `${bootId()} ${stat.startTicks}` }
}

/** Whether this very process still runs. */
export function isRunning(process: ProcessIdentity): boolean {
  const now = identifyProcess(process.pid)
  if (!now) return false
  return now.startedAt === process.startedAt || now.startedAt === '' || process.startedAt === ''
}

/** The command line of a process as its owner would recognise it, or undefined when the system does not tell. */
export function commandOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return ps(pid, 'command=') || undefined
  return readProc(pid, 'cmdline')?.replaceAll('\0', ' ').trim() || undefined
}

/**
 * Whether a process is the postgres server of this folder (a real path): the folder stands in its command line, or is
 * its working directory. The latter finds one that was started by other means, or whose folder was moved meanwhile;
 * the former works in containers too, where root may not read the working directory of another user's process.
 */
export function isPostgresOf(pid: number, folder: string): boolean {
  if (process.platform === 'win32') return identifyProcess(pid) !== undefined
  if (process.platform !== 'linux') {
    const command = ps(pid, 'command=')
    return command.includes('postgres') && command.includes(folder)
  }
  if (linuxStat(pid)?.name !== 'postgres') return false
  if (readProc(pid, 'cmdline')?.split('\0').includes(folder)) return true
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === folder
  } catch {
    return false
  }
}

/** Whether any process has this pid, even one that is dead and not reaped. */
export function isPidTaken(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

function linuxStat(pid: number): { name: string; state: string; startTicks: string } | undefined {
  const stat = readProc(pid, 'stat')
  if (!stat) return undefined
  // The name stands in parentheses and may itself contain any character, so fields are counted after the last one.
  const end = stat.lastIndexOf(')')
  const fields = stat.slice(end + 2).split(' ')
  return { name: stat.slice(stat.indexOf('(') + 1, end), state: fields[0] ?? '', startTicks: fields[19] ?? '' }
}

function readProc(pid: number, file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8')
  } catch {
    return undefined
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

function ps(pid: number, column: string): string {
  if (process.platform === 'win32') return ''
  try {
    return execFileSync('ps', ['-p', String(pid), '-o', column], { encoding: 'utf8', stdio: 'pipe' }).trim()
  } catch {
    return ''
  }
}

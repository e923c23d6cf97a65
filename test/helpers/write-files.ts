import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { migrationsFolder, projectRoot } from '../../src/config.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { prepareDatabase } from '../../src/platform/prepare-database.ts'
import { textOf } from './source-files.ts'
import { apiFiles, CHECKSUMS, migrationChecksums, schemaFile, type WrittenFiles } from './written-files.ts'

/*
 * npm run write-files: writes what is made from other files. The schema is read from a cluster of its own in a
 * temporary folder, so that tests that run meanwhile are not disturbed.
 */
const written = { ...(await apiFiles()), ...(await fromNewCluster()), ...checksums() }
for (const [path, content] of Object.entries(written)) {
  const target = join(projectRoot, path)
  mkdirSync(dirname(target), { recursive: true })
  const before = existsSync(target) ? textOf(path) : undefined
  if (before !== content) writeFileSync(target, content)
  process.stdout.write(`${before === content ? 'current' : 'written'}  ${path}\n`)
}

async function fromNewCluster(): Promise<WrittenFiles> {
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-write-files-'))
  const cluster = await startEmbeddedPostgres({ dataDir, log: () => {} })
  try {
    await prepareDatabase(cluster.applicationUrl, migrationsFolder)
    const url = new URL(cluster.superuserUrl)
    url.pathname = new URL(cluster.applicationUrl).pathname
    return await schemaFile(url.href)
  } finally {
    await cluster.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

/** New migrations are added to the list. One that stands there and has changed is told, never written over. */
function checksums(): WrittenFiles {
  const frozen = existsSync(join(projectRoot, CHECKSUMS)) ? textOf(CHECKSUMS).trim().split('\n') : []
  const names = new Set(frozen.map((line) => line.slice(66)))
  const now = migrationChecksums()
  for (const line of frozen.filter((each) => !now.includes(each))) {
    process.stderr.write(
      `Migration ${line.slice(66)} was changed or is gone. Merged migrations are frozen: write a new one.\n`,
    )
    process.exitCode = 1
  }
  return { [CHECKSUMS]: `${[...frozen, ...now.filter((line) => !names.has(line.slice(66)))].join('\n')}\n` }
}

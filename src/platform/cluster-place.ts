import { mkdir, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type ClusterRecord, newPassword, readClusterRecord, recordName, writeClusterRecord } from './cluster-record.ts'
import { closeDataFolder } from './data-folder.ts'
import { chooseFreePort } from './free-port.ts'
import { clusterFolderIn, openPlaceFor } from './open-place.ts'
import { accountForPostgres, canEnter, type PostgresAccount } from './postgres-account.ts'
import { hasCluster } from './postgres-cluster.ts'
import type { Log } from './postmaster.ts'
import type { FileOwner } from './whole-file.ts'

/** What the register itself keeps in its data folder before anything else comes there. */
const ownNames = ['serve.lock', '.serve.lock', recordName, 'postgres', 'database-url']

/**
 * Where the cluster of a data folder is or shall be, and the account that runs it. The place is chosen once and
 * recorded before anything is made there: the folder `postgres` in the data folder, or, when root lends PostgreSQL an
 * account that cannot get there, a folder in the open place. `dataDir` is a real path and its serve lock is held.
 */
export async function placeCluster(
  dataDir: string,
  owner: FileOwner | undefined,
  log: Log,
): Promise<{ record: ClusterRecord; account: PostgresAccount }> {
  const recorded = await readClusterRecord(dataDir)
  const account = await accountForPostgres(dataDir, recorded?.clusterDir)
  if (recorded) {
    await checkReach(account, recorded.clusterDir, dataDir)
    return { record: recorded, account }
  }
  const clusterDir = await choosePlace(dataDir, account, log)
  if (await hasCluster(clusterDir)) {
    throw new Error(
      `There is a database cluster in ${clusterDir}, but ${recordName} with its passwords is missing in ${dataDir}. Put that file back, or remove the cluster if the register in it is not wanted any more.`,
    )
  }
  const record = {
    clusterDir,
    port: await chooseFreePort(),
    superuserPassword: newPassword(),
    applicationPassword: newPassword(),
    complete: false,
  }
  await writeClusterRecord(dataDir, record, owner)
  return { record, account }
}

async function choosePlace(dataDir: string, account: PostgresAccount, log: Log): Promise<string> {
  if (!account) {
    await closeDataFolder(dataDir, account, ownNames)
    return join(dataDir, 'postgres')
  }
  if (await canEnter(account, dirname(dataDir))) {
    await closeDataFolder(dataDir, account, ownNames)
    if (await canEnter(account, dataDir)) return join(dataDir, 'postgres')
  }
  const place = await openPlaceFor(account)
  const clusterDir = await clusterFolderIn(place, await realpath(dataDir))
  log(
    `PostgreSQL runs as ${account.name}, since it refuses to run as root, and cannot reach ${dataDir}; the database is kept in ${clusterDir}`,
    { level: 'warn', clusterDir, dataDir, user: account.name },
  )
  if (!place.lasting) {
    log(`${place.path} does not outlive a reboot: set DATA_DIR to a folder that ${account.name} can reach`, {
      level: 'warn',
    })
  }
  return clusterDir
}

/** A recorded cluster may have become unreachable: a folder above was closed, or the data folder was moved. */
async function checkReach(account: PostgresAccount, clusterDir: string, dataDir: string): Promise<void> {
  if (!account) return
  await mkdir(dirname(clusterDir), { recursive: true, mode: 0o711 })
  if (await canEnter(account, dirname(clusterDir))) return
  throw new Error(
    `PostgreSQL runs as ${account.name}, since it refuses to run as root, and cannot reach its cluster ${clusterDir} any more. Let that user pass through the folders above it, or move ${dataDir} below a folder that everyone may enter.`,
  )
}

import pg from 'pg'
import { connectionConfig } from '../../src/platform/database.ts'
import { rekey } from '../../src/registrations/rekey.ts'
import { searchLogic2 } from './second-logic.ts'

/* A rekeying in a process of its own, so that it can be killed: node rekey-process.ts DATABASE_URL BATCH */
const [url, batch] = process.argv.slice(2)
const client = new pg.Client(connectionConfig(url!, { role: 'registry_app', applicationName: 'rekey test' }))
await client.connect()
const progress = (share: number) => void process.stdout.write(`${share}\n`)
const complete = await rekey(client, searchLogic2, { batch: Number(batch), progress })
await client.end()
process.exitCode = complete ? 0 : 1

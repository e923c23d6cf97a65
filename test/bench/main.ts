import { benchBatch } from './batch.ts'
import { benchCertificate } from './certificate.ts'
import { benchLargeResult } from './large-result.ts'
import { benchLog } from './log.ts'
import { benchMemory } from './memory.ts'
import { benchNames } from './names.ts'
import { benchNear } from './near.ts'
import { benchOverlap } from './overlap.ts'
import { benchRegister } from './register.ts'
import { benchSearch } from './search.ts'
import { benchStart } from './start.ts'

/** `npm run bench -- NAME`: each prints one line of JSON a figure; `names` writes data instead. */
const benches: Record<string, (args: string[]) => Promise<void>> = {
  register: benchRegister,
  batch: benchBatch,
  search: benchSearch,
  certificate: benchCertificate,
  'large-result': benchLargeResult,
  log: benchLog,
  memory: benchMemory,
  overlap: benchOverlap,
  start: benchStart,
  near: benchNear,
  names: benchNames,
}

const [name = '', ...args] = process.argv.slice(2)
const bench = benches[name]
if (!bench) {
  process.stderr.write(`npm run bench -- NAME, NAME one of: ${Object.keys(benches).join(', ')}\n`)
  process.exit(2)
}
await bench(args)
process.exit(0)

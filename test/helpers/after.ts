import { stopCluster } from './cluster.ts'

await stopCluster()
process.exit(0)

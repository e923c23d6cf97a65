import { startCluster } from './cluster.ts'

await startCluster()
process.exit(0)

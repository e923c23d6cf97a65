import type { Pool } from 'pg'
import type { Logger } from 'pino'
import type { Authenticator } from './accounts/authenticate.ts'
import type { CertificateRenderer } from './certificates/certificate-pdf.ts'
import type { Config } from './config.ts'
import type { NearMatches } from './near-matches/near-matches.ts'
import type { Clock } from './platform/clock.ts'
import type { FilingSequencer } from './registrations/filing-sequencer.ts'
import type { AnsweringLogics } from './search/answering-logics.ts'
import type { SearchGroup } from './search/search-group.ts'
import type { LogSigner } from './transparency-log/log-key.ts'

/** What a running register is made of. Routes get it as their first argument; nothing is global. */
export type Deps = {
  config: Config
  log: Logger
  clock: Clock
  pool: Pool
  sequencer: FilingSequencer
  searches: SearchGroup
  logics: AnsweringLogics
  nearMatches: NearMatches
  certificates: CertificateRenderer
  authenticator: Authenticator
  identity: { name: string; sandbox: boolean }
  /** Signs the log; only where jobs run, and where there is a key. */
  logSigner: LogSigner | undefined
  /** The origin that certificates print, without a slash at the end. Known once the server listens. */
  publicUrl(): string
  /** False until everything that a start promises is done. */
  started: boolean
}

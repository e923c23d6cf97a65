import type { FastifyInstance } from 'fastify'
import { accountRoutes } from './accounts/account-routes.ts'
import { certificateRoutes } from './certificates/certificate-routes.ts'
import type { Deps } from './deps.ts'
import { healthRoutes } from './health-routes.ts'
import { registrationRoutes } from './registrations/registration-routes.ts'
import { searchRoutes } from './search/search-routes.ts'

/** Every route of the register, in one list. */
export const routes: readonly ((app: FastifyInstance, deps: Deps) => void)[] = [
  healthRoutes,
  accountRoutes,
  registrationRoutes,
  searchRoutes,
  certificateRoutes,
]

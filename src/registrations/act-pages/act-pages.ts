import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { actPage } from './act-page.ts'
import { amendPages } from './amend-page.ts'
import { dischargeForm } from './discharge-form.ts'
import { renewForm } from './renew-form.ts'

/** The filer's acts on a registration, page by page: renew, amend, discharge. */
export function actPages(app: FastifyInstance, deps: Deps): void {
  actPage(app, deps, renewForm)
  actPage(app, deps, dischargeForm)
  amendPages(app, deps)
}

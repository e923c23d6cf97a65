import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { attachmentsPages } from './attachments-page.ts'
import { checkPages } from './check-page.ts'
import { chooseTypePages } from './choose-type-page.ts'
import { collateralPages } from './collateral-page.ts'
import { partiesPages } from './parties-page.ts'
import { partyPages } from './party-page.ts'
import { rowsPages } from './rows-page.ts'
import { submitPages } from './submit-page.ts'
import { termPages } from './term-page.ts'

/**
 * Filing an initial registration, page by page: type, parties, collateral, term, attachments, check, done. One flow for
 * all security types: what a type asks comes from its definition in ../forms.
 */
export function filePages(app: FastifyInstance, deps: Deps): void {
  chooseTypePages(app, deps)
  partiesPages(app, deps)
  partyPages(app, deps)
  collateralPages(app, deps)
  rowsPages(app, deps)
  termPages(app, deps)
  attachmentsPages(app, deps)
  checkPages(app, deps)
  submitPages(app, deps)
}

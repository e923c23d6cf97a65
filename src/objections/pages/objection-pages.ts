import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { actPage } from '../../registrations/act-pages/act-page.ts'
import { acceptCaseForm } from './accept-case-form.ts'
import { demandForm } from './demand-form.ts'
import { demandsPages } from './demands-page.ts'
import { objectForm } from './object-form.ts'
import { ownObjectionsPages } from './own-objections-page.ts'
import { withdrawForm } from './withdraw-form.ts'

/** What a debtor or another interested person does, page by page: demand, object, note the case, withdraw. */
export function objectionPages(app: FastifyInstance, deps: Deps): void {
  for (const form of [demandForm, objectForm, acceptCaseForm, withdrawForm]) actPage(app, deps, form)
  demandsPages(app, deps)
  ownObjectionsPages(app, deps)
}

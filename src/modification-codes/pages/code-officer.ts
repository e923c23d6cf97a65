import type { FastifyReply } from 'fastify'
import { may } from '../../accounts/person.ts'
import { text } from '../../platform/text.ts'
import type { ActBy, ActPage } from '../../registrations/act-pages/act-form.ts'
import { sendNotPossible } from '../../registrations/act-pages/not-possible-page.ts'
import { officerOf } from '../code-routes.ts'

/** Who has to do with modification codes: the filer's people, and the registrars. */
export const codeOfficer: Pick<ActBy, 'person' | 'filer'> = {
  person: officerOf,
  filer: async (_deps, request) => {
    const { userId: actor, account, accountName } = officerOf(request)
    return { actor, account, accountName, network: request.ip, requestId: String(request.id) }
  },
}

export const codeTitle = text('修改码', 'Modification code')

/** A page for those whose registration it is not. */
export function insteadForOthers(page: ActPage, title = codeTitle): FastifyReply | undefined {
  if (page.state.account === page.person.account || may(page.person.role, 'supervise')) return undefined
  const message = text('只有登记的填表人可以办理', 'Only the filer of the registration may do this')
  return sendNotPossible(page, title, { status: 403, message })
}

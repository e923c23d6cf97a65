import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import { ProblemError } from '../../platform/problem.ts'
import { text } from '../../platform/text.ts'
import type { ActPage } from '../../registrations/act-pages/act-form.ts'
import { sendEnded } from '../../registrations/act-pages/act-form-view.ts'
import { actPage, openActPage } from '../../registrations/act-pages/act-page.ts'
import { sendNotPossible } from '../../registrations/act-pages/not-possible-page.ts'
import { statusOn } from '../../registrations/registration-state.ts'
import { loadReplacement } from '../code-replacement.ts'
import { officerOf, requesterOf } from '../code-routes.ts'
import { approveReplacement, cancelReplacement } from '../replace-code.ts'
import { codeOfficer, codeTitle, insteadForOthers } from './code-officer.ts'
import { pathOf, sendCode } from './code-page.ts'
import { collect, sendBeforeCollecting } from './collect-page.ts'
import { replaceForm } from './replace-form.ts'

/** The modification code by page: where it stands, a lost one replaced by two people, a new one collected. */
export function codePages(app: FastifyInstance, deps: Deps): void {
  const at = '/registrations/:registrationNumber/modification-code'
  add('GET', '', (page) => {
    const { done } = page.request.query as { done?: unknown }
    return sendCode(deps, page, typeof done === 'string' ? { done } : {})
  })
  actPage(app, deps, replaceForm)
  add('POST', '/:id/approve', (page) => decide(page, 'approved'))
  add('POST', '/:id/cancel', (page) => decide(page, 'cancelled'))
  add('GET', '/collect', async (page) => insteadForFiler(page) ?? sendBeforeCollecting(page))
  add('POST', '/collect', async (page) => insteadForFiler(page) ?? collect(deps, page))

  function add(method: 'GET' | 'POST', path: string, send: (page: ActPage) => Promise<FastifyReply>): void {
    const onRequest = async (request: FastifyRequest) => void officerOf(request)
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      const page = await openActPage(deps, request, reply, codeOfficer)
      const status = statusOn(page.state, page.today)
      if (status !== 'in_effect') return sendEnded(page, { title: codeTitle }, status)
      return insteadForOthers(page) ?? send(page)
    }
    app.route({ method, url: `${at}${path}`, schema: { hide: true }, onRequest, handler })
  }

  /** The second person's step. Sent again it has the same outcome, which the page that follows shows. */
  async function decide(page: ActPage, done: 'approved' | 'cancelled'): Promise<FastifyReply> {
    const requester = requesterOf(page.request)
    const replacement = await loadReplacement(deps.pool, (page.request.params as { id: string }).id)
    const ours = replacement?.requestedFor === requester.account
    const concerned = ours || requester.isRegistrar || replacement?.account === requester.account
    const itsPage = replacement?.registrationNumber === page.state.registrationNumber
    if (!replacement || !itsPage || !(done === 'approved' ? ours : concerned)) throw new ProblemError('not_found')
    const result =
      done === 'approved'
        ? await approveReplacement(deps.pool, requester, replacement, deps.config.codeReplacementWaitHours)
        : await cancelReplacement(deps.pool, requester, replacement)
    if (!('refused' in result)) return page.reply.redirect(`${pathOf(page)}?done=${done}`, 303)
    return sendCode(deps, page, { errors: result.refused.map(({ code, message }) => ({ code, message })) })
  }
}

/** Registrars hand out no code: only the filer collects it. */
function insteadForFiler(page: ActPage): FastifyReply | undefined {
  if (page.person.account === page.state.account) return undefined
  const message = text('只有登记的填表人可以领取', 'Only the filer of the registration collects it')
  return sendNotPossible(page, codeTitle, { status: 403, message })
}

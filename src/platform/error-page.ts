import type { FastifyReply, FastifyRequest } from 'fastify'
import { html, nothing } from './html.ts'
import { sendPage, speaker } from './layout.ts'
import type { Problem } from './problem.ts'
import { text } from './text.ts'

const MACHINE_PATHS = /^\/(?:api|log|health)\/|^\/(?:health|metrics|openapi\.json)(?:\?|$)/

/**
 * Whether a person's browser asks, who is answered with a page, and not a program, which is answered with a problem.
 */
export function wantsPage(request: FastifyRequest): boolean {
  return !MACHINE_PATHS.test(request.url) && (request.headers.accept ?? '').includes('text/html')
}

/** A problem as a page: what is wrong and what to do. Who is not signed in is taken to the sign-in page, and back. */
export function sendProblemPage(reply: FastifyReply, problem: Problem, retryAfterSeconds?: number): FastifyReply {
  const { request } = reply
  if (problem.code === 'sign_in_required') {
    return reply
      .header('cache-control', 'no-store')
      .redirect(`/sign-in?next=${encodeURIComponent(pageOf(request))}`, 303)
  }
  if (retryAfterSeconds !== undefined) reply.header('retry-after', String(retryAfterSeconds))
  const say = speaker(request.shell.language)
  const advice = adviceFor(problem, say)
  return sendPage(reply, {
    title: text(problem.title, problem.title),
    status: problem.status,
    body: html`${problem.detail && problem.detail !== problem.title ? html`<p class="govuk-body">${problem.detail}</p>` : nothing}
${advice ? html`<p class="govuk-body">${advice}</p>` : nothing}
<p class="govuk-body"><a class="govuk-link" href="/">${say('回到首页', 'Go to the home page')}</a></p>
${problem.status >= 500 ? html`<p class="govuk-body secondary">${say('如需联系登记机构，请告知此编号：', 'If you contact the register, quote: ')}<code>${String(request.id)}</code></p>` : nothing}`,
  })
}

function adviceFor(problem: Problem, say: (zh: string, en: string) => string): string | undefined {
  switch (problem.code) {
    case 'not_found':
      return say(
        '请核对地址或编号。已注销、到期或撤销的登记不再公开，只有当事人和登记机构可以查看。',
        'Check the address or the number. Registrations that have ended are no longer public; only their parties and the register can read them.',
      )
    case 'number_mistyped':
      return say('请返回，对照证明上的编号更正。', 'Go back and compare it with the number on the certificate.')
    case 'role_not_allowed':
      return say('如需办理，请联系本机构的管理员。', 'Ask your institution’s administrator.')
    default:
      return undefined
  }
}

/** Where to come back to after signing in: this page, or the page whose form was sent. */
function pageOf(request: FastifyRequest): string {
  if (request.method === 'GET' || request.method === 'HEAD') return request.url
  const { url } = request.routeOptions
  return url !== undefined && request.server.hasRoute({ url, method: 'GET' }) ? (request.url.split('?')[0] ?? '/') : '/'
}

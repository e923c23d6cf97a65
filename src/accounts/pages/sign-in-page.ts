import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { hidden, submitButton, textInput } from '../../platform/form-controls.ts'
import { html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { localPath } from '../../platform/local-path.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { clearSessionCookie, sessionTokenOf, setSessionCookie } from '../session-cookie.ts'
import { signIn, signOut } from '../sign-in.ts'

/** A wrong name and a wrong password are one refusal: nothing says which names exist. */
const credentialsWrong: Refusal = {
  code: 'credentials_wrong',
  pointer: '/loginName',
  message: text(
    '用户名或密码不正确，请核对后重新输入',
    'The login name or the password is wrong; check both and try again',
  ),
}

/** Signing in and out. Each sign-in opens a session of its own, and ends the one that this browser had. */
export function signInPages(app: FastifyInstance, deps: Deps): void {
  const { behindTls } = deps.config

  app.get('/sign-in', { schema: { hide: true } }, async (request, reply) => {
    const next = localPath((request.query as { next?: unknown }).next)
    if (request.person) return reply.redirect(next ?? '/', 303)
    return sendForm(reply, { loginName: '', next }, [])
  })

  app.post('/sign-in', { schema: { hide: true } }, async (request, reply) => {
    const typed = (request.body ?? {}) as Record<string, unknown>
    const [loginName, password] = [textOf(typed.loginName), textOf(typed.password)]
    const next = localPath(typed.next)
    const token = await signIn(deps.pool, { loginName, password }, request.ip)
    if (token === undefined) return sendForm(reply, { loginName, next }, [credentialsWrong])
    const before = sessionTokenOf(request, behindTls)
    if (before !== undefined) await signOut(deps.pool, before, request.ip)
    setSessionCookie(reply, token, behindTls)
    return reply.header('cache-control', 'no-store').redirect(next ?? '/', 303)
  })

  app.post('/sign-out', { schema: { hide: true } }, async (request, reply) => {
    const token = sessionTokenOf(request, behindTls)
    if (token !== undefined) await signOut(deps.pool, token, request.ip)
    clearSessionCookie(reply, behindTls)
    return reply.header('cache-control', 'no-store').redirect('/', 303)
  })
}

function sendForm(
  reply: FastifyReply,
  typed: { loginName: string; next: string | undefined },
  errors: readonly Refusal[],
): FastifyReply {
  const { language, sandbox } = reply.request.shell
  const say = speaker(language)
  const form = { language, errors }
  return sendPage(reply, {
    title: text('登录', 'Sign in'),
    status: errors.length > 0 ? 401 : 200,
    errors,
    body: html`${typed.next && errors.length === 0 ? html`<p class="govuk-body">${say('登录后回到您要看的页面。', 'After signing in you come back to the page you asked for.')}</p>` : nothing}
<form method="post" action="/sign-in" novalidate>
${typed.next ? hidden('next', typed.next) : nothing}
${textInput(form, {
  pointer: '/loginName',
  label: text('用户名', 'Login name'),
  value: typed.loginName,
  autocomplete: 'username',
  width: 20,
  code: true,
})}
${textInput(form, {
  pointer: '/password',
  label: text('密码', 'Password'),
  type: 'password',
  autocomplete: 'current-password',
  width: 20,
})}
${submitButton(language, text('登录', 'Sign in'))}
</form>
${sandbox ? html`<div class="note"><p class="govuk-body">${say('这是演示系统。用户名和密码在数据文件夹的 ', 'This is a sandbox. Login names and passwords are in ')}<code>sandbox.json</code>${say(' 中，启动时也印在终端上。', ' in the data folder, and were printed at the start.')}</p></div>` : nothing}`,
  })
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

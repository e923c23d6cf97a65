import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { ProblemError } from '../../platform/problem.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { groupsOfFour } from '../../platform/written-form.ts'
import { deleteActDraft, findActDraft } from '../../registrations/act-draft-store.ts'
import { draftsEndingSoon, listDrafts, listEndedDrafts } from '../drafts.ts'
import { draftsView } from './drafts-view.ts'

const LINES_A_PAGE = 20

/** The reader's own drafts: all that was begun and not filed. Nobody else's are found here, by whatever role. */
export function draftsPages(app: FastifyInstance, deps: Deps): void {
  const guard = {
    schema: { hide: true },
    // Whoever may sign in and act may have left something unfinished.
    onRequest: async (request: FastifyRequest) => void personWhoMay(request, 'search'),
  }
  app.get('/drafts', guard, async (request, reply) => sendDrafts(deps, request, reply))

  app.get('/drafts/:draft/delete', guard, async (request, reply) => {
    const { draft, path } = await ownDraft(deps, request)
    const { then } = request.query as { then?: unknown }
    const say = speaker(request.language)
    const number = groupsOfFour(draft.registrationNumber)
    return sendPage(reply, {
      title: text('删除草稿', 'Delete a draft'),
      back: then === 'act' ? path : '/drafts',
      body: html`<p class="govuk-body">${inLanguage(draft.title, request.language)}<br>
${say(`登记 ${number}`, `Registration ${number}`)}</p>
<p class="govuk-body">${say('已填写的内容将全部删除，不能恢复。登记本身不受影响。', 'Everything typed in it will be deleted for good. The registration itself stays as it is.')}</p>
<form method="post">${hiddenCsrf(request.shell)}${hidden('then', then === 'act' ? 'act' : '')}
${submitButton(request.language, text('删除', 'Delete'), { kind: 'warning' })}</form>`,
    })
  })

  app.post('/drafts/:draft/delete', guard, async (request, reply) => {
    const { draft, path } = await ownDraft(deps, request)
    await deleteActDraft(deps.pool, draft.owner, draft.id)
    const { then } = (request.body ?? {}) as { then?: unknown }
    return reply.redirect(then === 'act' ? path : '/drafts', 303)
  })
}

/** @throws ProblemError not_found: there is none, or it is somebody else's */
async function ownDraft(deps: Deps, request: FastifyRequest) {
  const { userId: owner } = personWhoMay(request, 'search')
  const { draft: id } = request.params as { draft: string }
  const found = await findActDraft(deps.pool, owner, id)
  if (!found) throw new ProblemError('not_found')
  return { draft: { ...found, id, owner }, path: `/registrations/${found.registrationNumber}${found.act}` }
}

async function sendDrafts(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { userId } = personWhoMay(request, 'search')
  const { pool, config } = deps
  const { page: asked, saved } = request.query as { page?: unknown; saved?: unknown }
  const page = typeof asked === 'string' && /^[1-9]\d{0,3}$/.test(asked) ? Number(asked) : 1
  const [{ drafts, total }, ending, ended] = await Promise.all([
    listDrafts(pool, userId, config.draftDays, { limit: LINES_A_PAGE, offset: (page - 1) * LINES_A_PAGE }),
    draftsEndingSoon(pool, userId, config.draftDays),
    listEndedDrafts(pool, userId),
  ])
  const pages = Math.max(1, Math.ceil(total / LINES_A_PAGE))
  if (page > pages) return reply.redirect(`/drafts?page=${pages}`, 303)
  const slice = { rows: drafts, page, pages, first: (page - 1) * LINES_A_PAGE, total }
  return sendPage(reply, {
    title: text('草稿', 'Drafts'),
    wide: true,
    body: draftsView({
      language: request.language,
      here: request.url,
      slice,
      saved: drafts.find(({ id }) => id === saved),
      ending,
      ended,
      days: config.draftDays,
      mayFile: request.shell.person?.mayRegister ?? false,
    }),
  })
}

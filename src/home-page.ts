import type { FastifyInstance } from 'fastify'
import type { Deps } from './deps.ts'
import { draftsEndingSoon } from './drafts/drafts.ts'
import { endingNote } from './drafts/pages/ending-note.ts'
import { html, nothing } from './platform/html.ts'
import { sendPage, speaker } from './platform/layout.ts'
import { text } from './platform/text.ts'

/** The first page: what this is, and what can be done here. */
export function homePages(app: FastifyInstance, deps: Deps): void {
  app.get('/', { schema: { hide: true } }, async (request, reply) => {
    const { person, language } = request.shell
    const say = speaker(language)
    const ending = request.person && (await draftsEndingSoon(deps.pool, request.person.userId, deps.config.draftDays))
    const mayFile = !person || person.mayRegister
    return sendPage(reply, {
      title: text('动产和权利担保登记', 'Register of security in movable property'),
      body: html`${ending ? endingNote(ending, language) : nothing}<p class="govuk-body">${say('以机器、存货、应收账款、租赁物等担保的，在这里登记公示；顺位以登记时间为准。', 'Security in machines, stock, receivables, leased goods and the like is made public here; its rank is the time of filing.')}</p>
<p class="govuk-body">${say('交易之前，在这里查询对方名下已有的登记；查询免费，结果载明截至的时点。', 'Before you deal, search what is registered against the other side; searching is free, and each result states its moment.')}</p>
<p class="govuk-body">${say('登记全天受理，只作形式审查；登记证明和查询证明，任何人都可以核验。', 'Filing is open day and night, and only its form is examined; anyone can check a certificate.')}</p>
<ul class="offers">
${mayFile ? html`<li><h2><a class="govuk-link" href="/file">${say('办理登记', 'File a registration')}</a></h2><p>${say('担保权人或者其代理人填表，提交后即时生效。', 'For the secured party or its agent. It takes effect the moment it is filed.')}</p></li>` : nothing}
<li><h2><a class="govuk-link" href="/search">${say('查询登记', 'Search the register')}</a></h2><p>${say('按机构名称或代码、个人证件号码、登记证明编号、财产标识查询。', 'By the name or code of an organisation, an individual’s number, a registration number or an asset.')}</p></li>
<li><h2><a class="govuk-link" href="/verify">${say('核验证明', 'Check a certificate')}</a></h2><p>${say('凭证明编号核对真伪，凭核验码核对内容。不用登录。', 'Its number tells whether it is genuine, the printed code shows what it says. No sign-in needed.')}</p></li>
</ul>`,
    })
  })
}

import type { FastifyReply } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import { html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import { type Text, text } from '../../platform/text.ts'
import type { ActBy, ActPage } from '../../registrations/act-pages/act-form.ts'
import { sendNotPossible } from '../../registrations/act-pages/not-possible-page.ts'
import { objectionStatusLabels, objectionStatusOn } from '../../registrations/objection-rules.ts'
import { isOpen, type Objection } from '../../registrations/objection-state.ts'
import { isAmong } from '../../registrations/party-members.ts'
import { objectorOf } from '../objection-routes.ts'

/** The debtor or another interested person, as the register has verified it. */
export const objector: Pick<ActBy, 'person' | 'filer'> = {
  person: (request) => personWhoMay(request, 'object'),
  filer: objectorOf,
}

/** A page for those who cannot object or demand: not verified yet, or the secured party itself. */
export function insteadForInterested(page: ActPage, title: Text): FastifyReply | undefined {
  const { identity, account } = page.filer
  const own = account === page.state.account
  if (!own && !identity) return sendIdentityMissing(page, title)
  if (!own && identity && !isAmong(page.state.securedParties, identity.identifier)) return undefined
  const say = speaker(page.language)
  const at = `/registrations/${page.state.registrationNumber}`
  return sendNotPossible(page, title, {
    status: 403,
    message: text(
      '担保权人或者填表人不能对自己的登记办理此项；登记有误的，请直接变更或者注销',
      'The secured party or filer cannot do this to its own registration; if it is wrong, amend or discharge it',
    ),
    body: html`<ul class="govuk-list govuk-list--bullet"><li><a class="govuk-link" href="${at}/amend">${say('变更登记', 'Amend')}</a></li>
<li><a class="govuk-link" href="${at}/discharge">${say('注销登记', 'Discharge')}</a></li></ul>`,
  })
}

/** How an account gets verified: nobody objects under a name that nobody has seen a document of (art. 18). */
function sendIdentityMissing(page: ActPage, title: Text): FastifyReply {
  const say = speaker(page.language)
  return sendNotPossible(page, title, {
    status: 403,
    message: text(
      `贵方账户“${page.person.accountName}”还没有核验身份，核验以后才能办理此项`,
      `Your account “${page.person.accountName}” has no verified identity yet; this needs one`,
    ),
    body: html`<h2 class="govuk-heading-m">${say('怎样核验', 'How to get verified')}</h2>
<ol class="govuk-list govuk-list--number">
<li>${say('准备证件：机构为营业执照或者登记证书、经办人身份证件和授权书；个人为身份证件。', 'Have your documents ready: for an organisation its licence or certificate of registration, the identity document of the person who acts and the authority; for an individual the identity document.')}</li>
<li>${say('向登记机构提交，由登记员审核，并记入账户。', 'Submit them to the register’s office, where a registrar reviews them and notes it on the account.')}</li>
<li>${say('核验以后回到这项登记，再办理此项。查询不受影响。', 'Once verified, come back to this registration. Searching needs none of this.')}</li>
</ol>
<p class="govuk-body">${say('在此期间，可以书面要求担保权人变更或者注销，并保存凭据（办法第十八条）。', 'Meanwhile you can ask the secured party in writing to amend or discharge, and keep the evidence (art. 18 of the Measures).')}</p>`,
  })
}

/** The objection that a page's path names. */
export function objectionOf(page: ActPage): Objection | undefined {
  const { objection } = page.request.params as { objection?: string }
  return page.state.objections.find(({ filingNumber }) => filingNumber === objection)
}

/** A page for those whose objection it is not, or when it has ended. */
export function insteadForObjector(page: ActPage, title: Text): FastifyReply | undefined {
  const objection = objectionOf(page)
  if (!objection) return sendNotPossible(page, title, { status: 404, message: noSuchObjection })
  if (objection.account !== page.filer.account) {
    return sendNotPossible(page, title, { status: 403, message: notYours })
  }
  const status = objectionStatusOn(objection, page.today)
  if (isOpen({ status })) return undefined
  const { zh, en } = objectionStatusLabels[status]
  const message = text(`这项异议${zh}，不能再办理`, `This objection has ended: ${en.toLowerCase()}`)
  return sendNotPossible(page, title, { message })
}

const noSuchObjection = text('这项登记没有这个编号的异议', 'This registration has no objection with this number')
const notYours = text('只有提出异议的一方可以办理', 'Only the account that objected may do this')

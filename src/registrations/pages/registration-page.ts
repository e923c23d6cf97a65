import type { FastifyInstance } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../../accounts/authenticate.ts'
import { attachmentTable } from '../../attachments/pages/attachment-table.ts'
import type { Deps } from '../../deps.ts'
import { partiesView } from '../../parties/pages/party-view.ts'
import { type SummaryRow, summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { numberFrom } from '../../platform/http.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import {
  groupsOfFour,
  numberInGroups,
  thousands,
  writtenDate,
  writtenExactMoment,
  writtenMomentInBrackets,
  writtenTerm,
} from '../../platform/written-form.ts'
import { listActDraftsOn } from '../act-draft-store.ts'
import { draftsOn } from '../act-pages/act-draft-view.ts'
import { asOfIn, asOfQuery } from '../as-of-query.ts'
import { formOf } from '../forms/forms.ts'
import { isOpen } from '../objection-state.ts'
import { registrationFor } from '../read-registration.ts'
import { readAsAsked } from '../read-registration-as-of.ts'
import { filingKindLabels, securityTypeLabel, statusLabels } from '../registration-wording.ts'
import { collateralFacts } from './collateral-facts.ts'
import { filingsTable } from './filings-table.ts'
import { objectionsView } from './objections-view.ts'
import { pastBanner } from './past-banner.ts'
import {
  correctedWords,
  formerAmounts,
  formerNames,
  gapsView,
  joinedRows,
  rankNotes,
  releasedCollateral,
} from './registration-changes.ts'
import { registrationLinks } from './registration-links.ts'
import { stateWord } from './state-word.ts'
import { termsRows } from './terms-facts.ts'

type View = ReturnType<typeof registrationFor>

const pageSchema = { hide: true, querystring: Type.Object(asOfQuery) }

/** A registration as it stands, with everything that the reader may see of it. */
export function registrationPages(app: FastifyInstance, deps: Deps): void {
  app.get('/registrations/:registrationNumber', { schema: pageSchema }, async (request, reply) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
    const asOf = asOfIn(request.query)
    const { view: found, reader } = await readAsAsked(deps.pool, person, number, asOf)
    const view = registrationFor(reader, found)
    const written = groupsOfFour(number)
    const drafts = asOf ? [] : await listActDraftsOn(deps.pool, person.userId, number)
    return sendPage(reply, {
      title: text(`登记 ${written}`, `Registration ${written}`),
      wide: true,
      body: registrationView(view, request.language, request.url, {
        masked: reader === 'searcher',
        links: asOf ? nothing : registrationLinks(person, found, request.language),
        drafts: draftsOn(number, drafts, request.language),
        past: asOf !== undefined,
      }),
    })
  })
}

function registrationView(
  view: View,
  language: Language,
  here: string,
  { masked, links, drafts, past }: { masked: boolean; links: Html; drafts: Html; past: boolean },
): Html {
  const say = speaker(language)
  const form = formOf(view.securityType)
  const terms = termsRows(view, language)
  return html`${past ? pastBanner(view, language) : nothing}
<p class="answer">${inLanguage(standing(view), language)}</p>
${masked ? html`<p class="govuk-body secondary">${say('个人的证件号码和详细地址对查询人不公开。', 'Identity numbers and full addresses of individuals are not shown to searchers.')}</p>` : nothing}
${links}
${drafts}
${gapsView(view, language)}
${summaryList(registrationRows(view, language), language)}
${partiesView(form?.securedPartyLabel ?? text('担保权人', 'Secured party'), view.securedParties, language, (at) => joinedRows(view, 'securedParty', at, language))}
${partiesView(form?.debtorLabel ?? text('担保人', 'Debtor'), view.debtors, language, (at) => joinedRows(view, 'debtor', at, language))}
${objectionsView(view, language)}
${formerNames(view, language)}
<h2 class="govuk-heading-m">${say('担保财产', 'Collateral')}</h2>
${view.collateral.map((part, at) => collateralPart(view.securityType, part, { language, here, at }))}
${releasedCollateral(view, language, here)}
${terms.length > 0 ? html`<h2 class="govuk-heading-m">${say('主债权与合同', 'Secured claim and contracts')}</h2>${summaryList(terms, language)}` : nothing}
${formerAmounts(view, language)}
${rankNotes(view, language)}
<h2 class="govuk-heading-m">${say('登记经过', 'Filings')}</h2>
${filingsTable(view, language, !masked)}
${filedAttachments(view, language, !masked)}`
}

/** The files that each filing names; who may open them finds the way to each. */
function filedAttachments({ filings }: View, language: Language, open: boolean): Html {
  const say = speaker(language)
  const naming = filings.filter(({ attachments }) => attachments.length > 0)
  if (naming.length === 0) return nothing
  return html`<h2 class="govuk-heading-m">${say('附件', 'Attachments')}</h2>
${open ? nothing : html`<p class="govuk-body secondary">${say('附件仅当事人、登记机构和法院可以打开。', 'Attachments are opened by the parties, the register and courts only.')}</p>`}
${naming.map(({ kind, filingNumber, sequence, attachments }) => {
  const filing = inLanguage(filingKindLabels[kind], language)
  const linkTo = (sha256: string) => `/api/v1/filings/${filingNumber}/attachments/${sha256}`
  return html`<h3 class="govuk-heading-s">${say(`${filing}（第 ${thousands(sequence)} 号登记）`, `${filing}, filing ${thousands(sequence)}`)}</h3>
${attachmentTable(language, attachments, open ? { linkTo } : {})}`
})}`
}

/** What one filing brought into the security, and since when it ranks. */
function collateralPart(
  securityType: string,
  { ranksFrom, corrected, ...collateral }: View['collateral'][number],
  place: { language: Language; here: string; at: number },
): Html {
  const say = speaker(place.language)
  const ranks = inLanguage(writtenExactMoment(ranksFrom.filedAt), place.language)
  const sequence = thousands(ranksFrom.sequence)
  return html`<p class="govuk-body">${say(`顺位自${ranks}起算，即第 ${sequence} 号登记。`, `Ranks from ${ranks}, filing ${sequence}.`)}</p>
${correctedWords({ ...(corrected && { corrected }) }, place.language)}
${collateralFacts(securityType, collateral, place)}`
}

/** The first sentence: does it stand, and until when. */
function standing({ status, expiresOn, asOf, ended, objections }: View) {
  const day = writtenDate(expiresOn)
  const moment = writtenMomentInBrackets(asOf.time)
  const at = text(
    `截至第 ${thousands(asOf.sequence)} 号登记（${moment.zh}），`,
    `As of filing ${thousands(asOf.sequence)} (${moment.en}), `,
  )
  const open = objections.filter(isOpen).length
  switch (status) {
    case 'in_effect':
      return open === 0
        ? text(
            `${at.zh}这项登记在效，至${day.zh}24:00到期。`,
            `${at.en}this registration is in effect, until 24:00 on ${day.en}.`,
          )
        : text(
            `${at.zh}这项登记在效，至${day.zh}24:00到期；有 ${open} 项异议尚未结束。`,
            `${at.en}this registration is in effect, until 24:00 on ${day.en}; ${open === 1 ? 'one objection is' : `${open} objections are`} open.`,
          )
    case 'expired':
      return text(
        `${at.zh}这项登记已于${day.zh}24:00到期。`,
        `${at.en}this registration has expired, at 24:00 on ${day.en}.`,
      )
    default: {
      // What ended it, and not what came last: a lapse or a reinstatement may have followed.
      const moment = ended && writtenMomentInBrackets(ended.filedAt)
      return text(
        `${at.zh}这项登记${statusLabels[status].zh}${moment ? `（${moment.zh}，第 ${thousands(ended.sequence)} 号登记）` : ''}。`,
        `${at.en}this registration is ${statusLabels[status].en.toLowerCase()}${moment ? ` (${moment.en}, filing ${thousands(ended.sequence)})` : ''}.`,
      )
    }
  }
}

function registrationRows(view: View, language: Language): SummaryRow[] {
  const form = formOf(view.securityType)
  const type = inLanguage(securityTypeLabel(view.securityType), language)
  const first = view.filings[0]!
  return [
    { key: text('登记证明编号', 'Registration number'), value: numberInGroups(view.registrationNumber) },
    { key: text('状态', 'State'), value: stateWord(view.status, language) },
    {
      key: text('担保类型', 'Security type'),
      value: form ? html`${type}<br><span class="secondary small">${inLanguage(form.effect, language)}</span>` : type,
    },
    { key: text('登记时间', 'Time of filing'), value: inLanguage(writtenExactMoment(view.filedAt), language) },
    { key: text('登记序号', 'Sequence'), value: thousands(first.sequence) },
    { key: text('登记期限', 'Term'), value: inLanguage(writtenTerm(view.termMonths), language) },
    { key: text('登记到期日', 'Expiry date'), value: inLanguage(writtenDate(view.expiresOn), language) },
    { key: text('填表人', 'Filer'), value: view.filer },
    ...(view.keptUntil === undefined
      ? []
      : [{ key: text('保存至', 'Kept until'), value: inLanguage(writtenDate(view.keptUntil), language) }]),
    ...(view.filerReference === undefined
      ? []
      : [{ key: text('填表人归档号', 'Filer’s reference'), value: view.filerReference }]),
  ]
}

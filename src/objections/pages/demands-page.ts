import type { FastifyInstance } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import { may } from '../../accounts/person.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate } from '../../platform/clock.ts'
import { dataTable } from '../../platform/data-table.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { numberFrom } from '../../platform/http.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { ProblemError } from '../../platform/problem.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, writtenDate, writtenMomentShort } from '../../platform/written-form.ts'
import { loadStanding } from '../../registrations/load-standing.ts'
import { statusOn } from '../../registrations/registration-state.ts'
import { type DischargeDemand, loadDemands } from '../demand-discharge.ts'

/** Demands on a registration: for its filer and the registrar all, with the day each is due; for others their own. */
export function demandsPages(app: FastifyInstance, deps: Deps): void {
  app.get(
    '/registrations/:registrationNumber/discharge-demands',
    { schema: { hide: true } },
    async (request, reply) => {
      const person = personWhoMay(request, 'search')
      const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
      const state = (await loadStanding(deps.pool, [number])).get(number)?.state
      if (!state) throw new ProblemError('not_found')
      const own = person.account === state.account
      const all = own || person.role === 'registrar' || person.role === 'court'
      const demands = await loadDemands(deps.pool, state.registration, all ? undefined : person.account)
      const today = beijingDate(deps.clock.nowMicroseconds())
      const standing = statusOn(state, today) === 'in_effect'
      const { language } = request
      const title = all
        ? text('收到的注销或变更要求', 'Demands received')
        : text('我方提出的要求', 'Demands your account made')
      return sendPage(reply, {
        title,
        ownHeading: true,
        wide: true,
        back: `/registrations/${number}`,
        body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${inLanguage(text(`登记 ${groupsOfFour(number)}`, `Registration ${groupsOfFour(number)}`), language)}</span>
${inLanguage(title, language)}</h1>
${intro(own, language)}
${demands.length === 0 ? html`<p class="govuk-body">${inLanguage(text('没有。', 'There are none.'), language)}</p>` : table(demands, { all, today, language })}
${standing ? whatToDo(number, { own, mayObject: !all && may(person.role, 'object') }, language) : nothing}`,
      })
    },
  )
}

function intro(own: boolean, language: Language): Html {
  const say = speaker(language)
  return html`<p class="govuk-body">${
    own
      ? say(
          '要求属实的，请在期限以前（含当日）注销或者变更（办法第十六条）；拒绝或者不答复的，对方可以提出异议（办法第十八条）。',
          'If a demand is right, discharge or amend by the end of its day (art. 16 of the Measures); if you refuse or stay silent, they may object (art. 18).',
        )
      : say(
          '要求不公开，只有填表人和登记机构可以看到。',
          'Demands are not public: only the filer and the register’s office see them.',
        )
  }</p>`
}

function whatToDo(number: string, { own, mayObject }: { own: boolean; mayObject: boolean }, language: Language): Html {
  const say = speaker(language)
  const link = (path: string, zh: string, en: string) =>
    html`<li><a class="govuk-link" href="/registrations/${number}${path}">${say(zh, en)}</a></li>`
  if (own) {
    return html`<ul class="govuk-list act-links">${link('/discharge', '注销', 'Discharge')}${link('/amend', '变更', 'Amend')}</ul>`
  }
  return mayObject
    ? html`<ul class="govuk-list act-links">${link('/demand', '再提要求', 'Make another demand')}${link('/object', '提出异议', 'Object')}</ul>`
    : nothing
}

function table(
  demands: DischargeDemand[],
  { all, today, language }: { all: boolean; today: string; language: Language },
): Html {
  const say = speaker(language)
  return dataTable(language, {
    caption: text('要求，最近的在前', 'Demands, newest first'),
    captionHidden: true,
    rows: demands,
    columns: [
      {
        label: text('要求的内容', 'Demand'),
        heads: true,
        cell: ({ statement }) => html`<div class="paragraph">${statement}</div>`,
      },
      ...(all ? [{ label: text('提出人', 'From'), cell: (each: DischargeDemand) => each.demandedBy }] : []),
      { label: text('与登记的关系', 'Relation'), cell: ({ relation }) => relation },
      {
        label: text('提出时间', 'Made at'),
        cell: ({ demandedAt }) => inLanguage(writtenMomentShort(demandedAt), language),
      },
      {
        label: text('处理期限', 'Due'),
        kind: 'whole',
        cell: ({ dueOn }) =>
          html`${inLanguage(writtenDate(dueOn), language)}${dueOn < today ? html` <span class="state state--alarm">${say('已过', 'Passed')}</span>` : nothing}`,
      },
    ],
  })
}

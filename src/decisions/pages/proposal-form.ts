import { personWhoMay } from '../../accounts/authenticate.ts'
import { summaryList } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { keepAnswer } from '../../platform/keep-answer.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Text, text } from '../../platform/text.ts'
import { attachmentsOf } from '../../registrations/act-pages/act-attachments.ts'
import type { ActBy, ActForm, ActPage } from '../../registrations/act-pages/act-form.ts'
import { type ChangeForm, readChange } from '../../registrations/act-pages/change-form.ts'
import { atFields } from '../../registrations/field-errors.ts'
import { judgeDocumentAttached } from '../../registrations/named-attachments.ts'
import { COLLATERAL_BODY_MAX_BYTES } from '../../registrations/pages/collateral-page.ts'
import type { Fields } from '../../registrations/pages/typed-fields.ts'
import { propose } from '../decide.ts'
import { registrarOf } from '../decision-routes.ts'
import type { RegistrarAct } from '../registrar-acts.ts'
import {
  type OfficeFields,
  officeControls,
  officeFields,
  officePlace,
  officeRows,
  readOffice,
  unfitOffice,
} from './office-fields.ts'

/** A registrar's page: what is filed by a second person's approval is only proposed here. */
export const registrar: Pick<ActBy, 'person' | 'filer'> = {
  person: (request) => personWhoMay(request, 'supervise'),
  filer: async (_deps, request) => registrarOf(request),
}

/** What one page proposes. */
export type Proposal = {
  act: RegistrarAct
  path: string
  /** The path that it leads back to, after the registration's. */
  back?: string
  title: Text
  office: OfficeFields
  /** The change that it makes, by the same form as an amendment's. */
  change?: ChangeForm
  /** What the act says beside the office's part and its change. */
  own?: {
    fields: ActForm['fields']
    controls: ActForm['controls']
    read: ActForm['read']
    facts(page: ActPage, content: Record<string, unknown>): Html
  }
  /** What it does to the registration, in a sentence. */
  effect: Text
}

/** The pages of a proposal: asked, checked, kept for a second registrar. Nothing is filed before that one approves. */
export function proposalForm(proposal: Proposal): ActForm {
  const { act, office, change, own } = proposal
  const placeInChange = change?.place ?? ((pointer: string) => pointer)
  const fields: ActForm['fields'] = (typed) => [
    ...(own?.fields(typed) ?? []),
    ...(change?.fields(typed) ?? []),
    ...officeFields(office),
  ]
  return {
    path: proposal.path,
    kind: act.kind,
    by: {
      ...registrar,
      carryOut: async (deps, page, content, request) => {
        const made = await keepAnswer(deps.pool, page.person.userId, request, async () => {
          const done = await propose(deps, page.filer, act, page.state.registrationNumber, content)
          return 'refused' in done ? done : { answer: { decision: done.decided.decision } }
        })
        return 'refused' in made ? made : { answer: Buffer.from(JSON.stringify(made.answer)) }
      },
    },
    title: proposal.title,
    verb: text('提请另一人核准', 'Propose to the second person'),
    done: text('已经提出', 'Proposed'),
    ...(proposal.back !== undefined && { back: proposal.back }),
    ...(change?.wide && { wide: true }),
    ...(change?.more && { more: change.more }),
    bodyLimit: COLLATERAL_BODY_MAX_BYTES,
    filesNeeded: text('附上所依据的文书（必须）', 'Document that it rests on (required)'),
    fields,
    controls: (page, form, typed) => html`${own?.controls(page, form, typed) ?? nothing}
${change ? change.controls(page, form, typed) : nothing}
<div class="text-column">${officeControls(form, typed, office)}</div>`,
    read: (page, typed) => {
      const said = readOffice(typed, office)
      const made = change && readChange(change, page, typed)
      const more = own?.read(page, typed)
      const content = { ...more?.content, ...(made && { changes: [made.change] }), ...said.content }
      const told: Refusal[] = [...(more?.refused ?? []), ...(made?.refused ?? []), ...said.refused]
      return {
        content,
        refused: atFields(
          [...told, ...missing(said.content, office), ...unfitOffice(act, content, told), ...notAttached(typed)],
          fields(typed),
        ),
      }
    },
    place: (pointer) => {
      if (pointer.startsWith('/changes/0')) return placeInChange(pointer.replace(/^\/changes\/0/, ''))
      return officePlace(pointer)
    },
    prepare: (filer, number, content, options) => act.prepare(filer, number, content as never, options),
    facts: (page, content, after) => {
      const [made] = (content.changes ?? []) as Record<string, unknown>[]
      return html`${own?.facts(page, content) ?? nothing}${change && made ? change.facts(page, made, after) : nothing}
${summaryList(officeRows(withoutAttachments(content), page.language), page.language)}
<p class="govuk-body text-column">${inLanguage(proposal.effect, page.language)} ${inLanguage(needsAnother, page.language)}</p>`
    },
    confirm: (page, answer) => page.reply.redirect(`/decisions/${(answer as { decision: string }).decision}`, 303),
  }
}

/** The page that is checked lists the attachments by itself. */
function withoutAttachments({
  attachments: _attachments,
  ...content
}: Record<string, unknown>): Record<string, unknown> {
  return content
}

/** A statement that the schema lets be absent is asked of people where the form says so. */
function missing(content: Record<string, unknown>, { statement }: OfficeFields): Refusal[] {
  if (statement.optional || content.statement !== undefined) return []
  return [{ code: 'field_missing', pointer: '/office/statement', message: text('此项必填', 'This must be given') }]
}

/** Told with the rest of what is missing, at the files of the page. */
function notAttached(typed: Fields): Refusal[] {
  return judgeDocumentAttached({ attachments: attachmentsOf(typed) }).map((each) => ({ ...each, pointer: '/files' }))
}

const needsAnother = text(
  '提出以后，须由另一名登记员核准才登记。',
  'It is filed only once another registrar has approved it.',
)

import type { FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { type ActDraft, type ActDraftKey, deleteFiledDraft, saveActDraft } from '../act-draft-store.ts'
import { tooManyUnfinished } from '../form-entry-store.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { statusOn } from '../registration-state.ts'
import { draftsLink, savedElsewhereNote, savedNote, sinceThen } from './act-draft-view.ts'
import type { ActForm, ActPage } from './act-form.ts'
import { sendActForm, sendEnded } from './act-form-view.ts'
import { expectedSequenceOf } from './act-typed.ts'

/** The draft that this page's person may have of this act. */
export function draftKeyOf(page: ActPage, act: ActForm): ActDraftKey {
  return { owner: page.person.userId, registrationNumber: page.state.registrationNumber, act: act.path }
}

/**
 * Keeps what was typed, right or wrong, and leads to the list of drafts. What another page saved meanwhile is not
 * overwritten unasked.
 */
export async function saveDraft(deps: Deps, page: ActPage, act: ActForm, fields: Fields): Promise<FastifyReply> {
  const saved = await saveActDraft(deps.pool, draftKeyOf(page, act), {
    securityType: page.state.securityType,
    title: act.title,
    fields,
    actId: typed(fields, 'actId'),
    revision: page.draftRevision,
  })
  if ('saved' in saved) return page.reply.redirect(`/drafts?saved=${saved.saved}`, 303)
  if ('tooMany' in saved) return sendActForm(page, act, fields, [tooManyUnfinished], { above: draftsLink(page) })
  const now = { ...page, draftRevision: saved.savedElsewhere.revision }
  const above = savedElsewhereNote(page, saved.savedElsewhere)
  return sendActForm(now, act, fields, [savedElsewhere], { above, status: 409 })
}

/**
 * The first page of an act with what was saved of it. When the registration changed since, the page says what came
 * between and is made anew from how it stands now; when it has ended, what was typed is shown and cannot be filed.
 */
export function sendResumed(page: ActPage, act: ActForm, draft: ActDraft): FastifyReply {
  const since = expectedSequenceOf(draft.fields)
  const resumed = { ...page, draftRevision: draft.revision }
  const status = statusOn(page.state, page.today)
  const above = [savedNote(page, draft), ...(since < page.state.lastSequence ? [sinceThen(page, since)] : [])]
  if (status !== 'in_effect') return sendEnded(resumed, act, status, { above, typed: draft.fields })
  const fields = { ...draft.fields, expectedSequence: String(page.state.lastSequence) }
  return sendActForm(resumed, act, fields, [], { above })
}

/** An act that was filed has no draft any more. The filing stands whatever becomes of this. */
export async function endDraft(deps: Deps, page: ActPage, act: ActForm, actId: string): Promise<void> {
  await deleteFiledDraft(deps.pool, draftKeyOf(page, act), actId).catch((err) =>
    page.request.log.warn({ err }, 'the draft of an act that was filed could not be deleted'),
  )
}

const savedElsewhere: Refusal = {
  code: 'draft_changed_meanwhile',
  message: text(
    '这份草稿在别处又保存过，本页没有覆盖它',
    'This draft was saved elsewhere meanwhile; this page has not overwritten it',
  ),
}

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate, rfc3339 } from '../../platform/clock.ts'
import { isConnectionLost } from '../../platform/database.ts'
import { numberFrom } from '../../platform/http.ts'
import { IdempotentRequest } from '../../platform/idempotency.ts'
import { storedAnswer } from '../../platform/keep-answer.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { Unavailable } from '../../platform/unavailable.ts'
import { loadActDraft, noteActFiling } from '../act-draft-store.ts'
import { atFields } from '../field-errors.ts'
import { afterTheOther } from '../file-act.ts'
import { fileActByCode } from '../file-act-by-code.ts'
import { formOf } from '../forms/forms.ts'
import { partyKeysOf } from '../is-party-to.ts'
import { loadStanding } from '../load-standing.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { readerOf } from '../read-registration.ts'
import { filerOf } from '../registration-routes.ts'
import type { RegistrationState } from '../registration-state.ts'
import { statusOn } from '../registration-state.ts'
import { codeMissing, declarationMissing, sendActCheck } from './act-check.ts'
import { sendActDone, sendOtherwiseFiled } from './act-done.ts'
import { draftKeyOf, endDraft, saveDraft, sendResumed } from './act-draft.ts'
import { sinceThen } from './act-draft-view.ts'
import type { ActFiled, ActForm, ActPage } from './act-form.ts'
import { sendActForm, sendEnded } from './act-form-view.ts'
import { draftRevisionOf, expectedSequenceOf, newAct, typedAct } from './act-typed.ts'
import { FORESEEN_CODE, foreseeAct } from './foresee-act.ts'

const BODY_MAX_BYTES = 256 * 1024

/**
 * Adds the pages of an act: GET asks, POST shows what will be filed and then files it. What was typed travels with the
 * pages, and is kept as a draft only when the person asks for it: one for each person, registration and act, which the
 * next GET begins with. The page's own id makes that it is filed once, however often its form is sent, and that each
 * time the same confirmation is shown (design: everything can be sent twice).
 */
export function actPage(app: FastifyInstance, deps: Deps, act: ActForm): void {
  const url = `/registrations/:registrationNumber${act.path}`
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'register')
  const schema = { hide: true }

  app.get(url, { schema, onRequest }, async (request, reply) => {
    const page = await openActPage(deps, request, reply)
    const draft = await loadActDraft(deps.pool, draftKeyOf(page, act))
    if (draft) return sendResumed(page, act, draft)
    const status = statusOn(page.state, page.today)
    if (status !== 'in_effect') return sendEnded(page, act, status)
    return sendActForm(page, act, newAct(page.state.lastSequence))
  })

  app.post(url, { schema, onRequest, bodyLimit: act.bodyLimit ?? BODY_MAX_BYTES }, async (request, reply) => {
    const page = await openActPage(deps, request, reply)
    return answerPost(deps, page, act, typedAct(request.body))
  })
}

/** Opens a page for the filer's account. @throws ProblemError not_found, not_the_filer */
export async function openActPage(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<ActPage> {
  const person = personWhoMay(request, 'register')
  const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
  const now = deps.clock.nowMicroseconds()
  const today = beijingDate(now)
  const state = await loadState(deps, number)
  const form = state && formOf(state.securityType)
  if (!state || !form) throw new ProblemError('not_found')
  const standing = { account: state.account, status: statusOn(state, today), partyKeys: partyKeysOf(state) }
  if (!readerOf(person, standing)) throw new ProblemError('not_found')
  if (state.account !== person.account) throw new ProblemError('not_the_filer')
  const path = request.url.split('?')[0]!
  const draftRevision = draftRevisionOf(request.body)
  return {
    request,
    reply,
    person,
    language: request.language,
    today,
    now: rfc3339(now),
    state,
    form,
    path,
    draftRevision,
  }
}

async function loadState(deps: Deps, number: string): Promise<RegistrationState | undefined> {
  return (await loadStanding(deps.pool, [number])).get(number)?.state
}

async function answerPost(deps: Deps, page: ActPage, act: ActForm, fields: Fields): Promise<FastifyReply> {
  const { body } = page.request
  const request = requestOf(page, fields)
  // The state was read before this: if this act is in it already, its answer is there to be found.
  const before = await storedAnswer(deps.pool, page.person.userId, request)
  const actId = typed(fields, 'actId')
  if (before) {
    await endDraft(deps, page, act, actId)
    return sendReplay(page, act, () => request.open(before))
  }
  const step = typed(body, 'step')
  if (step === 'save') return saveDraft(deps, page, act, fields)
  const { content, refused } = act.read(page, fields)
  if (step === 'edit') return sendActForm(page, act, fields)
  if (refused.length > 0) return sendActForm(page, act, fields, refused)
  const filer = filerOf(page.request)
  const { state, today, now } = page
  const expectedSequence = expectedSequenceOf(fields)
  const number = state.registrationNumber
  const trial = act.prepare(filer, number, content, { modificationCode: FORESEEN_CODE, expectedSequence, today })
  const foreseen = 'refused' in trial ? trial : foreseeAct(trial, state, { time: now, today })
  if ('refused' in foreseen) return sendRefused(deps, page, act, fields, foreseen.refused)
  const check = { fields, content, after: foreseen.after }
  if (step !== 'file') return sendActCheck(page, act, check)

  const modificationCode = typed(body, 'modificationCode')
  const missing = [
    ...(modificationCode.trim() === '' ? [codeMissing] : []),
    ...(typed(body, 'declaration') === 'true' ? [] : [declarationMissing]),
  ]
  if (missing.length > 0) return sendActCheck(page, act, { ...check, errors: missing })
  try {
    const options = { modificationCode, expectedSequence, today, sealing: request }
    const prepared = act.prepare(filer, number, content, options)
    if (!('refused' in prepared)) {
      await noteActFiling(deps.pool, draftKeyOf(page, act), actId, prepared.filingId)
    }
    const filed = await afterTheOther(() => fileActByCode(deps, filer, number, request, () => prepared))
    if (!('refused' in filed)) {
      await endDraft(deps, page, act, actId)
      return sendReplay(page, act, () => filed.answer)
    }
    const wrongCode = filed.refused.some(({ code }) => code === 'modification_code_wrong')
    if (wrongCode) return sendActCheck(page, act, { ...check, errors: filed.refused })
    return sendRefused(deps, page, act, fields, filed.refused)
  } catch (error) {
    const problem = problemToTell(error)
    if (!problem) throw error
    return sendActCheck(page, act, { ...check, problem })
  }
}

/** The confirmation; under another session, or when the page was changed after it was filed, only that it was filed. */
function sendReplay(page: ActPage, act: ActForm, open: () => Buffer): FastifyReply {
  try {
    return sendActDone(page, act, JSON.parse(open().toString('utf8')) as ActFiled)
  } catch (error) {
    if (error instanceof ProblemError) return sendOtherwiseFiled(page, act)
    throw error
  }
}

/** Refusals of the act at the fields of its first page. What came between is shown as it stands now. */
async function sendRefused(
  deps: Deps,
  page: ActPage,
  act: ActForm,
  fields: Fields,
  refused: readonly Refusal[],
): Promise<FastifyReply> {
  const state = (await loadState(deps, page.state.registrationNumber)) ?? page.state
  const fresh = { ...page, state }
  const status = statusOn(state, page.today)
  const since = expectedSequenceOf(fields)
  if (status !== 'in_effect') {
    const above = since < state.lastSequence ? [sinceThen(fresh, since)] : []
    return sendEnded(fresh, act, status, { above, typed: fields })
  }
  const passed = refused.some(({ code }) => code === 'expected_sequence_passed')
  if (passed) {
    const errors = refused.map(({ code, message }) => ({ code, message }))
    const remade = { ...fields, expectedSequence: String(state.lastSequence) }
    return sendActForm(fresh, act, remade, errors, { above: sinceThen(fresh, since), status: 409 })
  }
  const placed = refused.map((each) => ({ ...each, pointer: act.place(each.pointer ?? '') }))
  return sendActForm(fresh, act, fields, atFields(placed, act.fields(fields)))
}

/** The same page with the same fields is the same request. */
function requestOf(page: ActPage, fields: Fields): IdempotentRequest {
  const { person, path } = page
  const key = `act ${typed(fields, 'actId')}`
  return new IdempotentRequest(person.userId, person.bearer, key, { method: 'POST', path, body: fields })
}

/** What the check page tells, with its button to try again; everything else is for the error page. */
function problemToTell(error: unknown): { code: ProblemError['code']; retryAfterSeconds: number } | undefined {
  if (error instanceof Unavailable) return { code: error.code, retryAfterSeconds: error.retryAfterSeconds }
  if (isConnectionLost(error)) return { code: 'database_unavailable', retryAfterSeconds: 5 }
  if (error instanceof ProblemError && (error.code === 'too_many_requests' || error.code === 'request_in_progress')) {
    return { code: error.code, retryAfterSeconds: error.retryAfterSeconds ?? 1 }
  }
  return undefined
}

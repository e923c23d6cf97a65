import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Person } from '../../accounts/person.ts'
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
import { afterTheOther, fileAct } from '../file-act.ts'
import { fileActByCode } from '../file-act-by-code.ts'
import { formOf } from '../forms/forms.ts'
import { partyKeysOf } from '../is-party-to.ts'
import { loadStanding } from '../load-standing.ts'
import { judgeUploadsThere, readPostedAttachments, withReceived } from '../pages/posted-attachments.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'
import { readerOf } from '../read-registration.ts'
import { filerOf } from '../registration-routes.ts'
import type { RegistrationState } from '../registration-state.ts'
import { statusOn } from '../registration-state.ts'
import { judgeStatus, type RegistrationStatus } from '../registration-status.ts'
import { attachmentsOf, contentWith, withAttachments } from './act-attachments.ts'
import { codeMissing, declarationMissing, sendActCheck } from './act-check.ts'
import { sendActDone, sendOtherwiseFiled } from './act-done.ts'
import { draftKeyOf, endDraft, saveDraft, sendResumed } from './act-draft.ts'
import { sinceThen } from './act-draft-view.ts'
import type { ActBy, ActFiled, ActForm, ActPage } from './act-form.ts'
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
  const onRequest = async (request: FastifyRequest) => void personOf(request, act.by)
  const schema = { hide: true }

  app.get(url, { schema, onRequest }, async (request, reply) => {
    const page = await openActPage(deps, request, reply, act.by)
    const draft = act.by ? undefined : await loadActDraft(deps.pool, draftKeyOf(page, act))
    if (draft) return sendResumed(page, act, draft)
    const status = statusOn(page.state, page.today)
    if (!mayFollow(act, status)) return sendEnded(page, act, status)
    return act.by?.instead?.(page) ?? sendActForm(page, act, newAct(page.state.lastSequence))
  })

  const bodyLimit = act.bodyLimit ?? BODY_MAX_BYTES
  app.post(url, { schema, onRequest, bodyLimit, config: { multipartForm: true } }, async (request, reply) => {
    // Nothing is taken in for who may not act: the page is opened before its files are read, and again with its fields.
    const opened = await openActPage(deps, request, reply, act.by)
    if (!request.isMultipart()) return answerPost(deps, opened, act, typedAct(request.body))
    const posted = await readPostedAttachments(deps, request, opened.person, bodyLimit)
    request.body = posted.fields
    const page = { ...opened, draftRevision: draftRevisionOf(posted.fields) }
    const { attachments, refused } = withReceived(attachmentsOf(posted.fields), posted)
    const fields = withAttachments(typedAct(posted.fields), attachments)
    if (refused.length > 0) return sendActForm(page, act, fields, refused)
    return answerPost(deps, page, act, fields)
  })
}

/**
 * Opens a page for the filer's account, or for whom the act is.
 * @throws ProblemError not_found, not_the_filer, role_not_allowed
 */
export async function openActPage(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  by?: ActBy,
): Promise<ActPage> {
  const person = personOf(request, by)
  const filer = by ? await by.filer(deps, request) : filerOf(request)
  const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
  const now = deps.clock.nowMicroseconds()
  const today = beijingDate(now)
  const state = await loadState(deps, number)
  const form = state && formOf(state.securityType)
  if (!state || !form) throw new ProblemError('not_found')
  const standing = { account: state.account, status: statusOn(state, today), partyKeys: partyKeysOf(state) }
  if (!readerOf(person, standing) && !hasObjected(person, state)) throw new ProblemError('not_found')
  if (!by && state.account !== person.account) throw new ProblemError('not_the_filer')
  const path = request.url.split('?')[0]!
  const { language } = request
  const draftRevision = draftRevisionOf(request.body)
  return { request, reply, person, filer, language, today, now: rfc3339(now), state, form, path, draftRevision }
}

function personOf(request: FastifyRequest, by: ActBy | undefined): Person {
  return by ? by.person(request) : personWhoMay(request, 'register')
}

/** Who objected is told what became of the registration, also when it has ended. */
function hasObjected(person: Person, { objections }: RegistrationState): boolean {
  return objections.some(({ account }) => account === person.account)
}

function mayFollow({ kind }: ActForm, status: RegistrationStatus): boolean {
  return kind ? judgeStatus(status, kind) === undefined : status === 'in_effect'
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
    if (!act.by) await endDraft(deps, page, act, actId)
    return sendReplay(page, act, () => request.open(before))
  }
  const instead = act.by?.instead?.(page)
  if (instead) return instead
  const status = statusOn(page.state, page.today)
  if (!act.prepare && !mayFollow(act, status)) return sendEnded(page, act, status, { typed: fields })
  const step = typed(body, 'step')
  if (step === 'save' && !act.by) return saveDraft(deps, page, act, fields)
  const removed = /^remove-(\d{1,2})$/.exec(step)?.[1]
  if (removed !== undefined) {
    const kept = attachmentsOf(fields).filter((_, at) => at !== Number(removed))
    return sendActForm(page, act, withAttachments(fields, kept))
  }
  if (step === 'edit' || step === 'attach') return sendActForm(page, act, fields)
  if (step === 'more' && act.more) return sendActForm(page, act, act.more(fields))
  const read = act.read(page, fields)
  const content = contentWith(read.content, fields)
  const refused = [
    ...read.refused,
    ...(await judgeUploadsThere(deps, page.person.account, attachmentsOf(fields))).map(atFiles),
  ]
  if (refused.length > 0) return sendActForm(page, act, fields, refused)
  const foreseen = await foresee(page, act, content, expectedSequenceOf(fields))
  if ('refused' in foreseen) return sendRefused(deps, page, act, fields, foreseen.refused)
  const check = { fields, content, after: foreseen.after }
  if (step !== 'file') return sendActCheck(page, act, check)

  const modificationCode = typed(body, 'modificationCode')
  const missing = [
    ...(act.by || modificationCode.trim() !== '' ? [] : [codeMissing]),
    ...(act.declaration === undefined || typed(body, 'declaration') === 'true' ? [] : [declarationMissing]),
  ]
  if (missing.length > 0) return sendActCheck(page, act, { ...check, errors: missing })
  try {
    const filed = await file(deps, page, act, fields, content, request)
    if (!('refused' in filed)) return sendReplay(page, act, () => filed.answer)
    const wrongCode = filed.refused.some(({ code }) => code === 'modification_code_wrong')
    if (wrongCode) return sendActCheck(page, act, { ...check, errors: filed.refused })
    return sendRefused(deps, page, act, fields, filed.refused)
  } catch (error) {
    const problem = problemToTell(error)
    if (!problem) throw error
    return sendActCheck(page, act, { ...check, problem })
  }
}

/** What would be so were it filed now; for what is no filing, what is so. */
async function foresee(
  page: ActPage,
  act: ActForm,
  content: Record<string, unknown>,
  expectedSequence: number,
): Promise<{ refused: Refusal[] } | { after: RegistrationState }> {
  const { state, filer, today, now } = page
  if (!act.prepare) return { after: state }
  const options = { modificationCode: FORESEEN_CODE, expectedSequence, today }
  const trial = await act.prepare(filer, state.registrationNumber, content, options)
  return 'refused' in trial ? trial : foreseeAct(trial, state, { time: now, today })
}

/** Files it, or carries it out, once for the request. A double click waits for the first and gets its answer. */
async function file(
  deps: Deps,
  page: ActPage,
  act: ActForm,
  fields: Fields,
  content: Record<string, unknown>,
  request: IdempotentRequest,
): Promise<{ answer: Buffer } | { refused: Refusal[] }> {
  const { filer, today, state } = page
  const { carryOut } = act.by ?? {}
  if (carryOut) return afterTheOther(() => carryOut(deps, page, content, request))
  if (!act.prepare) throw new Error(`nothing says how ${act.path} is carried out`)
  const number = state.registrationNumber
  const modificationCode = typed(page.request.body, 'modificationCode')
  const options = { modificationCode, expectedSequence: expectedSequenceOf(fields), today, sealing: request }
  const prepared = await act.prepare(filer, number, content, options)
  if ('refused' in prepared) return prepared
  if (act.by) return afterTheOther(() => fileAct(deps.sequencer, prepared, request))
  const actId = typed(fields, 'actId')
  await noteActFiling(deps.pool, draftKeyOf(page, act), actId, prepared.filingId)
  const filed = await afterTheOther(() => fileActByCode(deps, filer, number, request, () => prepared))
  if (!('refused' in filed)) await endDraft(deps, page, act, actId)
  return filed
}

/** The confirmation; under another session, or when the page was changed after it was filed, only that it was filed. */
function sendReplay(page: ActPage, act: ActForm, open: () => Buffer): FastifyReply {
  try {
    const answer: unknown = JSON.parse(open().toString('utf8'))
    return act.confirm?.(page, answer) ?? sendActDone(page, act, answer as ActFiled)
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
  if (!mayFollow(act, status)) {
    const above = since < state.lastSequence ? [sinceThen(fresh, since)] : []
    return sendEnded(fresh, act, status, { above, typed: fields })
  }
  const passed = refused.some(({ code }) => code === 'expected_sequence_passed')
  if (passed) {
    const errors = refused.map(({ code, message }) => ({ code, message }))
    const remade = { ...fields, expectedSequence: String(state.lastSequence) }
    return sendActForm(fresh, act, remade, errors, { above: sinceThen(fresh, since), status: 409 })
  }
  const ofFiles = refused.filter(isOfFiles).map(atFiles)
  const others = refused.filter((each) => !isOfFiles(each))
  const placed = others.map((each) => ({ ...each, pointer: act.place(each.pointer ?? '') }))
  return sendActForm(fresh, act, fields, [...atFields(placed, act.fields(fields)), ...ofFiles])
}

const isOfFiles = ({ pointer }: Refusal) => pointer?.startsWith('/attachments') ?? false
const atFiles = ({ code, message }: Refusal): Refusal => ({ code, message, pointer: '/files' })

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

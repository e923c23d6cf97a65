import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { isConnectionLost } from '../../platform/database.ts'
import { IdempotentRequest } from '../../platform/idempotency.ts'
import { storedAnswer } from '../../platform/keep-answer.ts'
import { ProblemError } from '../../platform/problem.ts'
import { Unavailable } from '../../platform/unavailable.ts'
import { afterTheOther, fileAct } from '../file-act.ts'
import { finishEntry, loadEntry, noteFiling } from '../form-entry-store.ts'
import { judgeAnswers } from '../judge-answers.ts'
import { prepareRegistration } from '../register.ts'
import type { RegistrationContent } from '../registration-form.ts'
import { filerOf } from '../registration-routes.ts'
import { sendAlreadyFiled } from './already-filed-page.ts'
import { declarationMissing, sendCheck } from './check-page.ts'
import { type Filed, modificationCodeFile, sendDone } from './done-page.ts'
import { type FilingPage, filingPage } from './filing-page.ts'
import { sendNotFiled } from './not-filed-page.ts'
import { typed } from './typed-fields.ts'

/**
 * Submitting files an entry once. The answer is the page itself, not a redirect: the page refreshed, a double click, a
 * retry after an outage and a second tab send the same request again and get the same answer (design: everything can be
 * sent twice), modification code included, within the session that filed.
 */
export function submitPages(app: FastifyInstance, deps: Deps): void {
  filingPage(app, deps, 'POST', '/submit', (page) => submit(deps, page), { evenWhenFiled: true })

  // Who comes back to the address of an answer (a bookmark, the language switch) finds the entry as it stands.
  filingPage(app, deps, 'GET', '/submit', async (page) => page.reply.redirect(page.path('/check'), 303))

  filingPage(
    app,
    deps,
    'POST',
    '/modification-code',
    async (page) => {
      const filed = await replayed(deps, page)
      if (!filed) return sendAlreadyFiled(page.reply, page.entry)
      return page.reply
        .type('text/plain; charset=utf-8')
        .header('cache-control', 'no-store')
        .header(
          'content-disposition',
          `attachment; filename="encumbra-${filed.registrationNumber}-modification-code.txt"`,
        )
        .send(modificationCodeFile(filed))
    },
    { evenWhenFiled: true },
  )
}

async function submit(deps: Deps, page: FilingPage): Promise<FastifyReply> {
  const { entry, form, today } = page
  if (entry.registrationNumber) {
    const before = await replayed(deps, page)
    return before ? sendDone(page, before) : sendAlreadyFiled(page.reply, entry)
  }
  const judged = judgeAnswers(form, entry.answers, today)
  if (judged.refused.length > 0) return sendCheck(page, judged)
  if (typed(page.request.body, 'declaration') !== 'true') return sendCheck(page, judged, [declarationMissing])
  try {
    return await file(deps, page, judged.body as RegistrationContent)
  } catch (error) {
    return sendNotFiledOrThrow(deps, page, error)
  }
}

async function file(deps: Deps, page: FilingPage, content: RegistrationContent): Promise<FastifyReply> {
  const { entry, today } = page
  const request = requestOf(page, content)
  const act = prepareRegistration(filerOf(page.request), content, { today, sealing: request })
  if ('refused' in act) return sendCheck(page, { body: content, refused: act.refused, tables: {} })
  await noteFiling(deps.pool, entry.id, act.filingId)
  const filed = await afterTheOther(() => fileAct(deps.sequencer, act, request))
  if ('refused' in filed) return sendCheck(page, { body: content, refused: filed.refused, tables: {} })
  const answer = JSON.parse(filed.answer.toString('utf8')) as Filed
  // The filing stands whatever becomes of this note: without it, the entry is found by its filing.
  await finishEntry(deps.pool, entry.id, answer.registrationNumber).catch((err) =>
    page.request.log.warn({ err }, 'an entry that was filed could not be closed'),
  )
  return sendDone(page, answer)
}

/** An outage, or the same entry under way elsewhere: the page says what is known, and nothing typed is lost. */
async function sendNotFiledOrThrow(deps: Deps, page: FilingPage, error: unknown): Promise<FastifyReply> {
  if (error instanceof Unavailable) return sendNotFiled(page, error.code, error.retryAfterSeconds)
  if (isConnectionLost(error)) return sendNotFiled(page, 'database_unavailable', 5)
  if (!(error instanceof ProblemError)) throw error
  if (error.code === 'request_in_progress') return sendNotFiled(page, error.code, error.retryAfterSeconds ?? 1)
  // Another session filed this entry, or it was changed after it was filed: it says under which number.
  const entry = await loadEntry(deps.pool, page.person.userId, page.entry.id)
  if (entry?.registrationNumber) return sendAlreadyFiled(page.reply, entry)
  throw error
}

/** The answer that this session got when it filed; undefined for another session, or once the answer has gone. */
async function replayed(deps: Deps, page: FilingPage): Promise<Filed | undefined> {
  const content = judgeAnswers(page.form, page.entry.answers, page.today).body as RegistrationContent
  const request = requestOf(page, content)
  const stored = await storedAnswer(deps.pool, page.person.userId, request)
  if (!stored) return undefined
  try {
    return JSON.parse(request.open(stored).toString('utf8')) as Filed
  } catch (error) {
    if (error instanceof ProblemError) return undefined
    throw error
  }
}

/** The same entry with the same answers is the same request, from whichever page or tab it comes. */
function requestOf(page: FilingPage, content: RegistrationContent): IdempotentRequest {
  const { person, entry } = page
  return new IdempotentRequest(person.userId, person.bearer, `form-entry ${entry.id}`, {
    method: 'POST',
    path: page.path('/submit'),
    body: content,
  })
}

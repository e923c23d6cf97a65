import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { hiddenCsrf, submitButton, textArea } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { isWellFormedNumber, normalizeNumber } from '../../platform/numbers.ts'
import { ProblemError, problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import { groupsOfFour } from '../../platform/written-form.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { readLine, readParagraph } from '../../registrations/typed-values.ts'
import { listDue, openSearchDestruction } from '../due-registrations.ts'
import { liftHold, listStandingHolds, loadHold, placeHold } from '../legal-holds.ts'
import { HOLD_DOCUMENT_MAX_CHARACTERS, HOLD_REASON_MAX_CHARACTERS, holdActorOf } from '../retention-routes.ts'
import { archiveView, holdFacts, type PlacedForm } from './archive-view.ts'

const LINES_A_PAGE = 50
const PAGES_MAX = 50

/** The registrars' archive: what is due for destruction, and the legal holds that stop it. */
export function archivePages(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'supervise')
  const options = { schema: { hide: true }, onRequest }

  app.get('/archive', options, (request, reply) => sendArchive(deps, request, reply))

  app.post('/archive/holds', options, async (request, reply) => {
    const { number, reason, document, refused } = readPlaced(request.body)
    if (refused.length > 0) return sendArchive(deps, request, reply, { typed: request.body, errors: refused })
    const said = { reason, ...(document !== '' && { document }) }
    const placed = await orRefused(() => placeHold(deps.pool, holdActorOf(request), number, said), '/number')
    if ('refused' in placed) return sendArchive(deps, request, reply, { typed: request.body, errors: placed.refused })
    return reply.redirect(`/archive#hold-${placed.answer.legalHold}`, 303)
  })

  app.get('/archive/holds/:registrationNumber/:legalHold', options, (request, reply) => sendLift(request, reply, []))

  app.post('/archive/holds/:registrationNumber/:legalHold', options, async (request, reply) => {
    const { registrationNumber, legalHold } = request.params as { registrationNumber: string; legalHold: string }
    const reading = words(readParagraph(typed(request.body, 'reason')), '/reason', HOLD_REASON_MAX_CHARACTERS)
    if ('refused' in reading) return sendLift(request, reply, [reading.refused])
    const by = holdActorOf(request)
    const lifted = await liftHold(deps.pool, by, registrationNumber, legalHold, { reason: reading.value })
    // Lifted before is lifted: the list says what stands.
    if ('refused' in lifted && lifted.refused[0]?.code !== 'legal_hold_lifted')
      return sendLift(request, reply, lifted.refused)
    return reply.redirect('/archive', 303)
  })

  async function sendLift(request: FastifyRequest, reply: FastifyReply, errors: readonly Refusal[]) {
    const { registrationNumber, legalHold } = request.params as { registrationNumber: string; legalHold: string }
    const hold = await loadHold(deps.pool, registrationNumber, legalHold)
    if (!hold) throw new ProblemError('not_found')
    if (hold.liftedAt !== null) return reply.redirect('/archive', 303)
    const { language } = request
    const say = speaker(language)
    return sendPage(reply, {
      title: text(
        `解除保全：登记 ${groupsOfFour(registrationNumber)}`,
        `Lift the legal hold on registration ${groupsOfFour(registrationNumber)}`,
      ),
      back: '/archive',
      errors,
      status: errors.length > 0 ? 422 : 200,
      body: html`${holdFacts(hold, language)}
<p class="govuk-body">${say('解除以后，保存期满的，重新提出销毁，仍须两名登记员核准。', 'Once it is lifted and the retention is over, its destruction is proposed anew, and still needs two registrars.')}</p>
<form method="post" novalidate>${hiddenCsrf(request.shell)}
${textArea({ language, errors }, { pointer: '/reason', label: text('解除的理由', 'Why it is lifted'), value: typed(request.body, 'reason'), rows: 3 })}
${submitButton(language, text('解除保全', 'Lift the hold'))}</form>`,
    })
  }
}

async function sendArchive(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  placed: PlacedForm = { typed: undefined, errors: [] },
): Promise<FastifyReply> {
  const page = pageOf(request.query)
  const offset = (page - 1) * LINES_A_PAGE
  const [due, { holds, total }, searches] = await Promise.all([
    listDue(deps.pool, { unproposed: false, limit: LINES_A_PAGE + 1, offset }),
    listStandingHolds(deps.pool, { limit: LINES_A_PAGE, offset }),
    openSearchDestruction(deps.pool),
  ])
  return sendPage(reply, {
    title: text('档案', 'Archive'),
    wide: true,
    errors: placed.errors,
    status: placed.errors.length > 0 ? 422 : 200,
    body: archiveView({
      language: request.language,
      shell: request.shell,
      due: due.slice(0, LINES_A_PAGE),
      holds,
      holdsTotal: total,
      searches,
      page,
      more: page < PAGES_MAX && (due.length > LINES_A_PAGE || total > offset + LINES_A_PAGE),
      placed,
    }),
  })
}

function pageOf(query: unknown): number {
  const { page } = (query ?? {}) as { page?: unknown }
  return typeof page === 'string' && /^[1-9]\d?$/.test(page) ? Math.min(Number(page), PAGES_MAX) : 1
}

/** What was typed to place a hold, and what is wrong with it. */
function readPlaced(body: unknown) {
  const number = normalizeNumber(typed(body, 'number'))
  const reason = words(readParagraph(typed(body, 'reason')), '/reason', HOLD_REASON_MAX_CHARACTERS)
  const document = words(readLine(typed(body, 'document')), '/document', HOLD_DOCUMENT_MAX_CHARACTERS)
  const refused: Refusal[] = []
  if (!isWellFormedNumber(number)) {
    const message = number === '' ? missing : problems.number_mistyped.title
    refused.push({ code: number === '' ? 'field_missing' : 'number_mistyped', pointer: '/number', message })
  }
  if ('refused' in reason) refused.push(reason.refused)
  if ('refused' in document && document.refused.code !== 'field_missing') refused.push(document.refused)
  return {
    number,
    reason: 'value' in reason ? reason.value : '',
    document: 'value' in document ? document.value : '',
    refused,
  }
}

function words(
  reading: ReturnType<typeof readLine>,
  pointer: string,
  max: number,
): { value: string } | { refused: Refusal } {
  if (reading === undefined) return { refused: { code: 'field_missing', pointer, message: missing } }
  if ('refused' in reading) return { refused: { ...reading.refused, pointer } }
  const value = String(reading.value)
  if (value.length <= max) return { value }
  return {
    refused: {
      code: 'text_too_long',
      pointer,
      message: text(`不超过 ${max} 字`, `At most ${max} characters`),
    },
  }
}

/** A number that is no registration's, or a destroyed one's, is a mistake in the field and not a lost page. */
async function orRefused<T extends object>(
  work: () => Promise<T | { refused: Refusal[] }>,
  pointer: string,
): Promise<T | { refused: Refusal[] }> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return { refused: [{ code: error.code, pointer, message: problems[error.code].title }] }
  }
}

const missing = text('此项必填', 'This must be given')

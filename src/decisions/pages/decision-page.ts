import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import { confirmPassword } from '../../accounts/confirm-password.ts'
import type { NamedAttachment } from '../../attachments/attachment.ts'
import { findAttachment } from '../../attachments/attachment-store.ts'
import { sendAttachment } from '../../attachments/send-attachment.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate, rfc3339 } from '../../platform/clock.ts'
import { ProblemError, problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import type { ActPage } from '../../registrations/act-pages/act-form.ts'
import { formOf } from '../../registrations/forms/forms.ts'
import { loadStanding } from '../../registrations/load-standing.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { judgeTextsIn } from '../../registrations/registration-rules.ts'
import { readParagraph } from '../../registrations/typed-values.ts'
import { approve, type Decided, reject } from '../decide.ts'
import { type Decision, isDestruction, statusOf } from '../decision.ts'
import { registrarOf } from '../decision-routes.ts'
import { loadDecision } from '../decision-store.ts'
import { stateAtProposal } from './decision-facts.ts'
import { type DecisionView, sendDecision } from './decision-view.ts'
import { sendDestruction } from './destruction-view.ts'
import type { Told } from './vote-forms.ts'

const REASON_MAX = 2_000

/** A decision to read, and to approve or reject as the second person, who types the password once more. */
export function decisionPages(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'supervise')
  const options = { schema: { hide: true }, onRequest }

  app.get('/decisions/:decision', options, async (request, reply) => (await shown(request, reply)).send())

  app.post('/decisions/:decision/approve', options, async (request, reply) => {
    const page = await shown(request, reply)
    const told = await stepUp(deps, request, '/approve/password')
    if (told) return page.send(told)
    return answer(request, reply, await approve(deps, registrarOf(request), page.decision.decision))
  })

  app.post('/decisions/:decision/reject', options, async (request, reply) => {
    const page = await shown(request, reply)
    const reason = typed(request.body, 'reject', 'reason')
    const reading = readParagraph(reason)
    const unfit = reasonRefused(reading)
    if (unfit) return page.send({ errors: [unfit], reason, status: 422 })
    const told = await stepUp(deps, request, '/reject/password')
    if (told) return page.send({ ...told, reason })
    const words = String((reading as { value: unknown }).value)
    return answer(request, reply, await reject(deps, registrarOf(request), page.decision.decision, words))
  })

  // What the decision rests on is opened before it is decided: no filing has it yet.
  app.get('/decisions/:decision/attachments/:sha256', options, async (request, reply) => {
    const { decision: id, sha256 } = request.params as { decision: string; sha256: string }
    const named = (await loadDecision(deps.pool, id))?.content.attachments as NamedAttachment[] | undefined
    const found = named?.find((each) => each.sha256 === sha256)
    const stored = found && (await findAttachment(deps.pool, sha256))
    if (!found || !stored) throw new ProblemError('not_found')
    return sendAttachment(deps, reply, { ...found, ...stored })
  })

  // Who comes back to the address of an answer (the language switch, a bookmark) finds the decision as it stands.
  for (const step of ['approve', 'reject']) {
    app.get(`/decisions/:decision/${step}`, options, async (request, reply) =>
      reply.redirect(`/decisions/${(request.params as { decision: string }).decision}`, 303),
    )
  }

  async function answer(request: FastifyRequest, reply: FastifyReply, done: Decided): Promise<FastifyReply> {
    const { decision, send } = await shown(request, reply)
    const { userId } = personWhoMay(request, 'supervise')
    // The same step sent again is the same step: its outcome is on the page.
    const own = decision.votes.find((vote) => vote.userId === userId)
    const again = own !== undefined && (isDestruction(decision.kind) || own.place === 2) && isDone(own, decision)
    if (!('refused' in done) || again) return reply.redirect(`/decisions/${decision.decision}`, 303)
    return send({ errors: done.refused.map(({ code, message }) => ({ code, message })), status: 422 })
  }

  /** The decision as it is shown; of a destruction, or where the content was destroyed, without the registration. */
  async function shown(request: FastifyRequest, reply: FastifyReply) {
    const decision = await loadDecision(deps.pool, (request.params as { decision: string }).decision)
    if (!decision) throw new ProblemError('not_found')
    const view = isDestruction(decision.kind) ? undefined : await viewOf(deps, request, reply, decision)
    return {
      decision,
      send: (told?: Told) => (view ? sendDecision(view, told) : sendDestruction(request, reply, decision, told)),
    }
  }
}

/** A vote that has had its effect, or of which the effect waits for another. */
function isDone(own: { vote: string }, decision: Decision): boolean {
  const status = statusOf(decision)
  return own.vote === 'reject' || status === 'carried_out' || (status === 'proposed' && isDestruction(decision.kind))
}

/** The password, typed once more. @returns what is wrong with it; undefined when it is right */
async function stepUp(
  deps: Deps,
  request: FastifyRequest,
  pointer: string,
): Promise<{ errors: Refusal[]; status: number; retryAfterSeconds?: number } | undefined> {
  const [, form = ''] = pointer.split('/')
  const password = typed(request.body, form, 'password')
  if (password === '') return { errors: [{ ...passwordMissing, pointer }], status: 422 }
  try {
    const person = personWhoMay(request, 'supervise')
    if (await confirmPassword(deps.pool, person, password, request.ip)) return undefined
    return { errors: [{ ...passwordWrong, pointer }], status: 403 }
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code !== 'too_many_requests') throw error
    const { status } = problems.too_many_requests
    return { errors: [{ ...tooManyTries, pointer }], status, retryAfterSeconds: error.retryAfterSeconds ?? 60 }
  }
}

/**
 * The decision with its registration, as it stands and as it stood when it was proposed.
 * @returns undefined when its content was destroyed
 */
async function viewOf(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  { registration, registrationNumber, ...rest }: Decision,
): Promise<DecisionView | undefined> {
  if (registration === null || registrationNumber === null) return undefined
  const decision = { registration, registrationNumber, ...rest }
  const person = personWhoMay(request, 'supervise')
  const state = (await loadStanding(deps.pool, [registrationNumber])).get(registrationNumber)?.state
  const form = state && formOf(state.securityType)
  if (!state || !form) return undefined
  const now = deps.clock.nowMicroseconds()
  const page: ActPage = {
    request,
    reply,
    person,
    filer: registrarOf(request),
    language: request.language,
    today: beijingDate(now),
    now: rfc3339(now),
    state: await stateAtProposal(deps.pool, decision, state),
    form,
    path: `/decisions/${decision.decision}`,
    draftRevision: 0,
  }
  return { page, decision, now: state }
}

function reasonRefused(reading: ReturnType<typeof readParagraph>): Refusal | undefined {
  const pointer = '/reject/reason'
  if (reading === undefined) return { ...reasonMissing, pointer }
  if ('refused' in reading) return { ...reading.refused, pointer }
  if (String(reading.value).length > REASON_MAX) return { ...reasonTooLong, pointer }
  const [refused] = judgeTextsIn({ reason: reading.value }, '')
  return refused && { ...refused, pointer }
}

const passwordMissing: Refusal = {
  code: 'field_missing',
  message: text('请再次输入您的登录密码', 'Enter your password once more'),
}
const passwordWrong: Refusal = {
  code: 'credentials_wrong',
  message: text('密码不正确，没有办理', 'The password is wrong; nothing was done'),
}
const tooManyTries: Refusal = {
  code: 'too_many_requests',
  message: text('密码错误次数过多，请稍后再试', 'Too many wrong passwords: try again later'),
}
const reasonMissing: Refusal = {
  code: 'field_missing',
  message: text('请填写否决的理由', 'Say why it is rejected'),
}
const reasonTooLong: Refusal = {
  code: 'text_too_long',
  message: text(`理由不超过 ${REASON_MAX} 字`, `The reason has at most ${REASON_MAX} characters`),
}

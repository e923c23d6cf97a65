import Type from 'typebox'
import type { Deps } from '../deps.ts'
import { problemOfError } from '../platform/http.ts'
import type { IdempotentRequest } from '../platform/idempotency.ts'
import { normalizeNumber } from '../platform/numbers.ts'
import { ProblemError, problemOfRefusals } from '../platform/problem.ts'
import type { Refusal } from '../platform/refusal.ts'
import { type Language, text } from '../platform/text.ts'
import { Unavailable, type UnavailableCode } from '../platform/unavailable.ts'
import { compileBody } from '../platform/validation.ts'
import type { Act, Filer } from '../registrations/act.ts'
import { type ActCall, type ActNames, fileActCall, namesObjection } from '../registrations/act-call-routes.ts'
import { afterTheOther, type FiledAnswer, fileAct } from '../registrations/file-act.ts'
import { prepareToday, refuseExcluded } from '../registrations/file-registration.ts'
import { patiently } from '../registrations/patience.ts'
import { type RegistrationContent, registrationBodySchema } from '../registrations/registration-form.ts'
import { answerLine, type LineAnswer, problemLine } from './line-answer.ts'

/** How long a line waits for room in a full queue, and for clocks that were read too far apart. */
const PATIENCE_MS: Partial<Record<UnavailableCode, number>> = { register_busy: 60_000, clock_unreliable: 5_000 }
/** How often the caller is asked for again: a key that was revoked ends in the middle of a batch. */
const CHECK_EVERY_MS = 500

/** Who sends the lines. */
export type Caller = {
  filer: Filer
  language: Language
  may(permission: ActCall['permission']): boolean
  /** @throws ProblemError when the key or session has ended */
  check(): Promise<void>
  /** The key of one line, when the batch has one. */
  idempotency(line: number, body: unknown): IdempotentRequest | undefined
  isGone(): boolean
}

type Filed = FiledAnswer | { refused: Refusal[] }
type Body = Record<string, unknown>

/** Everything that can stand on a line, with its checks, compiled once. */
export function lineKinds(acts: readonly ActCall[], readJson: (bytes: Buffer) => unknown) {
  const calls = acts.map((call) => {
    const names = Type.Object({
      registrationNumber: Type.String(),
      ...(namesObjection(call) && { objection: Type.String() }),
    })
    return [call.act as string, { call, checkNames: compileBody(names), checkBody: compileBody(call.body) }] as const
  })
  return { readJson, acts: new Map(calls), checkRegistration: compileBody(registrationBodySchema()) }
}

/** Files the lines of one batch, each as its single call would. */
export class LineFiler {
  readonly #deps: Deps
  readonly #kinds: ReturnType<typeof lineKinds>
  readonly #caller: Caller
  /** The last act of this batch on each registration: acts on one registration keep their order. */
  readonly #lastActs = new Map<string, Promise<unknown>>()
  #checkedAt = performance.now()
  #stopped: Error | undefined

  constructor(deps: Deps, kinds: ReturnType<typeof lineKinds>, caller: Caller) {
    this.#deps = deps
    this.#kinds = kinds
    this.#caller = caller
  }

  /** From now on nothing is tried any more: each line is answered with this. */
  stop(error: Error): void {
    this.#stopped ??= error
  }

  async file(line: number, bytes: Buffer): Promise<LineAnswer> {
    this.#checkCaller()
    const { language } = this.#caller
    if (this.#stopped) return problemLine(line, problemOfError(this.#stopped, language))
    try {
      const filed = await this.#fileBody(line, this.#kinds.readJson(bytes))
      if ('refused' in filed) return problemLine(line, { problem: problemOfRefusals(filed.refused, language) })
      return answerLine(line, filed)
    } catch (error) {
      return this.#failed(line, error)
    }
  }

  refuse(line: number, over: 'line' | 'stream' | 'lines'): LineAnswer {
    const error = new ProblemError('body_too_large', { detail: tooLarge[over] })
    return problemLine(line, problemOfError(error, this.#caller.language))
  }

  async #fileBody(line: number, body: unknown): Promise<Filed> {
    const act = body && typeof body === 'object' ? (body as Body).act : undefined
    if (act !== undefined) return this.#fileAct(line, body as Body)
    refuseExcluded(body)
    const refused = this.#kinds.checkRegistration(body)
    if (refused.length > 0) return { refused }
    const idempotency = this.#caller.idempotency(line, body)
    const prepared = prepareToday(this.#deps, this.#caller.filer, body as RegistrationContent, idempotency)
    return 'refused' in prepared ? prepared : this.#fileRegistration(prepared, idempotency)
  }

  /** From here on the line's own content is not held any more, only its bytes in the act. */
  #fileRegistration(act: Act, idempotency: IdempotentRequest | undefined): Promise<Filed> {
    return this.#patiently(() => fileAct(this.#deps.sequencer, act, idempotency))
  }

  async #fileAct(line: number, body: Body): Promise<Filed> {
    const { act, registrationNumber, objection, ...content } = body
    const kind = typeof act === 'string' ? this.#kinds.acts.get(act) : undefined
    if (!kind) throw actUnknown([...this.#kinds.acts.keys()])
    const { call, checkNames, checkBody } = kind
    if (!this.#caller.may(call.permission)) throw new ProblemError('role_not_allowed')
    // Where no objection is named it is a field like any other, and refused as one.
    if (objection !== undefined && !namesObjection(call)) content.objection = objection
    const refused = [...checkNames(body), ...checkBody(content)]
    if (refused.length > 0) return { refused }
    const names = { registrationNumber, objection } as ActNames
    const idempotency = this.#caller.idempotency(line, body)
    return this.#afterEarlierActs(normalizeNumber(names.registrationNumber), () =>
      this.#patiently(() => fileActCall(this.#deps, call, this.#caller.filer, names, content, idempotency)),
    )
  }

  /** The queue is shared, and another process or stream may be filing the same line under the same key. */
  #patiently(work: () => Promise<Filed>): Promise<Filed> {
    const began = performance.now()
    return patiently(
      () => afterTheOther(work),
      (code) => !this.#caller.isGone() && performance.now() < began + (PATIENCE_MS[code] ?? 0),
    )
  }

  async #afterEarlierActs(registrationNumber: string, work: () => Promise<Filed>): Promise<Filed> {
    const earlier = this.#lastActs.get(registrationNumber)
    const filed = earlier ? earlier.then(work) : work()
    const ended = filed.then(
      () => {},
      () => {},
    )
    this.#lastActs.set(registrationNumber, ended)
    try {
      return await filed
    } finally {
      if (this.#lastActs.get(registrationNumber) === ended) this.#lastActs.delete(registrationNumber)
    }
  }

  /** What is away for one line is away for those after it; a full queue is not away. */
  #failed(line: number, error: unknown): LineAnswer {
    const told = problemOfError(error, this.#caller.language)
    const { status, code } = told.problem
    if (status === 503 && code !== 'register_busy') {
      // It is unknown of this line only: the others are not tried.
      this.stop(code === 'outcome_unknown' ? new Unavailable('database_unavailable', 5) : (error as Error))
    } else if (status >= 500) this.#deps.log.error({ err: error, line }, 'a line of a batch failed')
    return problemLine(line, told)
  }

  #checkCaller(): void {
    const now = performance.now()
    if (now - this.#checkedAt < CHECK_EVERY_MS) return
    this.#checkedAt = now
    this.#caller.check().catch((error) => {
      if (error instanceof ProblemError) this.stop(error)
    })
  }
}

function actUnknown(known: readonly string[]): ProblemError {
  const list = known.join(', ')
  return new ProblemError('act_unknown', { detail: text(`可选：${list}`, `Known: ${list}`), pointer: '/act' })
}

const tooLarge = {
  line: text('此行过长（上限 16 MiB），未办理', 'This line is too long (16 MiB at most) and was not taken'),
  lines: text(
    '一次至多 10,000 行；此行起未办理，请另发',
    'At most 10,000 lines at once; from this line on nothing was taken: send the rest in another batch',
  ),
  stream: text(
    '一次至多 256 MiB；此行起未办理，请另发',
    'At most 256 MiB at once; from this line on nothing was taken: send the rest in another batch',
  ),
}

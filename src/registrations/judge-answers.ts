import type { NamedAttachment } from '../attachments/attachment.ts'
import type { Refusal } from '../platform/refusal.ts'
import { compileBody } from '../platform/validation.ts'
import type { Form } from './forms/define-form.ts'
import { type RegistrationContent, registrationBodySchema } from './registration-form.ts'
import { judgeForm } from './registration-rules.ts'
import { type ReadPart, readSection, type Section, sections, type TypedAnswers } from './typed-answers.ts'

/** What was typed, read and judged: refusals point into the body of POST /registrations (RFC 6901). */
export type JudgedAnswers = {
  body: Record<string, unknown>
  refused: Refusal[]
  tables: ReadPart['tables']
}

/**
 * Judges one section by the same schema and rules as the whole form, in the place where it stands in an otherwise
 * complete body: the form's own example. So a page can be judged before the next one was seen, and no rule is written
 * twice. All that is wrong is told at once, what a rule says of a value beside what the schema says of its neighbour.
 * @param today the day in Beijing, YYYY-MM-DD
 */
export function judgeSection(form: Form, section: Section, answers: TypedAnswers, today: string): JudgedAnswers {
  const { part, refused, tables } = readSection(form, section, answers)
  const { securityType, securedParties, debtors, collateral, declaration } = form.example
  const commonTerms = section === 'terms' ? {} : { termMonths: form.example.termMonths }
  const whole = { securityType, securedParties, debtors, collateral, declaration, ...commonTerms, ...part }
  const unfit = merged(refused, checkBody(whole))
  const rest = unfit.length > 0 ? mended(whole, form.example, unfit) : whole
  const ruled = rest ? judgeForm(rest as RegistrationContent, today) : []
  return { body: part, refused: merged(unfit, ruled), tables }
}

/** Judges everything that was typed. The body is complete when nothing is refused. */
export function judgeAnswers(form: Form, answers: TypedAnswers, today: string): JudgedAnswers {
  const judged = sections.map((section) => judgeSection(form, section, answers, today))
  return {
    body: Object.assign(
      { securityType: form.securityType, declaration: true },
      ...judged.map(({ body }) => body),
      attachmentsOf(answers),
    ),
    refused: judged.flatMap(({ refused }) => refused),
    tables: Object.assign({}, ...judged.map(({ tables }) => tables)),
  }
}

/** The files of an entry as its filing names them. */
function attachmentsOf({ attachments = [] }: TypedAnswers): { attachments?: NamedAttachment[] } {
  if (attachments.length === 0) return {}
  return { attachments: attachments.map(({ sha256, name }) => ({ sha256, ...(name !== undefined && { name }) })) }
}

/** The check of a whole body, compiled once. Empty: it fits. */
export function checkBody(body: unknown): Refusal[] {
  compiled ??= compileBody(registrationBodySchema())
  return compiled(body)
}
let compiled: ((body: unknown) => Refusal[]) | undefined

/** The first refusal of each place counts: one that speaks of what was typed comes before the schema's. */
function merged(first: readonly Refusal[], second: readonly Refusal[]): Refusal[] {
  const places = new Set(first.map(({ pointer }) => pointer))
  return [...first, ...second.filter(({ pointer }) => !places.has(pointer))]
}

/**
 * A copy in which each refused place holds what the example has there, or nothing, so that the rules can be asked about
 * the rest. What still misses a part then goes as a whole (an amount without its figure). Undefined when it does not
 * fit even so.
 */
function mended(body: object, example: object, refused: readonly Refusal[]): object | undefined {
  const copy = structuredClone(body)
  let unfit = refused
  for (let round = 0; round < MENDING_ROUNDS_MAX; round += 1) {
    // Later rows first, so that taking one out moves none that is still to be mended.
    for (const { pointer } of [...unfit].reverse()) mend(copy, example, (pointer ?? '').split('/').slice(1))
    unfit = checkBody(copy)
    if (unfit.length === 0) return copy
  }
  return undefined
}

const MENDING_ROUNDS_MAX = 3

function mend(copy: object, example: object, path: readonly string[]): void {
  const last = path.at(-1)
  const holder = holderOf(copy, path.slice(0, -1))
  if (last === undefined || !holder) return
  const there = exampleAt(example, path) ?? (textsOfParties.has(last) ? '甲' : undefined)
  if (there !== undefined) holder[last] = structuredClone(there)
  else if (Object.hasOwn(holder, last)) delete holder[last]
  else mend(copy, example, path.slice(0, -1))
}

/** Texts that a kind of party needs and the example's party may not have. */
const textsOfParties = new Set(['name', 'representative', 'line'])

function holderOf(root: object, path: readonly string[]): Record<string, unknown> | undefined {
  let place: unknown = root
  for (const step of path) place = (place as Record<string, unknown> | undefined)?.[step]
  return typeof place === 'object' && place !== null ? (place as Record<string, unknown>) : undefined
}

/** The example's value at a place; for rows beyond the example's, that of its first row. */
function exampleAt(example: object, path: readonly string[]): unknown {
  let place: unknown = example
  for (const step of path) {
    const holder = place as Record<string, unknown> | undefined
    place = Array.isArray(holder) ? (holder[Number(step)] ?? holder[0]) : holder?.[step]
  }
  return place
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../accounts/person.ts'
import type { Deps } from '../../deps.ts'
import type { FormState } from '../../platform/form-controls.ts'
import type { Html } from '../../platform/html.ts'
import type { IdempotentRequest } from '../../platform/idempotency.ts'
import type { Refusal } from '../../platform/refusal.ts'
import type { Language, Text } from '../../platform/text.ts'
import type { Act, Filer, FilingKind } from '../act.ts'
import type { ActOptions } from '../act-on-registration.ts'
import type { PageField } from '../field-errors.ts'
import type { Form } from '../forms/define-form.ts'
import type { Fields } from '../pages/typed-fields.ts'
import type { RegistrationState } from '../registration-state.ts'

/** What each page of an act works with. */
export type ActPage = {
  request: FastifyRequest
  reply: FastifyReply
  person: Person
  /** The person as who files. */
  filer: Filer
  language: Language
  /** The day in Beijing on which it is judged, YYYY-MM-DD. */
  today: string
  /** The moment of the request, RFC 3339. */
  now: string
  /** The registration as it stands now. */
  state: RegistrationState
  /** The form of its security type. */
  form: Form
  /** The path of this page. */
  path: string
  /** Which saving of its draft the page was made from; 0 for none. */
  draftRevision: number
}

/** Who does an act, where it is not the filer with the modification code. */
export type ActBy = {
  /** @throws ProblemError when nobody is signed in, or the role may not do this */
  person(request: FastifyRequest): Person
  /** The person as who files, with what the register has verified of it. */
  filer(deps: Pick<Deps, 'pool'>, request: FastifyRequest): Promise<Filer>
  /** A page in place of the act's own for those who cannot do it as things stand; undefined: they can. */
  instead?(page: ActPage): FastifyReply | undefined
  /** Carries it out, once for the request. Unless told, it is filed. */
  carryOut?(
    deps: Deps,
    page: ActPage,
    content: Record<string, unknown>,
    request: IdempotentRequest,
  ): Promise<{ answer: Buffer } | { refused: Refusal[] }>
}

/** An act as its pages show it: one page asks, one shows what will be filed and asks for the code, one confirms. */
export type ActForm = {
  /** The path after `/registrations/:registrationNumber`. */
  path: string
  /** What is filed, by which its registration's status is judged. Unless told it must be in effect. */
  kind?: FilingKind
  /** Unless told, the filer's account with the modification code. */
  by?: ActBy
  title: Text
  /** The button that files it: a verb. */
  verb: Text
  /** The heading of the confirmation. */
  done: Text
  /** Where its first page leads back to, after the registration's path. */
  back?: string
  wide?: boolean
  /** It ends the registration, and nothing takes it back. */
  final?: boolean
  /** What nothing takes back once this content is filed; undefined: nothing of the kind. */
  irrevocable?(content: Record<string, unknown>): Text | undefined
  bodyLimit?: number
  /** Under which words its files are asked, where it cannot do without them. */
  filesNeeded?: Text
  /** The declaration that the filer makes, in both languages; acts of others may need none. */
  declaration?: Text
  /** How messages call the page's fields, in its order. */
  fields(typed: Fields): readonly PageField[]
  /** What the first page asks. */
  controls(page: ActPage, form: FormState, typed: Fields): Html
  /** What was typed, with room for one thing more: the page is shown again when its button asks (step `more`). */
  more?(typed: Fields): Fields
  /** What is filed, and what keeps it from being filed: refusals have the pointers of the page's fields. */
  read(page: ActPage, typed: Fields): { content: Record<string, unknown>; refused: Refusal[] }
  /** The field of the page for a place in the content. */
  place(pointer: string): string
  /** Unless told, nothing is filed: `by.carryOut` does it all. */
  prepare?(
    filer: Filer,
    registrationNumber: string,
    content: Record<string, unknown>,
    options: ActOptions & { today: string },
  ): Prepared | Promise<Prepared>
  /** What will be so once it is filed. */
  facts(page: ActPage, content: Record<string, unknown>, after: RegistrationState): Html
  /** What comes next, a line each. */
  next?(filed: ActFiled, page: ActPage): readonly Text[]
  /** The confirmation, where it is not that of a filing. @param answer as it was first given, JSON */
  confirm?(page: ActPage, answer: unknown): FastifyReply
}

export type Prepared = Act | { refused: Refusal[] }

/** The answer to an act, as the API gives it. */
export type ActFiled = {
  registrationNumber: string
  filingNumber: string
  sequence: number
  filedAt: string
  expiresOn: string
  links: { certificate: string }
}

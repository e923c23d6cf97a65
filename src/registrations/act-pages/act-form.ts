import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Person } from '../../accounts/person.ts'
import type { FormState } from '../../platform/form-controls.ts'
import type { Html } from '../../platform/html.ts'
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

/** An act as its pages show it: one page asks, one shows what will be filed and asks for the code, one confirms. */
export type ActForm = {
  /** The path after `/registrations/:registrationNumber`. */
  path: string
  kind: FilingKind
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
  bodyLimit?: number
  /** The declaration that the filer makes, in both languages. */
  declaration: Text
  /** How messages call the page's fields, in its order. */
  fields(typed: Fields): readonly PageField[]
  /** What the first page asks. */
  controls(page: ActPage, form: FormState, typed: Fields): Html
  /** What is filed, and what keeps it from being filed: refusals have the pointers of the page's fields. */
  read(page: ActPage, typed: Fields): { content: Record<string, unknown>; refused: Refusal[] }
  /** The field of the page for a place in the content. */
  place(pointer: string): string
  prepare(
    filer: Filer,
    registrationNumber: string,
    content: Record<string, unknown>,
    options: ActOptions & { today: string },
  ): Act | { refused: Refusal[] }
  /** What will be so once it is filed. */
  facts(page: ActPage, content: Record<string, unknown>, after: RegistrationState): Html
  /** What comes next, a line each. */
  next(filed: ActFiled): readonly Text[]
}

/** The answer to an act, as the API gives it. */
export type ActFiled = {
  registrationNumber: string
  filingNumber: string
  sequence: number
  filedAt: string
  expiresOn: string
  links: { certificate: string }
}

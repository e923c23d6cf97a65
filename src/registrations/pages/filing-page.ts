import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Person } from '../../accounts/person.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate } from '../../platform/clock.ts'
import { submitButton } from '../../platform/form-controls.ts'
import { type Html, html } from '../../platform/html.ts'
import { type Page, sendPage, speaker } from '../../platform/layout.ts'
import { ProblemError } from '../../platform/problem.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { changeAnswers, type FormEntry, loadEntry } from '../form-entry-store.ts'
import type { Form } from '../forms/define-form.ts'
import { formOf } from '../forms/forms.ts'
import type { TypedAnswers } from '../typed-answers.ts'
import { sendAlreadyFiled } from './already-filed-page.ts'
import { typed } from './typed-fields.ts'

/** What each page of an entry works with. */
export type FilingPage = {
  request: FastifyRequest
  reply: FastifyReply
  person: Person
  entry: FormEntry
  form: Form
  language: Language
  /** The day in Beijing on which the form is judged, YYYY-MM-DD. */
  today: string
  /** Path of a page of this entry, for example `path('/term')`. */
  path(suffix?: string): string
  /** Keeps what was typed. Throws (caught below) when the entry was filed meanwhile. */
  change(change: (answers: TypedAnswers) => TypedAnswers): Promise<TypedAnswers>
}

type Options = { bodyLimit?: number; evenWhenFiled?: boolean; multipartForm?: boolean }

/**
 * Adds a page of an entry: it is opened for its owner who may register, others get a 404; once it was filed, each of
 * its pages says under which number.
 * @param suffix after `/file/:entry`
 */
export function filingPage(
  app: FastifyInstance,
  deps: Deps,
  method: 'GET' | 'POST',
  suffix: string,
  handler: (page: FilingPage) => Promise<FastifyReply>,
  options: Options = {},
): void {
  app.route({
    method,
    url: `/file/:entry${suffix}`,
    schema: { hide: true },
    config: { multipartForm: options.multipartForm ?? false },
    ...(options.bodyLimit && { bodyLimit: options.bodyLimit }),
    onRequest: async (request) => void personWhoMay(request, 'register'),
    handler: async (request, reply) => {
      const page = await openPage(deps, request, reply)
      if (page.entry.registrationNumber && !options.evenWhenFiled) return sendAlreadyFiled(reply, page.entry)
      try {
        return await handler(page)
      } catch (error) {
        if (error instanceof FiledMeanwhile) return sendAlreadyFiled(reply, error.entry)
        throw error
      }
    },
  })
}

async function openPage(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<FilingPage> {
  const person = personWhoMay(request, 'register')
  const { entry: id } = request.params as { entry: string }
  const entry = await loadEntry(deps.pool, person.userId, id)
  const form = entry && formOf(entry.securityType)
  if (!entry || !form) throw new ProblemError('not_found')
  return {
    request,
    reply,
    person,
    entry,
    form,
    language: request.language,
    today: beijingDate(deps.clock.nowMicroseconds()),
    path: (suffix = '') => `/file/${entry.id}${suffix}`,
    change: async (change) => {
      const changed = await changeAnswers(deps.pool, person.userId, entry.id, change)
      if (!changed) throw new ProblemError('not_found')
      if (changed.registrationNumber) throw new FiledMeanwhile(changed)
      return changed.answers
    },
  }
}

class FiledMeanwhile extends Error {
  readonly entry: FormEntry
  constructor(entry: FormEntry) {
    super('the entry was filed meanwhile')
    this.entry = entry
  }
}

/** The steps of a filing, in order. */
const steps = ['type', 'parties', 'collateral', 'term', 'attachments', 'check'] as const

/** Sends a page of the flow, with a line above its heading that says of what it is and how far along. */
export function sendStep(
  page: FilingPage,
  step: (typeof steps)[number],
  content: Omit<Page, 'ownHeading'>,
): FastifyReply {
  const { language } = page
  const say = speaker(language)
  const at = steps.indexOf(step) + 1
  return sendPage(page.reply, {
    ...content,
    ownHeading: true,
    body: html`<h1 class="govuk-heading-l"><span class="govuk-caption-l">${inLanguage(page.form.label, language)} ·
${say(`第 ${at} 步，共 ${steps.length} 步`, `Step ${at} of ${steps.length}`)}</span>
${inLanguage(content.title, language)}</h1>
${content.body}`,
  })
}

/** Whether a page was asked to show what is wrong, as the language switch does after a form with errors. */
export function showsErrors(request: FastifyRequest): boolean {
  return (request.query as Record<string, unknown>).checked !== undefined
}

/** The language switch of this answer leads to the page as it was saved, with its errors shown. */
export function switchLeadsTo(page: FilingPage, suffix: string): void {
  page.request.shell = { ...page.request.shell, here: `${page.path(suffix)}?checked=1` }
}

export const continueLabel: Text = text('保存并继续', 'Save and continue')

/** The button that keeps what was typed on this page, right or wrong, and leads to the list of drafts. */
export function leaveButton(language: Language): Html {
  const label = text('保存，以后再办', 'Save and come back later')
  return submitButton(language, label, { kind: 'secondary', name: 'action', value: 'leave' })
}

/** The way out of a page on which nothing is typed: everything is saved already. */
export function leaveLink(page: FilingPage): Html {
  const words = speaker(page.language)('已经保存，以后再办', 'It is saved: come back later')
  return html`<p class="govuk-body"><a class="govuk-link" href="/drafts?saved=${page.entry.id}">${words}</a></p>`
}

/** Whether the posted page is to be left. */
export function isLeft(fields: unknown): boolean {
  return typed(fields, 'action') === 'leave'
}

/** To the list of drafts, which says that this one was saved. */
export function leave(page: FilingPage): FastifyReply {
  return page.reply.redirect(`/drafts?saved=${page.entry.id}`, 303)
}

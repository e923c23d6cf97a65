import type { FastifyInstance, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { listRegistrations } from '../../own-registrations/list-registrations.ts'
import { listAddress, readFilter } from '../../own-registrations/pages/typed-filter.ts'
import { html } from '../../platform/html.ts'
import { sendPage } from '../../platform/layout.ts'
import { isWellFormedNumber } from '../../platform/numbers.ts'
import { inLanguage, text } from '../../platform/text.ts'
import { thousands } from '../../platform/written-form.ts'
import { typed } from '../../registrations/pages/typed-fields.ts'
import { createBatch, LINES_MAX } from '../batch-store.ts'
import { batchPath } from './batch-page.ts'

/** Begins a batch from the list: what was ticked, its whole page, or all in effect that passes its filter. */
export function chooseBatch(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'register')
  app.post('/registrations/batches', { schema: { hide: true }, onRequest }, async (request, reply) => {
    const person = personWhoMay(request, 'register')
    const numbers = await chosenNumbers(deps, request)
    if (numbers.length > 0 && numbers.length <= LINES_MAX) {
      const kind = typed(request.body, 'act') === 'discharge' ? 'discharge' : 'renewal'
      return reply.redirect(batchPath(await createBatch(deps.pool, person, kind, numbers)), 303)
    }
    const back = listAddress('/registrations', readFilter(request.body).fields)
    const words = numbers.length === 0 ? noneChosen : tooManyChosen
    return sendPage(reply, {
      title: text('没有开始办理', 'Nothing was begun'),
      status: 422,
      back,
      body: html`<p class="govuk-body">${inLanguage(words, request.language)}</p>`,
    })
  })
}

/** At most one more than a batch may have. */
async function chosenNumbers(deps: Deps, request: FastifyRequest): Promise<string[]> {
  const { body } = request
  const person = personWhoMay(request, 'register')
  switch (typed(body, 'which')) {
    case 'all': {
      const { filter, refused } = readFilter(body)
      if (refused.length > 0) return []
      const inEffect = { ...filter, status: filter.status ?? ('in_effect' as const) }
      const found = await listRegistrations(deps.pool, person.account, inEffect, { limit: LINES_MAX + 1 })
      return found.map(({ registrationNumber }) => registrationNumber)
    }
    case 'page':
      return wellFormed(typed(body, 'onPage').split(','))
    default: {
      const { chosen } = (body ?? {}) as { chosen?: unknown }
      return wellFormed(Array.isArray(chosen) ? chosen : [chosen])
    }
  }
}

function wellFormed(given: readonly unknown[]): string[] {
  return [...new Set(given)].filter((each): each is string => typeof each === 'string' && isWellFormedNumber(each))
}

const noneChosen = text(
  '请先勾选要办理的登记，再选展期或者注销。',
  'Tick the registrations first, then renew or discharge.',
)
const tooManyChosen = text(
  `一批最多 ${thousands(LINES_MAX)} 项。请缩小筛选的范围，分批办理。`,
  `A batch has at most ${thousands(LINES_MAX)}. Narrow the filter and do it in several batches.`,
)

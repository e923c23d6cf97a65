import type { FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Person } from '../../accounts/person.ts'
import type { Deps } from '../../deps.ts'
import { beijingDate } from '../../platform/clock.ts'
import { ProblemError } from '../../platform/problem.ts'
import type { Language } from '../../platform/text.ts'
import { type Batch, type BatchLine, loadBatch } from '../batch-store.ts'
import { type Foreseen, foreseeLine } from '../foresee-line.ts'

/** What each page of a batch works with. */
export type BatchPage = {
  request: FastifyRequest
  reply: FastifyReply
  person: Person
  language: Language
  batch: Batch
  lines: (BatchLine & { foreseen: Foreseen })[]
  /** The Beijing day on which it is judged. */
  today: string
  path: string
}

/** Opens a batch for who made it; nobody else has it. @throws ProblemError not_found */
export async function openBatch(deps: Deps, request: FastifyRequest, reply: FastifyReply): Promise<BatchPage> {
  const person = personWhoMay(request, 'register')
  const { batch: id } = request.params as { batch: string }
  const found = UUID.test(id) ? await loadBatch(deps.pool, person.userId, id) : undefined
  if (!found) throw new ProblemError('not_found')
  const today = beijingDate(deps.clock.nowMicroseconds())
  const { batch } = found
  const lines = found.lines.map((line) => ({
    ...line,
    foreseen: foreseeLine(line, batch, { account: person.account, today }),
  }))
  return { request, reply, person, language: request.language, batch, lines, today, path: batchPath(batch.batch) }
}

export function batchPath(batch: string): string {
  return `/registrations/batches/${batch}`
}

/** Lines whose act can be filed now. */
export function openLines({ lines }: BatchPage): BatchPage['lines'] {
  return lines.filter((line) => !line.filing && !('refused' in line.foreseen))
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

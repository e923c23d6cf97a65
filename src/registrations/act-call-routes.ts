import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type TObject } from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { beijingDate } from '../platform/clock.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import type { IdempotentRequest } from '../platform/idempotency.ts'
import { problemResponses } from '../platform/openapi.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { Act, Filer, FilingKind } from './act.ts'
import type { ActOptions } from './act-on-registration.ts'
import { type FiledAnswer, fileAct } from './file-act.ts'
import { fileActByCode } from './file-act-by-code.ts'
import { filerOf, sendFiled } from './registration-routes.ts'
import { actFiledSchema } from './registration-schemas.ts'

/** An act on a registration as one call, which has a route of its own and may stand on a line of a batch. */
export type ActCall = {
  act: FilingKind
  /** Below the registration's own path; it may name an objection. */
  path: string
  tag: string
  summary: string
  permission: 'register' | 'object'
  /** The modification code is asked for, and wrong ones are counted. */
  byCode: boolean
  body: TObject
  bodyMaxBytes?: number
  prepare(
    deps: Deps,
    filer: Filer,
    registrationNumber: string,
    content: never,
    options: ActOptions & { today: string },
  ): Act | { refused: Refusal[] } | Promise<Act | { refused: Refusal[] }>
}

/** What a call names beside its body: in its path, or on its line. */
export type ActNames = { registrationNumber: string; objection?: string }

export const namesObjection = (call: ActCall) => call.path.includes(':objection')

/** The route of one act. */
export function addActCall(app: FastifyInstance, deps: Deps, call: ActCall): void {
  const schema = {
    tags: [call.tag],
    summary: call.summary,
    security: [{ apiKey: [] }],
    params: Type.Object({
      registrationNumber: Type.String(),
      ...(namesObjection(call) && { objection: Type.String() }),
    }),
    headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
    body: call.body,
    response: {
      201: actFiledSchema,
      ...problemResponses(400, 401, 403, 404, 409, 413, 415, 422, ...(call.byCode ? [429] : []), 503),
    },
  }
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, call.permission)
  const options = { schema, onRequest, ...(call.bodyMaxBytes && { bodyLimit: call.bodyMaxBytes }) }
  app.post(`/api/v1/registrations/:registrationNumber${call.path}`, options, async (request, reply) => {
    const idempotency = idempotencyOf(request, personWhoMay(request, call.permission))
    const filer = filerOf(request, call.permission)
    const filed = await fileActCall(deps, call, filer, request.params as ActNames, request.body, idempotency)
    return 'refused' in filed ? sendRefusals(reply, filed.refused) : sendFiled(reply, filed)
  })
}

/**
 * Files an act whose body fits its schema, from its route or from a line.
 * @throws ProblemError number_mistyped; and what fileAct and fileActByCode throw
 */
export async function fileActCall(
  deps: Deps,
  call: ActCall,
  filer: Filer,
  names: ActNames,
  body: unknown,
  idempotency: IdempotentRequest | undefined,
): Promise<FiledAnswer | { refused: Refusal[] }> {
  const number = numberFrom(names.registrationNumber)
  const objection = namesObjection(call) ? { objection: numberFrom(names.objection!) } : {}
  const { modificationCode, expectedSequence, ...content } = body as Secrets
  const prepare = () =>
    call.prepare(deps, filer, number, { ...content, ...objection } as never, {
      ...(modificationCode !== undefined && { modificationCode }),
      today: beijingDate(deps.clock.nowMicroseconds()),
      ...(expectedSequence !== undefined && { expectedSequence }),
      ...(idempotency && { sealing: idempotency }),
    })
  if (call.byCode) return fileActByCode(deps, filer, number, idempotency, prepare)
  const act = await prepare()
  return 'refused' in act ? act : fileAct(deps.sequencer, act, idempotency)
}

type Secrets = { modificationCode?: string; expectedSequence?: number }

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import Type from 'typebox'
import { personWhoMay } from '../accounts/authenticate.ts'
import type { Deps } from '../deps.ts'
import { idempotencyOf, numberFrom, sendRefusals } from '../platform/http.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import type { Filer } from './act.ts'
import { asOfIn, asOfQuery } from './as-of-query.ts'
import { fileAct } from './file-act.ts'
import { prepareToday, refuseExcluded } from './file-registration.ts'
import { formView } from './form-view.ts'
import { formOf, forms } from './forms/forms.ts'
import { registrationFor } from './read-registration.ts'
import { readAsAsked } from './read-registration-as-of.ts'
import { bodySchemaOf, type RegistrationContent, registrationBodySchema } from './registration-form.ts'
import { filedSchema, registrationSchema } from './registration-schemas.ts'

/** 5,000 items with ordinary texts take about 3 MiB; this leaves room for long ones. */
export const REGISTRATION_BODY_MAX_BYTES = 16 * 1024 * 1024

export function registrationRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/api/v1/forms', { schema: formsSchema }, async (request) => ({
    forms: forms.map((form) => formView(form, request.language)),
  }))

  app.get('/api/v1/forms/:securityType', { schema: formSchema }, async (request) => {
    const { securityType } = request.params as { securityType: string }
    refuseExcluded(request.params, { unknown: false })
    const form = formOf(securityType)
    if (!form) throw new ProblemError('not_found')
    return {
      ...formView(form, request.language),
      schema: bodySchemaOf(securityType, form.schema),
      example: form.example,
    }
  })

  app.post(
    '/api/v1/registrations',
    {
      schema: { ...registerSchema, body: registrationBodySchema() },
      bodyLimit: REGISTRATION_BODY_MAX_BYTES,
      onRequest: async (request) => void personWhoMay(request, 'register'),
      preValidation: async (request) => {
        refuseExcluded(request.body)
      },
    },
    async (request, reply) => {
      const idempotency = idempotencyOf(request, personWhoMay(request, 'register'))
      const act = prepareToday(deps, filerOf(request), request.body as RegistrationContent, idempotency)
      if ('refused' in act) return sendRefusals(reply, act.refused)
      const filed = await fileAct(deps.sequencer, act, idempotency)
      return 'refused' in filed ? sendRefusals(reply, filed.refused) : sendFiled(reply, filed)
    },
  )

  app.get('/api/v1/registrations/:registrationNumber', { schema: readSchema }, async (request) => {
    const person = personWhoMay(request, 'search')
    const number = numberFrom((request.params as { registrationNumber: string }).registrationNumber)
    const { view, reader } = await readAsAsked(deps.pool, person, number, asOfIn(request.query))
    return registrationFor(reader, view)
  })
}

/** The signed-in user as the filer of an act. */
export function filerOf(request: FastifyRequest, permission: 'register' | 'object' = 'register'): Filer {
  const person = personWhoMay(request, permission)
  return {
    actor: person.userId,
    account: person.account,
    accountName: person.accountName,
    network: request.ip,
    requestId: String(request.id),
  }
}

export function sendFiled(
  reply: FastifyReply,
  { answer, replayed }: { answer: Buffer; replayed: boolean },
): FastifyReply {
  if (replayed) reply.header('idempotency-replayed', 'true')
  return reply
    .code(201)
    .type('application/json; charset=utf-8')
    .serializer((payload) => payload as never)
    .send(answer)
}

const formsSchema = {
  tags: ['registrations'],
  summary: 'The seven forms',
  response: { 200: Type.Object({ forms: Type.Array(Type.Any()) }), ...problemResponses() },
}
const formSchema = {
  tags: ['registrations'],
  summary: 'One form: JSON schema of the whole body, labels in both languages, and an example that can be filed',
  params: Type.Object({ securityType: Type.String() }),
  response: { 200: Type.Any(), ...problemResponses(404, 422) },
}
const registerSchema = {
  tags: ['registrations'],
  summary: 'Register a security right (initial registration)',
  security: [{ apiKey: [] }],
  headers: Type.Object({ 'idempotency-key': Type.Optional(Type.String()) }),
  response: { 201: filedSchema, ...problemResponses(400, 401, 403, 409, 413, 415, 422, 503) },
}
const readSchema = {
  tags: ['registrations'],
  summary: 'A registration as it stands, or as it stood at an earlier sequence or time',
  security: [{ apiKey: [] }],
  params: Type.Object({ registrationNumber: Type.String() }),
  querystring: Type.Object({ ...asOfQuery, lang: Type.Optional(Type.String()) }, { additionalProperties: false }),
  response: { 200: registrationSchema, ...problemResponses(401, 403, 404, 410, 422) },
}

import { resolve } from 'node:path'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import multipart from '@fastify/multipart'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import Fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify'
import qs from 'qs'
import { projectRoot } from './config.ts'
import type { Deps } from './deps.ts'
import { sendProblemPage, wantsPage } from './platform/error-page.ts'
import { languageOf, problemOfError, sendProblem } from './platform/http.ts'
import { readJsonStrictly } from './platform/json-body.ts'
import { problemOf } from './platform/problem.ts'
import { validatorCompiler } from './platform/validation.ts'
import { addRequestHooks } from './request-hooks.ts'
import { routes } from './routes.ts'

const BODY_MAX_BYTES = 1024 * 1024

/** The web program: plugins, who is calling, one error handler, and the one list of routes. */
export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  const app = Fastify({
    loggerInstance: deps.log as FastifyBaseLogger,
    bodyLimit: BODY_MAX_BYTES,
    trustProxy: deps.config.trustProxy,
    frameworkErrors: (error, request, reply) => {
      sendProblem(reply as FastifyReply, problemOfError(error, languageOf(request as FastifyRequest)).problem)
    },
    logController: new LogController({ disableRequestLogging: deps.config.logLevel !== 'info' }),
  })
  app.removeContentTypeParser('text/plain')
  readJsonStrictly(app)
  app.setValidatorCompiler(validatorCompiler)
  app.setErrorHandler((error, request, reply) => {
    const { problem, retryAfterSeconds } = problemOfError(error, request.language ?? 'zh-CN')
    if (problem.status >= 500) request.log.error({ err: error }, 'a request failed')
    const send = wantsPage(request) ? sendProblemPage : sendProblem
    return send(reply, problem, retryAfterSeconds)
  })
  app.setNotFoundHandler((request, reply) => {
    const send = wantsPage(request) ? sendProblemPage : sendProblem
    return send(reply, problemOf('not_found', request.language ?? 'zh-CN'))
  })

  await app.register(cookie)
  await app.register(formbody, { parser: parseForm })
  await app.register(multipart, { limits: { fileSize: 16 * 1024 * 1024, files: 1, fields: 200 } })
  await app.register(swagger, openapi)
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: true })
  await app.register(fastifyStatic, {
    root: resolve(projectRoot, 'src/platform/assets'),
    prefix: '/assets/',
    index: false,
  })

  await addRequestHooks(app, deps)

  await app.register(async (scope) => {
    for (const add of routes) add(scope, deps)
    scope.get('/openapi.json', { schema: { hide: true } }, async () => app.swagger())
  })
  return app
}

/** Nested names such as `address[line]`, bounded: what a form repeats beyond this is an attack, not a form. */
function parseForm(body: string): Record<string, unknown> {
  return qs.parse(body, { depth: 6, parameterLimit: 2_000, arrayLimit: 200, allowPrototypes: false })
}

const openapi = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Encumbra',
      version: '1',
      description:
        'The register of security rights in movable property. Errors are RFC 9457 problem details; send Idempotency-Key ' +
        'with each POST that changes something and repeat it safely. Times are RFC 3339 in UTC, dates are days in Beijing.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    components: { securitySchemes: { apiKey: { type: 'http' as const, scheme: 'bearer' } } },
    tags: [
      { name: 'registrations', description: 'Register a right and read it' },
      { name: 'objections', description: 'Object to a registration, or demand that it be discharged' },
      { name: 'registrar', description: 'Acts of the register’s office, by two people' },
      { name: 'attachments', description: 'Files that filings name' },
      { name: 'search', description: 'Search a debtor, an asset or a number' },
      { name: 'certificates', description: 'Fetch and check certificates' },
      { name: 'notices', description: 'What your account is told' },
      { name: 'accounts', description: 'Who is signed in' },
      { name: 'health', description: 'For the operator' },
    ],
  },
}

import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'
import type { Refusal } from './refusal.ts'
import { wordsOf } from './validation-words.ts'

/** At most this many errors are told at once, and none are collected from bodies above the size. */
const ERRORS_MAX = 50
const COLLECT_MAX_CHARACTERS = 512 * 1024

/** Input that does not fit its schema, as refusals with pointers into it. */
export class ValidationError extends Error {
  readonly statusCode = 422
  readonly refusals: Refusal[]
  constructor(refusals: Refusal[]) {
    super('the input does not fit its schema')
    this.refusals = refusals
  }
}

const common = { strict: false, discriminator: true, removeAdditional: false, useDefaults: false } as const
const quick = withFormats(new Ajv({ ...common, coerceTypes: false, allErrors: false }))
const thorough = withFormats(new Ajv({ ...common, coerceTypes: false, allErrors: true }))
const query = withFormats(new Ajv({ ...common, coerceTypes: true, allErrors: true }))

/**
 * Fastify's validators: bodies are never coerced, queries and paths are. The first pass stops at the first error; only
 * a body of ordinary size is read a second time for all of them.
 */
export const validatorCompiler: FastifySchemaCompiler<object> = ({ schema, httpPart }) => {
  if (httpPart !== 'body') {
    const validate = query.compile(schema)
    return (data) => (validate(data) ? { value: data } : { error: new ValidationError(refusalsOf(validate)) })
  }
  const check = compileBody(schema)
  return (data) => {
    const refusals = check(data)
    return refusals.length === 0 ? { value: data } : { error: new ValidationError(refusals) }
  }
}

/** A check of one body schema outside Fastify: pages and import use the same. Empty: it fits. */
export function compileBody(schema: object): (data: unknown) => Refusal[] {
  const first = quick.compile(schema)
  let all: ValidateFunction | undefined
  return (data) => {
    if (first(data)) return []
    if ((JSON.stringify(data)?.length ?? 0) > COLLECT_MAX_CHARACTERS) return refusalsOf(first)
    all ??= thorough.compile(schema)
    return all(data) ? refusalsOf(first) : refusalsOf(all)
  }
}

function refusalsOf(validate: ValidateFunction): Refusal[] {
  return (validate.errors ?? [])
    .filter((error) => error.keyword !== 'if')
    .slice(0, ERRORS_MAX)
    .map(refusalOf)
}

function refusalOf(error: ErrorObject): Refusal {
  const { keyword, params } = error
  const name = params.missingProperty ?? params.additionalProperty
  const pointer = name === undefined ? error.instancePath : `${error.instancePath}/${escapePointer(String(name))}`
  const { code, message } = wordsOf(keyword, params)
  return { code, pointer, message }
}

const escapePointer = (name: string) => name.replaceAll('~', '~0').replaceAll('/', '~1')

function withFormats(ajv: Ajv): Ajv {
  // ajv-formats is CommonJS with a default export beside the function itself.
  const add = formats as unknown as (ajv: Ajv, names: string[]) => Ajv
  add(ajv, ['date', 'date-time', 'uuid'])
  return ajv
}

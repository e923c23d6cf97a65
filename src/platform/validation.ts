import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import formats from 'ajv-formats'
import type { FastifySchemaCompiler } from 'fastify'
import type { Refusal } from './refusal.ts'
import { type Text, text } from './text.ts'

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

function wordsOf(keyword: string, params: Record<string, unknown>): { code: string; message: Text } {
  const limit = String(params.limit ?? '')
  switch (keyword) {
    case 'required':
      return { code: 'field_missing', message: text('此项必填', 'This must be given') }
    case 'additionalProperties':
      return {
        code: 'field_unknown',
        message: text('没有这一项，请核对字段名', 'There is no such field; check its name'),
      }
    case 'type':
      return {
        code: 'field_type_wrong',
        message: text(`类型应为 ${params.type}`, `This must be of type ${params.type}`),
      }
    case 'minLength':
      return { code: 'text_too_short', message: text('此项不能为空', 'This must not be empty') }
    case 'maxLength':
      return { code: 'text_too_long', message: text(`最多 ${limit} 个字符`, `At most ${limit} characters`) }
    case 'minItems':
      return { code: 'too_few', message: text(`至少 ${limit} 项`, `At least ${limit}`) }
    case 'maxItems':
      return { code: 'too_many', message: text(`最多 ${limit} 项`, `At most ${limit}`) }
    case 'minimum':
    case 'exclusiveMinimum':
    case 'maximum':
    case 'exclusiveMaximum':
      return {
        code: 'number_out_of_range',
        message: text(`应 ${params.comparison} ${limit}`, `This must be ${params.comparison} ${limit}`),
      }
    case 'enum':
    case 'const':
    case 'discriminator': {
      const allowed = allowedValues(params)
      return {
        code: 'value_not_allowed',
        message: text(
          `不在可选值之列${allowed && `：${allowed}`}`,
          `Not one of the values allowed${allowed && `: ${allowed}`}`,
        ),
      }
    }
    case 'format':
      return {
        code: 'format_wrong',
        message: text(
          params.format === 'date' ? '应为真实存在的日期，形如 2026-11-22' : `格式应为 ${params.format}`,
          params.format === 'date'
            ? 'This must be a real date such as 2026-11-22'
            : `The format must be ${params.format}`,
        ),
      }
    case 'pattern':
      return { code: 'format_wrong', message: text('格式不符', 'The format is not right') }
    default:
      return { code: 'value_not_allowed', message: text('此项不符合要求', 'This does not fit') }
  }
}

function allowedValues(params: Record<string, unknown>): string {
  if (Array.isArray(params.allowedValues)) return params.allowedValues.join(', ')
  return params.allowedValue === undefined ? '' : String(params.allowedValue)
}

function withFormats(ajv: Ajv): Ajv {
  // ajv-formats is CommonJS with a default export beside the function itself.
  const add = formats as unknown as (ajv: Ajv, names: string[]) => Ajv
  add(ajv, ['date', 'date-time', 'uuid'])
  return ajv
}

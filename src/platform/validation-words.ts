import { type Text, text } from './text.ts'

/** What a schema's refusal says to a person, and its stable code, from Ajv's keyword and parameters. */
export function wordsOf(keyword: string, params: Record<string, unknown>): { code: string; message: Text } {
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
        message: typeWords(params.type),
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
        message: rangeWords(String(params.comparison), limit),
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
          params.format === 'date'
            ? '应为真实存在的日期，形如 2026-11-22'
            : '应为 RFC 3339 时间，形如 2026-11-22T06:03:05Z',
          params.format === 'date'
            ? 'This must be a real date such as 2026-11-22'
            : 'This must be a time by RFC 3339 such as 2026-11-22T06:03:05Z',
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

const typeNames: Record<string, Text> = {
  string: text('文字（字符串）', 'text (a string)'),
  integer: text('整数', 'a whole number'),
  number: text('数字', 'a number'),
  boolean: text('是或否（true/false）', 'true or false'),
  array: text('列表（数组）', 'a list (an array)'),
  object: text('一组字段（对象）', 'a group of fields (an object)'),
}

function typeWords(type: unknown): Text {
  const names = [type].flat().map((each) => typeNames[String(each)] ?? text(String(each), String(each)))
  return text(`应为${names.map(({ zh }) => zh).join('或')}`, `This must be ${names.map(({ en }) => en).join(' or ')}`)
}

function rangeWords(comparison: string, limit: string): Text {
  const words: Record<string, Text> = {
    '>=': text(`不应小于 ${limit}`, `This must be ${limit} or more`),
    '>': text(`应大于 ${limit}`, `This must be more than ${limit}`),
    '<=': text(`不应大于 ${limit}`, `This must be ${limit} or less`),
    '<': text(`应小于 ${limit}`, `This must be less than ${limit}`),
  }
  return words[comparison] ?? text('超出范围', 'Out of range')
}

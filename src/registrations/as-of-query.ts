import Type from 'typebox'
import { text } from '../platform/text.ts'
import { ValidationError } from '../platform/validation.ts'
import type { AsOf } from './moment-in-order.ts'

/** RFC 3339, to the microsecond that the register counts in. */
export const RFC_3339 = '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,6})?(Z|[+-]\\d\\d:\\d\\d)$'

/** The earlier moment that an address asks for: `?asOfSequence=12345` or `?asOfTime=2026-11-22T06:03:05Z`. */
export const asOfQuery = {
  asOfSequence: Type.Optional(Type.Integer({ minimum: 0 })),
  asOfTime: Type.Optional(Type.String({ format: 'date-time', pattern: RFC_3339 })),
}

/**
 * The moment asked for; undefined when it is the present. @param query fits the schema
 * @throws ValidationError when it is given twice
 */
export function asOfIn(query: unknown): AsOf | undefined {
  const { asOfSequence: sequence, asOfTime: time } = query as { asOfSequence?: number; asOfTime?: string }
  if (sequence !== undefined && time !== undefined) throw new ValidationError([givenTwice])
  if (sequence !== undefined) return { sequence }
  return time === undefined ? undefined : { time }
}

const givenTwice = {
  code: 'as_of_given_twice',
  pointer: '/asOfTime',
  message: text('登记序号和时间只给一个', 'Give a sequence or a time, not both'),
}

import type { Refusal } from '../../platform/refusal.ts'
import type { Reading } from '../typed-values.ts'

/** The value of a reading; undefined when nothing was typed or it could not be read. */
export function valueRead(reading: Reading): unknown {
  return reading && 'value' in reading ? reading.value : undefined
}

export function refusedAt(reading: Reading, pointer: string): Refusal[] {
  return reading && 'refused' in reading ? [{ ...reading.refused, pointer }] : []
}

/** Without the names that hold nothing. */
export function present(object: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
}

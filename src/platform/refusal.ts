import type { Text } from './text.ts'

/**
 * What a rule says when it refuses. The code is stable and never renumbered; the message says what is wrong, where,
 * and what to do. The pointer (RFC 6901) names the field once a caller knows where in its form the value stood; of a
 * list, line (from 1) and column say where.
 */
export type Refusal = { code: string; message: Text; pointer?: string; line?: number; column?: string }

/** Shorthand for a refusal without a place. */
export function refusal(code: string, zh: string, en: string): Refusal {
  return { code, message: { zh, en } }
}

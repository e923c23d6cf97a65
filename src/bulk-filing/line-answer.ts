import type { Problem } from '../platform/problem.ts'
import type { FiledAnswer } from '../registrations/file-act.ts'

/** What became of a line: the JSON that is sent, with its line feed, and under what it is counted. */
export type LineAnswer = { text: string; outcome: 'filed' | 'replayed' | 'refused' | 'failed' }

/** The answer of the single call, after the line's number and status. */
export function answerLine(line: number, { answer, replayed }: FiledAnswer): LineAnswer {
  const head = `{"line":${line},"status":201,${replayed ? '"replayed":true,' : ''}`
  return { text: `${head}${answer.toString('utf8').slice(1)}\n`, outcome: replayed ? 'replayed' : 'filed' }
}

/** The problem of the single call, with its Retry-After in the line. */
export function problemLine(line: number, told: { problem: Problem; retryAfterSeconds?: number }): LineAnswer {
  const { status, code, ...problem } = told.problem
  const { retryAfterSeconds } = told
  const answer = { line, status, code, ...problem, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) }
  return { text: `${JSON.stringify(answer)}\n`, outcome: status >= 500 ? 'failed' : 'refused' }
}

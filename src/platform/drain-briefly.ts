import type { IncomingMessage } from 'node:http'

const DRAIN_MAX_MS = 5_000

/**
 * Many clients read an answer only when they have sent everything: what still comes of a request that was answered
 * early is passed over for some seconds, and then its connection is cut.
 */
export function drainBriefly(request: IncomingMessage): void {
  if (request.complete) return
  request.resume()
  const timer = setTimeout(() => request.destroy(), DRAIN_MAX_MS)
  request.once('close', () => clearTimeout(timer))
}

/** What the reader of forms says of one that stops in the middle. */
export function isBrokenForm(error: unknown): boolean {
  return error instanceof Error && /unexpected end of|terminated early|aborted|premature/i.test(error.message)
}

import { setTimeout } from 'node:timers/promises'

/**
 * Does something now, and again each `pauseMs` after it was done, until it is stopped. What it throws is reported and
 * the next turn tries again.
 * @returns what stops it, letting the running turn finish
 */
export function repeat(
  work: () => Promise<void>,
  { pauseMs, onError }: { pauseMs: number; onError: (error: unknown) => void },
): () => Promise<void> {
  const stopped = new AbortController()
  const { signal } = stopped
  const running = (async () => {
    while (!signal.aborted) {
      await work().catch(onError)
      await setTimeout(pauseMs, undefined, { signal }).catch(() => {})
    }
  })()
  return () => {
    stopped.abort()
    return running
  }
}

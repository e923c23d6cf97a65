import { setTimeout as delay } from 'node:timers/promises'
import { Unavailable, type UnavailableCode } from '../platform/unavailable.ts'

const BUSY_RETRY_MS = 200

/**
 * The queue is shared with everybody: who files in bulk steps back when it is full, and goes on.
 * @param mayWait asked each time with what is away and nothing filed; unless told, only for a full queue, without end
 */
export async function patiently<T>(
  work: () => Promise<T>,
  mayWait: (code: UnavailableCode) => boolean = (code) => code === 'register_busy',
): Promise<T> {
  for (;;) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof Unavailable) || !mayWait(error.code)) throw error
      await delay(BUSY_RETRY_MS)
    }
  }
}

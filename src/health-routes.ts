import type { FastifyInstance } from 'fastify'
import type { Deps } from './deps.ts'
import { createMetrics } from './platform/metrics.ts'
import { Unavailable } from './platform/unavailable.ts'

/** The order is closed each second; this long without it and the register is not ready. */
const READY_CLOSED_WITHIN_SECONDS = 15

/** For the machine that runs the register: is it alive, is it ready, how is it doing. */
export function healthRoutes(app: FastifyInstance, deps: Deps): void {
  const metrics = createMetrics(app, () => deps.sequencer.waiting)

  app.get('/health/live', { schema: { tags: ['health'], summary: 'The process runs' } }, async () => ({
    status: 'live',
  }))

  app.get('/health/ready', { schema: { tags: ['health'], summary: 'It can file and search' } }, async () => {
    if (!deps.started) throw new Unavailable('register_starting', 1)
    const { rows } = await deps.pool.query(
      'select last_sequence, closed_at, extract(epoch from clock_timestamp() - closed_at)::float8 as seconds from register_head',
    )
    const { last_sequence, closed_at, seconds } = rows[0]
    if (seconds > READY_CLOSED_WITHIN_SECONDS) throw new Unavailable('order_not_closed', 5)
    return { status: 'ready', lastSequence: last_sequence, closedAt: closed_at }
  })

  app.get('/metrics', { schema: { hide: true } }, async (_request, reply) => {
    return reply.type(metrics.contentType).send(await metrics.metrics())
  })
}

import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Pool } from 'pg'
import Type from 'typebox'
import type { Deps } from '../deps.ts'
import { problemResponses } from '../platform/openapi.ts'
import { ProblemError } from '../platform/problem.ts'
import { entryBundle, logEntry } from './log-entry.ts'
import { proveConsistency, proveInclusion } from './log-proof.ts'
import { cosigned, filingsToLog, lastCheckpoint, readTiles } from './log-store.ts'
import { HASH_BYTES } from './merkle.ts'
import { parseTilePath, TILE_WIDTH, widthIn } from './tiles.ts'

/** The log as anybody reads it: checkpoint and tiles (C2SP tlog-tiles), and proofs ready made. No sign-in. */
export function logRoutes(app: FastifyInstance, deps: Deps): void {
  app.get('/log/checkpoint', { schema: checkpointSchema }, async (_request, reply) => {
    const last = await lastCheckpoint(deps.pool)
    if (!last) throw new ProblemError('not_found')
    return reply
      .type('text/plain; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(await cosigned(deps.pool, last))
  })

  app.get('/log/tile/*', { schema: tileSchema }, async (request, reply) => {
    const at = parseTilePath((request.params as { '*': string })['*'])
    const size = (await lastCheckpoint(deps.pool))?.size ?? 0
    if (!at || at.width > widthIn(at, size)) throw new ProblemError('not_found')
    const bytes = at.entries ? await bundle(deps.pool, at.tile, at.width) : await hashes(deps.pool, at)
    return sendTile(reply, bytes)
  })

  app.get('/api/v1/log/proofs', { schema: proofSchema }, async (request) => {
    const asked = request.query as { sequence?: number; first?: number; size?: number }
    const last = await lastCheckpoint(deps.pool)
    if (!last) throw new ProblemError('not_found')
    const size = asked.size ?? last.size
    const { sequence, first = 0 } = asked
    // What is not signed yet is not proved yet: in a second it is.
    if (size > last.size || Math.max(sequence ?? 0, first) > size) throw new ProblemError('not_found')
    const checkpoint = size === last.size ? { checkpoint: await cosigned(deps.pool, last) } : {}
    if (sequence === undefined) return { ...(await proveConsistency(deps.pool, first, size)), ...checkpoint }
    const proof = await proveInclusion(deps.pool, sequence, size)
    if (!proof) throw new ProblemError('not_found')
    return { ...proof, ...checkpoint }
  })
}

async function hashes(pool: Pool, at: { level: number; tile: number; width: number }): Promise<Buffer> {
  const read = await readTiles(pool, [at])
  return read(at).subarray(0, at.width * HASH_BYTES)
}

async function bundle(pool: Pool, tile: number, width: number): Promise<Buffer> {
  return entryBundle((await filingsToLog(pool, tile * TILE_WIDTH, width)).map(logEntry))
}

/** What was published once never changes. */
function sendTile(reply: FastifyReply, bytes: Buffer): FastifyReply {
  return reply
    .type('application/octet-stream')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .send(bytes)
}

const tags = ['log']
const checkpointSchema = {
  tags,
  summary: 'The head of the log, signed (C2SP tlog-checkpoint)',
  response: {
    200: { description: 'A signed note', content: { 'text/plain': { schema: { type: 'string' } } } },
    ...problemResponses(404),
  },
}
const tileSchema = {
  tags,
  summary: 'A tile of the log, or the entries under it (C2SP tlog-tiles): {L}/{N} or entries/{N}, with .p/{W} in part',
  params: Type.Object({ '*': Type.String({ maxLength: 60 }) }),
  response: {
    200: {
      description: 'Hashes of 32 bytes, or entries each after its length in two bytes',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    },
    ...problemResponses(404),
  },
}
const size = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER })
const proofSchema = {
  tags,
  summary: 'That a filing stands in the log (sequence), or that the log of an earlier size is its beginning (first)',
  querystring: Type.Object(
    {
      sequence: Type.Optional(Type.Integer({ minimum: 1, maximum: Number.MAX_SAFE_INTEGER })),
      first: Type.Optional(size),
      size: Type.Optional(size),
    },
    { additionalProperties: false },
  ),
  response: {
    200: Type.Object({
      sequence: Type.Optional(Type.Integer()),
      index: Type.Optional(Type.Integer()),
      entry: Type.Optional(Type.String()),
      leafHash: Type.Optional(Type.String()),
      firstSize: Type.Optional(Type.Integer()),
      firstRootHash: Type.Optional(Type.String()),
      treeSize: Type.Integer(),
      rootHash: Type.String(),
      proof: Type.Array(Type.String()),
      checkpoint: Type.Optional(Type.String()),
    }),
    ...problemResponses(404, 422),
  },
}

import { certificateOf } from '../certificates/certificate-store.ts'
import { forgetPieces, freezeApart } from '../certificates/matches-apart.ts'
import type { Deps } from '../deps.ts'
import {
  finish,
  giveUp,
  keepPart,
  letGo,
  nextPart,
  type Preparation,
  stillAtWork,
  takePreparation,
} from './part-store.ts'
import { renderPart } from './render-part.ts'

/** A turn ends after this long, so that a stop of the register does not wait for it. */
const TURN_MS = 5_000
const AFTER_FAILURE_SECONDS = 10

/**
 * Goes on with certificates in parts: one step after the other, each of another certificate while several wait, and one
 * part at a time, so that at most one thread is kept from other certificates. Killed at any moment, what was made stays
 * and the rest is made by who takes it next.
 */
export async function prepareCertificates(deps: Deps): Promise<void> {
  const until = performance.now() + TURN_MS
  while (performance.now() < until && (await makeStep(deps)));
}

/** @returns false when nothing waits */
export async function makeStep(deps: Deps): Promise<boolean> {
  const taken = await takePreparation(deps.pool)
  if (!taken) return false
  try {
    await step(deps, taken)
  } catch (error) {
    await letGo(deps.pool, taken.searchNumber, AFTER_FAILURE_SECONDS)
    throw error
  }
  return true
}

/** The facts are frozen first; then each step makes one part. */
async function step(deps: Deps, preparation: Preparation): Promise<void> {
  const { pool } = deps
  const { searchNumber } = preparation
  const certificate = await certificateOf(pool, searchNumber)
  if (!certificate || certificate.destroyed) return abandon(deps, searchNumber)
  if (certificate.toPrepare) {
    const frozen = await freezeApart(pool, searchNumber, () => stillAtWork(pool, searchNumber))
    return frozen ? letGo(pool, searchNumber) : abandon(deps, searchNumber)
  }
  const part = await nextPart(pool, preparation)
  if (part !== undefined) await keepPart(pool, searchNumber, part, await renderPart(deps, certificate, part))
  if (part === undefined || part === preparation.parts) await finish(pool, searchNumber)
  await letGo(pool, searchNumber)
}

/** What the search found was destroyed before the facts were frozen: nothing may be left of it here either. */
async function abandon({ pool }: Deps, searchNumber: string): Promise<void> {
  await forgetPieces(pool, searchNumber)
  await giveUp(pool, searchNumber)
}

import { HASH_BYTES } from './merkle.ts'

/** The head of a tree, as C2SP tlog-checkpoint states it. */
export type Checkpoint = { origin: string; size: number; root: Buffer }

/** The text that is signed: origin, size and root, a line each. */
export function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${root.toString('base64')}\n`
}

/** @returns undefined for what is no text of a checkpoint; lines beyond the three are passed over */
export function parseCheckpointText(text: string): Checkpoint | undefined {
  const [origin, written, encoded, ...rest] = text.split('\n')
  if (!origin || rest.at(-1) !== '' || rest.slice(0, -1).includes('')) return undefined
  if (!/^(0|[1-9]\d{0,15})$/.test(written ?? '')) return undefined
  const root = Buffer.from(encoded ?? '', 'base64')
  const size = Number(written)
  if (root.length !== HASH_BYTES || root.toString('base64') !== encoded || !Number.isSafeInteger(size)) return undefined
  return { origin, size, root }
}

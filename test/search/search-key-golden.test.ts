import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import t from 'tap'
import { organizationSearchKey, SEARCH_LOGIC, SearchKeyError } from '../../src/search/search-key.ts'

/*
 * The key of every code point, alone, after a Han character and after a Latin letter, as one hash and one line for each
 * 4,096 code points. It fails when search logic 1 was edited or when the runtime brings other Unicode tables.
 *
 * If you changed the logic: put it back. Stored keys were made by it; a change is version 2 beside it.
 *
 * If a new runtime brings a new Unicode version: the lines that differ say where to look. Compare the keys under both
 * runtimes there. The only harmless difference is a code point that was refused as unassigned and now has a key: no
 * name with it can have been stored, and processes of both versions may run side by side. Then write the file anew with
 *     WRITE_GOLDEN=1 node test/search/search-key-golden.test.ts
 * and name the Unicode version in the commit. If any code point that had a key gets another one, do not take the
 * runtime: keys that are stored would no longer be found by the names they were made from.
 */
const goldenFile = new URL('search-key.golden.txt', import.meta.url)
const codePoints = 0x110000
const block = 0x1000

t.test('the key of every code point is what it was', async (t) => {
  Error.stackTraceLimit = 0 // Some 2.5 million refusals are thrown, and nobody reads where from.
  const whole = createHash('sha256')
  const lines: string[] = []
  for (let first = 0; first < codePoints; first += block) {
    const keys = keysFrom(first, first + block - 1)
    whole.update(keys)
    lines.push(`${range(first)} ${createHash('sha256').update(keys).digest('hex').slice(0, 16)}`)
  }
  const head = `search logic ${SEARCH_LOGIC}, Unicode ${process.versions.unicode}, SHA-256 ${whole.digest('hex')}`
  const found = `${[head, ...lines].join('\n')}\n`
  if (process.env.WRITE_GOLDEN === '1') writeFileSync(goldenFile, found)
  const golden = readFileSync(goldenFile, 'utf8').split('\n')
  const differing = found.split('\n').filter((line, at) => line !== golden[at])
  t.strictSame(differing, [], 'see the note on top of this test before you touch anything')
})

/** A line for each code point: its number and the three keys, a refusal by its code. */
function keysFrom(first: number, last: number): string {
  const lines: string[] = []
  for (let code = first; code <= last; code++) {
    const character = String.fromCodePoint(code)
    const keys = [character, `甲${character}`, `a${character}`].map(keyOrRefusal)
    lines.push(`${code.toString(16)} ${keys.join(' ')}\n`)
  }
  return lines.join('')
}

function keyOrRefusal(name: string): string {
  try {
    return organizationSearchKey(name)
  } catch (error) {
    if (error instanceof SearchKeyError) return error.code
    throw error
  }
}

function range(first: number): string {
  const hex = (code: number) => `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return `${hex(first)}-${hex(first + block - 1)}`
}

import t from 'tap'
import { createRandom, type Random } from '../../src/sandbox/random.ts'
import { registeredNames } from '../../src/sandbox/registered-names.ts'
import { legalForms } from '../../src/search/noise-words.ts'
import { organizationSearchKey, SearchKeyError } from '../../src/search/search-key.ts'
import { importsOf } from '../helpers/source-files.ts'
import { legalFormsAsPublished, pieces, restatedKey } from './restated-search-logic.ts'

/*
 * A hundred thousand names, the same on every machine, keyed by the code and by the naive restatement of the published
 * rule. LONG=1 takes ten times as many.
 */
const NAMES = process.env.LONG === '1' ? 1_000_000 : 100_000
const SEED = 20_261_125
const SHOWN_MAX = 5

const alphabet = Object.values(pieces)
const everything = alphabet.flat()
/** What is typed, pasted or read wrongly into a name that was right. */
const hostile = [
  ...[pieces.whiteSpace, pieces.invisible, pieces.opening, pieces.closing, pieces.middleDot, pieces.dash],
  ...[pieces.quote, pieces.apostrophe, pieces.comma, pieces.fullStop, pieces.circle, pieces.otherPunctuation],
].flat()
const latin = [pieces.latin, pieces.letter, pieces.accented, pieces.word, pieces.ampersand, pieces.fullStop].flat()

t.test('the restatement imports nothing of the code', async (t) => {
  t.same(
    importsOf('test/search/restated-search-logic.ts').filter(({ to }) => to.startsWith('src/')),
    [],
  )
})

t.test('the published list of legal-form words is the one in use', async (t) => {
  t.same([...legalFormsAsPublished], [...legalForms])
})

t.test('random names have the key that the published rule says', async (t) => {
  const random = createRandom('search key differential', SEED)
  const registered = registeredNames(SEED)
  const counts = { keyed: 0, refused: 0 }
  const differing: unknown[] = []
  for (let at = 0; at < NAMES; at++) {
    const name = nameOf(at, random, registered)
    const [code, restated] = [keyOf(name.join('')), restatedKey(name)]
    counts[restated === undefined ? 'refused' : 'keyed'] += 1
    if (code !== restated && differing.push({ name, code, restated }) === SHOWN_MAX) break
  }
  t.same(differing, [])
  t.ok(counts.keyed > NAMES * 0.9 && counts.refused > 0, JSON.stringify(counts))
})

t.test('a name and a mutation of it match exactly when the published rule says so', async (t) => {
  const random = createRandom('search key differential, pairs', SEED)
  const registered = registeredNames(SEED + 1)
  const counts = { same: 0, different: 0 }
  for (let at = 0; at < NAMES / 10; at++) {
    const name = [...registered.next().value.name]
    const searched = mutated(name, random, hostile)
    const code = keyOf(name.join('')) === keyOf(searched.join(''))
    const restated = restatedKey(name) === restatedKey(searched)
    if (code !== restated) t.same({ name, searched, code }, { name, searched, code: restated })
    counts[code ? 'same' : 'different'] += 1
  }
  t.ok(counts.same > 1_000 && counts.different > 1_000, JSON.stringify(counts))
})

/** By turns: registered names with and without damage, names of any pieces, and names without Han characters. */
function nameOf(at: number, random: Random, registered: Iterator<{ name: string }, never>): string[] {
  switch (at % 4) {
    case 0:
      return mutated([...registered.next().value.name], random, hostile)
    case 1:
      return mutated([...registered.next().value.name], random, everything)
    case 2:
      return Array.from({ length: random.between(0, 14) }, () => random.pick(random.pick(alphabet)))
    default:
      return Array.from({ length: random.between(1, 14) }, () => random.pick(latin))
  }
}

/** Up to four pieces put in, taken out or exchanged. */
function mutated(name: readonly string[], random: Random, pool: readonly string[]): string[] {
  const pieces = [...name]
  for (let count = random.integer(5); count > 0; count--) {
    const place = random.integer(pieces.length + 1)
    pieces.splice(place, random.integer(2), ...(random.chance(0.7) ? [random.pick(pool)] : []))
  }
  return pieces
}

function keyOf(name: string): string | undefined {
  try {
    return organizationSearchKey(name)
  } catch (error) {
    if (error instanceof SearchKeyError) return undefined
    throw error
  }
}

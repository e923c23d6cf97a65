import fc from 'fast-check'
import t from 'tap'
import { createRandom, weightedList } from '../../src/sandbox/random.ts'

const first = (count: number, ...seed: (string | number)[]) => {
  const random = createRandom(...seed)
  return Array.from({ length: count }, () => random.integer(1_000_000))
}

t.test('the same seed gives the same numbers, another seed others', async (t) => {
  t.strictSame(first(50, 'a', 1), first(50, 'a', 1))
  t.notSame(first(50, 'a', 1), first(50, 'a', 2))
  t.notSame(first(50, 'a', 1), first(50, 'a1'))
})

t.test('numbers stay in their range and reach all of it', async () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 12 }), (seed, below) => {
      const random = createRandom(seed)
      const seen = new Set(Array.from({ length: 400 }, () => random.integer(below)))
      return seen.size === below && [...seen].every((number) => number >= 0 && number < below)
    }),
    { numRuns: 50 },
  )
})

t.test('between includes both ends', async (t) => {
  const random = createRandom(3)
  const seen = new Set(Array.from({ length: 200 }, () => random.between(-1, 2)))
  t.strictSame([...seen].sort(), [-1, 0, 1, 2])
})

t.test('weights are shares', async (t) => {
  const random = createRandom(4)
  const list = weightedList([
    ['often', 90],
    ['seldom', 10],
  ])
  const often = Array.from({ length: 10_000 }, () => random.weighted(list)).filter((each) => each === 'often').length
  t.ok(often > 8_700 && often < 9_300, `${often} of 10,000`)
})

t.test('what has no answer throws', async (t) => {
  t.throws(() => createRandom(1).integer(0), RangeError)
  t.throws(() => createRandom(1).pick([]), RangeError)
  t.throws(() => weightedList([]), RangeError)
  t.throws(() => weightedList([['a', 0]]), RangeError)
})

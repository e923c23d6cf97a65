import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import t from 'tap'
import { editsBetween } from '../../src/near-matches/edit-steps.ts'
import { foldCharacters } from '../../src/near-matches/fold-characters.ts'
import { foldAssetKey, looksAlike } from '../../src/near-matches/look-alikes.ts'
import { termsOf } from '../../src/near-matches/name-terms.ts'
import { nearnessOf, otherForms, reasonCodes } from '../../src/near-matches/near-match.ts'
import { reasonMessage } from '../../src/near-matches/near-match-wording.ts'
import { rankNames } from '../../src/near-matches/rank-names.ts'
import { foldedNameOf, readName } from '../../src/near-matches/read-name.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { registeredName } from '../../src/sandbox/registered-names.ts'

/** The cases stand in a table that can be read without the code. Reasons are the codes of near-matches.md, in order. */
type Case = Record<'number' | 'registered' | 'searched' | 'expected' | 'reasons' | 'en', string>

const cases: Case[] = parse(readFileSync(new URL('near-match.cases.csv', import.meta.url)), { columns: true })

function compare(searchedName: string, registeredName: string) {
  const [searched, registered] = [foldedNameOf(searchedName)!, foldedNameOf(registeredName)!]
  const near = nearnessOf(readName(searched.folded), readName(registered.folded))
  const forms = otherForms(searched.key, registered.key)
  return { ...near, codes: [...(forms ? [forms] : []), ...(near?.reasons ?? [])].map(({ code }) => code) }
}

t.test('names, case by case', async (t) => {
  t.ok(cases.length >= 60)
  t.equal(new Set(cases.map((each) => each.number)).size, cases.length, 'every case has its own number')
  for (const { number, registered, searched, expected, reasons, en } of cases) {
    const { score, codes } = compare(searched, registered)
    t.equal(score === undefined ? 'far' : 'near', expected, `${number} ${en}`)
    if (expected === 'near') t.equal(codes.join(' '), reasons, `${number} ${en}: the reasons`)
  }
})

t.test('the registered name of each case comes first among many others', async (t) => {
  const random = createRandom('others', 1)
  const others = Array.from({ length: 3_000 }, () => foldedNameOf(registeredName(random).name)!.folded)
  const counts = { names: others.length, count: () => 1 }
  for (const { number, registered, searched, expected } of cases) {
    if (expected === 'far') continue
    const all = [...others, foldedNameOf(registered)!.folded].map((folded) => ({ folded }))
    const [first] = rankNames(readName(foldedNameOf(searched)!.folded), all, counts)
    t.equal(first?.folded, foldedNameOf(registered)!.folded, number)
  }
})

t.test('every reason has its words in both languages', async (t) => {
  for (const code of reasonCodes) {
    const { zh, en } = reasonMessage({ code, searched: '甲', registered: '乙' })
    t.match(zh, /\p{Script=Han}/u)
    t.notMatch(en.replace(/[甲乙]/g, ''), /\p{Script=Han}/u)
  }
})

t.test('the fewest steps are those of the plain table of all ways', async (t) => {
  const texts = fc.array(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 8 })
  fc.assert(
    fc.property(texts, texts, (a, b) => {
      const edits = editsBetween(a, b, 20)!
      const plain = { missing: 1, extra: 1, swapped: 0.8, replaced: 1, same_sound: 0.6, look_alike: 0.5, numeral: 0.3 }
      const told = edits.steps.reduce((sum, { kind }) => sum + plain[kind], 0)
      t.ok(Math.abs(told - edits.cost) < 1e-9, 'the steps cost what is said')
      t.ok(edits.cost <= levenshtein(a, b), 'no more than without exchanges')
      t.equal(edits.cost === 0, a.join('') === b.join(''))
      t.same(replay(a, edits.steps).sort(), [...b].sort(), 'and lead there')
      const limited = editsBetween(a, b, 1)
      t.equal(limited !== undefined, edits.cost <= 1, 'a limit cuts off what costs more, and nothing else')
    }),
    { numRuns: 400 },
  )
})

/** Oracle: the textbook distance with replacing, leaving out and putting in. */
function levenshtein(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length
  const [restA, restB] = [a.slice(1), b.slice(1)]
  if (a[0] === b[0]) return levenshtein(restA, restB)
  return 1 + Math.min(levenshtein(restA, restB), levenshtein(restA, b), levenshtein(a, restB))
}

function replay(a: readonly string[], steps: NonNullable<ReturnType<typeof editsBetween>>['steps']): string[] {
  const left = [...a]
  const take = (each: string) => left.splice(left.indexOf(each), 1)
  for (const step of steps) {
    if (step.kind === 'swapped') continue
    if ('searched' in step) take(step.searched)
    if ('registered' in step) left.push(step.registered)
  }
  return left
}

t.test('of any two names', async (t) => {
  const random = createRandom('pairs', 1)
  const names = Array.from({ length: 300 }, () => registeredName(random).name)
  for (const [at, name] of names.entries()) {
    const own = foldedNameOf(name)!
    const read = readName(own.folded)
    t.same(nearnessOf(read, read)?.reasons ?? [], [], 'a name does not differ from itself')
    t.equal(foldedNameOf(own.key)?.folded, own.folded, 'a key folds as its name does')
    t.ok(termsOf(read).length > 0)
    const other = readName(foldedNameOf(names[(at + 1) % names.length]!)!.folded)
    const [one, two] = [nearnessOf(read, other), nearnessOf(other, read)]
    if (one) t.ok(one.score <= 1 && one.reasons.length > 0)
    t.ok(Math.abs((one?.score ?? 0) - (two?.score ?? 0)) < 0.1, 'nearness hardly depends on who searched')
  }
})

t.test('folding keeps places and is done once', async (t) => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (text) => {
      const folded = foldCharacters(text)
      t.equal([...folded].length, [...text].length)
      t.equal(foldCharacters(folded), folded)
    }),
  )
  t.equal(foldCharacters('長江實業'), '长江实业')
  t.ok(looksAlike('己', '已') && looksAlike('已', '己') && !looksAlike('己', '己'))
  t.equal(foldAssetKey('OQILZSGB-0112568X'), '00112568-0112568X')
})

import t from 'tap'
import { checkName } from '../../src/parties/names.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { type RegisteredName, registeredName, registeredNames } from '../../src/sandbox/registered-names.ts'
import { organizationSearchKey } from '../../src/search/search-key.ts'

function take(seed: number, count: number): RegisteredName[] {
  const names: RegisteredName[] = []
  for (const name of registeredNames(seed)) if (names.push(name) === count) break
  return names
}

t.test('300,000 names are all different', async (t) => {
  t.equal(new Set(take(1, 300_000).map(({ name }) => name)).size, 300_000)
})

t.test('they are different for the search, too', async (t) => {
  const keys = take(2, 30_000).map(({ name }) => organizationSearchKey(name))
  t.equal(new Set(keys).size, keys.length)
})

t.test('a seed gives the same names however many are taken, and another seed gives others', async (t) => {
  const few = take(3, 500)
  t.strictSame(take(3, 2_000).slice(0, 500), few)
  const others = new Set(take(4, 500).map(({ name }) => name))
  t.ok(few.filter(({ name }) => others.has(name)).length < 5)
})

t.test('every name can be registered, and its division is a code of GB/T 2260 on the mainland', async (t) => {
  const wrong = take(5, 20_000).filter(({ name, division }) => checkName(name) || !/^[1-6]\d{5}$/.test(division.code))
  t.strictSame(wrong, [])
})

t.test('the forms of real registered names occur', async (t) => {
  const names = take(6, 20_000)
  const forms = [
    /^上海[^（）]+有限公司$/,
    /^[^（）]+（[^（）]+）[^（）]+有限公司$/,
    /有限责任公司$/,
    /[^）]集团股份有限公司$/,
    /（集团）有限公司$/,
    /合伙企业（有限合伙）$/,
    /专业合作社$/,
    /（个体工商户）$/,
    /^深圳市/,
    /[A-Z]{3}/,
  ]
  for (const form of forms)
    t.ok(
      names.some(({ name }) => form.test(name)),
      String(form),
    )
})

t.test('a branch is named after its parent, which has no other branch', async (t) => {
  const branches = take(7, 20_000).filter(({ kind }) => kind === 'branch')
  t.ok(branches.length > 200)
  t.ok(branches.every(({ name, parent }) => parent?.kind === 'company' && name.startsWith(parent.name)))
  t.equal(new Set(branches.map(({ parent }) => parent?.name)).size, branches.length)
  t.ok(branches.some(({ name }) => /有限公司.+分公司$/.test(name)))
})

t.test('a single name is drawn from the same forms', async (t) => {
  t.strictSame(registeredName(createRandom(8)), registeredName(createRandom(8)))
  t.equal(checkName(registeredName(createRandom(9)).name), undefined)
})

import t from 'tap'
import { type ShownCount, shownCount, shownSum } from '../../src/search-records/shown-count.ts'

const exactly = (searches: number): ShownCount => ({ is: 'exactly', searches })
const atLeast = (searches: number): ShownCount => ({ is: 'at_least', searches })
const few: ShownCount = { is: 'few' }

t.test('what of a number is shown', async (t) => {
  const lines: [searches: number, accounts: number, over: ShownCount, present: ShownCount][] = [
    [0, 0, exactly(0), exactly(0)],
    [1, 1, few, few],
    [4, 4, few, few],
    [5, 1, few, few],
    [100, 2, few, few],
    [5, 3, exactly(5), atLeast(5)],
    [9, 3, exactly(9), atLeast(5)],
    [10, 3, exactly(10), atLeast(10)],
    [1_234, 56, exactly(1_234), atLeast(1_230)],
  ]
  for (const [searches, accounts, over, present] of lines) {
    t.same(shownCount({ searches, accounts }, { monthIsOver: true }), over, `${searches} of ${accounts}, month over`)
    t.same(shownCount({ searches, accounts }, { monthIsOver: false }), present, `${searches} of ${accounts}, present`)
  }
})

t.test('a sum tells nothing beyond its parts', async (t) => {
  const lines: [ShownCount[], ShownCount][] = [
    [[], exactly(0)],
    [[exactly(0), exactly(0)], exactly(0)],
    [[exactly(5), exactly(7)], exactly(12)],
    [[few, exactly(0)], few],
    [[few, few], atLeast(2)],
    [[few, exactly(7)], atLeast(8)],
    [[atLeast(5), exactly(0)], atLeast(5)],
    [[atLeast(10), few], atLeast(11)],
  ]
  for (const [parts, sum] of lines) t.same(shownSum(parts), sum, JSON.stringify(parts))
})

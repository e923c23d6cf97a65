import t, { type Test } from 'tap'
import { certificateDocument } from '../../src/certificates/certificate-document.ts'
import type { SearchCertificateFacts, SearchMatch } from '../../src/certificates/certificate-facts.ts'
import { pdfOf } from '../../src/certificates/certificate-layout.ts'
import type { MatchAct } from '../../src/timeline/load-acts.ts'
import { BARS_MAX } from '../../src/timeline/timeline.ts'
import { marks, searchFacts } from './example-facts.ts'
import { type PlacedText, readPdf, textOf } from './read-pdf.ts'

const render = (facts: SearchCertificateFacts) => pdfOf(certificateDocument(facts, marks, true))
const read = async (facts: SearchCertificateFacts) => readPdf(await render(facts))

/** The example's matches, each with its initial filing and, by turns, acts after it. */
function withActs(count: number, change: (match: SearchMatch, at: number) => Partial<SearchMatch> = () => ({})) {
  const facts = searchFacts(count)
  const matches = facts.matches.map((match, at) => {
    const expiresOn = `${2027 + (at % 30)}-05-20`
    const act = (kind: MatchAct['kind'], nth: number): MatchAct => ({
      kind,
      filingNumber: match.registrationNumber,
      sequence: match.sequence + nth,
      filedAt: `2026-11-21T06:03:0${nth}.998877Z`,
      expiresOn,
      ...(nth === 2 && { addsCollateral: true as const }),
    })
    const initial = { ...act('initial', 0), filedAt: match.filedAt }
    const acts = [initial, act('renewal', 1), act('amendment', 2)].slice(0, 1 + (at % 3))
    return { ...match, expiresOn, acts, ...change(match, at) }
  })
  return { ...facts, matches }
}

t.test('one match and several: bars on an axis, acts in words', async (t) => {
  const one = textOf(await read(withActs(1)))
  t.match(one, '时间线Timeline')
  t.match(one, '查询时点2026年11月22日Asof22Nov2026')
  t.notMatch(one, '展期登记', 'the legend explains what is there, and no more')
  const pages = await read(withActs(5))
  const text = textOf(pages)
  for (const words of [
    '展期登记Renewal',
    '变更登记（新增担保财产，自此排序）',
    '新增担保财产（自此排序）',
    '登记到期日Expirydate',
  ])
    t.match(text, words)
  t.equal(text.match(/2026年11月21日14:03:01\.998877/g)?.length, 3, 'each act with its time')
  within(t, pages)
})

t.test('nothing found, and facts from before acts were part of them, have no timeline', async (t) => {
  for (const facts of [searchFacts(0), searchFacts(3)]) t.notMatch(textOf(await read(facts)), '时间线')
})

t.test(
  `more than ${BARS_MAX}: the first are drawn, over pages with the axis on each, and the rest is said`,
  async (t) => {
    const pages = await read(withActs(BARS_MAX + 7))
    const axes = pages.filter((page) => textOf([page]).includes('查询时点2026'))
    t.ok(axes.length >= 2, `${axes.length} pages`)
    const drawn = axes.flatMap((page) => textOf([page]).match(/至20\d\d年5月20日/g) ?? [])
    t.equal(drawn.length, BARS_MAX)
    t.match(textOf(pages), '其余7项未画')
    within(t, pages)
    t.equal(textOf(await read(withActs(BARS_MAX))).match(/未画/), null)
  },
)

t.test('hostile names and rare characters are text, and in a font or in words', async (t) => {
  const names = ['"/><script>alert(1)</script>', '龘𬱖\u{2A6D6}融资', 'བོད་ཡིག', '<svg>', '\u202E反', '长'.repeat(200)]
  const pages = await read(
    withActs(names.length, (match, at) => ({ securedParties: [{ ...match.securedParties[0]!, name: names[at]! }] })),
  )
  const text = textOf(pages)
  const drawn = text.slice(text.indexOf('查询时点2026'))
  t.match(drawn, '"/><script>alert(1)')
  t.match(drawn, '龘𬱖\u{2A6D6}融资')
  t.match(drawn, '〈U+0F56〉')
  t.match(drawn, '长长长…')
  within(t, pages)
})

t.test('the same facts give the same bytes; of a thousand only the first cost anything', async (t) => {
  const facts = withActs(6)
  t.ok(Buffer.from(await render(facts)).equals(await render(facts)))
  const pages = await read(withActs(1_000))
  t.equal(textOf(pages).match(/至20\d\d年5月20日/g)?.length, BARS_MAX)
  within(t, pages)
})

t.test('acts that are too many to be given are counted', async (t) => {
  t.match(textOf(await read(withActs(1, () => ({ actCount: 241 })))), '另有240项较早的登记事项')
})

/** No text goes beyond the margins or below the foot. */
function within(t: Test, pages: readonly PlacedText[][]): void {
  const texts = pages.flat().filter((each) => each.upright && each.text.trim() !== '')
  const outside = texts.filter((each) => each.x < 47.6 || each.x + each.width > 547.7 || each.y < 26 || each.y > 800)
  t.same(outside.slice(0, 3), [])
}

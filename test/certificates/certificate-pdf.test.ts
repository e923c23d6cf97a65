import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import t, { type Test } from 'tap'
import { certificateDocument } from '../../src/certificates/certificate-document.ts'
import type { CertificateFacts } from '../../src/certificates/certificate-facts.ts'
import { pdfOf } from '../../src/certificates/certificate-layout.ts'
import { CertificateQueueFullError, createCertificateRenderer } from '../../src/certificates/certificate-pdf.ts'
import { Unavailable } from '../../src/platform/unavailable.ts'
import { forms } from '../../src/registrations/forms/forms.ts'
import { marks, NUMBER, registrationFacts, searchFacts } from './example-facts.ts'
import { type PlacedText, readPdf, textOf } from './read-pdf.ts'

const lease = forms.find((form) => form.securityType === 'finance_lease')!
const example = lease.example.collateral as { items: Record<string, unknown>[] }

const render = (facts: CertificateFacts, sandbox = false) => pdfOf(certificateDocument(facts, marks, sandbox))
const read = async (facts: CertificateFacts, sandbox = false) => readPdf(await render(facts, sandbox))

const squeezed = (words: string) => words.replace(/\s/g, '')
const says = (t: Test, text: string, words: string[]) => {
  for (const each of words) t.ok(text.includes(squeezed(each)), `says ${each}`)
}

t.test('pdfmake is the version whose private parts are relied on', async (t) => {
  t.equal(createRequire(import.meta.url)('pdfmake/package.json').version, '0.3.11')
})

t.test('a registration certificate of every type states what was filed', async (t) => {
  for (const form of forms) {
    const facts = registrationFacts(form)
    const text = textOf(await read(facts))
    const { securedParties, debtors } = facts.content
    const names = [...securedParties, ...debtors].map((party) => party.name ?? '')
    says(t, text, [
      '登记证明',
      'Registration certificate',
      '2026 1122 0012 3456 7858',
      form.label.zh,
      form.label.en,
      ...names,
    ])
    says(t, text, [form.effect.zh, form.effect.en, form.securedPartyLabel.zh, form.debtorLabel.en, '归档-2026-0042'])
    says(t, text, [
      '2026年11月22日 14:03:04.998877（北京时间）',
      '2029年11月22日（至当日 24:00',
      `${facts.content.termMonths} 个月`,
    ])
    says(t, text, ['不对登记内容作实质审查', 'examines form only', '登记机构记载该声明，不对其作出判断'])
    for (const field of form.fields)
      if (field.name in facts.content.collateral) says(t, text, [field.label.zh, field.label.en])
  }
})

t.test('a search certificate answers in one sentence, and says what it does not cover', async (t) => {
  const none = textOf(await read(searchFacts(0)))
  says(t, none, ['查询证明', '截至第 12,345 号登记', '没有查得在效登记。', 'no registrations in effect were found'])
  says(t, none, [
    '苏州恒锐精密机械有限公司',
    '91320500MA1FL0002X',
    'search logic 1',
    '交易前',
    'art. 456',
    '第四百一十六条',
  ])
  t.notMatch(none, '不是按登记名称的查询')

  const three = textOf(await read(searchFacts(3)))
  says(t, three, [
    '共查得 3 项在效登记',
    '3 registrations in effect were found',
    '2026 1122 0012 0000 0002',
    '五轴联动加工中心等 3 项',
  ])
  says(t, three, ['机构名称、机构代码', '第四百零四条', '第七百六十八条', 'informational', '10,002'])

  const warned = {
    organizationIdentifier: '只按代码查询',
    assetIdentifier: '只按财产标识查询',
    registrationNumber: '只按登记证明编号查询',
  }
  for (const [by, words] of Object.entries(warned)) {
    const query = { by, scheme: 'uscc', value: NUMBER } as never
    says(t, textOf(await read(searchFacts(0, { query }))), [words, 'is no search by registered name'])
  }
})

t.test('every page has the number, its place among the pages, and the hash', async (t) => {
  const pages = await read(searchFacts(60), true)
  t.ok(pages.length > 5)
  for (const [i, page] of pages.entries()) {
    const text = textOf([page])
    says(t, text, [
      '编号 No. 2026 1122 0012 3456 7858',
      `第 ${i + 1} 页，共 ${pages.length} 页`,
      `Page ${i + 1} of ${pages.length}`,
    ])
    says(t, text, [`SHA-256 ${marks.factsSha256.slice(0, 16)}`])
    t.same(
      page.filter((each) => !each.upright).map((each) => each.text),
      ['SANDBOX'],
    )
  }
  for (const page of pages.slice(2, -1)) says(t, textOf([page]), ['查询结果（共 60 项在效登记）', '当事人', 'Parties'])
  says(t, textOf(pages), ['8KQ2 M4ZP 0RTX 7C3V', 'register.example', marks.factsSha256])
  t.notMatch(textOf(await read(searchFacts(0))), 'SANDBOX')
})

t.test('lists of thousands: all rows in order, a heading on every page, pages counted right', async (t) => {
  const items = Array.from({ length: 5_000 }, (_, i) => ({ ...example.items[0], serialNumber: `SN-${i + 1}-END` }))
  const pages = await read(registrationFacts(lease, { collateral: { ...(lease.example.collateral as object), items } }))
  const found = [...textOf(pages).matchAll(/SN-(\d+)-END/g)].map((match) => Number(match[1]))
  t.same(
    found,
    items.map((_, i) => i + 1),
  )
  says(t, textOf([pages[60] as PlacedText[]]), [
    '租赁物明细（共 5,000 项）',
    'Serial number',
    `第 61 页，共 ${pages.length} 页`,
  ])
  within(t, pages)

  const matches = await read(searchFacts(1_000))
  t.equal(textOf(matches).match(/序号Sequence1\d,\d{3}/g)?.length, 1_000)
  within(t, matches)
})

t.test('characters: rare ones are printed, those no font has are named', async (t) => {
  const query = {
    by: 'organizationName',
    name: '王䶮𬱖𠮷\u{2A6D6}\u{2EBE0}丽\u{2F800}⼀一鿿 Łódź Київ Ελλάς Đặng Zoe\u0308',
  } as const
  const text = textOf(await read(searchFacts(0, { query })))
  says(t, text, ['王䶮𬱖𠮷\u{2A6D6}\u{2EBE0}丽\u{2F800}⼀一鿿', 'Łódź', 'Київ', 'Ελλάς', 'Đặng', 'Zoë'])
  t.notMatch(text, '〈U+')

  const named = { by: 'organizationName', name: '\u{30000}བོད\uE000ئۇ한\u202E\u200B\u{1F600}\u0007\uD800' } as const
  const words = textOf(await read(searchFacts(0, { query: named })))
  for (const code of ['30000', '0F56', 'E000', '0626', 'D55C', '202E', '200B', '1F600', '0007', 'D800'])
    says(t, words, [`〈U+${code}〉`])
  says(t, words, ['写出其 Unicode 码位', 'that the fonts lack or that is invisible'])
})

t.test('hostile text stays in its cell and on its page, and is text', async (t) => {
  const names = [
    'A'.repeat(200),
    '龘𬱖'.repeat(100),
    'བོད་ཡིག ئۇيغۇرچە',
    '<script>alert(1)</script>',
    "'; DROP TABLE filings; --",
    '{{7*7}} %s \\u0041',
  ]
  const party = (name: string) => ({
    kind: 'organization',
    name,
    identifier: { scheme: 'foreign_registration', value: 'X'.repeat(60), country: 'DE' },
    address: { country: 'DE', division: 'Bayern'.repeat(16), line: 'x'.repeat(500) },
    representative: '𠮷野家'.repeat(60),
  })
  const items = Array.from({ length: 12 }, (_, i) => ({
    name: '物'.repeat(200),
    model: 'M'.repeat(i % 2 ? 200 : 3),
    quantity: 1e12,
    unit: '台',
    maker: 'a-'.repeat(100),
    serialNumber: '0123456789'.repeat(20),
    vin: 'LSVAM4187C2184841',
    location: '江苏省abc𬱖'.repeat(i === 3 ? 70 : 9),
  }))
  const description = `${'（见附件）ABC，𬱖'.repeat(770)}\n\n最后一行`
  const collateral = {
    leaseContractNumber: 'C'.repeat(200),
    leaseForm: 'direct',
    description,
    items,
    formerField: { kept: true },
  }
  const content = { securedParties: names.map(party), collateral, scope: '本金'.repeat(500) }
  const pages = await read(registrationFacts(lease, content), true)
  const text = textOf(pages)
  within(t, pages)
  says(t, text, [
    '<script>alert(1)</script>',
    "'; DROP TABLE filings; --",
    '{{7*7}} %s \\u0041',
    'A'.repeat(200),
    '龘𬱖'.repeat(100),
  ])
  says(t, text, ['最后一行', 'formerField', '{"kept":true}', '〈U+0F56〉'])
  t.equal(text.match(/（见附件）ABC，𬱖/g)?.length, 770, 'no line of the description is lost')
  t.equal(text.match(/0/g) && text.split('01234567890123456789').length > 12 * 8, true)

  const found = searchFacts(40)
  const matches = found.matches.map((match, i) => ({
    ...match,
    debtors: names.map((name) => ({ ...match.debtors[0]!, name })),
    collateralSummary: '长'.repeat(i * 60),
  }))
  const results = await read({ ...found, matches })
  within(t, results)
  t.equal(textOf(results).match(/长/g)?.length, 60 * ((40 * 39) / 2))
})

t.test('the same facts give the same bytes, whatever was rendered before', async (t) => {
  const facts = registrationFacts(lease)
  const first = await render(facts)
  await render(searchFacts(2, { query: { by: 'assetIdentifier', value: '⼀丽\u{20000}' } }))
  t.ok(Buffer.from(first).equals(await render(facts)))
  t.notOk(Buffer.from(first).equals(await render({ ...facts, sequence: 12_346 })))
  if (spawnSync('pdftoppm', ['-v']).status !== 0) return
  const drawn = spawnSync('pdftoppm', ['-r', '30', '-png', '-'], { input: first })
  t.equal(drawn.status, 0)
  t.equal(drawn.stderr.toString(), '', 'poppler finds nothing wrong')
})

t.test('the pool renders what one thread renders, and refuses past its queue', async (t) => {
  const renderer = createCertificateRenderer({ threads: 1, queueMax: 2, sandbox: true })
  await renderer.warm()
  const facts = searchFacts(3)
  const rendered = await renderer.render(facts, marks)
  t.ok(Buffer.from(rendered).equals(await render(facts, true)))
  const outcomes = await Promise.allSettled(Array.from({ length: 6 }, () => renderer.render(facts, marks)))
  const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []))
  t.equal(refused.length, 3, 'one is rendered, two wait')
  t.ok(refused.every((reason) => reason instanceof CertificateQueueFullError && reason instanceof Unavailable))
  await renderer.close()
})

/** No text goes beyond the margins, below the foot or over another text on its line. */
function within(t: Test, pages: readonly PlacedText[][]): void {
  const wrong = pages.flatMap((page, number) => {
    const texts = page.filter((each) => each.upright && each.text.trim() !== '')
    const outside = texts.filter((each) => each.x < 47.6 || each.x + each.width > 547.7 || each.y < 26 || each.y > 800)
    const overlapping = texts.filter((each) =>
      texts.some((other) => other.y === each.y && other.x > each.x && other.x < each.x + each.width - 0.05),
    )
    return [...outside, ...overlapping].map((each) => ({ page: number + 1, ...each }))
  })
  t.same(wrong.slice(0, 3), [])
}

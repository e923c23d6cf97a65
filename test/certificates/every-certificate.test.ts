import t from 'tap'
import type { ActFacts } from '../../src/certificates/act-facts.ts'
import { certificateDocument } from '../../src/certificates/certificate-document.ts'
import type { RegistrationCertificateFacts } from '../../src/certificates/certificate-facts.ts'
import { pdfOf } from '../../src/certificates/certificate-layout.ts'
import { factsFor } from '../../src/certificates/masked-facts.ts'
import { certificateFactsView } from '../../src/certificates/pages/certificate-facts-view.ts'
import { composeNumber } from '../../src/platform/numbers.ts'
import { filingKinds } from '../../src/registrations/act.ts'
import { changeTypeLabels } from '../../src/registrations/act-wording.ts'
import { canonicalBytes } from '../../src/registrations/canonical-filing.ts'
import type { FoldedFiling } from '../../src/registrations/registration-state.ts'
import { marks } from './example-facts.ts'
import { CANARIES, CASES, factsOf } from './example-filings.ts'
import { within } from './placed-text.ts'
import { readPdf, textOf } from './read-pdf.ts'

const plain = (words: string) => words.replace(/\s/g, '')
const pagesOf = async (facts: RegistrationCertificateFacts) =>
  readPdf(await pdfOf(certificateDocument(facts, marks, false)))

/** What a page says, without marks and spaces. */
const said = (page: string) =>
  plain(
    page
      .replace(/<[^>]*>/g, '')
      .replaceAll('&#x2F;', '/')
      .replaceAll('&amp;', '&')
      .replaceAll('&quot;', '"'),
  )

/** Words of the program that nobody should read: names of kinds, types and fields, and values that are missing. */
const RAW =
  /undefined|\[object|NaN|[a-z]+_[a-z_]+[a-z]|acceptanceDueOn|tellingDueOn|isDebtor|ranksFrom|changedOn|filerReference/

t.test('every kind of filing and every type of change has a case here, and so a certificate', async (t) => {
  const kinds = new Set(CASES.map(({ filings }) => filings.at(-1)!.kind))
  t.same(
    filingKinds.filter((kind) => !kinds.has(kind)),
    [],
  )
  const changes = CASES.flatMap(({ filings }) => (filings.at(-1)!.content.changes ?? []) as { type: string }[])
  const types = new Set(changes.map(({ type }) => type))
  t.same(
    Object.keys(changeTypeLabels).filter((type) => !types.has(type)),
    [],
  )
})

for (const each of CASES) {
  t.test(each.name, async (t) => {
    const facts = factsOf(each)

    t.test('its PDF says what it must, in both languages, within its pages', async (t) => {
      const pages = await pagesOf(facts)
      within(t, pages)
      const text = textOf(pages)
      for (const words of each.says) t.ok(text.includes(plain(words)), `says ${words}`)
      t.notMatch(text, RAW)
      t.match(text, /Itprovesthat/)
    })

    t.test('the page of a check says it too, in each language, with no name twice', async (t) => {
      for (const language of ['zh-CN', 'en'] as const) {
        const page = String(certificateFactsView(factsFor('public', facts), language, '/verify/1?code=1'))
        t.notMatch(said(page), RAW)
        const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
        t.equal(new Set(ids).size, ids.length)
        if (language === 'en') t.notMatch(said(page), /登记机构不|办法第|民法典/, 'none of the register’s own Chinese')
      }
    })

    t.test('the public and searchers see no identity number, street, account or own reference', async (t) => {
      for (const reader of ['public', 'searcher'] as const) {
        const masked = factsFor(reader, facts) as RegistrationCertificateFacts
        for (const canary of CANARIES) t.notMatch(JSON.stringify(masked), canary, `${reader}: ${canary}`)
        const pages = [
          textOf(await pagesOf(masked)),
          ...(['zh-CN', 'en'] as const).map((language) => said(String(certificateFactsView(masked, language, '/v')))),
        ]
        for (const page of pages) for (const canary of CANARIES) t.notOk(page.includes(plain(canary)), canary)
      }
      for (const reader of ['party', 'registrar', 'court'] as const) t.equal(factsFor(reader, facts), facts)
    })

    t.test('it is canonical JSON, and read back it is the same', async (t) => {
      const bytes = canonicalBytes(facts)
      t.same(canonicalBytes(JSON.parse(bytes.toString('utf8'))), bytes)
    })
  })
}

t.test('each canary is somewhere in whole facts, so that hiding it is shown', async (t) => {
  const all = CASES.map((each) => JSON.stringify(factsOf(each))).join()
  for (const canary of CANARIES) t.match(all, canary)
})

t.test('facts that were frozen by earlier versions, without what was added since, still render', async (t) => {
  for (const each of CASES.slice(1)) {
    const { standing, ...facts } = structuredClone(factsOf(each)) as ActFacts & { standing: Record<string, unknown> }
    const { openObjections: _o, gaps: _g, formerAmounts: _f, terms: _t, ...earlier } = standing
    for (const party of [...standing.debtors, ...standing.securedParties] as Record<string, unknown>[]) {
      delete party.since
      delete party.acquired
    }
    const frozen = { ...facts, standing: earlier } as never as ActFacts
    t.match(String(certificateFactsView(factsFor('public', frozen), 'zh-CN', '/v')), '本次登记后的状况', each.name)
    t.match(textOf(await pagesOf(frozen)), '本次登记后的状况', each.name)
  }
})

t.test('long and hostile words, and many objections, stay on their pages, and nothing is lost', async (t) => {
  const hostile = `<script>${'长'.repeat(900)}\u202E`
  const { filings } = CASES.find(({ name }) => name === 'revocation of an objection')!
  const [initial, objection, revocation] = filings as [FoldedFiling, FoldedFiling, FoldedFiling]
  const others = Array.from({ length: 60 }, (_, at) => ({
    ...objection,
    sequence: objection.sequence + at + 100,
    filingNumber: composeNumber('2026-11-03', String(at).padStart(10, '0')),
    content: { ...objection.content, objector: { ...(objection.content.objector as object), name: `异议人${at}` } },
  }))
  const long = { ...objection, content: { ...objection.content, statement: hostile, relation: hostile.slice(0, 190) } }
  const last = {
    ...revocation,
    sequence: revocation.sequence + 1_000,
    content: { ...revocation.content, statement: hostile, applicant: 'N'.repeat(200) },
  }
  const facts = factsOf({ filings: [initial, long, ...others, last] })
  const pages = await pagesOf(facts)
  within(t, pages)
  const text = textOf(pages)
  t.equal(text.match(/长/g)?.length, 900 * 2 + 190 - '<script>'.length)
  t.match(text, '本登记载有60项未了结的异议')
  t.match(text, '异议人59')
  t.match(text, '〈U+202E〉')
  t.notMatch(String(certificateFactsView(facts, 'en', '/v')), '<script>')
})

import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import t, { type Test } from 'tap'
import { forgetOldParts } from '../../src/certificate-parts/part-store.ts'
import { makeStep, prepareCertificates } from '../../src/certificate-parts/prepare-certificates.ts'
import { freezeApart, PIECE_MATCHES } from '../../src/certificates/matches-apart.ts'
import { canonicalBytes } from '../../src/registrations/canonical-filing.ts'
import { loadRegister } from '../bench/load-register.ts'
import { type PlacedText, readPdf, textOf } from '../certificates/read-pdf.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import { decode } from '../registrations/pages/page-session.ts'

type Body = Record<string, any>

const COUNT = 4_500
const PARTS = 3
const name = '天津港区大宗仓储有限公司'

async function openLarge(t: Test, count = COUNT): Promise<{ register: TestRegister; search(): Promise<Body> }> {
  const register = await openRegister(t)
  await loadRegister(register.database.superuserUrl, { count, debtor: name, filings: true })
  const payload = { by: 'organizationName', name, purpose: 'before_transaction', limit: 1 }
  const search = async () =>
    (await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })).json()
  return { register, search }
}

/** A process that was killed leaves its certificate taken; after a while another takes it. */
const asIfKilledLongAgo = (register: TestRegister) =>
  register.sql(`update certificate_preparations set taken_until = clock_timestamp() - interval '1 second'`)

const get = (register: TestRegister, url: string) => register.call('searcher', { url })

async function prepareAll(register: TestRegister): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await prepareCertificates(register.deps)
}

/** The ranks in the first column of the list. */
const ranksOf = (pages: PlacedText[][]) =>
  pages.flatMap((page) =>
    page.filter(({ text, x, upright }) => upright && x < 60 && /^[\d,]+$/.test(text)).map(({ text }) => text),
  )

t.test('a certificate of 4,500 matches', async (t) => {
  const { register, search } = await openLarge(t)
  const { searchNumber, verificationCode } = await search()
  const path = `/api/v1/searches/${searchNumber}/certificate`

  await t.test('nobody asked for it yet: the number is genuine, and no facts are to be compared', async (t) => {
    const url = `/api/v1/certificates/${searchNumber}`
    const found = (await register.call(undefined, { url })).json()
    t.same(found, { genuine: true, kind: 'search_certificate', issuedAt: found.issuedAt, notIssued: true })
    const withCode = (await register.call(undefined, { url: `${url}?code=${verificationCode}` })).json()
    t.same(withCode, found)
    t.same((await register.call(undefined, { url: `${url}?code=0000000000000000` })).json(), { genuine: false })
    const { rows } = await register.sql('select count(*)::int as count from certificate_preparations')
    t.equal(rows[0].count, 0, 'a check starts nothing')
  })

  await t.test('asked for, it is in preparation, and says how far', async (t) => {
    const asked = await get(register, path)
    t.equal(asked.statusCode, 202)
    t.match(asked.json(), { state: 'in_preparation', partsDone: 0, parts: PARTS, links: { self: path } })
    t.ok(Number(asked.headers['retry-after']) > 0)
    t.equal((await register.call('operator', { url: path })).statusCode, 404, 'not for others')
    t.equal((await get(register, `${path}?part=4`)).statusCode, 404)
  })

  await t.test('killed at any moment it goes on where it was, and nothing is made twice', async (t) => {
    const dying = new Error('killed')
    let pieces = 0
    const killed = freezeApart(register.deps.pool, searchNumber, async () => {
      if (++pieces > 4) throw dying
    })
    await t.rejects(killed, dying)
    const before = await register.sql('select piece, xmin::text from certificate_matches order by piece')
    t.equal(before.rows.length, 4)
    await makeStep(register.deps)
    const after = await register.sql('select piece, xmin::text from certificate_matches order by piece')
    t.same(after.rows.slice(0, 4), before.rows, 'pieces that were there are the same rows')
    t.equal(after.rows.length, COUNT / PIECE_MATCHES)
    await makeStep(register.deps)
    await register.sql(`update certificate_preparations set taken_until = clock_timestamp() + interval '1 minute'`)
    t.equal(await makeStep(register.deps), false, 'another process may be at work on it')
    t.match((await get(register, path)).json(), { partsDone: 1, parts: PARTS })
    await asIfKilledLongAgo(register)
    const first = await register.sql('select part, xmin::text from certificate_parts')
    await prepareAll(register)
    const parts = await register.sql('select part, xmin::text from certificate_parts order by part')
    t.same(parts.rows[0], first.rows[0])
    t.same(
      parts.rows.map(({ part }) => part),
      [1, 2, 3],
    )
  })

  await t.test('each part is a complete PDF, and each rank is printed once in all of them', async (t) => {
    const ranks: string[] = []
    for (let part = 1; part <= PARTS; part += 1) {
      const answer = await get(register, part === 1 ? path : `${path}?part=${part}`)
      t.equal(answer.statusCode, 200)
      t.match(answer.headers['content-disposition'], `encumbra-${searchNumber}-part-${part}-of-3.pdf`)
      t.equal(String(answer.headers.link).includes(`part=${part + 1}>; rel="next"`), part < PARTS)
      if (process.env.KEEP_PDF) writeFileSync(`${process.env.KEEP_PDF}/part-${part}.pdf`, answer.rawPayload)
      const pages = await readPdf(new Uint8Array(answer.rawPayload))
      const words = textOf(pages)
      const [from, until] = [(part - 1) * 2_000 + 1, Math.min(part * 2_000, COUNT)]
      t.match(words, `第${part}册，共3册Part${part}of3`)
      t.match(words, `ranks${from.toLocaleString('en')}to${until.toLocaleString('en')}of4,500`)
      t.match(words, '共查得4,500项在效登记')
      t.match(words, '各册齐全才是完整的结果')
      t.match(words, (searchNumber as string).slice(-4))
      t.match(words, `Page1of${pages.length}`)
      ranks.push(...ranksOf(pages))
    }
    t.same(
      ranks.map((each) => Number(each.replace(',', ''))),
      Array.from({ length: COUNT }, (_, at) => at + 1),
    )
  })

  await t.test('the facts are one canonical JSON text, and their hash is that of the whole', async (t) => {
    const checked = await register.call(undefined, {
      url: `/api/v1/certificates/${searchNumber}?code=${verificationCode}`,
    })
    const { facts, sha256, matchCount } = checked.json()
    t.equal(matchCount, COUNT)
    t.equal(facts.matches.length, COUNT)
    // No individual is in these: what the public reads is what was frozen.
    t.equal(createHash('sha256').update(canonicalBytes(facts)).digest('hex'), sha256)
    t.equal(facts.matches[COUNT - 1].acts.length, 1)
    const url = `/api/v1/certificates/${searchNumber}?code=${verificationCode}&limit=700&after=900`
    const page = (await register.call(undefined, { url })).json()
    t.same(page.facts.matches, facts.matches.slice(900, 1_600))
    t.match(page.next, /limit=700&after=1600$/)
    t.equal((await register.call(undefined, { url: `/api/v1/certificates/${searchNumber}` })).json().sha256, sha256)
  })

  await t.test('the page of the check shows it page by page', async (t) => {
    const url = `/verify/${searchNumber}?code=${verificationCode}&page=23`
    const seen = await register.app.inject({ url, headers: { 'accept-language': 'en' } })
    t.match(seen.body, /The certificate is genuine/)
    t.match(seen.body, '4,500 registrations in effect were found')
    t.match(seen.body, '4,401 to 4,500 of 4,500')
  })

  await t.test('parts that were kept long enough are made again, byte for byte', async (t) => {
    const kept = (await get(register, `${path}?part=2`)).rawPayload
    await forgetOldParts(register.deps.pool)
    const { rows } = await register.sql(
      `update certificate_parts set made_at = made_at - interval '31 days' returning part`,
    )
    t.equal(rows.length, 3, 'young ones stay')
    await forgetOldParts(register.deps.pool)
    t.equal((await register.sql('select from certificate_parts')).rowCount, 0)
    const again = await get(register, `${path}?part=2`)
    t.equal(again.statusCode, 200)
    t.ok(again.rawPayload.equals(kept))
  })

  await t.test('a piece that was altered is not shown', async (t) => {
    await register.sql(`set session_replication_role = replica;
      update certificate_matches set matches = '{}' where piece = 0; set session_replication_role = origin`)
    const url = `/api/v1/certificates/${searchNumber}?code=${verificationCode}&limit=1`
    t.equal((await register.call(undefined, { url })).statusCode, 500)
  })
})

t.test('two certificates take turns, and one of a destroyed registration is not made', async (t) => {
  const { register, search } = await openLarge(t, 2_200)
  const made = [await search(), await search()]
  for (const { searchNumber } of made) await get(register, `/api/v1/searches/${searchNumber}/certificate`)
  for (let at = 0; at < 4; at += 1) await makeStep(register.deps)
  const { rows } = await register.sql('select search_number, count(*)::int as count from certificate_parts group by 1')
  t.same(
    rows.map(({ count }) => count),
    [1, 1],
    'frozen each, then a part of each',
  )
  const third = await search()
  const path = `/api/v1/searches/${third.searchNumber}/certificate`
  await get(register, path)
  const dying = new Error('killed')
  let pieces = 0
  await freezeApart(register.deps.pool, third.searchNumber, async () => {
    if (++pieces > 2) throw dying
  }).catch(() => {})
  await register.sql(`set session_replication_role = replica;
    insert into destructions (decision, registration, ended_on, first_user, second_user, row_counts, sha256, complete, at, transaction)
      values (gen_random_uuid(), 5, '2001-01-01', 1, 2, '{}', sha256(''), true, now(), '1');
    delete from registrations where registration = 5;
    set session_replication_role = origin`)
  await prepareAll(register)
  t.equal((await get(register, path)).statusCode, 410)
  const left = await register.sql('select from certificate_matches where search_number = $1', [third.searchNumber])
  t.equal(left.rowCount, 0, 'nothing of it is left')
  t.equal((await get(register, `/api/v1/searches/${made[0]!.searchNumber}/certificate`)).statusCode, 200)
  const frozen = await register
    .sql(`delete from certificate_matches where search_number = $1`, [made[0]!.searchNumber])
    .catch((error) => error)
  t.equal(frozen.code, '23001', 'what is frozen stays')
})

t.test('by page, without scripts', async (t) => {
  const { register, search } = await openLarge(t, 2_200)
  const { searchNumber } = await search()
  const cookie = `session=${await register.sessionOf('searcher')}`
  const page = async (url: string) => {
    const answer = await register.app.inject({ url, headers: { cookie, 'accept-language': 'en' } })
    return { body: decode(answer.body), headers: answer.headers }
  }
  const path = `/searches/${searchNumber}/certificate`
  t.match((await page(`/searches/${searchNumber}`)).body, `href="${path}"`)
  const before = await page(path)
  t.match(before.body, /the certificate has 2 parts of 2,000 registrations/)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(before.body)![1]!
  const posted = await register.app.inject({
    method: 'POST',
    url: path,
    headers: { cookie, 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ _csrf: csrf }).toString(),
  })
  t.match(posted, { statusCode: 303, headers: { location: path } })
  await makeStep(register.deps)
  await makeStep(register.deps)
  const during = await page(path)
  t.match(during.body, 'In preparation: 1 of 2 parts are done.')
  t.equal(during.headers.refresh, '5')
  await prepareAll(register)
  const after = await page(path)
  t.notOk(after.headers.refresh)
  t.match(after.body, `href="/api/v1${path}?part=2"`)
  t.match(after.body, '2,001 to 2,200')
})

import t from 'tap'
import { removeUnnamedAttachments } from '../../src/attachments/remove-unnamed-attachments.ts'
import { indexCollateralTexts } from '../../src/collateral-texts/index-collateral-texts.ts'
import { beijingDate, systemClock } from '../../src/platform/clock.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { finishDestructions } from '../../src/retention/finish-destructions.ts'
import { proposeDestruction } from '../../src/retention/propose-destruction.ts'
import { followSearches } from '../../src/search-records/follow-searches.ts'
import { attached } from '../attachments/judgment.ts'
import * as files from '../attachments/sample-files.ts'
import type { TestRegister } from '../helpers/register.ts'
import { age, asSuperuser, type Body, canary, openAged, tablesWith, type Who } from './aged-register.ts'

const propose = (register: TestRegister) =>
  proposeDestruction(register.deps.pool, beijingDate(systemClock.nowMicroseconds()))

t.test('from the end to the destruction: kept for its parties, then nothing but hash and number', async (t) => {
  const aged = await openAged(t)
  const { register, call, get, file, act, both, approve, search, waiting, differences } = aged
  const upload = await register.call('operator', {
    method: 'POST',
    url: '/api/v1/attachments',
    payload: files.png(4, 4, [files.chunk('tEXt', Buffer.from(`Comment\0${canary.statement}`))]),
    headers: { 'content-type': 'application/octet-stream' },
  })
  const { collateral } = formOf('finance_lease')!.example as Body
  const filed = await file({
    collateral: { ...collateral, description: `${canary.name} ${canary.address}` },
    attachments: [{ sha256: upload.json().sha256, name: `${canary.name}.png` }],
  })
  const other = await file()
  const at = `/api/v1/registrations/${filed.registrationNumber}`
  const said = { statement: canary.statement, relation: canary.name }
  await call('searcher', 'POST', `${at}/discharge-demands`, said)
  await call('searcher', 'POST', `${at}/objections`, { ...said, demandedOn: '2026-11-02', refused: true })
  await call('operator', 'POST', `${at}/code-replacements`, { reason: canary.statement })
  await both(filed, 'corrections', {
    statement: canary.statement,
    changes: [{ type: 'rank_note', text: canary.statement }],
  })
  const found = await search()
  const unfrozen = await search('otherOperator')
  const genuine = (await get(undefined, found.links.verification)).json()
  const initial = (await get(undefined, `/api/v1/certificates/${filed.filingNumber}`)).json()
  await call('registrar', 'POST', `${at}/revocations`, {
    scope: 'registration',
    document: { issuer: canary.name, number: '1', issuedOn: '2026-11-03' },
    applicant: canary.name,
    ...attached,
  })
  const ended = await act(filed, 'discharges', { reason: 'other', reasonText: canary.statement })
  await act(other, 'discharges', { reason: 'debt_extinguished' })

  await t.test('after the end', async (t) => {
    t.same((await search()).matches, [], 'the public search does not find it')
    for (const who of ['operator', 'registrar', 'court'] as const) {
      const read = await get(who, at)
      t.match(read.json(), { status: 'discharged', keptUntil: /^20\d\d-\d\d-\d\d$/ }, who)
      t.equal((await get(who, `/api/v1/filings/${ended.filingNumber}/certificate`)).statusCode, 200, who)
    }
    t.equal((await get('otherOperator', at)).statusCode, 404)
    t.equal((await get('otherOperator', `/api/v1/filings/${ended.filingNumber}/certificate`)).statusCode, 404)
    t.equal(await propose(register), 0, 'nothing is due yet')
  })

  await indexCollateralTexts(register.deps)
  await age(register, 16)
  await register.sql(`update searches_followed set until = until - interval '17 years'`)
  await followSearches(register.deps)
  t.ok((await register.sql('select from searched_keys')).rowCount, 'searches are followed')
  t.same(await differences(), [], 'aged, it is whole')
  const holding = await tablesWith(register, canary.name)
  const expected = [
    'certificates',
    'collateral_texts',
    'decisions',
    'filing_attachments',
    'filing_contents',
    'registrations',
  ]
  t.same(
    expected.filter((each) => !holding.includes(each)),
    [],
    'and full of names',
  )

  await t.test('the job proposes, once; two people approve', async (t) => {
    const proposals = await Promise.all([propose(register), propose(register)])
    t.equal(proposals[0]! + proposals[1]!, 3, 'two registrations and the search records')
    t.equal(await propose(register), 0)
    const decision = (await waiting()).get(filed.registrationNumber)!
    const notices = (await get('registrar', '/api/v1/notices')).json().notices as Body[]
    t.match(
      notices.filter((each) => each.details?.act === 'destruction'),
      [{ kind: 'proposal_waiting' }],
    )
    t.match((await get('registrar', '/api/v1/retention')).json().due, [{ decision, held: false, approvals: 0 }, {}])
    for (const who of ['operator', 'searcher', 'court', undefined] as Who[])
      t.not((await get(who, '/api/v1/retention')).statusCode, 200, String(who))
    t.not((await approve('operator', decision)).statusCode, 202)

    const first = await approve('registrar', decision)
    t.equal(first.statusCode, 202, first.body)
    t.match(first.json(), { kind: 'destruction', status: 'proposed', votes: [{ place: 1 }] })
    t.equal((await get('registrar', at)).statusCode, 200, 'one is not enough')
    t.match((await approve('registrar', decision)).json(), { code: 'second_person_needed' })
    const second = await approve('secondRegistrar', decision)
    t.equal(second.statusCode, 200, second.body)
    t.match(second.json(), { status: 'carried_out', registrationNumber: filed.registrationNumber })
    t.equal((await approve('secondRegistrar', decision)).statusCode, 200, 'sent again, it is the same')
    t.equal(await finishDestructions(register.deps.pool), 0, 'nothing is left to finish')
  })

  await t.test('two approvals at once, and a third request, destroy once', async (t) => {
    const decision = (await waiting()).get(other.registrationNumber)!
    const answers = await Promise.all([
      approve('registrar', decision),
      approve('secondRegistrar', decision),
      approve('secondRegistrar', decision),
    ])
    t.ok(
      answers.some((each) => each.statusCode === 200),
      answers.map((each) => each.body).join(),
    )
    const { rows } = await register.sql('select first_user, second_user from destructions where decision = $1', [
      decision,
    ])
    t.equal(rows.length, 1)
    t.not(rows[0].first_user, rows[0].second_user)
  })

  await t.test('what is told of it then', async (t) => {
    for (const who of ['registrar', 'court'] as const) {
      t.match((await get(who, at)).json(), { status: 410, code: 'content_destroyed' }, who)
      t.equal((await get(who, `/api/v1/filings/${ended.filingNumber}/certificate`)).statusCode, 410)
    }
    for (const who of ['operator', 'searcher'] as const) {
      t.equal((await get(who, at)).statusCode, 404, who)
      t.equal((await get(who, `/api/v1/filings/${ended.filingNumber}/certificate`)).statusCode, 404)
    }
    t.same((await get('operator', '/api/v1/registrations')).json().registrations ?? [], [])
    const verify = async (query = '') =>
      (await get(undefined, `/api/v1/certificates/${filed.filingNumber}${query}`)).json()
    const stays = { genuine: true, kind: 'registration_certificate', issuedAt: /T/, sha256: initial.sha256 }
    t.match(await verify(), { ...stays, destroyed: true })
    const byCode = await verify(`?code=${filed.verificationCode}`)
    t.match(byCode, { ...stays, destroyed: true })
    t.notOk('facts' in byCode, 'no facts, even with the code')
    t.same(await verify('?code=WRONG'), { genuine: false })
    const acted = await call('operator', 'POST', `${at}/renewals`, {
      modificationCode: filed.modificationCode,
      additionalMonths: 1,
      declaration: true,
    })
    t.match(acted.json(), { status: 404, code: 'not_found' }, 'an act on it is refused')
    const again = await call('registrar', 'POST', `${at}/reinstatements`, {
      reason: 'own_error',
      statement: '误注销',
    })
    t.match(again.json(), { status: 410, code: 'content_destroyed' })
    t.match((await call('registrar', 'POST', `${at}/legal-holds`, { reason: '迟到' })).json(), { status: 410 })
  })

  await t.test('a search that found it still answers, with the number alone', async (t) => {
    const read = (await get('searcher', found.links.self)).json()
    t.same(read.matches, [])
    t.same(read.destroyedMatches, [filed.registrationNumber, other.registrationNumber])
    const verified = (await get(undefined, found.links.verification)).json()
    t.equal(verified.sha256, genuine.sha256, 'its certificate was frozen before')
    t.match((await get(undefined, unfrozen.links.verification)).json(), { genuine: true, destroyed: true })
    t.match((await get('otherOperator', unfrozen.links.certificate)).json(), { code: 'content_destroyed' })
    const asOf = { sequence: found.asOf.sequence }
    const query = { by: 'individualId', scheme: 'resident_id', value: canary.number, purpose: 'dispute', asOf }
    t.match((await call('court', 'POST', '/api/v1/searches', query)).json(), { status: 410, code: 'as_of_destroyed' })
  })

  await t.test('search records are destroyed by two people too', async (t) => {
    const decision = (await waiting()).get(null)!
    t.equal((await approve('secondRegistrar', decision)).statusCode, 202)
    t.match((await approve('registrar', decision)).json(), { status: 'carried_out', kind: 'search_destruction' })
    t.equal((await register.sql('select from searched_keys')).rowCount, 0, 'with what was derived of them')
    t.equal((await get('searcher', found.links.self)).statusCode, 404)
    t.match((await get(undefined, found.links.verification)).json(), {
      genuine: true,
      kind: 'search_certificate',
      sha256: genuine.sha256,
      destroyed: true,
    })
    t.equal(await propose(register), 0)
  })

  await t.test('no word of it is left; numbers, hashes and the order are', async (t) => {
    await asSuperuser(register, `update attachments set stored_at = stored_at - interval '1 year'`)
    await asSuperuser(register, `delete from attachment_uploads`)
    await removeUnnamedAttachments(register.deps.pool)
    const left = (await file({ debtors: (await example()).debtors })) as Body
    for (const [what, words] of Object.entries(canary)) t.same(await tablesWith(register, words), [], what)
    t.ok((await tablesWith(register, filed.registrationNumber)).includes('filings'))
    const { rows } = await register.sql(
      'select count(*)::int as n, max(sequence)::int as last, count(commitment)::int as hashes from filings',
    )
    t.equal(rows[0].n, rows[0].last, 'dense')
    t.equal(left.sequence, rows[0].last)
    t.equal(rows[0].hashes, rows[0].n)
    t.same(await differences(), [])
    const { rows: log } = await register.sql(
      'select row_counts, complete from destructions where registration is not null order by destruction limit 1',
    )
    t.match(log, [{ row_counts: { filingContents: 4, attachments: 2, dischargeDemands: 1 }, complete: true }])
  })

  async function example(): Promise<Body> {
    return (await get(undefined, '/api/v1/forms/finance_lease')).json().example
  }
})

t.test('an expired registration is due fifteen years after its last day, not after its filing', async (t) => {
  const { register, file, waiting } = await openAged(t)
  const filed = await file()
  await age(register, 15)
  t.equal(await propose(register), 0, 'filed fifteen years ago, expired fourteen years ago')
  await age(register, 2)
  t.equal(await propose(register), 1)
  t.ok((await waiting()).get(filed.registrationNumber))
})

t.test('a legal hold stops it, whenever it is placed', async (t) => {
  const { register, file, act, call, approve, waiting, get } = await openAged(t)
  const filed = await file()
  await act(filed, 'discharges', { reason: 'other', reasonText: '期满' })
  await age(register, 16)
  await propose(register)
  const at = `/api/v1/registrations/${filed.registrationNumber}/legal-holds`
  const decision = (await waiting()).get(filed.registrationNumber)!
  await approve('registrar', decision)

  t.equal((await call('operator', 'POST', at, { reason: '保全' })).statusCode, 403)
  t.match((await call('registrar', 'POST', at, { reason: ' ' })).json(), { errors: [{ code: 'text_blank' }] })
  const headers = { 'idempotency-key': 'hold-1' }
  const placed = await call('registrar', 'POST', at, { reason: '另案审理', document: '（2026）鄂01执保7号' }, headers)
  t.equal(placed.statusCode, 201, placed.body)
  t.same(
    (await call('registrar', 'POST', at, { reason: '另案审理', document: '（2026）鄂01执保7号' }, headers)).json(),
    placed.json(),
  )
  const { legalHold } = placed.json()
  t.match((await get('registrar', '/api/v1/retention')).json(), {
    due: [{ held: true }],
    holds: [{ legalHold, document: '（2026）鄂01执保7号', liftedAt: null }],
  })
  t.match((await approve('secondRegistrar', decision)).json(), { status: 409, code: 'legal_hold_stands' })
  t.equal(await finishDestructions(register.deps.pool), 0, 'nor does the job')
  const lift = (id = legalHold) => call('registrar', 'POST', `${at}/${id}/liftings`, { reason: '审结' })
  t.equal((await lift('00000000-0000-4000-8000-000000000000')).statusCode, 404)
  t.equal((await lift()).statusCode, 201)
  t.match((await lift()).json(), { status: 409, code: 'legal_hold_lifted' })
  t.match(
    (await approve('secondRegistrar', decision)).json(),
    { code: 'destruction_not_approved' },
    'what was approved before the hold does not count after it',
  )
  await asSuperuser(register, `update decisions set ends_at = clock_timestamp() - interval '1 day'`)
  t.equal(await propose(register), 1, 'it is proposed anew')
  const anew = (await waiting()).get(filed.registrationNumber)!
  await approve('registrar', anew)
  t.equal((await approve('secondRegistrar', anew)).statusCode, 200)
})

t.test('killed after the second vote, the job finishes; rejected, it stays', async (t) => {
  const { register, file, act, approve, waiting, call, get } = await openAged(t)
  const [one, two] = [await file(), await file()]
  for (const each of [one, two]) await act(each, 'discharges', { reason: 'other', reasonText: '期满' })
  await age(register, 16)
  await propose(register)
  const decisions = await waiting()
  const decision = decisions.get(one.registrationNumber)!
  await approve('registrar', decision)
  await asSuperuser(
    register,
    `insert into decision_votes (decision, place, user_id, vote)
     values ('${decision}', 2, ${register.people.secondRegistrar.userId}, 'approve')`,
  )
  t.equal((await get('registrar', `/api/v1/registrations/${one.registrationNumber}`)).statusCode, 200)
  const done = await Promise.all([finishDestructions(register.deps.pool), finishDestructions(register.deps.pool)])
  t.ok(done[0]! + done[1]! >= 1)
  t.equal((await get('registrar', `/api/v1/registrations/${one.registrationNumber}`)).statusCode, 410)
  const { rows } = await register.sql('select count(*)::int as n from destructions')
  t.equal(rows[0].n, 1, 'once')

  const rejected = decisions.get(two.registrationNumber)!
  const no = await call('registrar', 'POST', `/api/v1/decisions/${rejected}/rejections`, { reason: '有争议' })
  t.match(no.json(), { status: 'rejected' })
  t.match((await approve('secondRegistrar', rejected)).json(), { code: 'decision_ended' })
  t.equal(await propose(register), 0, 'not proposed again at once')
})

t.test('rebuild --check tells content that is gone without a log, and content that is left after one', async (t) => {
  const { register, file, act, approve, waiting, differences, sequenceOf } = await openAged(t)
  const [gone, destroyed] = [await file(), await file()]
  await act(destroyed, 'discharges', { reason: 'other', reasonText: '期满' })
  const sequence = await sequenceOf(gone)
  await asSuperuser(register, `create table kept as select * from filing_contents`)
  await asSuperuser(register, `delete from filing_contents where sequence = ${sequence}`)
  t.match(await differences(), [
    { table: 'filing_contents', registration: sequence, expected: `${sequence} its content` },
  ])
  await asSuperuser(register, `insert into filing_contents select * from kept where sequence = ${sequence}`)
  t.same(await differences(), [])

  await age(register, 16)
  await propose(register)
  const decision = (await waiting()).get(destroyed.registrationNumber)!
  await approve('registrar', decision)
  t.equal((await approve('secondRegistrar', decision)).statusCode, 200)
  const own = await sequenceOf(destroyed)
  await asSuperuser(register, `insert into filing_contents select * from kept where sequence = ${own}`)
  t.match(
    (await differences()).filter((each) => each.registration === own),
    [{ table: 'filing_contents', found: `${own} still there` }],
  )
})

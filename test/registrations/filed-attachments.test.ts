import { createHash, randomBytes } from 'node:crypto'
import t from 'tap'
import { removeUnnamedAttachments } from '../../src/attachments/remove-unnamed-attachments.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkDerived } from '../../src/registrations/rebuild.ts'
import * as files from '../attachments/sample-files.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Who = NonNullable<Parameters<TestRegister['call']>[0]>
type Body = Record<string, any>

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
const someFile = () => files.png(4, 4, [files.chunk('tEXt', randomBytes(16))])

async function upload(register: TestRegister, who: Who, bytes: Buffer): Promise<string> {
  const headers = { 'content-type': 'application/octet-stream' }
  const answer = await register.call(who, { method: 'POST', url: '/api/v1/attachments', payload: bytes, headers })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json().sha256
}

function file(register: TestRegister, attachments: unknown, who: Who = 'operator') {
  const payload = { ...(formOf('factoring')!.example as object), attachments }
  return register.call(who, { method: 'POST', url: '/api/v1/registrations', payload })
}

async function differences(register: TestRegister): Promise<unknown[]> {
  const found: unknown[] = []
  await checkDerived(register.deps.pool, (each) => found.push(each))
  return found
}

t.test('what a filing names', async (t) => {
  const register = await openRegister(t)
  const { account } = register.people.operator

  t.test('is a part of it, on the registration and on its certificate', async (t) => {
    const contract = files.pdf()
    const hashes = [await upload(register, 'operator', contract), await upload(register, 'operator', files.jpeg())]
    const answer = await file(register, [{ sha256: hashes[0], name: '融资租赁合同.pdf' }, { sha256: hashes[1] }])
    t.equal(answer.statusCode, 201, answer.body)
    const { registrationNumber, verificationCode, links } = answer.json()
    const whole = [
      { sha256: hashes[0], bytes: contract.length, mediaType: 'application/pdf', name: '融资租赁合同.pdf' },
      { sha256: hashes[1], bytes: files.jpeg().length, mediaType: 'image/jpeg' },
    ]
    const masked = whole.map(({ name: _name, ...rest }) => rest)
    for (const who of ['operator', 'administrator', 'registrar', 'court'] as const) {
      const read = (await register.call(who, { url: links.registration })).json()
      t.same(read.filings[0].attachments, whole, who)
      t.notOk('attachments' in read, 'they are the filing’s, and not the registration’s')
    }
    for (const who of ['searcher', 'otherOperator'] as const) {
      t.same((await register.call(who, { url: links.registration })).json().filings[0].attachments, masked, who)
    }
    const { facts } = (await register.call(undefined, { url: `${links.verification}?code=${verificationCode}` })).json()
    t.same(facts.attachments, masked)
    t.notOk('attachments' in facts.content)
    const { rows } = await register.sql('select facts from certificates where number = $1', [registrationNumber])
    t.same(JSON.parse(rows[0].facts).attachments, whole, 'the facts that are hashed hold the names')
    const pdf = await register.call('operator', { url: links.certificate })
    t.equal(pdf.statusCode, 200)
    t.same(await differences(register), [])
  })

  t.test('acts name theirs', async (t) => {
    const filed = (await file(register, [])).json()
    const sequence: Body[] = []
    for (const [path, body] of [
      ['renewals', { additionalMonths: 12 }],
      ['amendments', { changes: [{ type: 'rank_note', text: '与第三人约定顺位后移' }] }],
      ['discharges', { reason: 'debt_extinguished' }],
    ] as const) {
      const hash = await upload(register, 'operator', someFile())
      const answer = await register.call('operator', {
        method: 'POST',
        url: `${filed.links.registration}/${path}`,
        payload: {
          ...body,
          declaration: true,
          modificationCode: filed.modificationCode,
          attachments: [{ sha256: hash, name: `${path}.png` }],
        },
      })
      t.equal(answer.statusCode, 201, answer.body)
      const act = answer.json()
      sequence.push({ kind: path, hash, number: act.filingNumber })
      const certificate = await register.call('operator', { url: act.links.certificate })
      t.equal(certificate.statusCode, 200, certificate.body.slice(0, 200))
    }
    const { filings } = (await register.call('operator', { url: filed.links.registration })).json()
    t.same(
      filings.map(({ attachments }: Body) => attachments.map((each: Body) => each.name)),
      [[], ['renewals.png'], ['amendments.png'], ['discharges.png']],
    )
    for (const { hash, number } of sequence) {
      const url = `/api/v1/filings/${number}/attachments/${hash}`
      t.equal((await register.call('operator', { url })).statusCode, 200)
      t.equal((await register.call('searcher', { url })).statusCode, 404)
    }
    t.same(await differences(register), [])
  })

  t.test('what is refused, where, and by which code', async (t) => {
    const own = await upload(register, 'operator', someFile())
    const foreign = await upload(register, 'otherOperator', someFile())
    const unknown = sha256(randomBytes(8))
    const many = Array.from({ length: 21 }, () => ({ sha256: sha256(randomBytes(8)) }))
    const cases: [name: string, attachments: unknown, code: string, pointer: string][] = [
      ['nobody’s', [{ sha256: unknown }], 'attachment_unknown', '/attachments/0/sha256'],
      ['another account’s', [{ sha256: own }, { sha256: foreign }], 'attachment_unknown', '/attachments/1/sha256'],
      ['twice', [{ sha256: own }, { sha256: own }], 'attachment_listed_twice', '/attachments/1/sha256'],
      ['in capitals', [{ sha256: own.toUpperCase() }], 'format_wrong', '/attachments/0/sha256'],
      ['no hash', [{ name: 'a.pdf' }], 'field_missing', '/attachments/0/sha256'],
      ['21 of them', many, 'too_many', '/attachments'],
      ['a long name', [{ sha256: own, name: '长'.repeat(201) }], 'text_too_long', '/attachments/0/name'],
      ['no name', [{ sha256: own, name: '' }], 'text_too_short', '/attachments/0/name'],
      ['a blank name', [{ sha256: own, name: ' ' }], 'text_blank', '/attachments/0/name'],
      ['a name in two lines', [{ sha256: own, name: 'a\nb.pdf' }], 'character_not_allowed', '/attachments/0/name'],
      ['a name that turns', [{ sha256: own, name: 'a\u202efdp.exe' }], 'character_not_allowed', '/attachments/0/name'],
      ['bytes said too', [{ sha256: own, bytes: 3 }], 'field_unknown', '/attachments/0/bytes'],
    ]
    const { rows: before } = await register.sql('select last_sequence from register_head')
    for (const [name, attachments, code, pointer] of cases) {
      const answer = await file(register, attachments)
      t.equal(answer.statusCode, 422, name)
      t.match(answer.json().errors, [{ code, pointer }], name)
    }
    t.same((await register.sql('select last_sequence from register_head')).rows, before)
  })

  t.test('who may open it', async (t) => {
    const bytes = someFile()
    const hash = await upload(register, 'operator', bytes)
    const { filingNumber } = (await file(register, [{ sha256: hash, name: '合同 "副本";\\..\\a.exe' }])).json()
    const url = `/api/v1/filings/${filingNumber}/attachments/${hash}`
    for (const who of ['operator', 'administrator', 'registrar', 'court'] as const) {
      const answer = await register.call(who, { url })
      t.equal(answer.statusCode, 200, who)
      t.ok(answer.rawPayload.equals(bytes))
    }
    t.equal((await register.call(undefined, { url })).statusCode, 401)
    await upload(register, 'otherOperator', bytes)
    for (const who of ['searcher', 'otherOperator'] as const) {
      t.equal((await register.call(who, { url })).statusCode, 404, `${who}, even with bytes of their own`)
    }
    const other = (await file(register, [])).json().filingNumber
    for (const path of [
      `${other}/attachments/${hash}`,
      `${filingNumber}/attachments/${sha256(randomBytes(8))}`,
      `${filingNumber}/attachments/..%2f..`,
    ]) {
      t.equal((await register.call('operator', { url: `/api/v1/filings/${path}` })).statusCode, 404, path)
    }
    const { headers } = await register.call('operator', { url })
    t.match(headers, {
      'content-type': 'image/png',
      'content-length': bytes.length,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'content-disposition':
        'attachment; filename="__ ______.._a.exe.png"; ' +
        "filename*=UTF-8''%E5%90%88%E5%90%8C%20_%E5%89%AF%E6%9C%AC___.._a.exe.png",
    })
  })

  t.test('is never removed; what no filing names goes after seven days', async (t) => {
    const [named, unnamed, fresh, shared] = await Promise.all(
      Array.from({ length: 4 }, () => upload(register, 'operator', someFile())),
    )
    t.equal((await file(register, [{ sha256: named }])).statusCode, 201)
    await register.sql(
      `update attachment_uploads set uploaded_at = uploaded_at - interval '8 days'
      where sha256 = any(select decode(each, 'hex') from unnest($1::text[]) each)`,
      [[named, unnamed, shared]],
    )
    const again = await register.sql(
      `insert into attachment_uploads (account, sha256, actor)
      values ($1, decode($2, 'hex'), 1)`,
      [register.people.otherOperator.account, shared],
    )
    t.equal(again.rowCount, 1)
    await removeUnnamedAttachments(register.deps.pool)
    await removeUnnamedAttachments(register.deps.pool)
    const { rows } = await register.sql(
      `select encode(sha256, 'hex') as hash, (select count(*)::int from attachment_chunks c where c.sha256 = a.sha256) as chunks
       from attachments a where encode(sha256, 'hex') = any($1)`,
      [[named, unnamed, fresh, shared]],
    )
    t.same(new Map(rows.map((row) => [row.hash, row.chunks])), new Map([named, fresh, shared].map((each) => [each, 1])))
    for (const [hash, status] of [
      [unnamed, 422],
      [named, 422],
      [shared, 422],
      [fresh, 201],
    ] as const) {
      t.equal((await file(register, [{ sha256: hash }])).statusCode, status)
    }
    const left = await register.sql(`select count(*)::int as n from attachment_chunks c
      where not exists (select from attachments a where a.sha256 = c.sha256)`)
    t.equal(left.rows[0].n, 0)
  })

  t.test('a filing and the removal at the same moment: what was acknowledged is there', async (t) => {
    for (let round = 0; round < 12; round += 1) {
      const hash = await upload(register, 'operator', someFile())
      await register.sql(
        `update attachment_uploads set uploaded_at = uploaded_at - interval '8 days'
        where account = $1 and sha256 = decode($2, 'hex')`,
        [account, hash],
      )
      const [filed] = await Promise.all([
        file(register, [{ sha256: hash }]),
        ...Array.from({ length: 3 }, () => removeUnnamedAttachments(register.deps.pool)),
      ])
      t.ok(filed!.statusCode === 201 || filed!.json().code === 'attachment_unknown', filed!.body)
      if (filed!.statusCode !== 201) continue
      const url = `/api/v1/filings/${filed!.json().filingNumber}/attachments/${hash}`
      t.equal((await register.call('operator', { url })).statusCode, 200)
    }
    t.same(await differences(register), [])
  })
})

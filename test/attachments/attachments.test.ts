import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import t from 'tap'
import { ATTACHMENT_MAX_BYTES } from '../../src/attachments/attachment.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'
import * as files from './sample-files.ts'

const URL = '/api/v1/attachments'
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

type Who = Parameters<TestRegister['call']>[0]

function upload(
  register: TestRegister,
  payload: Buffer,
  type = 'application/octet-stream',
  who: Who | null = 'operator',
) {
  return register.call(who ?? undefined, { method: 'POST', url: URL, payload, headers: { 'content-type': type } })
}

async function counts(register: TestRegister): Promise<Record<string, number>> {
  const { rows } = await register.sql(
    `select (select count(*)::int from attachments) as attachments, (select count(*)::int from attachment_uploads) as uploads,
       (select count(*)::int from attachment_chunks) as chunks`,
  )
  return rows[0]
}

t.test('POST /api/v1/attachments', async (t) => {
  const register = await openRegister(t)

  t.test('takes PDF, JPEG and PNG by their content, and stores them by their hash', async (t) => {
    for (const [bytes, mediaType] of [
      [files.pdf(), 'application/pdf'],
      [files.jpeg(), 'image/jpeg'],
      [Buffer.concat([files.jpeg(), Buffer.alloc(40), files.jpeg(2, 2)]), 'image/jpeg'],
      [files.png(), 'image/png'],
    ] as const) {
      for (const declared of ['application/octet-stream', mediaType]) {
        const answer = await upload(register, bytes, declared)
        t.equal(answer.statusCode, 201, answer.body)
        t.same(answer.json(), { sha256: sha256(bytes), bytes: bytes.length, mediaType })
      }
    }
    t.same(await counts(register), { attachments: 4, uploads: 4, chunks: 4 }, 'each once')
  })

  t.test('what is refused, and by which code', async (t) => {
    const before = await counts(register)
    const [pdf, png, jpeg] = [files.pdf(), files.png(), files.jpeg()]
    const octets = 'application/octet-stream'
    const cases: [name: string, bytes: Buffer, type: string, status: number, code: string][] = [
      ['no bytes', Buffer.alloc(0), octets, 422, 'attachment_empty'],
      ['no bytes, said to be a PDF', Buffer.alloc(0), 'application/pdf', 422, 'attachment_empty'],
      ['20 MiB and a byte', randomBytes(ATTACHMENT_MAX_BYTES + 1), octets, 413, 'attachment_too_large'],
      ['a ZIP', files.zip(), octets, 415, 'attachment_type_not_allowed'],
      ['a GIF', files.gif(), octets, 415, 'attachment_type_not_allowed'],
      ['a GIF, said to be a PNG', files.gif(), 'image/png', 415, 'attachment_type_not_allowed'],
      ['an SVG with a script', files.svg(), octets, 415, 'attachment_type_not_allowed'],
      ['a page, said to be a PDF', files.page(), 'application/pdf', 415, 'attachment_type_not_allowed'],
      ['noise', randomBytes(5_000), octets, 415, 'attachment_type_not_allowed'],
      ['a program', Buffer.concat([Buffer.from('MZ'), randomBytes(500)]), octets, 415, 'attachment_type_not_allowed'],
      ['a PNG, said to be a PDF', png, 'application/pdf', 422, 'attachment_type_mismatch'],
      ['a PDF, said to be a PNG', pdf, 'image/png', 422, 'attachment_type_mismatch'],
      ['a PDF cut off half way', pdf.subarray(0, pdf.length >> 1), octets, 422, 'attachment_incomplete'],
      ['a PDF without its last line', pdf.subarray(0, -7), octets, 422, 'attachment_incomplete'],
      ['a PNG cut off half way', png.subarray(0, png.length >> 1), octets, 422, 'attachment_incomplete'],
      ['a PNG without its last chunk', png.subarray(0, -12), octets, 422, 'attachment_incomplete'],
      ['a JPEG cut off half way', jpeg.subarray(0, jpeg.length >> 1), octets, 422, 'attachment_incomplete'],
      ['a JPEG without its end', jpeg.subarray(0, -2), octets, 422, 'attachment_incomplete'],
      ['a PNG with a bit turned', turned(png, 50), octets, 422, 'attachment_malformed'],
      ['a page behind the mark of a PNG', Buffer.concat([files.pngSignature, files.page()]), octets, 422, ''],
      ['a page behind the mark of a JPEG', Buffer.concat([jpeg.subarray(0, 4), files.page()]), octets, 422, ''],
      ['a PDF with a ZIP behind it', Buffer.concat([pdf, files.zip()]), octets, 422, 'attachment_trailing_data'],
      ['a PNG with a page behind it', Buffer.concat([png, files.page()]), octets, 422, 'attachment_trailing_data'],
      ['a JPEG with a ZIP behind it', Buffer.concat([jpeg, files.zip()]), octets, 422, 'attachment_trailing_data'],
      ['a ZIP that hides in a PDF', hidden(), octets, 422, 'attachment_trailing_data'],
      ['a PNG that holds a ZIP', files.png(4, 4, [hiddenInPng()]), octets, 422, 'attachment_trailing_data'],
      ['a PDF behind a page', Buffer.concat([files.page(), pdf]), octets, 415, 'attachment_type_not_allowed'],
      ['an encrypted PDF', files.encryptedPdf(), octets, 422, 'attachment_encrypted'],
      ['a PDF with a script', files.pdfWithScript(), octets, 422, 'attachment_has_script'],
      ['a PDF with a script on a page', files.pdfWithPageScript(), octets, 422, 'attachment_has_script'],
      ['a PDF with a script written otherwise', files.pdfWithEscapedScript(), octets, 422, 'attachment_has_script'],
      ['a PDF that starts a program', files.pdfThatLaunches(), octets, 422, 'attachment_has_script'],
      ['the same, compressed', files.pdfWithHiddenLaunch(), octets, 422, 'attachment_has_script'],
      ['a PDF with a dynamic form', files.pdfWithDynamicForm(), octets, 422, 'attachment_has_script'],
      ['a PDF that swells', files.pdfBomb(), octets, 422, 'attachment_too_complex'],
      ['a PDF without pages', withoutPages(), octets, 422, 'attachment_malformed'],
      ['a PNG of a million pixels a side', files.png(1_000_000, 1_000_000), octets, 422, 'attachment_too_complex'],
      ['a JPEG of 4,000 million pixels', files.jpeg(65_535, 65_535), octets, 422, 'attachment_too_complex'],
      ['JSON', Buffer.from('{}'), 'application/json', 415, 'media_type_not_supported'],
      ['a form', Buffer.from('a=b'), 'application/x-www-form-urlencoded', 415, 'media_type_not_supported'],
    ]
    for (const [name, bytes, type, status, code] of cases) {
      const answer = await upload(register, bytes, type)
      t.equal(answer.statusCode, status, `${name}: ${answer.body}`)
      if (code) t.equal(answer.json().code, code, name)
    }
    t.same(await counts(register), before, 'nothing is kept')
  })

  t.test('exactly 20 MiB are taken', async (t) => {
    const bytes = files.pdfOf(ATTACHMENT_MAX_BYTES)
    const answer = await upload(register, bytes)
    t.equal(answer.statusCode, 201, answer.body)
    t.same(answer.json(), { sha256: sha256(bytes), bytes: ATTACHMENT_MAX_BYTES, mediaType: 'application/pdf' })
  })
})

function withoutPages(): Buffer {
  return Buffer.from(files.pdf().toString('latin1').replace('[3 0 R] /Count 1', '[     ] /Count 0'), 'latin1')
}

function turned(bytes: Buffer, at: number): Buffer {
  const copy = Buffer.from(bytes)
  copy[at]! ^= 1
  return copy
}

/** A PDF in which the closing record of an archive counts the rest of the file as its comment. */
function hidden(): Buffer {
  const made = files.pdf({ objects: [files.stream('', files.endOfArchive())] })
  const at = made.indexOf('PK')
  made.writeUInt16LE(made.length - at - 22, at + 20)
  return made
}

function hiddenInPng(): Buffer {
  const rest = files.png().length
  return files.chunk('tEXt', files.endOfArchive(rest))
}

t.test('ways to send it', async (t) => {
  const register = await openRegister(t)
  const bytes = files.png()

  t.test('as the one file of a form', async (t) => {
    const form = (...parts: [name: string, content: Buffer | string, type?: string][]) => multipart(parts)
    const post = (made: ReturnType<typeof multipart>, headers = {}) =>
      register.call('operator', {
        method: 'POST',
        url: URL,
        payload: made.body,
        headers: { ...made.headers, ...headers },
      })
    const whole = await post(form(['file', bytes, 'image/png']))
    t.equal(whole.statusCode, 201, whole.body)
    t.same(whole.json(), { sha256: sha256(bytes), bytes: bytes.length, mediaType: 'image/png' })
    for (const [name, made, status, code] of [
      ['two files', form(['a', bytes, 'image/png'], ['b', bytes, 'image/png']), 422, 'attachment_not_one_file'],
      ['no file', form(['a', 'text']), 422, 'attachment_not_one_file'],
      ['an empty file', form(['a', Buffer.alloc(0), 'image/png']), 422, 'attachment_empty'],
      ['another type', form(['a', bytes, 'application/pdf']), 422, 'attachment_type_mismatch'],
      ['too large', form(['a', randomBytes(ATTACHMENT_MAX_BYTES + 1)]), 413, 'attachment_too_large'],
    ] as const) {
      const answer = await post(made)
      t.equal(answer.statusCode, status, name)
      t.equal(answer.json().code, code, name)
    }
    const cut = form(['file', bytes, 'image/png'])
    const broken = await post({ ...cut, body: cut.body.subarray(0, cut.body.length - 60) })
    t.equal(broken.statusCode, 400, broken.body)
    const crossed = await post(form(['file', bytes, 'image/png']), { origin: 'https://evil.example' })
    t.equal(crossed.json().code, 'csrf_token_wrong')
  })

  t.test('a form under a session needs its token', async (t) => {
    const session = await register.sessionOf('operator')
    const { body, headers } = multipart([['file', bytes, 'image/png']])
    const answer = await register.app.inject({ method: 'POST', url: URL, payload: body, headers, cookies: { session } })
    t.equal(answer.statusCode, 403)
    t.equal(answer.json().code, 'csrf_token_wrong')
  })

  t.test('who may', async (t) => {
    for (const [who, status] of [
      ['operator', 201],
      ['administrator', 201],
      ['searcher', 201],
      ['registrar', 201],
      ['court', 403],
      [null, 401],
    ] as const) {
      t.equal((await upload(register, bytes, 'image/png', who)).statusCode, status, String(who))
    }
  })

  t.test('the same bytes at once, from several accounts: stored once, answered the same', async (t) => {
    const many = files.png(8, 8, [files.chunk('tEXt', randomBytes(2_000_000))])
    const who = ['operator', 'otherOperator', 'searcher', 'operator', 'registrar', 'operator'] as const
    const answers = await Promise.all(who.map((each) => upload(register, many, 'image/png', each)))
    for (const answer of answers) {
      t.equal(answer.statusCode, 201)
      t.same(answer.json(), { sha256: sha256(many), bytes: many.length, mediaType: 'image/png' })
    }
    const { rows } = await register.sql(
      `select bytes, (select count(*)::int from attachment_chunks c where c.sha256 = a.sha256) as chunks,
         (select count(*)::int from attachment_uploads u where u.sha256 = a.sha256) as uploads,
         (select sum(octet_length(content))::int from attachment_chunks c where c.sha256 = a.sha256) as stored,
         (select encode(sha256(string_agg(content, ''::bytea order by place)), 'hex')
            from attachment_chunks c where c.sha256 = a.sha256) as hash
       from attachments a where sha256 = decode($1, 'hex')`,
      [sha256(many)],
    )
    t.same(rows, [{ bytes: many.length, chunks: 4, uploads: 4, stored: many.length, hash: sha256(many) }])
  })

  t.test('an Idempotency-Key answers again, and is refused for another file', async (t) => {
    const send = (payload: Buffer) =>
      register.call('operator', {
        method: 'POST',
        url: URL,
        payload,
        headers: { 'content-type': 'image/png', 'idempotency-key': 'upload-1' },
      })
    const [first, second] = [await send(bytes), await send(bytes)]
    t.equal(second.statusCode, 201)
    t.same(second.json(), first.json())
    t.equal(second.headers['idempotency-replayed'], 'true')
    t.equal((await send(files.png(5, 5))).json().code, 'idempotency_key_reused')
  })

  t.test('too many in an hour', async (t) => {
    const { account } = register.people.searcher
    await register.sql(
      `with made as (insert into attachments (sha256, bytes, media_type)
         select sha256(n::text::bytea), 1, 'image/png' from generate_series(1, 100) n returning sha256)
       insert into attachment_uploads (account, sha256, actor) select $1, sha256, 1 from made`,
      [account],
    )
    const answer = await upload(register, files.png(6, 6), 'image/png', 'searcher')
    t.equal(answer.statusCode, 429)
    t.equal(answer.json().code, 'attachment_uploads_too_many')
  })
})

t.test('over the wire', async (t) => {
  const register = await openRegister(t)
  const url = await register.app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = new globalThis.URL(url)
  const authorization = `Bearer ${register.people.operator.apiKey}`
  const head = (length: number) =>
    `POST ${URL} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: ${authorization}\r\n` +
    `Content-Type: application/pdf\r\nContent-Length: ${length}\r\n\r\n`

  t.test('an upload that is broken off leaves nothing', async (t) => {
    const bytes = files.pdfOf(3_000_000)
    const before = new Set(uploadsNamed())
    for (const sent of [0, 1, 1_500_000, bytes.length - 1]) {
      const socket = connect(Number(port), '127.0.0.1')
      await once(socket, 'connect')
      socket.write(head(bytes.length))
      socket.write(bytes.subarray(0, sent))
      await new Promise((resolve) => setTimeout(resolve, 100))
      socket.destroy()
      await once(socket, 'close')
    }
    const seen = uploadsNamed().filter((name) => !before.has(name))
    await new Promise((resolve) => setTimeout(resolve, 500))
    t.same(await counts(register), { attachments: 0, uploads: 0, chunks: 0 })
    // Other tests upload at the same time: a name that is seen once goes in an instant, one that is seen twice stays.
    const left = uploadsNamed().filter((name) => seen.includes(name))
    t.same(left, [], 'and on the disk no name')
  })

  t.test('one that is too large is answered before it has come', async (t) => {
    const socket = connect(Number(port), '127.0.0.1')
    await once(socket, 'connect')
    socket.write(head(ATTACHMENT_MAX_BYTES + 1))
    const [answer] = await once(socket, 'data')
    t.match(String(answer), /^HTTP\/1\.1 413 /)
    socket.destroy()
  })

  t.test('a chunked body that never ends is stopped at 20 MiB', async (t) => {
    const chunk = randomBytes(1024 * 1024)
    let sent = 0
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        sent += 1
        if (sent > 200) return controller.close()
        controller.enqueue(chunk)
      },
    })
    const headers = { authorization, 'content-type': 'application/pdf' }
    const answer = await fetch(`${url}${URL}`, {
      method: 'POST',
      body: endless,
      headers,
      duplex: 'half',
    } as RequestInit)
    t.equal(answer.status, 413)
    t.match(await answer.json(), { code: 'attachment_too_large' })
    t.same(await counts(register), { attachments: 0, uploads: 0, chunks: 0 })
  })

  t.test('20 MiB come back as they went in, chunk by chunk', async (t) => {
    const bytes = files.pdfOf(ATTACHMENT_MAX_BYTES)
    const headers = { authorization, 'content-type': 'application/pdf' }
    const sent = await fetch(`${url}${URL}`, { method: 'POST', body: new Uint8Array(bytes), headers })
    t.equal(sent.status, 201)
    const { sha256: hash } = (await sent.json()) as { sha256: string }
    const payload = { ...(formOf('factoring')!.example as object), attachments: [{ sha256: hash }] }
    const filed = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
    const path = `/api/v1/filings/${filed.json().filingNumber}/attachments/${hash}`
    const answer = await fetch(`${url}${path}`, { headers: { authorization } })
    t.equal(answer.headers.get('content-length'), String(bytes.length))
    const read = createHash('sha256')
    let largest = 0
    for await (const part of answer.body as unknown as AsyncIterable<Uint8Array>) {
      largest = Math.max(largest, part.length)
      read.update(part)
    }
    t.equal(read.digest('hex'), hash)
    t.ok(largest <= 1024 * 1024, 'in pieces')
  })
})

/** A form as a browser sends it. Content given as a buffer is a file. */
function multipart(parts: [name: string, content: Buffer | string, type?: string][]) {
  const boundary = `----encumbra${randomBytes(8).toString('hex')}`
  const pieces = parts.flatMap(([name, content, type = 'application/octet-stream']) => {
    const named = typeof content === 'string' ? '' : `; filename="${name}.bin"\r\nContent-Type: ${type}`
    return [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"${named}\r\n\r\n`),
      Buffer.from(content),
      Buffer.from('\r\n'),
    ]
  })
  const body = Buffer.concat([...pieces, Buffer.from(`--${boundary}--\r\n`)])
  return { body, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

function uploadsNamed(): string[] {
  return readdirSync(tmpdir()).filter((name) => name.startsWith('encumbra-upload-'))
}

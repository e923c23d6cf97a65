import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import t from 'tap'
import { connectToEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { type RegisterProcess, request, startProcess } from '../helpers/processes.ts'

/*
 * With sandbox.json alone, over HTTP alone: file each of the seven types, search each debtor, fetch both PDFs, verify
 * both by number. Then again after a restart: the secrets are the same, and so is every fact.
 */
t.test('the main job, with sandbox.json alone', async (t) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-sandbox-'))
  let running: RegisterProcess = await startProcess({ DATA_DIR: dataDir })
  t.teardown(async () => {
    await running.kill('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  })
  const sandbox = () => JSON.parse(readFileSync(join(dataDir, 'sandbox.json'), 'utf8'))
  const first = sandbox()

  t.test('sandbox.json holds what the contract names, for its owner only', async (t) => {
    const person = { loginName: /./, password: /./, apiKey: /^enc_/ }
    t.match(first, {
      url: running.url,
      operator: person,
      otherOperator: person,
      administrator: person,
      searcher: person,
      registrars: [person, person],
    })
    t.equal(statSync(join(dataDir, 'sandbox.json')).mode & 0o777, 0o600)
    t.match(running.output(), /SANDBOX/)
  })

  const filed: { answer: any; body: any }[] = []
  t.test('files the seven examples, finds their debtors, fetches and verifies both certificates', async (t) => {
    const { url, operator, searcher } = first
    const { body: list } = await request(`${url}/api/v1/forms`, { apiKey: operator.apiKey })
    t.equal(list.forms.length, 7)
    for (const { securityType } of list.forms) {
      const { body: form } = await request(`${url}/api/v1/forms/${securityType}`, { apiKey: operator.apiKey })
      const { status, body: answer } = await request(`${url}/api/v1/registrations`, {
        apiKey: operator.apiKey,
        body: form.example,
      })
      t.equal(status, 201, securityType)
      filed.push({ answer, body: form.example })

      const [debtor] = form.example.debtors
      const by =
        debtor.kind === 'individual'
          ? { by: 'individualId', ...debtor.identifier }
          : debtor.name
            ? { by: 'organizationName', name: debtor.name, identifier: debtor.identifier }
            : { by: 'organizationIdentifier', ...debtor.identifier }
      const made = await request(`${url}/api/v1/searches`, {
        apiKey: searcher.apiKey,
        body: { ...by, purpose: 'before_transaction' },
      })
      t.equal(made.status, 201)
      t.ok(made.body.matches.some((match: any) => match.registrationNumber === answer.registrationNumber))
      t.ok(made.body.asOf.sequence >= answer.sequence)

      for (const [path, apiKey, number, code] of [
        [
          `/api/v1/filings/${answer.filingNumber}/certificate`,
          operator.apiKey,
          answer.filingNumber,
          answer.verificationCode,
        ],
        [
          `/api/v1/searches/${made.body.searchNumber}/certificate`,
          searcher.apiKey,
          made.body.searchNumber,
          made.body.verificationCode,
        ],
      ]) {
        const pdf = await fetch(url + path, { headers: { authorization: `Bearer ${apiKey}` } })
        t.equal(pdf.headers.get('content-type'), 'application/pdf')
        t.equal(
          Buffer.from(await pdf.arrayBuffer())
            .subarray(0, 5)
            .toString(),
          '%PDF-',
        )
        const bare = (await (await fetch(`${url}/api/v1/certificates/${number}`)).json()) as any
        t.equal(bare.genuine, true)
        t.notOk(bare.facts)
        const full = (await (await fetch(`${url}/api/v1/certificates/${number}?code=${code}`)).json()) as any
        t.equal(full.facts.number, number)
        t.equal(full.sha256, bare.sha256)
      }
    }
  })

  t.test('samples of all seven types are there, and read like real ones', async (t) => {
    const cluster = await connectToEmbeddedPostgres(dataDir)
    const client = new pg.Client({ connectionString: cluster!.applicationUrl, options: '-c role=registry_app' })
    await client.connect()
    const { rows } = await client.query(
      `select count(*)::int as samples, count(distinct security_type)::int as types, count(distinct account)::int as filers
       from registrations where filer_reference like 'SAMPLE-%'`,
    )
    await client.end()
    t.ok(rows[0].samples >= 30)
    t.same([rows[0].types, rows[0].filers], [7, 2])
  })

  t.test('health, metrics, OpenAPI and its page', async (t) => {
    for (const path of ['/health/live', '/health/ready', '/metrics', '/openapi.json', '/docs']) {
      const answer = await fetch(first.url + path)
      t.equal(answer.status, 200, path)
      await answer.arrayBuffer()
    }
    const metrics = await (await fetch(`${first.url}/metrics`)).text()
    t.match(metrics, /http_request_seconds_count\{.*route="\/api\/v1\/registrations"/)
    t.notMatch(metrics, filed[0]!.answer.registrationNumber, 'no number is a label')
  })

  t.test('a second start on the same folder is refused by the name of the running process', async (t) => {
    await t.rejects(startProcess({ DATA_DIR: dataDir }), { message: new RegExp(String(running.child.pid)) })
  })

  t.test('after a restart: the same secrets, a fresh url, the same facts', async (t) => {
    await running.kill('SIGTERM')
    t.equal(running.child.exitCode, 0)
    running = await startProcess({ DATA_DIR: dataDir })
    const again = sandbox()
    t.equal(again.url, running.url)
    t.same({ ...again, url: '' }, { ...first, url: '' })
    for (const { answer } of filed) {
      const read = await request(`${again.url}/api/v1/registrations/${answer.registrationNumber}`, {
        apiKey: again.operator.apiKey,
      })
      t.match(read.body, {
        status: 'in_effect',
        expiresOn: answer.expiresOn,
        filings: [{ sequence: answer.sequence, filedAt: answer.filedAt }],
      })
    }
  })
})

t.test('with DATABASE_URL or a public host no sandbox is made', async (t) => {
  const { openRegister } = await import('../helpers/register.ts')
  const register = await openRegister(t, { sandbox: false })
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-none-'))
  const running = await startProcess({ DATABASE_URL: register.database.url, DATA_DIR: dataDir, ROLE: 'web' })
  t.teardown(async () => {
    await running.kill('SIGTERM')
    rmSync(dataDir, { recursive: true, force: true })
  })
  t.notOk(existsSync(join(dataDir, 'sandbox.json')))
  t.notMatch(running.output(), 'SANDBOX')
})

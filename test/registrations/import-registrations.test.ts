import { execFile } from 'node:child_process'
import { appendFileSync, createReadStream, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import t from 'tap'
import { projectRoot } from '../../src/config.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister } from '../helpers/register.ts'

/*
 * `npm run registry -- import`, as a person runs it: a generated file is filed whole, a second run files nothing twice,
 * and every debtor is found however the name is typed.
 */
const COUNT = process.env.LONG ? 20_000 : 600

type Line = Record<string, any>

function run(args: string[], env: Record<string, string>): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((done) => {
    const options = { env: { PATH: process.env.PATH, ...env }, maxBuffer: 64 * 1024 * 1024 }
    const child = execFile(process.execPath, args, options, (_error, stdout, stderr) => {
      done({ code: child.exitCode ?? -1, stdout, stderr })
    })
  })
}

t.test('import', { timeout: 600_000 }, async (t) => {
  const register = await openRegister(t)
  const env = { DATABASE_URL: register.database.url }
  const folder = mkdtempSync(join(tmpdir(), 'encumbra-import-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'lines.ndjson')
  const report = `${file}.report.ndjson`
  const main = resolve(projectRoot, 'src/main.ts')
  const bench = resolve(projectRoot, 'test/bench/main.ts')
  const login = register.people.operator.loginName
  const filings = async () => (await register.sql('select count(*)::int as n from filings')).rows[0].n

  t.test(`files ${COUNT} generated registrations without a refusal`, async (t) => {
    const made = await run(
      [bench, 'names', '--count', String(COUNT), '--seed', '7', '--as', 'registrations', '--out', file],
      {},
    )
    t.equal(made.code, 0, made.stderr)
    const imported = await run([main, 'import', file, '--as', login], env)
    t.equal(imported.code, 0, imported.stderr)
    t.match(imported.stdout, `${COUNT} lines: ${COUNT} filed, 0 duplicates, 0 refused`)
    t.equal(await filings(), COUNT)
    const lines = readFileSync(report, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    t.equal(lines.length, COUNT)
    t.ok(lines.every((line) => line.outcome === 'filed' && /^[0-9A-F]{32}$/.test(line.modificationCode)))
    t.equal(statSync(report).mode & 0o777, 0o600, 'the report holds modification codes: its owner only')
  })

  t.test('a second run files nothing twice', async (t) => {
    const again = await run([main, 'import', file, '--as', login], env)
    t.equal(again.code, 0, again.stderr)
    t.match(again.stdout, `${COUNT} lines: 0 filed, ${COUNT} duplicates, 0 refused`)
    t.equal(await filings(), COUNT)
  })

  t.test('every debtor is found by its name, however it is typed', async (t) => {
    let searched = 0
    let missed = 0
    for await (const line of createInterface({ input: createReadStream(file) })) {
      const body = JSON.parse(line) as Line
      const debtor = body.debtors.find((each: Line) => each.kind === 'organization' && each.name)
      if (!debtor) continue
      searched += 1
      const payload = { by: 'organizationName', name: retyped(debtor.name, searched), purpose: 'before_transaction' }
      const answer = await register.call('searcher', { method: 'POST', url: '/api/v1/searches', payload })
      const found = answer
        .json()
        .matches?.some((match: Line) =>
          match.debtors.some((each: Line) => each.identifier.value === debtor.identifier.value),
        )
      if (!found) {
        missed += 1
        t.comment(`${payload.name}: ${answer.body.slice(0, 300)}`)
      }
    }
    t.ok(searched > COUNT / 2)
    t.equal(missed, 0)
  })

  t.test('refused lines are told by line, code and field; the others are filed', async (t) => {
    const mixed = join(folder, 'mixed.ndjson')
    const good: Line = { ...formOf('factoring')!.example, filerReference: 'M-1' }
    const { filerReference: _none, ...nameless } = good
    writeFileSync(
      mixed,
      `${JSON.stringify(good)}\n{"not json\n\n${JSON.stringify({ ...good, termMonths: 0, filerReference: 'M-2' })}\n`,
    )
    appendFileSync(mixed, `${JSON.stringify({ ...good, securityType: 'ship_mortgage' })}\n`)
    appendFileSync(mixed, `${JSON.stringify(nameless)}\n${JSON.stringify(nameless)}\n${JSON.stringify(good)}\n`)
    const out = join(folder, 'mixed.report')
    const before = await filings()
    const first = await run([main, 'import', mixed, '--as', login, '--out', out], env)
    t.equal(first.code, 1)
    t.match(first.stdout, '7 lines: 3 filed, 1 duplicates, 3 refused')
    t.match(first.stderr, /line 2: \/ request_malformed/)
    t.match(first.stderr, /line 4: \/termMonths number_out_of_range/)
    t.match(first.stderr, /line 5: \/securityType asset_not_registrable_here/)
    t.equal(await filings(), before + 3, 'two equal lines without a reference are two registrations')
    const second = await run([main, 'import', mixed, '--as', login, '--out', out], env)
    t.match(second.stdout, '7 lines: 0 filed, 4 duplicates, 3 refused', 'and a second run still files nothing twice')
    const codes = readFileSync(out, 'utf8')
      .split('\n')
      .filter((line) => line.includes('modificationCode'))
    t.equal(codes.length, 3, 'the second run keeps the codes of the first')
  })

  t.test('what cannot start says so with exit code 2', async (t) => {
    t.match(await run([main, 'import', file, '--as', 'nobody'], env), { code: 2, stderr: /no user nobody/ })
    t.match(await run([main, 'import', file, '--as', 'searcher'], env), { code: 2, stderr: /may not register/ })
    t.match(await run([main, 'import', join(folder, 'none'), '--as', login], env), { code: 2 })
    t.match(await run([main, 'import'], env), { code: 2, stderr: /--as LOGIN/ })
    t.match(await run([main, 'import', '--help'], env), { code: 0, stdout: /Exit codes/ })
    t.match(await run([main, 'conquer'], env), { code: 2, stderr: /no command/ })
  })
})

/** The same name as somebody else would type it, under search logic 1. */
function retyped(name: string, at: number): string {
  const variants: ((name: string) => string)[] = [
    (each) => each.replaceAll('（', '(').replaceAll('）', ')'),
    (each) => each.replaceAll('(', '（').replaceAll(')', '）'),
    (each) => ` ${Array.from(each).join(' ')}\u3000`,
    (each) => each.toUpperCase(),
    (each) => `\ufeff${each.replaceAll('（', '【').replaceAll('）', '】')}\n`,
    (each) => each.replace(/[A-Za-z0-9]/g, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
    (each) => each.replaceAll('·', '•'),
  ]
  return variants[at % variants.length]!(name)
}

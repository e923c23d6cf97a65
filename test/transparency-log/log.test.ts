import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { checkLog } from '../../src/transparency-log/check-log.ts'
import { parseCheckpointText } from '../../src/transparency-log/checkpoint.ts'
import { type LogSigner, loadLogSigner } from '../../src/transparency-log/log-key.ts'
import { leafHash, rootOf } from '../../src/transparency-log/merkle.ts'
import { includes, isConsistent } from '../../src/transparency-log/proofs.ts'
import { publishLog, requireKnownHead } from '../../src/transparency-log/publish-log.ts'
import { openNote, parseVerifierKey } from '../../src/transparency-log/signed-note.ts'
import { loadRegister } from '../bench/load-register.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

type Json = Record<string, any>

async function openLog(t: Test): Promise<{ register: TestRegister; signer: LogSigner; folder: string }> {
  const register = await openRegister(t)
  const folder = mkdtempSync(join(tmpdir(), 'encumbra-log-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const place = { dataDir: folder, logKeyFile: undefined, logOrigin: 'register.example/log' }
  const signer = await loadLogSigner(register.deps.pool, place, { make: true })
  return { register, signer: signer!, folder }
}

async function file(register: TestRegister): Promise<Json> {
  const payload = formOf('chattel_mortgage')!.example as Json
  const answer = await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  if (answer.statusCode !== 201) throw new Error(answer.body)
  return answer.json()
}

const get = (register: TestRegister, url: string) => register.call(undefined, { method: 'GET', url })
const bytes = (base64: string) => Buffer.from(base64, 'base64')

/** Filings that are loaded for a test have no content; everything else about them must be right. */
const loadedWithoutContent = [{ part: 'contents', at: 1, found: 'its content is missing and was not destroyed' }]

/** The entries of a bundle, read as C2SP states it and in no other way. */
function entriesOf(bundle: Buffer): Buffer[] {
  const entries: Buffer[] = []
  for (let at = 0; at < bundle.length; ) {
    const length = bundle.readUInt16BE(at)
    entries.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}

async function head(register: TestRegister, signer: LogSigner) {
  const answer = await get(register, '/log/checkpoint')
  const opened = openNote(answer.body, [parseVerifierKey(signer.verifierKey)!])
  return { note: answer.body, ...parseCheckpointText(opened!.text)! }
}

t.test('what is filed stands in the log, and can be proved', async (t) => {
  const { register, signer } = await openLog(t)
  t.equal((await get(register, '/log/checkpoint')).statusCode, 404, 'nothing was signed yet')
  await publishLog(register.deps.pool, signer)
  const empty = await head(register, signer)
  t.match(empty, { origin: 'register.example/log', size: 0 })

  await loadRegister(register.database.superuserUrl, { count: 600, filings: true, followersLeft: ['publish-log'] })
  const filed = await file(register)
  await publishLog(register.deps.pool, signer)
  const first = await head(register, signer)
  t.equal(first.size, 601)

  const bundles = await Promise.all(
    ['000', '001', '002.p/89'].map(async (path) => (await get(register, `/log/tile/entries/${path}`)).rawPayload),
  )
  const leaves = bundles.flatMap(entriesOf).map(leafHash)
  t.equal(leaves.length, 601)
  t.same(rootOf(leaves), first.root, 'the signed root is the root of the entries')
  t.match(JSON.parse(entriesOf(bundles[2]!)[88]!.toString()), {
    sequence: 601,
    filingNumber: filed.filingNumber,
    kind: 'initial',
    filedAt: filed.filedAt,
  })
  for (const [path, want] of [
    ['0/000', leaves.slice(0, 256)],
    ['0/002.p/89', leaves.slice(512)],
    ['0/002.p/7', leaves.slice(512, 519)],
    ['1/000.p/2', [rootOf(leaves.slice(0, 256)), rootOf(leaves.slice(256, 512))]],
  ] as [string, Buffer[]][]) {
    const answer = await get(register, `/log/tile/${path}`)
    t.same(answer.rawPayload, Buffer.concat(want), path)
    t.match(answer.headers, { 'content-type': 'application/octet-stream', 'cache-control': /immutable/ })
  }
  for (const path of [
    '0/002',
    '0/002.p/90',
    '0/003.p/1',
    '1/000.p/3',
    '1/000',
    '2/000.p/1',
    '0/2',
    'entries/002',
    'x',
  ]) {
    t.equal((await get(register, `/log/tile/${path}`)).statusCode, 404, path)
  }

  const proof: Json = (await get(register, '/api/v1/log/proofs?sequence=601')).json()
  t.equal(proof.checkpoint, first.note)
  const leaf = { index: 600, hash: leafHash(Buffer.from(proof.entry)) }
  t.same(leaf.hash, leaves[600])
  t.ok(includes(leaf, proof.proof.map(bytes), { size: 601, root: first.root }))
  const earlier: Json = (await get(register, '/api/v1/log/proofs?sequence=3&size=300')).json()
  const at300 = { size: 300, root: rootOf(leaves.slice(0, 300)) }
  t.ok(includes({ index: 2, hash: leaves[2]! }, earlier.proof.map(bytes), at300))

  await file(register)
  await publishLog(register.deps.pool, signer)
  const second = await head(register, signer)
  const grown: Json = (await get(register, '/api/v1/log/proofs?first=601')).json()
  t.ok(isConsistent(first, second, grown.proof.map(bytes)))
  t.match(grown, { firstSize: 601, treeSize: 602, rootHash: second.root.toString('base64'), checkpoint: second.note })
  const from0: Json = (await get(register, '/api/v1/log/proofs?first=0')).json()
  t.same(from0.proof, [])
  for (const query of ['sequence=603', 'sequence=602&size=601', 'size=603', 'first=603']) {
    t.equal((await get(register, `/api/v1/log/proofs?${query}`)).statusCode, 404, query)
  }
  for (const query of ['sequence=0', 'sequence=x', 'size=-1', 'other=1', 'sequence=99999999999999999999']) {
    t.equal((await get(register, `/api/v1/log/proofs?${query}`)).statusCode, 422, query)
  }
  const check = await checkLog(register.deps.pool)
  t.match(check, { filings: 602, checkpoints: 3 })
  t.same(check.differences, loadedWithoutContent)
})

t.test('two workers, and one that is killed in the middle: one log', async (t) => {
  const { register, signer } = await openLog(t)
  await loadRegister(register.database.superuserUrl, { count: 9_000, filings: true, followersLeft: ['publish-log'] })
  await Promise.all([publishLog(register.deps.pool, signer), publishLog(register.deps.pool, signer)])
  const { pool } = register.deps
  await file(register)
  // Killed before the commit: nothing of it is there, and the next turn does it again.
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`select 1 from followers where name = 'publish-log' for update`)
  await publishLog(pool, signer)
  t.equal((await head(register, signer)).size, 9_000, 'another holds the cursor')
  await client.query('rollback')
  client.release()
  await publishLog(pool, signer)
  t.equal((await head(register, signer)).size, 9_001)
  t.same((await checkLog(pool)).differences, loadedWithoutContent)
})

t.test('what was altered in the database is named', async (t) => {
  const alterations: [string, string, object[]][] = [
    [
      'a content',
      `update filing_contents set content = convert_to('{}', 'UTF8') where sequence = 3`,
      [{ part: 'contents', at: 3 }],
    ],
    [
      'a commitment',
      `update filings set commitment = sha256('x') where sequence = 2`,
      [
        { part: 'contents', at: 2 },
        { part: 'tiles', at: 2 },
        { part: 'checkpoints', at: 5 },
      ],
    ],
    [
      'a filing dropped from the end',
      'delete from filing_contents where sequence = 5; delete from filings where sequence = 5',
      [{ part: 'filings', at: 5 }],
    ],
    [
      'back-dated',
      `update filings set filed_at = filed_at - interval '1 day' where sequence = 4`,
      [
        { part: 'filings', at: 4 },
        { part: 'tiles', at: 4 },
      ],
    ],
    [
      'two swapped',
      `create temporary table pair as select sequence, filing_number, commitment from filings where sequence in (1, 2);
      update filings set filing_number = '0000000000000000000' || sequence where sequence in (1, 2);
      update filings f set filing_number = p.filing_number, commitment = p.commitment from pair p
        where f.sequence + p.sequence = 3;
      drop table pair`,
      [
        { part: 'contents', at: 1 },
        { part: 'tiles', at: 1 },
        { part: 'checkpoints', at: 5 },
      ],
    ],
    [
      'a tile',
      `update log_tiles set hashes = overlay(hashes placing '\\x00' from 65) where level = 0`,
      [{ part: 'tiles', at: 3 }],
    ],
    [
      'a checkpoint',
      `update log_checkpoints set root = sha256('x') where tree_size = 5`,
      [{ part: 'checkpoints', at: 5 }],
    ],
    [
      'a checkpoint signed by nobody',
      `update log_checkpoints set note = replace(note, '5', '6') where tree_size = 5`,
      [{ part: 'checkpoints', at: 5 }],
    ],
  ]
  const { register, signer } = await openLog(t)
  for (let count = 0; count < 5; count += 1) await file(register)
  await publishLog(register.deps.pool, signer)
  t.same((await checkLog(register.deps.pool)).differences, [])
  const changed = ['filings', 'filing_contents', 'log_tiles', 'log_checkpoints']
  for (const table of changed) await register.sql(`alter table ${table} disable trigger all`)
  for (const [what, alteration, differences] of alterations) {
    for (const table of changed) await register.sql(`create table kept_${table} as table ${table}`)
    await register.sql(alteration)
    const check = await checkLog(register.deps.pool)
    t.match(check.differences, differences, what)
    for (const table of [...changed].reverse()) await register.sql(`delete from ${table}`)
    for (const table of changed)
      await register.sql(`insert into ${table} table kept_${table}; drop table kept_${table}`)
  }
  t.same((await checkLog(register.deps.pool)).differences, [])
})

t.test('a log that would contradict what was signed is not signed', async (t) => {
  const { register, signer, folder } = await openLog(t)
  const { pool } = register.deps
  for (let count = 0; count < 3; count += 1) await file(register)
  await publishLog(pool, signer)
  const kept = readFileSync(signer.checkpointFile, 'utf8')
  await register.sql('create table kept_checkpoints as table log_checkpoints')

  t.test('set back to an old copy: known from the checkpoint outside the database', async (t) => {
    await file(register)
    await publishLog(pool, signer)
    const newer = readFileSync(signer.checkpointFile, 'utf8')
    t.not(newer, kept)
    // The copy has the log of three filings, and another fourth.
    for (const table of ['log_checkpoints', 'log_tiles', 'filings', 'filing_contents', 'followers']) {
      await register.sql(`alter table ${table} disable trigger all`)
    }
    await register.sql('delete from log_checkpoints where tree_size > 3')
    await register.sql('update log_tiles set hashes = substr(hashes, 1, 96)')
    await register.sql(`update filings set commitment = sha256('another') where sequence = 4`)
    await register.sql(`update followers set sequence = 3 where name = 'publish-log'`)
    await t.rejects(publishLog(pool, signer), { message: /the first 4 filings are not those of the checkpoint in/ })
    await t.rejects(requireKnownHead(pool, signer), { message: /the first 4 filings/ }, 'nor would it start')
    t.equal((await head(register, signer)).size, 3, 'nothing was signed')
    const outside = { size: 4, root: bytes(newer.split('\n')[2]!), from: 'what a bank kept' }
    const check = await checkLog(pool, [outside])
    t.match(check.differences.at(-1), { part: 'outside', at: 4 })
  })

  t.test('a file that is no checkpoint of this key', async (t) => {
    for (const note of ['', kept.replace('\n3\n', '\n2\n'), 'x\n']) {
      writeFileSync(signer.checkpointFile, note)
      await t.rejects(publishLog(pool, signer), { message: /is not a checkpoint that this key signed/ }, note)
    }
  })

  t.test('another key, another name, no key', async (t) => {
    const place = { dataDir: folder, logKeyFile: undefined, logOrigin: undefined }
    t.equal((await loadLogSigner(pool, place, { make: true }))!.verifierKey, signer.verifierKey)
    await t.rejects(loadLogSigner(pool, { ...place, logOrigin: 'other.example' }, { make: true }), {
      message: /named register/,
    })
    const { privateKey } = generateKeyPairSync('ed25519')
    const other = join(folder, 'other.pem')
    writeFileSync(other, privateKey.export({ type: 'pkcs8', format: 'pem' }))
    await t.rejects(loadLogSigner(pool, { ...place, logKeyFile: other }, { make: true }), {
      message: /is not the key that/,
    })
    const missing = { ...place, logKeyFile: join(folder, 'missing.pem') }
    t.equal(await loadLogSigner(pool, missing, { make: true }), undefined, 'a log that has a key gets no other')
  })
})

t.test('processes that start a log at once have one key', async (t) => {
  const { deps } = await openRegister(t)
  const folder = mkdtempSync(join(tmpdir(), 'encumbra-log-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  const place = { dataDir: join(folder, 'not', 'there', 'yet'), logKeyFile: undefined, logOrigin: undefined }
  const signers = await Promise.all([1, 2, 3, 4].map(() => loadLogSigner(deps.pool, place, { make: true })))
  t.equal(new Set(signers.map((signer) => signer?.verifierKey)).size, 1)
  t.ok(signers[0])
  const elsewhere = await loadLogSigner(deps.pool, { ...place, dataDir: folder }, { make: true })
  t.equal(elsewhere, undefined, 'a process with a folder of its own leaves signing to those')
})

t.test('the database refuses to shrink, change or jump back', async (t) => {
  const { register, signer } = await openLog(t)
  const { pool } = register.deps
  await file(register)
  await publishLog(pool, signer)
  const root = Buffer.alloc(32)
  const refused: [string, unknown[]][] = [
    ['update log_tiles set hashes = $1', [root]],
    ['update log_tiles set hashes = $1', [Buffer.alloc(64)]],
    ['insert into log_checkpoints (tree_size, root, note) values (0, $1, $2)', [root, 'x']],
    ['insert into log_checkpoints (tree_size, root, note) values (1, $1, $2)', [root, 'x']],
  ]
  for (const [statement, values] of refused) await t.rejects(register.sql(statement, values), statement)
  for (const statement of ['delete from log_tiles', 'delete from log_checkpoints', 'update log_keys set origin = $1']) {
    await t.rejects(pool.query(statement, statement.includes('$1') ? ['x'] : []), statement)
  }
})

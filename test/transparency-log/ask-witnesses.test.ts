import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import pino from 'pino'
import t, { type Test } from 'tap'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { askWitnesses } from '../../src/transparency-log/ask-witnesses.ts'
import { parseCheckpointText } from '../../src/transparency-log/checkpoint.ts'
import { loadLogSigner } from '../../src/transparency-log/log-key.ts'
import { isConsistent } from '../../src/transparency-log/proofs.ts'
import { publishLog } from '../../src/transparency-log/publish-log.ts'
import { cosignatureLine, openNote, parseVerifierKey, verifierKeyText } from '../../src/transparency-log/signed-note.ts'
import { openRegister } from '../helpers/register.ts'

/** A witness as C2SP tlog-witness states it, for one log. */
async function openWitness(t: Test, logKey: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const key = verifierKeyText('witness.example/w1', publicKey, 'witness')
  const witness = {
    url: '',
    key,
    seen: { size: 0, root: Buffer.alloc(0) as Buffer },
    statuses: [] as number[],
    away: false,
  }
  const judge = (body: string): [number, string] => {
    const at = body.indexOf('\n\n')
    const [old = '', ...proof] = body.slice(0, at).split('\n')
    const opened = openNote(body.slice(at + 2), [parseVerifierKey(logKey)!])
    if (!opened) return [403, '']
    const head = parseCheckpointText(opened.text)!
    const size = Number(/^old (\d+)$/.exec(old)?.[1])
    if (!(size <= head.size)) return [400, '']
    if (size !== witness.seen.size) return [409, `${witness.seen.size}\n`]
    const hashes = proof.map((line) => Buffer.from(line, 'base64'))
    if (size > 0 && !isConsistent(witness.seen, head, hashes)) return [422, '']
    witness.seen = head
    return [200, cosignatureLine(opened.text, 'witness.example/w1', privateKey, 1_800_000_000)]
  }
  const server = createServer(async (request, response) => {
    const body = await text(request)
    const [status, answer]: [number, string] =
      request.url !== '/add-checkpoint' ? [404, ''] : witness.away ? [503, ''] : judge(body)
    witness.statuses.push(status)
    response.writeHead(status, { 'content-type': status === 409 ? 'text/x.tlog.size' : 'text/plain' }).end(answer)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => server.close())
  witness.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return witness
}

t.test('witnesses sign each head that continues the last, and the checkpoint shows it', async (t) => {
  const register = await openRegister(t)
  const { pool } = register.deps
  const dataDir = mkdtempSync(join(tmpdir(), 'encumbra-log-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  const place = { dataDir, logKeyFile: undefined, logOrigin: 'register.example/log' }
  const signer = (await loadLogSigner(pool, place, { make: true }))!
  const witness = await openWitness(t, signer.verifierKey)
  const log = pino({ level: 'silent' })
  const grow = async (count: number) => {
    for (let each = 0; each < count; each += 1) {
      const payload = formOf('chattel_mortgage')!.example as object
      await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
    }
    await publishLog(pool, signer)
    await askWitnesses(pool, [witness], log)
  }
  const signedBy = async () => {
    const { body } = await register.call(undefined, { method: 'GET', url: '/log/checkpoint' })
    const keys = [parseVerifierKey(signer.verifierKey)!, parseVerifierKey(witness.key)!]
    return openNote(body, keys)?.signedBy.map(({ key, seconds }) => [key.name, seconds])
  }
  const both = [
    ['register.example/log', undefined],
    ['witness.example/w1', 1_800_000_000],
  ]

  await grow(3)
  t.same(await signedBy(), both)
  await grow(2)
  t.same(await signedBy(), both, 'the next, with a proof from the last')
  await askWitnesses(pool, [witness], log)
  t.same(witness.statuses, [200, 200], 'what is signed is not asked again')

  witness.away = true
  await grow(1)
  t.same(await signedBy(), both.slice(0, 1), 'away: the log goes on')
  witness.away = false
  await askWitnesses(pool, [witness], log)
  t.same(await signedBy(), both, 'and asked again')

  // The witness has signed what we do not remember: it says where the proof must begin.
  await register.sql('alter table log_cosignatures disable trigger all')
  await register.sql('delete from log_cosignatures')
  await grow(2)
  t.same(witness.statuses.slice(-2), [409, 200])
  t.same(await signedBy(), both)

  // A witness that signs with another key than the one that is known.
  const other = verifierKeyText('witness.example/w1', generateKeyPairSync('ed25519').publicKey, 'witness')
  await grow(1)
  await askWitnesses(pool, [{ url: witness.url, key: other }], log)
  const { rows } = await register.sql(
    'select count(*)::integer as count from log_cosignatures where verifier_key = $1',
    [other],
  )
  t.same(rows, [{ count: 0 }])
})

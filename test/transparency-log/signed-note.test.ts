import { generateKeyPairSync } from 'node:crypto'
import t from 'tap'
import { checkpointText, parseCheckpointText } from '../../src/transparency-log/checkpoint.ts'
import {
  cosignatureLine,
  openNote,
  parseNote,
  parseVerifierKey,
  signatureLine,
  verifierKeyText,
} from '../../src/transparency-log/signed-note.ts'
import { parseTilePath, tilePath } from '../../src/transparency-log/tiles.ts'

const published = `If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
`
const publishedKey = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW'

t.test('the note and key that Go publishes', async (t) => {
  const key = parseVerifierKey(publishedKey)!
  t.equal(verifierKeyText(key.name, key.publicKey), publishedKey)
  t.match(openNote(published, [key]), { text: /^If you think/, signedBy: [{ key: { name: 'PeterNeumann' } }] })
  t.equal(openNote(published.replace('answer', 'Answer'), [key]), undefined)
  t.equal(openNote(published, []), undefined)
})

t.test('signed here, opened here; anything else is not opened', async (t) => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const witness = generateKeyPairSync('ed25519')
  const key = parseVerifierKey(verifierKeyText('register.example/log', publicKey))!
  const witnessKey = parseVerifierKey(verifierKeyText('witness.example/w1', witness.publicKey, 'witness'))!
  const text = checkpointText({ origin: 'register.example/log', size: 70_000, root: Buffer.alloc(32, 7) })
  const signed = `${text}\n${signatureLine(text, 'register.example/log', privateKey)}`
  const cosigned = signed + cosignatureLine(text, 'witness.example/w1', witness.privateKey, 1_679_315_147)
  t.match(openNote(cosigned, [key, witnessKey])?.signedBy, [
    { key: { type: 'log' } },
    { key: { type: 'witness' }, seconds: 1_679_315_147 },
  ])
  t.match(openNote(cosigned, [key])?.signedBy.length, 1, 'a line of an unknown key is passed over')
  const other = parseVerifierKey(verifierKeyText('register.example/log', witness.publicKey))!
  t.equal(openNote(signed, [other]), undefined, 'another key of the same name')
  for (const wrong of [
    signed.replace('70000', '70001'),
    signed.replace('\n\n', '\n'),
    signed.slice(0, -1),
    `${signed}\u0000\n`,
    `${signed}x\n`,
    signed.replace('— register.example/log ', '- register.example/log '),
    text,
    '',
  ]) {
    t.equal(openNote(wrong, [key]), undefined, JSON.stringify(wrong.slice(-40)))
  }
  t.equal(parseNote(cosigned)?.signatures.length, 2)
  for (const wrong of [
    '',
    'a+b',
    `${publishedKey}x`,
    publishedKey.replace('c74f20a3', 'c74f20a4'),
    'a b+00000000+AQ==',
  ]) {
    t.equal(parseVerifierKey(wrong), undefined, wrong)
  }
})

t.test('a checkpoint is written in one way', async (t) => {
  const root = Buffer.alloc(32, 9)
  const text = checkpointText({ origin: 'register.example/log', size: 0, root })
  t.same(parseCheckpointText(text), { origin: 'register.example/log', size: 0, root })
  for (const wrong of [
    text.replace('\n0\n', '\n00\n'),
    text.replace('\n0\n', '\n-1\n'),
    text.replace('\n0\n', '\n99999999999999999\n'),
    text.slice(0, -1),
    text.replace('CQ', 'C'),
    `\n${text}`,
    `${text}\n`,
  ]) {
    t.equal(parseCheckpointText(wrong), undefined, JSON.stringify(wrong))
  }
  t.ok(parseCheckpointText(`${text}an extension\n`))
})

t.test('addresses of tiles', async (t) => {
  const rows: [string, number, number, number][] = [
    ['0/x001/x234/067', 0, 1_234_067, 256],
    ['0/x001/x234/067.p/8', 0, 1_234_067, 8],
    ['0/000', 0, 0, 256],
    ['2/000.p/1', 2, 0, 1],
    ['1/999', 1, 999, 256],
    ['1/x001/000', 1, 1_000, 256],
    ['63/000.p/255', 63, 0, 255],
  ]
  for (const [path, level, tile, width] of rows) {
    t.equal(tilePath({ level, tile }, width), path)
    t.same(parseTilePath(path), { level, tile, width, entries: false })
  }
  t.same(parseTilePath('entries/x001/067.p/3'), { level: 0, tile: 1_067, width: 3, entries: true })
  for (const wrong of [
    '0/0',
    '00/000',
    '64/000',
    '0/x000/001',
    '0/001/002',
    '0/x001/x002',
    '0/000.p/0',
    '0/000.p/256',
    '0/000.p/01',
    '0/000.p/',
    '-1/000',
    '0/000/',
    'x/000',
    'entries/0',
    '0/x999/x999/x999/x999/x999/x999/999',
  ]) {
    t.equal(parseTilePath(wrong), undefined, wrong)
  }
})

import canonicalize from 'canonicalize'
import fc from 'fast-check'
import t from 'tap'
import { canonicalBytes, commitmentOf } from '../../src/registrations/canonical-filing.ts'

t.test('the bytes are those of RFC 8785, as the package canonicalize writes it', async () => {
  const values = fc.jsonValue({ stringUnit: 'binary', maxDepth: 5 })
  fc.assert(
    fc.property(values, (value) => {
      const real = canonicalize(JSON.parse(JSON.stringify(value)))
      return canonicalBytes(value).equals(Buffer.from(real!, 'utf8'))
    }),
    { numRuns: 5_000 },
  )
})

t.test('names are sorted by UTF-16 code units, numbers and texts as JSON.stringify has them', async (t) => {
  const content = {
    '10': 1,
    '9': 2,
    é: 1e21,
    '\ud83d\ude00': 'a"\\\n\u2028',
    '\ufb33': -0,
    b: [undefined, 0.1],
    a: undefined,
  }
  t.equal(
    canonicalBytes({ ...content, b: [0.1] }).toString(),
    '{"10":1,"9":2,"b":[0.1],"é":1e+21,"😀":"a\\"\\\\\\n\u2028","\ufb33":0}',
  )
})

t.test('the commitment is SHA-256 of salt and content', async (t) => {
  const commitment = commitmentOf(Buffer.alloc(32), Buffer.from('{}'))
  t.equal(commitment.toString('hex'), 'fb1634c4e6cd4b1f1afe3ce2d6ef080f7ac5d1f357d723ad4dfca782733b62db')
})

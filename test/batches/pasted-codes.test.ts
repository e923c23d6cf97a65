import t from 'tap'
import { readPastedCodes } from '../../src/batches/pasted-codes.ts'
import { composeNumber } from '../../src/platform/numbers.ts'

const one = composeNumber('2026-11-22', '0123456789')
const two = composeNumber('2026-11-23', '0123456780')
const other = composeNumber('2026-11-24', '0123456780')
const code = 'ABCDEFGH01234567ABCDEFGH01234567'
const grouped = (value: string) => value.replace(/.{4}(?=.)/g, '$& ')

t.test('codes paste from two columns', async (t) => {
  const numbers = new Set([one, two])
  for (const [name, pasted, codes, refused] of [
    ['nothing', '', {}, 0],
    ['tabs', `${one}\t${code}\r\n${two}\tXYZ\r\n`, { [one]: code, [two]: 'XYZ' }, 0],
    ['a heading', `登记证明编号\t修改码\n${one}\t${code}`, { [one]: code }, 0],
    ['CSV as it is exported', `"${grouped(one)}","${grouped(code)}"\n'${two};abc`, { [one]: code, [two]: 'abc' }, 0],
    ['full width', `${one.replaceAll('2', '２')}，${code}`, { [one]: code }, 0],
    ['a row without a code', `${one}\t\n${two}\tX`, { [two]: 'X' }, 0],
    ['the same twice', `${one}\tX\n${one}\tX`, { [one]: 'X' }, 0],
    ['two codes for one', `${one}\tX\n${one}\tY`, { [one]: 'X' }, 1],
    ['not of the batch', `${other}\tX`, {}, 1],
    ['mistyped', `${one.replace(/^2/, '3')}\tX`, {}, 1],
    ['columns the other way round', `${code}\t${one}`, {}, 1],
    ['many wrong rows', Array(9).fill(`1\tX`).join('\n'), {}, 6],
  ] as const) {
    const found = readPastedCodes(pasted, numbers)
    t.same(Object.fromEntries(found.codes), codes, name)
    t.equal(found.refused.length, refused, name)
    t.notMatch(JSON.stringify(found.refused), code, 'no message repeats a code')
  }
})

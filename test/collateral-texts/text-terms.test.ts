import fc from 'fast-check'
import t from 'tap'
import { foldedTextOf } from '../../src/collateral-texts/collateral-text.ts'
import { foldText, isUnspaced } from '../../src/collateral-texts/folded-text.ts'
import { queryOf } from '../../src/collateral-texts/text-terms.ts'

/** As the index finds: every term is there, and then every phrase. */
async function finds(texts: string[], asked: string): Promise<boolean> {
  const { folded, terms } = await foldedTextOf({ descriptions: texts, items: [] })
  const query = queryOf(asked)
  if (!query) return false
  return query.terms.every((term) => terms.includes(term)) && query.phrases.every((each) => folded.includes(each))
}

t.test('what is found by what', async (t) => {
  const lines: [text: string, asked: string, found: boolean][] = [
    ['喷水织机二十四台', '喷水织机', true],
    ['喷水织机二十四台', '水织', true],
    ['喷水织机二十四台', '机', true],
    ['喷水织机二十四台', '织水', false],
    ['喷水织机二十四台', '喷水 二十四台', true],
    ['喷水织机二十四台', '二十四台　喷水', true],
    ['喷水织机二十四台', '喷水 三台', false],
    ['织机、纺纱', '机纺', false],
    ['织机、纺纱', '织机，纺纱', true],
    ['全部生产\n设备', '生产设备', true],
    ['全部生产 设备', '生产设备', true],
    ['越兴路27号', '越兴路 27 号', true],
    ['越兴路 27 号', '越兴路27号', true],
    ['越兴路 127 号', '27', false],
    ['越兴路 127 号', '路27号', false],
    ['JW-408-190', 'jw‐408', true],
    ['ＪＷ４０８', 'jw408', true],
    ['JW408', 'jw', false],
    ['Spinning machines', 'machine', false],
    ['Spinning machines', 'MACHINES', true],
    ['Café Zürich', 'cafe zurich', true],
    ['Cafe', 'café', true],
    ['Straße', 'STRASSE', true],
    ['ΟΔΟΣ', 'οδος', true],
    ['㈱山田', '株', true],
    ['ﾎﾟﾝﾌﾟ', 'ポンプ', true],
    ['100% 棉纱_甲', '%', false],
    ['100% 棉纱_甲', '100%', true],
    ['100% 棉纱_甲', '%棉纱', true],
    ['100% 棉纱_甲', '_甲', true],
    ["O'Neil & Sons", "o'neil", true],
    ['a & b | !c:*', '&|!:*', false],
    ['a & b | !c:*', '!c:*', true],
    ['𠮷野𠮷', '野𠮷', true],
    ['soft\u00ADware', 'software', true],
    ['', 'x', false],
    ['x', ' \t ', false],
  ]
  for (const [text, asked, found] of lines) t.equal(await finds([text], asked), found, JSON.stringify([text, asked]))
  t.equal(await finds(['织机', '纺纱'], '织机 纺纱'), true, 'words are found in different lines')
  t.equal(await finds(['织机', '纺纱'], '织机纺纱'), false, 'a phrase is not')
})

const sign = fc.constantFrom(...'织机纺纱线ab1C%_\\\'"&|!:*()，、。- \n　éＡ𠮷ガ')
const written = fc.array(sign, { maxLength: 24 }).map((signs) => signs.join(''))

t.test('a part of a text finds it, whatever it is cut at beside Han characters', async () => {
  await fc.assert(
    fc.asyncProperty(written, fc.nat(24), fc.nat(24), async (text, a, b) => {
      const characters = Array.from(text)
      const part = characters.slice(Math.min(a, b), Math.max(a, b))
      const cut = [characters[Math.min(a, b) - 1], part[0], part.at(-1), characters[Math.max(a, b)]]
      // A cut through a word of letters leaves no word, and white space in a query parts words.
      fc.pre(part.length > 0 && cut.every((each) => each === undefined || isHan(each)))
      return finds([text], part.join(''))
    }),
    { numRuns: 2_000 },
  )
})

t.test('what is found is what a naive reader finds', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { maxLength: 3 }), written, async (texts, asked) => {
      t.equal(await finds(texts, asked), naive(texts, asked), JSON.stringify([texts, asked]))
    }),
    { numRuns: 3_000, examples: [[['ab织 机'], 'b织机']] },
  )
})

t.test('a folded character folds to itself', async (t) => {
  const changed: string[] = []
  for (let code = 0; code <= 0x10ffff; code += 1) {
    if (code >= 0xd800 && code <= 0xdfff) continue
    const { folded } = foldText(String.fromCodePoint(code))
    if (foldText(folded).folded !== folded) changed.push(code.toString(16))
  }
  t.same(changed, [])
})

t.test('composed or not, a text folds to the same, and each place comes from the source', async () => {
  await fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const { source, folded, from, to } = foldText(text)
      if (from.length !== folded.length || to.length !== folded.length) return false
      const inOrder = from.every((at, nth) => at <= to[nth]! && to[nth]! <= source.length)
      return inOrder && foldText(text.normalize('NFD')).folded === folded
    }),
    { numRuns: 2_000 },
  )
})

const isHan = (character: string) => isUnspaced(character)

/**
 * Says the same in another way: words of letters are compared as lists, runs of Han characters as strings, by what is
 * left when each sign that is neither is a comma.
 */
function naive(texts: string[], asked: string): boolean {
  const simple = (text: string) =>
    text
      .normalize('NFKD')
      .replace(/(?<=[a-z])\u0301/giu, '')
      .normalize('NFC')
      .toLowerCase()
  const tokens = (text: string) => {
    const kept = simple(text).replace(/(?<=[织机纺纱线ガ𠮷])\s+(?=[织机纺纱线ガ𠮷])/gu, '')
    return kept.match(/[a-z0-9]+|[织机纺纱线ガ𠮷]|[^a-z0-9织机纺纱线ガ𠮷]+/gu) ?? []
  }
  const words = asked
    .split(/\s+/u)
    .map(tokens)
    .map(trimmed)
    .filter((each) => each.length > 0)
  return words.length > 0 && words.every((word) => texts.some((text) => holds(trimmed(tokens(text)), word)))
}

const isSign = (token: string) => !/[a-z0-9织机纺纱线ガ𠮷]/u.test(token)

/** Signs beside a word of letters part nothing that was not apart; between Han characters they are a comma. */
function trimmed(tokens: string[]): string[] {
  const isWord = (token: string | undefined) => token === undefined || /[a-z0-9]/.test(token)
  return tokens.flatMap((token, at) => {
    if (!isSign(token)) return [token]
    return isWord(tokens[at - 1]) || isWord(tokens[at + 1]) ? [] : [',']
  })
}

function holds(tokens: string[], part: string[]): boolean {
  return tokens.some((_, at) => part.every((token, nth) => tokens[at + nth] === token))
}

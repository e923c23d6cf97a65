import { readFileSync } from 'node:fs'

/*
 * Search logic 1 written a second time, from docs/reference/search-logic.md and not from the code: over an alphabet of
 * pieces whose meaning is written down by hand, without one Unicode table. The properties compare the two. Nothing of
 * the code is imported: the legal-form words too are read from the document.
 */
const document = readFileSync(new URL('../../docs/reference/search-logic.md', import.meta.url), 'utf8')

/** The list at the end of the document. */
export const legalFormsAsPublished: readonly string[] = /```\n([^`]+)\n```\s*$/.exec(document)![1]!.split(/,\s+/)

/** How a piece counts: what it is in a name with Han characters, and in one without. */
type Meaning = { readonly beside: string; readonly alone: string; readonly han?: true }

const meanings = new Map<string, Meaning>()

/** Pieces by what the written rule says of them. A piece is one character, one letter with its marks, or one word. */
export const pieces = {
  han: put(['甲', '乙', '公', '司', '有', '限', '々', '䶮', '𠮷', '長', '长'], (piece) => hanMeaning(piece)),
  radical: put(['⼯', '\uF900', '㈱'], (piece) =>
    hanMeaning({ '⼯': '工', '\uF900': '豈', '㈱': '(株)' }[piece] ?? ''),
  ),
  circle: put(['○', '〇'], () => hanMeaning('〇')),
  whiteSpace: put([' ', '\t', '\n', '\r\n', '\u3000', '\u00A0', '\u2003', '\u0085', '\u2028'], () => ({
    beside: '',
    alone: ' ',
  })),
  invisible: put(
    [
      '\u200B',
      '\uFEFF',
      '\u00AD',
      '\u200D',
      '\u200C',
      '\u2060',
      '\u202E',
      '\u3164',
      '\uFFA0',
      '\uFE0F',
      '\u{E0101}',
      '\u{E0041}',
      '\0',
      '\u2800',
    ],
    () => ({ beside: '', alone: '' }),
  ),
  opening: put(['(', '（', '[', '［', '【', '〔', '{', '｛', '〈', '《', '〖', '⟨'], () => ({
    beside: '(',
    alone: ' ',
  })),
  closing: put([')', '）', ']', '］', '】', '〕', '}', '｝', '〉', '》', '〗', '⟩'], () => ({
    beside: ')',
    alone: ' ',
  })),
  middleDot: put(['·', '•', '・', '‧', '∙', '⋅', '･'], () => ({ beside: '·', alone: ' ' })),
  dash: put(['-', '－', '–', '—', '―', '−', '‐', '\u2011', '─'], () => ({ beside: '-', alone: ' ' })),
  quote: put(['“', '”', '"', '＂', '「', '」', '『', '』', '«', '〟'], () => ({ beside: '', alone: ' ' })),
  apostrophe: put(["'", '’', '‘', '＇'], () => ({ beside: '', alone: '' })),
  comma: put([',', '，', ';', '；', ':', '：'], () => ({ beside: '', alone: ' ' })),
  fullStop: put(['.', '．'], () => ({ beside: '', alone: '' })),
  otherPunctuation: put(['、', '/', '!', '！', '%', '_', '*', '?'], (piece) => ({
    beside: piece === '！' ? '!' : piece,
    alone: ' ',
  })),
  symbol: put(['+', '$', '=', '~', '～', '®'], (piece) => same(piece === '～' ? '~' : piece)),
  ampersand: put(['&', '＆'], () => ({ beside: '&', alone: ' and ' })),
  latin: put([...'bdefghijklmnpqrtuvwyzBCDEFGHIJKLMNOPQRTUVWYZ023456789'], (piece) => same(piece.toLowerCase())),
  wide: put([...'ＢＣｂｃＺ０９'], (piece) =>
    same({ Ｂ: 'b', Ｃ: 'c', ｂ: 'b', ｃ: 'c', Ｚ: 'z', '０': '0', '９': '9' }[piece]!),
  ),
  letter: put(['a', 'A', 'Ａ', 's', 'S', 'c', 'o', 'x', 'X', 'ß', 'ẞ', 'ﬁ', 'Ⅱ', 'ı', '1', '１', '①'], (piece) =>
    same({ Ａ: 'a', ß: 'ss', ẞ: 'ss', ﬁ: 'fi', Ⅱ: 'ii', ı: 'i', '１': '1', '①': '1' }[piece] ?? piece.toLowerCase()),
  ),
  accented: put(['é', 'E\u0301', 'É', 'ç', 'Ç', 'ệ', 'İ'], (piece) => {
    const [composed, bare] = { ç: ['ç', 'c'], Ç: ['ç', 'c'], ệ: ['ệ', 'e'], İ: ['i̇', 'i'] }[piece] ?? ['é', 'e']
    return { beside: composed!, alone: bare! }
  }),
  foreign: put(['σ', 'ς', 'Σ', 'ガ', 'か\u3099', 'ｶﾞ', 'Й', 'й', 'ά', 'ł', 'Ø', '가', 'हि'], (piece) =>
    same({ ς: 'σ', Σ: 'σ', 'か\u3099': 'が', ｶﾞ: 'ガ', Й: 'й', Ø: 'ø' }[piece] ?? piece),
  ),
  word: put(
    [
      ' the ',
      ' THE',
      ' Ltd',
      ' LIMITED ',
      ' Inc. ',
      ' Co.,',
      ' partnership',
      ' liability',
      ' company ',
      ' GmbH',
      ' S.A.',
    ],
    (piece) => ({
      beside: piece.toLowerCase().replace(/[ .,]/g, ''),
      alone: piece.toLowerCase().replace(',', ' ').replaceAll('.', ''),
    }),
  ),
}

/** The key of a name made of pieces; `undefined` when nothing is left. A piece that is not listed must be Han. */
export function restatedKey(name: readonly string[]): string | undefined {
  const read = name.map((piece) => meanings.get(piece) ?? commonHan(piece))
  if (read.some((meaning) => meaning.han)) return read.map((meaning) => meaning.beside).join('') || undefined
  return withoutNoise(read.map((meaning) => meaning.alone).join('')).replaceAll(' ', '') || undefined
}

/** The unified ideographs of the basic block and of extension A, which every registered name is mostly made of. */
function commonHan(piece: string): Meaning {
  if (!/^[\u3400-\u4DBF\u4E00-\u9FFF]$/.test(piece)) throw new Error(`the restatement does not know ${piece}`)
  return hanMeaning(piece)
}

function withoutNoise(text: string): string {
  const longestFirst = legalFormsAsPublished.toSorted((a, b) => b.length - a.length)
  let rest = ` ${text.split(' ').filter(Boolean).join(' ')}`
  for (let before = ''; before !== rest; ) {
    before = rest
    if (rest.startsWith(' the ')) rest = rest.slice(4)
    for (let form: string | undefined = ''; form !== undefined; ) {
      form = longestFirst.find((each) => rest.endsWith(` ${each}`) && rest !== ` ${each}`)
      if (form !== undefined) rest = rest.slice(0, -form.length - 1)
    }
  }
  return rest
}

function hanMeaning(character: string): Meaning {
  return { beside: character, alone: character, han: true }
}

function same(character: string): Meaning {
  return { beside: character, alone: character }
}

function put(names: readonly string[], meaning: (piece: string) => Meaning): readonly string[] {
  for (const piece of names) meanings.set(piece, meaning(piece))
  return names
}

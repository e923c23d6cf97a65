import { type Text, text } from '../platform/text.ts'
import { characterClasses } from '../search/search-key.ts'

/** A character of a name that cannot be seen, or not be told from a space: where it stands (from 1), and what it is. */
export type UnseenCharacter = { place: number; code: string; name: Text }

/** A piece of a name as it is shown: text, or one character in words. */
export type NamePiece = string | Omit<UnseenCharacter, 'place'>

const unseen = new RegExp(`^(?:${characterClasses.invisible.source}|${characterClasses.white_space.source})$`, 'v')

/** The characters of a name that a reader would pass over. A single space between words is seen. Pure. */
export function unseenIn(name: string): UnseenCharacter[] {
  const characters = [...name]
  return characters.flatMap((character, at) =>
    isSeen(characters, at) ? [] : [{ place: at + 1, code: codeOf(character.codePointAt(0)!), name: nameOf(character) }],
  )
}

/** A name cut into what can be shown as it is and what must be told in words. Pure. */
export function namePieces(name: string): NamePiece[] {
  const characters = [...name]
  const pieces: NamePiece[] = []
  for (const [at, character] of characters.entries()) {
    const last = pieces.at(-1)
    if (!isSeen(characters, at)) pieces.push({ code: codeOf(character.codePointAt(0)!), name: nameOf(character) })
    else if (typeof last === 'string') pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

function isSeen(characters: readonly string[], at: number): boolean {
  const character = characters[at]!
  if (!unseen.test(character)) return true
  const isWord = (neighbour: string | undefined) => neighbour !== undefined && !unseen.test(neighbour)
  return character === ' ' && isWord(characters[at - 1]) && isWord(characters[at + 1])
}

function nameOf(character: string): Text {
  const known = names[character]
  if (known) return known
  if (/^\p{White_Space}$/u.test(character)) return text('空白', 'white space')
  if (/^[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\u180B-\u180D\u180F]$/u.test(character))
    return text('异体选择符', 'variation selector')
  if (/^\p{Bidi_Control}$/u.test(character)) return text('书写方向控制符', 'direction control')
  if (/^\p{Cc}$/u.test(character)) return text('控制字符', 'control character')
  return text('看不见的字符', 'invisible character')
}

const names: Readonly<Record<string, Text>> = {
  '\t': text('制表符', 'tab'),
  '\n': text('换行', 'line feed'),
  '\r': text('回车', 'carriage return'),
  ' ': text('空格', 'space'),
  '\u00A0': text('不换行空格', 'no-break space'),
  '\u00AD': text('软连字符', 'soft hyphen'),
  '\u200B': text('零宽空格', 'zero-width space'),
  '\u200C': text('零宽不连字', 'zero-width non-joiner'),
  '\u200D': text('零宽连字', 'zero-width joiner'),
  '\u2060': text('词连接符', 'word joiner'),
  '\u2800': text('空白盲文', 'blank Braille pattern'),
  '\u3000': text('全角空格', 'ideographic space'),
  '\u3164': text('谚文填充符', 'Hangul filler'),
  '\uFEFF': text('字节序标记', 'byte order mark'),
  '\uFFA0': text('半角谚文填充符', 'half-width Hangul filler'),
}

/** A code point as it is written in Unicode's own tables: U+200B. */
export function codeOf(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
}

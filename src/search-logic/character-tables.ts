import { codeOf } from '../parties/unseen-characters.ts'
import { type Text, text } from '../platform/text.ts'
import { characterClasses } from '../search/name-characters.ts'

/** One class of characters of the logic: code points from `first` to `last`, both included, as U+XXXX. */
export type CharacterTable = { class: CharacterClass; title: Text; ranges: [first: string, last: string][] }

export type CharacterClass = keyof typeof characterClasses

const titles: Readonly<Record<CharacterClass, Text>> = {
  invisible: text('看不见的字符：去掉', 'Invisible characters: removed'),
  opening_bracket: text('各种左括号：视为 (', 'Opening brackets of every kind: count as ('),
  closing_bracket: text('各种右括号：视为 )', 'Closing brackets of every kind: count as )'),
  middle_dot: text('各种间隔号：视为 ·', 'Middle dots of every kind: count as ·'),
  dash: text('各种连接号和破折号：视为 -', 'Dashes of every kind: count as -'),
  ignored_beside_han: text(
    '含汉字的名称中不计的空白、引号和 , . ; :',
    'White space, quotation marks and , . ; : that do not count in a name with Han characters',
  ),
  apostrophe: text('不含汉字的名称中不计的撇号', 'Apostrophes, which do not count in a name without Han characters'),
  full_stop: text('不含汉字的名称中不计的句点', 'Full stops, which do not count in a name without Han characters'),
  word_boundary: text(
    '不含汉字的名称中分隔单词的标点和空白',
    'Punctuation and white space that separate the words of a name without Han characters',
  ),
  white_space: text('空白', 'White space'),
}

let made: readonly CharacterTable[] | undefined

/** The classes as the code applies them, read off its own expressions once a process: they cannot disagree. */
export function characterTables(): readonly CharacterTable[] {
  made ??= readTables()
  return made
}

/** Where members of the classes stand: planes 0 and 1, and the tags. The planes between are Han characters alone. */
const BLOCKS = [
  [0x0000, 0xd7ff],
  [0xe000, 0x1ffff],
  [0xe0000, 0xe0fff],
] as const

function readTables(): CharacterTable[] {
  const texts = BLOCKS.map(([first, last]) => textOf(first, last))
  return (Object.keys(titles) as CharacterClass[]).map((name) => ({
    class: name,
    title: titles[name],
    ranges: rangesIn(texts, characterClasses[name]),
  }))
}

/** A space before an accent, which is a part of one apostrophe, does not stand alone in a table. */
function rangesIn(texts: readonly string[], expression: RegExp): [string, string][] {
  const ranges: [number, number][] = []
  for (const [run] of texts.flatMap((text) => [...text.matchAll(expression)])) {
    for (const character of run) {
      const code = character.codePointAt(0)!
      const last = ranges.at(-1)
      if (last && last[1] === code - 1) last[1] = code
      else ranges.push([code, code])
    }
  }
  return ranges.map(([first, last]) => [codeOf(first), codeOf(last)])
}

function textOf(first: number, last: number): string {
  let text = ''
  for (let code = first; code <= last; code++) text += String.fromCodePoint(code)
  return text
}

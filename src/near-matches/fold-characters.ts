import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

/*
 * One character for all the forms of a character, and how it sounds. Folding is character by character: it keeps the
 * length of a name and does not depend on the words around, so the same name always folds to the same text. Pure.
 */

const simplify = Converter({ from: 't', to: 'cn' })

/** Variant forms that OpenCC's table of traditional characters leaves alone, in registered names. */
const VARIANTS = new Map(
  '𠮷吉 喆哲 堃坤 髙高 戸户 戶户 徳德 零〇 甦苏 犇奔 淼渺 晋晋 晉晋 羣群 峯峰 邨村 菓果 粦磷 仝同 牀床 廠厂 塟葬 乗乘 発发 髪发 広广 沢泽 呉吴 黒黑 円圆 栄荣 豊丰 昇升 陞升 姸妍 渊渊 淵渊 濶阔 鉄铁 鑛矿'
    .split(' ')
    .map((pair) => Array.from(pair) as [string, string]),
)

const folded = new Map<string, string>()

/** Traditional and variant characters as the simplified one; every other character as it is. */
export function foldCharacters(text: string): string {
  let result = ''
  for (const character of text) result += foldCharacter(character)
  return result
}

function foldCharacter(character: string): string {
  if (character < '\u3400') return character
  const known = folded.get(character)
  if (known !== undefined) return known
  const simple = VARIANTS.get(character) ?? simplify(character)
  const one = [...simple].length === 1 ? simple : character
  folded.set(character, one)
  return one
}

/** The syllables of a text without tones, letters and digits as they are: 上海abc → shang hai a b c. */
export function syllablesOf(text: string): string[] {
  return pinyin(text, { toneType: 'none', type: 'array', v: true })
}

/** Whether two characters share a reading, tones aside: 恒 and 衡, also 行 and 航. */
export function soundsAlike(a: string, b: string): boolean {
  if (a < '\u3400' || b < '\u3400') return false
  const others = readingsOf(b)
  return readingsOf(a).some((each) => others.includes(each))
}

const readings = new Map<string, string[]>()

function readingsOf(character: string): string[] {
  const known = readings.get(character)
  if (known) return known
  const found = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true })
  readings.set(character, found)
  return found
}

import { Converter } from 'opencc-js/t2cn'
import { codeOf, unseenIn } from '../parties/unseen-characters.ts'
import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { explainOrganizationKey, SEARCH_LOGIC } from '../search/search-key.ts'
import type { SearchLogic } from '../search/search-logics.ts'

/** What a filer is told of what it is about to file. It has the shape of a refusal, and refuses nothing. */
export type Note = Refusal & { pointer: string }

/** A name under which a debtor will be found, where it stands in the form, and the scheme of the code beside it. */
export type KeyedName = { name: string; pointer: string; scheme: string }

const LISTED_MAX = 6

/**
 * What is told of one name: the key under which it will be found, which of its characters do not count, and what in it
 * looks as if it were not the registered name: other forms and other scripts make other names, and a search of the
 * registered name would not find them. Pure. The name can be keyed: that was judged before.
 */
export function nameNotes({ name, pointer, scheme }: KeyedName, logic: SearchLogic): Note[] {
  const notes = [searchKeyNote(name, logic), passedOverNote(name, logic), lookAlikeNote(name)]
  if (mainlandSchemes.has(scheme)) notes.push(traditionalNote(name))
  return notes.flatMap((note) => (note ? [{ ...note, pointer }] : []))
}

/** Codes of bodies registered on the mainland, whose names are registered in simplified characters. */
const mainlandSchemes: ReadonlySet<string> = new Set(['uscc', 'organization_code', 'financial_institution_code'])

function searchKeyNote(name: string, logic: SearchLogic): Refusal {
  const key = logic.organizationKey(name)
  return {
    code: 'name_search_key',
    message: text(
      `登记后，按这一名称查询即可查得，查询键为“${key}”。核准的名称若化不成同样的查询键，按它就查不到`,
      `A search of this name will find the registration, under the key “${key}”. If the official name has another key, a search of it will not`,
    ),
  }
}

/** Characters and words that the logic passes over, told so that nobody relies on them. */
function passedOverNote(name: string, logic: SearchLogic): Refusal | undefined {
  if (logic.version !== SEARCH_LOGIC) return undefined
  const told = [...unseenWords(name), ...ignoredWords(name)]
  if (told.length === 0) return undefined
  const listed = told.slice(0, LISTED_MAX)
  const zh = listed.map((each) => each.zh).join('、') + (told.length > LISTED_MAX ? '等' : '')
  const en = listed.map((each) => each.en).join(', ') + (told.length > LISTED_MAX ? ' and others' : '')
  return {
    code: 'name_characters_passed_over',
    message: text(
      `查询不计名称中的${zh}，有无都能查得`,
      `Searches pass over ${en} in the name: with or without them it is found`,
    ),
  }
}

function unseenWords(name: string) {
  return unseenIn(name).map((each) => text(`${each.code}（${each.name.zh}）`, `${each.code} (${each.name.en})`))
}

function ignoredWords(name: string) {
  const steps = explainOrganizationKey(name)
  const beside = steps.find(({ step }) => step === 'ignored_beside_han')
  if (beside) {
    const signs = new Set([...beside.before].filter((each) => !beside.after.includes(each) && !/\s/u.test(each)))
    const spaced = /[^ ] [^ ]/.test(name) ? [text('空格', 'spaces')] : []
    return [...spaced, ...[...signs].map((each) => text(each, each))]
  }
  const noise = steps.find(({ step }) => step === 'noise_words')!
  const kept = noise.after.split(' ')
  const words = noise.before.split(' ')
  const from = words.findIndex((_, at) => kept.every((word, place) => words[at + place] === word))
  const gone = [...words.slice(0, from), ...words.slice(from + kept.length)]
  return gone.map((each) => text(`“${each}”`, `“${each}”`))
}

const simplified = Converter({ from: 't', to: 'cn' })
/** Characters that are registered as they are although the table of simplified characters has another for them. */
const kept: ReadonlySet<string> = new Set('乾著徵藉夥於')

function traditionalNote(name: string): Refusal | undefined {
  const pairs = [...name].flatMap((character) => {
    const simple = character < '\u3400' || kept.has(character) ? character : simplified(character)
    return simple === character ? [] : [[character, simple] as const]
  })
  if (pairs.length === 0) return undefined
  const listed = [...new Map(pairs)].slice(0, LISTED_MAX)
  const zh = listed.map(([character, simple]) => `“${character}”（简体为“${simple}”）`).join('、')
  const en = listed.map(([character, simple]) => `“${character}” (simplified “${simple}”)`).join(', ')
  return {
    code: 'name_traditional_characters',
    message: text(
      `名称中有繁体字：${zh}。核准的名称若是简体，按它查询查不到这项登记，请照营业执照填写`,
      `The name has traditional characters: ${en}. If it is registered in simplified ones, a search of it will not find this: write it as on the business licence`,
    ),
  }
}

const kanaForHan: Readonly<Record<string, string>> = {
  ロ: '口',
  ニ: '二',
  カ: '力',
  エ: '工',
  ハ: '八',
  ト: '卜',
  タ: '夕',
  チ: '千',
  ー: '一',
}

function lookAlikeNote(name: string): Refusal | undefined {
  const found = [...foreignLetters(name), ...loneKana(name), ...zeroAmongNumerals(name)].slice(0, LISTED_MAX)
  if (found.length === 0) return undefined
  return {
    code: 'name_look_alike_characters',
    message: text(
      `名称中有形似而不同的字符：${found.map((each) => each.zh).join('、')}，请核对是否应为常用的字符`,
      `The name has characters that look like others: ${found.map((each) => each.en).join(', ')}. Check that they are meant`,
    ),
  }
}

/** Greek and Cyrillic letters beside Latin or Han ones; a name all in one of these scripts is a name. */
function foreignLetters(name: string) {
  if (!/[\p{Script=Latin}\p{Script=Han}]/u.test(name)) return []
  return placesOf(name, /^[\p{Script=Greek}\p{Script=Cyrillic}]$/u).map(({ character, place, code }) => {
    const greek = /\p{Script=Greek}/u.test(character)
    return text(
      `第 ${place} 个字符“${character}”是${greek ? '希腊' : '西里尔'}字母（${code}）`,
      `character ${place}, “${character}”, is a ${greek ? 'Greek' : 'Cyrillic'} letter (${code})`,
    )
  })
}

/** A katakana that looks like a Han character, in a name that has no other kana. */
function loneKana(name: string) {
  const kana = placesOf(name, /^[\p{Script=Katakana}\p{Script=Hiragana}ー]$/u)
  if (!/\p{Script=Han}/u.test(name) || kana.some(({ character }) => !kanaForHan[character])) return []
  return kana.map(({ character, place }) =>
    text(
      `第 ${place} 个字符“${character}”是片假名，不是汉字“${kanaForHan[character]}”`,
      `character ${place}, “${character}”, is a katakana and not the character “${kanaForHan[character]}”`,
    ),
  )
}

function zeroAmongNumerals(name: string) {
  return [...name.matchAll(/(?<=[一二三四五六七八九〇○])[0Oo０Ｏ](?=[一二三四五六七八九〇○])/gu)].map(([zero]) =>
    text(`数字之间的“${zero}”不是“〇”`, `“${zero}” among the numerals is not “〇”`),
  )
}

function placesOf(name: string, expression: RegExp) {
  return [...name].flatMap((character, at) =>
    expression.test(character) ? [{ character, place: at + 1, code: codeOf(character.codePointAt(0)!) }] : [],
  )
}

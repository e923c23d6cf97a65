import { type Refusal, refusal } from '../platform/refusal.ts'
import { SearchKeyError } from '../search/search-key.ts'
import { searchLogics } from '../search/search-logics.ts'

/** The longest registered name, in characters (Unicode code points). */
export const nameCharactersMax = 200

/**
 * The longest search key, in bytes of UTF-8. A few compatibility characters write whole phrases (U+FDFA has 18
 * letters), so a short name can have a key too long for an index, which takes about 2,700 bytes.
 */
export const nameKeyBytesMax = 2000

/**
 * Whether a name can be registered: a debtor's, a secured party's, an individual's. It is judged as it will be stored;
 * whoever takes it from a form trims it first. Searched names are not judged by this but keyed as they come, since a
 * line end pasted with a name must not hide what is registered.
 *
 * Codes, in order of precedence: name_missing, name_not_well_formed, name_too_long, name_control_character,
 * name_bidi_character, name_character_not_allowed, name_not_searchable, name_key_too_long.
 */
export function checkName(name: string): Refusal | undefined {
  if (name === '') return refusal('name_missing', '请填写名称', 'Enter the name')
  if (!name.isWellFormed()) {
    return refusal(
      'name_not_well_formed',
      '名称中有损坏的字符，请重新手工输入',
      'The name holds a damaged character; type it by hand',
    )
  }
  const characters = [...name]
  if (characters.length > nameCharactersMax) return tooLong(characters.length)
  // Nearly every name is of these alone, none of which is refused: it needs no look at each character.
  if (ordinaryName.test(name)) return checkKey(name)
  for (const [index, character] of characters.entries()) {
    const refused = checkCharacter(character, index + 1)
    if (refused) return refused
  }
  return checkKey(name)
}

/** Printable ASCII, the common Han characters, CJK and full-width punctuation, the middle dot. */
const ordinaryName = /^[ -~\u4e00-\u9fa5\u3001-\u301f\uff01-\uff5e\u00b7]*$/

/** Characters that a name cannot hold, each with what is said of it (threat 11: hostile text). */
function checkCharacter(character: string, place: number): Refusal | undefined {
  if (/[\p{Cc}\u2028\u2029]/u.test(character)) {
    return refusal(
      'name_control_character',
      `名称第 ${place} 个字符是换行、制表符或其他控制字符，请删去`,
      `Character ${place} of the name is a line break, a tab or another control character; remove it`,
    )
  }
  if (/[\p{Bidi_Control}\u206A-\u206F]/u.test(character)) {
    return refusal(
      'name_bidi_character',
      `名称第 ${place} 个字符是改变书写方向的隐藏字符，请删去`,
      `Character ${place} of the name is a hidden character that turns the writing direction; remove it`,
    )
  }
  if (/[\p{Cn}\p{Co}\uFFFC\uFFFD]/u.test(character)) {
    return refusal(
      'name_character_not_allowed',
      `名称第 ${place} 个字符是自造字、占位符或未分配的编码，各处显示不一，请改用 Unicode 正式编码的字符`,
      `Character ${place} of the name is private, unassigned or a placeholder; use the one that Unicode has for it`,
    )
  }
  return undefined
}

function checkKey(name: string): Refusal | undefined {
  try {
    const bytes = searchLogics.map((logic) => Buffer.byteLength(logic.organizationKey(name)))
    return Math.max(...bytes) > nameKeyBytesMax ? keyTooLong() : undefined
  } catch (error) {
    if (!(error instanceof SearchKeyError)) throw error
    return refusal(
      'name_not_searchable',
      '名称只有空白、标点或看不见的字符，无法据以查询，请填写登记机关核准的名称',
      'The name is only blanks, punctuation or invisible characters, which no search finds; enter the registered name',
    )
  }
}

function tooLong(found: number): Refusal {
  return refusal(
    'name_too_long',
    `名称最多 ${nameCharactersMax} 个字符，现有 ${found} 个，请核对`,
    `A name has at most ${nameCharactersMax} characters and this one has ${found}; check it`,
  )
}

function keyTooLong(): Refusal {
  return refusal(
    'name_key_too_long',
    '名称中有代表整句的合体字符，展开后过长，请逐字写出',
    'The name holds characters that stand for whole phrases and grows too long; write the letters instead',
  )
}

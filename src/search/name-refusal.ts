import type { Refusal } from '../platform/refusal.ts'
import { text } from '../platform/text.ts'
import { SearchKeyError } from './search-key.ts'
import type { SearchLogic } from './search-logics.ts'

/**
 * The key of a name that somebody searches for or asks about, or why it has none. The name is keyed as it comes: line
 * ends and invisible characters that were pasted with it do no harm.
 */
export function nameKeyOrRefusal(name: string, logic: SearchLogic): { key: string } | { refused: Refusal } {
  // Private-use and replacement characters stand in no registered name: most likely the text was damaged on its way.
  if (/[\u0000\p{Co}\uFFFC\uFFFD]/u.test(name)) return { refused: characterForbidden }
  try {
    return { key: logic.organizationKey(name) }
  } catch (error) {
    if (!(error instanceof SearchKeyError)) throw error
    return {
      refused: { code: 'name_not_searchable', message: words[error.code as keyof typeof words] ?? words.empty_key },
    }
  }
}

const characterForbidden: Refusal = {
  code: 'name_character_not_allowed',
  message: text(
    '名称中有控制字符或乱码（例如 \uFFFD），请重新输入',
    'The name has a control character or was damaged (for example \uFFFD); type it again',
  ),
}

const words = {
  empty_key: text(
    '名称只有空白、标点或者看不见的字符，没有可供查询的字，请核对',
    'The name is only blanks, punctuation or invisible characters and has nothing to search by; check it',
  ),
  not_well_formed: text(
    '名称中有损坏的字符（半个代理对），请重新手工输入',
    'The name holds a damaged character (half of a surrogate pair); type it by hand',
  ),
  unassigned_character: text(
    '名称中有 Unicode 没有定义的字符，请重新手工输入',
    'The name holds a character that Unicode has not defined; type it by hand',
  ),
}

/*
 * Ending legal-form words that search logic 1 removes from names without Han characters, after rule 503 of the US model
 * administrative rules. Words that tell what a body does (bank, agency, trust, association, society) are not here: they
 * are part of the name. The list is part of the logic's version: to change it is to write version 2.
 */

/** The forms in small letters, without accents and full stops. */
export const legalForms: readonly string[] = [
  'limited liability company',
  'limited liability partnership',
  'limited liability limited partnership',
  'registered limited liability partnership',
  'professional limited liability company',
  'professional corporation',
  'professional association',
  'public limited company',
  'limited partnership',
  'general partnership',
  'unlimited liability company',
  'joint stock company',
  'private limited',
  'proprietary limited',
  'partnership',
  'incorporated',
  'incorporation',
  'incorporee',
  'corporation',
  'corp',
  'inc',
  'company',
  'co',
  'limited',
  'limitee',
  'ltee',
  'ltd',
  'llc',
  'lc',
  'lp',
  'llp',
  'lllp',
  'rllp',
  'pllc',
  'plc',
  'pc',
  'pa',
  'ulc',
  'gp',
  'cic',
  'gmbh',
  'mbh',
  'ag',
  'kg',
  'kgaa',
  'ohg',
  'se',
  'sa',
  'sarl',
  'sas',
  'sasu',
  'eurl',
  'snc',
  'spa',
  'srl',
  'bv',
  'nv',
  'vof',
  'ab',
  'as',
  'asa',
  'aps',
  'oy',
  'oyj',
  'sro',
  'doo',
  'kft',
  'zrt',
  'kk',
  'gk',
  'pte',
  'pty',
  'pvt',
  'private',
  'proprietary',
  'sdn',
  'bhd',
  'berhad',
  'jsc',
  'pjsc',
  'ojsc',
  'cjsc',
  'ooo',
  'oao',
  'zao',
  'pao',
  'fze',
  'fzco',
  'fzc',
  'dmcc',
  'wll',
  'ltda',
  'eirl',
  'cv',
  'sab',
  'sapi',
]

const removable = new Set(legalForms)
const wordsMax = Math.max(...legalForms.map((form) => form.split(' ').length))

/**
 * Removes a leading `the` and ending legal forms, again and again, the longest form first, but never the last word.
 * A leading `the` goes before the forms, so that `the limited inc` keeps `limited`; one at a time, so that `the the`
 * and `the the ltd` both keep `the`.
 *
 * @param text words in small letters without accents and full stops, one space between them
 */
export function removeNoiseWords(text: string): string {
  const words = text.split(' ')
  let countBefore: number
  do {
    countBefore = words.length
    if (words.length > 1 && words[0] === 'the') words.shift()
    for (let removed = endingFormLength(words); removed > 0; removed = endingFormLength(words)) words.splice(-removed)
  } while (words.length < countBefore)
  return words.join(' ')
}

/** How many words the longest legal form at the end has that leaves a word before it; 0 if there is none. */
function endingFormLength(words: string[]): number {
  for (let count = Math.min(wordsMax, words.length - 1); count > 0; count--) {
    if (removable.has(words.slice(-count).join(' '))) return count
  }
  return 0
}

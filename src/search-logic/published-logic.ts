import type { CompleteLogic } from '../search/answering-logics.ts'
import { legalForms } from '../search/noise-words.ts'
import { organizationSearchKey, SEARCH_LOGIC, searchLogicSteps } from '../search/search-key.ts'
import { characterTables } from './character-tables.ts'
import { firstOfAll, introduction, numberRules, ofVersions, stepExplanations, wayTitles } from './logic-words.ts'
import { publishedCases } from './published-cases.ts'

/** The ways of the logic in their order: what is done to every name, then to a name of either kind. */
export const ways = [
  { way: 'every_name', title: wayTitles.everyName, steps: withWords(searchLogicSteps.everyName) },
  { way: 'with_han', title: wayTitles.nameWithHan, steps: withWords(searchLogicSteps.nameWithHan) },
  { way: 'without_han', title: wayTitles.nameWithoutHan, steps: withWords(searchLogicSteps.nameWithoutHan) },
] as const

/** Search logic 1 whole, as GET /api/v1/search-logic/1 answers it. Undefined for versions that are not published. */
export function publishedLogic(version: string, complete: readonly CompleteLogic[]) {
  const since = complete.find((each) => each.version === version)?.since
  if (version !== SEARCH_LOGIC || since === undefined) return undefined
  return {
    version,
    since,
    answers: complete.at(-1)!.version === version,
    introduction,
    firstOfAll,
    ways: ways.map(({ way, title, steps }) => ({ way, title, steps })),
    noiseWords: { leading: ['the'], ending: legalForms },
    numbers: numberRules,
    characters: characterTables(),
    cases: publishedCases.map((each) => ({
      ...each,
      registeredKey: organizationSearchKey(each.registered),
      searchedKey: organizationSearchKey(each.searched),
    })),
    versions: ofVersions,
  }
}

function withWords(steps: (typeof searchLogicSteps)[keyof typeof searchLogicSteps]) {
  return steps.map(({ step, title }) => ({ step, title, explanation: stepExplanations[step]! }))
}

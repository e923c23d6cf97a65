import type { FastifyRequest } from 'fastify'
import type { Person } from '../accounts/person.ts'
import type { Deps } from '../deps.ts'
import type { Refusal } from '../platform/refusal.ts'
import type { RecordedSearch } from '../search/load-search.ts'
import type { SearchAnswer } from '../search/search-answer.ts'
import type { SearchBody } from '../search/search-query.ts'
import { search } from '../search/search-routes.ts'

/** A search that was made again: which one, and the way to what is new since. */
export type RepeatedAnswer = SearchAnswer & {
  repeats: string
  links: SearchAnswer['links'] & { difference: string }
}

/** Makes a search again: the same query for the same purpose, as of now. It is a search of its own, and recorded so. */
export async function repeatSearch(
  deps: Deps,
  person: Person,
  request: FastifyRequest,
  { searchNumber, query, purpose }: RecordedSearch,
): Promise<{ answer: RepeatedAnswer } | { refused: Refusal[] }> {
  const made = await search(deps, person, request, { ...query, purpose } as unknown as SearchBody)
  if ('refused' in made) return made
  const { links } = made.answer
  const difference = `${links.self}/difference?since=${searchNumber}`
  return { answer: { ...made.answer, repeats: searchNumber, links: { ...links, difference } } }
}

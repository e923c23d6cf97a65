import type { Deps } from '../deps.ts'
import { reasonMessage } from '../near-matches/near-match-wording.ts'
import type { NearMatchesFound, NearMatchesState, NearWanted } from '../near-matches/near-matches.ts'
import type { Refusal } from '../platform/refusal.ts'
import { inLanguage, type Language } from '../platform/text.ts'
import type { SearchAnswer } from './search-answer.ts'
import { assetIdentifierKey } from './search-key.ts'
import type { SearchBody } from './search-query.ts'

/** Something registered that is near what was searched for. With its purpose it is a search that finds it exactly. */
export type NearMatchAnswer = {
  by: 'organizationName' | 'assetIdentifier'
  name?: string
  value?: string
  /** The code of the organisation, when all that is in effect under the name has one. */
  identifier?: { scheme: string; value: string; country?: string }
  reasons: { code: string; message: string; searched?: string; registered?: string }[]
  /** Registrations in effect under it; with `inEffectMore` that many and more. */
  inEffect: number
  inEffectMore?: true
  /** Whether it is the debtor's name of now, a former one, or that of a branch's parent. */
  foundAs: string[]
  score: number
}

export type NearMatchesAnswer = { nearMatchesState: NearMatchesState; nearMatches: NearMatchAnswer[] }

export const nothingAsked: NearMatchesAnswer = { nearMatchesState: 'not_asked', nearMatches: [] }

/** What to look for beside a query; undefined for the ways of searching that have no near matches. */
export function nearWantedOf(query: { by: string } & Record<string, unknown>): NearWanted | undefined {
  if (query.by === 'organizationName') return { name: String(query.name) }
  if (query.by === 'assetIdentifier') return { assetKey: assetIdentifierKey(String(query.value)) }
  return undefined
}

/**
 * Adds near matches to the answer of a search that is made: unless told, when it found nothing. They speak of the same
 * moment. The answer is certified without them, so whatever becomes of them it stands.
 */
export async function withNearMatches(
  deps: Pick<Deps, 'nearMatches'>,
  body: SearchBody,
  made: { answer: SearchAnswer } | { refused: Refusal[] },
  language: Language,
): Promise<typeof made> {
  if ('refused' in made) return made
  const { nearMatches: when = 'when_nothing_found' } = body
  const wanted = nearWantedOf(body)
  const asked = when === 'always' || (when === 'when_nothing_found' && made.answer.matchCount === 0)
  if (!asked || !wanted || body.asOf) return made
  const found = await deps.nearMatches.find(wanted, made.answer.asOf)
  return { answer: { ...made.answer, ...nearMatchesAnswer(wanted, found, language) } }
}

export function nearMatchesAnswer(
  wanted: NearWanted,
  found: NearMatchesFound | undefined,
  language: Language,
): NearMatchesAnswer {
  if (!found) return { nearMatchesState: 'unavailable', nearMatches: [] }
  const nearMatches = found.found.map(
    ({ name, identifiers, reasons, count, more, foundAs, score }): NearMatchAnswer => {
      const identifier = identifiers.length === 1 ? identifierOfKey(identifiers[0]!) : undefined
      return {
        ...('name' in wanted
          ? { by: 'organizationName' as const, name }
          : { by: 'assetIdentifier' as const, value: name }),
        ...(identifier && { identifier }),
        reasons: reasons.map((reason) => ({ ...reason, message: inLanguage(reasonMessage(reason), language) })),
        inEffect: count,
        ...(more && { inEffectMore: true as const }),
        foundAs,
        score: Number(score.toFixed(3)),
      }
    },
  )
  return { nearMatchesState: found.state, nearMatches }
}

/** `uscc:9135…` and `foreign_registration:DE:HRB12345`, as identifierSearchKey makes them. */
function identifierOfKey(key: string): NearMatchAnswer['identifier'] {
  const [scheme = '', ...rest] = key.split(':')
  const withCountry = scheme === 'foreign_registration' && rest.length > 1
  return withCountry ? { scheme, country: rest[0]!, value: rest.slice(1).join(':') } : { scheme, value: rest.join(':') }
}

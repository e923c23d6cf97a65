/** Why a name or a number cannot be keyed. The codes are stable. */
export type SearchKeyErrorCode =
  | 'not_well_formed'
  | 'unassigned_character'
  | 'empty_key'
  | 'scheme_malformed'
  | 'country_malformed'

const explanations: Record<SearchKeyErrorCode, string> = {
  not_well_formed: 'The text is not well-formed Unicode: it holds half of a surrogate pair.',
  unassigned_character: 'The text holds a code point that Unicode has not assigned.',
  empty_key: 'Nothing that can be searched for is left of the text.',
  scheme_malformed: 'A scheme is named in small letters, digits and underscores.',
  country_malformed: 'A country is given as two letters (ISO 3166-1 alpha-2).',
}

/** Thrown when a text cannot be keyed. A search or a filing with such a text is refused, never run with another key. */
export class SearchKeyError extends Error {
  readonly code: SearchKeyErrorCode

  constructor(code: SearchKeyErrorCode) {
    super(explanations[code])
    this.name = 'SearchKeyError'
    this.code = code
  }
}

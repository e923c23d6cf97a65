import { inLanguage, type Language } from '../platform/text.ts'
import { type BulkLine, type BulkSearch, doneOf } from './bulk-search.ts'

/** What the API says of a list. The secret of its callback is said once, to who began it. */
export function bulkAnswer(search: BulkSearch, callbackSecret?: string) {
  const { bulkSearchNumber, state, purpose, searchLogic, createdAt, endedAt, asOf, callback } = search
  const self = `/api/v1/bulk-searches/${bulkSearchNumber}`
  return {
    bulkSearchNumber,
    state,
    purpose,
    searchLogic,
    createdAt,
    ...(endedAt && { endedAt }),
    ...(asOf && { asOf }),
    total: search.total,
    done: doneOf(search),
    found: search.found,
    nothingFound: search.nothingFound,
    refused: search.refused,
    ...(callback && {
      callback: {
        url: callback.url,
        state: callback.state,
        tries: callback.tries,
        ...(callback.nextAt && { nextAt: callback.nextAt }),
        ...(callback.lastFailure && { lastFailure: callback.lastFailure }),
      },
    }),
    ...(callbackSecret !== undefined && { callbackSecret }),
    links: {
      self,
      results: `${self}/results`,
      resultsCsv: `${self}/results.csv`,
      cancellations: `${self}/cancellations`,
      resumptions: `${self}/resumptions`,
    },
  }
}

/** One line of the results. A line that has its search names it; its matches are read there. */
export function lineAnswer(line: BulkLine, search: BulkSearch, language: Language) {
  const { reference, query, refused, sameAsLine, searchNumber, matchCount } = line
  return {
    line: line.line,
    state: line.state,
    ...(reference !== null && { reference }),
    ...(query && { query }),
    ...(sameAsLine !== null && { sameAsLine }),
    ...(searchNumber !== null &&
      matchCount !== null && {
        matchCount,
        searchNumber,
        asOf: search.asOf!,
        links: {
          search: `/api/v1/searches/${searchNumber}`,
          certificate: `/api/v1/searches/${searchNumber}/certificate`,
        },
      }),
    ...(refused && {
      errors: refused.map(({ code, pointer = '', message }) => ({
        code,
        pointer,
        message: inLanguage(message, language),
      })),
    }),
  }
}

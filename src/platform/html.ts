import * as tag from 'escape-html-template-tag'

/**
 * Markup whose interpolated values are escaped; nested markup is not escaped twice, and lists of markup are joined.
 * Objects other than markup are a mistake, and so is `undefined`: the compiler refuses both. Give '' for nothing.
 */
export type Html = tag.HtmlSafeString
export type HtmlValue = string | number | Html | readonly (string | Html)[]

// The package's types are those of its CommonJS build, where the default export stands one level deeper.
export const html = tag.default as unknown as (parts: TemplateStringsArray, ...values: HtmlValue[]) => Html

/** Pieces of markup with something between them. The separator is our own: it is markup, and never typed by anybody. */
export function joined(pieces: readonly (string | Html)[], separator: Html): Html {
  return tag.join([...pieces], separator)
}

export const nothing: Html = html``

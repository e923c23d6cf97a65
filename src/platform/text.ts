/** A piece of text in the register's two languages. Chinese is written first; English says the same. */
export type Text = { readonly zh: string; readonly en: string }

/** The languages of the register, as BCP 47 tags. */
export type Language = 'zh-CN' | 'en'

/** Picks the language's side of a text. */
export function inLanguage(text: Text, language: Language): string {
  return language === 'en' ? text.en : text.zh
}

/** Shorthand for writing a text in place. */
export function text(zh: string, en: string): Text {
  return { zh, en }
}

import { type Html, html } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Language } from '../../platform/text.ts'
import { writtenDate } from '../../platform/written-form.ts'

/** That drafts of the reader end within a week: on the first page after signing in, and on the list. */
export function endingNote(
  { count, endsOn }: { count: number; endsOn: string },
  language: Language,
  { linked = true } = {},
): Html {
  const say = speaker(language)
  const day = writtenDate(endsOn)
  const words =
    count === 1
      ? say(`有 1 份草稿将在${day.zh}之后删除。`, `One draft will be deleted after ${day.en}.`)
      : say(
          `有 ${count} 份草稿即将删除，最早的在${day.zh}之后。`,
          `${count} drafts will be deleted soon, the first after ${day.en}.`,
        )
  const way = linked
    ? html`<a class="govuk-link" href="/drafts">${say('查看草稿', 'See your drafts')}</a>`
    : say('继续填写并保存的，重新计算期限。', 'Going on with one and saving it starts its time anew.')
  return html`<div class="note"><p class="govuk-body">${words} ${way}</p></div>`
}

import type { FastifyReply } from 'fastify'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { html } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { type Text, text } from '../../platform/text.ts'
import type { UnavailableCode } from '../../platform/unavailable.ts'
import type { FilingPage } from './filing-page.ts'

type Code = UnavailableCode | 'request_in_progress'

/**
 * A submitted form that got no answer: either nothing was filed, or that is not known yet. Sending it again is safe
 * both ways, and the page has the button for it.
 */
export function sendNotFiled(page: FilingPage, code: Code, retryAfterSeconds: number): FastifyReply {
  const { language, request } = page
  const say = speaker(language)
  const known = code !== 'outcome_unknown' && code !== 'request_in_progress'
  return sendPage(page.reply.header('retry-after', String(retryAfterSeconds)), {
    title: known ? text('尚未登记，请稍后再提交', 'Not registered yet: please submit again') : pending,
    status: code === 'request_in_progress' ? 409 : 503,
    body: html`<p class="govuk-body">${say(reasons[code].zh, reasons[code].en)}</p>
<p class="govuk-body">${say(
      '所填内容已经保存，没有丢失。再次提交不会重复登记：已经登记的，会显示原来的结果。',
      'What you typed is saved; nothing is lost. Submitting again never registers twice: if it was registered, you are shown the same result.',
    )}</p>
<form method="post" action="${page.path('/submit')}">${hiddenCsrf(request.shell)}${hidden('declaration', 'true')}
${submitButton(language, text('再次提交', 'Submit again'))}</form>
<p class="govuk-body"><a class="govuk-link" href="/file">${say('稍后再办：从“未完成的登记”继续', 'Later: continue from the unfinished filings')}</a></p>`,
  })
}

const pending = text('暂时不能确认是否已登记', 'It is not known yet whether it was registered')

const away: Text = text(
  '登记系统暂时不能办理登记，没有登记任何内容。',
  'The register cannot file right now. Nothing was registered.',
)

const reasons: Record<Code, Text> = {
  register_busy: text('登记排队已满，没有登记任何内容。', 'The filing queue is full. Nothing was registered.'),
  register_starting: away,
  register_closing: text(
    '登记系统正在停机，没有登记任何内容。',
    'The register is shutting down. Nothing was registered.',
  ),
  database_unavailable: text('数据库暂不可用，没有登记任何内容。', 'The database is away. Nothing was registered.'),
  clock_unreliable: text(
    '登记系统的时钟异常，暂停登记，没有登记任何内容。',
    'The register’s clocks cannot be trusted, so filing is stopped. Nothing was registered.',
  ),
  outcome_unknown: text(
    '提交时与数据库的连接中断，还不知道登记是否已经完成。请再次提交以得到结果。',
    'The connection to the database was lost while filing, and whether it was registered is not known yet. Submit again to learn the result.',
  ),
  request_in_progress: text(
    '这份表正在登记，还没有结果。请稍候再次提交以得到结果。',
    'This form is being registered at this moment. Submit again shortly to get the result.',
  ),
  order_not_closed: away,
  search_logic_unknown: away,
  attachments_busy: away,
  lists_busy: away,
  certificates_busy: away,
}

import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { dataTable } from '../../platform/data-table.ts'
import { hidden, hiddenCsrf, submitButton } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import type { Shell } from '../../platform/shell.ts'
import { inLanguage, type Language, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, writtenMomentShort } from '../../platform/written-form.ts'
import { type ListedNotice, listNotices } from '../list-notices.ts'
import { readerOfNotices } from '../notice-routes.ts'
import { noticeSentence } from '../notice-wording.ts'
import { markRead } from '../read-notices.ts'

const LINES_A_PAGE = 50

/** What the reader's account is told, newest first. */
export function noticesPages(app: FastifyInstance, deps: Deps): void {
  app.get('/notices', { schema: { hide: true } }, async (request, reply) => {
    const person = readerOfNotices(request)
    const query = request.query as { before?: unknown; unread?: unknown }
    const before = placeOf(query.before)
    const unread = query.unread === '1'
    const found = await listNotices(deps.pool, person, {
      limit: LINES_A_PAGE + 1,
      unread,
      ...(before !== undefined && { before }),
    })
    return sendPage(reply, {
      title: text('通知', 'Notices'),
      wide: true,
      body: listView(found, request.shell, { unread, older: before !== undefined }),
    })
  })

  app.post('/notices', { schema: { hide: true } }, async (request, reply) => {
    const person = readerOfNotices(request)
    const upTo = placeOf((request.body as { upTo?: unknown } | undefined)?.upTo)
    if (upTo !== undefined) await markRead(deps.pool, person, upTo)
    return reply.redirect('/notices', 303)
  })
}

function placeOf(given: unknown): number | undefined {
  const place = Number(given)
  return typeof given === 'string' && Number.isSafeInteger(place) && place > 0 ? place : undefined
}

type Shown = { unread: boolean; older: boolean }

/** @param found a page and, when there are more, one beyond it */
function listView(found: ListedNotice[], shell: Shell, { unread, older }: Shown): Html {
  const { language } = shell
  const say = speaker(language)
  const rows = found.slice(0, LINES_A_PAGE)
  const last = rows.at(-1)
  const path = unread ? '/notices?unread=1' : '/notices'
  return html`${intro(language)}
${unread || last ? filter(language, unread) : nothing}
${!older && rows.some(({ read }) => !read) ? allRead(rows[0]!.notice, shell) : nothing}
${last ? table(rows, language) : html`<p class="govuk-body">${none(say, { unread, older })}</p>`}
<nav class="pages" aria-label="${say('分页', 'Pages')}">
${older ? html`<a class="govuk-link" href="${path}">${say('最近的通知', 'Newest notices')}</a>` : nothing}
${last && found.length > LINES_A_PAGE ? html`<a class="govuk-link" href="/notices?${unread ? 'unread=1&' : ''}before=${last.notice}">${say('更早的通知', 'Older notices')}</a>` : nothing}
</nav>`
}

function intro(language: Language): Html {
  const say = speaker(language)
  return html`<p class="govuk-body">${say('您的账户是当事人的登记上办理了什么、要您做什么，都在这里告知；登记的效力不取决于通知。最近的在前，时间为北京时间。', 'What was filed on registrations that your account is a party to, and what waits for you. A filing takes effect whether or not it was read here. Newest first; times are Beijing time (UTC+8).')}</p>`
}

function filter(language: Language, unread: boolean): Html {
  const say = speaker(language)
  const link = unread
    ? html`<a class="govuk-link" href="/notices">${say('显示全部通知', 'Show all notices')}</a>`
    : html`<a class="govuk-link" href="/notices?unread=1">${say('只看未读', 'Show unread only')}</a>`
  return html`<p class="govuk-body">${link}</p>`
}

/** What came after this page was made stays unread. */
function allRead(newest: number, shell: Shell): Html {
  return html`<form method="post" action="/notices">${hiddenCsrf(shell)}${hidden('upTo', String(newest))}
${submitButton(shell.language, text('全部标为已读', 'Mark all as read'), { kind: 'secondary' })}</form>`
}

function none(say: (zh: string, en: string) => string, { unread, older }: Shown): string {
  if (older) return say('没有更早的通知。', 'There are no older notices.')
  return unread
    ? say('没有未读的通知。', 'There are no unread notices.')
    : say('还没有通知。', 'There are no notices yet.')
}

function table(rows: ListedNotice[], language: Language): Html {
  const say = speaker(language)
  return dataTable(language, {
    caption: text('通知', 'Notices'),
    captionHidden: true,
    rows,
    columns: [
      {
        label: text('事项', 'What happened'),
        cell: (notice) => sentence(notice, language),
        heads: true,
      },
      { label: text('时间', 'When'), cell: ({ at }) => inLanguage(writtenMomentShort(at), language), kind: 'whole' },
      { label: text('登记', 'Registration'), cell: (notice) => links(notice, language) },
      {
        label: text('状态', 'State'),
        cell: ({ read }) =>
          read
            ? html`<span class="secondary">${say('已读', 'Read')}</span>`
            : html`<span class="state state--in-effect">${say('未读', 'Unread')}</span>`,
        kind: 'whole',
      },
    ],
  })
}

/** Bold while it is unread, as letters in a heap that have not been opened. */
function sentence(notice: ListedNotice, language: Language): Html {
  const words = inLanguage(noticeSentence(notice), language)
  return notice.read ? html`${words}` : html`<strong>${words}</strong>`
}

function links({ registrationNumber, filingNumber, kind }: ListedNotice, language: Language): Html | '' {
  const say = speaker(language)
  if (!registrationNumber) {
    return kind === 'draft_ending' || kind === 'draft_ended'
      ? html`<a class="govuk-link" href="/drafts">${say('草稿', 'Drafts')}</a>`
      : ''
  }
  const certificate = filingNumber
    ? html`<br><a class="govuk-link" href="/api/v1/filings/${filingNumber}/certificate">${say('登记证明（PDF）', 'Certificate (PDF)')}<span class="govuk-visually-hidden"> ${groupsOfFour(filingNumber)}</span></a>`
    : nothing
  return html`<a class="govuk-link" href="/registrations/${registrationNumber}">${numberInGroups(registrationNumber, { copy: false })}</a>${certificate}`
}

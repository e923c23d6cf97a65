import type { FastifyReply } from 'fastify'
import { errorSummary } from './form-controls.ts'
import { type Html, html, nothing } from './html.ts'
import type { Refusal } from './refusal.ts'
import type { Shell } from './shell.ts'
import { inLanguage, type Language, type Text } from './text.ts'

/** One page. The layout writes the heading from the title, and the error summary above it. */
export type Page = {
  title: Text
  body: Html
  /** 200 unless told. */
  status?: number
  /** Refusals of a form on this page: they are summed up on top, each linked to its field. */
  errors?: readonly Refusal[]
  /** Tables may be wider than the text column of 40 em. */
  wide?: boolean
  /** A local path to go back to. */
  back?: string
  /** The body has its own h1 (a question that is a legend, a confirmation panel). */
  ownHeading?: boolean
}

/**
 * Sends a page in the reader's language. Pages are never stored by shared caches, those of signed-in people by none.
 */
export function sendPage(reply: FastifyReply, page: Page): FastifyReply {
  const { shell } = reply.request
  return reply
    .code(page.status ?? 200)
    .header('content-language', shell.language)
    .header('vary', 'cookie, accept-language')
    .header('cache-control', shell.person ? 'no-store' : 'private, no-cache')
    .type('text/html; charset=utf-8')
    .send(pageHtml(shell, page))
}

/** The function that picks the reader's side of a text written in place: `say('查询', 'Search')`. */
export function speaker(language: Language): (zh: string, en: string) => string {
  return (zh, en) => (language === 'en' ? en : zh)
}

/** The whole document. */
export function pageHtml(shell: Shell, page: Page): string {
  const { language } = shell
  const say = speaker(language)
  const title = inLanguage(page.title, language)
  const failed = (page.errors?.length ?? 0) > 0
  return html`<!doctype html>
<html lang="${language}" class="govuk-template">
<head>
<meta charset="utf-8">
<title>${failed ? say('有误：', 'Error: ') : ''}${title} - ${inLanguage(shell.name, language)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<meta name="format-detection" content="telephone=no">
<link rel="icon" type="image/svg+xml" href="/assets/emblem.svg">
<link rel="icon" type="image/svg+xml" href="/assets/emblem.svg">
<link rel="stylesheet" href="/assets/encumbra.css">
<script type="module" src="/assets/encumbra.js"></script>
</head>
<body class="govuk-template__body${shell.sandbox ? ' sandbox' : ''}">
<a class="govuk-skip-link" href="#main">${say('跳到正文', 'Skip to main content')}</a>
<header>
${shell.sandbox ? sandboxBanner(language) : nothing}
${masthead(shell)}
</header>
<div class="frame${shell.person ? ' frame--with-tasks' : ''}">
${shell.person ? tasks(shell) : nothing}
<main id="main" class="content${page.wide ? ' content--wide' : ''}" tabindex="-1">
${page.back ? html`<a class="govuk-back-link" href="${page.back}">${say('返回', 'Back')}</a>` : nothing}
${page.errors ? errorSummary(page.errors, language) : nothing}
${page.ownHeading ? nothing : html`<h1 class="govuk-heading-l">${title}</h1>`}
${page.body}
</main>
</div>
${footer(language)}
</body>
</html>
`.toString()
}

function sandboxBanner(language: Language): Html {
  const say = speaker(language)
  return html`<p class="sandbox-banner"><strong>SANDBOX 沙盒</strong>
${say('这是演示系统：所有数据都是虚构的，登记和证明没有法律效力。', 'A demonstration: all data is invented, and nothing filed here has legal effect.')}</p>`
}

function masthead(shell: Shell): Html {
  const say = speaker(shell.language)
  return html`<div class="masthead"><div class="masthead__inner">
<a class="masthead__name" href="/"><img src="/assets/emblem.svg" width="28" height="28" alt="">${inLanguage(shell.name, shell.language)}</a>
<ul class="masthead__links">
${shell.person ? nothing : html`<li><a class="govuk-link" href="/sign-in">${say('登录', 'Sign in')}</a></li>`}
<li>${languageSwitch(shell)}</li>
</ul>
</div></div>`
}

/** The other language, written in itself. The link keeps this page's own path and query. */
function languageSwitch({ language, here }: Shell): Html {
  const other = language === 'en' ? { tag: 'zh-CN', word: '中文' } : { tag: 'en', word: 'English' }
  const url = new URL(here, 'http://local')
  url.searchParams.set('lang', other.tag)
  return html`<a class="govuk-link" lang="${other.tag}" hreflang="${other.tag}" rel="nofollow" href="${url.pathname}${url.search}">${other.word}</a>`
}

function tasks(shell: Shell): Html {
  const { language, person } = shell
  const say = speaker(language)
  const path = shell.here.split('?')[0] ?? ''
  const items = shell.navigation.map(({ href, label, covers }) => {
    const current = covers.some((each) => path === each || path.startsWith(`${each}/`))
    return html`<li><a class="tasks__link" href="${href}"${current ? html` aria-current="page"` : nothing}>${inLanguage(label, language)}</a></li>`
  })
  return html`<div class="tasks">
<nav aria-label="${say('办事', 'Tasks')}"><ul class="tasks__list">${items}</ul></nav>
<section class="tasks__account" aria-label="${say('账户', 'Account')}">
<p class="tasks__person">${person?.displayName ?? ''}${person && person.accountName !== person.displayName ? html`<br><span class="secondary">${person.accountName}</span>` : nothing}</p>
<form method="post" action="/sign-out"><input type="hidden" name="_csrf" value="${shell.csrf}"><button class="link-button" type="submit">${say('退出登录', 'Sign out')}</button></form>
</section>
</div>`
}

function footer(language: Language): Html {
  const say = speaker(language)
  return html`<footer class="colophon"><div class="colophon__inner">
<p>${say('登记按《动产和权利担保统一登记办法》办理，只作形式审查，不审查权利是否存在。', 'The register examines the form only; it does not judge whether a right exists.')}</p>
<ul class="colophon__links"><li><a class="govuk-link" href="/verify">${say('核验证明', 'Check a certificate')}</a></li>
<li><a class="govuk-link" href="/docs">${say('接口文档', 'API reference')}</a></li></ul>
</div></footer>`
}

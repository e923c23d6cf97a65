import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import chromium from '@sparticuz/chromium'
import { type Browser, type BrowserContext, chromium as engine, type Page } from 'playwright-core'
import type { Test } from 'tap'
import type { Language } from '../../src/platform/text.ts'

/** The browser that comes inside an npm package, without the switches that make it less strict than people's. */
const unwanted = /^--(single-process|no-zygote|disable-web-security|allow-running-insecure-content)/
const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const widths = [1280, 390] as const
export const languages: readonly Language[] = ['zh-CN', 'en']

/** Starts a browser for a test file; it ends with the test. */
export async function openBrowser(t: Test): Promise<Browser> {
  const browser = await engine.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((each) => !unwanted.test(each)), '--disable-dev-shm-usage'],
  })
  t.teardown(() => browser.close())
  return browser
}

/** A reader with a language and a screen. Pages are looked at without sign-in until the context has a session. */
export async function openReader(
  browser: Browser,
  url: string,
  reader: { language: Language; width: number; session?: string; scripts?: boolean },
): Promise<{ context: BrowserContext; page: Page }> {
  const { language, width, session, scripts = true } = reader
  const context = await browser.newContext({
    baseURL: url,
    locale: language,
    viewport: { width, height: 900 },
    javaScriptEnabled: scripts,
  })
  const cookies = { language, ...(session !== undefined && { session }) }
  await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url })))
  return { context, page: await context.newPage() }
}

/**
 * What is wrong with a page as it is shown: violations of axe, anything wider than the screen, and words that are
 * mistakes of ours. Empty: nothing. A page that was still on its way when it was looked at is looked at again.
 */
export async function faultsOf(page: Page): Promise<string[]> {
  for (let look = 1; ; look += 1) {
    await page.waitForLoadState('load')
    try {
      return await faultsSeen(page)
    } catch (error) {
      if (look === LOOKS_MAX) throw error
      await page.waitForTimeout(LOOK_AGAIN_MS)
    }
  }
}

const LOOKS_MAX = 4
const LOOK_AGAIN_MS = 250

async function faultsSeen(page: Page): Promise<string[]> {
  await page.evaluate(axeSource)
  const found = await page.evaluate(`axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) =>
    violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' at ' + target.join(' '))))`)
  const beyond = await page.evaluate('document.scrollingElement.scrollWidth - innerWidth')
  const words = await page.evaluate('document.body.innerText.match(/\\[object Object\\]|undefined|\\bNaN\\b/g)')
  return [
    ...(found as string[]),
    ...((beyond as number) > 0 ? [`${beyond} pixels too wide`] : []),
    ...((words as string[] | null) ?? []).map((word) => `the word ${word}`),
  ]
}

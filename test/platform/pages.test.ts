import t from 'tap'
import { openRegister } from '../helpers/register.ts'

t.test('pages for people, problems for programs', async (t) => {
  const register = await openRegister(t)
  const page = (url: string, headers: Record<string, string> = {}) =>
    register.app.inject({ url, headers: { accept: 'text/html,*/*;q=0.8', ...headers } })

  t.test('what is not there', async (t) => {
    const seen = await page('/nowhere')
    t.equal(seen.statusCode, 404)
    t.match(seen.headers['content-type'], 'text/html')
    t.match(seen.body, '没有找到，或您无权查看')
    t.match(seen.body, 'lang="zh-CN"')
    for (const [url, accept] of [
      ['/nowhere', 'application/json'],
      ['/nowhere', '*/*'],
      ['/api/v1/nowhere', 'text/html'],
      ['/log/nowhere', 'text/html'],
    ] as const) {
      const told = await page(url, { accept })
      t.equal(told.statusCode, 404)
      t.match(told.headers['content-type'], 'application/problem+json', `${url} ${accept}`)
    }
  })

  t.test('who is not signed in is taken to the sign-in page, and back', async (t) => {
    for (const [url, next] of [
      ['/search?by=individualId', '/search?by=individualId'],
      ['/registrations/20261122012345678951', '/registrations/20261122012345678951'],
    ] as const) {
      const seen = await page(url)
      t.equal(seen.statusCode, 303)
      t.equal(seen.headers.location, `/sign-in?next=${encodeURIComponent(next)}`)
      t.equal(seen.headers['cache-control'], 'no-store')
    }
    const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
    const posted = await register.app.inject({ method: 'POST', url: '/search', payload: 'by=x', headers: form })
    t.equal(posted.headers.location, '/sign-in?next=%2Fsearch', 'the page of the form')
    t.equal((await page('/api/v1/me')).statusCode, 401, 'a program is told')
  })

  t.test('the language is switched on the same page, and remembered', async (t) => {
    const switched = await page('/verify?number=1&lang=en')
    t.equal(switched.statusCode, 303)
    t.equal(switched.headers.location, '/verify?number=1')
    const cookie = switched.cookies.find((each) => each.name === 'language')!
    t.match(cookie, { value: 'en', httpOnly: true, sameSite: 'Lax', path: '/' })
    const english = await page('/', { cookie: 'language=en' })
    t.match(english.body, '<html lang="en"')
    t.match(english.body, 'Search the register')
    t.equal(english.headers['content-language'], 'en')
    t.match((await page('/', { 'accept-language': 'en-GB,en;q=0.9' })).body, '<html lang="en"')
    t.match((await page('/?lang=fr')).body, '<html lang="zh-CN"', 'other languages change nothing')
    t.match((await page('//elsewhere.example/?lang=en')).headers.location, /^\/(?!\/)/, 'never another site')
  })

  t.test('every page says what it must and nothing that it must not', async (t) => {
    for (const url of ['/', '/sign-in', '/verify', '/nowhere']) {
      for (const cookie of ['language=zh-CN', 'language=en']) {
        const seen = await page(url, { cookie })
        t.match(seen.body, 'SANDBOX 沙盒', 'a sandbox says so')
        t.notMatch(seen.body, /\[object Object\]|undefined|NaN/)
        t.notMatch(seen.body, /<script(?! type="module" src="\/assets\/)|\sstyle=|\son[a-z]+="/, 'nothing inline')
        t.match(seen.headers['content-security-policy'], /script-src 'self'[;]/)
        t.equal((seen.body.match(/<h1/g) ?? []).length, 1)
      }
    }
  })

  t.test('what a page needs is served', async (t) => {
    for (const [file, type] of [
      ['encumbra.css', 'text/css'],
      ['encumbra.js', /javascript/],
      ['emblem.svg', 'image/svg+xml'],
      ['sandbox.svg', 'image/svg+xml'],
    ] as const) {
      const seen = await page(`/assets/${file}`)
      t.equal(seen.statusCode, 200)
      t.match(seen.headers['content-type'], type)
    }
  })
})

t.test('a register that is no sandbox has no mark', async (t) => {
  const register = await openRegister(t, { sandbox: false })
  const seen = await register.app.inject({ url: '/sign-in', headers: { accept: 'text/html' } })
  t.notMatch(seen.body, /sandbox/i)
})

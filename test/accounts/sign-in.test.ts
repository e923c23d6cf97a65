import t from 'tap'
import { openRegister, type TestRegister } from '../helpers/register.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded' }

function signIn(register: TestRegister, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const payload = new URLSearchParams(fields).toString()
  return register.app.inject({ method: 'POST', url: '/sign-in', payload, headers: { ...form, ...headers } })
}

t.test('sign-in, sessions and keys', async (t) => {
  const register = await openRegister(t)
  const { loginName, password } = register.people.operator
  const me = (cookie: string) => register.app.inject({ url: '/api/v1/me', headers: { cookie } })

  t.test('opens a fresh session, which its sign-out ends', async (t) => {
    const fixed = await signIn(register, { loginName, password }, { cookie: 'session=chosen-by-somebody-else' })
    const cookie = fixed.cookies.find((each) => each.name === 'session')!
    t.not(cookie.value, 'chosen-by-somebody-else', 'no fixation')
    t.match(cookie, { httpOnly: true, sameSite: 'Lax', path: '/' })
    t.match((await me(`session=${cookie.value}`)).json(), { loginName, role: 'operator' })
    t.equal((await me('session=chosen-by-somebody-else')).statusCode, 401)
    const { csrfToken } = await import('../../src/accounts/secrets.ts')
    const payload = new URLSearchParams({ _csrf: csrfToken(cookie.value) }).toString()
    const out = await register.app.inject({
      method: 'POST',
      url: '/sign-out',
      payload,
      headers: { ...form, cookie: `session=${cookie.value}` },
    })
    t.equal(out.statusCode, 303)
    t.equal((await me(`session=${cookie.value}`)).statusCode, 401, 'a replayed session is over')
  })

  t.test('idle and absolute ends', async (t) => {
    const token = await register.sessionOf('operator')
    await register.sql(`update sessions set seen_at = clock_timestamp() - interval '31 minutes'`)
    t.equal((await me(`session=${token}`)).statusCode, 401, 'idle for 31 minutes')
    await register.sql(
      `update sessions set seen_at = clock_timestamp(), expires_at = clock_timestamp() - interval '1 second'`,
    )
    t.equal((await me(`session=${token}`)).statusCode, 401, 'past its end')
  })

  t.test('a form without the session’s token is refused', async (t) => {
    const token = await register.sessionOf('operator')
    const post = (payload: string, headers = {}) =>
      register.app.inject({
        method: 'POST',
        url: '/sign-out',
        payload,
        headers: { ...form, cookie: `session=${token}`, ...headers },
      })
    t.equal((await post('')).statusCode, 403)
    t.equal((await post('_csrf=guess')).statusCode, 403)
    for (const type of [
      'application/json',
      'multipart/form-data; boundary=x',
      'Application/X-WWW-Form-Urlencoded',
      'text/plain',
    ]) {
      const answer = await post('{}', { 'content-type': type })
      t.ok([400, 403, 415].includes(answer.statusCode), `${type}: ${answer.statusCode}`)
    }
    const empty = await register.app.inject({
      method: 'POST',
      url: '/sign-out',
      headers: { cookie: `session=${token}` },
    })
    t.equal(empty.statusCode, 403, 'a form without a body')
    t.equal((await signIn(register, { loginName, password }, { origin: 'https://elsewhere.example' })).statusCode, 403)
    t.match((await me(`session=${token}`)).json(), { loginName })
  })

  t.test('an API key that was revoked or has expired ends', async (t) => {
    const call = () => register.call('otherOperator', { url: '/api/v1/me' })
    await register.sql(`update api_keys set expires_at = clock_timestamp() - interval '1 second' where user_id = $1`, [
      register.people.otherOperator.userId,
    ])
    t.equal((await call()).statusCode, 401)
  })

  t.test('guessing is slowed down by name, and every try is in the audit', async (t) => {
    const name = register.people.searcher.loginName
    const answers: number[] = []
    for (let at = 0; at < 12; at += 1) {
      answers.push((await signIn(register, { loginName: name, password: `wrong ${at}` })).statusCode)
    }
    t.ok(answers.slice(0, 10).every((status) => status !== 429 && status !== 303))
    t.same(answers.slice(10), [429, 429])
    const right = await signIn(register, { loginName: name, password: register.people.searcher.password })
    t.equal(right.statusCode, 429)
    t.ok(Number(right.headers['retry-after']) > 0)
    const { rows } = await register.sql(
      `select count(*)::int as n from audit_events where act = 'sign_in_failed' and subject = $1`,
      [name],
    )
    t.equal(rows[0].n, 10)
  })

  t.test('a password over 72 bytes never matches', async (t) => {
    t.not((await signIn(register, { loginName, password: password.padEnd(73, 'x') })).statusCode, 303)
  })
})

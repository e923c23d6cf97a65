import t from 'tap'
import { openRegister } from '../../helpers/register.ts'

const form = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }

t.test('the sign-in page', async (t) => {
  const register = await openRegister(t)
  const { loginName, password } = register.people.operator
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    register.app.inject({
      method: 'POST',
      url: '/sign-in',
      payload: new URLSearchParams(fields).toString(),
      headers: { ...form, ...headers },
    })

  t.test('goes where the reader wanted to go, and never elsewhere', async (t) => {
    for (const [next, location] of [
      ['/search?by=individualId', '/search?by=individualId'],
      ['', '/'],
      ['//elsewhere.example', '/'],
      ['https://elsewhere.example', '/'],
    ] as const) {
      const seen = await post({ loginName, password, next })
      t.equal(seen.statusCode, 303)
      t.equal(seen.headers.location, location)
    }
    const asked = await register.app.inject({ url: '/sign-in?next=/searches', headers: { accept: 'text/html' } })
    t.match(asked.body, /name="next" value="&#x2F;searches"/)
  })

  t.test('one error for a wrong name and a wrong password; the name stays, the password does not', async (t) => {
    const wrongPassword = await post({ loginName, password: 'a wrong one' })
    const wrongName = await post({ loginName: 'nobody-here', password: 'a wrong one' })
    for (const seen of [wrongPassword, wrongName]) {
      t.equal(seen.statusCode, 401)
      t.match(seen.body, 'href="#loginName">用户名或密码不正确')
      t.notMatch(seen.body, 'a wrong one')
    }
    const without = (body: string, name: string) => body.replaceAll(name, '')
    t.equal(without(wrongPassword.body, loginName), without(wrongName.body, 'nobody-here'), 'both read alike')
  })

  t.test('a session that is replaced ends, and signing out ends the page', async (t) => {
    const first = await register.sessionOf('operator')
    const home = await register.app.inject({ url: '/', headers: { cookie: `session=${first}`, accept: 'text/html' } })
    t.match(home.body, '退出登录')
    t.equal(home.headers['cache-control'], 'no-store')
    const csrf = /name="_csrf" value="([^"]+)"/.exec(home.body)![1]!
    const again = await post(
      { loginName, password, _csrf: csrf.replaceAll('&#x3D;', '=') },
      { cookie: `session=${first}` },
    )
    t.equal(again.statusCode, 303)
    const me = (token: string) => register.app.inject({ url: '/api/v1/me', headers: { cookie: `session=${token}` } })
    t.equal((await me(first)).statusCode, 401)
    t.equal((await me(again.cookies.find((each) => each.name === 'session')!.value)).statusCode, 200)
    const signedIn = await register.app.inject({
      url: '/sign-in?next=/search',
      headers: { cookie: `session=${await register.sessionOf('operator')}`, accept: 'text/html' },
    })
    t.equal(signedIn.headers.location, '/search', 'who is signed in need not sign in')
  })

  t.test('a sandbox says where its sign-in data is, and none of it', async (t) => {
    const seen = await register.app.inject({ url: '/sign-in', headers: { accept: 'text/html' } })
    t.match(seen.body, 'sandbox.json')
    for (const person of Object.values(register.people)) t.notMatch(seen.body, person.password)
  })
})

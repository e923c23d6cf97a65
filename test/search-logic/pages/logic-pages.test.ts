import t from 'tap'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession } from '../../registrations/pages/page-session.ts'

t.test('the search logic by page, by nobody in particular', async (t) => {
  const register = await openRegister(t)
  const headers = { accept: 'text/html' }
  const page = (url: string, language = 'zh-CN') =>
    register.app.inject({ url, headers: { ...headers, cookie: `language=${language}` } })
  const compare = (first: string, second: string, more: Record<string, string> = {}) =>
    register.app.inject({
      method: 'POST',
      url: '/search-logic/try',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded', ...more },
      payload: new URLSearchParams({ first, second }).toString(),
    })

  t.test('the rules in both languages', async (t) => {
    const chinese = await page('/search-logic')
    t.equal(chinese.statusCode, 200)
    for (const words of ['统一括号', '不分大小写', 'limited liability company', '长江实业（集团）有限公司', 'U+FEFF'])
      t.match(decode(chinese.body), words)
    const english = decode((await page('/search-logic', 'en')).body)
    for (const words of ['Unify brackets', 'Ignore letter case', 'Legal-form words', 'Cases']) t.match(english, words)
    t.notMatch(english, '统一括号')
  })

  t.test('two names: match or not, and why', async (t) => {
    t.equal((await page('/search-logic/try')).statusCode, 200)
    const same = decode((await compare('甲\u200B【乙】公司', '甲（乙）公司')).body)
    t.match(same, /<h1[^>]*>相符：/)
    t.match(same, '在“统一括号”这一步之后相同')
    t.match(same, '第 2 个字符 U+200B（零宽空格）')
    const other = decode((await compare('未来公司', '末来公司', { 'accept-language': 'en' })).body)
    t.match(other, /<h1[^>]*>They do not match:/)
    t.match(other, 'The keys differ at character 1: “未” (U+672A) in the one, “末” (U+672B) in the other.')
    t.match(decode((await compare('ABC', 'ABC公司')).body), '一个名称含汉字，另一个不含')
    t.match(decode((await compare('甲公司', '甲公司')).body), '两个名称写法完全相同')
    t.match(decode((await compare('甲公司', '甲公司北京')).body), '第二个名称的查询键从第 4 个字符“北”')
  })

  t.test('what cannot be keyed is refused at its field, and nothing typed is lost', async (t) => {
    const refused: [string, string, RegExp][] = [
      ['', '甲', /请填写第一个名称/],
      ['甲', '', /请填写第二个名称/],
      ['甲', '\u200B“”', /没有可供查询的字/],
      ['甲\u0378', '乙', /没有定义的字符/],
      ['甲\uE000', '乙', /乱码/],
      ['甲'.repeat(201), '乙', /最多 200/],
    ]
    for (const [first, second, words] of refused) {
      const seen = await compare(first, second)
      t.equal(seen.statusCode, 422, String(words))
      t.match(decode(seen.body), words)
      if (first) t.ok(decode(seen.body).includes(`value="${first}"`), 'what was typed is there')
    }
    t.equal((await register.app.inject({ method: 'POST', url: '/search-logic/try', headers })).statusCode, 422)
  })

  t.test('names are escaped, and another site’s form is refused', async (t) => {
    const hostile = '<script>alert(1)</script>"\'><img src=x>'
    const seen = await compare(hostile, hostile)
    t.equal(seen.statusCode, 200)
    t.notMatch(seen.body, '<script>alert')
    t.notMatch(seen.body, '<img src=x>')
    t.equal((await compare('甲', '甲', { origin: 'https://elsewhere.example' })).statusCode, 403)
  })

  t.test('the signed-in come to it from the form of a search and from its result', async (t) => {
    const searcher = await openSession(register, 'searcher')
    t.match((await searcher.get('/search')).body, 'href="/search-logic"')
    const seen = await searcher.post('/search-logic/try', { first: '甲（乙）公司', second: '甲(乙)公司' })
    t.match(decode(seen.body), '相符：')
  })
})

import t from 'tap'
import { localPath } from '../../src/platform/local-path.ts'

t.test('only paths of this site are gone to', async (t) => {
  for (const [given, path] of [
    ['/search', '/search'],
    ['/search?by=individualId&purpose=dispute', '/search?by=individualId&purpose=dispute'],
    ['/a/../search', '/search'],
    ['//elsewhere.example', undefined],
    ['/\\elsewhere.example', undefined],
    ['/..//elsewhere.example', undefined],
    ['/\t/elsewhere.example', undefined],
    ['/\n/elsewhere.example', undefined],
    ['https://elsewhere.example/', undefined],
    ['javascript:alert(1)', undefined],
    ['search', undefined],
    ['', undefined],
    [`/${'a'.repeat(2_000)}`, undefined],
    [['/search'], undefined],
    [undefined, undefined],
  ] as const) {
    t.equal(localPath(given), path, JSON.stringify(given)?.slice(0, 60))
  }
})

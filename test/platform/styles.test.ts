import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { compile } from 'sass'
import t from 'tap'
import { projectRoot } from '../../src/config.ts'

const assets = resolve(projectRoot, 'src/platform/assets')

t.test('the style sheet is what its sources make', async (t) => {
  const { css } = compile(resolve(assets, 'encumbra.scss'), {
    style: 'compressed',
    loadPaths: [resolve(projectRoot, 'node_modules')],
    charset: false,
    quietDeps: true,
  })
  const committed = readFileSync(resolve(assets, 'encumbra.css'), 'utf8')
  t.ok(committed.trim() === css.trim(), 'run npm run styles')
  t.notMatch(committed, /GDS Transport|@font-face|url\((?!"?\/assets\/)/, 'no font and nothing from elsewhere')
})

t.test('the script and the pages need nothing that the content security policy refuses', async (t) => {
  const script = readFileSync(resolve(assets, 'encumbra.js'), 'utf8')
  t.notMatch(script, /innerHTML|\beval\b|new Function|document\.write/)
})

import fc from 'fast-check'
import t from 'tap'
import { hasCharactersInWords } from '../../src/certificates/certificate-characters.ts'
import { faceOf, faceWith } from '../../src/certificates/certificate-fonts.ts'
import { type Line, type Style, setLines } from '../../src/certificates/certificate-typesetting.ts'

const style: Style = { face: 'sans', size: 9, color: '#000000' }
const textOf = (line: Line) => line.runs.map((run) => run.text).join('')
const lines = (text: string, width: number) => setLines([{ text, style }], width).map(textOf)

t.test('lines break where a reader expects it', async (t) => {
  const table: [text: string, width: number, expected: string[]][] = [
    ['', 90, [' ']],
    ['担保权人', 90, ['担保权人']],
    ['担保财产登记', 28, ['担保财', '产登记']],
    ['担保财。产登记', 28, ['担保', '财。产', '登记']],
    ['担保（财产）登记', 28, ['担保', '（财', '产）登', '记']],
    ['one two three', 40, ['one two', 'three']],
    ['苏州DMU80型', 35, ['苏州', 'DMU80', '型']],
    ['SN-2026-0318', 40, ['SN-2026-', '0318']],
    ['1,000,000.00', 60, ['1,000,000.00']],
    ['第一行\n\n第三行\r\n', 90, ['第一行', ' ', '第三行']],
    ['AAAAAAAAAAAA', 28, ['AAAAA', 'AAAAA', 'AA']],
    ['𬱖𬱖𬱖𬱖', 19, ['𬱖𬱖', '𬱖𬱖']],
    ['宽', 1, ['宽']],
  ]
  for (const [text, width, expected] of table) t.same(lines(text, width), expected, JSON.stringify(text))
})

t.test('no line is wider than asked, nothing is lost, no character is split', async () => {
  const character = fc.oneof(
    fc.constantFrom(...'担保，。（）“”‘’·AbZ09 -/\u3000é𬱖𠮷\u{30000}བ\u202E\n'),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
    fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)),
  )
  const text = fc.array(character, { maxLength: 120 }).map((characters) => characters.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 20, max: 200 }), (text, width) => {
      const set = setLines([{ text, style }], width)
      const whole = set.map(textOf).join('')
      for (const line of set) {
        const used = line.runs.reduce((sum, run) => sum + widthOfRun(run), 0)
        if (!(used <= width)) return false
      }
      return whole.isWellFormed() && squeezed(whole) === squeezed(lines(text, 100_000).join(''))
    }),
    { numRuns: 300 },
  )
})

const squeezed = (text: string) => text.replace(/[ \u3000]/g, '')

function widthOfRun(run: Line['runs'][number]): number {
  const face = faceOf(run.font)
  const advances = Array.from(run.text, (each) => face?.glyph(each.codePointAt(0) as number)?.advance ?? Number.NaN)
  return (advances.reduce((sum, advance) => sum + advance, 0) * style.size) / 1000
}

t.test('every character is in a font that has it, or is named', async (t) => {
  const table: [string, string | undefined][] = [
    ['国', 'sans'],
    ['é', 'sans'],
    ['Ł', 'latin'],
    ['Ї', 'latin'],
    ['䶮', 'sans'],
    ['鿿', 'serif'],
    ['𠀀', 'rare-20000'],
    ['\u{2EBE0}', 'rare-2e000'],
    ['\u{2F800}', 'rare-2f000'],
    ['\uF900', 'sans'],
    ['\u{30000}', undefined],
    ['ئ', undefined],
  ]
  for (const [character, family] of table) {
    t.equal(faceWith(character.codePointAt(0) as number, 'sans')?.family, family, character)
    t.equal(hasCharactersInWords(character), family === undefined, character)
  }
})

t.test('GB 18030 level 3: the fonts have all but a handful of CJK Extension A to F', async (t) => {
  const blocks = [
    [0x3400, 0x4dbf],
    [0x4e00, 0x9fff],
    [0x20000, 0x2a6df],
    [0x2a700, 0x2ebef],
  ] as const
  const missing = blocks.flatMap(([first, last]) =>
    Array.from({ length: last - first + 1 }, (_, i) => first + i).filter(
      (codePoint) => /\p{Script=Han}/u.test(String.fromCodePoint(codePoint)) && !faceWith(codePoint, 'sans'),
    ),
  )
  t.equal(missing.length, 32, 'added to Unicode after the fonts were drawn')
})

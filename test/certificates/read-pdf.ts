import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A piece of text on a page; x and y in points from the lower left, `upright` when it is not turned. */
export type PlacedText = { text: string; x: number; y: number; width: number; upright: boolean }

/** The texts of every page, in the order they are drawn. */
export async function readPdf(bytes: Uint8Array): Promise<PlacedText[][]> {
  const task = getDocument({ data: bytes.slice(), useSystemFonts: false, verbosity: 0 })
  const pdf = await task.promise
  const pages: PlacedText[][] = []
  for (let i = 1; i <= pdf.numPages; i++) {
    const content = await (await pdf.getPage(i)).getTextContent({ disableNormalization: true })
    pages.push(
      content.items.flatMap((item) => {
        if (!('str' in item) || item.str === '') return []
        const [, turned, , , x, y] = item.transform as number[]
        return [{ text: item.str, x: x as number, y: y as number, width: item.width, upright: turned === 0 }]
      }),
    )
  }
  await task.destroy()
  return pages
}

/** All text without spaces and line ends, as one compares names in it. */
export function textOf(pages: readonly PlacedText[][]): string {
  return pages
    .flat()
    .map((each) => each.text)
    .join('')
    .replace(/\s/g, '')
}

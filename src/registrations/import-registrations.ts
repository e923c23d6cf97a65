import { createHash } from 'node:crypto'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import type { Refusal } from '../platform/refusal.ts'
import { inLanguage, type Language, text } from '../platform/text.ts'
import { compileBody } from '../platform/validation.ts'
import { WorkUnderWay } from '../platform/work-under-way.ts'
import type { Filer } from './act.ts'
import { canonicalBytes } from './canonical-filing.ts'
import type { FilingSequencer } from './filing-sequencer.ts'
import { excludedAssetOf } from './forms/forms.ts'
import { patiently } from './patience.ts'
import { prepareRegistration } from './register.ts'
import { type RegistrationContent, registrationBodySchema } from './registration-form.ts'

/** What became of one line. A report has one of these for each line, as NDJSON. */
export type ImportedLine =
  | { line: number; outcome: 'filed'; filerReference?: string; registrationNumber: string; [more: string]: unknown }
  | { line: number; outcome: 'duplicate'; filerReference?: string; message: string }
  | {
      line: number
      outcome: 'refused'
      filerReference?: string
      errors: { code: string; pointer: string; message: string }[]
    }

export type ImportCounts = { lines: number; filed: number; duplicates: number; refused: number }

/** Lines that may be under way at once: enough for whole groups, little enough to stay small in memory. */
const UNDER_WAY_MAX = 400
const LINE_MAX_CHARACTERS = 16 * 1024 * 1024

/**
 * Files NDJSON, one POST body a line, through the same rules and the same order as every other filing. A second run
 * files nothing twice: the same filer and filerReference is a duplicate, and a line without a reference is one when the
 * same content stood there before.
 * @param report called once for each line, in the order of completion
 */
export async function importRegistrations(
  sequencer: FilingSequencer,
  filer: Filer,
  input: Readable,
  options: { today: () => string; language: Language; report: (line: ImportedLine, bytes: number) => void },
): Promise<ImportCounts> {
  const check = compileBody(registrationBodySchema())
  const counts: ImportCounts = { lines: 0, filed: 0, duplicates: 0, refused: 0 }
  const seen = new Map<string, number>()
  const underWay = new WorkUnderWay({ count: UNDER_WAY_MAX })
  let failure: unknown
  let number = 0
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1
    if (failure) break
    if (line.trim() === '') continue
    const at = number
    const work = fileLine(line, at)
      .then((outcome) => {
        counts.lines += 1
        counts[countOf[outcome.outcome]] += 1
        options.report(outcome, Buffer.byteLength(line) + 1)
      })
      .catch((error) => {
        failure ??= error
      })
    underWay.add(work)
    await underWay.room()
  }
  await underWay.done()
  if (failure) throw failure
  return counts

  async function fileLine(line: string, at: number): Promise<ImportedLine> {
    const read = readLine(line, check)
    if ('refused' in read) return refusedLine(at, undefined, read.refused, options.language)
    const content = read.content
    const filerReference = content.filerReference
    const digest = createHash('sha256').update(canonicalBytes(content))
    const contentDigest = digest.digest('hex')
    const occurrence = (seen.get(contentDigest) ?? 0) + 1
    if (filerReference === undefined) seen.set(contentDigest, occurrence)
    const lineDigest = createHash('sha256').update(`${contentDigest}:${occurrence}`).digest('hex')
    const act = prepareRegistration(filer, content, { today: options.today(), onceOnly: { lineDigest } })
    if ('refused' in act) return refusedLine(at, filerReference, act.refused, options.language)
    const resolution = await patiently(() => sequencer.submit(act))
    const reference = filerReference === undefined ? {} : { filerReference }
    if ('filed' in resolution) {
      const { registrationNumber, ...answer } = resolution.filed.outcome.answer as { registrationNumber: string }
      return { line: at, outcome: 'filed', ...reference, registrationNumber, ...answer }
    }
    if (!('refused' in resolution)) throw new Error('an import line was answered from a key')
    const [duplicate] = resolution.refused.filter((each) => each.code === 'already_filed')
    if (duplicate) {
      return { line: at, outcome: 'duplicate', ...reference, message: inLanguage(duplicate.message, options.language) }
    }
    return refusedLine(at, filerReference, resolution.refused, options.language)
  }
}

const countOf = { filed: 'filed', duplicate: 'duplicates', refused: 'refused' } as const

function readLine(
  line: string,
  check: (data: unknown) => Refusal[],
): { refused: Refusal[] } | { content: RegistrationContent } {
  if (line.length > LINE_MAX_CHARACTERS) return { refused: [lineTooLong] }
  let content: unknown
  try {
    content = JSON.parse(line)
  } catch {
    return { refused: [notJson] }
  }
  const type = (content as { securityType?: unknown } | null)?.securityType
  const excluded = typeof type === 'string' ? excludedAssetOf(type) : undefined
  if (excluded) {
    const message = text(
      `不在本系统登记，请到：${excluded.register.zh}`,
      `Not registered here. Go to: ${excluded.register.en}`,
    )
    return { refused: [{ code: 'asset_not_registrable_here', pointer: '/securityType', message }] }
  }
  const refused = check(content)
  return refused.length > 0 ? { refused } : { content: content as RegistrationContent }
}

function refusedLine(
  line: number,
  filerReference: string | undefined,
  refused: Refusal[],
  language: Language,
): ImportedLine {
  const errors = refused.map(({ code, pointer = '', message }) => ({
    code,
    pointer,
    message: inLanguage(message, language),
  }))
  return { line, outcome: 'refused', ...(filerReference !== undefined && { filerReference }), errors }
}

const notJson: Refusal = {
  code: 'request_malformed',
  message: text('此行不是有效的 JSON', 'This line is not valid JSON'),
}
const lineTooLong: Refusal = {
  code: 'body_too_large',
  message: text('此行过长（上限 16 MiB）', 'This line is too long (16 MiB at most)'),
}

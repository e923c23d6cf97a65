import { randomUUID } from 'node:crypto'
import { hidden } from '../../platform/form-controls.ts'
import type { Html } from '../../platform/html.ts'
import { type Fields, typed } from '../pages/typed-fields.ts'

/** The fields of a post that are about this one post, and no part of what is filed. */
const ofThePost = ['_csrf', 'step', 'draftRevision', 'modificationCode', 'declaration']

/**
 * What was typed into an act's pages, with the id under which it is filed once (`actId`) and the sequence that the page
 * was made from (`expectedSequence`).
 */
export function typedAct(body: unknown): Fields {
  const entries = Object.entries((body ?? {}) as Fields).filter(([name]) => !ofThePost.includes(name))
  const fields: Fields = Object.fromEntries(entries)
  return { ...fields, actId: UUID.test(typed(fields, 'actId')) ? typed(fields, 'actId') : randomUUID() }
}

/** Which saving of a draft the posted page was made from; 0 for none. */
export function draftRevisionOf(body: unknown): number {
  const revision = typed(body, 'draftRevision')
  return /^[1-9]\d{0,8}$/.test(revision) ? Number(revision) : 0
}

/** An act of which nothing was typed yet. */
export function newAct(lastSequence: number): Fields {
  return { actId: randomUUID(), expectedSequence: String(lastSequence) }
}

/** The sequence that the page was made from; 0, which no registration has, when the page does not say. */
export function expectedSequenceOf(fields: Fields): number {
  const sequence = typed(fields, 'expectedSequence')
  return /^[1-9]\d{0,14}$/.test(sequence) ? Number(sequence) : 0
}

/** Everything typed, carried to the next page as hidden fields under the same names. */
export function carried(fields: Fields, at = ''): Html[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const whole = at === '' ? name : `${at}[${name}]`
    if (typeof value === 'string') return [hidden(whole, value)]
    return typeof value === 'object' && value !== null ? carried(value as Fields, whole) : []
  })
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

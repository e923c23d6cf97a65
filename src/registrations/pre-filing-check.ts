import type { Deps } from '../deps.ts'
import type { Party } from '../parties/party.ts'
import { writtenIdentifier } from '../parties/party-wording.ts'
import { text } from '../platform/text.ts'
import { type KnownDebtor, loadKnownDebtors } from './load-known-debtors.ts'
import { type KeyedName, type Note, nameNotes } from './name-notes.ts'

/** A debtor that is right in form, and its place among the debtors of the form. */
export type PlacedDebtor = { debtor: Party; at: number }

const NAMES_TOLD_MAX = 3

/**
 * What a filer is told of the debtors before it files: the keys under which each will be found, what in a name looks as
 * if it were not the registered one, and whether number or name stand in the register beside others. It informs and
 * never refuses; the debtors were judged before. Of individuals no name is told.
 */
export async function preFilingNotes(
  { pool, logics }: Pick<Deps, 'pool' | 'logics'>,
  debtors: readonly PlacedDebtor[],
  today: string,
): Promise<Note[]> {
  if (debtors.length === 0) return []
  const logic = await logics.newest()
  const known = await loadKnownDebtors(
    pool,
    debtors.map(({ debtor }) => debtor),
    logic,
    today,
  )
  return debtors.flatMap(({ debtor, at }, place) => [
    ...keyedNames(debtor, `/debtors/${at}`).flatMap((name) => nameNotes(name, logic)),
    ...(debtor.kind === 'individual' ? [foundByNumber(at)] : []),
    ...knownNotes(debtor, known[place]!, `/debtors/${at}`),
  ])
}

/** An organisation is found by its name, its parent's and its owner's; an individual by no name. */
function keyedNames(debtor: Party, pointer: string): KeyedName[] {
  if (debtor.kind === 'individual') return []
  const { name, identifier, parent, owner } = debtor
  return [
    ...(name === undefined ? [] : [{ name, pointer: `${pointer}/name`, scheme: identifier.scheme }]),
    ...(parent ? [{ name: parent.name, pointer: `${pointer}/parent/name`, scheme: parent.identifier.scheme }] : []),
    ...(owner ? [{ name: owner.name, pointer: `${pointer}/owner/name`, scheme: owner.identifier.scheme }] : []),
  ]
}

function foundByNumber(at: number): Note {
  return {
    code: 'individual_found_by_number',
    pointer: `/debtors/${at}/identifier/value`,
    message: text(
      '个人只按证件号码查得，不按姓名：请照证件核对号码',
      'An individual is found by this number and never by name: compare it with the document',
    ),
  }
}

function knownNotes(debtor: Party, known: KnownDebtor, pointer: string): Note[] {
  const notes: Note[] = []
  if (known.otherName) notes.push(underOtherName(debtor, known.otherNames, `${pointer}/identifier/value`))
  if (known.otherIdentifiers.length > 0) {
    const codes = known.otherIdentifiers.slice(0, NAMES_TOLD_MAX).map((each) => writtenIdentifier(each))
    notes.push({
      code: 'name_under_other_identifier',
      pointer: `${pointer}/name`,
      message: text(
        `同一名称另以下列代码登记在效：${codes.map(({ zh }) => zh).join('、')}。可能是同名的另一家，请核对代码`,
        `The same name stands in the register with another code: ${codes.map(({ en }) => en).join(', ')}. It may be another organisation of that name: check the code`,
      ),
    })
  }
  return notes
}

/** Whose name another individual's number has is nobody's business: only that it differs. */
function underOtherName(debtor: Party, names: readonly string[], pointer: string): Note {
  if (debtor.kind === 'individual' || names.length === 0) {
    return {
      code: 'identifier_under_other_name',
      pointer,
      message: text(
        '登记系统中这一号码另有姓名不同的在效登记，请核对号码和姓名',
        'This number is registered under another name: check the number and the name',
      ),
    }
  }
  const listed = names.slice(0, NAMES_TOLD_MAX)
  return {
    code: 'identifier_under_other_name',
    pointer,
    message: text(
      `登记系统中这一代码另以下列名称登记在效：${listed.map((each) => `“${each}”`).join('、')}。请核对代码，或者核对名称是否已经变更`,
      `This code stands in the register under another name: ${listed.map((each) => `“${each}”`).join(', ')}. Check the code, or whether the name was changed`,
    ),
  }
}

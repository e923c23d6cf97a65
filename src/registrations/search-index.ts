import { type Party, partyName } from '../parties/party.ts'
import { assetIdentifierKey, identifierSearchKey } from '../search/search-key.ts'
import type { SearchLogic } from '../search/search-logics.ts'
import { formOf } from './forms/forms.ts'
import { keyDigest } from './key-digest.ts'
import type { Collateral } from './registration-form.ts'

/** The keys under which a registration is found. Digests are hex, as the rows travel in JSON. */
export type DebtorKey = {
  key_digest: string
  key: string
  kind: 'organization_name' | 'identifier'
  logic: string | null
  debtor: number
  matched_as: 'current' | 'former' | 'parent' | 'owner'
}

export type AssetKey = { key_digest: string; key: string; kind: string }

/**
 * An organisation is found by its name and code, by its parent's (a branch) and by its owner's (an individual
 * business); an individual by the identity number alone (the Measures art. 9, domain: search).
 * @param logics the versions under which names are keyed: numbers have one key under all
 */
export function debtorKeysOf(debtor: Party, at: number, logics: readonly SearchLogic[]): DebtorKey[] {
  const keys: DebtorKey[] = [identifierKey(debtor.identifier, at, 'current')]
  if (debtor.kind === 'individual') return keys
  const addName = (name: string, as: DebtorKey['matched_as']) => {
    for (const logic of logics) keys.push(nameKey(name, at, as, logic))
  }
  if (debtor.name) addName(debtor.name, 'current')
  if (debtor.parent) {
    addName(debtor.parent.name, 'parent')
    keys.push(identifierKey(debtor.parent.identifier, at, 'parent'))
  }
  if (debtor.owner) {
    addName(debtor.owner.name, 'owner')
    keys.push(identifierKey(debtor.owner.identifier, at, 'owner'))
  }
  return keys
}

/** Serial, contract, invoice and document numbers of the collateral, each once. */
export function assetKeysOf(securityType: string, collateral: Collateral): AssetKey[] {
  const found = new Map<string, AssetKey>()
  const add = (kind: string, value: unknown) => {
    // A dash or "none" sign in place of a number identifies nothing, so nothing is found under it.
    if (typeof value !== 'string' || !/[\p{L}\p{N}]/u.test(value.normalize('NFKC'))) return
    const key = assetIdentifierKey(value)
    found.set(`${kind}\n${key}`, { key_digest: keyDigest('asset', null, key).toString('hex'), key, kind })
  }
  for (const field of formOf(securityType)?.fields ?? []) {
    if (field.assetKey) add(field.assetKey, collateral[field.name])
    const columns = field.columns?.filter((each) => each.assetKey) ?? []
    if (columns.length === 0) continue
    for (const row of (collateral[field.name] as Record<string, unknown>[] | undefined) ?? []) {
      for (const column of columns) add(column.assetKey!, row[column.name])
    }
  }
  return [...found.values()]
}

/** One line that tells a reader of a list what the collateral is. At most 200 characters. */
export function collateralSummary(collateral: Collateral): string {
  const names = (collateral.items ?? []).map((item) => item.name ?? item.invoiceNumber ?? item.documentNumber)
  const listed = names.filter((each): each is string => typeof each === 'string')
  const parts = [
    collateral.description
      ?.replace(/\s+/g, ' ')
      .trim()
      .replace(/[。.；;]$/, ''),
    [...new Set(listed)].slice(0, 5).join('、'),
  ]
  const summary = parts.filter(Boolean).join('；')
  const count = collateral.items?.length ?? 0
  const more = count > 1 ? `（${count} 项 items）` : ''
  const characters = Array.from(summary)
  const room = SUMMARY_MAX_CHARACTERS - more.length
  return (characters.length > room ? `${characters.slice(0, room - 1).join('')}…` : summary) + more
}

const SUMMARY_MAX_CHARACTERS = 200

/** What lists show of a party: the whole party stands in the filing. */
export type PartySummary = { kind: Party['kind']; name: string; identifier: Party['identifier'] }

export function partySummary(party: Party): PartySummary {
  return { kind: party.kind, name: partyName(party), identifier: party.identifier }
}

function nameKey(name: string, debtor: number, matched_as: DebtorKey['matched_as'], logic: SearchLogic): DebtorKey {
  const { version } = logic
  const key = logic.organizationKey(name)
  const digest = keyDigest('organization_name', version, key).toString('hex')
  return { key_digest: digest, key, kind: 'organization_name', logic: version, debtor, matched_as }
}

function identifierKey(id: Party['identifier'], debtor: number, matched_as: DebtorKey['matched_as']): DebtorKey {
  const key = identifierSearchKey(id.scheme, id.value, id.country)
  return {
    key_digest: keyDigest('identifier', null, key).toString('hex'),
    key,
    kind: 'identifier',
    logic: null,
    debtor,
    matched_as,
  }
}

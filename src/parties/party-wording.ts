import { type Text, text } from '../platform/text.ts'
import { countryName } from './country-names.ts'
import { divisionName } from './division-name.ts'
import { identifierSchemes, isIdentifierScheme } from './identifier-schemes.ts'
import { MASK } from './masking.ts'
import type { Address, Identifier } from './party.ts'

/** How pages write what identifies a party. Pure. */

/** The kind of number in words. */
export function schemeLabel(scheme: string): Text {
  return isIdentifierScheme(scheme) ? identifierSchemes[scheme].label : text(scheme, scheme)
}

/** HRB12345（德国）: with the country that gave it, where that is part of the identifier. */
export function writtenIdentifier({ value, country }: Pick<Identifier, 'value' | 'country'>): Text {
  if (!country) return text(value, value)
  const name = countryName(country)
  return text(`${value}（${name.zh}）`, `${value} (${name.en})`)
}

/**
 * An address on one line, with its division where the line does not say it. One that is not for the reader ends there.
 */
export function writtenAddress({ country, division, line }: Address): Text {
  const place = division ? divisionName(division) : ''
  const abroad = country === 'CN' ? undefined : countryName(country)
  if (line !== '' && line.replaceAll(MASK, '') === '') {
    return text(
      `${abroad?.zh ?? ''}${place}（详细地址不公开）`,
      `${[place, abroad?.en].filter(Boolean).join(', ')} (the full address is not public)`.trim(),
    )
  }
  const known = place === '' || line.includes(place)
  const whole = known ? line : /^\d+$/.test(place) ? `${line}（${place}）` : `${place} ${line}`
  return abroad ? text(`${whole}（${abroad.zh}）`, `${whole} (${abroad.en})`) : text(whole, whole)
}

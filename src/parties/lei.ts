/** The two check digits of a legal entity identifier, from its first 18 characters (ISO 17442, ISO 7064 MOD 97-10). */
export function leiCheckDigits(first18: string): string {
  if (!/^[0-9A-Z]{18}$/.test(first18)) throw new RangeError('A legal entity identifier is made from 18 characters')
  return String(98 - remainder97(`${first18}00`)).padStart(2, '0')
}

/** A legal entity identifier with its check digits. */
export function makeLei(first18: string): string {
  return first18 + leiCheckDigits(first18)
}

/** The remainder modulo 97 of the number that arises when letters are written as 10 to 35. */
function remainder97(text: string): number {
  let remainder = 0
  for (const character of text) {
    const value = Number.parseInt(character, 36)
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97
  }
  return remainder
}

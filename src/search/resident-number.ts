const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** The check character of a resident identity number, from its first 17 digits (GB 11643, ISO 7064 MOD 11-2). */
export function residentCheckCharacter(first17: string): string {
  if (!/^[0-9]{17}$/.test(first17)) throw new RangeError('A resident number is computed from 17 digits')
  let sum = 0
  for (const [index, weight] of weights.entries()) sum += Number(first17[index]) * weight
  return checkCharacters.charAt(sum % 11)
}

/**
 * The 18-digit form of a resident number: a 15-digit one (issued until 1999) gets its century, 19, and a check
 * character. Anything else is given back as it is. The numbers 996 to 999 that the old standard kept for people over a
 * hundred get 19 too: their holders were born before 1900.
 */
export function eighteenDigitResidentNumber(number: string): string {
  if (!/^[0-9]{15}$/.test(number)) return number
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`
  return first17 + residentCheckCharacter(first17)
}

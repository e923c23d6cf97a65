/** The 31 characters of a unified social credit code, each worth its place: no I, O, S, V, Z (GB 32100). */
export const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

const modulus = 31

/** The check character of a unified social credit code, from its first 17 (GB 32100, weights are powers of 3). */
export function usccCheckCharacter(first17: string): string {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    const value = usccAlphabet.indexOf(character)
    if (value < 0) throw new RangeError('A unified social credit code holds no such character')
    sum += value * weight
    weight = (weight * 3) % modulus
  }
  if (first17.length !== 17) throw new RangeError('A unified social credit code is made from 17 characters')
  return usccAlphabet.charAt((modulus - (sum % modulus)) % modulus)
}

/** A unified social credit code with its check character. */
export function makeUscc(first17: string): string {
  return first17 + usccCheckCharacter(first17)
}

const weights = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * The check character of an organization code, from its first eight characters (GB 11714, modulus 11): a digit or X.
 * Letters count 10 to 35.
 */
export function organizationCodeCheckCharacter(first8: string): string {
  if (!/^[0-9A-Z]{8}$/.test(first8))
    throw new RangeError('An organization code is made from 8 digits and capital letters')
  let sum = 0
  for (const [index, weight] of weights.entries()) sum += Number.parseInt(first8.charAt(index), 36) * weight
  return '0X987654321'.charAt(sum % 11)
}

/** An organization code with its check character, in the form without a hyphen. */
export function makeOrganizationCode(first8: string): string {
  return first8 + organizationCodeCheckCharacter(first8)
}

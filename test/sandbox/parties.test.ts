import t from 'tap'
import { checkIdentifier } from '../../src/parties/identifiers.ts'
import { checkName } from '../../src/parties/names.ts'
import type { Identifier } from '../../src/parties/party.ts'
import { foreignOrganization } from '../../src/sandbox/foreign-parties.ts'
import { organizationOf } from '../../src/sandbox/organizations.ts'
import { individualParty } from '../../src/sandbox/people.ts'
import { createRandom } from '../../src/sandbox/random.ts'
import { registeredNames } from '../../src/sandbox/registered-names.ts'
import { vin, vinCheckDigit } from '../../src/sandbox/sample-vehicles.ts'

const TODAY = '2026-10-30'
const refusal = ({ scheme, value, country }: Identifier) => checkIdentifier(scheme, value, country, TODAY)

t.test('organisations', async (t) => {
  let count = 0
  for (const named of registeredNames(1)) {
    const party = organizationOf(named)
    const refused = refusal(party.identifier)
    const division = party.identifier.value.slice(2, 8)
    if (refused || division !== named.division.code) t.fail('a wrong code', { party, refused })
    if (named.kind === 'branch' && refusal(party.parent!.identifier)) t.fail('a wrong parent', { party })
    if (named.kind === 'individual_business') {
      const fits = party.representative === party.owner!.name && party.identifier.value.startsWith('92')
      if (!fits || refusal(party.owner!.identifier)) t.fail('a wrong owner', { party })
    }
    count += 1
    if (count === 2_000) break
  }
  const named = registeredNames(1).next().value
  t.strictSame(organizationOf(named), organizationOf(named), 'one name is one organisation')
})

t.test('individuals', async (t) => {
  const schemes = new Set<string>()
  for (let i = 0; i < 3_000; i++) {
    const { name, identifier } = individualParty(createRandom('individual', i))
    schemes.add(identifier.scheme)
    const refused = refusal(identifier) ?? checkName(name)
    if (refused) t.fail('a refused person', { name, identifier, refused })
  }
  t.ok(schemes.has('resident_id') && schemes.has('passport') && schemes.size >= 4, [...schemes].join())
})

t.test('organisations from abroad', async (t) => {
  const schemes = new Set<string>()
  const countries = new Set<string>()
  for (let i = 0; i < 500; i++) {
    const { name, identifier, address } = foreignOrganization(createRandom('foreign', i))
    schemes.add(identifier.scheme)
    countries.add(address.country)
    const refused = refusal(identifier) ?? checkName(name!)
    if (refused) t.fail('a refused organisation', { name, identifier, refused })
  }
  t.strictSame([...schemes].sort(), ['foreign_registration', 'lei'])
  t.ok(countries.size >= 6)
})

t.test('vehicle identification numbers', async (t) => {
  const published = [
    ['1M8GDM9AXKP042788', 'X'],
    ['11111111111111111', '1'],
    ['1HGCM82633A004352', '3'],
  ] as const
  for (const [number, digit] of published) t.equal(vinCheckDigit(number), digit, number)
  for (let i = 0; i < 200; i++) {
    const number = vin(createRandom('vin', i), 'LZZ', i)
    if (!/^[0-9A-HJ-NPR-Z]{17}$/.test(number) || vinCheckDigit(number) !== number[8])
      t.fail('a wrong number', { number })
  }
})

import type { Deps } from '../deps.ts'
import type { Organization } from '../parties/party.ts'
import { beijingDate } from '../platform/clock.ts'
import { forms } from '../registrations/forms/forms.ts'
import { prepareRegistration } from '../registrations/register.ts'
import type { RegistrationContent } from '../registrations/registration-form.ts'
import type { SecurityType } from './sample-parties.ts'
import { sandboxAccounts } from './sandbox-people.ts'

const SAMPLES = 42
const SEED = 20_261_122

/**
 * Files the sandbox's sample registrations over all seven types, through the same rules and order as everybody's. Those
 * that are there already are left alone, so a start that was killed half way goes on.
 */
export async function fileSamples(deps: Deps): Promise<void> {
  const { rows } = await deps.pool.query(
    `select u.user_id, u.account, a.name from users u join accounts a using (account)
     where u.login_name in ('bank-operator', 'lessor-operator') order by u.login_name`,
  )
  const filers = rows as { user_id: number; account: number; name: string }[]
  const there = await deps.pool.query(
    `select count(*) as samples from registrations
     where filer_reference like 'SAMPLE-%' and from_sequence = registration and account = any($1)`,
    [filers.map((each) => each.account)],
  )
  if (there.rows[0].samples >= SAMPLES) return
  // The generators read a quarter of a million trade names: only a start that needs them pays for it.
  const { createRandom } = await import('./random.ts')
  const { sampleRegistration } = await import('./sample-filings.ts')
  const today = beijingDate(deps.clock.nowMicroseconds())
  let earlier: RegistrationContent['debtors'] | undefined
  for (let at = 0; at < SAMPLES; at += 1) {
    const filer = filers[at % filers.length]!
    const body = sampleRegistration(createRandom(SEED, at), {
      securityType: forms[at % forms.length]!.securityType as SecurityType,
      securedParty: partyOf(filer.name),
      filerReference: `SAMPLE-${String(at + 1).padStart(2, '0')}`,
      today,
    })
    // Every fifth sample is on a debtor that was there before, so that a search shows ranks.
    if (at % 5 === 4 && earlier) body.debtors = earlier
    else if (body.debtors[0]?.kind === 'organization') earlier = body.debtors
    const act = prepareRegistration(
      {
        actor: filer.user_id,
        account: filer.account,
        accountName: filer.name,
        network: undefined,
        requestId: undefined,
      },
      body,
      { today, onceOnly: { lineDigest: '' } },
    )
    if ('refused' in act) throw new Error(`sample ${at} is refused: ${JSON.stringify(act.refused)}`)
    await deps.sequencer.submit(act)
  }
}

function partyOf(accountName: string): Organization {
  const account = sandboxAccounts.find(({ name }) => name === accountName)!
  return {
    kind: 'organization',
    name: account.name,
    identifier: account.identifier!,
    address: account.address!,
    representative: account.representative!,
  }
}

import { addNotices } from '../../src/notices/add-notices.ts'
import type { NewNotice, NoticeDetails } from '../../src/notices/notice.ts'
import { text } from '../../src/platform/text.ts'
import type { SandboxUser } from '../../src/sandbox/sandbox-people.ts'
import type { TestRegister } from '../helpers/register.ts'

/** Details of every kind of notice. */
export const everyKind: { [K in keyof NoticeDetails]: NoticeDetails[K] } = {
  filing_made: { filing: 'renewal', as: ['filer', 'debtor'] },
  discharge_demanded: { dueOn: '2026-12-09' },
  code_replacement_requested: { validFrom: '2026-11-28T06:00:00.000000Z' },
  code_replacement_done: {},
  code_to_collect: {},
  objection_due: { dueOn: '2027-01-04' },
  objection_to_answer: {},
  proposal_waiting: { act: 'revocation' },
  draft_ended: { securityType: 'factoring', begunOn: '2026-09-20' },
  draft_ending: { securityType: 'factoring', days: 7, act: text('展期登记', 'Renewal'), endsOn: '2026-12-02' },
}

/** Tells somebody one notice of each kind. */
export async function addOneOfEach(
  register: TestRegister,
  who: SandboxUser['name'],
  registrationNumber: string,
): Promise<void> {
  const { account } = register.people[who]
  const notices = Object.entries(everyKind).map(([kind, details]) => ({
    account,
    kind,
    details,
    source: `one of each: ${kind}`,
    ...(!kind.startsWith('draft') && { registrationNumber }),
    ...(kind === 'filing_made' && { filingNumber: registrationNumber }),
  }))
  await addNotices(register.deps.pool, notices as NewNotice[])
}

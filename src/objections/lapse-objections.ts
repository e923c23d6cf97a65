import type { Pool } from 'pg'
import type { Act, Filer } from '../registrations/act.ts'
import { prepareActOn } from '../registrations/act-on-registration.ts'
import type { FilingSequencer } from '../registrations/filing-sequencer.ts'
import { acceptanceDueOn, judgeLapse } from '../registrations/objection-rules.ts'

const BATCH = 200
/** A period of thirty days ends after thirty days at the earliest; holidays only make it longer. */
const DAYS_MIN = 30

/**
 * Lapse of an objection 异议失效 (the Measures, art. 20): no notice of case acceptance came in time, so the register ends
 * it by a filing of its own. Judged under the lock like every act: run twice, or beside a notice that comes at the last
 * moment, each objection ends once.
 */
export function prepareLapse(register: Filer, registrationNumber: string, objection: string): Act {
  return prepareActOn(register, {
    kind: 'objection_lapse',
    right: 'register',
    registrationNumber,
    content: { objection },
    options: {},
    guard: (state, place) => judgeLapse(state, objection, place.filedOn),
  })
}

/**
 * Files the lapses that are due. Objections on registrations that have ended are left: nothing follows on those.
 * @param today the day in Beijing @returns how many were filed
 */
export async function lapseObjections(
  pool: Pool,
  sequencer: Pick<FilingSequencer, 'submit'>,
  today: string,
): Promise<number> {
  const register = await registerAsFiler(pool)
  if (!register) return 0
  let filed = 0
  let after = 0
  for (;;) {
    const due = await noted(pool, after, today)
    if (due.length === 0) return filed
    after = due.at(-1)!.objection
    const acts = due
      .filter(({ filedOn }) => acceptanceDueOn(filedOn) < today)
      .map(({ registrationNumber, filingNumber }) => prepareLapse(register, registrationNumber, filingNumber))
    const resolutions = await Promise.all(acts.map((act) => sequencer.submit(act)))
    filed += resolutions.filter((each) => 'filed' in each).length
  }
}

type Noted = { objection: number; registrationNumber: string; filingNumber: string; filedOn: string }

/** Objections that are noted, oldest first, of registrations in effect. */
async function noted(pool: Pool, after: number, today: string): Promise<Noted[]> {
  const { rows } = await pool.query(
    `select o.objection, o.filing_number as "filingNumber", r.registration_number as "registrationNumber",
       (o.filed_at at time zone 'Asia/Shanghai')::date as "filedOn"
     from objections o join registrations r on r.registration = o.registration and r.until_sequence is null
     where o.status = 'noted' and o.until_sequence is null and o.objection > $1
       and o.filed_at < ($2::date - ${DAYS_MIN}) at time zone 'Asia/Shanghai'
       and r.ended is null and r.expires_on >= $2
     order by o.objection limit ${BATCH}`,
    [after, today],
  )
  return rows
}

/** Nobody's user: what lapses by law is the register's own act. */
const NOBODY = 0

/** The register's own office as the filer; undefined until there is an office. */
async function registerAsFiler(pool: Pool): Promise<Filer | undefined> {
  const { rows } = await pool.query(
    `select account, name as "accountName" from accounts where kind = 'registrar' order by account limit 1`,
  )
  return rows[0] && { ...rows[0], actor: NOBODY, network: undefined, requestId: 'lapse-objections' }
}

import type { Text } from '../platform/text.ts'

/** What a notice of each kind carries besides the numbers of registration and filing. Days are `YYYY-MM-DD`. */
export type NoticeDetails = {
  /** A copy of a filing. `filing` is its kind, `as` what the account is to the registration. */
  filing_made: { filing: string; as: readonly RecipientRole[] }
  /** To the filer: a debtor or interested person demands the discharge; the ten working days end on `dueOn`. */
  discharge_demanded: { dueOn: string }
  /** To the filer's institution: a new modification code takes the old one's place after `validFrom` (RFC 3339). */
  code_replacement_requested: { validFrom: string }
  code_replacement_done: Nothing
  /** A transfer made the account the filer: its modification code waits for it. */
  code_to_collect: Nothing
  /** To the objector: without a notice of case acceptance by `dueOn` the objection lapses. */
  objection_due: { dueOn: string }
  /** To the filer: somebody objected. */
  objection_to_answer: Nothing
  /**
   * To registrars: an act waits for the second of two people. `act` is the kind of filing it would be; of `destruction`
   * the register itself made `count` proposals, each for two people.
   */
  proposal_waiting: { act: string; count?: number }
  /** A draft that nobody touched in time is gone. `act` is there when it was one of an act on a registration. */
  draft_ended: { securityType: string; act?: Text; begunOn: string }
  /** A draft is deleted in so many days, after `endsOn`, unless it is saved again or filed. */
  draft_ending: { securityType: string; days: number; act?: Text; endsOn: string }
}
type Nothing = Record<string, never>

export type NoticeKind = keyof NoticeDetails

/** What the account of a notice is to the registration, in the order in which it is said. */
export const recipientRoles = ['filer', 'secured_party', 'debtor', 'objector'] as const
export type RecipientRole = (typeof recipientRoles)[number]

/** A notice of one kind, whoever it is for. */
export type NoticeContent = {
  [K in NoticeKind]: { kind: K; details: NoticeDetails[K]; registrationNumber?: string; filingNumber?: string }
}[NoticeKind]

/**
 * A notice to an account, or with `userId` to one of its users.
 * `source` says what it comes from and for whom, such as `filing:123:account:7`: at most 200 characters, told once.
 */
export type NewNotice = NoticeContent & { account: number; userId?: number; source: string }

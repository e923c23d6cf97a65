/**
 * The register cannot do this now, through no fault of the request: HTTP 503 with Retry-After. Never an empty answer,
 * never "not found".
 */
export class Unavailable extends Error {
  readonly code: UnavailableCode
  readonly retryAfterSeconds: number

  constructor(code: UnavailableCode, retryAfterSeconds: number, options?: ErrorOptions) {
    super(code, options)
    this.code = code
    this.retryAfterSeconds = retryAfterSeconds
  }
}

export type UnavailableCode =
  | 'register_busy'
  | 'register_starting'
  | 'register_closing'
  | 'database_unavailable'
  | 'clock_unreliable'
  | 'outcome_unknown'
  | 'order_not_closed'
  | 'search_logic_unknown'
  | 'attachments_busy'
  | 'lists_busy'
  | 'certificates_busy'

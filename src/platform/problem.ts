import type { Refusal } from './refusal.ts'
import { inLanguage, type Language, type Text } from './text.ts'
import { uploadProblems } from './upload-problems.ts'

/** RFC 9457 problem details. `code` is stable and never renumbered; `errors` point into the body (RFC 6901). */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  detail?: string
  instance?: string
  errors?: { pointer: string; code: string; message: string; line?: number; column?: string }[]
}

export type ProblemSpec = { status: number; title: Text }

/** Every code that stands for a whole answer. Codes of single fields are 422 and stand in `errors`. */
export const problems = {
  request_malformed: { status: 400, title: { zh: '请求不是有效的 JSON 或表单', en: 'The request is not well-formed' } },
  sign_in_required: { status: 401, title: { zh: '请先登录或提供 API 密钥', en: 'Sign in, or send an API key' } },
  credentials_wrong: { status: 401, title: { zh: '用户名或密码不正确', en: 'The login name or password is wrong' } },
  role_not_allowed: { status: 403, title: { zh: '您的角色不能办理此项', en: 'Your role may not do this' } },
  csrf_token_wrong: {
    status: 403,
    title: {
      zh: '页面已过期，请返回刷新后重新提交',
      en: 'The page is out of date; go back, reload it and submit again',
    },
  },
  not_found: { status: 404, title: { zh: '没有找到，或您无权查看', en: 'Not found, or not for you to see' } },
  idempotency_key_reused: {
    status: 409,
    title: { zh: '同一 Idempotency-Key 已用于另一请求', en: 'This Idempotency-Key was used for another request' },
  },
  idempotency_key_of_other_credential: {
    status: 409,
    title: {
      zh: '该请求已由您的另一凭证办理，请用原凭证取回结果',
      en: 'This request was carried out under another of your credentials; use that one to read the answer',
    },
  },
  request_in_progress: {
    status: 409,
    title: { zh: '同一请求正在处理，请稍后再试', en: 'The same request is still running; try again shortly' },
  },
  body_too_large: { status: 413, title: { zh: '内容过大', en: 'The content is too large' } },
  media_type_not_supported: {
    status: 415,
    title: {
      zh: '不支持此内容类型，请用 application/json',
      en: 'This media type is not supported; send application/json',
    },
  },
  ...uploadProblems,
  form_invalid: { status: 422, title: { zh: '有几处需要更正', en: 'Some things need to be put right' } },
  number_mistyped: {
    status: 422,
    title: {
      zh: '编号有误：应为 20 位数字且校验位相符，请逐位核对',
      en: 'The number is mistyped: it has 20 digits with matching check digits; compare it digit by digit',
    },
  },
  asset_not_registrable_here: {
    status: 422,
    title: { zh: '此类财产不在本系统登记', en: 'This kind of asset is not registered here' },
  },
  security_type_unknown: { status: 422, title: { zh: '没有这种担保类型', en: 'There is no such security type' } },
  act_unknown: { status: 422, title: { zh: '没有这种登记行为', en: 'There is no such act' } },
  not_the_filer: {
    status: 403,
    title: { zh: '只有登记的填表人可以办理', en: 'Only the filer of the registration may do this' },
  },
  modification_code_wrong: { status: 403, title: { zh: '修改码不正确', en: 'The modification code is wrong' } },
  registration_discharged: { status: 422, title: { zh: '登记已经注销', en: 'The registration has been discharged' } },
  registration_expired: { status: 422, title: { zh: '登记已经到期', en: 'The registration has expired' } },
  registration_revoked: { status: 422, title: { zh: '登记已经撤销', en: 'The registration has been revoked' } },
  registration_in_effect: { status: 422, title: { zh: '登记仍然在效', en: 'The registration is in effect' } },
  expected_sequence_passed: { status: 409, title: { zh: '此间又有登记', en: 'Another act came between' } },
  identity_not_verified: { status: 403, title: { zh: '身份尚未核验', en: 'Your identity has not been verified' } },
  not_the_objector: {
    status: 403,
    title: { zh: '只有提出异议的一方可以办理', en: 'Only the account that objected may do this' },
  },
  second_person_needed: { status: 403, title: { zh: '须由另一人办理', en: 'Another person must do this' } },
  objection_not_found: { status: 404, title: { zh: '没有这项异议', en: 'There is no such objection' } },
  objection_by_secured_party: {
    status: 422,
    title: { zh: '担保权人不能对自己的登记提出异议', en: 'The secured party cannot object to its own registration' },
  },
  objection_already_open: { status: 409, title: { zh: '贵方的异议还没有结束', en: 'Your objection is still open' } },
  objection_ended: { status: 422, title: { zh: '异议已经结束', en: 'The objection has ended' } },
  case_accepted_already: { status: 409, title: { zh: '受理通知已经登记', en: 'The case has been noted already' } },
  objection_lapse_not_due: { status: 422, title: { zh: '异议尚未失效', en: 'The objection has not lapsed yet' } },
  demand_by_secured_party: {
    status: 422,
    title: { zh: '担保权人请直接办理变更或注销', en: 'The secured party amends or discharges itself' },
  },
  too_many_demands: { status: 429, title: { zh: '提出要求的次数过多', en: 'Too many demands' } },
  decision_ended: { status: 409, title: { zh: '这项办理已经结束', en: 'The decision is over' } },
  code_replacement_open: {
    status: 409,
    title: { zh: '已有重发修改码的申请', en: 'A new code has been asked for already' },
  },
  code_replacement_ended: { status: 409, title: { zh: '这项申请已经办结', en: 'The request is over' } },
  code_replacement_not_approved: {
    status: 409,
    title: { zh: '重发申请尚未核准', en: 'The new code has not been approved' },
  },
  code_replacement_waiting: {
    status: 409,
    title: { zh: '重发修改码的等待期未满', en: 'The waiting time is not over' },
  },
  modification_code_live: {
    status: 409,
    title: { zh: '现有修改码仍然有效', en: 'The present modification code works' },
  },
  content_destroyed: {
    status: 410,
    title: {
      zh: '保存期满，内容已经依法销毁，只留编号和哈希值',
      en: 'Its content was destroyed when its retention was over; only number and hash are left',
    },
  },
  retention_not_over: { status: 422, title: { zh: '保存期限未满', en: 'It is still to be kept' } },
  legal_hold_stands: { status: 409, title: { zh: '设有保全', en: 'A legal hold stands on it' } },
  legal_hold_lifted: { status: 409, title: { zh: '保全已经解除', en: 'The legal hold has been lifted' } },
  destruction_not_approved: {
    status: 409,
    title: { zh: '销毁没有有效的两人核准', en: 'The destruction lacks two approvals that count' },
  },
  already_filed: { status: 409, title: { zh: '此前已登记', en: 'Filed before' } },
  as_of_not_allowed: {
    status: 403,
    title: {
      zh: '过去的状况限于本人查询过的时点、当事人、法院和登记机构',
      en: 'The past is for one’s own earlier searches, the parties, courts and the registrar',
    },
  },
  as_of_out_of_range: {
    status: 422,
    title: {
      zh: '没有这个时点：登记次序尚未截止到那里，或者早于第一项登记',
      en: 'There is no such moment: the order is not closed to it yet, or it lies before the first filing',
    },
  },
  searches_not_comparable: {
    status: 422,
    title: {
      zh: '只能与同一条件、更早的查询相比',
      en: 'A search is compared with an earlier one of the same query',
    },
  },
  as_of_destroyed: {
    status: 410,
    title: {
      zh: '那一时点在效的登记已有依法销毁的，查询会不完整，不再办理',
      en: 'Registrations in effect then were destroyed after their retention: a search could be incomplete, so none is made',
    },
  },
  bulk_search_running: {
    status: 429,
    title: {
      zh: '本账户同时查询的清单已达上限，请等其中一份查完或者停止后再提交',
      en: 'Your account has as many lists under way as it may: wait until one has ended, or stop one',
    },
  },
  bulk_search_ended: {
    status: 409,
    title: { zh: '这份清单已经查完或者停止', en: 'The list has been searched, or was stopped' },
  },
  bulk_search_not_resumable: {
    status: 409,
    title: {
      zh: '不能继续：清单没有停止，或者停止后已超过一天；请把没有查询的各行另作一份清单',
      en: 'It cannot go on: it was not stopped, or its moment is over a day old; send the lines that are left as a new list',
    },
  },
  too_many_requests: { status: 429, title: { zh: '请求过多，请稍后再试', en: 'Too many requests; try again later' } },
  internal_fault: {
    status: 500,
    title: { zh: '系统内部故障，未办理任何事项，请稍后再试', en: 'A fault of our own; please try again later' },
  },
  register_busy: {
    status: 503,
    title: { zh: '登记排队已满，请稍后重试', en: 'The filing queue is full; try again shortly' },
  },
  register_starting: {
    status: 503,
    title: { zh: '系统正在启动，请稍后重试', en: 'The register is starting; try again' },
  },
  register_closing: {
    status: 503,
    title: { zh: '系统正在停机，请稍后重试', en: 'The register is shutting down; try again' },
  },
  database_unavailable: {
    status: 503,
    title: {
      zh: '数据库暂不可用，未办理任何事项，请稍后重试',
      en: 'The database is away; nothing was done; try again',
    },
  },
  clock_unreliable: {
    status: 503,
    title: { zh: '系统时钟异常，暂停登记', en: 'The clocks cannot be trusted: filing is stopped' },
  },
  outcome_unknown: {
    status: 503,
    title: {
      zh: '暂时无法确认是否已登记，请用同一 Idempotency-Key 重发',
      en: 'It is not known yet whether this was done; send it again with the same Idempotency-Key',
    },
  },
  order_not_closed: {
    status: 503,
    title: {
      zh: '登记次序未能及时截止，查询可能不完整，暂不出具结果',
      en: 'The order could not be closed in time, so a search could be incomplete: no result is given',
    },
  },
  search_logic_unknown: {
    status: 503,
    title: {
      zh: '本程序的版本早于登记系统现用的查询逻辑，暂停登记和查询；请升级程序',
      en: 'This program is older than the search logic in use: it files and searches nothing until it is upgraded',
    },
  },
  certificates_busy: {
    status: 503,
    title: { zh: '证明正在排队生成，请稍后再取', en: 'Certificates are queueing; fetch it again shortly' },
  },
} as const satisfies Record<string, ProblemSpec>

export type ProblemCode = keyof typeof problems

/** Builds the problem document of a code in the reader's language. */
export function problemOf(
  code: ProblemCode,
  language: Language,
  more: { detail?: Text; errors?: readonly Refusal[] } = {},
): Problem {
  const { status, title } = problems[code]
  return {
    type: `/problems#${code}`,
    title: inLanguage(title, language),
    status,
    code,
    ...(more.detail && { detail: inLanguage(more.detail, language) }),
    ...(more.errors && {
      errors: more.errors.map((each) => ({
        pointer: each.pointer ?? '',
        code: each.code,
        message: inLanguage(each.message, language),
        ...(each.line !== undefined && { line: each.line }),
        ...(each.column !== undefined && { column: each.column }),
      })),
    }),
  }
}

/**
 * Chooses the problem for refusals: a single one whose code is a problem of its own speaks for itself, all others are a
 * form with errors.
 */
export function problemOfRefusals(refused: readonly Refusal[], language: Language): Problem {
  const [first] = refused
  if (first && refused.length === 1 && first.code in problems) {
    return problemOf(first.code as ProblemCode, language, { detail: first.message, errors: refused })
  }
  return problemOf('form_invalid', language, { errors: refused })
}

/** Thrown where a request cannot go on and no value can say so (hooks, guards). One handler maps it. */
export class ProblemError extends Error {
  readonly code: ProblemCode
  readonly retryAfterSeconds: number | undefined
  readonly detail: Text | undefined
  /** Into the body, for problems that stand on one field. */
  readonly pointer: string | undefined

  constructor(code: ProblemCode, more: number | { detail?: Text; pointer?: string; retryAfterSeconds?: number } = {}) {
    super(code)
    this.code = code
    const given: { detail?: Text; pointer?: string; retryAfterSeconds?: number } =
      typeof more === 'number' ? { retryAfterSeconds: more } : more
    this.retryAfterSeconds = given.retryAfterSeconds
    this.detail = given.detail
    this.pointer = given.pointer
  }
}

import type { FastifyInstance, FastifyRequest } from 'fastify'
import Type, { type TProperties } from 'typebox'
import { accountIdentity } from '../accounts/account-identity.ts'
import { attachmentsSchema } from '../attachments/attachment.ts'
import type { Deps } from '../deps.ts'
import type { Filer } from '../registrations/act.ts'
import { type ActCall, addActCall } from '../registrations/act-call-routes.ts'
import { filerOf } from '../registrations/registration-routes.ts'
import { prepareAcceptance } from './accept-case.ts'
import { prepareObjection } from './object.ts'
import { prepareWithdrawal } from './withdraw-objection.ts'

const words = (maxLength: number) => Type.String({ minLength: 1, maxLength })
const day = Type.String({ format: 'date' })

/** What each act says beside declaration and expectation. */
export const objectionBody = { statement: words(5_000), relation: words(200), demandedOn: day, refused: Type.Boolean() }
export const withdrawalBody = { reason: Type.Optional(words(2_000)) }
export const acceptanceBody = { court: words(200), caseNumber: words(200), acceptedOn: day }

/** Acts of the debtor or another interested person: object, withdraw the objection, upload the case acceptance. */
export const objectionActs: readonly ActCall[] = [
  {
    ...objectorAct('objection', objectionBody),
    path: '/objections',
    summary: 'Object to a registration',
    prepare: async (deps, filer, ...act) => prepareObjection(await identified(deps, filer), ...act),
  },
  {
    ...objectorAct('objection_withdrawal', withdrawalBody),
    path: '/objections/:objection/withdrawals',
    summary: 'Withdraw an objection',
    prepare: async (deps, filer, ...act) => prepareWithdrawal(await identified(deps, filer), ...act),
  },
  {
    ...objectorAct('case_acceptance', acceptanceBody),
    path: '/objections/:objection/case-acceptances',
    summary: 'Note that the case was accepted',
    prepare: async (deps, filer, ...act) => prepareAcceptance(await identified(deps, filer), ...act),
  },
]

export function objectionRoutes(app: FastifyInstance, deps: Deps): void {
  for (const call of objectionActs) addActCall(app, deps, call)
}

/** The signed-in user as an objector: with the identity of the account, when it was verified. */
export function objectorOf(deps: Pick<Deps, 'pool'>, request: FastifyRequest): Promise<Filer> {
  return identified(deps, filerOf(request, 'object'))
}

async function identified(deps: Pick<Deps, 'pool'>, filer: Filer): Promise<Filer> {
  const identity = await accountIdentity(deps.pool, filer.account)
  return { ...filer, ...(identity && { identity }) }
}

function objectorAct(act: ActCall['act'], properties: TProperties) {
  const common = {
    declaration: Type.Optional(Type.Literal(true)),
    expectedSequence: Type.Optional(Type.Integer({ minimum: 1 })),
    attachments: Type.Optional(attachmentsSchema),
  }
  return {
    act,
    tag: 'objections',
    permission: 'object' as const,
    byCode: false,
    body: Type.Object({ ...common, ...properties }, { additionalProperties: false }),
  }
}

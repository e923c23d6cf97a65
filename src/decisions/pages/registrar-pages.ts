import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { type Text, text } from '../../platform/text.ts'
import type { ActPage } from '../../registrations/act-pages/act-form.ts'
import { sendEnded } from '../../registrations/act-pages/act-form-view.ts'
import { actPage, openActPage } from '../../registrations/act-pages/act-page.ts'
import { sendChooser } from '../../registrations/act-pages/amend-page.ts'
import { correctionEntry, sendCorrectionChooser } from '../../registrations/act-pages/correction-page.ts'
import { statusOn } from '../../registrations/registration-state.ts'
import { decisionPages } from './decision-page.ts'
import { officePages } from './office-page.ts'
import { registrar } from './proposal-form.ts'
import { correctionsOffered, proposalForms, revocations } from './proposals.ts'

const revoking = text('撤销登记', 'Revocation')
const correcting = text('登记机构更正', 'Registrar’s correction')

/** The registrars' work by page: the desk, each decision, and what can be proposed on a registration. */
export function registrarPages(app: FastifyInstance, deps: Deps): void {
  officePages(app, deps)
  decisionPages(app, deps)
  choose('/revoke', revoking, (page) =>
    sendChooser(page, {
      title: revoking,
      intro: text(
        '依据生效的裁判文书，由两名登记员办理（办法第二十一条）。选择撤销的范围。',
        'On a binding judgment or award, by two registrars (art. 21 of the Measures). Choose what is revoked.',
      ),
      entries: revocations,
    }),
  )
  choose('/correct', correcting, (page) =>
    sendChooser(page, {
      title: correcting,
      intro: text(
        '登记机构自己的错误，由两名登记员更正。选择更正的内容。',
        'The register’s own error is put right by two registrars. Choose what is corrected.',
      ),
      entries: [correctionEntry('/correct'), ...correctionsOffered],
    }),
  )
  choose('/correct/correction', correcting, (page) => sendCorrectionChooser(page, correcting, '/correct'))
  for (const form of proposalForms) actPage(app, deps, form)

  function choose(path: string, title: Text, send: (page: ActPage) => FastifyReply): void {
    const onRequest = async (request: Parameters<typeof registrar.person>[0]) => void registrar.person(request)
    app.get(
      `/registrations/:registrationNumber${path}`,
      { schema: { hide: true }, onRequest },
      async (request, reply) => {
        const page = await openActPage(deps, request, reply, registrar)
        const status = statusOn(page.state, page.today)
        return status === 'in_effect' ? send(page) : sendEnded(page, { title }, status)
      },
    )
  }
}

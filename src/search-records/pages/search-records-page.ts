import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { personWhoMay } from '../../accounts/authenticate.ts'
import type { Deps } from '../../deps.ts'
import { html } from '../../platform/html.ts'
import { sendPage } from '../../platform/layout.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { text } from '../../platform/text.ts'
import type { Fields } from '../../registrations/pages/typed-fields.ts'
import { type RecordsRead, readSearchRecords } from '../read-search-records.ts'
import { recordReaderOf } from '../search-record-routes.ts'
import { recordForm } from './record-form.ts'
import { recordsView } from './records-view.ts'
import { typedRecordFilter } from './typed-record-filter.ts'

const LINES_A_PAGE = 50

/** The records of all searches, for registrars. Opening the page reads none: each look is a form that is sent. */
export function searchRecordsPages(app: FastifyInstance, deps: Deps): void {
  const onRequest = async (request: FastifyRequest) => void personWhoMay(request, 'supervise')
  const options = { schema: { hide: true }, onRequest }

  app.get('/registrar/searches', options, (_request, reply) => send(reply, {}, []))

  app.post('/registrar/searches', options, async (request, reply) => {
    const fields = request.body as Fields
    const typed = typedRecordFilter(fields)
    if ('refused' in typed) return send(reply, fields, typed.refused)
    const read = await readSearchRecords(deps.pool, recordReaderOf(request), typed.filter, LINES_A_PAGE)
    if ('refused' in read) return send(reply, fields, read.refused)
    return send(reply, fields, [], read)
  })
}

function send(reply: FastifyReply, fields: Fields, errors: readonly Refusal[], read?: RecordsRead): FastifyReply {
  const { shell, language } = reply.request
  return sendPage(reply, {
    title: text('查询记录', 'Records of searches'),
    wide: true,
    errors,
    status: errors.length > 0 ? 422 : 200,
    body: html`${recordForm(shell, fields, { language, errors })}
${read ? recordsView(read, fields, { language, shell }) : ''}`,
  })
}

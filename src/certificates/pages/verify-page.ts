import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Deps } from '../../deps.ts'
import { type FormState, type SummaryRow, submitButton, summaryList, textInput } from '../../platform/form-controls.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { sendPage, speaker } from '../../platform/layout.ts'
import { isWellFormedNumber, normalizeNumber } from '../../platform/numbers.ts'
import { problems } from '../../platform/problem.ts'
import type { Refusal } from '../../platform/refusal.ts'
import { inLanguage, type Language, type Text, text } from '../../platform/text.ts'
import { groupsOfFour, numberInGroups, writtenMoment } from '../../platform/written-form.ts'
import { MATCHES_A_PAGE } from '../../search-results/pages/match-list.ts'
import type { CertificateFacts } from '../certificate-facts.ts'
import { certificateTitle, kindTitle } from '../certificate-titles.ts'
import { type Genuine, type Verification, verifyCertificate } from '../verify-certificate.ts'
import { certificateFactsView } from './certificate-facts-view.ts'

const CODE_MAX_CHARACTERS = 64

/** Checking a certificate, open to everybody: this is where its QR code leads. */
export function verifyPages(app: FastifyInstance, deps: Deps): void {
  app.get('/verify', { schema: { hide: true } }, async (request, reply) => {
    const { number, code } = typedOf(request.query)
    if (number === undefined) return sendForm(reply, {}, [])
    const refused = refusalOf(number)
    if (refused) return sendForm(reply, { number, ...(code && { code }) }, [refused])
    const query = code === undefined ? '' : `?code=${encodeURIComponent(code)}`
    return reply.redirect(`/verify/${normalizeNumber(number)}${query}`, 303)
  })

  app.get('/verify/:number', { schema: { hide: true } }, async (request, reply) => {
    const typed = (request.params as { number: string }).number
    const { code } = typedOf(request.query)
    const refused = refusalOf(typed)
    if (refused) return sendForm(reply, { number: typed, ...(code && { code }) }, [refused])
    const number = normalizeNumber(typed)
    const { page } = request.query as { page?: unknown }
    const found = await verifyCertificate(deps.pool, number, code, (count) => pageOf(count, page))
    const written = groupsOfFour(number)
    return sendPage(reply, {
      title: text(`核验 ${written}`, `Check of ${written}`),
      ownHeading: true,
      wide: true,
      back: '/verify',
      body: verificationView(found, { number, code, language: request.language, here: request.url }),
    })
  })
}

/** The page that an address asks for; what is none is the nearest. */
function pageOf(count: number, asked: unknown): { after: number; limit: number } {
  const page = Number.isInteger(Number(asked ?? 1)) ? Number(asked ?? 1) : 1
  const last = Math.max(1, Math.ceil(count / MATCHES_A_PAGE))
  return { after: (Math.min(Math.max(page, 1), last) - 1) * MATCHES_A_PAGE, limit: MATCHES_A_PAGE }
}

/** What the form and the address give; what is empty was not given. */
function typedOf(query: unknown): { number?: string; code?: string } {
  const { number, code } = (query ?? {}) as Record<string, unknown>
  const given = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)
  const [numberGiven, codeGiven] = [given(number), given(code)?.slice(0, CODE_MAX_CHARACTERS)]
  return {
    ...(number !== undefined && { number: numberGiven ?? '' }),
    ...(codeGiven !== undefined && { code: codeGiven }),
  }
}

function refusalOf(number: string): Refusal | undefined {
  if (number === '') return { code: 'field_missing', pointer: '/number', message: numberMissing }
  if (isWellFormedNumber(normalizeNumber(number))) return undefined
  return { code: 'number_mistyped', pointer: '/number', message: problems.number_mistyped.title }
}

const numberMissing = text('请填写证明上的编号', 'Enter the number of the certificate')

function sendForm(
  reply: FastifyReply,
  typed: { number?: string; code?: string },
  errors: readonly Refusal[],
): FastifyReply {
  const { language } = reply.request
  const say = speaker(language)
  return sendPage(reply, {
    title: text('核验证明', 'Check a certificate'),
    status: errors.length > 0 ? 422 : 200,
    errors,
    body: html`<p class="govuk-body">${say('登记证明、查询证明和清单核对证明都可以在这里核验。只填编号，告知真伪、种类和出具时间；填上核验码，还显示证明的内容。', 'Certificates of registrations, searches and list checks can be checked here. The number alone tells whether one is genuine, of what kind and when it was issued; the code also shows what it says.')}</p>
${verifyForm({ language, errors }, typed)}`,
  })
}

function verifyForm(form: FormState, typed: { number?: string; code?: string | undefined }): Html {
  return html`<form method="get" action="/verify" novalidate autocomplete="off">
${textInput(form, {
  pointer: '/number',
  label: text('证明编号', 'Number of the certificate'),
  hint: text(
    '20 位数字，在证明右上方和页脚；可带空格。',
    '20 digits, at the top and foot of the certificate; spaces do no harm.',
  ),
  value: typed.number,
  inputmode: 'numeric',
  width: 30,
  code: true,
})}
${textInput(form, {
  pointer: '/code',
  label: text('核验码', 'Verification code'),
  optional: true,
  hint: text('16 位字母和数字，印在证明上。', '16 letters and digits, printed on the certificate.'),
  value: typed.code,
  width: 20,
  code: true,
})}
${submitButton(form.language, text('核验', 'Check'))}
</form>`
}

type Checked = { number: string; code: string | undefined; language: Language; here: string }

function verificationView(found: Verification, checked: Checked): Html {
  return found.genuine ? genuineView(found, checked) : notGenuineView(checked)
}

function genuineView(found: Genuine, { number, code, language, here }: Checked): Html {
  const say = speaker(language)
  const facts = found.facts as CertificateFacts | undefined
  const kind = facts ? certificateTitle(facts) : kindTitle(found.kind)
  const issued = writtenMoment(found.issuedAt)
  const rows = [
    { key: text('证明编号', 'Number'), value: numberInGroups(number) },
    { key: text('种类', 'Kind'), value: inLanguage(kind, language) },
    { key: text('出具时间', 'Issued'), value: inLanguage(issued, language) },
    ...(found.sha256
      ? [
          {
            key: text('内容的 SHA-256', 'SHA-256 of its facts'),
            value: html`<code class="hash">${found.sha256}</code>`,
          },
        ]
      : []),
  ]
  if (found.notIssued) return notIssuedView(kind, rows, language)
  if (found.destroyed) return destroyedView(kind, rows, found.sha256 !== undefined, language)
  return html`<h1 class="answer">${say(
    code === undefined
      ? `编号真实：本登记系统出具过这一编号的${kind.zh}。`
      : `证明真实：编号与核验码相符，是本登记系统出具的${kind.zh}。`,
    code === undefined
      ? `The number is genuine: this register issued a ${kind.en.toLowerCase()} under it.`
      : `The certificate is genuine: number and code match a ${kind.en.toLowerCase()} of this register.`,
  )}</h1>
<div class="text-column">${summaryList(rows, language)}</div>
${facts ? factsIntroduction(language) : codeForm(number, language)}
${facts ? certificateFactsView(facts, language, here, found.apart) : nothing}`
}

/** The search was made; its certificate, which takes a while, was not asked for: no paper can state its facts yet. */
function notIssuedView(kind: Text, rows: SummaryRow[], language: Language): Html {
  const say = speaker(language)
  return html`<h1 class="answer">${say(
    `编号真实，但这份${kind.zh}尚未出具。`,
    `The number is genuine, but this ${kind.en.toLowerCase()} has not been issued yet.`,
  )}</h1>
<div class="note"><p class="govuk-body">${say('查询确已办理，查询人还没有取过证明，因此没有可以核对的内容。', 'The search was made; its searcher has not asked for the certificate, so there is no content to compare.')}</p></div>
<div class="text-column">${summaryList(rows, language)}</div>`
}

/** After its retention the register still knows the number and the hash, and nothing of what the certificate said. */
function destroyedView(kind: Text, rows: SummaryRow[], issued: boolean, language: Language): Html {
  const say = speaker(language)
  return html`<h1 class="answer">${say(
    `编号真实：本登记系统出具过这一编号的${kind.zh}。`,
    `The number is genuine: this register issued a ${kind.en.toLowerCase()} under it.`,
  )}</h1>
<div class="note"><p class="govuk-body">${say(
    '其内容保存期满，已经依法销毁，核验码不能再显示内容。',
    'Its content was destroyed when its retention was over, so the code shows nothing any more.',
  )} ${
    issued
      ? say(
          '手中有原件的，可以用内容的 SHA-256 核对。',
          'Whoever has the original can compare the SHA-256 of its facts.',
        )
      : say('此前没有人取过这份证明。', 'Nobody had ever asked for this certificate.')
  }</p></div>
<div class="text-column">${summaryList(rows, language)}</div>`
}

function factsIntroduction(language: Language): Html {
  const say = speaker(language)
  return html`<p class="govuk-body">${say('下列是证明的内容，请逐项与您手中的证明核对：有一处不同，您手中的就不是原件。个人的证件号码和详细地址在此不公开。', 'Below is what the certificate says. Compare it with yours line by line: if anything differs, yours was altered. Identity numbers and full addresses of individuals are not shown here.')}</p>`
}

/** Without the code nothing of the content is shown: a genuine number proves nothing of what the paper says. */
function codeForm(number: string, language: Language): Html {
  const say = speaker(language)
  return html`<div class="note"><p class="govuk-body">${say('编号真实，不等于您手中的内容真实。填上核验码，就能核对内容。', 'A genuine number does not make what your paper says genuine. Enter the code to compare the content.')}</p></div>
<form method="get" action="/verify/${number}" novalidate autocomplete="off">
${textInput(
  { language, errors: [] },
  {
    pointer: '/code',
    label: text('核验码', 'Verification code'),
    hint: text('16 位字母和数字，印在证明上。', '16 letters and digits, printed on the certificate.'),
    width: 20,
    code: true,
  },
)}
${submitButton(language, text('核对内容', 'Show the content'))}
</form>`
}

/** An unknown number and a wrong code read alike, so that nobody learns numbers by trying. */
function notGenuineView({ number, code, language }: Checked): Html {
  const say = speaker(language)
  return html`<div class="alarm"><h1 class="answer"><strong>${say('不能证实：', 'Not confirmed: ')}</strong>${
    code === undefined
      ? say('本登记系统没有出具过这一编号的证明。', 'this register issued no certificate under this number.')
      : say('没有编号与核验码都相符的证明。', 'there is no certificate with this number and this code.')
  }</h1>
<p class="govuk-body">${say('请对照证明核对编号和核验码。如果确实如此印制，它不是本登记系统出具的，不要依赖它。', 'Compare number and code with the certificate. If it is printed exactly so, this register did not issue it: do not rely on it.')}</p></div>
${verifyForm({ language, errors: [] }, { number: groupsOfFour(number), code })}`
}

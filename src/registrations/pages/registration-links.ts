import { may, type Person } from '../../accounts/person.ts'
import { type Html, html, nothing } from '../../platform/html.ts'
import { speaker } from '../../platform/layout.ts'
import type { Language, Text } from '../../platform/text.ts'
import { text } from '../../platform/text.ts'
import { isOpen } from '../objection-state.ts'
import type { RegistrationView } from '../read-registration.ts'

type Link = { path: string; label: Text }

/** What this reader can do about a registration, on its page. Empty: nothing. */
export function registrationLinks(person: Person, found: RegistrationView, language: Language): Html {
  const links = linksFor(person, found)
  if (links.length === 0) return nothing
  const say = speaker(language)
  const at = `/registrations/${found.registrationNumber}`
  return html`<nav aria-label="${say('办理', 'Acts')}"><ul class="govuk-list act-links">${links.map(
    ({ path, label }) =>
      html`<li><a class="govuk-link" href="${at}${path}">${say(label.zh, label.en)}</a></li>
`,
  )}</ul></nav>`
}

function linksFor(person: Person, found: RegistrationView): Link[] {
  const { role, account } = person
  const standing = found.status === 'in_effect'
  if (may(role, 'supervise')) return registrarLinks(found)
  if (account === found.account) return standing && may(role, 'register') ? filerLinks : []
  return may(role, 'object') ? objectorLinks(account, found) : []
}

const filerLinks: Link[] = [
  { path: '/renew', label: text('展期', 'Renew') },
  { path: '/amend', label: text('变更', 'Amend') },
  { path: '/discharge', label: text('注销', 'Discharge') },
  { path: '/modification-code', label: text('遗失或者领取修改码', 'Lost or new modification code') },
  { path: '/discharge-demands', label: text('收到的要求', 'Demands received') },
]

/** An objection stays the objector's to withdraw; while it is open there is no second one. */
function objectorLinks(account: number, { status, objections }: RegistrationView): Link[] {
  if (status !== 'in_effect') return []
  const own = objections.find((each) => each.account === account && isOpen(each))
  const demand: Link = { path: '/demand', label: text('要求注销或者变更', 'Demand discharge or amendment') }
  if (!own) return [demand, { path: '/object', label: text('提出异议', 'Object') }]
  const at = `/objections/${own.filingNumber}`
  return [
    demand,
    ...(own.status === 'noted'
      ? [{ path: `${at}/accept-case`, label: text('上传受理通知', 'Note the case acceptance') }]
      : []),
    { path: `${at}/withdraw`, label: text('撤回异议', 'Withdraw the objection') },
  ]
}

function registrarLinks({ status }: RegistrationView): Link[] {
  const demands: Link = { path: '/discharge-demands', label: text('收到的要求', 'Demands received') }
  if (status === 'expired') return [demands]
  if (status !== 'in_effect') return [{ path: '/reinstate', label: text('恢复登记', 'Reinstate') }, demands]
  return [
    { path: '/revoke', label: text('撤销登记', 'Revoke') },
    { path: '/correct', label: text('登记机构更正', 'Correct the register’s error') },
    { path: '/modification-code', label: text('重发修改码', 'Replace a lost modification code') },
    demands,
  ]
}

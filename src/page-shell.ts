import type { FastifyRequest } from 'fastify'
import { may, type Person } from './accounts/person.ts'
import { csrfToken } from './accounts/secrets.ts'
import type { Deps } from './deps.ts'
import type { NavigationItem, Shell } from './platform/shell.ts'
import { type Text, text } from './platform/text.ts'

/** What the layout needs to know of a request. */
export function shellOf(request: FastifyRequest, deps: Deps): Shell {
  const { person, language } = request
  return {
    language,
    sandbox: deps.identity.sandbox,
    name: registerName(deps.identity.name),
    here: request.url,
    csrf: person?.via === 'session' ? csrfToken(person.bearer) : '',
    navigation: person ? navigationOf(person) : [],
    ...(person && {
      person: {
        displayName: person.displayName,
        accountName: person.accountName,
        mayRegister: may(person.role, 'register'),
      },
    }),
  }
}

function registerName(name: string): Text {
  return text(`${name} 动产和权利担保登记`, `${name}, register of security in movable property`)
}

/** The tasks of the signed-in, in the order in which a day's work meets them. */
function navigationOf(person: Person): NavigationItem[] {
  const mayRegister = may(person.role, 'register')
  return [
    ...(mayRegister ? [fileTask, ownRegistrationsTask] : []),
    { href: '/search', label: text('查询', 'Search'), covers: ['/search'] },
    { href: '/searches', label: text('我的查询', 'My searches'), covers: ['/searches'] },
    { href: '/verify', label: text('核验证明', 'Check a certificate'), covers: ['/verify'] },
  ]
}

const fileTask: NavigationItem = { href: '/file', label: text('登记', 'File'), covers: ['/file', '/drafts'] }
const ownRegistrationsTask: NavigationItem = {
  href: '/registrations',
  label: text('我的登记', 'My registrations'),
  covers: ['/registrations'],
}

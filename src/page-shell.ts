import type { FastifyRequest } from 'fastify'
import { may, type Person } from './accounts/person.ts'
import { csrfToken } from './accounts/secrets.ts'
import type { Deps } from './deps.ts'
import { UNREAD_COUNT_MAX } from './notices/list-notices.ts'
import type { NavigationItem, Shell } from './platform/shell.ts'
import { type Text, text } from './platform/text.ts'

/** What the layout needs to know of a request. @param unread notices that the person has not read */
export function shellOf(request: FastifyRequest, deps: Deps, unread = 0): Shell {
  const { person, language } = request
  return {
    language,
    sandbox: deps.identity.sandbox,
    name: registerName(deps.identity.name),
    here: request.url,
    csrf: person?.via === 'session' ? csrfToken(person.bearer) : '',
    navigation: person ? navigationOf(person, unread) : [],
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
function navigationOf(person: Person, unread: number): NavigationItem[] {
  const mayRegister = may(person.role, 'register')
  return [
    ...(mayRegister ? [fileTask, ownRegistrationsTask] : []),
    { href: '/search', label: text('查询', 'Search'), covers: ['/search'] },
    { href: '/bulk-searches', label: text('批量查询', 'Search a list'), covers: ['/bulk-searches'] },
    { href: '/searches', label: text('我的查询', 'My searches'), covers: ['/searches'] },
    ...(may(person.role, 'be_asked_for') ? [aboutMeTask] : []),
    ...(may(person.role, 'search_collateral') ? [collateralTask] : []),
    { href: '/overlap-checks', label: text('查清单', 'Check a list'), covers: ['/overlap-checks'] },
    ...(may(person.role, 'object') ? [objectionsTask] : []),
    ...(may(person.role, 'supervise') ? [officeTask, searchRecordsTask] : []),
    { href: '/notices', label: noticesLabel(unread), covers: ['/notices'] },
    { href: '/verify', label: text('核验证明', 'Check a certificate'), covers: ['/verify'] },
  ]
}

function noticesLabel(unread: number): Text {
  if (unread === 0) return text('通知', 'Notices')
  const count = unread >= UNREAD_COUNT_MAX ? `${UNREAD_COUNT_MAX - 1}+` : String(unread)
  return text(`通知（${count} 条未读）`, `Notices (${count} unread)`)
}

const fileTask: NavigationItem = { href: '/file', label: text('登记', 'File'), covers: ['/file', '/drafts'] }
const ownRegistrationsTask: NavigationItem = {
  href: '/registrations',
  label: text('我的登记', 'My registrations'),
  covers: ['/registrations'],
}
const objectionsTask: NavigationItem = {
  href: '/objections',
  label: text('我的异议', 'My objections'),
  covers: ['/objections'],
}
const collateralTask: NavigationItem = {
  href: '/collateral-search',
  label: text('查找担保财产', 'Find collateral'),
  covers: ['/collateral-search'],
}
const aboutMeTask: NavigationItem = {
  href: '/searches-about-me',
  label: text('我被查询的情况', 'Searches for you'),
  covers: ['/searches-about-me'],
}
const searchRecordsTask: NavigationItem = {
  href: '/registrar/searches',
  label: text('查询记录', 'Records of searches'),
  covers: ['/registrar/searches'],
}
const officeTask: NavigationItem = {
  href: '/decisions',
  label: text('登记机构办理', 'Register office'),
  covers: ['/decisions', '/archive'],
}

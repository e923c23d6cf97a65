import { createHmac, randomUUID } from 'node:crypto'
import { type LookupAddress, lookup as systemLookup } from 'node:dns'
import http from 'node:http'
import https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isLoopbackAddress, isPublicAddress } from './public-address.ts'
import type { Refusal } from './refusal.ts'
import { text } from './text.ts'

/*
 * Calls from the register to addresses that its users give (threat 19): over https to public addresses alone. What is
 * checked is the address that is connected to, after the name was looked up, so a name that leads elsewhere the second
 * time gains nothing. Redirects are not followed and answers are not read.
 */

export const CALL_URL_MAX_CHARACTERS = 500
const TIMEOUT_MS = 10_000
/** Ports of the web; the lower ones belong to mail, shells and the like. */
const PORT_MIN = 1_024
const HTTPS_PORT = 443

/** @param loopback the sandbox calls this machine itself too, also over http */
export type OutboundRules = { loopback: boolean; lookup?: typeof systemLookup; timeoutMs?: number }

/** Why a call did not come to its 2xx. Kept and shown, so it holds nothing of what the other side said. */
export type CallFailure =
  | 'address_not_allowed'
  | 'name_not_found'
  | 'connection_failed'
  | 'certificate_not_trusted'
  | 'timed_out'
  | `status_${number}`

/** What is wrong with an address that a user gives. Names are looked up only when it is called. */
export function refuseCallUrl(url: string, rules: OutboundRules): Refusal | undefined {
  const parsed = url.length <= CALL_URL_MAX_CHARACTERS ? URL.parse(url) : null
  if (!parsed || parsed.username !== '' || parsed.password !== '' || parsed.hash !== '') return urlWrong
  const host = hostOf(parsed)
  const local = rules.loopback && (host === 'localhost' || isLoopbackAddress(host))
  if (parsed.protocol !== 'https:' && !(local && parsed.protocol === 'http:')) return urlWrong
  const port = parsed.port === '' ? HTTPS_PORT : Number(parsed.port)
  if (port !== HTTPS_PORT && port < PORT_MIN) return urlWrong
  if (isIP(host) !== 0 && !isAllowed(host, rules)) return addressNotPublic
  return undefined
}

/** Posts a body once, signed. @returns undefined when the other side answered with a 2xx */
export async function callOut(
  url: string,
  { body, secret, at }: { body: string; secret: Buffer; at: number },
  rules: OutboundRules,
): Promise<CallFailure | undefined> {
  if (refuseCallUrl(url, rules)) return 'address_not_allowed'
  const target = new URL(url)
  const client = target.protocol === 'https:' ? https : http
  const agent = new client.Agent({ keepAlive: false })
  try {
    return await new Promise<CallFailure | undefined>((resolve) => {
      const request = client.request(target, {
        method: 'POST',
        agent,
        lookup: checkedLookup(rules),
        signal: AbortSignal.timeout(rules.timeoutMs ?? TIMEOUT_MS),
        headers: {
          'content-type': 'application/json; charset=utf-8',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Encumbra',
          'encumbra-delivery': randomUUID(),
          'encumbra-signature': signatureOf(body, secret, at),
        },
      })
      request.on('socket', (socket) => {
        const check = () => {
          if (!isAllowed(socket.remoteAddress ?? '', rules)) socket.destroy(new AddressNotAllowed())
        }
        socket.once('connect', check)
      })
      request.on('response', (response) => {
        const { statusCode = 0 } = response
        resolve(statusCode >= 200 && statusCode < 300 ? undefined : `status_${statusCode}`)
        response.on('error', () => {})
        response.destroy()
      })
      request.on('error', (error) => resolve(failureOf(error)))
      request.end(body)
    })
  } finally {
    agent.destroy()
  }
}

/** `t=<seconds>,v1=<HMAC-SHA256 of "<seconds>.<body>" in hex>`: with the time an old call cannot be played again. */
export function signatureOf(body: string, secret: Buffer, at: number): string {
  return `t=${at},v1=${createHmac('sha256', secret).update(`${at}.${body}`).digest('hex')}`
}

class AddressNotAllowed extends Error {}

/** Looks a name up and gives addresses that may be called. One that may not spoils the name: such a name is a trick. */
function checkedLookup(rules: OutboundRules): LookupFunction {
  const lookup = rules.lookup ?? systemLookup
  return (hostname, options, done) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      const addresses = (found ?? []) as LookupAddress[]
      if (error || addresses.length === 0) return done(error ?? new AddressNotAllowed(), [])
      if (!addresses.every(({ address }) => isAllowed(address, rules))) return done(new AddressNotAllowed(), [])
      if (options.all) return done(null, addresses)
      done(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
}

function isAllowed(address: string, rules: OutboundRules): boolean {
  return isPublicAddress(address) || (rules.loopback && isLoopbackAddress(address))
}

/** The host as it is connected to: an IPv6 address without its brackets. */
function hostOf(url: URL): string {
  return url.hostname.replace(/^\[(.*)\]$/, '$1')
}

function failureOf(error: Error & { code?: string }): CallFailure {
  if (error instanceof AddressNotAllowed) return 'address_not_allowed'
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timed_out'
  const code = error.code ?? ''
  if (/^(ENOTFOUND|EAI_|ENODATA)/.test(code)) return 'name_not_found'
  if (/^(CERT_|UNABLE_TO|DEPTH_ZERO|SELF_SIGNED|ERR_TLS)/.test(code)) return 'certificate_not_trusted'
  return 'connection_failed'
}

const urlWrong: Refusal = {
  code: 'callback_url_wrong',
  pointer: '/callbackUrl',
  message: text(
    `回调地址应为 https 网址，最多 ${CALL_URL_MAX_CHARACTERS} 个字符，端口为 443 或者 1024 以上，不含用户名、密码和 #`,
    `The callback is an https URL of at most ${CALL_URL_MAX_CHARACTERS} characters, on port 443 or from 1024, without user, password and #`,
  ),
}
const addressNotPublic: Refusal = {
  code: 'callback_address_not_allowed',
  pointer: '/callbackUrl',
  message: text(
    '回调地址不在公共互联网上：内网、本机和保留的地址不能回调',
    'The callback is not on the public internet: private, local and reserved addresses are not called',
  ),
}

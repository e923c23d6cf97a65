import { createHmac, hash, randomBytes } from 'node:crypto'

/** Session tokens and API keys are 256 random bits: their SHA-256 is kept, since a slow hash buys nothing there. */
export function newSessionToken(): string {
  return randomBytes(32).toString('base64url')
}

/** `enc_` tells secret scanners and people what it is. */
export function newApiKey(): string {
  return `enc_${randomBytes(32).toString('base64url')}`
}

export function hashSecret(secret: string): Buffer {
  return hash('sha256', secret, 'buffer')
}

/** The token that a page's forms carry: bound to the session, so that another site cannot know it. */
export function csrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('page form').digest('base64url')
}

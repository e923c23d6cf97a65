import type { Language, Text } from './text.ts'

/** What every page knows about its request: set by the app for each one, before its handler. */
export type Shell = {
  language: Language
  sandbox: boolean
  /** The register's name, at the top of every page. */
  name: Text
  /** Path and query of this page, for the language switch. */
  here: string
  person?: { displayName: string; accountName: string; mayRegister: boolean }
  /** The tasks this person can go to. Empty when nobody is signed in. */
  navigation: readonly NavigationItem[]
  /** Goes into each form as the field `_csrf`. Empty when nobody is signed in. */
  csrf: string
}

/** `covers` are the beginnings of the paths that belong to the task, so that it is marked as the current one. */
export type NavigationItem = { href: string; label: Text; covers: readonly string[] }

declare module 'fastify' {
  interface FastifyRequest {
    shell: Shell
  }
}

import { setTimeout } from 'node:timers/promises'
import type { TestRegister } from '../helpers/register.ts'

export type Body = Record<string, any>
export type Who = keyof TestRegister['people']

/** A Beijing day so many days ago, and a moment of it. */
export function dayAgo(days: number): string {
  return new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10)
}
export const noonOf = (day: string) => `${day}T04:00:00Z`

/** Makes searches over HTTP and moves them to a moment of the past, as only a superuser can. */
export async function searchThen(register: TestRegister, who: Who, queries: readonly Body[], at: string) {
  const numbers: string[] = []
  for (const query of queries) {
    const payload = { purpose: 'before_transaction', ...query }
    let answer = await register.call(who, { method: 'POST', url: '/api/v1/searches', payload })
    // A register that has just begun has not closed its order yet.
    for (let tries = 0; answer.statusCode === 503 && tries < 50; tries += 1) {
      await setTimeout(200)
      answer = await register.call(who, { method: 'POST', url: '/api/v1/searches', payload })
    }
    if (answer.statusCode !== 201) throw new Error(answer.body)
    numbers.push(answer.json().searchNumber)
  }
  await moveSearches(register, numbers, at)
  return numbers
}

export async function moveSearches(register: TestRegister, numbers: readonly string[], at: string): Promise<void> {
  const list = numbers.map((number) => `'${number}'`).join(',')
  await register.sql(
    `do $$ begin set local session_replication_role = replica;
       update searches set searched_at = '${at}' where search_number in (${list}); end $$`,
  )
}

/** A register that was there so many days ago already. */
export async function beginDaysAgo(register: TestRegister, days: number): Promise<void> {
  await register.sql('update searches_followed set until = $1', [`${dayAgo(days)}T00:00:00+08:00`])
}

import type { Test } from 'tap'
import { indexCollateralTexts } from '../../src/collateral-texts/index-collateral-texts.ts'
import { formOf } from '../../src/registrations/forms/forms.ts'
import { openRegister, type TestRegister } from '../helpers/register.ts'

/* A register with registrations whose assets are known, and calls that check lists against it. */

export type Filed = { registrationNumber: string; modificationCode: string; sequence: number }
type Who = Parameters<TestRegister['call']>[0]

export async function openChecked(t: Test) {
  const register = await openRegister(t)

  async function file(collateral: Record<string, unknown>, more: { who?: Who; body?: Record<string, unknown> } = {}) {
    const { example } = formOf('finance_lease')!
    const body = {
      ...example,
      ...more.body,
      collateral: {
        ...(example.collateral as object),
        leaseContractNumber: unique(),
        description: undefined,
        items: [],
        ...collateral,
      },
    }
    const filed = await register.call(more.who ?? 'operator', {
      method: 'POST',
      url: '/api/v1/registrations',
      payload: body,
    })
    if (filed.statusCode !== 201) throw new Error(filed.body)
    await indexCollateralTexts(register.deps)
    return filed.json() as Filed
  }

  async function act(filed: Filed, path: string, body: Record<string, unknown>, who: Who = 'operator') {
    const answer = await register.call(who, {
      method: 'POST',
      url: `/api/v1/registrations/${filed.registrationNumber}/${path}`,
      payload: { modificationCode: filed.modificationCode, declaration: true, ...body },
    })
    if (answer.statusCode !== 201) throw new Error(answer.body)
    return answer.json()
  }

  const check = (lines: Record<string, string>[], who: Who = 'operator', query = '') =>
    register.call(who, {
      method: 'POST',
      url: `/api/v1/overlap-checks${query}`,
      payload: { purpose: 'before_transaction', lines },
    })

  const send = (payload: string | Buffer, type: string, query = '?purpose=dispute', headers: object = {}) =>
    register.call('operator', {
      method: 'POST',
      url: `/api/v1/overlap-checks${query}`,
      payload,
      headers: { 'content-type': type, ...headers },
    })

  return { register, file, act, check, send }
}

let made = 0

function unique(): string {
  made += 1
  return `C-${made}-${process.pid}`
}

export const item = (serialNumber: string, name = '数控车床') => ({ name, quantity: 1, unit: '台', serialNumber })

/** A form with a file or text, as a browser posts it. */
export function formOfList(fields: Record<string, string>, file?: { name: string; content: Buffer | string }) {
  const boundary = '----list'
  const parts = Object.entries(fields).map(([name, value]) =>
    Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`),
  )
  if (file) {
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${file.name}"\r\ncontent-type: application/octet-stream\r\n\r\n`
    parts.push(Buffer.from(head), Buffer.from(file.content), Buffer.from('\r\n'))
  }
  return {
    payload: Buffer.concat([...parts, Buffer.from(`--${boundary}--\r\n`)]),
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}` },
  }
}

import t from 'tap'
import { formOf, forms } from '../../../src/registrations/forms/forms.ts'
import { openRegister } from '../../helpers/register.ts'
import { decode, openSession } from './page-session.ts'

const stripped = (body: string) => decode(body.replace(/<[^>]*>/g, ' ')).replace(/\s+/g, ' ')

t.test('registrations by page', async (t) => {
  const register = await openRegister(t)
  const file = async (payload: object, who: 'operator' | 'otherOperator' = 'operator') => {
    const filed = await register.call(who, { method: 'POST', url: '/api/v1/registrations', payload })
    if (filed.statusCode !== 201) throw new Error(filed.body)
    return filed.json() as { registrationNumber: string; sequence: number }
  }
  const operator = await openSession(register, 'operator')

  t.test('every type states every fact that was filed, in both languages', async (t) => {
    for (const form of forms) {
      const example = form.example as Record<string, any>
      const { registrationNumber, sequence } = await file(example)
      const seen = await operator.get(`/registrations/${registrationNumber}`)
      t.equal(seen.statusCode, 200)
      const body = stripped(seen.body)
      t.match(body, `截至第 ${sequence} 号登记`)
      for (const label of [form.label, form.securedPartyLabel, form.debtorLabel, form.effect])
        t.ok(body.includes(label.zh))
      for (const party of [...example.securedParties, ...example.debtors]) {
        for (const fact of [
          party.name,
          party.identifier.value,
          party.address.line,
          party.owner?.name,
          party.parent?.name,
        ]) {
          if (fact !== undefined) t.ok(body.includes(fact), `${form.securityType}: ${fact}`)
        }
      }
      for (const field of form.fields) {
        if (example.collateral[field.name] === undefined) continue
        t.ok(body.includes(field.label.zh), `${form.securityType}: ${field.label.zh}`)
        if (field.input === 'line' || field.input === 'paragraph') t.ok(body.includes(example.collateral[field.name]))
        for (const row of field.input === 'table' ? example.collateral[field.name] : []) {
          for (const [name, value] of Object.entries(row)) {
            if (field.columns?.some((each) => each.name === name && each.input === 'line'))
              t.ok(body.includes(String(value)))
          }
        }
      }
      const english = await operator.get(`/registrations/${registrationNumber}?lang=en`)
      t.equal(english.statusCode, 303)
    }
  })

  t.test('who reads sees what is theirs to see', async (t) => {
    const example = formOf('chattel_mortgage')!.example as Record<string, any>
    const person = {
      kind: 'individual',
      name: '沈丽华',
      identifier: { scheme: 'resident_id', value: '330602197509239924' },
      address: { country: 'CN', division: '330602', line: '府山街道环山路 6 号' },
    }
    const { registrationNumber } = await file({ ...example, debtors: [person], filerReference: '档-7' })
    const read = async (who: Parameters<typeof openSession>[1]) =>
      stripped((await (await openSession(register, who)).get(`/registrations/${registrationNumber}`)).body)
    for (const who of ['operator', 'administrator', 'registrar'] as const) {
      const body = await read(who)
      for (const fact of ['330602197509239924', '府山街道环山路 6 号', '档-7']) t.match(body, fact, `${who} ${fact}`)
    }
    for (const who of ['otherOperator', 'searcher'] as const) {
      const body = await read(who)
      for (const fact of ['330602197509239924', '府山街道环山路', '档-7']) t.notMatch(body, fact, `${who} ${fact}`)
      t.match(body, '3306**********9924')
      t.match(body, '浙江省绍兴市越城区（详细地址不公开）')
    }
  })

  t.test('items are shown 100 a page', async (t) => {
    const example = formOf('finance_lease')!.example as Record<string, any>
    const items = Array.from({ length: 230 }, (_, at) => ({ ...example.collateral.items[0], name: `第${at + 1}台` }))
    const { registrationNumber } = await file({ ...example, collateral: { ...example.collateral, items } })
    const first = await operator.get(`/registrations/${registrationNumber}`)
    t.match(stripped(first.body), /（共 230 项）.*第1台.*第100台.*第 1 至 100 项，共 230 项/)
    t.notMatch(first.body, '第101台')
    const next = decode(/<nav class="pages"[^>]*>.*?href="([^"]*)"/s.exec(first.body)![1]!)
    t.equal(next, `/registrations/${registrationNumber}?items=2#items`)
    const last = await operator.get(`/registrations/${registrationNumber}?items=3`)
    t.match(stripped(last.body), /第201台.*第230台/)
  })

  t.test('hostile text stays text', async (t) => {
    const example = formOf('other')!.example as Record<string, any>
    const hostile = `<img src=x onerror=alert(1)>"'&amp;\${7*7}`
    const collateral = { ...example.collateral, description: hostile }
    const { registrationNumber } = await file({ ...example, collateral, filerReference: hostile })
    for (const url of [`/registrations/${registrationNumber}`, '/registrations']) {
      const seen = await operator.get(url)
      t.notMatch(seen.body, '<img src=x')
      t.match(decode(seen.body), hostile)
    }
  })

  t.test('an account’s own registrations, newest first, page by page', async (t) => {
    const example = formOf('receivables_pledge')!.example as Record<string, any>
    const made: string[] = []
    for (let at = 0; at < 53; at += 1) {
      made.push((await file({ ...example, filerReference: `R-${at}` }, 'otherOperator')).registrationNumber)
    }
    const other = await openSession(register, 'otherOperator')
    const numbersIn = (body: string) =>
      [...body.matchAll(/href="\/registrations\/(\d{20})"/g)].map(([, number]) => number)
    const first = await other.get('/registrations')
    t.equal(numbersIn(first.body).length, 50)
    const older = /href="(\/registrations\?before[^"]*)"/.exec(decode(first.body))![1]!
    const second = await other.get(older)
    t.same([...numbersIn(first.body), ...numbersIn(second.body)], made.reverse())
    t.notMatch(second.body, '更早的登记')
    t.match((await other.get('/registrations?before=1')).body, '没有更早的登记')
    t.match(first.body, 'R-52')
    const searcher = await openSession(register, 'searcher')
    t.equal((await searcher.get('/registrations')).statusCode, 403, 'who may not register has none')
  })

  t.test('mistyped and unknown numbers are told apart', async (t) => {
    t.equal((await operator.get('/registrations/20261122012345678950')).statusCode, 422)
    t.equal((await operator.get('/registrations/20261122012345678900')).statusCode, 422)
  })
})

t.test('after its last day a registration is read by its parties alone', async (t) => {
  const register = await openRegister(t)
  const payload = formOf('chattel_mortgage')!.example as object
  const { registrationNumber } = (
    await register.call('operator', { method: 'POST', url: '/api/v1/registrations', payload })
  ).json()
  // Forty years on: the order is closed up to then, and nothing ticks.
  await register.deps.sequencer.close()
  await register.sql(`update register_head set closed_at = clock_timestamp() + interval '40 years'`)
  const read = async (who: Parameters<typeof openSession>[1]) =>
    stripped((await (await openSession(register, who)).get(`/registrations/${registrationNumber}`)).body)
  t.match(await read('operator'), /这项登记已于\d+年\d+月\d+日24:00到期/)
  t.match(await read('searcher'), '没有找到，或您无权查看')
})

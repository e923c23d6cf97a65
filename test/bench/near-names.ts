import { once } from 'node:events'
import { chmodSync, createWriteStream, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { countTerms } from '../../src/near-matches/count-terms.ts'
import { foldCharacters } from '../../src/near-matches/fold-characters.ts'
import { termsOf } from '../../src/near-matches/name-terms.ts'
import { readName } from '../../src/near-matches/read-name.ts'
import { createPool } from '../../src/platform/database.ts'
import { keyDigest } from '../../src/registrations/key-digest.ts'
import type { Random } from '../../src/sandbox/random.ts'
import { registeredNames } from '../../src/sandbox/registered-names.ts'
import { organizationSearchKey, SEARCH_LOGIC } from '../../src/search/search-key.ts'

const CHUNK_LINES = 2_000

/** Fills the index of near matches with the names that loadRegister loads, as the follower would, by COPY. */
export async function loadNames(superuserUrl: string, count: number, seed = '1'): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'encumbra-names-'))
  chmodSync(folder, 0o755)
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    const file = join(folder, 'names.tsv')
    await writeNames(file, count, seed)
    await client.query(`set synchronous_commit = off; set maintenance_work_mem = '2GB'`)
    await client.query('drop index debtor_names_by_term')
    await client.query('create temporary table loading (digest text, key text, name text, folded text, terms text[])')
    await client.query(`copy loading from '${file}'`)
    await client.query(
      `insert into debtor_names (key_digest, key, name, folded, terms)
       select decode(digest, 'hex'), key, name, folded, array_to_tsvector(terms) from loading
       on conflict (key_digest) do nothing`,
    )
    await client.query('create index debtor_names_by_term on debtor_names using gin (terms) with (fastupdate = off)')
    await client.query('vacuum analyze debtor_names')
  } finally {
    await client.end()
    rmSync(folder, { recursive: true, force: true })
  }
  const pool = createPool(superuserUrl, { applicationName: 'bench', max: 1, onError: () => {} })
  await countTerms(pool)
  await pool.query('vacuum analyze debtor_name_terms')
  await pool.end()
}

async function writeNames(file: string, count: number, seed: string): Promise<void> {
  const names = registeredNames(seed)
  const out = createWriteStream(file, { mode: 0o644 })
  let lines = ''
  for (let i = 1; i <= count; i += 1) {
    const { name } = names.next().value
    const key = organizationSearchKey(name)
    const folded = foldCharacters(key)
    const digest = keyDigest('organization_name', SEARCH_LOGIC, key).toString('hex')
    lines += `${digest}\t${key}\t${name}\t${folded}\t{${termsOf(readName(folded)).join(',')}}\n`
    if (i % CHUNK_LINES > 0 && i < count) continue
    if (!out.write(lines)) await once(out, 'drain')
    lines = ''
  }
  out.end()
  await once(out, 'finish')
}

/** Characters that stand in names, to put in a wrong one. */
const OTHERS = Array.from('恒泰华盛鑫达安康瑞丰宏远信诚金源东方海天龙腾飞翔明辉永兴嘉德美佳新锐博雅智云科创联众')

/**
 * A registered name as somebody mistypes it: a character of it replaced, left out or exchanged with the next, brackets
 * or the end of a region left out.
 */
export const damages = {
  replaced(name: string, random: Random): string | undefined {
    const at = random.integer([...name].length)
    return [...name].map((each, place) => (place === at ? random.pick(OTHERS) : each)).join('')
  },
  omitted(name: string, random: Random): string | undefined {
    const at = random.integer([...name].length)
    return [...name].filter((_, place) => place !== at).join('')
  },
  exchanged(name: string, random: Random): string | undefined {
    const characters = [...name]
    const at = random.integer(characters.length - 1)
    const [a, b] = [characters[at]!, characters[at + 1]!]
    return characters
      .with(at, b)
      .with(at + 1, a)
      .join('')
  },
  brackets(name: string): string | undefined {
    return name.includes('（') ? name.replace(/[（）]/g, '') : undefined
  },
  region(name: string): string | undefined {
    return /^.{2,6}[市省区县]/u.test(name) ? name.replace(/[市省区县]/u, '') : name.replace(/^(..)/u, '$1市')
  },
} as const satisfies Record<string, (name: string, random: Random) => string | undefined>

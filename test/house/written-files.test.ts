import t, { type Test } from 'tap'
import { createDatabase } from '../helpers/cluster.ts'
import { textOf } from '../helpers/source-files.ts'
import { apiFiles, schemaFile, type WrittenFiles } from '../helpers/written-files.ts'

/* Files that are made from others are what they would be if they were made now: `npm run write-files` makes them. */
t.test('openapi.json and the typed client, without a database', async (t) => holds(t, await apiFiles()))

t.test('schema.sql', async (t) => {
  const database = await createDatabase()
  t.teardown(() => database.drop())
  holds(t, await schemaFile(database.superuserUrl))
})

function holds(t: Test, made: WrittenFiles): void {
  for (const [path, content] of Object.entries(made)) {
    t.same(firstDifference(textOf(path), content), undefined, `${path} is current; if not, run npm run write-files`)
  }
}

/** The whole files are too long to be shown: the first line in which they differ tells enough. */
function firstDifference(there: string, made: string): object | undefined {
  if (there === made) return undefined
  const [old, now] = [there.split('\n'), made.split('\n')]
  const at = now.findIndex((line, index) => line !== old[index])
  return { line: at + 1, there: old[at], made: now[at] }
}

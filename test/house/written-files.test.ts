import t, { type Test } from 'tap'
import { createDatabase } from '../helpers/cluster.ts'
import { textOf } from '../helpers/source-files.ts'
import { apiFiles, schemaFile, type WrittenFiles } from '../helpers/written-files.ts'

/* Files that are made from others are what they would be if they were made now: `npm run write-files` makes them. */
function holds(t: Test, made: WrittenFiles): void {
  for (const [path, content] of Object.entries(made)) {
    t.ok(textOf(path) === content, `${path} is current; if not, run npm run write-files`, { diff: firstDifference(textOf(path), content) })
  }
}

t.test('openapi.json and the typed client, without a database', async (t) => holds(t, await apiFiles()))

t.test('schema.sql', async (t) => {
  const database = await createDatabase()
  t.teardown(() => database.drop())
  holds(t, await schemaFile(database.superuserUrl))
})

function firstDifference(there: string, made: string): object | undefined {
  const [a, b] = [there.split('\n'), made.split('\n')]
  const line = b.findIndex((each, at) => each !== a[at])
  return line < 0 ? undefined : { line: line + 1, there: a[line], made: b[line] }
}

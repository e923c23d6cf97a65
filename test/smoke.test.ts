import t from 'tap'
t.test('node', async (t) => { t.match(process.version, /^v24/) })

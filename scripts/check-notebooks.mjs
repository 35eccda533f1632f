// Opens every notebook of a folder in the built demo: `npm run check:notebooks -- FOLDER`. Exits with 1 if one of them ran
// or requested anything before it was trusted, or was not trusted afterwards.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const folder = process.argv[2]
if (folder === undefined) {
  console.error('Usage: npm run check:notebooks -- FOLDER')
  process.exit(2)
}
const { module } = await runnerImport('./test/e2e/support/check-notebooks.ts', {
  root: resolve(import.meta.dirname, '..'),
  configFile: false,
})
process.exit((await module.checkNotebooks(folder)) ? 0 : 1)

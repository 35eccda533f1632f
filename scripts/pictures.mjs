// Takes the README's pictures of the built demo anew: `npm run pictures`. Look at them before they are committed.
import { resolve } from 'node:path'
import { runnerImport } from 'vite'

const { module } = await runnerImport('./test/e2e/support/pictures.ts', {
  root: resolve(import.meta.dirname, '..'),
  configFile: false,
})
await module.takePictures()

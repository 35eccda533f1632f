// Runs every property from a fresh seed, or from the one given, and prints it, so that what it finds can be found again.
import { spawnSync } from 'node:child_process'
import { randomInt } from 'node:crypto'

const seed = process.argv[2] ?? String(randomInt(2 ** 31))
console.log(`seed ${seed} (again: npm run fuzz -- ${seed})`)
const files = [
  'test/property',
  'test/unit/sanitize/ansi.test.ts',
  'test/unit/sanitize/css-tokens.test.ts',
  'test/dom/sanitize.test.ts',
  'test/browser/sanitize.test.ts',
  'test/browser/corpus-fuzz.test.ts',
]
const { status } = spawnSync('npx', ['vitest', 'run', ...files], {
  stdio: 'inherit',
  env: { ...process.env, VITE_FUZZ_SEED: seed },
  shell: process.platform === 'win32',
})
process.exitCode = status ?? 1

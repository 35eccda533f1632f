// `npm run test:store`: the signature database under several processes, kills, locks, full disks and two users.
import { fileURLToPath } from 'node:url'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { pythonPath } from '../../scripts/python.mjs'

const config: ViteUserConfig = defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/store/**/*.test.ts'],
    env: { NBTRUST_PYTHON: pythonPath() },
    // One after another: what is measured is one database, not one machine.
    fileParallelism: false,
    testTimeout: 900_000,
    hookTimeout: 120_000,
  },
})

export default config

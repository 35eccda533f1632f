// `npm run test:interop`: nbtrust beside Jupyter's own nbformat, which the first import finds or installs.
import { fileURLToPath } from 'node:url'
import { defineConfig, type ViteUserConfig } from 'vitest/config'
import { pythonPath } from '../../scripts/python.mjs'

const config: ViteUserConfig = defineConfig({
  test: {
    root: fileURLToPath(new URL('../..', import.meta.url)),
    include: ['test/interop/**/*.test.ts'],
    env: { NBTRUST_PYTHON: pythonPath() },
    testTimeout: 600_000,
    hookTimeout: 60_000,
  },
})

export default config

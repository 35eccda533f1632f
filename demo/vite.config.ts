// Builds the demo page into demo/dist. Everything is bundled: the page requests nothing after it has loaded, but the package's
// own worker for notebooks larger than 1 MB.
import { defineConfig, type UserConfig } from 'vite'
import { tokenizerPlugin } from '../scripts/tokenizer-plugin.mjs'

const config: UserConfig = defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [tokenizerPlugin()],
  worker: { plugins: () => [tokenizerPlugin()] },
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    chunkSizeWarningLimit: 4000,
    modulePreload: { polyfill: false },
    // Fonts stay files: they are loaded at the start, so that showing a formula requests nothing.
    assetsInlineLimit: 0,
    rolldownOptions: { output: { codeSplitting: false } },
  },
})

export default config

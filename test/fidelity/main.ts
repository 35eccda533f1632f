// `npm run test:fidelity`: how much of harmless output survives, in Chromium, with JupyterLab's sanitizer beside ours. Ends
// with an error below the bounds: all text, 99 % of computed styles, and on no snippet worse than the peer.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium, type Page } from 'playwright'
import { build } from 'vite'
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs'
import { aligned } from '../engines/report.js'
import { startServer } from '../engines/server.js'
import type { Scores } from './page/compare.js'
import type { Scored } from './page/fidelity.js'
import type { Snippet } from './snippet.js'
import { written } from './written.js'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const parts = ['text', 'structure', 'attributes', 'styles', 'authored', 'pixels'] as const
type Row = { readonly [part in (typeof parts)[number]]: number }

/** Bounds of each snippet. Equal to four digits counts as equal. */
const STYLES = 0.99
const SAME = 1e-4

async function bundle(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'nbtrust-fidelity-'))
  await build({
    configFile: false,
    root: here('page'),
    base: './',
    logLevel: 'error',
    define: { 'process.env.NODE_ENV': '"production"', process: '{"env":{}}', global: 'globalThis' },
    build: { outDir, emptyOutDir: true, minify: false, target: 'es2022', modulePreload: false },
  })
  return outDir
}

async function rowsOf(page: Page, snippet: Snippet): Promise<readonly [ours: Row, peer: Row]> {
  const { ours, peer } = await page.evaluate((value) => window.score(value), snippet as Snippet)
  const meant = await shot(page, 'meant')
  const row = async (scores: Scores, name: string): Promise<Row> => ({
    ...scores,
    pixels: await samePixels(page, meant, await shot(page, name)),
  })
  return [await row(ours, 'ours'), await row(peer, 'peer')]
}

// The controls of media fade in and out, so a picture counts once the next one is the same.
async function shot(page: Page, id: string): Promise<string> {
  const take = (): Promise<Buffer> => page.locator(`#${id}`).screenshot({ animations: 'disabled' })
  let picture = await take()
  for (let tries = 0; tries < 20; tries++) {
    const next = await take()
    if (next.equals(picture)) break
    picture = next
  }
  return `data:image/png;base64,${picture.toString('base64')}`
}

// The page itself decodes the pictures. Pixels outside of the smaller picture count as different.
function samePixels(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixels = async (address: string): Promise<ImageData> => {
        const image = await createImageBitmap(await (await fetch(address)).blob())
        const canvas = new OffscreenCanvas(image.width, image.height)
        const context = canvas.getContext('2d')
        context?.drawImage(image, 0, 0)
        return context?.getImageData(0, 0, image.width, image.height) as ImageData
      }
      const a = await pixels(first)
      const b = await pixels(second)
      let same = 0
      for (let y = 0; y < Math.min(a.height, b.height); y++) {
        for (let x = 0; x < Math.min(a.width, b.width); x++) {
          const at = (y * a.width + x) * 4
          const there = (y * b.width + x) * 4
          const far = [0, 1, 2].some((c) => Math.abs((a.data[at + c] ?? 0) - (b.data[there + c] ?? 0)) > 8)
          if (!far) same++
        }
      }
      return same / (Math.max(a.height, b.height) * Math.max(a.width, b.width))
    },
    [one, other] as const,
  )
}

/** Scores every snippet; the exit code says whether all bounds hold. */
export async function main(): Promise<number> {
  if (!existsSync(here('node_modules'))) {
    execFileSync('npm', ['ci', '--ignore-scripts'], { cwd: here('.'), stdio: 'ignore' })
  }
  const made: readonly Snippet[] = JSON.parse(readFileSync(here('snippets.json'), 'utf8'))
  const snippets = [...made, ...written]
  const root = await bundle()
  const server = await startServer(root)
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    args: chromiumArgs,
    proxy: { server: `http://${server.proxy}`, bypass: 'localhost' },
  })
  const failures: string[] = []
  const lines: string[][] = [['library', 'snippet', ...parts.flatMap((part) => [part, 'JupyterLab'])]]
  const results: object[] = []
  const sums = { ours: empty(), peer: empty() }
  try {
    const page = await browser.newPage({ viewport: { width: 940, height: 1000 } })
    await page.goto(`${server.origin}/engine/`)
    for (const snippet of snippets) {
      const [ours, peer] = await rowsOf(page, snippet)
      const name = `${snippet.library}: ${snippet.title}`
      results.push({ library: snippet.library, title: snippet.title, ours, jupyterlab: peer })
      if (results.length % 20 === 0) console.log(`${results.length} of ${snippets.length}`)
      lines.push([
        snippet.library,
        snippet.title,
        ...parts.flatMap((part) => [percent(ours[part]), percent(peer[part])]),
      ])
      const broken = brokenBounds(ours, peer)
      if (broken.length > 0) failures.push(`${name}: ${broken.join('; ')}`)
      for (const part of parts) {
        sums.ours[part] += ours[part] / snippets.length
        sums.peer[part] += peer[part] / snippets.length
      }
    }
  } finally {
    await browser.close()
    server.close()
    rmSync(root, { recursive: true, force: true })
  }
  lines.push([
    'all',
    `${snippets.length} snippets`,
    ...parts.flatMap((part) => [percent(sums.ours[part]), percent(sums.peer[part])]),
  ])
  console.log(
    'In percent of the unsanitized rendering in Chromium; beside each column JupyterLab’s sanitizer.',
  )
  console.log(`“authored” are the computed styles that the author set.\n\n${aligned(lines)}`)
  for (const failure of failures) console.log(failure)
  console.log(`\n${snippets.length - failures.length} passed, ${failures.length} failed`)
  mkdirSync('artifacts', { recursive: true })
  writeFileSync('artifacts/fidelity.json', `${JSON.stringify(results, null, 1)}\n`)
  return failures.length === 0 ? 0 : 1
}

// All text, nearly all computed styles, and in nothing worse than the peer.
function brokenBounds(ours: Row, peer: Row): string[] {
  const broken = parts
    .filter((part) => ours[part] < peer[part] - SAME)
    .map((part) => `${part} ${percent(ours[part])}, JupyterLab has ${percent(peer[part])}`)
  if (ours.text < 1) broken.push(`text ${percent(ours.text)}`)
  if (ours.styles < STYLES) broken.push(`styles ${percent(ours.styles)}`)
  return broken
}

function empty(): { -readonly [part in keyof Row]: number } {
  return { text: 0, structure: 0, attributes: 0, styles: 0, authored: 0, pixels: 0 }
}

function percent(value: number): string {
  return (Math.floor(value * 1000) / 10).toFixed(1)
}

export type { Scored }

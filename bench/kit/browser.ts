// A real Chromium as a place to measure: serves the built pages, and turns what a page offers into contestants.
import { join } from 'node:path'
import { chromium, type Page } from 'playwright'
import { preview } from 'vite'
import { chromiumArgs, chromiumPath } from '../../scripts/chromium.mjs'
import type { Contestant } from './measure.js'

export interface BrowserBench {
  /** Chromium's version. */
  readonly version: string
  /** A fresh page that prepared a task; its contestants measure inside the page. */
  open(task: string, argument: Json): Promise<BrowserTask>
  /** A fresh page at this path of the server: `demo/index.html` is the demo. */
  visit(path: string): Promise<Page>
  /** One run of the page `cold.html`, which is handed a file and has done nothing before. */
  cold(query: string, file: string): Promise<ColdAnswer>
  close(): Promise<void>
}

export interface BrowserTask {
  readonly contestants: readonly Contestant[]
  /** Counts that the task found worth telling. */
  readonly facts: Readonly<Record<string, number>>
  close(): Promise<void>
}

/** What `cold.html` leaves in its title. */
export interface ColdAnswer {
  readonly ms: number
  readonly digest?: string
}

type Json = string | number | boolean | { readonly [key: string]: Json }

/** What `browser/page.ts` puts on `window`. */
export interface PageBench {
  prepare(task: string, argument: Json): Promise<{ names: string[]; facts: Record<string, number> }>
  run(name: string): Promise<number>
}

declare global {
  interface Window {
    nbtrustBench: PageBench
  }
}

// Cross-origin isolated, so that the page's clock ticks in 5 us and not in 100 us.
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
}

/** Starts a server and a browser whose profile is on disk: in a private window IndexedDB would be in memory. */
export async function openBrowser(pages: string, scratch: string): Promise<BrowserBench> {
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    root: pages,
    build: { outDir: pages },
    preview: { headers, host: '127.0.0.1' },
  })
  const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0]
  if (!address) throw new Error('The page server has no address.')
  const context = await chromium.launchPersistentContext(join(scratch, 'profile'), {
    executablePath: chromiumPath(),
    args: [...chromiumArgs, '--js-flags=--expose-gc'],
  })
  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage()
    page.setDefaultTimeout(600_000)
    await page.goto(`${address}${path}`)
    return page
  }
  return {
    version: context.browser()?.version() ?? '',
    open: async (task, argument) => {
      const page = await open('page.html')
      await page.waitForFunction(() => 'nbtrustBench' in window)
      const { names, facts } = await page.evaluate(
        ([name, value]) => window.nbtrustBench.prepare(name, value),
        [task, argument] as const,
      )
      const contestants = names.map((name) => ({
        name,
        run: () => page.evaluate((chosen) => window.nbtrustBench.run(chosen), name),
      }))
      return { contestants, facts, close: () => page.close() }
    },
    visit: open,
    cold: async (query, file) => {
      const page = await open(`cold.html?${query}`)
      // Nobody picks a file while a page is still starting.
      await page.waitForTimeout(300)
      await page.setInputFiles('input', file)
      await page.waitForFunction(() => document.title.startsWith('{'))
      const answer: ColdAnswer = JSON.parse(await page.title())
      await page.close()
      return answer
    },
    close: async () => {
      await context.close()
      await server.close()
    },
  }
}

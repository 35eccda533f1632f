// A notebook of 10 MB with 1,000 outputs: rendering them beside JupyterLab's rendermime, and opening the file in the demo, where
// what counts is when the first output is seen and for how long the page does not answer.
import type { Page } from 'playwright'
import type { Bench } from '../kit/bench.js'
import { measure, timingOf } from '../kit/measure.js'
import { fasterThan, figuresOf, medianOf, type Row } from '../kit/row.js'

const data = 'outputs-10MB'

/** One row for rendering, one for the demo. */
export async function* openNotebook(bench: Bench): AsyncIterable<Row> {
  const rendering = await renderAll(bench)
  yield rendering
  yield await openInDemo(bench, rendering.figures.JupyterLab ?? 0)
}

async function renderAll(bench: Bench): Promise<Row> {
  const browser = await bench.browser()
  const task = await browser.open('outputs', { data })
  const timings = await measure(task.contestants, bench.rounds)
  await task.close()
  const theirs = medianOf(timings, 'JupyterLab')
  return {
    name: `${task.facts.outputs} outputs of 10 MB into the page`,
    goals: [
      fasterThan('JupyterLab, all rendered', { ours: medianOf(timings, 'ours, all'), theirs }),
      fasterThan('JupyterLab, ours when near', { ours: medianOf(timings, 'ours, when near'), theirs }),
    ],
    ...figuresOf(timings),
  }
}

/** What opening the file was like, in milliseconds from picking it. */
interface Opening {
  readonly firstOutput: number
  readonly allPlaced: number
  /** The longest task of the page's main thread, 0 if none took 50 ms, until everything near was rendered. */
  readonly longestTask: number
  /** The same while scrolling through the notebook. */
  readonly longestTaskScrolling: number
}

// JupyterLab's time is that of rendering all outputs alone; ours is from picking the file, read, parsed and checked, to a
// notebook that is placed and rendered where somebody looks.
async function openInDemo(bench: Bench, jupyterLab: number): Promise<Row> {
  const browser = await bench.browser()
  const { path } = bench.data(data)
  const openings: Opening[] = []
  for (let round = 0; round < (bench.quick ? 3 : 9); round++) {
    const page = await browser.visit('demo/index.html')
    openings.push(await openFile(page, path))
    await page.close()
  }
  const timingFor = (key: keyof Opening) => timingOf(openings.map((opening) => opening[key]))
  const { median, best } = timingFor('longestTask')
  const allPlaced = timingFor('allPlaced').median
  return {
    name: '10 MB with 1,000 outputs opened in the demo',
    goals: [
      { unit: 'ms, longest task, median', reached: median, atMost: 50 },
      { unit: 'ms, longest task, best', reached: best },
      { unit: 'ms to the first output', reached: timingFor('firstOutput').median },
      { unit: 'ms until all cells are placed', reached: allPlaced },
      fasterThan('JupyterLab, opened', { ours: allPlaced, theirs: jupyterLab, atLeast: 2 }),
      { unit: 'ms, longest task scrolling', reached: timingFor('longestTaskScrolling').median, atMost: 50 },
    ],
    figures: {},
  }
}

async function openFile(page: Page, path: string): Promise<Opening> {
  await page.waitForSelector('html[data-ready]', { state: 'attached' })
  await page.evaluate(watch)
  await page.setInputFiles('#file', path)
  await page.waitForSelector('.notebook:not([aria-busy])')
  const opened = await page.evaluate(() => globalThis.openingSeen())
  await page.mouse.move(600, 500)
  for (let turn = 0; turn < 20; turn++) {
    await page.mouse.wheel(0, 700)
    await page.waitForTimeout(50)
  }
  const { longestTask } = await page.evaluate(() => globalThis.openingSeen())
  return { ...opened, longestTaskScrolling: longestTask }
}

declare global {
  /** What was seen since the last call. */
  var openingSeen: () => Omit<Opening, 'longestTaskScrolling'>
}

// Runs in the page, so it can call nothing of this file.
function watch(): void {
  let start = 0
  let firstOutput = 0
  let longestTask = 0
  const observer = new PerformanceObserver((list) => note(list.getEntries()))
  const note = (entries: readonly PerformanceEntry[]): void => {
    for (const { startTime, duration } of entries) {
      if (start > 0 && startTime >= start) longestTask = Math.max(longestTask, duration)
    }
  }
  observer.observe({ type: 'longtask' })
  const look = (): void => {
    if (document.querySelector('.outputs [data-tier]')) firstOutput = performance.now() - start
    else requestAnimationFrame(look)
  }
  addEventListener(
    'change',
    () => {
      start = performance.now()
      look()
    },
    { capture: true, once: true },
  )
  globalThis.openingSeen = () => {
    note(observer.takeRecords())
    const seen = { firstOutput, allPlaced: performance.now() - start, longestTask }
    longestTask = 0
    return seen
  }
}

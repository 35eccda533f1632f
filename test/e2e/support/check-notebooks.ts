// Opens every notebook of a folder in the built demo, as a reader would: untrusted first, then trusted, then after a
// reload. Prints what ran and what was requested.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startDemo, type Visit } from './demo.js'

interface Row {
  readonly file: string
  readonly cells: number
  readonly outputs: number
  /** Outputs and Markdown cells that say that something was withheld. */
  readonly withheld: number
  readonly untrusted: { readonly hits: string[]; readonly requests: string[]; readonly badge: string }
  readonly trusted: { readonly badge: string; readonly requests: number; readonly failed: number }
  readonly reloaded: string
}

/** Checks all `.ipynb` files of the folder. Resolves to whether every one of them behaved. */
export async function checkNotebooks(folder: string): Promise<boolean> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.ipynb'))
    .sort()
  const demo = await startDemo()
  const rows: Row[] = []
  try {
    for (const file of files) {
      const tab = await demo.visit()
      rows.push(await check(tab, file, readFileSync(join(folder, file))))
      await tab.context.close()
    }
  } finally {
    await demo.close()
  }
  for (const row of rows) console.log(describe(row))
  const good = rows.filter(isGood)
  const sum = (count: (row: Row) => number) => rows.reduce((total, row) => total + count(row), 0)
  console.log(
    `${files.length} notebooks, ${sum((row) => row.cells)} cells, ${sum((row) => row.outputs)} outputs: ` +
      `${sum((row) => row.untrusted.hits.length)} executions and ${sum((row) => row.untrusted.requests.length)} requests untrusted; ` +
      `${good.length} of ${files.length} opened untrusted, trusted on request and trusted after a reload.`,
  )
  return good.length === files.length
}

async function check(tab: Visit, file: string, content: Uint8Array): Promise<Row> {
  tab.forget()
  await tab.open(file, content)
  if (await tab.page.locator('.problem').isVisible())
    throw new Error(`${file}: ${await tab.text('.problem-sentence')}`)
  await lookThrough(tab)
  const count = (selector: string) => tab.page.locator(selector).count()
  const [cells, outputs, withheld] = [
    await count('.cell'),
    await count('.outputs > .nbtrust-near'),
    await count('.nbtrust-notice:not([data-weight=quiet])'),
  ]
  const untrusted = { hits: await tab.hits(), requests: [...tab.requests], badge: await tab.badge() }
  tab.forget()
  // A notebook that shows text only has nothing to trust.
  if (await tab.page.locator('.nbtrust-badge [data-action=trust]').isVisible()) await tab.trust()
  await lookThrough(tab)
  const failed = await count('.nbtrust-notice[data-weight=error]')
  const trusted = { badge: await tab.badge(), requests: tab.requests.length, failed }
  await tab.reload()
  await tab.open(file, content)
  return { file, cells, outputs, withheld, untrusted, trusted, reloaded: await tab.badge() }
}

async function lookThrough(tab: Visit): Promise<void> {
  await tab.page.evaluate(async () => {
    for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
      scrollTo(0, y)
      await new Promise((resolve) => requestAnimationFrame(resolve))
    }
  })
}

function isGood({ untrusted, trusted, reloaded }: Row): boolean {
  return (
    untrusted.hits.length === 0 &&
    untrusted.requests.length === 0 &&
    trusted.badge.startsWith('Trusted') &&
    reloaded === trusted.badge
  )
}

function describe(row: Row): string {
  const { file, cells, outputs, withheld, untrusted, trusted, reloaded } = row
  return [
    isGood(row) ? 'ok  ' : 'FAIL',
    file.padEnd(32),
    `${cells} cells`.padStart(9),
    `${outputs} outputs`.padStart(11),
    `| untrusted: ${untrusted.hits.length} executions, ${untrusted.requests.length} requests, ${withheld} notices`,
    `| trusted: ${trusted.badge.split(' ')[0]}, ${trusted.requests} requests, ${trusted.failed} script errors`,
    `| reloaded: ${reloaded.split(' ')[0]}`,
    ...untrusted.hits.slice(0, 3),
    ...untrusted.requests.slice(0, 3),
  ].join(' ')
}

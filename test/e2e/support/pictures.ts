// The README's pictures, from the hostile sample: what a reader sees of it, and what is asked before it may run.
import { fileURLToPath } from 'node:url'
import { startDemo } from './demo.js'

const folder = fileURLToPath(new URL('../../../docs/images/', import.meta.url))

/** Writes them to `docs/images`. */
export async function takePictures(): Promise<void> {
  const demo = await startDemo()
  try {
    const { page, openSample } = await demo.visit()
    await openSample('hostile')
    // The line that says which notebook was opened would cover it.
    await page.addStyleTag({ content: '.notes { visibility: hidden }' })
    await page.setViewportSize({ width: 1100, height: 720 })
    await page.screenshot({ path: `${folder}untrusted.png` })
    await page.click('.nbtrust-badge [data-action=trust]')
    await page.locator('.nbtrust-dialog').waitFor()
    await page.screenshot({ path: `${folder}dialog.png` })
  } finally {
    await demo.close()
  }
}

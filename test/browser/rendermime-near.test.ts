// Rendering when a reader comes near, in a real Chromium: what waits, what does not, and what must keep an order.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { NotebookV4, Output } from '../../src/nbformat/model.js'
import {
  NearQueue,
  type RenderedWhenNear,
  renderMarkdownCellWhenNear,
  renderOutputWhenNear,
  reviewNotebook,
  reviewNotebookInSlices,
  ScriptQueue,
} from '../../src/rendermime/index.js'

const html = (text: string, plain?: string): Output => ({
  output_type: 'display_data',
  data: plain === undefined ? { 'text/html': text } : { 'text/html': text, 'text/plain': plain },
  metadata: {},
})
const text = (plain: string): Output => ({ output_type: 'stream', name: 'stdout', text: plain })

let near: NearQueue
let page: HTMLElement
let ran: string[]
beforeEach(() => {
  near = new NearQueue()
  page = document.createElement('main')
  document.body.append(page)
  ran = []
  Object.assign(globalThis, { ranNear: (name: string) => ran.push(name) })
})
afterEach(() => {
  near.close()
  page.remove()
  scrollTo(0, 0)
})

// Puts something into the page so many screens below the top.
function place({ element }: RenderedWhenNear, screens: number): void {
  element.style.cssText = `position: absolute; inset-block-start: ${screens * 100}vh; inline-size: 100%`
  page.append(element)
}

async function settled(): Promise<void> {
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)))
  await near.idle()
}

describe('an output', () => {
  test('is rendered if it is in view or a screen away, and not if it is further', async () => {
    const outputs = [0, 1.5, 4].map((screens) => {
      const output = renderOutputWhenNear(html(`<b>at ${screens}</b>`), { near })
      place(output, screens)
      return output
    })
    expect(outputs.map(({ rendered }) => rendered)).toEqual([undefined, undefined, undefined])
    await settled()
    expect(outputs.map(({ rendered }) => rendered !== undefined)).toEqual([true, true, false])
    expect(near.waiting).toBe(1)
  })

  test('is rendered when a reader scrolls to it, and reports only then what was withheld', async () => {
    const seen: number[] = []
    const onRender = ({ removed }: { removed: readonly unknown[] }) => seen.push(removed.length)
    const output = renderOutputWhenNear(html('far<script>ranNear(1)</script>'), { near, onRender })
    place(output, 6)
    await settled()
    expect(seen).toEqual([])
    output.element.scrollIntoView()
    await expect.poll(() => output.rendered?.removed.length).toBe(1)
    expect(seen).toEqual([1])
    expect(ran).toEqual([])
  })

  test('has its plain text in the page until then, where find-in-page and screen readers reach it', async () => {
    const outputs = [
      text('\u001b[31ma needle\u001b[0m in red'),
      html('<table><tr><td>cell</td></tr></table>', 'cell in text'),
      html('<p>only <i>markup</i><script>not this</script></p>'),
    ].map((output) => renderOutputWhenNear(output, { near }))
    for (const output of outputs) place(output, 5)
    await settled()
    expect(outputs.map(({ element }) => element.textContent?.replace(/\s+/g, ' ').trim())).toEqual([
      'a needle in red',
      'cell in text',
      'only markup',
    ])
    expect(outputs[0]?.element.querySelector('*')?.checkVisibility({ visibilityProperty: true })).toBe(true)
  })

  test('takes about the height that it will have', async () => {
    const rows = Array.from({ length: 100 }, (_, row) => `<tr><td>${row}</td></tr>`).join('')
    const output = renderOutputWhenNear(html(`<table>${rows}</table>`), { near })
    place(output, 5)
    const before = output.element.offsetHeight
    output.render()
    expect(before / output.element.offsetHeight).toBeGreaterThan(0.5)
    expect(before / output.element.offsetHeight).toBeLessThan(2)
  })

  test('is rendered before printing', () => {
    const output = renderOutputWhenNear(html('<b>on paper</b>'), { near })
    place(output, 9)
    dispatchEvent(new Event('beforeprint'))
    expect(output.rendered?.mimeType).toBe('text/html')
  })

  test('is never rendered once it was disposed of', async () => {
    const output = renderOutputWhenNear(text('gone'), { near })
    place(output, 0)
    output.dispose()
    await settled()
    expect(output.rendered).toBeUndefined()
    expect(output.element.isConnected).toBe(false)
  })

  test('inside an element that scrolls is near in that element', async () => {
    const box = document.createElement('div')
    box.style.cssText = 'block-size: 100px; overflow: auto; position: relative'
    page.append(box)
    const inBox = new NearQueue({ root: box, margin: '50px' })
    const [first, last] = [0, 400].map((top) => {
      const output = renderOutputWhenNear(text('in a box'), { near: inBox })
      output.element.style.cssText = `position: absolute; inset-block-start: ${top}px; inline-size: 100%`
      box.append(output.element)
      return output
    })
    await expect.poll(() => first?.rendered !== undefined).toBe(true)
    expect(last?.rendered).toBeUndefined()
    box.scrollTop = 400
    await expect.poll(() => last?.rendered !== undefined).toBe(true)
    inBox.close()
  })
})

describe('outputs in a block', () => {
  const inBlock = (screens: readonly number[], block: HTMLElement): RenderedWhenNear[] =>
    screens.map((at) => {
      const output = renderOutputWhenNear(html(`<b>at ${at}</b>`), { near, block })
      output.element.style.cssText = `position: absolute; inset-block-start: ${at * 100}vh`
      block.append(output.element)
      return output
    })
  const blockAt = (screens: number, height: number): HTMLElement => {
    const block = document.createElement('div')
    block.style.cssText = `position: absolute; inset-block-start: ${screens * 100}vh; block-size: ${height * 100}vh; inline-size: 100%`
    page.append(block)
    return block
  }
  const isRendered = ({ rendered }: RenderedWhenNear): boolean => rendered !== undefined

  test('are rendered one by one as a reader comes near each', async () => {
    const outputs = inBlock([0, 1.5, 8], blockAt(0, 10))
    await settled()
    expect(outputs.map(isRendered)).toEqual([true, true, false])
    outputs[2]?.element.scrollIntoView()
    await expect.poll(() => outputs.map(isRendered)).toEqual([true, true, true])
  })

  test('wait with a block that is far away, also those that come later, and hold nobody up', async () => {
    const block = blockAt(6, 2)
    const outputs = inBlock([0], block)
    await settled()
    outputs.push(...inBlock([1], block))
    await settled()
    expect(outputs.map(isRendered)).toEqual([false, false])
    expect(near.waiting).toBe(2)
    block.scrollIntoView()
    await expect.poll(() => outputs.map(isRendered)).toEqual([true, true])
    // The block is near already, so this one is watched by itself.
    outputs.push(...inBlock([0.5], block))
    await expect.poll(() => outputs.map(isRendered)).toEqual([true, true, true])
    expect(near.waiting).toBe(0)
  })

  test('are not rendered once they were disposed of, and the others are', async () => {
    const block = blockAt(6, 1)
    const [gone, kept] = inBlock([0, 0.5], block)
    const [alone] = inBlock([0], blockAt(7, 1))
    gone?.dispose()
    alone?.dispose()
    await settled()
    expect(near.waiting).toBe(1)
    block.scrollIntoView()
    await expect.poll(() => kept?.rendered).toBeDefined()
    expect(gone?.rendered).toBeUndefined()
    expect(alone?.rendered).toBeUndefined()
  })

  test('are rendered before printing, wherever their block is', () => {
    const outputs = inBlock([0, 1], blockAt(6, 2))
    dispatchEvent(new Event('beforeprint'))
    expect(outputs.map(isRendered)).toEqual([true, true])
  })
})

test('a Markdown cell waits too, with its source in its place', async () => {
  const cell = renderMarkdownCellWhenNear('# A heading', { near })
  place(cell, 5)
  await settled()
  expect(cell.element.textContent).toBe('# A heading')
  cell.element.scrollIntoView()
  await expect
    .poll(() => cell.element.querySelector('.nbtrust-content')?.shadowRoot?.querySelector('h1'))
    .toBeTruthy()
})

test('work that throws is reported, and holds nothing up', async () => {
  const reported: unknown[] = []
  const listener = (event: ErrorEvent): void => {
    event.preventDefault()
    event.stopImmediatePropagation()
    reported.push(event.error)
  }
  addEventListener('error', listener, { capture: true })
  const error = new Error('of a host')
  const onRender = () => {
    throw error
  }
  const outputs = [onRender, undefined].map((told) => {
    const output = renderOutputWhenNear(text('shown'), told ? { near, onRender: told } : { near })
    place(output, 0)
    return output
  })
  await settled()
  removeEventListener('error', listener, { capture: true })
  expect(reported).toEqual([error])
  expect(outputs.map(({ rendered }) => rendered !== undefined)).toEqual([true, true])
})

describe('a trusted output', () => {
  const scripts = () => new ScriptQueue()
  const all = { isTrusted: () => true }

  test('that can run something is rendered wherever the reader is, and scripts run in order', async () => {
    const queue = scripts()
    for (const [index, screens] of [7, 0, 3].entries()) {
      const output = html(`<i id="near${index}"></i><script>ranNear(${index})</script>`)
      place(renderOutputWhenNear(output, { near, trust: all, scripts: queue }), screens)
    }
    await expect.poll(() => ran).toEqual([0, 1, 2])
  })

  test('that can run nothing waits like any other', async () => {
    const output = renderOutputWhenNear(text('plain'), { near, trust: all })
    place(output, 5)
    await settled()
    expect(output.rendered).toBeUndefined()
  })

  test('that was far away and untrusted runs in order once it is trusted', async () => {
    const trusted = new Set<object>()
    const trust = { isTrusted: (output: object) => trusted.has(output) }
    const queue = scripts()
    const sources = [0, 1, 2].map((index) => html(`<script>ranNear(${index})</script>`))
    const outputs = sources.map((output, index) => {
      const part = renderOutputWhenNear(output, { near, trust, scripts: queue })
      place(part, index === 1 ? 8 : 0)
      return part
    })
    await settled()
    expect(outputs.map(({ rendered }) => rendered?.tier)).toEqual(['sanitized', undefined, 'sanitized'])
    for (const output of sources) trusted.add(output)
    for (const output of outputs) output.refresh()
    await expect.poll(() => ran).toEqual([0, 1, 2])
    expect(outputs.map(({ rendered }) => rendered?.tier)).toEqual(['trusted', 'trusted', 'trusted'])
  })

  test('that loses its trust is taken down at once, and rendered again when near', async () => {
    let trusted = true
    const output = renderOutputWhenNear(html('<b class="live">live</b>'), {
      near,
      trust: { isTrusted: () => trusted },
    })
    place(output, 0)
    await expect.poll(() => output.rendered?.tier).toBe('trusted')
    trusted = false
    output.refresh()
    expect(output.element.querySelector('.live')).toBeNull()
    await expect.poll(() => output.rendered?.tier).toBe('sanitized')
  })

  test('that loses its trust before its turn never runs', async () => {
    let trusted = true
    const output = renderOutputWhenNear(html('<script>ranNear(1)</script>'), {
      near,
      trust: { isTrusted: () => trusted },
      scripts: scripts(),
    })
    place(output, 8)
    trusted = false
    output.refresh()
    await settled()
    expect(output.rendered).toBeUndefined()
    expect(ran).toEqual([])
  })
})

test('a review in slices finds what a review in one go finds, and can be given up', async () => {
  const notebook: NotebookV4 = {
    nbformat: 4,
    nbformat_minor: 4,
    metadata: {},
    cells: Array.from({ length: 50 }, (_, index) => ({
      cell_type: 'code',
      metadata: {},
      source: '',
      execution_count: index,
      outputs: [
        {
          output_type: 'display_data',
          data: { 'text/html': `<table><tr onclick="x()"><td>${index}</table>`.repeat(200) },
          metadata: {},
        },
      ],
    })),
  }
  expect(await reviewNotebookInSlices(notebook)).toEqual(reviewNotebook(notebook))
  const signal = AbortSignal.abort(new Error('given up'))
  await expect(reviewNotebookInSlices(notebook, { signal })).rejects.toThrow('given up')
})

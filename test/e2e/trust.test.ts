// Points 1 to 4 of what a person can do: open safely, trust, find it trusted again, revoke, run, clear, save.
import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Demo, startDemo, type Visit, type VisitOptions } from './support/demo.js'
import { active, cell, library, libraryCode, notebook, picture } from './support/notebooks.js'

let demo: Demo
beforeAll(async () => {
  demo = await startDemo()
})
afterAll(() => demo?.close())

const remote = {
  [library]: { contentType: 'text/javascript', body: libraryCode },
  [picture]: { contentType: 'image/svg+xml', body: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
}
const visit = (options: VisitOptions = {}): Promise<Visit> => demo.visit({ remote, ...options })
const canaries = async (tab: Visit) => (await tab.hits()).filter((hit) => hit.startsWith('canary'))
const notices = (tab: Visit) => tab.page.locator('.nbtrust-notice > p').allInnerTexts()

describe('1. opened', () => {
  describe('a sample', () => {
    let tab: Visit
    beforeAll(async () => {
      tab = await visit()
    })
    afterAll(() => tab?.context.close())

    test.each(['data-report', 'rich-outputs', 'small', 'old-format', 'hostile'])(
      '%s runs nothing and requests nothing',
      async (name) => {
        tab.forget()
        await tab.openSample(name)
        // Everything is scrolled through: what waits for a reader has its chance.
        await tab.page.evaluate(async () => {
          for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
            scrollTo(0, y)
            await new Promise((resolve) => requestAnimationFrame(resolve))
          }
          scrollTo(0, 0)
        })
        expect(await tab.hits()).toEqual([])
        expect(tab.requests).toEqual([])
        expect(await tab.page.locator('.bar-requests').getAttribute('data-count')).toBe('0')
        expect(await tab.badge()).toMatch(/^Not trusted/)
        await tab.screenshot(`1-untrusted-${name}`)
      },
    )
  })

  test('nothing of an active notebook runs, each output says what was withheld, its own claim of trust counts for nothing', async () => {
    const tab = await visit()
    tab.forget()
    await tab.open('active.ipynb', active)
    expect(await tab.hits()).toEqual([])
    expect(tab.requests).toEqual([])
    expect(await tab.badge()).toBe('Not trusted 0 of 5 code cells trusted')
    const said = await notices(tab)
    expect(said).toHaveLength(6)
    expect(said[1]).toBe('3 scripts were withheld.')
    expect(said[2]).toBe('1 script was withheld.')
    expect(said[3]).toMatch(/event handler/)
    await tab.context.close()
  })

  test('remote pictures of one output are loaded when the reader asks for them, no script with them', async () => {
    const tab = await visit()
    await tab.open('active.ipynb', active)
    tab.forget()
    await tab.page
      .locator('.cell')
      .last()
      .getByRole('button', { name: 'Load remote content from cdn.example' })
      .click()
    await expect.poll(() => tab.requests).toEqual([picture])
    expect(await canaries(tab)).toEqual([])
    await tab.context.close()
  })

  test('even markup that slipped through could run no handler in this page', async () => {
    const tab = await visit()
    await tab.page.evaluate(() => {
      document
        .querySelector('main')
        ?.insertAdjacentHTML('beforeend', '<img src="data:," onerror="__nbtrustCanary(1)">')
    })
    await expect.poll(tab.hits).toEqual([expect.stringContaining('policy script-src-attr')])
    await tab.context.close()
  })
})

describe('2. Trust Notebook', () => {
  test('asks first, with Cancel in focus, and lists what would run', async () => {
    const tab = await visit()
    await tab.open('active.ipynb', active)
    await tab.page.click('.nbtrust-badge [data-action=trust]')
    const dialog = tab.page.getByRole('dialog', { name: 'Trust this notebook?' })
    expect(
      await dialog.getByRole('button', { name: 'Cancel' }).evaluate((it) => it === document.activeElement),
    ).toBe(true)
    const text = await tab.text('.nbtrust-dialog')
    expect(text).toContain('5 scripts')
    expect(text).toContain('Would contact cdn.example')
    expect(text).toContain('Cell 2 [1]: 3 scripts')
    await tab.screenshot('2-dialog')
    await tab.page.keyboard.press('Escape')
    expect(await dialog.count()).toBe(0)
    await tab.page.click('.nbtrust-badge [data-action=trust]')
    await tab.page.keyboard.press('Enter')
    expect(await dialog.count()).toBe(0)
    expect(await tab.badge()).toMatch(/^Not trusted/)
    expect(await canaries(tab)).toEqual([])
    await tab.context.close()
  })

  test('confirmed, everything runs in document order, Markdown excepted', async () => {
    const tab = await visit()
    await tab.open('active.ipynb', active)
    await tab.trust()
    await expect.poll(() => canaries(tab)).toContain('canary 5')
    const ran = await canaries(tab)
    expect(ran.filter((name) => /\d/.test(name))).toEqual([1, 2, 3, 4, 5].map((number) => `canary ${number}`))
    expect(ran).toContain('canary error')
    expect(ran.join()).not.toContain('markdown')
    expect(await tab.page.locator('#one').textContent()).toBe('first ran')
    expect(await tab.page.getByText('made with element').count()).toBe(1)
    await tab.page.getByRole('button', { name: 'Press' }).click()
    expect(await canaries(tab)).toContain('canary click')
    expect(await tab.badge()).toBe('Trusted 5 of 5 code cells trusted')
    await tab.screenshot('2-trusted')
    await tab.context.close()
  })
})

test('trusted after an output was cleared: the page says that the file was not signed', async () => {
  const tab = await visit()
  await tab.open('active.ipynb', active)
  await tab.page.locator('.cell').nth(1).getByRole('button', { name: 'Clear' }).click()
  await tab.trust()
  await expect.poll(() => tab.text('.warning-sentence')).toMatch(/^Trusted on this page only: .+\.$/)
  await tab.screenshot('2-not-signed')
  await tab.page.getByRole('button', { name: 'Dismiss' }).click()
  expect(await tab.page.locator('.warning').isVisible()).toBe(false)
  await tab.context.close()
})

describe('3. remembered', () => {
  test('trusted after a reload, also as a copy of another name; untrusted with one other character, and in another profile', async () => {
    const tab = await visit()
    await tab.open('active.ipynb', active)
    await tab.trust()
    await tab.reload()
    await tab.open('copy.ipynb', active)
    expect(await tab.badge()).toMatch(/^Trusted/)
    await expect.poll(() => canaries(tab)).toContain('canary 5')

    await tab.reload()
    await tab.open('active.ipynb', active.replace('last', 'lasT'))
    expect(await tab.badge()).toMatch(/^Not trusted/)
    expect(await canaries(tab)).toEqual([])

    const other = await visit()
    await other.open('active.ipynb', active)
    expect(await other.badge()).toMatch(/^Not trusted/)
    expect(await canaries(other)).toEqual([])
    await tab.context.close()
    await other.context.close()
  })

  test('revoked: untrusted again, nothing of it runs on, also after opening it again', async () => {
    const ticking = notebook([
      cell([{ 'text/html': '<script>setInterval(() => __nbtrustCanary("tick"), 20)</script>text' }]),
    ])
    const tab = await visit()
    await tab.open('ticking.ipynb', ticking)
    await tab.trust()
    await expect.poll(() => canaries(tab)).toContain('canary tick')
    const reloaded = tab.page.waitForEvent('load')
    await tab.revoke()
    await reloaded
    await tab.page.waitForSelector('html[data-ready]', { state: 'attached' })
    expect(await tab.badge()).toMatch(/^Not trusted/)
    expect(await tab.page.getByText('every script of the notebook has stopped').count()).toBe(1)
    expect(await tab.text('.nbtrust-notice > p')).toBe('1 script was withheld.')
    await tab.screenshot('3-revoked')
    await tab.open('ticking.ipynb', ticking)
    expect(await tab.badge()).toMatch(/^Not trusted/)
    expect(await canaries(tab)).toEqual([])
    await tab.context.close()
  })

  test('a second tab follows, both ways', async () => {
    const one = await visit()
    const two = await visit({ beside: one })
    await one.open('active.ipynb', active)
    await two.open('active.ipynb', active)
    await one.trust()
    await two.page.waitForSelector('.nbtrust-badge[data-status=trusted]')
    await expect.poll(() => canaries(two)).toContain('canary 5')
    await one.revoke()
    // The second tab reloads too, because scripts have run in it.
    await two.page.waitForSelector('html[data-ready] .nbtrust-badge[data-status=untrusted]')
    await two.page.waitForFunction(() => (globalThis as unknown as { hits: string[] }).hits.length === 0)
    await one.context.close()
  })

  test('another notebook is opened in a fresh page once scripts have run', async () => {
    const tab = await visit()
    await tab.open('active.ipynb', active)
    await tab.trust()
    await expect.poll(() => canaries(tab)).toContain('canary 5')
    const reloaded = tab.page.waitForEvent('load')
    await tab.page.click('[data-sample="hostile.ipynb"]')
    await reloaded
    await tab.page.waitForSelector('html[data-ready]', { state: 'attached' })
    expect(await tab.page.locator('.bar-title').textContent()).toBe('hostile.ipynb')
    expect(await tab.hits()).toEqual([])
    await tab.context.close()
  })
})

describe('4. run, clear, save', () => {
  const twoCells = notebook(
    [
      cell([{ 'text/html': '<b>from the file</b><script>__nbtrustCanary("file")</script>' }], {
        source: `HTML("<i>mine</i><script>__nbtrustCanary('mine')</script>")`,
      }),
      cell([{ 'text/html': '<b>other</b><script>__nbtrustCanary("other")</script>' }], {
        source: 'print("plain")\n6 * 7',
      }),
    ],
    { minor: 4 },
  )
  const cellAt = (tab: Visit, index: number) => tab.page.locator('.cell').nth(index)
  const press = (tab: Visit, index: number, name: string) =>
    cellAt(tab, index).getByRole('button', { name, exact: false }).click()
  async function save(tab: Visit): Promise<{ text: string; said: string }> {
    const downloading = tab.page.waitForEvent('download')
    await tab.page.getByRole('button', { name: 'Save' }).click()
    const text = readFileSync(await (await downloading).path(), 'utf8')
    await tab.page.waitForFunction(() => /^Saved/.test(document.querySelector('.status')?.textContent ?? ''))
    return { text, said: await tab.text('.status') }
  }

  test('what I run is trusted, in a notebook that is not; saving signs it once nothing untrusted is left', async () => {
    const tab = await visit()
    await tab.open('two.ipynb', twoCells)
    await press(tab, 0, 'Run')
    await expect.poll(() => canaries(tab)).toEqual(['canary mine'])
    expect(await tab.badge()).toBe('Not trusted 1 of 2 code cells trusted')
    await tab.screenshot('4-run')

    const before = await save(tab)
    expect(before.said).toBe('Saved without a signature: untrusted outputs are left in 1 cell.')
    const elsewhere = await visit({ beside: tab })
    await elsewhere.open('saved.ipynb', before.text)
    expect(await elsewhere.badge()).toBe('Not trusted 0 of 2 code cells trusted')

    await press(tab, 1, 'Clear')
    expect(await cellAt(tab, 1).locator('.outputs').isVisible()).toBe(false)
    await expect.poll(tab.badge).toBe('Trusted 2 of 2 code cells trusted')
    const after = await save(tab)
    expect(after.said).toContain('Saved and signed')
    expect(after.text).not.toContain('trusted')
    await elsewhere.open('saved.ipynb', after.text)
    expect(await elsewhere.badge()).toMatch(/^Trusted/)
    await expect.poll(() => canaries(elsewhere)).toEqual(['canary mine'])
    await tab.context.close()
  })

  test('the stand-in kernel prints, calculates, displays and fails like one', async () => {
    const tab = await visit()
    await tab.open('two.ipynb', twoCells)
    const runs: [source: string, seen: RegExp][] = [
      ['print("a", 1 + 2 * 3)', /a 7/],
      ['x = 6\nx * 7', /42/],
      ['1 / 0', /ZeroDivisionError/],
      ['Markdown("*up*")', /up/],
      ['Javascript("element.append(String(40 + 2))")', /42/],
      ['import pandas as pd\npd.DataFrame()', /This page has no kernel/],
    ]
    for (const [source, seen] of runs) {
      await press(tab, 1, 'Edit')
      await cellAt(tab, 1).locator('textarea').fill(source)
      await press(tab, 1, 'Run')
      await expect.poll(() => tab.text('.cell:nth-child(2) .outputs')).toMatch(seen)
      await press(tab, 1, 'Done')
    }
    await tab.context.close()
  })

  test('a notebook of version 3 can be run and saved too', async () => {
    const tab = await visit()
    await tab.openSample('old-format')
    const index = await tab.page
      .locator('.cell[data-kind=code]')
      .first()
      .evaluate((it) => [...document.querySelectorAll('.cell')].indexOf(it))
    await press(tab, index, 'Run')
    const { text } = await save(tab)
    expect(JSON.parse(text).nbformat).toBe(3)
    await tab.open('old.ipynb', text)
    expect(await tab.page.locator('.problem').isVisible()).toBe(false)
    await tab.context.close()
  })
})

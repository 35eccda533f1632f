// Making a folder with those above it, on a real disk and where none can be made.
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makeFolder } from '../../src/node/make-folder.js'
import { temporaryFolder } from '../support/folders.js'

test('makes what is missing, for this user alone, and leaves what is there', async () => {
  const folder = temporaryFolder()
  await mkdir(join(folder, 'there'), { mode: 0o755 })
  await makeFolder(join(folder, 'there', 'a', 'b'))
  const modes = await Promise.all(
    ['there', 'there/a', 'there/a/b'].map(async (path) =>
      ((await stat(join(folder, path))).mode & 0o777).toString(8),
    ),
  )
  expect(modes).toEqual(['755', '700', '700'])
  await expect(makeFolder(join(folder, 'there', 'a', 'b'))).resolves.toBeUndefined()
})

test('several at once make the same one', async () => {
  const folder = temporaryFolder()
  for (let round = 0; round < 100; round++) {
    const path = join(folder, String(round), 'a', 'b')
    // Each finds the others at another point of their work.
    const make = async (turns: number): Promise<void> => {
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve))
      await makeFolder(path)
    }
    await Promise.all(Array.from({ length: 8 }, (_, turns) => make(turns)))
    expect((await stat(path)).isDirectory()).toBe(true)
  }
})

test.each(['file', 'file/below', 'file/below/that'])(
  'says why where a file is in the way: %s',
  async (name) => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(makeFolder(join(folder, name))).rejects.toMatchObject({ code: 'ENOTDIR' })
  },
)

test('ends where the system makes no folders', async () => {
  await expect(makeFolder('/proc/nbtrust/data')).rejects.toMatchObject({ syscall: 'mkdir' })
})

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
  const path = join(temporaryFolder(), 'a', 'b', 'c')
  await Promise.all(Array.from({ length: 8 }, () => makeFolder(path)))
  expect((await stat(path)).isDirectory()).toBe(true)
})

test.each(['file', 'file/below', 'file/below/that'])(
  'says why where a file is in the way: %s',
  async (name) => {
    const folder = temporaryFolder()
    await writeFile(join(folder, 'file'), '')
    await expect(makeFolder(join(folder, name))).rejects.toMatchObject({
      code: expect.stringMatching(/^(EEXIST|ENOTDIR)$/),
    })
  },
)

test('ends where the system makes no folders', async () => {
  await expect(makeFolder('/proc/nbtrust/data')).rejects.toMatchObject({ syscall: 'mkdir' })
})

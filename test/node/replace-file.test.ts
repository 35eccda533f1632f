// What a file is replaced by, and what is written to instead: pipes, devices, files without a name.
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { replaceFile } from '../../src/node/replace-file.js'
import { temporaryFolder } from '../support/folders.js'

const mode = (path: string): number => statSync(path).mode & 0o7777

// Not a device: where the claim is not true, the system's own would be replaced by whoever runs this as root.
test.each(['pipe', 'link'])('a pipe is written to and stays a pipe (%s)', async (name) => {
  const folder = temporaryFolder()
  execFileSync('mkfifo', [join(folder, 'pipe')])
  symlinkSync('pipe', join(folder, 'link'))
  const path = join(folder, name)
  const [read] = await Promise.all([readFile(path, 'utf8'), replaceFile(path, 'content')])
  expect(read).toBe('content')
  expect(statSync(path).isFIFO()).toBe(true)
  expect(readdirSync(folder)).toEqual(['link', 'pipe'])
})

test('a folder is an error, and nothing is made', async () => {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'a'))
  await expect(replaceFile(join(folder, 'a'), 'content')).rejects.toMatchObject({ code: 'EISDIR' })
  expect(readdirSync(folder)).toEqual(['a'])
})

test.runIf(existsSync('/proc/self/fd'))('a file that was deleted is written to', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'gone')
  writeFileSync(path, 'what was there before')
  const descriptor = openSync(path, 'r+')
  rmSync(path)
  await replaceFile(`/proc/self/fd/${descriptor}`, 'content')
  expect(readFileSync(descriptor, 'utf8')).toBe('content')
  closeSync(descriptor)
  expect(readdirSync(folder)).toEqual([])
})

test('what replaces a file that others may read is only for its owner where that is asked for', async () => {
  const path = join(temporaryFolder(), 'a')
  writeFileSync(path, 'old')
  chmodSync(path, 0o644)
  await replaceFile(path, 'new', { mode: 0o600 })
  expect(mode(path)).toBe(0o644)
  const reader = openSync(path, 'r')
  await replaceFile(path, 'secret', { mode: 0o600, keeps: 'nothing' })
  expect([mode(path), readFileSync(path, 'utf8'), readFileSync(reader, 'utf8')]).toEqual([
    0o600,
    'secret',
    'new',
  ])
  closeSync(reader)
})

test('a guard hears of the file that is half written, and when it is gone', async () => {
  const folder = temporaryFolder()
  const path = join(folder, 'a')
  const heard: string[] = []
  const guard = (temporary: string) => {
    heard.push(`begin ${existsSync(temporary)}`)
    return () => heard.push(`end ${existsSync(temporary)}`)
  }
  await replaceFile(path, 'content', { guard })
  await expect(replaceFile(join(folder, 'no', 'a'), 'content', { guard })).rejects.toThrow()
  expect(heard).toEqual(['begin false', 'end false', 'begin false', 'end false'])
})

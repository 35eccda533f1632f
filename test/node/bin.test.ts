// The built command as a process of its own: its threads, its exit code, its pipe.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltPackage, buildPackage } from '../support/built.js'
import { temporaryFolder } from '../support/folders.js'

const run = promisify(execFile)
let built: BuiltPackage
beforeAll(async () => {
  built = await buildPackage()
})
afterAll(() => built.remove())

const notebook = (metadata: object): string =>
  JSON.stringify({ nbformat: 4, nbformat_minor: 4, metadata, cells: [] })

function folderOf(count: number): string {
  const folder = temporaryFolder()
  for (let n = 0; n < count; n++) {
    writeFileSync(join(folder, `${String(n).padStart(3, '0')}.ipynb`), notebook({ n }))
  }
  return folder
}
const env = (folder: string) => ({ ...process.env, JUPYTER_DATA_DIR: join(folder, 'data') })

test('many notebooks go through worker threads and come out in order, bad ones too', async () => {
  const folder = folderOf(120)
  writeFileSync(join(folder, '050.ipynb'), '{')
  const failed = await run(process.execPath, [built.bin, 'trust', folder], { env: env(folder) }).catch(
    (error: { code: number; stdout: string; stderr: string }) => error,
  )
  expect(failed).toMatchObject({ code: 1 })
  const signed = failed.stdout
    .trim()
    .split('\n')
    .map((line) => line.slice(-9, -6))
  expect(signed).toEqual([...signed].sort())
  expect(signed).toHaveLength(119)
  expect(failed.stderr).toMatch(/^nbtrust: .*050\.ipynb: .*\n$/)
  const checked = await run(process.execPath, [built.bin, 'check', '--json', join(folder, '*.ipynb')], {
    env: env(folder),
  }).catch((error: { stdout: string }) => error)
  const entries: { trusted?: boolean }[] = JSON.parse(checked.stdout)
  expect(entries.filter(({ trusted }) => trusted)).toHaveLength(119)
})

test('many notebooks are scanned in worker threads', async () => {
  const folder = folderOf(30)
  const { stdout } = await run(process.execPath, [built.bin, 'scan', folder], { env: env(folder) })
  expect(stdout).toContain('30 notebooks: 0 with active content')
})

test('a reader that goes away is no error', async () => {
  const folder = folderOf(60)
  const command = spawn(process.execPath, [built.bin, 'scan', '--json', folder], { env: env(folder) })
  command.stdout.once('data', () => command.stdout.destroy())
  const [stderr, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
})

test('a reader that goes away gets the exit code that it would have seen', async () => {
  const folder = folderOf(60)
  const command = spawn(process.execPath, [built.bin, 'check', folder], { env: env(folder) })
  command.stdout.destroy()
  const [stderr, [code]] = await Promise.all([text(command.stderr), once(command, 'exit')])
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
})

test('output that cannot be written is one sentence and exit code 1, and the work is done', async () => {
  const folder = folderOf(2)
  const full = openSync('/dev/full', 'w')
  const command = spawn(process.execPath, [built.bin, 'trust', folder], {
    env: env(folder),
    stdio: ['ignore', full, 'pipe'],
  })
  closeSync(full)
  const [stderr, [code]] = await Promise.all([
    command.stderr ? text(command.stderr) : '',
    once(command, 'exit'),
  ])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'nbtrust: the output cannot be written: there is no room left on the disk\n',
  })
  const checked = await run(process.execPath, [built.bin, 'check', folder], { env: env(folder) })
  expect(checked.stdout).toContain('2 trusted')
})

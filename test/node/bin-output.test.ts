// Where the built command writes to: pipes of the shell, a terminal, and what a signal leaves behind.
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type BuiltPackage, buildPackage } from '../support/built.js'
import { temporaryFolder } from '../support/folders.js'

let built: BuiltPackage
beforeAll(async () => {
  built = await buildPackage()
})
afterAll(() => built.remove())

interface Ended {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Runs a line of bash in which `nbtrust` is the built command. */
async function bash(cwd: string, line: string): Promise<Ended> {
  const script = `nbtrust() { ${JSON.stringify(process.execPath)} ${JSON.stringify(built.bin)} "$@"; }; ${line}`
  const env = { ...process.env, JUPYTER_DATA_DIR: join(cwd, 'data') }
  try {
    return { code: 0, ...(await promisify(execFile)('bash', ['-c', script], { cwd, env })) }
  } catch (error) {
    return error as Ended
  }
}

const plain = '{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": []}'
function folder(): string {
  const made = temporaryFolder()
  writeFileSync(join(made, 'a.ipynb'), plain)
  return made
}

test.each(['/dev/stdout', '/dev/fd/1', '-'])('-o %s is standard output', async (name) => {
  const cwd = folder()
  const { stdout } = await bash(cwd, `nbtrust export --with-key -o ${name} | tee a.json`)
  expect(JSON.parse(stdout)).toMatchObject({ nbtrust: 'signatures', key: expect.any(String) })
  const again = await bash(cwd, `nbtrust export --with-key -o ${name} >> a.json; cat a.json`)
  expect(again.stdout).toBe(stdout + stdout)
})

test('-o >(command) is read by the command', async () => {
  const cwd = folder()
  const { code, stdout } = await bash(
    cwd,
    'nbtrust sanitize a.ipynb -o >(cat > b.ipynb); wait $!; cat b.ipynb',
  )
  expect({ code, end: stdout.slice(-plain.length) }).toEqual({ code: 0, end: plain })
})

test('-o to a folder is one sentence', async () => {
  const cwd = folder()
  const { code, stderr } = await bash(cwd, 'nbtrust export -o .')
  const sentence = 'nbtrust: . cannot be written: it is a folder (ERR_FILE)\n'
  expect({ code, stderr }).toEqual({ code: 1, stderr: sentence })
})

test.each(['-o /dev/tty', '-o /dev/stdout', ''])('the key goes to no terminal: %s', async (option) => {
  const cwd = folder()
  const line = `${JSON.stringify(process.execPath)} ${JSON.stringify(built.bin)} export --with-key ${option}`
  const { stdout } = await bash(cwd, `script -qec '${line}' typescript < /dev/null; true`)
  expect(stdout).toContain('(ERR_ARGUMENT)')
  expect(stdout).not.toContain('"key"')
})

test('an export with the key is for its owner only, also over a file that others may read', async () => {
  const cwd = folder()
  await bash(cwd, 'umask 022; : > keys.json; nbtrust export --with-key -o keys.json')
  expect(statSync(join(cwd, 'keys.json')).mode & 0o777).toBe(0o600)
  expect(readFileSync(join(cwd, 'keys.json'), 'utf8')).toContain('"key"')
})

test.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('%s removes what is half written', async (signal) => {
  const cwd = folder()
  const module = pathToFileURL(join(built.bin, '../remove-on-signal.js')).href
  const script = `
    import { writeFileSync } from 'node:fs'
    const { removeOnSignal } = await import(${JSON.stringify(module)})
    const paths = ['one.tmp', 'two.tmp', 'done']
    const releases = paths.map((path) => (writeFileSync(path, ''), removeOnSignal(path)))
    releases[2]()
    setTimeout(() => {}, 60_000)
    process.stdout.write('ready')`
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd })
  await once(child.stdout, 'data')
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([null, signal])
  expect(readdirSync(cwd)).toEqual(['a.ipynb', 'done'])
  expect(existsSync(join(cwd, 'one.tmp'))).toBe(false)
})

test('^C while an export is written leaves nothing half written', async () => {
  const cwd = folder()
  const script = `
    import { watch } from 'node:fs'
    import { run } from ${JSON.stringify(pathToFileURL(join(built.bin, '../program.js')).href)}
    import { removeOnSignal } from ${JSON.stringify(pathToFileURL(join(built.bin, '../remove-on-signal.js')).href)}
    const guard = (path) => {
      const release = removeOnSignal(path)
      watch('.', (_, name) => name.endsWith('.tmp') && process.kill(process.pid, 'SIGINT'))
      return () => setTimeout(release, 5000)
    }
    const { stdin, stdout, stderr } = process
    await run(['export', '--with-key', '-o', 'keys.json'], { cwd: '.', env: process.env, stdin, stdout, stderr, guard })`
  const env = { ...process.env, JUPYTER_DATA_DIR: join(cwd, 'data') }
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], { cwd, env })
  expect(await once(child, 'exit')).toEqual([null, 'SIGINT'])
  expect(readdirSync(cwd).filter((name) => name.endsWith('.tmp'))).toEqual([])
})

// What a command prints for programs is JSON, also where it fails half way, and however much there is.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { scan } from '../../src/cli/commands/scan.js'
import { Console } from '../../src/cli/console.js'
import { run } from '../../src/cli/program.js'
import type { Review } from '../../src/rendermime/review.js'
import { type CliPlace, cliPlace } from '../support/cli.js'

const plain = '{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": []}'
const changed = plain.replace('{}', '{"x": 1}')

/** Does something while the command waits for its second notebook, which comes from standard input. */
async function meanwhile(place: CliPlace, args: string[], interfere: () => void) {
  const written = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (written[name] += text) })
  const late = async function* () {
    interfere()
    yield Buffer.from(changed)
  }
  const code = await run(args, {
    cwd: place.cwd,
    env: { JUPYTER_DATA_DIR: place.dataDir },
    stdin: Readable.from(late()),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  })
  return { code, ...written }
}

test.each(['check', 'untrust'])(
  '%s --json ends its array where the database fails half way',
  async (command) => {
    const place = cliPlace()
    writeFileSync(join(place.cwd, 'a.ipynb'), plain)
    await place.nbtrust(['trust', 'a.ipynb'])
    const garbage = () => writeFileSync(join(place.dataDir, 'nbsignatures.db'), 'garbage'.repeat(10_000))
    const { code, stdout, stderr } = await meanwhile(place, [command, '--json', 'a.ipynb', '-'], garbage)
    expect(code).toBe(3)
    expect(stderr).toMatch(/^nbtrust: [^\n]* \(ERR_STORE_CORRUPT\)\n$/)
    const error = { code: 'ERR_STORE_CORRUPT', message: expect.any(String), place: expect.any(String) }
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ file: 'a.ipynb' }),
      { status: 'error', error },
    ])
  },
)

test('a database that fails at once is one object', async () => {
  const place = cliPlace()
  mkdirSync(join(place.dataDir, 'nbsignatures.db'), { recursive: true })
  writeFileSync(join(place.cwd, 'a.ipynb'), plain)
  const { code, stdout } = await place.nbtrust(['check', '--json', 'a.ipynb'])
  expect(code).toBe(3)
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ERR_STORE_UNAVAILABLE' } })
})

test.each(['--json', '--sarif'])('a mistake of our own leaves JSON, too: scan %s', async (option) => {
  const place = cliPlace()
  writeFileSync(join(place.cwd, 'a.ipynb'), plain)
  const fail = (): never => {
    throw new Error('odd')
  }
  const { code, stdout } = await meanwhile(place, ['scan', option, 'a.ipynb', '-'], fail)
  expect(code).toBe(70)
  const said = JSON.parse(stdout)
  if (option === '--sarif') {
    expect(said.runs[0].invocations[0]).toEqual({
      executionSuccessful: false,
      toolExecutionNotifications: [{ level: 'error', message: { text: 'odd' } }],
    })
  } else {
    expect(said[1]).toMatchObject({ status: 'error', error: { code: 'ERR_UNEXPECTED' } })
  }
})

test('SARIF has room for 300,000 findings', async () => {
  const finding = {
    kind: 'script',
    place: 'cells[0]',
    mimeType: 'text/html',
    name: 'script',
    hosts: [],
  } as const
  const findings = Array.from({ length: 300_000 }, () => finding)
  const cell = {
    index: 0,
    executionCount: null,
    place: 'cells[0]',
    cellType: 'code',
    acts: 'on trust',
    findings,
  }
  const review = { cells: [cell], counts: new Map(), hosts: [], unknownTypes: [] } as unknown as Review
  const pieces: string[] = []
  const sink = { write: (text: string) => pieces.push(text) }
  const io = { cwd: '/', env: {}, stdin: Readable.from([]), stdout: sink, stderr: sink }
  const pool = { width: 1, run: async () => review as never, close: async () => undefined }
  const context = { io, console: new Console(io, 'text'), pool }
  expect(await scan([{ name: 'a.ipynb', path: '/a.ipynb' }], { sarif: true }, context)).toBe(1)
  expect(JSON.parse(pieces.join('')).runs[0].results).toHaveLength(300_000)
  // One text could not hold many more of them.
  expect(Math.max(...pieces.slice(0, 1000).map(({ length }) => length))).toBeLessThan(10_000)
})

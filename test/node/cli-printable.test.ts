// Nothing that a notebook or the name of a file holds reaches the terminal as anything but visible text.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Console } from '../../src/cli/console.js'
import { bold } from '../../src/cli/io.js'
import { type CliPlace, cliPlace } from '../support/cli.js'

// An escape sequence of 7 bits and of 8, a bell, a line of its own, text that runs backwards.
const evil = 'x\u001b]0;title\u0007\u009b2J\n\u202ey'
const seen = 'x\\x1b]0;title\\x07\\x9b2J\\x0a\\u{202e}y'
// What our own colours and the progress bar are made of.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const ours = /\r|\u001b\[(?:\d+m|K)/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what this is about.
const unsafe = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e]/

function place(): CliPlace {
  const made = cliPlace()
  const output = { output_type: 'display_data', metadata: {}, data: { [`text/${evil}`]: evil } }
  const bad = { ...output, data: { 'text/html': `<script>${evil}</script><img onerror='${evil}' src=x>` } }
  const code = { cell_type: 'code', metadata: {}, source: evil, execution_count: 1, outputs: [output, bad] }
  const notebook = { nbformat: 4, nbformat_minor: 4, metadata: {}, cells: [code] }
  writeFileSync(join(made.cwd, 'a.ipynb'), JSON.stringify(notebook))
  writeFileSync(join(made.cwd, `${evil}.ipynb`), JSON.stringify(notebook))
  writeFileSync(join(made.cwd, `${evil}2.ipynb`), `{"${evil}`)
  mkdirSync(join(made.cwd, evil))
  return made
}

test.each([
  ['trust', '.'],
  ['check', '.'],
  ['untrust', '.'],
  ['scan', '.'],
  ['forget', '.'],
  ['list', '--data-dir', evil],
  ['trust', `${evil}.ipynb`, '--data-dir', `${evil}.ipynb`],
  ['sanitize', `${evil}.ipynb`, '-o', `${evil}3.ipynb`],
  ['sanitize', 'a.ipynb', '-o', join(evil, evil, evil)],
  ['digest', `${evil}2.ipynb`, '--secret-file', 'a.ipynb'],
  ['digest', 'a.ipynb', '--secret-file', evil],
  ['import', `${evil}.ipynb`],
  ['export', '-o', `${evil}.json`],
  ['export', '-o', join(evil, evil, 'a')],
  ['reset', '--yes', '--data-dir', evil],
  ['forget', '--older-than', evil],
  [evil],
  ['trust', `--${evil}`],
])('%j', async (...args) => {
  for (const more of [[], ['--json']]) {
    const { stdout, stderr } = await place().nbtrust([...args, ...more], { terminal: true })
    const said = `${stdout}${stderr}`.replace(ours, '')
    expect(said).not.toBe('')
    expect(said).not.toMatch(unsafe)
  }
})

test('a question', async () => {
  const { stderr } = await place().nbtrust(['reset', '--data-dir', evil], { terminal: true, stdin: 'no\n' })
  expect(stderr).toContain(seen)
  expect(stderr).not.toMatch(unsafe)
})

test('SARIF and JSON say the same with escapes', async () => {
  const { stdout } = await place().nbtrust(['scan', '--sarif', '.'], { terminal: true })
  expect(stdout).not.toMatch(unsafe)
  expect(JSON.stringify(JSON.parse(stdout))).toContain('\u202ey')
  const { stdout: json } = await place().nbtrust(['scan', '--json', '.'])
  expect(JSON.parse(json).some(({ file }: { file: string }) => file === `${evil}.ipynb`)).toBe(true)
})

test('the console makes printable what it is given, and colours it then', () => {
  let written = ''
  const sink = { isTTY: true, write: (text: string) => (written += text) }
  const io = { cwd: '/', env: {}, stdin: process.stdin, stdout: sink, stderr: sink }
  new Console(io, 'text').say(bold(evil), evil)
  expect(written).toBe(`\u001b[1m${seen}\u001b[0m${seen}\n`)
})

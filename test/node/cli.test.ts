// The nbtrust command as a person and a script see it: lines, JSON, exit codes, standard input, bad input.
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { run } from '../../src/cli/program.js'
import { computeDigest, openNotary } from '../../src/node/index.js'
import { type CliPlace, cliPlace } from '../support/cli.js'
import { root } from '../support/source.js'

const small = join(root, 'demo/notebooks/small.ipynb')
const plain = '{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": []}'

function placeWith(files: Readonly<Record<string, string>>): CliPlace {
  const place = cliPlace()
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(place.cwd, name, '..'), { recursive: true })
    writeFileSync(join(place.cwd, name), text)
  }
  return place
}

describe('trust', () => {
  test('says what jupyter trust says, the first time and again', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    expect(await place.nbtrust(['trust', 'a.ipynb'])).toEqual({
      code: 0,
      stdout: 'Signing notebook: a.ipynb\n',
      stderr: '',
    })
    expect((await place.nbtrust(['trust', 'a.ipynb'])).stdout).toBe('Notebook already signed: a.ipynb\n')
  })

  test('without arguments, and for -, reads standard input, named <stdin>', async () => {
    const place = cliPlace()
    const first = await place.nbtrust(['trust'], { stdin: plain })
    expect(first.stdout).toBe('Signing notebook: <stdin>\n')
    const again = await place.nbtrust(['trust', '-'], { stdin: plain })
    expect(again.stdout).toBe('Notebook already signed: <stdin>\n')
  })

  test('goes on after a file that is missing or bad, and says so with exit code 1', async () => {
    const place = placeWith({ 'bad.ipynb': '{"cells": [', 'good.ipynb': plain })
    const result = await place.nbtrust(['trust', 'missing.ipynb', 'bad.ipynb', 'good.ipynb'])
    expect(result.code).toBe(1)
    expect(result.stdout).toBe('Signing notebook: good.ipynb\n')
    const lines = result.stderr.trim().split('\n')
    expect(lines).toHaveLength(2)
    expect(lines[0]).toBe('nbtrust: missing.ipynb: there is no such file (ERR_FILE)')
    expect(lines[1]).toMatch(/^nbtrust: bad\.ipynb: .*line 1.* \(ERR_JSON_SYNTAX\)$/)
  })

  test('--dry-run signs nothing', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    expect((await place.nbtrust(['trust', '-n', 'a.ipynb'])).stdout).toBe('Would sign notebook: a.ipynb\n')
    expect((await place.nbtrust(['trust', 'a.ipynb'])).stdout).toBe('Signing notebook: a.ipynb\n')
  })

  test('signs a second copy only once', async () => {
    const place = placeWith({ 'a.ipynb': plain, 'b.ipynb': plain })
    expect((await place.nbtrust(['trust', '.'])).stdout).toBe(
      'Signing notebook: a.ipynb\nNotebook already signed: b.ipynb\n',
    )
  })

  test.each([
    [1, 'too old'],
    [2, 'too old'],
    [9, 'too new'],
  ])('never reports success for version %i', async (version, reason) => {
    const place = placeWith({ 'a.ipynb': `{"nbformat": ${version}, "worksheets": []}` })
    const { code, stdout, stderr } = await place.nbtrust(['trust', 'a.ipynb'])
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(reason)
  })

  test('signs for both encodings, so that a strict notary agrees', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    await place.nbtrust(['trust', 'a.ipynb'])
    await using strict = await openNotary({ dataDir: place.dataDir, strict: true })
    expect(await strict.checkSignature(plain)).toBe(true)
    const { stdout } = await place.nbtrust(['list', '--json'])
    expect(JSON.parse(stdout).algorithms).toEqual({ sha256: 1, 'jcs-sha256': 1 })
  })

  test('signs what has no canonical JSON as Jupyter does', async () => {
    const nan = plain.replace('{}', '{"x": NaN}')
    const place = placeWith({ 'a.ipynb': nan })
    expect((await place.nbtrust(['trust', 'a.ipynb'])).stdout).toBe('Signing notebook: a.ipynb\n')
    expect((await place.nbtrust(['check', 'a.ipynb'])).code).toBe(0)
    const strict = await place.nbtrust(['check', '--strict', 'a.ipynb'])
    expect(strict.code).toBe(1)
    expect(strict.stdout).toContain("nbtrust's own has no spelling for what it holds")
    const [entry] = JSON.parse((await place.nbtrust(['check', '--strict', '--json', 'a.ipynb'])).stdout)
    expect(entry.reason).toBe('no encoding of its own')
  })

  test.each(['sha512', 'blake2b', 'sha3_256', 'md5'])(
    '--algorithm %s has signatures of its own',
    async (name) => {
      const place = placeWith({ 'a.ipynb': plain })
      await place.nbtrust(['trust', '--algorithm', name, 'a.ipynb'])
      expect((await place.nbtrust(['check', '--algorithm', name, 'a.ipynb'])).code).toBe(0)
      expect((await place.nbtrust(['check', 'a.ipynb'])).code).toBe(1)
    },
  )

  test('many notebooks are signed in the order of their names', async () => {
    const numbers = Array.from({ length: 150 }, (_, index) => String(index).padStart(3, '0'))
    const place = placeWith(
      Object.fromEntries(numbers.map((n) => [`${n}.ipynb`, plain.replace('{}', `{"n": ${Number(n)}}`)])),
    )
    const { stdout } = await place.nbtrust(['trust', '.'])
    expect(stdout).toBe(numbers.map((n) => `Signing notebook: ${n}.ipynb\n`).join(''))
    expect((await place.nbtrust(['check', '.'])).stdout).toContain('150 notebooks: 150 trusted, 0 untrusted')
  })
})

describe('check and untrust', () => {
  test('tell trusted, never signed and changed apart', async () => {
    const place = placeWith({ 'a.ipynb': plain, 'b.ipynb': plain.replace('{}', '{"b": 1}') })
    await place.nbtrust(['trust', 'a.ipynb'])
    const { code, stdout } = await place.nbtrust(['check', 'a.ipynb', 'b.ipynb'])
    expect(code).toBe(1)
    expect(stdout).toContain('trusted    a.ipynb\n')
    expect(stdout).toContain('untrusted  b.ipynb  (not signed; contains nothing that would run)\n')
    writeFileSync(join(place.cwd, 'a.ipynb'), plain.replace('{}', '{"changed": true}'))
    expect((await place.nbtrust(['check', 'a.ipynb'])).stdout).toMatch(
      /untrusted {2}a\.ipynb {2}\(changed since it was signed on \d{4}-\d\d-\d\d; /,
    )
  })

  test('name what an untrusted notebook holds', async () => {
    const place = cliPlace()
    const { stdout } = await place.nbtrust(['check', small])
    expect(stdout).toContain('not signed; contains 1 script')
    const json = JSON.parse((await place.nbtrust(['check', '--json', small])).stdout)
    expect(json).toEqual([{ file: small, trusted: false, reason: 'not signed', contains: { script: 1 } }])
  })

  test('name what would run in the order of the dialog, and leave out what never will', async () => {
    const code = (data: object) => ({
      ...{ cell_type: 'code', metadata: {}, source: '', execution_count: 1 },
      outputs: [{ output_type: 'display_data', metadata: {}, data }],
    })
    const active = [
      code({ 'text/html': '<b onclick="1">x</b>' }),
      code({ 'text/html': '<script>1</script>' }),
    ]
    const markdown = { cell_type: 'markdown', metadata: {}, source: '<script>1</script>' }
    const withCells = (...cells: object[]) =>
      JSON.stringify({ ...JSON.parse(plain), nbformat_minor: 4, cells })
    const place = placeWith({ 'a.ipynb': withCells(...active, markdown), 'b.ipynb': withCells(markdown) })
    const { stdout } = await place.nbtrust(['check', 'a.ipynb', 'b.ipynb'])
    expect(stdout).toContain('a.ipynb  (not signed; contains 1 script and 1 event handler)')
    expect(stdout).toContain('b.ipynb  (not signed; contains nothing that would run)')
  })

  test('say that a notebook without cell ids has no stable digest', async () => {
    const cell = '{"cell_type": "markdown", "metadata": {}, "source": ""}'
    const place = placeWith({
      'a.ipynb': plain.replace('_minor": 4', '_minor": 5').replace('"cells": []', `"cells": [${cell}]`),
    })
    const { code, stdout } = await place.nbtrust(['check', 'a.ipynb'])
    expect(code).toBe(1)
    expect(stdout).toContain('no stable digest')
    expect((await place.nbtrust(['trust', 'a.ipynb'])).code).toBe(1)
  })

  test('untrust takes the signature back, twice without harm', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    await place.nbtrust(['trust', 'a.ipynb'])
    expect((await place.nbtrust(['untrust', 'a.ipynb'])).stdout).toBe('No longer trusted: a.ipynb\n')
    expect((await place.nbtrust(['check', 'a.ipynb'])).code).toBe(1)
    const again = await place.nbtrust(['untrust', 'a.ipynb'])
    expect(again).toMatchObject({ code: 0, stdout: 'Was not trusted: a.ipynb\n' })
    expect(JSON.parse((await place.nbtrust(['list', '--json'])).stdout).count).toBe(0)
  })
})

describe('scan', () => {
  test('lists every finding with its place, and answers with exit code 1', async () => {
    const place = cliPlace()
    const { code, stdout } = await place.nbtrust(['scan', small])
    expect(code).toBe(1)
    expect(stdout).toMatch(/cells\[2\]\.outputs\[0\] {2}script {2}text\/html/)
  })

  test('is content with a notebook that holds nothing active', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    expect(await place.nbtrust(['scan', 'a.ipynb'])).toMatchObject({
      code: 0,
      stdout: 'a.ipynb: nothing active\n',
    })
  })

  test('needs neither a key nor a database', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    await place.nbtrust(['scan', 'a.ipynb'])
    expect(() => statSync(place.dataDir)).toThrow()
  })

  test('prints SARIF with a result for each finding and a notification for what could not be read', async () => {
    const place = placeWith({ 'bad name.ipynb': '[]' })
    cpSync(small, join(place.cwd, 'with space.ipynb'))
    const { code, stdout } = await place.nbtrust(['scan', '--sarif', '.'])
    const [sarifRun] = JSON.parse(stdout).runs
    expect(code).toBe(1)
    expect(sarifRun.results).toHaveLength(1)
    expect(sarifRun.results[0]).toMatchObject({ ruleId: 'nbtrust/script', level: 'error' })
    expect(sarifRun.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('with%20space.ipynb')
    expect(sarifRun.invocations[0].executionSuccessful).toBe(false)
    expect(sarifRun.tool.driver.rules.map((rule: { id: string }) => rule.id)).toContain('nbtrust/script')
  })
})

describe('the database', () => {
  test('list counts, forget removes by notebook, by age and altogether', async () => {
    const place = placeWith({ 'a.ipynb': plain, 'b.ipynb': plain.replace('{}', '{"b": 1}') })
    await place.nbtrust(['trust', '.'])
    expect((await place.nbtrust(['list'])).stdout).toContain('4 signatures')
    expect((await place.nbtrust(['forget', 'a.ipynb'])).stdout).toBe('Forgot 2 signatures; 2 left.\n')
    expect((await place.nbtrust(['forget', '--older-than', '1d'])).stdout).toBe(
      'Forgot 0 signatures; 2 left.\n',
    )
    expect((await place.nbtrust(['forget', '--older-than', '0h'])).stdout).toBe(
      'Forgot 2 signatures; 0 left.\n',
    )
    expect((await place.nbtrust(['forget'])).code).toBe(2)
    expect((await place.nbtrust(['forget', '--older-than', 'soon'])).code).toBe(2)
    // Whoever names a notebook does not mean all of them.
    expect((await place.nbtrust(['forget', '--everything', 'a.ipynb'])).code).toBe(2)
  })

  test('export and import move trust to a machine without a key', async () => {
    const [from, to] = [placeWith({ 'a.ipynb': plain }), placeWith({ 'a.ipynb': plain })]
    await from.nbtrust(['trust', 'a.ipynb'])
    const file = join(from.cwd, 'trust.json')
    const exported = await from.nbtrust(['export', '--with-key', '-o', file])
    expect(exported.stderr).toContain('holds the signing key')
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const imported = await to.nbtrust(['import', file])
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.stdout).toContain('Imported 2 signatures; 0 were here already.')
    expect((await to.nbtrust(['check', '--strict', 'a.ipynb'])).code).toBe(0)
    expect(readFileSync(join(to.dataDir, 'notebook_secret'))).toEqual(
      readFileSync(join(from.dataDir, 'notebook_secret')),
    )
  })

  test.each([[['export', '--with-key']], [['export', '--with-key', '-o', '-']]])(
    '%j shows the key on no terminal',
    async (args) => {
      const place = placeWith({ 'a.ipynb': plain })
      await place.nbtrust(['trust', 'a.ipynb'])
      const { code, stdout, stderr } = await place.nbtrust(args, { terminal: true })
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
      expect(stderr).toContain('not written to a terminal')
      expect(JSON.parse((await place.nbtrust(args)).stdout).key).toEqual(expect.any(String))
    },
  )

  test('an export without the key holds nothing of it, and only fits the same key', async () => {
    const [from, other] = [placeWith({ 'a.ipynb': plain }), placeWith({ 'a.ipynb': plain })]
    await from.nbtrust(['trust', 'a.ipynb'])
    await other.nbtrust(['trust', 'a.ipynb'])
    const { stdout } = await from.nbtrust(['export'])
    const secret = readFileSync(join(from.dataDir, 'notebook_secret'), 'latin1')
    expect(stdout).not.toContain(secret.slice(0, 20))
    expect(JSON.parse(stdout).key).toBeUndefined()
    expect((await from.nbtrust(['import', '-'], { stdin: stdout })).stdout).toContain('2 were here already')
    const refused = await other.nbtrust(['import', '-'], { stdin: stdout })
    expect(refused).toMatchObject({ code: 1, stdout: '' })
    expect(refused.stderr).toContain('another signing key')
    const fresh = await cliPlace().nbtrust(['import', '-'], { stdin: stdout })
    expect(fresh.code).toBe(1)
  })

  test.each(['{}', '[]', 'x', '{"nbtrust":"signatures","version":1,"keyId":"a","signatures":[{}]}'])(
    'import refuses %s',
    async (text) => {
      const { code, stderr } = await cliPlace().nbtrust(['import', '-'], { stdin: text })
      expect(code).toBe(1)
      expect(stderr).toMatch(/^nbtrust: <stdin>[^\n]*\(ERR_[A-Z_]+\)\n$/)
    },
  )

  test('import names the file that it does not take', async () => {
    const [from, other] = [placeWith({ 'a.ipynb': plain }), placeWith({ 'a.ipynb': plain, 'no.json': '{}' })]
    await from.nbtrust(['trust', 'a.ipynb'])
    await other.nbtrust(['trust', 'a.ipynb'])
    writeFileSync(join(other.cwd, 'theirs.json'), (await from.nbtrust(['export'])).stdout)
    expect((await other.nbtrust(['import', 'theirs.json'])).stderr).toMatch(/^nbtrust: theirs\.json belongs /)
    expect((await other.nbtrust(['import', 'no.json'])).stderr).toMatch(/^nbtrust: no\.json is not /)
  })

  test('reset asks, and changes nothing unless the answer is yes', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    await place.nbtrust(['trust', 'a.ipynb'])
    const asked = await place.nbtrust(['reset'], { terminal: true, stdin: 'no\n' })
    expect(asked.code).toBe(1)
    expect(asked.stderr).toContain('forgets 2 signatures')
    expect((await place.nbtrust(['check', 'a.ipynb'])).code).toBe(0)
    expect((await place.nbtrust(['reset'])).code).toBe(2)
    expect((await place.nbtrust(['reset'], { terminal: true, stdin: 'y\n' })).code).toBe(0)
    expect((await place.nbtrust(['check', 'a.ipynb'])).code).toBe(1)
  })

  test('reset --yes makes a new key also where the old one is empty', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    await place.nbtrust(['trust', 'a.ipynb'])
    const secret = join(place.dataDir, 'notebook_secret')
    writeFileSync(secret, '')
    expect((await place.nbtrust(['trust', 'a.ipynb'])).code).toBe(3)
    const { code, stdout } = await place.nbtrust(['reset', '--yes'])
    expect(code).toBe(0)
    expect(stdout).toContain('Generating new notebook key')
    expect(statSync(secret).size).toBe(1386)
    expect((await place.nbtrust(['check', 'a.ipynb'])).code).toBe(1)
  })
})

describe('digest', () => {
  test('prints the digest of a file or of standard input, in both encodings', async () => {
    const place = placeWith({ 'a.ipynb': plain, key: 'the key' })
    const secret = Buffer.from('the key')
    for (const encoding of ['nbformat', 'jcs'] as const) {
      const expected = await computeDigest(plain, { secret, encoding })
      const args = ['digest', '--secret-file', 'key', '--encoding', encoding]
      expect((await place.nbtrust([...args, 'a.ipynb'])).stdout).toBe(`${expected}\n`)
      expect((await place.nbtrust([...args, '-'], { stdin: plain })).stdout).toBe(`${expected}\n`)
    }
    expect(() => statSync(place.dataDir)).toThrow()
  })

  test('makes no key', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    expect(await place.nbtrust(['digest', 'a.ipynb'])).toMatchObject({ code: 3, stdout: '' })
  })
})

describe('every command', () => {
  const commands = [
    'trust',
    'check',
    'untrust',
    'scan',
    'sanitize',
    'list',
    'forget',
    'export',
    'import',
    'digest',
    'reset',
    'completion',
  ]

  test.each(commands)('%s has help with examples', async (command) => {
    const { code, stdout } = await cliPlace().nbtrust([command, '--help'])
    expect(code).toBe(0)
    expect(stdout).toContain(`Usage: nbtrust ${command}`)
    expect(stdout).toMatch(new RegExp(`Examples:\n {2}nbtrust ${command}`))
    expect(stdout).toContain('--json')
  })

  test('is in the completion of every shell', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout } = await cliPlace().nbtrust(['completion', shell])
      for (const command of commands) expect(stdout).toContain(command)
      expect(stdout).toContain('sha3_512')
    }
  })

  test.each([
    [['nonsense']],
    [['trust', '--nonsense']],
    [['trust', '--algorithm', 'rot13']],
    [['sanitize', 'a.ipynb']],
    [['completion', 'tcsh']],
    [['scan', '--json', '--sarif', '.']],
    [[]],
  ])('wrong usage %j is exit code 2 and no stack trace', async (args) => {
    const { code, stderr } = await cliPlace().nbtrust(args)
    expect(code).toBe(2)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test.each(['', '[]', 'null', '{"nbformat": 4}', '\ufeff{}', '{"nbformat": 4, "cells": 1}', '\u0000'])(
    'bad input %j is one sentence',
    async (text) => {
      for (const command of ['trust', 'check', 'untrust', 'scan', 'digest']) {
        const place = placeWith({ key: 'k' })
        const extra = command === 'digest' ? ['--secret-file', 'key'] : []
        const { code, stdout, stderr } = await place.nbtrust([command, ...extra, '-'], { stdin: text })
        expect(code).toBe(1)
        expect(stdout).toBe('')
        expect(stderr).toMatch(/^nbtrust: .*\n$/)
      }
    },
  )

  test('prints one JSON document, also for bad files', async () => {
    const place = placeWith({ 'a.ipynb': plain, 'b.ipynb': 'x' })
    for (const command of ['trust', 'check', 'untrust', 'scan']) {
      const { stdout } = await place.nbtrust([command, '--json', '.'])
      const entries = JSON.parse(stdout)
      expect(entries.map((entry: { file: string }) => entry.file)).toEqual(['a.ipynb', 'b.ipynb'])
      expect(entries[1]).toMatchObject({ status: 'error', error: { code: 'ERR_JSON_SYNTAX' } })
    }
    for (const args of [['list'], ['forget', 'b.ipynb'], ['digest', 'b.ipynb'], ['reset', '--yes']]) {
      const { stdout } = await place.nbtrust([...args, '--json'])
      expect(typeof JSON.parse(stdout)).toBe('object')
    }
  })

  test('colours a terminal only, and none with NO_COLOR', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    const args = ['check', 'a.ipynb']
    const colour = '\u001b['
    expect((await place.nbtrust(args)).stdout).not.toContain(colour)
    expect((await place.nbtrust(args, { terminal: true })).stdout).toContain(colour)
    const plainTerminal = await place.nbtrust(args, { terminal: true, env: { NO_COLOR: '1' } })
    expect(plainTerminal.stdout).not.toContain(colour)
  })

  test('cannot be made to move the cursor by the name or the content of a file', async () => {
    const name = 'a\u001b[2J\u202e.ipynb'
    const place = placeWith({ [name]: plain })
    const { stdout } = await place.nbtrust(['check', '.'])
    expect(stdout).toContain('a\\x1b[2J\\u{202e}.ipynb')
  })

  test('nor be given a name that looks empty', async () => {
    const place = placeWith({ '\u3164.ipynb': plain })
    expect((await place.nbtrust(['check', '.'])).stdout).toContain('\\u{3164}.ipynb')
  })

  test('nor by the name in the progress bar', async () => {
    const place = placeWith(
      Object.fromEntries(
        Array.from({ length: 30 }, (_, index) => [`${index}\u001b]0;title\u0007.ipynb`, plain]),
      ),
    )
    const { stderr } = await place.nbtrust(['trust', '.'], { terminal: true })
    expect(stderr).toContain('\\x1b]0;title')
    expect(stderr).not.toContain('\u001b]0')
  })

  test('shows a progress bar on a terminal and none in a pipe', async () => {
    const place = placeWith(
      Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`${index}.ipynb`, plain])),
    )
    expect((await place.nbtrust(['trust', '.'], { terminal: true })).stderr).toContain('/30')
    expect((await place.nbtrust(['trust', '.'])).stderr).toBe('')
  })

  test('waits for no input on a terminal', async () => {
    expect((await cliPlace().nbtrust(['trust'], { terminal: true })).code).toBe(2)
  })

  test.each([
    ['trust', { terminal: true }],
    ['forget', {}],
    ['forget --everything a.ipynb', {}],
    ['export --with-key', { terminal: true }],
    ['reset', {}],
  ])('gives a mistake in its use a code, in a line and in JSON: %s', async (line, options) => {
    const place = placeWith({ 'a.ipynb': plain })
    const args = line.split(' ')
    const { code, stderr } = await place.nbtrust(args, options)
    expect(code).toBe(2)
    expect(stderr).toMatch(/^nbtrust: [^\n]+ \(ERR_ARGUMENT\)\n$/)
    const { stdout } = await place.nbtrust([...args, '--json'], options)
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'ERR_ARGUMENT' } })
  })

  test.each(['digest bad.ipynb', 'sanitize bad.ipynb -o copy.ipynb', 'import bad.ipynb'])(
    'says which file is bad, and where: %s',
    async (line) => {
      const place = placeWith({ 'a.ipynb': plain, 'bad.ipynb': '{"cells": [' })
      await place.nbtrust(['trust', 'a.ipynb'])
      const { code, stderr } = await place.nbtrust(line.split(' '))
      expect(code).toBe(1)
      expect(stderr).toMatch(/^nbtrust: bad\.ipynb: [^\n]*line 1[^\n]* \(ERR_JSON_SYNTAX\)\n$/)
    },
  )

  test('takes an empty name for no data folder, and not for the one it is called in', async () => {
    const place = placeWith({ 'a.ipynb': plain })
    const { code, stderr } = await place.nbtrust(['trust', '--data-dir', '', 'a.ipynb'])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'nbtrust: an empty name leads to no data folder (ERR_ARGUMENT)\n',
    })
    expect(readdirSync(place.cwd)).toEqual(['a.ipynb'])
  })

  test('an empty name is no file to write to', async () => {
    const { code, stderr } = await cliPlace().nbtrust(['export', '-o', ''])
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: 'nbtrust: an empty name leads to no file (ERR_ARGUMENT)\n',
    })
  })

  test('says in one line that it made a mistake itself', async () => {
    let said = ''
    const stdout = { write: () => JSON.parse('odd') }
    const stderr = { write: (text: string) => (said += text) }
    const { cwd, dataDir } = placeWith({ 'a.ipynb': plain })
    const env = { JUPYTER_DATA_DIR: dataDir }
    const stdin = Object.assign(Readable.from([]), { isTTY: false })
    expect(await run(['check', 'a.ipynb'], { cwd, env, stdin, stdout, stderr })).toBe(70)
    expect(said).toMatch(/^nbtrust: this is a mistake in nbtrust[^\n]*\n$/)
    expect(said).not.toContain('nbtrust: nbtrust')
  })

  test('says in one sentence that the data folder cannot be used', async () => {
    const place = placeWith({ 'a.ipynb': plain, file: '' })
    chmodSync(join(place.cwd, 'file'), 0o600)
    const { code, stderr } = await place.nbtrust(['trust', '--data-dir', 'file/x', 'a.ipynb'])
    expect(code).toBe(3)
    expect(stderr).toMatch(/^nbtrust: [^\n]*file[^\n]*\n$/)
  })
})

// Full disks, folders that may not be written to, many processes that make the secret, and two users who share a folder.
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { openSecretFile } from '../../src/node/index.js'
import { resetSecretFile } from '../../src/node/secret-file.js'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import { temporaryFolder } from '../support/folders.js'
import { askAsUser, assertRoot, type BuiltPackage, buildPackage, nodeProgram } from './processes.js'

let built: BuiltPackage
beforeAll(async () => {
  built = await buildPackage()
})
afterAll(() => built.remove())

const notebook = '{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[]}'
const other = notebook.replace('{}', '{"x":1}')
const mode = (path: string): number => statSync(path).mode & 0o7777

describe('a full disk', () => {
  function smallDisk(size: string): string {
    assertRoot('A full disk')
    const folder = temporaryFolder()
    const disk = join(folder, 'disk')
    mkdirSync(disk)
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk])
    onTestFinished(() => void execFileSync('umount', ['-l', disk]))
    return disk
  }

  test('is a clear error; what was signed stays, and signing goes on when there is room', async () => {
    const disk = smallDisk('400k')
    const path = join(disk, 'nbsignatures.db')
    const store = await openSignatureDatabase(path)
    const signature = (n: number) => ({ algorithm: 'sha256', digest: String(n).padStart(64, '0') })
    let stored = 0
    const fill = async (): Promise<void> => {
      for (; stored < 100_000; stored += 100) {
        await store.storeSignatures(Array.from({ length: 100 }, (_, index) => signature(stored + index)))
      }
    }
    await expect(fill()).rejects.toMatchObject({ code: 'ERR_STORE_FULL', place: path })
    let found = 0
    for (let n = 0; n < stored; n++) if (await store.checkSignature(signature(n))) found++
    expect(found).toBe(stored)
    // None of the last, failed call: all or nothing.
    expect(await store.checkSignature(signature(stored))).toBe(false)
    await store.close()
    execFileSync('mount', ['-o', 'remount,size=4m', disk])
    const again = await openSignatureDatabase(path)
    await again.storeSignatures([signature(stored)])
    expect(await again.checkSignature(signature(stored))).toBe(true)
    await again.close()
    expect(readdirSync(disk)).toEqual(['nbsignatures.db'])
    console.log(`full disk: ${stored} signatures fitted, all still there`)
  })

  test('leaves no half secret and no half database behind', async () => {
    const disk = smallDisk('8k')
    writeFileSync(join(disk, 'ballast'), Buffer.alloc(4096))
    writeFileSync(join(disk, 'more'), Buffer.alloc(4096))
    await expect(openSecretFile(join(disk, 'notebook_secret'))).rejects.toMatchObject({
      code: 'ERR_KEY_UNAVAILABLE',
      message: expect.stringContaining('no room left'),
    })
    await expect(openSignatureDatabase(join(disk, 'nbsignatures.db'))).rejects.toMatchObject({
      code: expect.stringMatching(/^ERR_STORE_(?:FULL|UNAVAILABLE)$/),
    })
    expect(readdirSync(disk).filter((name) => name !== 'nbsignatures.db')).toEqual(['ballast', 'more'])
  })
})

/** Three users that exist only for this test, the first two in one group. */
function users(): {
  readonly ada: number
  readonly ben: number
  readonly eve: number
  readonly group: number
} {
  assertRoot('Asking as other Unix users')
  const names = { ada: 'nbtrust-ada', ben: 'nbtrust-ben', eve: 'nbtrust-eve', group: 'nbtrust-group' }
  const quiet = { stdio: 'ignore' } as const
  const remove = (): void => {
    for (const name of [names.ada, names.ben, names.eve]) {
      try {
        execFileSync('userdel', [name], quiet)
      } catch {}
    }
    try {
      execFileSync('groupdel', [names.group], quiet)
    } catch {}
  }
  remove()
  onTestFinished(remove)
  execFileSync('groupadd', ['--system', names.group])
  for (const name of [names.ada, names.ben]) {
    execFileSync('useradd', ['--system', '--no-create-home', '--gid', names.group, name], quiet)
  }
  execFileSync('useradd', ['--system', '--no-create-home', '--user-group', names.eve], quiet)
  const id = (...args: string[]): number => Number(execFileSync('id', args, { encoding: 'utf8' }))
  return {
    ada: id('-u', names.ada),
    ben: id('-u', names.ben),
    eve: id('-u', names.eve),
    group: id('-g', names.ada),
  }
}

describe('as other users', () => {
  test('a folder that may not be written to is a clear error, and what is in it stays', async () => {
    const { ada, group } = users()
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    const empty = join(folder, 'empty')
    mkdirSync(empty)
    const answer = await askAsUser(built, { uid: ada, gid: group, question: 'database', dataDir: empty })
    expect(answer).toMatchObject({
      error: 'ERR_STORE_UNAVAILABLE',
      message: expect.stringContaining('may not use it'),
    })
    const sign = await askAsUser(built, {
      uid: ada,
      gid: group,
      question: 'sign',
      dataDir: empty,
      text: notebook,
    })
    expect(sign.error).toBe('ERR_KEY_UNAVAILABLE')
    expect(readdirSync(empty)).toEqual([])
  })

  test('a database that may only be read answers, and signing is a clear error', async () => {
    const { ada, group } = users()
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    const dataDir = join(folder, 'data')
    mkdirSync(dataDir)
    const ask = { uid: ada, gid: group, dataDir }
    chownSync(dataDir, ada, group)
    expect(await askAsUser(built, { ...ask, question: 'sign', text: notebook })).toMatchObject({
      result: true,
    })
    for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o440)
    chmodSync(dataDir, 0o555)
    const bytes = readFileSync(join(dataDir, 'nbsignatures.db'))
    expect(await askAsUser(built, { ...ask, question: 'check', text: notebook })).toMatchObject({
      result: true,
    })
    expect(await askAsUser(built, { ...ask, question: 'check', text: other })).toMatchObject({
      result: false,
    })
    expect(await askAsUser(built, { ...ask, question: 'sign', text: other })).toMatchObject({
      error: 'ERR_STORE_UNAVAILABLE',
    })
    expect(readFileSync(join(dataDir, 'nbsignatures.db'))).toEqual(bytes)
  })

  test('a database that may not be read is left alone', async () => {
    const { ada, group } = users()
    const folder = temporaryFolder()
    chmodSync(folder, 0o777)
    writeFileSync(join(folder, 'nbsignatures.db'), 'of somebody else', { mode: 0o600 })
    const answer = await askAsUser(built, { uid: ada, gid: group, question: 'database', dataDir: folder })
    expect(answer.error).toBe('ERR_STORE_UNAVAILABLE')
    expect(readdirSync(folder)).toEqual(['nbsignatures.db'])
  })

  test('two users share a folder through their group, and a third has no part in it', async () => {
    const { ada, ben, eve, group } = users()
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    // The steps of docs/shared-database.md.
    const dataDir = join(folder, 'shared')
    mkdirSync(dataDir)
    chownSync(dataDir, 0, group)
    chmodSync(dataDir, 0o2770)
    const as = (uid: number, question: 'sign' | 'check', text: string) =>
      askAsUser(built, { uid, gid: uid === eve ? eve : group, question, dataDir, text })
    expect(await as(ada, 'sign', notebook)).toMatchObject({ result: true })
    expect(mode(join(dataDir, 'notebook_secret'))).toBe(0o600)
    expect((await as(ben, 'check', notebook)).error).toBe('ERR_KEY_UNAVAILABLE')
    chmodSync(join(dataDir, 'notebook_secret'), 0o640)
    chmodSync(join(dataDir, 'nbsignatures.db'), 0o660)

    expect(await as(ben, 'check', notebook)).toEqual({ result: true, warnings: [] })
    expect(await as(ben, 'check', other)).toMatchObject({ result: false })
    expect(await as(ben, 'sign', other)).toMatchObject({ result: true })
    expect(await as(ada, 'check', other)).toEqual({ result: true, warnings: [] })
    expect((await as(eve, 'check', notebook)).error).toBe('ERR_KEY_UNAVAILABLE')
    expect([mode(join(dataDir, 'notebook_secret')), mode(join(dataDir, 'nbsignatures.db'))]).toEqual([
      0o640, 0o660,
    ])
    console.log('two users of one group signed for each other; a third was refused')
  })

  test('a notebook that users share stays theirs, whoever writes it', async () => {
    const { ada, ben, eve, group } = users()
    const folder = temporaryFolder()
    const path = join(folder, 'a.ipynb')
    const write = (uid: number, text: string) =>
      askAsUser(built, { uid, gid: uid === eve ? eve : group, question: 'write', dataDir: folder, text })
    const make = (permissions: number): void => {
      writeFileSync(path, 'old')
      chownSync(path, ada, group)
      chmodSync(path, permissions)
    }
    chmodSync(folder, 0o777)
    make(0o664)
    // Ben may not give a file to Ada, but to the group.
    expect(await write(ben, notebook)).toMatchObject({ result: true })
    expect(statSync(path)).toMatchObject({ uid: ben, gid: group })
    expect(mode(path)).toBe(0o664)
    expect(await write(ada, other)).toMatchObject({ result: true })
    // Eve may do neither, and writes to the file that is there.
    make(0o666)
    expect(await write(eve, notebook)).toMatchObject({ result: true })
    expect(statSync(path)).toMatchObject({ uid: ada, gid: group })
    expect([mode(path), readFileSync(path, 'utf8')]).toEqual([0o666, notebook])
    expect(readdirSync(folder)).toEqual(['a.ipynb'])
  })

  test('a damaged database that users share is replaced by one that they share', async () => {
    const { ada, ben, group } = users()
    const folder = temporaryFolder()
    chmodSync(folder, 0o755)
    const dataDir = join(folder, 'shared')
    mkdirSync(dataDir)
    chownSync(dataDir, 0, group)
    chmodSync(dataDir, 0o2770)
    const database = join(dataDir, 'nbsignatures.db')
    await askAsUser(built, { uid: ada, gid: group, question: 'sign', dataDir, text: notebook })
    chmodSync(join(dataDir, 'notebook_secret'), 0o640)
    writeFileSync(database, 'garbage')
    chmodSync(database, 0o660)
    expect(
      await askAsUser(built, { uid: ben, gid: group, question: 'sign', dataDir, text: notebook }),
    ).toMatchObject({ result: true })
    expect(
      await askAsUser(built, { uid: ada, gid: group, question: 'check', dataDir, text: notebook }),
    ).toMatchObject({ result: true })
    expect(readFileSync(`${database}.bak`, 'utf8')).toBe('garbage')
  })
})

describe('as root in the folder of somebody else', () => {
  test('a new key and a new database belong to whom the old ones belonged', async () => {
    const { ada, group } = users()
    const dataDir = temporaryFolder()
    const files = ['notebook_secret', 'nbsignatures.db'].map((name) => join(dataDir, name))
    const [secret = '', database = ''] = files
    for (const path of files) {
      writeFileSync(path, 'garbage')
      chownSync(path, ada, group)
      chmodSync(path, 0o640)
    }
    chownSync(dataDir, ada, group)
    await resetSecretFile(secret)
    await (await openSignatureDatabase(database)).close()
    for (const path of [...files, `${database}.bak`, `${database}.replacing`]) {
      expect(statSync(path)).toMatchObject({ uid: ada, gid: group })
      expect(mode(path)).toBe(0o640)
    }
    expect(
      await askAsUser(built, { uid: ada, gid: group, question: 'sign', dataDir, text: notebook }),
    ).toMatchObject({ result: true })
  })
})

test('24 processes that make the secret at once get the same one', async () => {
  const dataDir = join(temporaryFolder(), 'new')
  const script = `
    import { openSecretFile } from ${JSON.stringify(pathToFileURL(built.node).href)}
    import { createHash } from 'node:crypto'
    process.stdout.write('ready')
    await new Promise((resolve) => process.stdin.once('data', resolve))
    const secret = await openSecretFile(process.argv[1])
    process.stdout.write(secret.length + ' ' + createHash('sha256').update(secret).digest('hex'))
    process.exit()`
  const file = join(dataDir, 'notebook_secret')
  const children = Array.from({ length: 24 }, () =>
    spawn(nodeProgram, ['--input-type=module', '-e', script, file], { stdio: ['pipe', 'pipe', 'inherit'] }),
  )
  await Promise.all(children.map((child) => once(child.stdout, 'data')))
  const answers = children.map((child) => once(child.stdout, 'data'))
  for (const child of children) child.stdin.write('go\n')
  const seen = (await Promise.all(answers)).map(([data]) => String(data))
  expect(new Set(seen).size).toBe(1)
  expect(seen[0]).toMatch(/^1386 [0-9a-f]{64}$/)
  expect([mode(file), mode(dataDir), ...readdirSync(dataDir)]).toEqual([0o600, 0o700, 'notebook_secret'])
  console.log('24 processes, one secret')
})

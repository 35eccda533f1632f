// Jupyter's secret file: made once, with the right bytes and modes, and never changed.
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  installSecretFile,
  openSecretFile,
  readSecretFile,
  resetSecretFile,
} from '../../src/node/secret-file.js'
import { temporaryFolder } from '../support/folders.js'

const mode = (path: string): number => statSync(path).mode & 0o777
const newPath = (): string => join(temporaryFolder(), 'share', 'jupyter', 'notebook_secret')

describe('a new secret', () => {
  test('is 1024 random bytes in base64 with lines of 76 characters, as Jupyter makes it', async () => {
    const path = newPath()
    const secret = await openSecretFile(path)
    const text = readFileSync(path, 'latin1')
    expect(Buffer.from(secret).toString('latin1')).toBe(text)
    expect(text).toHaveLength(1386)
    expect(text).toMatch(/^(?:[A-Za-z0-9+/]{76}\n)+[A-Za-z0-9+/]+={0,2}\n$/)
    expect(Buffer.from(text, 'base64')).toHaveLength(1024)
    expect(text).not.toBe(Buffer.from(await openSecretFile(newPath())).toString('latin1'))
  })

  test('belongs to its owner alone, and so does a new folder', async () => {
    const path = newPath()
    await openSecretFile(path)
    expect([mode(path), mode(join(path, '..'))]).toEqual([0o600, 0o700])
  })

  test('leaves nothing else behind', async () => {
    const path = newPath()
    await openSecretFile(path)
    expect(readdirSync(join(path, '..'))).toEqual(['notebook_secret'])
  })

  test('is the same for everybody who asks at once', async () => {
    const path = newPath()
    const secrets = await Promise.all(Array.from({ length: 20 }, () => openSecretFile(path)))
    expect(new Set(secrets.map((secret) => Buffer.from(secret).toString('hex'))).size).toBe(1)
  })
})

describe('an existing secret', () => {
  test.each([
    ['raw bytes', Buffer.from([0, 255, 10, 13, 0])],
    ['one byte', Buffer.from('x')],
  ])('of %s is the key as it is', async (_name, bytes) => {
    const path = join(temporaryFolder(), 'notebook_secret')
    writeFileSync(path, bytes, { mode: 0o600 })
    expect(Buffer.from(await openSecretFile(path))).toEqual(bytes)
    expect(readFileSync(path)).toEqual(bytes)
  })

  test('that is empty is refused and stays as it is', async () => {
    const path = join(temporaryFolder(), 'notebook_secret')
    writeFileSync(path, '')
    await expect(openSecretFile(path)).rejects.toMatchObject({ code: 'ERR_KEY_UNAVAILABLE', place: path })
    expect(statSync(path).size).toBe(0)
  })

  test('that another process is still filling is waited for', async () => {
    const path = join(temporaryFolder(), 'notebook_secret')
    writeFileSync(path, '')
    const opening = openSecretFile(path)
    writeFileSync(path, 'filled')
    expect(Buffer.from(await opening).toString()).toBe('filled')
  })

  test('that is a folder is an error', async () => {
    const path = join(temporaryFolder(), 'notebook_secret')
    mkdirSync(path)
    await expect(openSecretFile(path)).rejects.toMatchObject({ code: 'ERR_KEY_UNAVAILABLE' })
  })

  test('that others may read is reported, and keeps its mode', async () => {
    const path = join(temporaryFolder(), 'notebook_secret')
    writeFileSync(path, 'hunter2')
    const warnings: string[] = []
    const warn = (sentence: string) => warnings.push(sentence)
    for (const each of [0o600, 0o640, 0o604]) {
      chmodSync(path, each)
      await openSecretFile(path, { warn })
      expect(mode(path)).toBe(each)
    }
    expect(warnings).toHaveLength(2)
    expect(warnings[0]).toContain('its group')
    expect(warnings[1]).toContain('everybody')
    expect(warnings.join()).not.toContain('hunter2')
  })

  test('that a shared folder gives to its group is not reported, but one for everybody is', async () => {
    const folder = temporaryFolder()
    const path = join(folder, 'notebook_secret')
    chmodSync(folder, 0o2770)
    writeFileSync(path, 'secret')
    const warnings: string[] = []
    for (const each of [0o640, 0o644]) {
      chmodSync(path, each)
      await openSecretFile(path, { warn: (sentence) => warnings.push(sentence) })
    }
    expect(warnings).toHaveLength(1)
  })

  test('is not replaced by one that is installed', async () => {
    const path = join(temporaryFolder(), 'notebook_secret')
    expect(await installSecretFile(path, Buffer.from('first'))).toBe(true)
    expect(await installSecretFile(path, Buffer.from('second'))).toBe(false)
    expect(Buffer.from((await readSecretFile(path)) ?? []).toString()).toBe('first')
  })
})

test('a reset makes another secret and keeps the mode', async () => {
  const path = newPath()
  const old = await openSecretFile(path)
  chmodSync(path, 0o640)
  await resetSecretFile(path)
  expect(await readSecretFile(path)).not.toEqual(old)
  expect(mode(path)).toBe(0o640)
})

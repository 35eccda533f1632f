// Key and database where symbolic links lead to them: the links stay, and one that leads nowhere makes nothing.
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { resetSecretFile } from '../../src/node/secret-file.js'
import { openSignatureDatabase } from '../../src/node/signature-database.js'
import { type CliPlace, cliPlace } from '../support/cli.js'

const plain = '{"nbformat": 4, "nbformat_minor": 4, "metadata": {}, "cells": []}'
const mode = (path: string): number => statSync(path).mode & 0o777

/** A data folder in which both names lead to another folder, where there is nothing yet. */
function place(): CliPlace & {
  readonly elsewhere: string
  readonly secret: string
  readonly database: string
} {
  const made = cliPlace()
  const elsewhere = join(made.cwd, '..', 'elsewhere')
  mkdirSync(elsewhere)
  mkdirSync(made.dataDir)
  writeFileSync(join(made.cwd, 'a.ipynb'), plain)
  const [secret, database] = [join(made.dataDir, 'notebook_secret'), join(made.dataDir, 'nbsignatures.db')]
  symlinkSync('../elsewhere/secret', secret)
  symlinkSync('../elsewhere/signatures', database)
  return { ...made, elsewhere, secret, database }
}

describe('a link to the key', () => {
  test('is followed by a reset, which keeps the mode', async () => {
    const { elsewhere, secret } = place()
    writeFileSync(join(elsewhere, 'secret'), 'old')
    chmodSync(join(elsewhere, 'secret'), 0o640)
    await resetSecretFile(secret)
    expect(lstatSync(secret).isSymbolicLink()).toBe(true)
    expect([statSync(secret).size, mode(secret)]).toEqual([1386, 0o640])
    expect(readdirSync(elsewhere)).toEqual(['secret'])
  })

  test('that leads nowhere is named, and no key is made', async () => {
    const { elsewhere, dataDir, nbtrust } = place()
    for (const args of [['trust', 'a.ipynb'], ['list']]) {
      const { code, stderr } = await nbtrust(args)
      expect(code).toBe(3)
      expect(stderr).toMatch(
        /notebook_secret cannot be used: it is a symbolic link that leads nowhere\. \(ERR_KEY_/,
      )
    }
    expect(readdirSync(elsewhere)).toEqual([])
    expect(readdirSync(dataDir)).toEqual(['nbsignatures.db', 'notebook_secret'])
  })

  test('that leads nowhere is what an import names, too', async () => {
    const from = cliPlace()
    const { stdout } = await from.nbtrust(['export', '--with-key'])
    const { elsewhere, nbtrust } = place()
    const { code, stderr } = await nbtrust(['import', '-'], { stdin: stdout })
    expect(code).toBe(3)
    expect(stderr).toContain('it is a symbolic link that leads nowhere')
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('to a folder or a device is left alone by a reset', async () => {
    const { elsewhere, secret } = place()
    mkdirSync(join(elsewhere, 'secret'))
    await expect(resetSecretFile(secret)).rejects.toMatchObject({
      code: 'ERR_KEY_UNAVAILABLE',
      message: expect.stringContaining('it is no regular file'),
    })
  })
})

describe('a link to the database', () => {
  test('that leads nowhere is named, and no database is made', async () => {
    const { elsewhere, database } = place()
    await expect(openSignatureDatabase(database)).rejects.toMatchObject({
      code: 'ERR_STORE_UNAVAILABLE',
      place: database,
      message: expect.stringContaining('it is a symbolic link that leads nowhere'),
    })
    expect(readdirSync(elsewhere)).toEqual([])
  })

  test('stays where the database is damaged, which is set aside beside what it was', async () => {
    const { elsewhere, database } = place()
    const target = join(elsewhere, 'signatures')
    writeFileSync(target, 'garbage')
    chmodSync(target, 0o640)
    const one = { algorithm: 'sha256', digest: 'ab'.repeat(32) }
    const store = await openSignatureDatabase(database)
    await store.storeSignatures([one])
    await store.close()
    expect(lstatSync(database).isSymbolicLink()).toBe(true)
    expect(readFileSync(`${target}.bak`, 'utf8')).toBe('garbage')
    expect([mode(target), mode(`${target}.bak`)]).toEqual([0o640, 0o640])
    expect(readdirSync(elsewhere)).toEqual(['signatures', 'signatures.bak', 'signatures.replacing'])
  })
})

test('a reset that can make no key forgets nothing', async () => {
  const made = cliPlace()
  writeFileSync(join(made.cwd, 'a.ipynb'), plain)
  await made.nbtrust(['trust', 'a.ipynb'])
  const secret = join(made.dataDir, 'notebook_secret')
  const key = readFileSync(secret)
  // A name that is there already, as a folder, can be given to no file.
  rmSync(secret)
  mkdirSync(secret)
  const { code, stdout, stderr } = await made.nbtrust(['reset', '--yes'])
  expect({ code, stdout }).toEqual({ code: 3, stdout: '' })
  expect(stderr).toMatch(/^nbtrust: [^\n]*notebook_secret[^\n]*\(ERR_KEY_UNAVAILABLE\)\n$/)
  rmSync(secret, { recursive: true })
  writeFileSync(secret, key, { mode: 0o600 })
  expect((await made.nbtrust(['check', 'a.ipynb'])).code).toBe(0)
})

test('an import into a folder that cannot be made is one sentence', async () => {
  const { stdout } = await cliPlace().nbtrust(['export', '--with-key'])
  const made = cliPlace()
  writeFileSync(join(made.cwd, 'file'), '')
  for (const folder of ['/proc/foo/bar', 'file/bar']) {
    const { code, stderr } = await made.nbtrust(['import', '-', '--data-dir', folder], { stdin: stdout })
    expect(code).toBe(3)
    expect(stderr).toMatch(
      /^nbtrust: The signing key [^\n]*bar\/notebook_secret[^\n]*\(ERR_KEY_UNAVAILABLE\)\n$/,
    )
  }
})

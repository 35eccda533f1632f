// A page that prepares digests has everything that encodes before somebody opens the first notebook. In a file of its own,
// because a page loads a module once.
import { expect, test } from 'vitest'
import { computeDigest, prepareDigests } from '../../src/digest/index.js'

const file = '{"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": []}'
const loaded = (): string[] =>
  performance
    .getEntriesByType('resource')
    .flatMap(({ name }) => /\/src\/canonical\/[\w/-]+\.ts/.exec(name)?.[0] ?? [])

test('the first digest after prepareDigests loads nothing more', async () => {
  expect(loaded()).not.toContain('/src/canonical/encode-here.ts')
  prepareDigests()
  await expect.poll(loaded).toContain('/src/canonical/tokenizer/read-slice.ts')
  // What it imports in turn.
  let before: string[] = []
  await expect
    .poll(
      () => {
        const now = loaded()
        const isDone = now.length === before.length
        before = now
        return isDone
      },
      { interval: 300 },
    )
    .toBe(true)
  const digest = await computeDigest(file, { secret: new Uint8Array([1]) })
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(loaded()).toEqual(before)
})

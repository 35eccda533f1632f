import { expect, test } from 'vitest'
import { Turns } from '../../../src/lib/turns.js'

test('one begins when the other has ended, also by an error, which only its own caller hears of', async () => {
  const turns = new Turns()
  const told: string[] = []
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))
  const first = turns.take(async () => {
    await pause()
    told.push('first')
    throw new Error('first')
  })
  const second = turns.take(async () => {
    told.push('second begins')
    await pause()
    return 2
  })
  expect(told).toEqual([])
  await expect(first).rejects.toThrow('first')
  expect(await second).toBe(2)
  expect(told).toEqual(['first', 'second begins'])
})

test('settled waits for what was handed in, and for what that hands in', async () => {
  const turns = new Turns()
  const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 5))
  let ended = 0
  const work = async (): Promise<void> => {
    await pause()
    if (++ended < 3) void turns.take(work)
  }
  void turns.take(work)
  await turns.settled()
  expect(ended).toBe(3)
})

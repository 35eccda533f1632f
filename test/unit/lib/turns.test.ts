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

test('settled waits for what was handed in', async () => {
  const turns = new Turns()
  let ended = false
  void turns.take(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    ended = true
  })
  await turns.settled()
  expect(ended).toBe(true)
})

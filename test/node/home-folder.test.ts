// A user whose home folder is missing, empty or no absolute path: never the folder that the command happens to be in.
import { homedir, userInfo } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { jupyterDataDir } from '../../src/node/data-dir.js'
import { cliPlace } from '../support/cli.js'

vi.mock('node:os', async (original) => {
  const os = await original<typeof import('node:os')>()
  return { ...os, homedir: vi.fn(os.homedir), userInfo: vi.fn(os.userInfo) }
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.mocked(homedir).mockReset()
  vi.mocked(userInfo).mockReset()
})

const fails = (): never => {
  throw Object.assign(new Error('A system error occurred'), { code: 'ERR_SYSTEM_ERROR' })
}

test.each(['', '.', 'home/ada'])("HOME=%j leaves the system's own answer", (home) => {
  vi.stubEnv('HOME', home)
  vi.stubEnv('USERPROFILE', home)
  expect(jupyterDataDir({ platform: 'linux', env: {} })).toBe(
    join(userInfo().homedir, '.local/share/jupyter'),
  )
})

test('a user without a home folder gets an error with a code, and may name a data folder', async () => {
  vi.mocked(homedir).mockImplementation(fails)
  vi.mocked(userInfo).mockImplementation(fails)
  const place = cliPlace()
  expect(await place.nbtrust(['list'])).toMatchObject({ code: 0, stderr: '' })
  expect(jupyterDataDir({ platform: 'linux', env: { XDG_DATA_HOME: '/data' } })).toBe('/data/jupyter')
  const { code, stderr } = await place.nbtrust(['list'], { env: { JUPYTER_DATA_DIR: '' } })
  expect(code).toBe(3)
  expect(stderr).toMatch(/^nbtrust: This user has no home folder[^\n]* \(ERR_STORE_UNAVAILABLE\)\n$/)
})

// Jupyter's data folder, by platform and environment. The expected values are jupyter_core's.
import { expect, test } from 'vitest'
import { jupyterDataDir } from '../../src/node/data-dir.js'

const linux = (env: Record<string, string>) => jupyterDataDir({ platform: 'linux', env, home: '/home/ada' })
const mac = (env: Record<string, string>) => jupyterDataDir({ platform: 'darwin', env, home: '/Users/ada' })
const windows = (env: Record<string, string>) =>
  jupyterDataDir({ platform: 'win32', env, home: 'C:\\Users\\ada' })

test('JUPYTER_DATA_DIR wins everywhere, and an empty one counts as not set', () => {
  for (const system of [linux, mac, windows]) {
    expect(system({ JUPYTER_DATA_DIR: '/elsewhere', JUPYTER_PLATFORM_DIRS: '1' })).toBe('/elsewhere')
  }
  expect(linux({ JUPYTER_DATA_DIR: '' })).toBe('/home/ada/.local/share/jupyter')
})

test('on Linux it is below XDG_DATA_HOME or ~/.local/share', () => {
  expect(linux({})).toBe('/home/ada/.local/share/jupyter')
  expect(linux({ XDG_DATA_HOME: '/data' })).toBe('/data/jupyter')
  expect(linux({ XDG_DATA_HOME: '' })).toBe('/home/ada/.local/share/jupyter')
  expect(linux({ JUPYTER_PLATFORM_DIRS: '1' })).toBe('/home/ada/.local/share/jupyter')
})

test('on macOS it is ~/Library/Jupyter, or the platform folder where that was asked for', () => {
  expect(mac({})).toBe('/Users/ada/Library/Jupyter')
  expect(mac({ JUPYTER_PLATFORM_DIRS: '1' })).toBe('/Users/ada/Library/Application Support/Jupyter')
})

test('on Windows it is below APPDATA, or LOCALAPPDATA where the platform folder was asked for', () => {
  const env = {
    APPDATA: 'C:\\Users\\ada\\AppData\\Roaming',
    LOCALAPPDATA: 'C:\\Users\\ada\\AppData\\Local',
  }
  expect(windows(env)).toBe('C:\\Users\\ada\\AppData\\Roaming\\jupyter')
  expect(windows({ ...env, JUPYTER_PLATFORM_DIRS: 'yes' })).toBe('C:\\Users\\ada\\AppData\\Local\\Jupyter')
  expect(windows({})).toBe('C:\\Users\\ada\\.jupyter\\data')
})

test.each(['no', 'n', 'false', 'off', '0', '0.0', 'NO', 'False'])(
  'JUPYTER_PLATFORM_DIRS=%s means no',
  (value) => {
    expect(mac({ JUPYTER_PLATFORM_DIRS: value })).toBe('/Users/ada/Library/Jupyter')
  },
)

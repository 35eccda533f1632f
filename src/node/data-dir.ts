// Where Jupyter keeps its data on this system, so that its secret and its signature database are found (jupyter_core.paths).
import { homedir, platform } from 'node:os'
import { posix, win32 } from 'node:path'

/** The parts of the system that decide where the data folder is. */
export interface DataDirSystem {
  /** As Node names it: `linux`, `darwin`, `win32`. Any other counts as Linux. */
  readonly platform: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

// jupyter_core.paths.envset: everything that is set means yes, but these.
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', 'off', '0', '0.0'])

/**
 * Jupyter's data folder: `$JUPYTER_DATA_DIR`; else what the platform's rules say. The folder need not exist. The argument is
 * for tests and other machines; by default it is this one.
 */
export function jupyterDataDir(system: Partial<DataDirSystem> = {}): string {
  const { platform: os = platform(), env = process.env, home = homedir() } = system
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR
  const asPlatform =
    env.JUPYTER_PLATFORM_DIRS !== undefined && !no.has(env.JUPYTER_PLATFORM_DIRS.toLowerCase())
  if (os === 'darwin') {
    return asPlatform
      ? posix.join(home, 'Library', 'Application Support', 'Jupyter')
      : posix.join(home, 'Library', 'Jupyter')
  }
  if (os === 'win32') {
    if (asPlatform) return win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'Jupyter')
    return env.APPDATA
      ? win32.join(env.APPDATA, 'jupyter')
      : win32.join(env.JUPYTER_CONFIG_DIR || win32.join(home, '.jupyter'), 'data')
  }
  return posix.join(env.XDG_DATA_HOME || posix.join(home, '.local', 'share'), 'jupyter')
}

/** The files of a data folder. The first two, which are Jupyter's, decide about trust. */
export interface TrustFiles {
  readonly database: string
  readonly secret: string
  /** nbtrust's own record of which file had which digest. */
  readonly signedFiles: string
}

/** Where the signature database and the secret are in a data folder. */
export function trustFiles(dataDir: string): TrustFiles {
  const { join } = platform() === 'win32' ? win32 : posix
  return {
    database: join(dataDir, 'nbsignatures.db'),
    secret: join(dataDir, 'notebook_secret'),
    signedFiles: join(dataDir, 'nbtrust-files.db'),
  }
}

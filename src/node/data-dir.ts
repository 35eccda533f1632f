// Where Jupyter keeps its data on this system, so that its secret and its signature database are found (jupyter_core.paths).
import { homedir, platform, userInfo } from 'node:os'
import { isAbsolute, posix, win32 } from 'node:path'
import { NbtrustError } from '../lib/errors.js'

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
 *
 * @throws NbtrustError `ERR_STORE_UNAVAILABLE` if the rules ask for a home folder and this user has none.
 */
export function jupyterDataDir(system: Partial<DataDirSystem> = {}): string {
  const { platform: os = platform(), env = process.env } = system
  if (env.JUPYTER_DATA_DIR) return env.JUPYTER_DATA_DIR
  const asPlatform =
    env.JUPYTER_PLATFORM_DIRS !== undefined && !no.has(env.JUPYTER_PLATFORM_DIRS.toLowerCase())
  // Asked for only where it decides: a user without one can say where the folder is.
  const below = (...parts: readonly string[]): string =>
    (os === 'win32' ? win32 : posix).join(system.home ?? homeFolder(), ...parts)
  if (os === 'darwin') {
    return asPlatform ? below('Library', 'Application Support', 'Jupyter') : below('Library', 'Jupyter')
  }
  if (os === 'win32') {
    if (asPlatform) return win32.join(env.LOCALAPPDATA ?? below('AppData', 'Local'), 'Jupyter')
    return env.APPDATA
      ? win32.join(env.APPDATA, 'jupyter')
      : win32.join(env.JUPYTER_CONFIG_DIR || below('.jupyter'), 'data')
  }
  return posix.join(env.XDG_DATA_HOME || below('.local', 'share'), 'jupyter')
}

// What HOME says, unless that is a relative path or nothing: the key would come from whatever folder the user is in at the moment,
// where a notebook's author may have put one.
function homeFolder(): string {
  for (const ask of [homedir, () => userInfo().homedir]) {
    try {
      const home = ask()
      if (isAbsolute(home)) return home
    } catch {
      // A user that the system does not know.
    }
  }
  throw new NbtrustError(
    'ERR_STORE_UNAVAILABLE',
    'This user has no home folder to keep signatures in; name a data folder with JUPYTER_DATA_DIR.',
  )
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

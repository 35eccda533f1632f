// Jupyter's secret file: read as it is, or made once, complete from the first moment that anybody can see it.
import { randomBytes } from 'node:crypto'
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { platform } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { NbtrustError } from '../lib/errors.js'
import { fileErrorReason, systemErrorCode } from './file-errors.js'
import { followLinks, leadsNowhere } from './follow-links.js'
import { keepOwner, type Ownership } from './keep-owner.js'
import { makeFolder } from './make-folder.js'
import type { TemporaryGuard } from './replace-file.js'

/** How a secret is made. */
export interface SecretGuard {
  /** Told of the file that holds the secret before it has its name, to remove it if the process ends. By default nobody is. */
  readonly guard?: TemporaryGuard | undefined
}

/** How the secret is read, and made where there is none. */
export interface SecretFileOptions extends SecretGuard {
  /** Told once if the file can be read by more people than it should be. By default nobody is. */
  readonly warn?: ((sentence: string) => void) | undefined
}

/**
 * The secret's bytes, which are the HMAC key as they are. Makes the file (mode 0600, folder 0700) if there is none; however many
 * processes do so at once, all get the same secret. A file that is there is never changed.
 *
 * @throws NbtrustError `ERR_KEY_UNAVAILABLE` if it can't be read or made, or is empty.
 */
export async function openSecretFile(path: string, options: SecretFileOptions = {}): Promise<Uint8Array> {
  const found = await readSecretFile(path)
  if (!found) await installSecretFile(path, newSecret(), options)
  const secret = found ?? (await readSecretFile(path))
  if (!secret) throw unavailable(path, 'it vanished while it was opened')
  await reportWideMode(path, options)
  return secret
}

/**
 * The secret's bytes, or undefined if there is no such file.
 *
 * @throws NbtrustError `ERR_KEY_UNAVAILABLE` if it can't be read or is empty.
 */
export async function readSecretFile(path: string): Promise<Uint8Array | undefined> {
  // nbformat makes the file first and fills it then, so an empty one may be full a moment later.
  for (const pause of [0, 50, 200]) {
    await wait(pause)
    const secret = await readFile(path).catch((error: unknown) => {
      if (systemErrorCode(error) === 'ENOENT') return undefined
      throw unavailable(path, fileErrorReason(error), error)
    })
    if (secret === undefined || secret.length > 0) return secret && new Uint8Array(secret)
  }
  throw unavailable(path, 'it is empty, so anybody could sign with it')
}

/**
 * Replaces the secret; whatever was signed with the old one stays untrusted. Mode, owner and group are kept as far as this user
 * may set them, and so is a symbolic link.
 *
 * @throws NbtrustError `ERR_KEY_UNAVAILABLE`; the old secret is unchanged then.
 */
export async function resetSecretFile(path: string, options: SecretGuard = {}): Promise<void> {
  const target = await followLinks(path).catch((error: unknown) => {
    throw unavailable(path, fileErrorReason(error), error)
  })
  const old = await stat(target).catch(() => undefined)
  if (old?.isFile() === false) throw unavailable(path, 'it is no regular file')
  await withTemporary(target, { ...options, secret: newSecret(), old }, (temporary) =>
    rename(temporary, target),
  )
}

/**
 * Puts a secret that was made elsewhere where there is none yet. Returns false, and changes nothing, if there is one.
 *
 * @throws NbtrustError `ERR_KEY_UNAVAILABLE` if it can't be put there.
 */
export async function installSecretFile(
  path: string,
  secret: Uint8Array,
  options: SecretGuard = {},
): Promise<boolean> {
  await makeFolder(dirname(path)).catch((error: unknown) => {
    throw unavailable(path, fileErrorReason(error), error)
  })
  return await withTemporary(path, { ...options, secret }, async (temporary) => {
    try {
      await link(temporary, path)
      return true
    } catch (error) {
      if (systemErrorCode(error) === 'EEXIST') return await isTaken(path)
      if (!noHardLinks.has(systemErrorCode(error) ?? '')) throw error
      return await createInPlace(path, secret)
    }
  })
}

const noHardLinks: ReadonlySet<string> = new Set([
  'EPERM',
  'ENOTSUP',
  'EOPNOTSUPP',
  'ENOSYS',
  'EMLINK',
  'EXDEV',
])

// False, for a function that says whether it has put a secret there; the key's folder may not be on this disk at the moment.
async function isTaken(path: string): Promise<false> {
  if (await leadsNowhere(path)) throw unavailable(path, 'it is a symbolic link that leads nowhere')
  return false
}

// 1024 random bytes in base64 with a newline after every 76 characters and at the end, as Python's encodebytes writes them.
function newSecret(): Uint8Array {
  const text = randomBytes(1024).toString('base64')
  return new TextEncoder().encode(text.replace(/.{1,76}/g, '$&\n'))
}

interface TemporaryOptions extends SecretGuard {
  readonly secret: Uint8Array
  /** The file whose place it takes. */
  readonly old?: Ownership | undefined
}

// The secret appears under its name only when the file is complete and on the disk.
async function withTemporary<Result>(
  path: string,
  { secret, old, guard }: TemporaryOptions,
  use: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = join(dirname(path), `.notebook_secret.${randomBytes(8).toString('hex')}`)
  const release = guard?.(temporary)
  try {
    const file = await open(temporary, 'wx', 0o600)
    try {
      await file.writeFile(secret)
      if (old) await keepOwner(file, old)
      await file.sync()
    } finally {
      await file.close()
    }
    return await use(temporary)
  } catch (error) {
    throw error instanceof NbtrustError ? error : unavailable(path, fileErrorReason(error), error)
  } finally {
    await rm(temporary, { force: true }).catch(() => undefined)
    release?.()
  }
}

// Where the file system has no hard links: exclusive, but visible while it is written.
async function createInPlace(path: string, secret: Uint8Array): Promise<boolean> {
  try {
    const file = await open(path, 'wx', 0o600)
    await file.writeFile(secret).finally(() => file.close())
    return true
  } catch (error) {
    if (systemErrorCode(error) === 'EEXIST') return await isTaken(path)
    throw error
  }
}

// Windows has no such modes. A folder that is shared with a group (set-group-id, writable by the group) says that the group
// is meant; see docs/shared-database.md.
async function reportWideMode(path: string, { warn }: SecretFileOptions): Promise<void> {
  if (!warn || platform() === 'win32') return
  const found = await Promise.all([stat(path), stat(dirname(path))]).catch(() => undefined)
  if (!found) return
  const [file, folder] = found
  const shared = (folder.mode & 0o2020) === 0o2020
  const wide = file.mode & (shared ? 0o007 : 0o077)
  if (wide === 0) return
  const who = wide & 0o007 ? 'everybody on this computer' : 'its group'
  warn(
    `The signing key ${path} is open to ${who} (mode ${(file.mode & 0o777).toString(8).padStart(4, '0')}): chmod 600 it, and reset it if somebody else may have read it.`,
  )
}

function unavailable(path: string, reason: string, cause?: unknown): NbtrustError {
  return new NbtrustError('ERR_KEY_UNAVAILABLE', `The signing key ${path} cannot be used: ${reason}.`, {
    place: path,
    ...(cause === undefined ? {} : { cause }),
  })
}

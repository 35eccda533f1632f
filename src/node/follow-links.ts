// Where a symbolic link leads, so that what it leads to is replaced and not the link.
import { lstat, readlink, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { systemErrorCode } from './file-errors.js'

/** What a symbolic link leads to, also where that is not there yet; any other path as it is. Rejects for links that go in a ring. */
export async function followLinks(path: string): Promise<string> {
  const link = await readlink(path).catch(() => undefined)
  if (link === undefined) return path
  const real = await realpath(path).catch((error: unknown) => {
    if (systemErrorCode(error) === 'ENOENT') return undefined
    throw error
  })
  return real ?? (await followLinks(resolve(await realpath(dirname(path)), link)))
}

/** True for a symbolic link to something that is not there. */
export async function leadsNowhere(path: string): Promise<boolean> {
  const link = await lstat(path).catch(() => undefined)
  if (link?.isSymbolicLink() !== true) return false
  return await stat(path).then(
    () => false,
    (error: unknown) => systemErrorCode(error) === 'ENOENT',
  )
}

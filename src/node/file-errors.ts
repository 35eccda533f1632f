// What the operating system says about a file, as one sentence for people.

const sentences: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not use it',
  EPERM: 'this user may not use it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is not a folder',
  ELOOP: 'it is a symbolic link that leads nowhere',
  ENOSPC: 'there is no room left on the disk',
  EDQUOT: "this user's share of the disk is used up",
  EROFS: 'its file system is read-only',
  EMFILE: 'too many files are open',
  ENXIO: 'nobody reads what is written to it',
  EPIPE: 'its reader went away',
  ENAMETOOLONG: 'its name is too long',
}

/** The system's error code (`ENOENT`), or undefined for anything that is no system error. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  const code: unknown = Reflect.get(error, 'code')
  return typeof code === 'string' ? code : undefined
}

/** Why a file operation failed, in a few words without the path: `there is no such file`. */
export function fileErrorReason(error: unknown): string {
  const code = systemErrorCode(error)
  return (code && sentences[code]) ?? code ?? 'it cannot be used'
}

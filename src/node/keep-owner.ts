// Gives a new file the owner, the group and the mode of the one that it takes the place of.
import type { FileHandle } from 'node:fs/promises'

/** Whose a file is, and what they may do. `fs.Stats` is one. */
export interface Ownership {
  readonly mode: number
  readonly uid: number
  readonly gid: number
}

/**
 * Keeps owner and group as far as this user may set them: the owner often only as root, the group as one of its members.
 * Returns false if the group is another one now; it has no rights then, because the old one's were never meant for it.
 */
export async function keepOwner(file: FileHandle, old: Ownership): Promise<boolean> {
  const made = await file.stat()
  if (made.uid !== old.uid || made.gid !== old.gid) {
    // Both at once fails as a whole, so that the group would be lost with the owner.
    await file
      .chown(old.uid, old.gid)
      .catch(() => file.chown(-1, old.gid))
      .catch(() => undefined)
  }
  const { uid, gid } = await file.stat()
  const sameGroup = gid === old.gid
  // Set-user-id and set-group-id lend the rights of whoever owns the file.
  const special = sameGroup && uid === old.uid ? 0o7000 : 0
  await file.chmod(old.mode & (special | (sameGroup ? 0o777 : 0o707)))
  return sameGroup
}

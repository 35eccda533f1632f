// Folders for tests that touch the file system.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A new folder that vanishes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nbtrust-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

// Runs the nbtrust command inside the test's own process, with everything it reads and writes in memory.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { run } from '../../src/cli/program.js'
import { temporaryFolder } from './folders.js'

export interface CliResult {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

export interface CliOptions {
  readonly stdin?: string | Uint8Array
  /** Whether the three streams are terminals. */
  readonly terminal?: boolean
  readonly env?: Readonly<Record<string, string>>
}

/** A folder with a data folder beside it, and the command that works in them. Both vanish with the test. */
export interface CliPlace {
  readonly cwd: string
  readonly dataDir: string
  nbtrust(args: readonly string[], options?: CliOptions): Promise<CliResult>
}

export function cliPlace(): CliPlace {
  const root = temporaryFolder()
  const [cwd, dataDir] = [join(root, 'work'), join(root, 'data')]
  mkdirSync(cwd)
  return {
    cwd,
    dataDir,
    nbtrust: (args, options = {}) => runCli(args, { cwd, dataDir, ...options }),
  }
}

async function runCli(
  args: readonly string[],
  { cwd, dataDir, stdin = '', terminal = false, env = {} }: CliOptions & { cwd: string; dataDir: string },
): Promise<CliResult> {
  const written = { stdout: '', stderr: '' }
  const sink = (name: 'stdout' | 'stderr') => ({
    isTTY: terminal,
    columns: 80,
    write: (text: string) => {
      written[name] += text
    },
  })
  const code = await run(args, {
    cwd,
    env: { JUPYTER_DATA_DIR: dataDir, ...env },
    stdin: Object.assign(Readable.from([Buffer.from(stdin)]), { isTTY: terminal }),
    stdout: sink('stdout'),
    stderr: sink('stderr'),
  })
  return { code, ...written }
}

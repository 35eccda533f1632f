// Starts the processes of the torture tests and reads what they say.
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { type BuiltPackage, buildPackage } from '../support/built.js'

/** The Node that the processes run in: this one, or another whose SQLite is to be tried (`NBTRUST_NODE`). */
export const nodeProgram: string = process.env.NBTRUST_NODE ?? process.execPath
const peer = (name: string): string => fileURLToPath(new URL(`peers/${name}`, import.meta.url))
const run = promisify(execFile)

/** What a signer has said so far. */
export interface Signer {
  readonly name: string
  readonly acknowledged: Set<string>
  readonly failures: string[]
  figures: { readonly signed: number; readonly checked: number; readonly longest: number } | undefined
  /** Resolves when the first signature was acknowledged, or the process ended. */
  readonly begun: Promise<void>
  readonly ended: Promise<void>
  kill(): void
}

export interface SignerOptions {
  readonly dataDir: string
  readonly name: string
  /** Milliseconds. */
  readonly duration: number
  /** Signatures in one transaction. */
  readonly batch?: number
  /** Up to so many milliseconds between two transactions. */
  readonly pause?: number
}

/** A Node process that signs. */
export function nodeSigner(built: BuiltPackage, options: SignerOptions): Signer {
  const { dataDir, name, duration, batch = 1, pause = 0 } = options
  const args = [peer('signer.mjs'), join(built.node, '../..'), dataDir, name, duration, batch, pause]
  return listen(name, spawn(nodeProgram, args.map(String), { stdio: ['ignore', 'pipe', 'inherit'] }))
}

/** A process of Jupyter's own nbformat that signs. */
export function pythonSigner({ dataDir, name, duration, pause = 0 }: SignerOptions): Signer {
  const args = [peer('signer.py'), join(dataDir, 'nbsignatures.db'), name, duration, pause]
  const python = process.env.NBTRUST_PYTHON ?? 'python3'
  return listen(name, spawn(python, args.map(String), { stdio: ['ignore', 'pipe', 'inherit'] }))
}

function listen(name: string, child: ChildProcess): Signer {
  let begin: () => void = () => undefined
  const begun = new Promise<void>((resolve) => {
    begin = resolve
  })
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => {
      begin()
      resolve()
    })
  })
  const signer: Signer = {
    name,
    acknowledged: new Set(),
    failures: [],
    figures: undefined,
    begun,
    ended,
    kill: () => child.kill('SIGKILL'),
  }
  createInterface({ input: child.stdout ?? process.stdin }).on('line', (line) => {
    const said = line.slice(2)
    if (line.startsWith('+ ')) signer.acknowledged.add(`${name}-${said}`)
    else if (line.startsWith('! ')) signer.failures.push(said)
    else if (line.startsWith('done ')) signer.figures = JSON.parse(line.slice(5))
    begin()
  })
  return signer
}

/** What a user was told. */
export interface UserAnswer {
  readonly result?: boolean
  readonly error?: string
  readonly message?: string
  readonly warnings: readonly string[]
}

export interface UserQuestion {
  readonly uid: number
  readonly gid: number
  readonly question: 'sign' | 'check' | 'database' | 'write'
  readonly dataDir: string
  readonly text?: string
}

/** Asks as another Unix user. Needs root. */
export async function askAsUser(built: BuiltPackage, question: UserQuestion): Promise<UserAnswer> {
  const { uid, gid, dataDir, text = '' } = question
  const args = [peer('as-user.mjs'), join(built.node, '../..'), uid, gid, question.question, dataDir, text]
  const { stdout } = await run(nodeProgram, args.map(String))
  return JSON.parse(stdout)
}

export { type BuiltPackage, buildPackage }

/** Throws one clear sentence where a test needs what only root may do. */
export function assertRoot(what: string): void {
  if (process.getuid?.() !== 0)
    throw new Error(`${what} needs root: run npm run test:store as root, or with sudo.`)
}

// Jupyter's own nbformat, running beside the test.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { HashAlgorithm } from '../../src/digest/index.js'

/** What Python made of a request: its result, or the name of its exception. */
export interface PythonAnswer {
  readonly result?: unknown
  readonly error?: string
}

export interface DatabaseRequest {
  readonly source: string | Uint8Array
  readonly dataDir: string
  readonly algorithm?: HashAlgorithm
}

/** A Python process that answers one request after another. */
export class Python {
  readonly #process: ChildProcess
  readonly #waiting: ((answer: PythonAnswer) => void)[] = []

  constructor() {
    const script = fileURLToPath(new URL('peer.py', import.meta.url))
    this.#process = spawn(pythonProgram(), [script], { stdio: ['pipe', 'pipe', 'inherit'] })
    const lines = createInterface({ input: this.#process.stdout ?? process.stdin })
    lines.on('line', (line) => this.#waiting.shift()?.(JSON.parse(line)))
    this.#process.on('exit', () => {
      for (const settle of this.#waiting.splice(0)) settle({ error: 'the Python process ended' })
    })
  }

  async version(): Promise<string> {
    return String((await this.#ask({ operation: 'version' })).result)
  }

  /** nbformat's digest of a notebook, or the name of its exception. */
  async digest(
    source: string | Uint8Array,
    { secret, algorithm }: { readonly secret: Uint8Array; readonly algorithm: HashAlgorithm },
  ): Promise<PythonAnswer> {
    return await this.#ask({ operation: 'digest', ...encoded(source), secret: base64(secret), algorithm })
  }

  async sign(request: DatabaseRequest): Promise<PythonAnswer> {
    return await this.#database('sign', request)
  }

  async check(request: DatabaseRequest): Promise<PythonAnswer> {
    return await this.#database('check', request)
  }

  async unsign(request: DatabaseRequest): Promise<PythonAnswer> {
    return await this.#database('unsign', request)
  }

  async checkCells(source: string | Uint8Array): Promise<PythonAnswer> {
    return await this.#ask({ operation: 'checkCells', ...encoded(source) })
  }

  async markCells(source: string | Uint8Array, trusted: boolean): Promise<PythonAnswer> {
    return await this.#ask({ operation: 'markCells', ...encoded(source), trusted })
  }

  /** Jupyter's data folder with nothing but these variables set. */
  async dataDir(env: Readonly<Record<string, string>>): Promise<string> {
    return String((await this.#ask({ operation: 'dataDir', env })).result)
  }

  /** Closes the databases that were opened. */
  async closeDatabases(): Promise<void> {
    await this.#ask({ operation: 'close' })
  }

  stop(): void {
    this.#process.stdin?.end()
  }

  async #database(
    operation: string,
    { source, dataDir, algorithm = 'sha256' }: DatabaseRequest,
  ): Promise<PythonAnswer> {
    return await this.#ask({ operation, ...encoded(source), dataDir, algorithm })
  }

  async #ask(request: object): Promise<PythonAnswer> {
    return await new Promise((settle) => {
      this.#waiting.push(settle)
      this.#process.stdin?.write(`${JSON.stringify(request)}\n`)
    })
  }
}

/** The program that `scripts/python.mjs` found. */
export function pythonProgram(): string {
  const program = process.env.NBTRUST_PYTHON
  if (!program) throw new Error('Run these tests with npm run test:interop or npm run test:store.')
  return program
}

const base64 = (bytes: string | Uint8Array): string => Buffer.from(bytes).toString('base64')
// A lone surrogate has no UTF-8, and TypeScript strings in these tests hold none.
const encoded = (source: string | Uint8Array): { source: string } => ({ source: base64(source) })

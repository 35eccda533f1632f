// Debian's Python with nbformat as a peer: one long-running process that times its own work, so that neither its start nor
// the pipe is counted.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { pythonPath } from '../../scripts/python.mjs'

/** A running peer. */
export interface Python {
  /** Has the peer do something; resolves to what it answers, `ms` being the time it took by its own clock. */
  ask(request: Readonly<Record<string, string | number>>): Promise<PythonAnswer>
  close(): void
}

export interface PythonAnswer {
  readonly ms: number
  readonly result: string | number | boolean | null
}

/** Starts `bench/python/peer.py` with the interpreter that the tests use; `NBTRUST_PYTHON` names another that has nbformat. */
export function startPython(script: string): Python {
  const program = pythonPath()
  const child = spawn(program, ['-W', 'ignore', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const waiting: { resolve(answer: PythonAnswer): void; reject(error: Error): void }[] = []
  createInterface({ input: child.stdout }).on('line', (line) => {
    const answer: PythonAnswer & { readonly error?: string } = JSON.parse(line)
    const request = waiting.shift()
    if (answer.error === undefined) request?.resolve(answer)
    else request?.reject(new Error(`Python: ${answer.error}`))
  })
  const fail = (): void => {
    for (const { reject } of waiting.splice(0)) reject(new Error(`${program} with nbformat ended.`))
  }
  child.on('error', fail).on('exit', fail)
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        waiting.push({ resolve, reject })
        write(child, request)
      }),
    close: () => child.kill(),
  }
}

function write(child: ChildProcess, request: object): void {
  child.stdin?.write(`${JSON.stringify(request)}\n`)
}

#!/usr/bin/env node
// Where the nbtrust command begins: the main thread runs the command line, worker threads do jobs for it.
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const { run } = await import('./program.js')
  quietSqliteWarning()
  const [{ exitDone, exitNo }, { messages }, { fileErrorReason }, { removeOnSignal }] = await Promise.all([
    import('./exit-codes.js'),
    import('./messages.js'),
    import('../node/file-errors.js'),
    import('./remove-on-signal.js'),
  ])
  let isLost = false
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // `nbtrust list --all | head` is no error. Nor is it an answer: the work goes on, and the exit code says what came of it.
    if (error.code === 'EPIPE' || isLost) return
    isLost = true
    process.stderr.write(`${messages.outputLost(fileErrorReason(error))}\n`)
    process.exitCode ||= exitNo
  })
  // Nobody is left to be told.
  process.stderr.on('error', () => undefined)
  const code = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    worker: new URL(import.meta.url),
    guard: removeOnSignal,
  })
  process.exitCode = isLost && code === exitDone ? exitNo : code
} else {
  const { serve } = await import('./worker.js')
  serve()
}

// Node 22 warns that its own SQLite may change, which is our affair and not that of whoever runs the command.
function quietSqliteWarning(): void {
  const listeners = process.listeners('warning')
  process.removeAllListeners('warning')
  process.on('warning', (warning) => {
    if (warning.name === 'ExperimentalWarning' && /sqlite/i.test(warning.message)) return
    for (const listener of listeners) listener(warning)
  })
}

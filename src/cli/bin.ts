#!/usr/bin/env node
// Where the nbtrust command begins: the main thread runs the command line, worker threads do jobs for it.
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const { run } = await import('./program.js')
  quietSqliteWarning()
  // `nbtrust list --all | head` is no error.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  process.exitCode = await run(process.argv.slice(2), {
    cwd: process.cwd(),
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    worker: new URL(import.meta.url),
  })
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

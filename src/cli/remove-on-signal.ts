// Removes a half written file if ^C or another signal ends the command meanwhile. It may hold the signing key.
import { unlinkSync } from 'node:fs'

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * Removes the file when a signal comes, and then ends the process by that signal, as if nobody had listened. Until what it returns
 * is called: a signal that is listened to would wait for the end of long work.
 */
export function removeOnSignal(path: string): () => void {
  const onSignal = (signal: NodeJS.Signals): void => {
    try {
      unlinkSync(path)
    } catch {
      // It has its name by now, or was not made yet.
    }
    release()
    // Of several files the last one.
    if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
  }
  const release = (): void => {
    for (const signal of signals) process.off(signal, onSignal)
  }
  for (const signal of signals) process.on(signal, onSignal)
  return release
}

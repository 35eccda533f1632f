// What the tests ask of a browser engine. Each engine is driven by another protocol behind the same few methods.
import type { Target } from './page/targets.js'

/** Where to find what an engine is started with. */
export interface EngineSetup {
  /** `127.0.0.1:port`: every request but those to localhost goes there. */
  readonly proxy: string
}

/** A tab or window that was opened. */
export interface Popup {
  readonly url: string
  /** Whether it can reach the page that opened it. */
  readonly opener: boolean
}

/** A running engine with one page. */
export interface Engine {
  readonly name: string
  readonly version: string
  /** Opens an address in the page; makes a new page if the old one is lost. */
  open(url: string): Promise<void>
  /** The value of an expression (awaited), as JSON. Throws if the page is gone. */
  evaluate<T>(expression: string): Promise<T>
  /** Moves, clicks and types with real input events. */
  act(targets: readonly Target[]): Promise<void>
  resize(width: number, height: number): Promise<void>
  /** Renders the page for paper, where the protocol has that. */
  print(): Promise<void>
  /** Tabs and windows opened since the last call; they are closed. */
  popups(): Promise<readonly Popup[]>
  /** Downloads begun and native dialogs shown since the last call. */
  incidents(): readonly string[]
  /** Parts of the page outside of the outputs as pixels, where that is quick. */
  chrome?(): Promise<string>
  /** Ends it, whether it still answers or not. */
  close(): Promise<void>
}

/** The value of `work`, or an error that names `what` after so many milliseconds. */
export async function within<T>(milliseconds: number, what: string, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new Error(`${what} took more than ${milliseconds / 1000} s`)),
      milliseconds,
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

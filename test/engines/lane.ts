// An engine that is started anew when it is lost or has worked for a while: browsers that are driven for hours lose their
// connection, and a payload that takes the page down must not take the rest of the tour with it.
import { openChromium } from './chromium.js'
import { type Engine, type EngineSetup, within } from './engine.js'
import { openFirefox } from './firefox.js'
import type { TestServer } from './server.js'
import { openWebKit } from './webkit.js'

/** The engines that there are. */
export type EngineName = 'chromium' | 'firefox' | 'webkit'

const openers: { readonly [name in EngineName]: (setup: EngineSetup) => Promise<Engine> } = {
  chromium: openChromium,
  firefox: openFirefox,
  webkit: openWebKit,
}

/** All engines. */
export const engineNames: readonly EngineName[] = ['chromium', 'firefox', 'webkit']

/** Batches that one process of an engine is asked to take. */
const MOST_VISITS = 40

/** One engine, whichever process of it is running. */
export class Lane {
  #engine: Promise<Engine> | undefined
  #visits = 0

  constructor(
    readonly name: EngineName,
    readonly server: TestServer,
  ) {}

  /** The engine, started if it is not running. */
  async engine(): Promise<Engine> {
    if (++this.#visits > MOST_VISITS) await this.close()
    this.#engine ??= this.#open()
    return await this.#engine
  }

  /** Ends the engine; the next call of `engine` starts another one. Never throws. */
  async close(): Promise<void> {
    const engine = await this.#engine?.catch(() => undefined)
    this.#engine = undefined
    this.#visits = 0
    await within(20_000, 'closing', engine?.close() ?? Promise.resolve()).catch(() => undefined)
  }

  // A busy machine may need a second attempt.
  async #open(): Promise<Engine> {
    const open = (): Promise<Engine> =>
      within(90_000, `starting ${this.name}`, openers[this.name]({ proxy: this.server.proxy }))
    return await open().catch(open)
  }
}

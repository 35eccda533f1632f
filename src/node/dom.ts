// A window to sanitize in where there is no browser. jsdom runs no scripts and loads nothing unless it is asked to, and it
// is not asked to.
import { NbtrustError } from '../lib/errors.js'

/**
 * A new, empty jsdom window for the `window` option of the sanitizer and of `reviewNotebook`. One serves any number of calls.
 *
 * @throws NbtrustError `ERR_MISSING_DEPENDENCY` if jsdom is not installed.
 */
export async function openWindow(): Promise<Window & typeof globalThis> {
  const { JSDOM } = await import('jsdom').catch((cause: unknown) => {
    throw new NbtrustError(
      'ERR_MISSING_DEPENDENCY',
      'Looking into outputs without a browser needs the package jsdom: npm install jsdom.',
      { cause },
    )
  })
  // jsdom's own type for it is the same thing with fewer names.
  return new JSDOM('<!doctype html><title></title>').window as unknown as Window & typeof globalThis
}

// The version of the package, as its package.json says.
import { createRequire } from 'node:module'

const manifest: unknown = createRequire(import.meta.url)('../../package.json')

/** `0.1.0` */
export const version: string = readVersion(manifest)

function readVersion(value: unknown): string {
  const found: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'version') : undefined
  return typeof found === 'string' ? found : 'unknown'
}

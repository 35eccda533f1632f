// Which versions of the format there are, and what is said about the ones that cannot be read or signed.
import { NbtrustError } from '../lib/errors.js'
import { type JsonObject, ownValue } from '../lib/json.js'
import { shapeError } from './shape.js'

/** The major version, 3 or 4. @throws NbtrustError `ERR_NOTEBOOK_VERSION`. */
export function expectVersion(notebook: JsonObject): 3 | 4 {
  const version = ownValue(notebook, 'nbformat')
  if (version === 3 || version === 4) return version
  throw versionError(version === undefined ? undefined : JSON.stringify(version))
}

/** The error for a version, as it is spelled in the file, that is neither 3 nor 4; undefined for none at all. */
export function versionError(version: string | undefined): NbtrustError {
  const number = Number(version)
  const sentence =
    version === undefined
      ? 'This is no notebook, or one that is too old: it does not say its version (nbformat).'
      : number >= 5
        ? `The notebook is of version ${short(version)} (nbformat), which is too new: versions 3 and 4 can be read.`
        : number === 1 || number === 2
          ? `The notebook is of version ${version} (nbformat), which is too old: open and save it in Jupyter first.`
          : `The notebook's version (nbformat) is ${short(version)}, and there is no such version.`
  return new NbtrustError('ERR_NOTEBOOK_VERSION', sentence, { place: 'nbformat' })
}

/** Passes `nbformat_minor`; a missing one is set to 0, as nbformat takes it. */
export function checkMinor(notebook: JsonObject): void {
  if (!Object.hasOwn(notebook, 'nbformat_minor')) notebook.nbformat_minor = 0
  if (!Number.isInteger(notebook.nbformat_minor))
    throw shapeError(['nbformat_minor'], 'is not a whole number')
}

function short(spelling: string): string {
  return spelling.length > 20 ? `${spelling.slice(0, 20)}…` : spelling
}

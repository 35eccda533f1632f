// The encodings of a notebook: how it becomes the bytes that are signed.

export { canonicalizeJson } from './canonicalize.js'
export { canonicalBytes, type Encoding } from './encode.js'
export {
  canonicalBytesOffThread,
  type EncodeOptions,
  lendCanonicalBytes,
  prepareEncoding,
} from './off-thread.js'

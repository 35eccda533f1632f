// Keyed digests of notebooks.
export { computeDigest, type DigestOptions } from './compute.js'
export { createHmac } from './create.js'
export { type HashAlgorithm, type Hmac, type HmacEngine, hashAlgorithms } from './hmac.js'
export { prepareDigests } from './prepare.js'
export { signatureAlgorithm } from './signature-algorithm.js'

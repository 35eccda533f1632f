// The signing key of a browser profile: made once, kept in IndexedDB, never sent anywhere.
export { makeKey, type SigningKey } from './make-key.js'
export { type KeyOptions, openKey, resetKey } from './stored-key.js'

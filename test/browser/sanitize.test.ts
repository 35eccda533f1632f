// The sanitizer in a real browser.
import { browserClaims, sanitizerClaims } from '../support/sanitize-claims.js'

sanitizerClaims()
browserClaims()

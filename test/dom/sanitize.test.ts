// The sanitizer in jsdom, as `nbtrust/node` uses it.
import { sanitizerClaims } from '../support/sanitize-claims.js'

sanitizerClaims()

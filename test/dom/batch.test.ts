// Many pieces at once, in jsdom.
import { batchClaims } from '../support/batch-claims.js'

batchClaims({ numRuns: 50, window })

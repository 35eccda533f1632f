// Random markup through the sanitizer in a real browser.
import { sanitizerProperties } from '../support/sanitize-properties.js'

sanitizerProperties({ numRuns: 500, window })

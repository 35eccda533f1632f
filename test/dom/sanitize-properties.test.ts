// Random markup through the sanitizer in jsdom.
import type { DomWindow } from '../../src/sanitize/options.js'
import { sanitizerProperties } from '../support/sanitize-properties.js'

sanitizerProperties({ numRuns: 60, window: window as unknown as DomWindow })

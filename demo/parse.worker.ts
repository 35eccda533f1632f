// The demo's worker: parses notebooks away from the page.
import { serveParsing } from '../src/nbformat/index.js'

serveParsing(self)

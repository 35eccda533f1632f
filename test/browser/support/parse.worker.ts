// The worker of parse-in-worker.test.ts.
import { serveParsing } from '../../../src/nbformat/index.js'

serveParsing(self)

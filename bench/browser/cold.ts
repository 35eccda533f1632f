// A page that has done nothing yet: fetches a notebook's bytes and times the first digest of its life.
import type { Encoding } from '../../src/canonical/index.js'
import { computeDigest } from '../../src/digest/index.js'
import { makeData } from '../data/index.js'
import { secret } from '../secret.js'

const query = new URLSearchParams(location.search)
const bytes = makeData(query.get('data') ?? 'mixed-1MB')
const encoding: Encoding = query.get('encoding') === 'jcs' ? 'jcs' : 'nbformat'
// As where a policy forbids it.
if (query.get('engine') === 'JavaScript') Object.assign(globalThis, { WebAssembly: undefined })
const start = performance.now()
const digest = await computeDigest(bytes, { secret, encoding })
document.title = JSON.stringify({ ms: performance.now() - start, digest })

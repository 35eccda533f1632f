// Digests, bytes to hex: Python is the peer of the nbformat encoding, the npm package `canonicalize` of jcs.
import { createHmac as nodeHmac } from 'node:crypto'
import { type Encoding, lendCanonicalBytes } from '../../src/canonical/index.js'
import { computeDigest } from '../../src/digest/index.js'
import type { Notebook } from '../../src/nbformat/index.js'
import { openDigest } from '../../src/node/native-hmac.js'
import { digestContestants } from '../digest-contestants.js'
import type { Bench, DataFile } from '../kit/bench.js'
import { type Contestant, measure, timed } from '../kit/measure.js'
import { fasterThan, figuresOf, medianOf, type Row, timesLimit } from '../kit/row.js'
import { secret, secretHex } from '../secret.js'

const names = [
  'mixed-1MB',
  'mixed-10MB',
  'mixed-50MB',
  'plotly-1MB',
  'plotly-10MB',
  'numbers',
  'cells',
  'image-100MB',
]
const quickNames = ['mixed-1MB', 'mixed-10MB', 'plotly-10MB']

// What is asked of mixed notebooks and of charts, with WebAssembly and without.
const asked = {
  Node: { atLeast: 20, atMost: 2.5 },
  Chromium: { atLeast: 14, atMost: 1.8 },
} as const

/** One row for each notebook, encoding and runtime. */
export async function* digest(bench: Bench): AsyncIterable<Row> {
  for (const name of bench.quick ? quickNames : names) {
    const file = bench.data(name)
    yield await nbformatRow(bench, { name, file, where: 'Node' })
    yield await nbformatRow(bench, { name, file, where: 'Chromium' })
    yield await jcsRow(bench, { name, file, where: 'Node' })
    yield await jcsRow(bench, { name, file, where: 'Chromium' })
  }
  yield await liveRow(bench, 'mixed-10MB')
}

// A notebook that a page has open stands for the text that JSON.stringify gives it.
async function liveRow(bench: Bench, name: string): Promise<Row> {
  const notebook: Notebook = JSON.parse(new TextDecoder().decode(bench.data(name).bytes))
  const hmac = (message: Uint8Array | string): string =>
    nodeHmac('sha256', secret).update(message).digest('hex')
  const timings = await measure(
    [
      { name: 'ours', run: () => timed(() => lendCanonicalBytes(notebook, { encoding: 'jcs' }, hmac)) },
      { name: 'stringify + hmac', run: () => timed(() => hmac(JSON.stringify(notebook))) },
    ],
    bench.rounds,
  )
  const ours = medianOf(timings, 'ours')
  return {
    name: `digest jcs of an open notebook, ${name}, Node`,
    goals: [timesLimit('stringify + HMAC', { ours, theirs: medianOf(timings, 'stringify + hmac') })],
    ...figuresOf(timings),
  }
}

interface Case {
  readonly name: string
  readonly file: DataFile
  readonly where: 'Node' | 'Chromium'
}

async function nbformatRow(bench: Bench, { name, file, where }: Case): Promise<Row> {
  const expected = await computeDigest(file.bytes, { secret, encoding: 'nbformat' })
  const { result } = await bench.python().ask({ do: 'digest', path: file.path, secret: secretHex })
  if (result !== expected) throw new Error(`${name}: the digest is not Python's.`)
  const python: Contestant = {
    name: 'Python',
    run: async () => (await bench.python().ask({ do: 'digest', path: file.path, secret: secretHex })).ms,
  }
  const timings = await contest(bench, { name, file, where }, { encoding: 'nbformat', peers: [python] })
  const ours = medianOf(timings, 'ours')
  const javascript = medianOf(timings, 'ours in JavaScript')
  const theirs = medianOf(timings, 'Python')
  const { atLeast, atMost } = asked[where]
  const isAsked = /^(mixed|plotly)/.test(name)
  const least = name.startsWith('plotly') ? 11 : 8
  return {
    name: `digest nbformat, ${name}, ${where}`,
    goals: [
      fasterThan('Python', { ours, theirs, ...(isAsked ? { atLeast } : {}) }),
      timesLimit('HMAC', { ours, theirs: medianOf(timings, 'hmac'), ...(isAsked ? { atMost } : {}) }),
      fasterThan('Python, in JavaScript', {
        ours: javascript,
        theirs,
        ...(isAsked ? { atLeast: least } : {}),
      }),
    ],
    ...figuresOf(timings),
    bytes: file.bytes.length,
  }
}

async function jcsRow(bench: Bench, { name, file, where }: Case): Promise<Row> {
  const timings = await contest(bench, { name, file, where }, { encoding: 'jcs', peers: [] })
  const ours = medianOf(timings, 'ours')
  return {
    name: `digest jcs, ${name}, ${where}`,
    goals: [
      timesLimit('parse + HMAC', { ours, theirs: medianOf(timings, 'parse + hmac'), atMost: 1.3 }),
      timesLimit('parse + HMAC, in JavaScript', {
        ours: medianOf(timings, 'ours in JavaScript'),
        theirs: medianOf(timings, 'parse + hmac'),
        atMost: 1.3,
      }),
      timesLimit('the same from bytes', { ours, theirs: medianOf(timings, 'decode + parse + hmac') }),
      fasterThan('canonicalize', { ours, theirs: medianOf(timings, 'canonicalize'), atLeast: 3 }),
    ],
    ...figuresOf(timings),
    bytes: file.bytes.length,
  }
}

interface Contest {
  readonly encoding: Encoding
  readonly peers: readonly Contestant[]
}

async function contest(
  bench: Bench,
  { name, file, where }: Case,
  { encoding, peers }: Contest,
): ReturnType<typeof measure> {
  if (where === 'Node')
    return await measure([...(await nodeContestants(file.bytes, encoding)), ...peers], bench.rounds)
  const task = await (await bench.browser()).open('digest', { data: name, encoding })
  try {
    return await measure([...task.contestants, ...peers], bench.rounds)
  } finally {
    await task.close()
  }
}

async function nodeContestants(bytes: Uint8Array, encoding: Encoding): Promise<Contestant[]> {
  const hmac = (message: Uint8Array): string => nodeHmac('sha256', secret).update(message).digest('hex')
  const digest = await openDigest(secret, 'sha256')
  const contestants = digestContestants(bytes, { encoding, digest, hmac })
  return Object.entries(contestants).map(([name, run]) => ({ name, run }))
}

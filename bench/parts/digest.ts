// Digests, bytes to hex: Python is the peer of the nbformat encoding, the npm package `canonicalize` of jcs.
import { createHmac } from 'node:crypto'
import type { Encoding } from '../../src/canonical/index.js'
import { computeDigest } from '../../src/digest/index.js'
import { digestContestants } from '../digest-contestants.js'
import type { Bench, DataFile } from '../kit/bench.js'
import { type Contestant, measure } from '../kit/measure.js'
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

/** One row for each notebook, encoding and runtime. */
export async function* digest(bench: Bench): AsyncIterable<Row> {
  for (const name of bench.quick ? quickNames : names) {
    const file = bench.data(name)
    yield await nbformatRow(bench, { name, file, where: 'Node' })
    yield await nbformatRow(bench, { name, file, where: 'Chromium' })
    yield await jcsRow(bench, { name, file, where: 'Node' })
    yield await jcsRow(bench, { name, file, where: 'Chromium' })
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
  const atLeast = name.startsWith('plotly') ? 11 : 8
  const asked = /^(mixed|plotly)/.test(name)
  return {
    name: `digest nbformat, ${name}, ${where}`,
    goals: [
      fasterThan('Python', { ours, theirs: medianOf(timings, 'Python'), ...(asked ? { atLeast } : {}) }),
      timesLimit('HMAC', { ours, theirs: medianOf(timings, 'hmac') }),
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
  const hmac = (message: Uint8Array): string => createHmac('sha256', secret).update(message).digest('hex')
  const contestants = await digestContestants(bytes, { encoding, hmac })
  return Object.entries(contestants).map(([name, run]) => ({ name, run }))
}

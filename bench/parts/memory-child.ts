// A process that digests one file and prints how many bytes its peak rose above what it had with the file in memory, or
// without it where the file is read from the disk meanwhile.
import { readFileSync, writeFileSync } from 'node:fs'
import { computeDigest, computeFileDigest } from '../../src/node/compute-digest.js'
import { secret } from '../secret.js'

const [path = '', encoding, from] = process.argv.slice(2)
const options = { secret, encoding: encoding === 'jcs' ? 'jcs' : 'nbformat' } as const
// Loads and compiles what a digest needs, with a notebook too small to count.
await computeDigest('{"cells":[],"metadata":{},"nbformat":4,"nbformat_minor":5}', options)
const bytes = from === 'disk' ? undefined : readFileSync(path)
// Linux: lowers the peak to what is used now. https://man7.org/linux/man-pages/man5/proc.5.html
writeFileSync('/proc/self/clear_refs', '5')
const before = status('VmRSS')
if (bytes) await computeDigest(bytes, options)
else await computeFileDigest(path, options)
console.log(status('VmHWM') - before)

function status(name: string): number {
  const line = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(readFileSync('/proc/self/status', 'utf8'))
  return Number(line?.[1]) * 1024
}

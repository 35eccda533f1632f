// A Node process that signs and checks in a database until it is told to stop, or is killed. Usage:
// node signer.mjs <folder of the built package> <data folder> <name> <milliseconds> <signatures at once> <pause in ms>
// On standard output: `+ n` when signature n was acknowledged, `done {figures}` at the end, `! sentence` for any failure.
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

const [built, dataDir, name, duration, batch, pause] = process.argv.slice(2)
const { openTrustData } = await import(pathToFileURL(join(built, 'node/index.js')).href)
const say = (line) => writeSync(1, `${line}\n`)
const signature = (n) => ({ algorithm: 'sha256', digest: `${name}-${n}` })

try {
  const { store, notary } = await openTrustData({ dataDir })
  const end = Date.now() + Number(duration)
  let [signed, checked, longest] = [0, 0, 0]
  while (Date.now() < end) {
    const numbers = Array.from({ length: Number(batch) }, (_, index) => signed + index)
    const start = performance.now()
    await store.storeSignatures(numbers.map(signature))
    longest = Math.max(longest, performance.now() - start)
    say(numbers.map((n) => `+ ${n}`).join('\n'))
    signed += numbers.length
    const known = Math.floor(Math.random() * signed)
    if (!(await store.checkSignature(signature(known)))) say(`! lost ${known}`)
    if (await store.checkSignature(signature(-1))) say('! found what was never signed')
    checked += 2
    if (Number(pause) > 0) await wait(Number(pause) * Math.random())
  }
  await notary.close()
  say(`done ${JSON.stringify({ signed, checked, longest: Math.round(longest) })}`)
} catch (error) {
  say(`! ${error.code}: ${error.message}`)
}

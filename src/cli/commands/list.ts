// nbtrust list: what the signature database holds.

import { type ExitCode, exitDone } from '../exit-codes.js'
import { messages } from '../messages.js'
import { type CommonOptions, type Context, withTrustData } from './context.js'

export interface ListOptions extends CommonOptions {
  /** Every signature, not only how many. */
  readonly all?: boolean
}

export async function list(options: ListOptions, context: Context): Promise<ExitCode> {
  const { console } = context
  return await withTrustData(options, context, async ({ store, files }) => {
    const counts = new Map<string, number>()
    const rows: object[] = []
    let [oldest, newest] = ['', '']
    for await (const page of store.listSignatures()) {
      for (const { algorithm, digest, lastSeen } of page) {
        counts.set(algorithm, (counts.get(algorithm) ?? 0) + 1)
        const time = lastSeen?.toISOString() ?? ''
        if (time !== '' && (oldest === '' || time < oldest)) oldest = time
        if (time > newest) newest = time
        if (!options.all) continue
        rows.push({ algorithm, digest, lastSeen: time || null })
        console.say(`${time || '-'.repeat(24)}  ${algorithm}  ${digest}`)
      }
    }
    const count = [...counts.values()].reduce((sum, one) => sum + one, 0)
    console.say(messages.database(files.database))
    console.say(messages.counted(count))
    for (const [algorithm, one] of counts) console.say(`  ${algorithm}: ${one}`)
    if (newest !== '') console.say(messages.ages(oldest, newest))
    console.document({
      database: files.database,
      count,
      algorithms: Object.fromEntries(counts),
      oldest: oldest || null,
      newest: newest || null,
      ...(options.all ? { signatures: rows } : {}),
    })
    return exitDone
  })
}

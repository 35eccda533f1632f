// One question to a data folder, as another Unix user. Everything is loaded before the user changes, because that user may
// not be allowed to read the package. Usage: node as-user.mjs <built> <uid> <gid> <sign|check|database|write> <data folder> <text>
// Prints one JSON line: { result } or { error, message }.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const [built, uid, gid, question, dataDir, text] = process.argv.slice(2)
const { openNotary, openSignatureDatabase, writeNotebook } = await import(
  pathToFileURL(join(built, 'node/index.js')).href
)
const { openSqlite } = await import(pathToFileURL(join(built, 'node/sqlite-client.js')).href)
await import(pathToFileURL(join(built, 'digest/noble.js')).href)
// What is loaded when a notebook is first encoded is loaded by encoding one.
const { canonicalBytesOffThread } = await import(pathToFileURL(join(built, 'canonical/off-thread.js')).href)
await canonicalBytesOffThread('{"nbformat":4,"nbformat_minor":4,"metadata":{},"cells":[]}', 'nbformat')
openSqlite(':memory:').close()
process.setgroups([Number(gid)])
process.setgid(Number(gid))
process.setuid(Number(uid))
process.umask(0o077)

const warnings = []
async function answer() {
  if (question === 'database') {
    await (await openSignatureDatabase(join(dataDir, 'nbsignatures.db'), { timeout: 1000 })).close()
    return true
  }
  if (question === 'write') return await writeNotebook(join(dataDir, 'a.ipynb'), text).then(() => true)
  const notary = await openNotary({ dataDir, timeout: 1000, warn: (sentence) => warnings.push(sentence) })
  try {
    return question === 'sign' ? await notary.sign(text).then(() => true) : await notary.checkSignature(text)
  } finally {
    await notary.close()
  }
}
const said = await answer().then(
  (result) => ({ result }),
  (error) => ({ error: error.code ?? error.name, message: error.message }),
)
process.stdout.write(`${JSON.stringify({ ...said, warnings })}\n`)

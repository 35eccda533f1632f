// Compiles the tokenizer (assembly/, and what it shares with src/) to WebAssembly, and puts it into src/canonical/wasm-code.ts
// wherever that is built or tested. What was compiled is kept in node_modules/.cache as long as the source is the same.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules/.cache/nbtrust')
const folders = ['assembly', 'src/canonical/tokenizer']
const shared = ['src/lib/portable.ts', 'src/lib/utf8.ts']
const options = [
  '-O3',
  '--noAssert',
  '--runtime',
  'stub',
  '--importMemory',
  '--enable',
  'simd',
  '--use',
  'abort=',
]

/** Puts the compiled tokenizer into src/canonical/wasm-code.ts. */
export function tokenizerPlugin() {
  return {
    name: 'tokenizer',
    enforce: 'pre',
    async load(id) {
      if (resolve(id.split('?')[0]) !== join(root, 'src/canonical/wasm-code.ts')) return
      return `export const wasmCode = '${await compile()}'`
    },
  }
}

let compiling

// As base64.
function compile() {
  compiling ??= compileOnce()
  return compiling
}

async function compileOnce() {
  const paths = [
    ...folders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => `${folder}/${name}`)),
    ...shared,
  ]
  const { version } = createRequire(import.meta.url)('assemblyscript/package.json')
  const hash = createHash('sha256').update(JSON.stringify([version, options]))
  for (const path of paths.sort()) hash.update(readFileSync(join(root, path)))
  const kept = join(cache, `${hash.digest('hex')}.txt`)
  if (!existsSync(kept)) {
    const code = await runCompiler()
    mkdirSync(cache, { recursive: true })
    // Others may be doing the same.
    writeFileSync(`${kept}.${process.pid}`, code)
    renameSync(`${kept}.${process.pid}`, kept)
  }
  return readFileSync(kept, 'utf8')
}

async function runCompiler() {
  const { default: asc } = await import('assemblyscript/asc')
  let code = ''
  const { error, stderr } = await asc.main(['assembly/index.ts', '--outFile', 'module.wasm', ...options], {
    readFile: readSource,
    writeFile: (name, contents) => {
      if (name === 'module.wasm') code = Buffer.from(contents).toString('base64')
    },
    listFiles: () => [],
  })
  if (error || code === '') throw new Error(`The tokenizer does not compile.\n${stderr.toString()}`)
  return code
}

// AssemblyScript looks for `tape.js.ts`, and knows no imports of types alone. What has a namesake in assembly/ is replaced by it.
function readSource(name) {
  const path = name.replace(/\.js\.ts$/, '.ts')
  if (!existsSync(join(root, path))) return null
  const own = join('assembly', path.slice(path.lastIndexOf('/') + 1))
  if (path.startsWith('src/') && existsSync(join(root, own))) {
    const up = dirname(path).replace(/[^/]+/g, '..')
    return `export * from '${up}/${own.replace(/ts$/, 'js')}'`
  }
  return readFileSync(join(root, path), 'utf8')
    .replace(/^import type/gm, 'import')
    .replace(/^import \{[^}]*\}/gm, (names) => names.replace(/\btype /g, ''))
}

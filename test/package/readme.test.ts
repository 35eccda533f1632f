// The README is a program: its code blocks, and those of the guides, compile against the built package; those for Node and the
// shell run here.
// Those for the browser run in test/e2e/readme.test.ts.
import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  type DocumentBlock,
  documentBlocks,
  readmeBlock,
  readmeBlocks,
  writeBlocks,
} from '../support/readme.js'
import { root } from '../support/source.js'

const run = promisify(execFile)
// Inside the checkout, because a package can import itself by name only from its own folder.
const folder = join(root, 'artifacts', 'readme')
const isTypescript = (block: DocumentBlock): boolean => block.language === 'ts'
const typescript = readmeBlocks().filter(isTypescript)
const guides = readdirSync(join(root, 'docs'))
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({
    name: basename(name, '.md'),
    blocks: documentBlocks(`docs/${name}`).filter(isTypescript),
  }))
let scratch = ''
let complaints = ''

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), 'nbtrust-readme-'))
  writeBlocks(folder, typescript)
  for (const { name, blocks } of guides) writeBlocks(join(folder, name), blocks)
  const compilerOptions = { noEmit: false, declaration: false, isolatedDeclarations: false, outDir: 'js' }
  const config = { extends: '../../tsconfig.json', compilerOptions, include: ['**/*.ts'], exclude: [] }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config))
  const tsc = join(root, 'node_modules/.bin/tsc')
  complaints = await run(tsc, ['-p', folder], { cwd: root }).then(
    ({ stdout }) => stdout,
    (error: { stdout: string }) => error.stdout,
  )
})
afterAll(() => rmSync(scratch, { recursive: true, force: true }))

test('every TypeScript block compiles against the published types', () => {
  expect(typescript.length).toBeGreaterThanOrEqual(4)
  expect(guides.find(({ name }) => name === 'long-notebooks')?.blocks.length).toBeGreaterThanOrEqual(3)
  expect(complaints).toBe('')
})

test('the browser blocks compile in a frontend of es2022, which has no types of Node', async () => {
  const compilerOptions = {
    ...{ module: 'esnext', moduleResolution: 'bundler', target: 'es2022', types: [] },
    ...{ strict: true, skipLibCheck: false, noEmit: true },
  }
  const inBrowser = (blocks: readonly DocumentBlock[]) =>
    blocks.filter(({ place }) => place === 'browser').map(({ file }) => file)
  const files = [
    ...inBrowser(typescript),
    ...guides.flatMap(({ name, blocks }) => inBrowser(blocks).map((file) => `${name}/${file}`)),
  ]
  const config = join(folder, 'tsconfig.frontend.json')
  writeFileSync(config, JSON.stringify({ compilerOptions, files }))
  const told = await run(join(root, 'node_modules/.bin/tsc'), ['-p', config], { cwd: root }).catch(
    (error: { stdout: string }) => error,
  )
  expect(told.stdout).toBe('')
})

test('what is for Node compiles without the types of Node', async () => {
  const compilerOptions = {
    ...{ module: 'esnext', moduleResolution: 'bundler', target: 'es2022', types: [] },
    ...{ lib: ['es2023', 'esnext.disposable', 'dom'], strict: true, skipLibCheck: false, noEmit: true },
  }
  const files = typescript.filter(({ place }) => place === 'node').map(({ file }) => file)
  const config = join(folder, 'tsconfig.node.json')
  writeFileSync(config, JSON.stringify({ compilerOptions, files }))
  const told = await run(join(root, 'node_modules/.bin/tsc'), ['-p', config], { cwd: root }).catch(
    (error: { stdout: string }) => error,
  )
  expect(told.stdout).toBe('')
})

test('the Node block signs a notebook', async () => {
  const block = readmeBlock('node', 'readNotebook')
  const module = join(folder, 'js', block.file.replace(/ts$/, 'js'))
  const notebook = join(scratch, 'small.ipynb')
  cpSync(join(root, 'demo/notebooks/small.ipynb'), notebook)
  const call = `const { trust } = await import(${JSON.stringify(pathToFileURL(module).href)}); console.log(await trust(${JSON.stringify(notebook)}))`
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', call], {
    cwd: root,
    env: { ...process.env, JUPYTER_DATA_DIR: join(scratch, 'node-data') },
  })
  expect(stdout.trim()).toBe('true')
})

test('the commands of the command line block do what their comments say', async () => {
  const lines = readmeBlocks()
    .filter((block) => block.language === 'sh' && block.code.includes('npx nbtrust'))
    .flatMap((block) => block.code.split('\n'))
    .map((line) => line.replace(/#.*/, '').trim())
  expect(lines.map((line) => line.split(' ')[2])).toEqual(['check', 'scan', 'trust', 'sanitize'])
  const work = join(scratch, 'work')
  mkdirSync(join(work, 'notebooks'), { recursive: true })
  for (const name of ['notebooks/a.ipynb', 'analysis.ipynb', 'in.ipynb']) {
    cpSync(join(root, 'demo/notebooks/small.ipynb'), join(work, name))
  }
  const outputs: string[] = []
  for (const line of lines) outputs.push(await shell(line.split(' ').slice(2), work))
  expect(outputs[0]).toContain('untrusted')
  expect(outputs[1]).toMatch(/script/i)
  expect(outputs[2]).toContain('Signing notebook: analysis.ipynb')
  expect(await shell(['scan', 'out.ipynb'], work)).not.toMatch(/script/i)
})

async function shell(args: readonly string[], cwd: string): Promise<string> {
  const env = { ...process.env, JUPYTER_DATA_DIR: join(scratch, 'command-data'), NO_COLOR: '1' }
  const bin = join(root, 'dist/cli/bin.js')
  // scan and check answer with an exit code of their own when they find something.
  const done = await run(process.execPath, [bin, ...args], { cwd, env }).catch(
    (error: { stdout: string }) => error,
  )
  return done.stdout
}

// How the command's arguments become notebooks.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findNotebooks } from '../../src/cli/find-notebooks.js'
import { globToRegExp } from '../../src/cli/glob.js'
import { temporaryFolder } from '../support/folders.js'

const files = [
  'a.ipynb',
  'b.txt',
  'lessons/1.ipynb',
  'lessons/2.ipynb',
  'lessons/deep/3.ipynb',
  'lessons/.ipynb_checkpoints/1-checkpoint.ipynb',
  'lessons/node_modules/x/y.ipynb',
  'odd [1].ipynb',
]

function tree(): string {
  const folder = temporaryFolder()
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true })
    writeFileSync(join(folder, file), '{}')
  }
  return folder
}

const names = (...args: readonly string[]): string[] => namesIn(tree(), ...args)

const namesIn = (cwd: string, ...args: readonly string[]): string[] =>
  findNotebooks(args, cwd).map((input) =>
    'problem' in input ? `${input.name}: ${input.problem}` : input.name,
  )

// Root may read every folder.
function asOrdinaryUser<Result>(work: () => Result): Result {
  if (process.getuid?.() !== 0) return work()
  process.seteuid?.(65534)
  try {
    return work()
  } finally {
    process.seteuid?.(0)
  }
}

describe('arguments', () => {
  test('files are taken as they are, in their order', () => {
    expect(names('lessons/2.ipynb', 'a.ipynb', 'b.txt')).toEqual(['lessons/2.ipynb', 'a.ipynb', 'b.txt'])
  })

  test('a folder means the notebooks below it, sorted, without checkpoints and packages', () => {
    expect(names('lessons')).toEqual(['lessons/1.ipynb', 'lessons/2.ipynb', 'lessons/deep/3.ipynb'])
    expect(names('.')).toEqual([
      'a.ipynb',
      'lessons/1.ipynb',
      'lessons/2.ipynb',
      'lessons/deep/3.ipynb',
      'odd [1].ipynb',
    ])
  })

  test('a pattern means the files that match it', () => {
    expect(names('lessons/*.ipynb')).toEqual(['lessons/1.ipynb', 'lessons/2.ipynb'])
    expect(names('**/*.ipynb')).toHaveLength(5)
    expect(names('lessons/{1,deep/3}.ipynb')).toEqual(['lessons/1.ipynb', 'lessons/deep/3.ipynb'])
  })

  test.each(['lessons//*.ipynb', './lessons/./*.ipynb', 'lessons/deep/../*.ipynb', './/lessons/*.ipynb'])(
    'a pattern may be spelled like a path: %s',
    (pattern) => {
      expect(names(pattern)).toEqual(['lessons/1.ipynb', 'lessons/2.ipynb'])
    },
  )

  test('a pattern may begin in another folder', () => {
    const cwd = tree()
    const found = [join(cwd, 'lessons/1.ipynb'), join(cwd, 'lessons/2.ipynb')]
    expect(namesIn(cwd, `/..${cwd}//lessons/*.ipynb`)).toEqual(found)
    expect(namesIn(join(cwd, 'lessons/deep'), '..//*.ipynb')).toEqual(['../1.ipynb', '../2.ipynb'])
    expect(namesIn(cwd, '{lessons/deep,x}/../*.ipynb')).toHaveLength(1)
    expect(namesIn(cwd, 'lessons*/')).toEqual(['lessons*/: no file matches this pattern'])
  })

  test('a range that cannot be one matches nothing', () => {
    expect(names('[a-\\].ipynb')).toEqual(['[a-\\].ipynb: no file matches this pattern'])
  })

  test('a file whose name looks like a pattern is a file', () => {
    expect(names('odd [1].ipynb')).toEqual(['odd [1].ipynb'])
  })

  test('each notebook comes once', () => {
    expect(names('a.ipynb', '.', './a.ipynb')).toHaveLength(5)
  })

  test('what leads to nothing is said, and the rest goes on', () => {
    expect(
      names('missing.ipynb', 'a.ipynb', '*.nb', '[z-a].ipynb', 'lessons/.ipynb_checkpoints/none'),
    ).toEqual([
      'missing.ipynb: there is no such file',
      'a.ipynb',
      '*.nb: no file matches this pattern',
      '[z-a].ipynb: no file matches this pattern',
      'lessons/.ipynb_checkpoints/none: there is no such file',
    ])
  })

  test('- is standard input', () => {
    expect(findNotebooks(['-'], '/')).toEqual([{ name: '<stdin>', stdin: true }])
  })

  test('a link that leads back up does not go round for ever', () => {
    const cwd = tree()
    symlinkSync(cwd, join(cwd, 'lessons', 'up'))
    expect(findNotebooks(['.'], cwd)).toHaveLength(5)
  })

  test('an empty argument is not this folder and all that is below it', () => {
    expect(names('', 'a.ipynb')).toEqual(["'': an empty name leads to no file", 'a.ipynb'])
  })

  test('a folder that cannot be looked into is said, since its notebooks were not looked at', () => {
    const cwd = tree()
    chmodSync(cwd, 0o755)
    const closed = join(cwd, 'lessons/deep')
    chmodSync(closed, 0)
    const reason = 'this user may not use it'
    const found = (...args: readonly string[]): string[] => asOrdinaryUser(() => namesIn(cwd, ...args))
    try {
      expect(found('lessons')).toEqual(['lessons/1.ipynb', 'lessons/2.ipynb', `lessons/deep: ${reason}`])
      expect(found('lessons/deep')).toEqual([`lessons/deep: ${reason}`])
      expect(found('lessons/**/*.ipynb')).toContain(`lessons/deep: ${reason}`)
      expect(found('lessons/deep/*.ipynb')).toEqual([`lessons/deep: ${reason}`])
      expect(found('lessons/*.ipynb')).toEqual(['lessons/1.ipynb', 'lessons/2.ipynb'])
    } finally {
      chmodSync(closed, 0o755)
    }
  })

  test('a link in a folder is followed to files only, since a pipe or a terminal is read for ever', () => {
    const cwd = tree()
    execFileSync('mkfifo', [join(cwd, 'pipe')])
    for (const [name, target] of [
      ['pipe', '../../pipe'],
      ['terminal', '/dev/tty'],
      ['folder', '..'],
      ['nowhere', 'missing'],
      ['notebook', '../../a.ipynb'],
    ] as const) {
      symlinkSync(target, join(cwd, 'lessons/deep', `${name}.ipynb`))
    }
    const found = ['lessons/deep/3.ipynb', 'lessons/deep/notebook.ipynb', 'lessons/deep/nowhere.ipynb']
    expect(namesIn(cwd, 'lessons/deep')).toEqual(found)
    expect(namesIn(cwd, 'lessons/deep/*')).toEqual(found)
  })
})

describe('patterns', () => {
  test.each([
    ['*.ipynb', ['a.ipynb'], ['.a.ipynb', 'x/a.ipynb']],
    ['**/*.ipynb', ['a.ipynb', 'x/y/a.ipynb'], ['.x/a.ipynb']],
    ['x/**', ['x/a', 'x/y/a'], ['x', 'y/a']],
    ['?.ipynb', ['a.ipynb'], ['ab.ipynb', '/.ipynb']],
    ['[a-c].ipynb', ['b.ipynb'], ['d.ipynb']],
    ['[!a-c].ipynb', ['d.ipynb'], ['b.ipynb']],
    ['{a,b*}.ipynb', ['a.ipynb', 'bcd.ipynb'], ['c.ipynb']],
    ['a+(b).ipynb', ['a+(b).ipynb'], ['aab.ipynb']],
    ['a[.ipynb', ['a[.ipynb'], ['a.ipynb']],
  ])('%s', (pattern, matching, other) => {
    const found = [...matching, ...other].filter((path) => globToRegExp(pattern).test(path))
    expect(found).toEqual(matching)
  })
})

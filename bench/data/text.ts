// The texts of a notebook: Python sources, prose, and logs with terminal colours.
import type { Random } from './random.js'

const names = ['df', 'model', 'sales', 'x_train', 'result', 'α', 'prices', 'frame', 'residuals'] as const
const words = [
  'mean',
  'of',
  'the',
  'revenue',
  'by',
  'région',
  'and',
  'quarter',
  'größer',
  'than',
  'expected',
  '数据',
  'sample',
  '📈',
  'variance',
  'is',
  'small',
  'see',
  'figure',
  'below',
  'after',
  'training',
  'converges',
  'slowly',
] as const
const statements = [
  (name: string, n: number) => `${name} = pd.read_csv("data/part-${n}.csv", index_col=0)\n`,
  (name: string, n: number) => `${name}["total"] = ${name}["price"] * ${n} + ${n / 8}  # net\n`,
  (name: string, n: number) => `fig.add_trace(go.Scatter(y=${name}, name='series ${n}', mode="lines"))\n`,
  (name: string, n: number) => `for i, row in enumerate(${name}[:${n}]):\n    print(f"{i}: {row!r}\\t{n}")\n`,
  (name: string, n: number) => `assert ${name}.shape == (${n}, 20), "unexpected shape"\n`,
] as const

/** Lines of Python, each ending in a newline but the last, as nbformat splits them. */
export function sourceLines(random: Random, count: number): string[] {
  const text = Array.from({ length: count }, () =>
    random.pick(statements)(random.pick(names), random.below(999)),
  )
  return splitLines(text.join('').trimEnd())
}

/** A few sentences of Markdown with a heading, a list, a table and a link. */
export function markdownLines(random: Random, paragraphs: number): string[] {
  const text = [`## ${sentence(random, 4)}\n\n`]
  for (let index = 0; index < paragraphs; index++) {
    text.push(
      `${sentence(random, 30)} **${sentence(random, 3)}**, see [${sentence(random, 2)}](https://example.org/${index}).\n\n`,
    )
    text.push(`- ${sentence(random, 8)}\n- \`${random.pick(names)}\` ${sentence(random, 6)}\n\n`)
    if (index % 3 === 0)
      text.push('| a | b |\n|---|---|\n', `| ${random.below(99)} | ${sentence(random, 2)} |\n\n`)
  }
  return splitLines(text.join(''))
}

/** What a training loop prints: progress, levels in colour, carriage returns. */
export function logLines(random: Random, count: number): string[] {
  return Array.from({ length: count }, (_, step) => {
    if (step % 7 === 0)
      return `\r  ${step % 100}%|${'█'.repeat(step % 20)}| ${step}/${count} [00:0${step % 9}<00:01]\n`
    const level = random.pick([
      '\u001b[32mINFO\u001b[0m',
      '\u001b[1;33mWARNING\u001b[0m',
      '\u001b[38;5;196mERROR\u001b[0m',
    ])
    return `2026-03-01 12:00:${10 + (step % 50)},${random.below(999)} ${level} epoch ${step} loss=${random.next().toFixed(6)} ${sentence(random, 3)}\n`
  })
}

function sentence(random: Random, count: number): string {
  return Array.from({ length: count }, () => random.pick(words)).join(' ')
}

function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? []
}

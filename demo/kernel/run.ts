// The stand-in for a kernel: evaluates the few expressions it can read, and answers anything else with samples. Nothing
// of a cell's source is run as JavaScript.
import type {
  DisplayData,
  ErrorOutput,
  ExecuteResult,
  Mimebundle,
  OutputV4,
  Stream,
} from '../../src/index.js'
import { strings } from '../strings.js'
import { type Expression, parseProgram, Unsupported } from './parse.js'

type Value = string | number | boolean | null | readonly Value[] | Display
interface Display {
  readonly bundle: Mimebundle
}

const displays: Readonly<Record<string, string>> = {
  HTML: 'text/html',
  Javascript: 'application/javascript',
  Markdown: 'text/markdown',
  Latex: 'text/latex',
  Math: 'text/latex',
  SVG: 'image/svg+xml',
}

/** Runs a cell's source and returns its outputs. Never throws: an error of the program is an output. */
export function run(source: string, count: number): OutputV4[] {
  const outputs: OutputV4[] = []
  const scope = new Map<string, Value>()
  try {
    const statements = parseProgram(source)
    let last: Value = null
    for (const statement of statements) {
      const value = evaluate(statement.expression, { scope, outputs })
      last = statement.kind === 'expression' ? value : null
      if (statement.kind === 'assignment') scope.set(statement.name, value)
    }
    if (last !== null) outputs.push(result(last, count))
    return outputs
  } catch (error) {
    if (error instanceof PythonError) return [...outputs, error.output]
    if (error instanceof Unsupported) return samples(count)
    throw error
  }
}

class PythonError extends Error {
  readonly output: ErrorOutput

  constructor(ename: string, evalue: string) {
    super(evalue)
    const traceback = [`\x1b[31m${ename}\x1b[0m: ${evalue}`]
    this.output = { output_type: 'error', ename, evalue, traceback }
  }
}

interface State {
  readonly scope: Map<string, Value>
  readonly outputs: OutputV4[]
}

function evaluate(expression: Expression, state: State): Value {
  switch (expression.kind) {
    case 'value':
      return expression.value
    case 'list':
      return expression.items.map((item) => evaluate(item, state))
    case 'name': {
      const value = state.scope.get(expression.name)
      if (value === undefined) throw new PythonError('NameError', `name '${expression.name}' is not defined`)
      return value
    }
    case 'unary':
      return -numberOf(evaluate(expression.operand, state))
    case 'binary':
      return binary(expression.operator, [
        evaluate(expression.left, state),
        evaluate(expression.right, state),
      ])
    case 'call':
      return call(
        expression.name,
        expression.args.map((argument) => evaluate(argument, state)),
        state,
      )
  }
}

function binary(operator: string, [left, right]: readonly [Value, Value]): Value {
  if (operator === '+' && typeof left === 'string' && typeof right === 'string') return left + right
  const [a, b] = [numberOf(left), numberOf(right)]
  if (['/', '//', '%'].includes(operator) && b === 0)
    throw new PythonError('ZeroDivisionError', 'division by zero')
  const operations: Readonly<Record<string, number>> = {
    '+': a + b,
    '-': a - b,
    '*': a * b,
    '/': a / b,
    '//': Math.floor(a / b),
    '%': a - b * Math.floor(a / b),
    '**': a ** b,
  }
  return operations[operator] ?? null
}

function call(name: string, args: readonly Value[], { outputs }: State): Value {
  const mimeType = Object.hasOwn(displays, name) ? displays[name] : undefined
  const [first = null] = args
  if (mimeType) {
    const text = name === 'Math' ? `$$${String(first)}$$` : String(first)
    return { bundle: { [mimeType]: text, 'text/plain': `<IPython.core.display.${name} object>` } }
  }
  switch (name) {
    case 'print':
      outputs.push(printed(`${args.map(text).join(' ')}\n`))
      return null
    case 'display':
      outputs.push(...args.map(shown))
      return null
    case 'str':
      return text(first)
    case 'len':
      return typeof first === 'string' || Array.isArray(first) ? first.length : unsupported(name)
    case 'sum':
      return Array.isArray(first)
        ? first.reduce((total: number, item: Value) => total + numberOf(item), 0)
        : unsupported(name)
    case 'abs':
      return Math.abs(numberOf(first))
    case 'round':
      return Math.round(numberOf(first))
    default:
      return unsupported(name)
  }
}

function unsupported(what: string): never {
  throw new Unsupported(what)
}

function numberOf(value: Value): number {
  if (typeof value === 'number' || typeof value === 'boolean') return Number(value)
  throw new PythonError('TypeError', `a number is needed, not ${repr(value)}`)
}

function isDisplay(value: Value): value is Display {
  return value !== null && typeof value === 'object' && 'bundle' in value
}

function repr(value: Value): string {
  if (value === null) return 'None'
  if (typeof value === 'boolean') return value ? 'True' : 'False'
  if (typeof value === 'string') return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
  if (isDisplay(value)) return String(value.bundle['text/plain'])
  return Array.isArray(value) ? `[${value.map(repr).join(', ')}]` : String(value)
}

const text = (value: Value): string => (typeof value === 'string' ? value : repr(value))
const bundleOf = (value: Value): Mimebundle =>
  isDisplay(value) ? value.bundle : { 'text/plain': repr(value) }
const printed = (line: string): Stream => ({ output_type: 'stream', name: 'stdout', text: line })
const shown = (value: Value): DisplayData => ({
  output_type: 'display_data',
  data: bundleOf(value),
  metadata: {},
})
const result = (value: Value, count: number): ExecuteResult => ({
  output_type: 'execute_result',
  execution_count: count,
  data: bundleOf(value),
  metadata: {},
})

function samples(count: number): OutputV4[] {
  return [
    { output_type: 'stream', name: 'stderr', text: strings.standIn },
    shown({
      bundle: { 'text/html': strings.standInHtml, 'text/plain': '<IPython.core.display.HTML object>' },
    }),
    result(count * count, count),
  ]
}

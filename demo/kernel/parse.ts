// Reads the few Python expressions that the stand-in kernel understands: literals, arithmetic, calls, assignments.

/** An expression. */
export type Expression =
  | { readonly kind: 'value'; readonly value: string | number | boolean | null }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'list'; readonly items: readonly Expression[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] }
  | { readonly kind: 'unary'; readonly operand: Expression }
  | {
      readonly kind: 'binary'
      readonly operator: string
      readonly left: Expression
      readonly right: Expression
    }

/** A line of a program. */
export type Statement =
  | { readonly kind: 'expression'; readonly expression: Expression }
  | { readonly kind: 'assignment'; readonly name: string; readonly expression: Expression }

/** Thrown for whatever is beyond the stand-in. */
export class Unsupported extends Error {}

interface Token {
  readonly kind: 'string' | 'number' | 'name' | 'operator' | 'newline'
  readonly text: string
}

const tokenPattern =
  /(?<space>[ \t]+|#[^\n]*|\\\n)|(?<newline>\n)|(?<string>[rR]?(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'))|(?<number>\d+\.?\d*(?:[eE][+-]?\d+)?)|(?<name>[A-Za-z_]\w*)|(?<operator>\*\*|\/\/|[-+*/%(),=[\].])/y

/** The statements of a program. Imports are left out: what they would bring is built in. Throws {@link Unsupported}. */
export function parseProgram(source: string): Statement[] {
  const reader = new Reader(tokens(source.replaceAll('\r\n', '\n')))
  const statements: Statement[] = []
  while (reader.skipNewlines()) {
    if (reader.isImport()) reader.skipLine()
    else statements.push(reader.statement())
  }
  return statements
}

function tokens(source: string): Token[] {
  const found: Token[] = []
  let depth = 0
  tokenPattern.lastIndex = 0
  while (tokenPattern.lastIndex < source.length) {
    const groups = tokenPattern.exec(source)?.groups
    if (!groups) throw new Unsupported('a character')
    const [kind, text] = Object.entries(groups).find(([, value]) => value !== undefined) ?? []
    if (text === '(' || text === '[') depth++
    if (text === ')' || text === ']') depth--
    if (kind === 'space' || (kind === 'newline' && depth > 0)) continue
    found.push({ kind: kind as Token['kind'], text: text ?? '' })
  }
  return found
}

const levels: readonly ReadonlySet<string>[] = [new Set(['+', '-']), new Set(['*', '/', '//', '%'])]

class Reader {
  readonly #tokens: readonly Token[]
  #at = 0

  constructor(list: readonly Token[]) {
    this.#tokens = list
  }

  skipNewlines(): boolean {
    while (this.#tokens[this.#at]?.kind === 'newline') this.#at++
    return this.#at < this.#tokens.length
  }

  isImport(): boolean {
    return ['import', 'from'].includes(this.#tokens[this.#at]?.text ?? '')
  }

  skipLine(): void {
    while (this.#at < this.#tokens.length && this.#tokens[this.#at]?.kind !== 'newline') this.#at++
  }

  statement(): Statement {
    const [name, equals] = [this.#tokens[this.#at], this.#tokens[this.#at + 1]]
    const assigns = name?.kind === 'name' && equals?.text === '='
    if (assigns) this.#at += 2
    const expression = this.#binary(0)
    const end = this.#tokens[this.#at]
    if (end && end.kind !== 'newline') throw new Unsupported(end.text)
    return assigns ? { kind: 'assignment', name: name.text, expression } : { kind: 'expression', expression }
  }

  #take(text: string): boolean {
    const token = this.#tokens[this.#at]
    if (token?.kind !== 'operator' || token.text !== text) return false
    this.#at++
    return true
  }

  #binary(level: number): Expression {
    const operators = levels[level]
    if (!operators) return this.#unary()
    let left = this.#binary(level + 1)
    for (;;) {
      const token = this.#tokens[this.#at]
      if (token?.kind !== 'operator' || !operators.has(token.text)) return left
      this.#at++
      left = { kind: 'binary', operator: token.text, left, right: this.#binary(level + 1) }
    }
  }

  #unary(): Expression {
    if (this.#take('-')) return { kind: 'unary', operand: this.#unary() }
    const base = this.#atom()
    return this.#take('**') ? { kind: 'binary', operator: '**', left: base, right: this.#unary() } : base
  }

  #atom(): Expression {
    const token = this.#tokens[this.#at++]
    if (!token) throw new Unsupported('the end')
    switch (token.kind) {
      case 'string':
        return { kind: 'value', value: this.#strings(token.text) }
      case 'number':
        return { kind: 'value', value: Number(token.text) }
      case 'name':
        return this.#named(token.text)
      default:
        if (token.text === '[') return { kind: 'list', items: this.#items(']') }
        if (token.text !== '(') throw new Unsupported(token.text)
        return this.#closed(this.#binary(0))
    }
  }

  // Strings beside each other are one string.
  #strings(first: string): string {
    let text = unquote(first)
    for (let next = this.#tokens[this.#at]; next?.kind === 'string'; next = this.#tokens[this.#at]) {
      text += unquote(next.text)
      this.#at++
    }
    return text
  }

  #closed(inner: Expression): Expression {
    if (!this.#take(')')) throw new Unsupported('a parenthesis')
    return inner
  }

  #named(name: string): Expression {
    const constants: Record<string, boolean | null> = { True: true, False: false, None: null }
    if (Object.hasOwn(constants, name)) return { kind: 'value', value: constants[name] ?? null }
    return this.#take('(') ? { kind: 'call', name, args: this.#items(')') } : { kind: 'name', name }
  }

  #items(end: string): Expression[] {
    const items: Expression[] = []
    while (!this.#take(end)) {
      items.push(this.#binary(0))
      if (!this.#take(',') && this.#tokens[this.#at]?.text !== end) throw new Unsupported('a list')
    }
    return items
  }
}

const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '\n': '' }

function unquote(literal: string): string {
  const raw = /^[rR]/.test(literal)
  const text = raw ? literal.slice(1) : literal
  const quotes = /^("""|''')/.test(text) ? 3 : 1
  const body = text.slice(quotes, -quotes)
  if (raw) return body
  return body.replace(/\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|[\s\S])/g, (_, sequence: string) =>
    sequence.length > 1
      ? String.fromCharCode(Number.parseInt(sequence.slice(1), 16))
      : (escapes[sequence] ?? sequence),
  )
}

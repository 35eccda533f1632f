// Colours source code: parses it and makes spans, never markup.
import { StreamLanguage } from '@codemirror/language'
import { javascript } from '@codemirror/legacy-modes/mode/javascript'
import { julia } from '@codemirror/legacy-modes/mode/julia'
import { r } from '@codemirror/legacy-modes/mode/r'
import { shell } from '@codemirror/legacy-modes/mode/shell'
import type { Parser } from '@lezer/common'
import { classHighlighter, highlightCode } from '@lezer/highlight'
import { parser as python } from '@lezer/python'

// Longer sources stay without colours: nobody reads them, and parsing would hold the page up.
const longest = 60_000

const parsers: Readonly<Record<string, () => Parser>> = {
  python: () => python,
  ipython: () => python,
  r: () => StreamLanguage.define(r).parser,
  julia: () => StreamLanguage.define(julia).parser,
  bash: () => StreamLanguage.define(shell).parser,
  shell: () => StreamLanguage.define(shell).parser,
  javascript: () => StreamLanguage.define(javascript).parser,
  typescript: () => StreamLanguage.define(javascript).parser,
}
const made = new Map<string, Parser>()

/** The code as text with spans of class `tok-…`. A language that is not known stays plain text. */
export function highlight(code: string, language: string): DocumentFragment {
  const fragment = document.createDocumentFragment()
  const parser = code.length > longest ? undefined : parserFor(language.toLowerCase())
  if (!parser) {
    fragment.append(code)
    return fragment
  }
  highlightCode(
    code,
    parser.parse(code),
    classHighlighter,
    (text, classes) => {
      if (!classes) return fragment.append(text)
      const span = document.createElement('span')
      span.className = classes
      span.append(text)
      fragment.append(span)
    },
    () => fragment.append('\n'),
  )
  return fragment
}

function parserFor(language: string): Parser | undefined {
  const make = Object.hasOwn(parsers, language) ? parsers[language] : undefined
  if (!make) return undefined
  const parser = made.get(language) ?? make()
  made.set(language, parser)
  return parser
}

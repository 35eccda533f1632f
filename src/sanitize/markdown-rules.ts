// Makes marked's rules linear, and spares asking them in vain. Those that look at the start of a text must look nowhere else: they say so
// by `^`, and marked asks about twenty of them at each piece of a text; but WebKit tries rules as long as these at every place of the
// rest, which takes it seconds for 10 kB. And the last run of back quotes of each length looks for its end in vain, through all of the
// rest: so there must not be many lengths.

import { isLetter } from './code-units.js'
import { wordSet } from './words.js'

/** Rules by name, as marked keeps them. */
export interface RuleGroup {
  readonly [name: string]: RegExp
}

// What most rules look for never begins with a letter, as most blocks do; and some look for two lines.
const ANY_LETTER: ReadonlySet<string> = wordSet('lheading.paragraph.punctuation.table.text.url')
const TWO_LINES: ReadonlySet<string> = wordSet('lheading.table')

/**
 * The same rules, those that begin with `^` held to the start by the flag `y`. What is found stays the same, but for more than 64
 * back quotes in a row, which are text.
 */
export function linearRules<Group extends RuleGroup>(group: Group): Group {
  let held = groups.get(group)
  if (!held) {
    held = Object.fromEntries(Object.entries(group).map(([name, rule]) => [name, linearRule(name, rule)]))
    groups.set(group, held)
  }
  return held as Group
}

const groups = new WeakMap<RuleGroup, RuleGroup>()

// A global rule is asked again from where it left off; the others are asked about a new text each time.
function linearRule(name: string, rule: RegExp): RegExp {
  const source = rule.source.replace(/^(\^?)\(`\+\)/, '$1(`{1,64}(?!`))')
  if (!source.startsWith('^') || rule.global)
    return source === rule.source ? rule : new RegExp(source, rule.flags)
  const held = new StartRule(source, `${rule.flags}y`)
  held.anyLetter = ANY_LETTER.has(name)
  held.twoLines = TWO_LINES.has(name)
  return held
}

// Engines are slow about classes of their own rules, so the asking is done by a rule that is none.
class StartRule extends RegExp {
  readonly #rule = new RegExp(this)
  anyLetter = false
  twoLines = false

  override exec(text: string): RegExpExecArray | null {
    if (!this.anyLetter && isLetter(text.charCodeAt(0))) return null
    if (this.twoLines && !/^[^\n]*\n[^\n]/.test(text)) return null
    this.#rule.lastIndex = 0
    return this.#rule.exec(text)
  }
}

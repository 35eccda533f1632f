// Makes rules that look at the start of a text look nowhere else. marked's say so by `^`, and it asks about twenty of them at each
// piece of a text; but WebKit tries rules as long as these at every place of the rest, which takes it seconds for 10 kB.

/** Rules by name, as marked keeps them. */
export interface RuleGroup {
  readonly [name: string]: RegExp
}

/** The same rules, those that begin with `^` held to the start by the flag `y`. What is found stays the same. */
export function heldToStart<Group extends RuleGroup>(group: Group): Group {
  let held = groups.get(group)
  if (!held) {
    held = Object.fromEntries(Object.entries(group).map(([name, rule]) => [name, heldRule(rule)]))
    groups.set(group, held)
  }
  return held as Group
}

const groups = new WeakMap<RuleGroup, RuleGroup>()

// A global rule is asked again from where it left off; the others are asked about a new text each time.
function heldRule(rule: RegExp): RegExp {
  return rule.source.startsWith('^') && !rule.global ? new StartRule(rule.source, `${rule.flags}y`) : rule
}

// Engines are slow about classes of their own rules, so the asking is done by a rule that is none.
class StartRule extends RegExp {
  readonly #rule = new RegExp(this)

  override exec(text: string): RegExpExecArray | null {
    this.#rule.lastIndex = 0
    return this.#rule.exec(text)
  }
}

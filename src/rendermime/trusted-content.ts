// The bridge from a renderer to `trusted.ts`: an element for live content, with its script errors shown inside it.
import type { Content, RenderContext } from './content.js'
import { build } from './dom.js'
import type { RenderMessages } from './messages.js'
import { mountTrustedHtml, runTrustedScript, type ScriptProblem } from './trusted.js'

/** What a trusted output holds. */
export type LiveSource = { readonly html: string } | { readonly script: string }

/** Shows a trusted output. Throws if the context is not a trusted one: the safe path never comes here. */
export function trustedContent(
  source: LiveSource,
  { document, window, tier, scripts, messages }: RenderContext,
): Content {
  if (tier !== 'trusted') throw new Error('Live content was asked for in an untrusted output.')
  const element = build(document, 'div', { attributes: { class: 'nbtrust-live' } })
  const problems = build(document, 'div')
  const options = {
    scripts,
    parser: window?.document ?? document,
    onProblem: (problem: ScriptProblem) => {
      problems.append(
        build(document, 'div', {
          attributes: { class: 'nbtrust-notice', 'data-weight': 'error', role: 'note' },
          children: [build(document, 'p', { children: [describe(problem, messages)] })],
        }),
      )
    },
  }
  const live =
    'html' in source
      ? mountTrustedHtml(element, source.html, options)
      : runTrustedScript(element, source.script, options)
  const dispose = () => {
    live.dispose()
    element.replaceChildren()
  }
  return { node: build(document, 'div', { children: [element, problems] }), done: live.done, dispose }
}

function describe(problem: ScriptProblem, messages: RenderMessages): string {
  switch (problem.kind) {
    case 'failed':
      return messages.scriptFailed(errorText(problem.error))
    case 'not loaded':
      return messages.scriptNotLoaded(problem.address)
    case 'blocked':
      return messages.scriptBlocked
    case 'not attached':
      return messages.scriptNotAttached
  }
}

// A script may throw anything, also an object whose toString throws.
function errorText(error: unknown): string {
  try {
    return String(error)
  } catch {
    return typeof error
  }
}

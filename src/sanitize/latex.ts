// Renders `text/latex` outputs: text with formulas in it, or one environment.
import { createContext } from './context.js'
import { withheld } from './html.js'
import { inertFragment } from './inert.js'
import { type MathOptions, renderFormulas, replaceMarks } from './math.js'
import { extractMath } from './math-delimiters.js'
import { requireText, resolveOptions, type SafeResult, type SanitizeOptions } from './options.js'
import { withMath } from './policy.js'
import { safeResult } from './result.js'

/**
 * Renders LaTeX: what is between `$`, `$$`, `\(`, `\[` or in an environment becomes math, everything else is text. Never throws for any
 * string; throws `ERR_ARGUMENT` for anything else.
 */
export function renderLatex(source: string, options: SanitizeOptions & MathOptions = {}): SafeResult {
  requireText(source, 'LaTeX to render')
  const resolved = resolveOptions(options)
  if (source.length > resolved.limits.length) {
    return withheld('length', { options: resolved, mimeType: 'text/latex' })
  }
  // KaTeX's own layout needs the shadow root; its MathML does not.
  const surface = options.mathOutput === 'htmlAndMathml' ? 'contained' : undefined
  const context = createContext(
    { ...resolved, policy: withMath(resolved.policy) },
    surface ? { surface } : {},
  )
  const math = extractMath(source, { host: 'latex', limit: resolved.limits.formulas })
  const fragment = inertFragment(resolved.window)
  fragment.append(math.text)
  if (math.formulas.length) {
    replaceMarks(fragment, math.marks, renderFormulas(math.formulas, options, context))
  }
  return safeResult(fragment, context)
}

// Untrusted HTML into the page: ours, the platform's parser alone, and three peers.
import { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer'
import createDOMPurify from 'dompurify'
import { mountSafeHtml, sanitizeHtml, setSafeHtml } from '../../../src/sanitize/index.js'
import { htmlSamples } from '../../data/html.js'
import { type Show, showContestants } from '../show.js'
import type { PreparedTask } from '../task.js'

/** `sample` names one of `htmlSamples`. */
export async function prepare({ sample }: { readonly sample: string }): Promise<PreparedTask> {
  const pieces = htmlSamples[sample]?.()
  if (!pieces) throw new Error(`There is no sample ${sample}.`)
  const purify = createDOMPurify(window)
  const jupyterlab = new Sanitizer()
  const template = document.createElement('template')
  const ways: Record<string, Show> = {
    ours: (element, dirty) => setSafeHtml(element, sanitizeHtml(dirty).html),
    'ours, mounted': (element, dirty) => void mountSafeHtml(element, sanitizeHtml(dirty).html),
    raw: (element, dirty) => {
      template.innerHTML = dirty
      element.replaceChildren(template.content)
    },
    JupyterLab: (element, dirty) => {
      element.innerHTML = jupyterlab.sanitize(dirty)
    },
    'DOMPurify fragment': (element, dirty) => {
      element.replaceChildren(purify.sanitize(dirty, { RETURN_DOM_FRAGMENT: true }))
    },
    'DOMPurify innerHTML': (element, dirty) => {
      element.innerHTML = purify.sanitize(dirty)
    },
  }
  const native: { setHTML?: (dirty: string) => void } = Element.prototype as object
  if (native.setHTML) ways.setHTML = (element, dirty) => native.setHTML?.call(element, dirty)
  return { contestants: showContestants(ways, pieces), facts: { removed: countRemoved(pieces) } }
}

function countRemoved(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + sanitizeHtml(piece).removed.length, 0)
}

// Untrusted HTML into the page: ours, the platform's parser alone, and three peers.
import { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer'
import createDOMPurify from 'dompurify'
import { mountSafeHtml, sanitizeAll, sanitizeHtml, setSafeHtml } from '../../../src/sanitize/index.js'
import { htmlSamples } from '../../data/html.js'
import { oneByOne, type ShowAll, showContestants } from '../show.js'
import type { PreparedTask } from '../task.js'

/** `sample` names one of `htmlSamples`. */
export async function prepare({ sample }: { readonly sample: string }): Promise<PreparedTask> {
  const pieces = htmlSamples[sample]?.()
  if (!pieces) throw new Error(`There is no sample ${sample}.`)
  const purify = createDOMPurify(window)
  const jupyterlab = new Sanitizer()
  const template = document.createElement('template')
  const ways: Record<string, ShowAll> = {
    ours: oneByOne((element, dirty) => setSafeHtml(element, sanitizeHtml(dirty).html)),
    'ours, mounted': oneByOne((element, dirty) => void mountSafeHtml(element, sanitizeHtml(dirty).html)),
    raw: oneByOne((element, dirty) => {
      template.innerHTML = dirty
      element.replaceChildren(template.content)
    }),
    JupyterLab: oneByOne((element, dirty) => {
      element.innerHTML = jupyterlab.sanitize(dirty)
    }),
    'DOMPurify fragment': oneByOne((element, dirty) => {
      element.replaceChildren(purify.sanitize(dirty, { RETURN_DOM_FRAGMENT: true }))
    }),
    'DOMPurify innerHTML': oneByOne((element, dirty) => {
      element.innerHTML = purify.sanitize(dirty)
    }),
  }
  const native: { setHTML?: (dirty: string) => void } = Element.prototype as object
  if (native.setHTML) ways.setHTML = oneByOne((element, dirty) => native.setHTML?.call(element, dirty))
  // As a frontend would show a notebook that it has whole.
  if (pieces.length > 1) {
    ways['ours, batch'] = (elements, dirty) => {
      for (const [index, { html }] of sanitizeAll(dirty).entries()) {
        const element = elements[index]
        if (element) mountSafeHtml(element, html)
      }
    }
  }
  return { contestants: showContestants(ways, pieces), facts: { removed: countRemoved(pieces) } }
}

function countRemoved(pieces: readonly string[]): number {
  return pieces.reduce((sum, piece) => sum + sanitizeHtml(piece).removed.length, 0)
}

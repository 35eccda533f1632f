// Untrusted Markdown into the page.
import { Sanitizer } from '@jupyterlab/apputils/lib/sanitizer'
import createDOMPurify from 'dompurify'
import MarkdownIt from 'markdown-it'
import { Marked } from 'marked'
import { renderMarkdown, setSafeHtml } from '../../../src/sanitize/index.js'
import { makeMarkdown } from '../../data/html.js'
import { oneByOne, type ShowAll, showContestants } from '../show.js'
import type { PreparedTask } from '../task.js'

/** A page of so many bytes. */
export async function prepare({ bytes }: { readonly bytes: number }): Promise<PreparedTask> {
  const marked = new Marked()
  const markdownIt = new MarkdownIt({ html: true, linkify: true })
  const jupyterlab = new Sanitizer()
  const purify = createDOMPurify(window)
  const markup = (source: string): string => marked.parse(source, { async: false })
  const ways: Record<string, ShowAll> = {
    ours: oneByOne((element, source) => setSafeHtml(element, renderMarkdown(source).html)),
    'marked, raw': oneByOne((element, source) => {
      element.innerHTML = markup(source)
    }),
    'marked + JupyterLab': oneByOne((element, source) => {
      element.innerHTML = jupyterlab.sanitize(markup(source))
    }),
    'markdown-it + DOMPurify': oneByOne((element, source) => {
      element.innerHTML = purify.sanitize(markdownIt.render(source))
    }),
  }
  return { contestants: showContestants(ways, [makeMarkdown(bytes)]) }
}

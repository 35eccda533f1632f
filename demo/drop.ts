// Lets a file be dropped anywhere on the page, and shows where while it hovers.
import { build } from '../src/index.js'
import { strings } from './strings.js'

/** Calls back with the first file that is dropped on the page. */
export function onFileDrop(onFile: (file: File) => void): void {
  const veil = build(document, 'div', {
    attributes: { class: 'drop-veil', hidden: true, 'aria-hidden': 'true' },
    children: [
      build(document, 'div', {
        children: [
          build(document, 'strong', { children: [strings.dropNow] }),
          build(document, 'span', { children: [strings.dropHint] }),
        ],
      }),
    ],
  })
  document.body.append(veil)
  const holdsFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false
  addEventListener('dragover', (event) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    veil.hidden = false
  })
  addEventListener('dragleave', (event) => {
    // Leaving for nothing means leaving the window.
    if (event.relatedTarget === null) veil.hidden = true
  })
  addEventListener('drop', (event) => {
    if (!holdsFile(event)) return
    event.preventDefault()
    veil.hidden = true
    const file = event.dataTransfer?.files[0]
    if (file) onFile(file)
  })
}

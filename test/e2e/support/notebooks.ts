// The notebooks that the end-to-end tests open: everything that a reader can meet, with canaries in whatever could run.

/** A code cell as the file holds it. */
export interface CellOptions {
  readonly source?: string
  readonly trusted?: boolean
}

const hit = (name: string): string => `__nbtrustCanary('${name}')`

/** A version 4 code cell with one output per bundle. */
export function cell(bundles: readonly object[], { source = 'x', trusted }: CellOptions = {}): object {
  return {
    cell_type: 'code',
    metadata: trusted === undefined ? {} : { trusted },
    source,
    execution_count: 1,
    outputs: bundles.map((data) => ({ output_type: 'display_data', data, metadata: {} })),
  }
}

/** The text of a version 4 notebook. */
export function notebook(cells: readonly object[], { minor = 4 }: { readonly minor?: number } = {}): string {
  return JSON.stringify({ nbformat: 4, nbformat_minor: minor, metadata: {}, cells }, null, 1)
}

/** An address outside the demo, for a script and for a picture. */
export const library = 'https://cdn.example/library.js'
export const picture = 'https://cdn.example/picture.svg'

/** Would run, contact and replace as much as it can; its code cells claim to be trusted. */
export const active: string = notebook([
  {
    cell_type: 'markdown',
    metadata: {},
    source: `# Active\n\n<img src=x: onerror="${hit('markdown')}"> ![](${picture})\n\n<script>${hit('markdown script')}</script>`,
  },
  cell(
    [
      {
        'text/html': [
          `<p id="one">first</p><script>${hit('1')}</script>`,
          `<script src="${library}"></script><script>${hit('3')}; document.getElementById('one').append(' ran')</script>`,
        ],
        'text/plain': '<IPython.core.display.HTML object>',
      },
    ],
    { trusted: true },
  ),
  cell(
    [
      {
        'application/javascript': `${hit('4')}; element.append('made with element')`,
        'text/plain': '<IPython.core.display.Javascript object>',
      },
    ],
    { trusted: true },
  ),
  cell([
    {
      'text/html': `<button onclick="${hit('click')}">Press</button><img src="data:," onerror="${hit('error')}">`,
    },
  ]),
  cell([
    {
      'image/svg+xml': `<svg xmlns="http://www.w3.org/2000/svg" onload="${hit('svg')}"><circle r="4"/></svg>`,
    },
  ]),
  cell([{ 'text/html': `<script>${hit('5')}</script><img src="${picture}" alt="a picture">last` }]),
])

/** What {@link library} says. */
export const libraryCode: string = hit('2')

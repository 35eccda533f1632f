// All outputs of a notebook into the page, untrusted: ours, rendered when near or all at once, and JupyterLab's rendermime. Each
// with the style sheet that it is shipped with, since layout is counted.

import {
  RenderMimeRegistry as JupyterRegistry,
  MimeModel,
  standardRendererFactories,
} from '@jupyterlab/rendermime'
import '@jupyterlab/rendermime/style/base.css'
import { codeCells, type Output, outputBundle, parseNotebook } from '../../../src/nbformat/index.js'
import {
  NearQueue,
  type Rendered,
  RenderMimeRegistry,
  renderOutput,
  renderOutputWhenNear,
} from '../../../src/rendermime/index.js'
import { makeData } from '../../data/index.js'
import { type PreparedTask, stage } from '../task.js'

/** `data` names a notebook of `bench/data`. */
export async function prepare({ data }: { readonly data: string }): Promise<PreparedTask> {
  const outputs = codeCells(parseNotebook(makeData(data))).flatMap((cell): readonly Output[] => cell.outputs)
  const registry = new RenderMimeRegistry()
  const jupyter = new JupyterRegistry({ initialFactories: standardRendererFactories })
  return {
    contestants: {
      'ours, all': () =>
        timed(async () => {
          const all = outputs.map((output): Rendered => {
            const rendered = renderOutput(output, { registry })
            stage().append(rendered.element)
            return rendered
          })
          await Promise.all(all.map((rendered) => rendered.done))
        }),
      'ours, when near': () =>
        timed(async () => {
          const near = new NearQueue()
          for (const output of outputs)
            stage().append(renderOutputWhenNear(output, { registry, near }).element)
          await near.idle()
          near.close()
        }),
      JupyterLab: () =>
        timed(async () => {
          await Promise.all(outputs.map((output) => showByJupyter(output, jupyter)))
        }),
    },
    facts: { outputs: outputs.length },
  }
}

// With layout, which a reader waits for too.
async function timed(work: () => Promise<void>): Promise<number> {
  stage().replaceChildren()
  const start = performance.now()
  await work()
  const height = stage().offsetHeight
  const end = performance.now()
  if (height === 0) throw new Error('Nothing was shown.')
  stage().replaceChildren()
  return end - start
}

// As JupyterLab's output area does it: a model, the preferred type, a widget, its node into the page.
async function showByJupyter(output: Output, registry: JupyterRegistry): Promise<void> {
  const data = bundleOf(output)
  const mimeType = registry.preferredMimeType(data, 'ensure')
  if (mimeType === undefined) return
  const renderer = registry.createRenderer(mimeType)
  stage().append(renderer.node)
  await renderer.renderModel(new MimeModel({ data, trusted: false }))
}

function bundleOf(output: Output): Record<string, never> {
  const data =
    output.output_type === 'stream'
      ? { 'application/vnd.jupyter.stderr': [output.text].flat().join('') }
      : outputBundle(output).data
  return data as Record<string, never>
}

// The sample notebooks, bundled as text, so that opening one requests nothing.
import index from './notebooks/index.json'

/** One sample, as its card shows it. */
export interface Sample {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly kind: string
  readonly text: string
}

const files: Record<string, string> = import.meta.glob('./notebooks/*.ipynb', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** All samples, in the order of the index. */
export const samples: readonly Sample[] = index.flatMap(({ file, title, description, kind }) => {
  const text = files[`./notebooks/${file}`]
  return text === undefined ? [] : [{ name: file, title, description, kind, text }]
})

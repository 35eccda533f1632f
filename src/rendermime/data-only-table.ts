// Types that hold a program's or a widget's data: known by name, never executed, shown by what stands beside them.

/** What readers call the things behind these types. */
export type DataOnlyName =
  | 'Vega chart'
  | 'Vega-Lite chart'
  | 'Plotly chart'
  | 'Bokeh chart'
  | 'HoloViews chart'
  | 'Jupyter widget'
  | 'Rich output'
  | 'Dash app'
  | 'Mermaid diagram'

const types: readonly (readonly [pattern: RegExp, name: DataOnlyName])[] = [
  [/^application\/vnd\.vega\.v\d+(\.\d+)?\+json$/, 'Vega chart'],
  [/^application\/vnd\.vegalite\.v\d+(\.\d+)?\+json$/, 'Vega-Lite chart'],
  [/^application\/vnd\.plotly\.v\d+\+json$/, 'Plotly chart'],
  [/^application\/vnd\.bokehjs_(exec|load)\.v\d+\+json$/, 'Bokeh chart'],
  [/^application\/vnd\.holoviews_(exec|load)\.v\d+\+json$/, 'HoloViews chart'],
  [/^application\/vnd\.jupyter\.widget-(view|state)\+json$/, 'Jupyter widget'],
  [/^application\/vnd\.jupyter\.es6-rich-output$/, 'Rich output'],
  [/^application\/vnd\.dash\.v\d+\+json$/, 'Dash app'],
  [/^text\/vnd\.mermaid$/, 'Mermaid diagram'],
]

/** What readers call the thing behind this MIME type, if its data is a program's: `Plotly chart`. */
export function dataOnlyName(mimeType: string): DataOnlyName | undefined {
  const type = mimeType.toLowerCase()
  return types.find(([pattern]) => pattern.test(type))?.[1]
}

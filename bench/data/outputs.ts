// The outputs that fill real notebooks: tables, images, charts.
import type { PythonJson } from './python-json.js'
import type { Random } from './random.js'

type Mimebundle = Readonly<Record<string, PythonJson>>

/** A pandas table as `text/html` and `text/plain`, the way `df._repr_html_()` writes it. */
export function pandasBundle(random: Random, { rows, columns }: TableSize): Mimebundle {
  const table = Array.from({ length: rows }, () =>
    Array.from({ length: columns }, () => random.normal().toFixed(6)),
  )
  return {
    'text/html': tableHtml(table),
    'text/plain': table.map(
      (row, index) => `${String(index).padEnd(5)}${row.map((cell) => cell.padStart(11)).join('')}\n`,
    ),
  }
}

export interface TableSize {
  readonly rows: number
  readonly columns: number
}

/** The lines of the HTML of a pandas table. */
export function tableHtml(table: readonly (readonly string[])[]): string[] {
  const header = (table[0] ?? []).map((_, column) => `      <th>column_${column}</th>\n`)
  const body = table.flatMap((row, index) => [
    '    <tr>\n',
    `      <th>${index}</th>\n`,
    ...row.map((cell) => `      <td>${cell}</td>\n`),
    '    </tr>\n',
  ])
  return [
    '<div>\n',
    '<style scoped>\n    .dataframe tbody tr th:only-of-type {\n        vertical-align: middle;\n    }\n</style>\n',
    '<table border="1" class="dataframe">\n',
    '  <thead>\n    <tr style="text-align: right;">\n      <th></th>\n',
    ...header,
    '    </tr>\n  </thead>\n  <tbody>\n',
    ...body,
    '  </tbody>\n</table>\n',
    `<p>${table.length} rows × ${table[0]?.length ?? 0} columns</p>\n`,
    '</div>',
  ]
}

const base64Letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const base64Pairs = Array.from(
  { length: 4096 },
  (_, bits) => `${base64Letters[bits >> 6]}${base64Letters[bits & 63]}`,
)

/** A matplotlib figure: compressed pixels look like random base64. */
export function pngBundle(random: Random, bytes: number): Mimebundle {
  const pairs = new Array<string>(bytes >> 1)
  for (let index = 0; index < pairs.length; index++) pairs[index] = base64Pairs[random.below(4096)] ?? 'AA'
  return {
    'image/png': `iVBORw0KGgoAAAANSUhEUgAA${pairs.join('')}\n`,
    'text/plain': ['<Figure size 640x480 with 1 Axes>'],
  }
}

/** A plotly figure: x mostly steps, y measured values with all their digits, z rounded ones and a few tiny ones. */
export function plotlyBundle(random: Random, points: number): Mimebundle {
  const floats = (value: (index: number) => number): Float64Array =>
    Float64Array.from({ length: points }, (_, index) => value(index))
  const trace = (name: string, y: Float64Array): PythonJson => ({
    hovertemplate: `${name}=%{x}<br>y=%{y}<extra></extra>`,
    line: { color: '#636efa', dash: 'solid' },
    mode: 'lines',
    name,
    showlegend: true,
    type: 'scatter',
    x: floats((index) => index / 4),
    y,
  })
  return {
    'application/vnd.plotly.v1+json': {
      config: { plotlyServerURL: 'https://plot.ly' },
      data: [
        trace(
          'measured',
          floats(() => random.normal() * 100),
        ),
        trace(
          'rounded',
          floats(() => Math.round(random.normal() * 1e4) / 1e4),
        ),
        trace(
          'residuals',
          floats(() => random.normal() * 1e-5),
        ),
      ],
      layout: {
        margin: { t: 60 },
        template: { layout: { colorway: ['#636efa', '#EF553B'] } },
        xaxis: { domain: floats((index) => index).subarray(0, 2) },
      },
    },
  }
}

# %% [markdown]
# # One of everything
#
# Every kind of output that a kernel commonly sends. What needs a script or a widget to work shows
# its static form until the notebook is trusted.

# %%
import io
import sys

import matplotlib.pyplot as plt
import numpy as np
from IPython.display import HTML, JSON, SVG, Image, Javascript, Latex, Markdown, Math, display, publish_display_data
from PIL import Image as Picture

# %% [markdown]
# ## Text
# Standard output, standard error and a result of plain text.

# %%
print('to standard output')

# %%
print('to standard error', file=sys.stderr)

# %%
{'pi': np.pi, 'primes': [2, 3, 5, 7, 11], 'nested': {'a': None, 'b': True}}

# %% [markdown]
# Colours by ANSI escapes: the sixteen, the palette of 256, and 24 bits.

# %%
names = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white']
print(' '.join(f'\x1b[{30 + n}m{name}\x1b[0m' for n, name in enumerate(names)))
print(' '.join(f'\x1b[{90 + n}m{name}\x1b[0m' for n, name in enumerate(names)))
print(' '.join(f'\x1b[{40 + n};97m {name} \x1b[0m' for n, name in enumerate(names)))
print('\x1b[1mbold\x1b[0m \x1b[3mitalic\x1b[0m \x1b[4munderlined\x1b[0m \x1b[7mreversed\x1b[0m \x1b[9mstruck\x1b[0m')
print(''.join(f'\x1b[48;5;{n}m  \x1b[0m' for n in range(16, 52)))
print(''.join(f'\x1b[48;5;{n}m  \x1b[0m' for n in range(232, 256)))
print(''.join(f'\x1b[48;2;{255 - 5 * n};{3 * n};{5 * n}m \x1b[0m' for n in range(52)))

# %% [markdown]
# A progress bar rewrites its line with carriage returns.

# %%
from tqdm import tqdm

for _ in tqdm(range(8), desc='Baking', bar_format='{l_bar}{bar:24}| {n_fmt}/{total_fmt}', mininterval=0):
    pass

# %% [markdown]
# An error comes with a traceback.

# %% tags=["raises-exception"]
def mean(values):
    return sum(values) / len(values)

def report(table):
    return {name: mean(column) for name, column in table.items()}

report({'apples': [3, 4, 5], '<b>pears</b>': [1, '2']})

# %% [markdown]
# ## Mathematics
# Formulas by sympy.

# %%
import sympy
from sympy import Integral, Matrix, Sum, cos, exp, factorial, oo, pi, sqrt, symbols

sympy.init_printing(use_latex='mathjax')
x, n = symbols('x n')
Integral(exp(-(x**2)), (x, -oo, oo))

# %%
display(sympy.Eq(Integral(exp(-(x**2)), (x, -oo, oo)), sqrt(pi)))
display(sympy.Eq(Sum(x**n / factorial(n), (n, 0, oo)), exp(x)))
cos(x).series(x, 0, 8)

# %%
Matrix([[1, x, x**2], [0, 1, 2 * x], [0, 0, 2]]).inv()

# %%
display(Math(r'\nabla \times \mathbf{E} = -\frac{\partial \mathbf{B}}{\partial t}'))
display(Latex(r"""Some text with $a^2 + b^2 = c^2$ in it, and an environment:
\begin{align}
(a + b)^2 &= (a + b)(a + b) \\
          &= a^2 + 2ab + b^2
\end{align}"""))

# %% [markdown]
# ## Markup
# Markdown made by code.

# %%
Markdown("""### Squares
| number | square |
|--:|--:|
""" + '\n'.join(f'| {number} | **{number**2}** |' for number in range(1, 5)) + '\n\nwith `code`, *emphasis* and $\\sqrt{n^2} = n$.')

# %% [markdown]
# HTML with a style sheet of its own and a button that a script brings to life.

# %%
HTML("""
<style>
  .tally { display: inline-flex; gap: 1em; align-items: center; padding: 0.8em 1.2em; border: 1px solid #93c5fd; border-radius: 8px; background: #eff6ff; color: #1e3a8a }
  .tally b { font-size: 1.6em }
</style>
<div class="tally">
  <button type="button">Count</button>
  <b>0</b>
  <span>The button waits for its script.</span>
</div>
<script>
  {
    const tally = document.currentScript?.previousElementSibling ?? document.querySelector('.tally')
    const number = tally.querySelector('b')
    tally.querySelector('span').textContent = 'The script is running.'
    tally.querySelector('button').onclick = () => { number.textContent = Number(number.textContent) + 1 }
  }
</script>
""")

# %%
HTML("""
<details open>
  <summary>A few more elements</summary>
  <dl><dt>Abbreviation</dt><dd><abbr title="HyperText Markup Language">HTML</abbr></dd>
  <dt>Keys</dt><dd><kbd>Shift</kbd> + <kbd>Enter</kbd></dd>
  <dt>Formula</dt><dd>H<sub>2</sub>O, E = mc<sup>2</sup></dd>
  <dt>Ruby</dt><dd><ruby>漢<rt>kan</rt>字<rt>ji</rt></ruby></dd></dl>
  <p style="color: #b45309; text-align: right">Coloured and to the right, <mark>marked</mark>, <time datetime="2024-01-01">dated</time>.</p>
  <progress value="0.7">70 %</progress> <meter value="0.4">40 %</meter>
  <p dir="rtl" lang="ar">مرحبا بالعالم</p>
</details>
""")

# %% [markdown]
# JavaScript gets the output's own `element`.

# %%
Javascript("""
const list = document.createElement('ol')
for (const name of ['a script made this list', 'inside its own output', 'because you trusted the notebook']) {
  const item = document.createElement('li')
  item.textContent = name
  list.append(item)
}
element.append(list)
""")

# %%
JSON({'name': 'nbtrust', 'tags': ['trust', 'notebooks'], 'count': 3, 'nested': {'empty': [], 'nothing': None, 'yes': True}})

# %% [markdown]
# ## Pictures
# SVG, written by hand and by matplotlib.

# %%
SVG("""
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 80" width="300" height="80" role="img">
  <title>A sunset</title>
  <defs>
    <linearGradient id="sky" x2="0" y2="1"><stop stop-color="#312e81"/><stop offset="1" stop-color="#fb923c"/></linearGradient>
    <clipPath id="frame"><rect width="300" height="80" rx="10"/></clipPath>
  </defs>
  <g clip-path="url(#frame)">
    <rect width="300" height="80" fill="url(#sky)"/>
    <circle cx="150" cy="72" r="26" fill="#fde047"/>
    <path d="M0 70 Q 75 50 150 70 T 300 70 V 80 H 0 Z" fill="#1e1b4b"/>
  </g>
  <text x="14" y="24" fill="white" font-family="sans-serif" font-size="13">vector graphics</text>
</svg>
""")

# %%
from matplotlib_inline.backend_inline import set_matplotlib_formats

set_matplotlib_formats('svg')
angle = np.linspace(0, 2 * np.pi, 240)
figure, axes = plt.subplots(figsize=(3.2, 3.2))
for radius, color in [(1 + 0.6 * np.cos(5 * angle), '#fbcfe8'), (0.6 + 0.3 * np.cos(5 * angle), '#db2777')]:
    axes.fill(radius * np.cos(angle), radius * np.sin(angle), color=color)
axes.set(aspect='equal', title='A rose')
plt.show()

# %% [markdown]
# One picture as PNG, JPEG and WebP, and an animated GIF.

# %%
set_matplotlib_formats('png')
row, column = np.mgrid[-1.2:1.2:150j, -2:1:190j]
point = column + 1j * row
orbit, steps = np.zeros_like(point), np.zeros(point.shape)
for step in range(40):
    inside = abs(orbit) < 2
    orbit[inside] = orbit[inside] ** 2 + point[inside]
    steps += inside
mandelbrot = Picture.fromarray((plt.cm.twilight_shifted(steps / 40)[..., :3] * 255).astype('uint8'))

def encoded(kind, **options):
    buffer = io.BytesIO()
    mandelbrot.save(buffer, kind, **options)
    return buffer.getvalue()

display(Image(encoded('PNG'), alt='The Mandelbrot set'))
display(Image(encoded('JPEG', quality=80), width=190, height=150))
Image(encoded('PNG'), width=95, metadata={'alt': 'The Mandelbrot set at half its size'})

# %%
import base64

publish_display_data({
    'image/webp': base64.b64encode(encoded('WEBP', quality=70)).decode(),
    'text/plain': 'The Mandelbrot set as WebP',
})

# %%
frames = []
for phase in np.linspace(0, 2 * np.pi, 12, endpoint=False):
    wave = np.sin(np.hypot(*np.mgrid[-8:8:64j, -12:12:96j]) * 1.4 - phase)
    frames.append(Picture.fromarray((plt.cm.viridis(wave / 2 + 0.5)[..., :3] * 255).astype('uint8')).quantize(24))
buffer = io.BytesIO()
frames[0].save(buffer, 'GIF', save_all=True, append_images=frames[1:], duration=90, loop=0)
Image(buffer.getvalue(), format='gif')

# %%
figure, axes = plt.subplots(figsize=(6, 2.4))
axes.hist(np.random.default_rng(7).normal(size=4000), bins=50, color='#0d9488')
axes.set(title='A plot by matplotlib')
plt.show()

# %% [markdown]
# ## Interactive
# A widget needs a kernel, a chart its library. Elsewhere their fallbacks have to do.

# %%
# What IntSlider of ipywidgets 8 sends. Its model stays in the kernel, which is gone.
publish_display_data({
    'application/vnd.jupyter.widget-view+json': {
        'model_id': '0123456789abcdef0123456789abcdef', 'version_major': 2, 'version_minor': 0,
    },
    'text/plain': "IntSlider(value=7, description='Slide me')",
})

# %%
population = [{'city': city, 'millions': millions} for city, millions in
              [('Tokyo', 37.1), ('Delhi', 33.8), ('Shanghai', 29.9), ('São Paulo', 22.8), ('Cairo', 22.6)]]
figure, axes = plt.subplots(figsize=(4.6, 2))
axes.barh([row['city'] for row in population][::-1], [row['millions'] for row in population][::-1], color='#4c78a8')
axes.set(xlabel='millions')
buffer = io.BytesIO()
figure.savefig(buffer, bbox_inches='tight')
plt.close(figure)

publish_display_data({
    'application/vnd.vegalite.v5+json': {
        '$schema': 'https://vega.github.io/schema/vega-lite/v5.json',
        'data': {'values': population},
        'mark': {'type': 'bar', 'tooltip': True},
        'encoding': {
            'x': {'field': 'millions', 'type': 'quantitative'},
            'y': {'field': 'city', 'type': 'nominal', 'sort': '-x'},
        },
    },
    'image/png': base64.b64encode(buffer.getvalue()).decode(),
    'text/plain': '<VegaLite 5 object>',
})

# %% [markdown]
# A type that nobody knows, with plain text beside it, and one with nothing beside it.

# %%
publish_display_data({
    'application/vnd.example.molecule+json': {'atoms': ['O', 'H', 'H'], 'bonds': [[0, 1], [0, 2]]},
    'text/plain': 'H-O-H (a water molecule)',
})
publish_display_data({'application/vnd.example.score+json': {'notes': ['c', 'e', 'g']}})

# %% [markdown]
# ## Updated later
# The first output below was replaced by the cell after it.

# %%
handle = display(Markdown('waiting …'), display_id='status')

# %%
handle.update(Markdown('**done**: this output was updated by a later cell'))

# %% [raw]
# A raw cell, which is shown as it is: <b>not bold</b>.

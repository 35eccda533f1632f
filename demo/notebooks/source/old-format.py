# %% [markdown]
# # A notebook of 2013

# %% [markdown]
# This file is in version 3 of the format, as IPython wrote it before Jupyter: worksheets, heading cells, and
# outputs named `pyout` and `pyerr`.

# %%
print('Numbers on a spiral')

# %% [markdown]
# ## The spiral of Ulam

# %% [markdown]
# Write the numbers on a spiral, mark the primes, and diagonals appear: many primes are values of
# polynomials such as $4n^2 - 2n + 41$.

# %%
import numpy as np
import pandas as pd
import sympy
from IPython.display import HTML, Javascript, Math, display

def spiral(size):
    grid, row, column, turn = np.zeros((size, size), int), size // 2, size // 2, 0
    moves, number, length = [(0, 1), (-1, 0), (0, -1), (1, 0)], 1, 1
    grid[row, column] = number
    while number < size * size:
        for _ in range(2):
            for _ in range(length):
                row, column = row + moves[turn][0], column + moves[turn][1]
                number += 1
                if number <= size * size:
                    grid[row, column] = number
            turn = (turn + 1) % 4
        length += 1
    return grid

pd.DataFrame(spiral(7))

# %%
import matplotlib.pyplot as plt
from matplotlib_inline.backend_inline import set_matplotlib_formats

set_matplotlib_formats('png')
numbers = spiral(81)
primes = np.vectorize(sympy.isprime)(numbers)
figure, axes = plt.subplots(figsize=(3, 3))
axes.imshow(primes, cmap='Greys', interpolation='nearest')
axes.axis('off')
plt.show()

# %%
set_matplotlib_formats('svg')
figure, axes = plt.subplots(figsize=(5, 2.4))
count = np.cumsum([sympy.isprime(number) for number in range(1, 1001)])
axes.plot(range(1, 1001), count, label='primes up to n')
axes.plot(range(2, 1001), [number / np.log(number) for number in range(2, 1001)], '--', label='n / log n')
axes.legend(frameon=False)
plt.show()

# %% [markdown]
# ### Formulas and markup

# %%
n = sympy.symbols('n')
sympy.init_printing(use_latex='mathjax')
sympy.factor(n**4 - 5 * n**2 + 4)

# %%
display(HTML("""<p id="line-2013" style="color: #7c3aed">A line of <b>HTML</b>, with a script.</p>
<script>document.getElementById('line-2013').append(' The script ran.')</script>"""))
display(Javascript('element.append("A script wrote this.")'))
Math(r'\pi(n) \sim \frac{n}{\log n}')

# %% [markdown]
# ### An error

# %% tags=["raises-exception"]
[1 / number for number in (2, 1, 0)]

# %% [raw]
# A raw cell.

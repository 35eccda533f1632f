# %% [markdown]
# # How long is the day?
#
# Six cities, one year and a little trigonometry: when does the sun rise, how much of the year is light,
# and why does everybody get the same amount of day in the end?
#
# ![The Earth at the June solstice, its axis tilted by 23.44° towards the sun](attachment:tilt.png)
#
# The Earth's axis leans by $\varepsilon = 23.44^\circ$. So the sun's height over the equator, its *declination*
# $\delta$, swings between $+\varepsilon$ in June and $-\varepsilon$ in December. On day $n$ of the year
#
# $$
# \sin\delta = \sin\varepsilon \cdot \sin\!\left(\frac{2\pi}{365.25}\,(n - 80)\right)
# $$
#
# and at latitude $\varphi$ the sun is up for
#
# $$
# T = \frac{24\,\mathrm{h}}{\pi}\,\arccos\!\left(\frac{\sin(-0.833^\circ) - \sin\varphi\,\sin\delta}{\cos\varphi\,\cos\delta}\right)
# $$
#
# where $-0.833^\circ$ stands for the sun's radius and the bending of its light in the air.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from IPython.display import display
from matplotlib_inline.backend_inline import set_matplotlib_formats

cities = pd.DataFrame(
    {
        'country': ['Iceland', 'Germany', 'Egypt', 'Kenya', 'Australia', 'Argentina'],
        'latitude': [64.15, 52.52, 30.04, -1.29, -33.87, -54.80],
        'people': [139_875, 3_677_472, 10_107_125, 4_397_073, 5_297_089, 79_409],
    },
    index=pd.Index(['Reykjavík', 'Berlin', 'Cairo', 'Nairobi', 'Sydney', 'Ushuaia'], name='city'),
)
cities

# %%
def declination(day):
    return np.arcsin(np.sin(np.radians(23.44)) * np.sin(2 * np.pi * (day - 80) / 365.25))

def day_length(latitude, day):
    phi, delta = np.radians(latitude), declination(day)
    cosine = (np.sin(np.radians(-0.833)) - np.sin(phi) * np.sin(delta)) / (np.cos(phi) * np.cos(delta))
    return 24 / np.pi * np.arccos(np.clip(cosine, -1, 1))

days = pd.date_range('2025-01-01', '2025-12-31', name='date')
light = pd.DataFrame(
    {city: day_length(row.latitude, days.dayofyear.to_numpy()) for city, row in cities.iterrows()}, index=days
)
light.iloc[::73].round(2)

# %% [markdown]
# ## The year at a glance

# %%
set_matplotlib_formats('svg')
colors = ['#2563eb', '#0891b2', '#d97706', '#16a34a', '#dc2626', '#7c3aed']

figure, axes = plt.subplots(figsize=(8, 3.8))
for (city, hours), color in zip(light.iloc[::5].items(), colors):
    axes.plot(hours.index, hours, color=color, linewidth=2, label=f'{city} ({cities.latitude[city]:+.0f}°)')
axes.set(ylabel='hours of daylight', ylim=(0, 24), yticks=range(0, 25, 4), title='Daylight through the year')
axes.grid(axis='y', alpha=0.25)
axes.xaxis.set_major_formatter(plt.matplotlib.dates.DateFormatter('%b'))
axes.legend(ncol=3, loc='lower center', frameon=False, fontsize=8)
plt.show()

# %% [markdown]
# All the curves meet twice, at the **equinoxes** in March and in September: then day and night are
# equally long everywhere. A few things to see:
#
# 1. *Nairobi* hardly changes: its longest day is nine minutes longer than its shortest.
# 2. *Berlin* and *Ushuaia* mirror one another:
#    - when one has the longest day, the other has its shortest,
#    - and both swing by nine or ten hours.
# 3. *Reykjavík* has nights that never get dark in June.

# %%
for city, hours in light.items():
    gained = hours.diff().max() * 60
    print(f'{city:<10} longest {hours.idxmax():%d %B}, shortest {hours.idxmin():%d %B}, up to {gained:4.1f} min more per day')

# %% [markdown]
# ## Month by month

# %%
months = light.groupby(light.index.month).mean().T
months.columns = pd.date_range('2025-01-01', periods=12, freq='MS').strftime('%b')

(
    months.style.format('{:.1f}')
    .background_gradient(cmap='YlGnBu_r', vmin=4, vmax=20, axis=None)
    .set_caption('Mean hours of daylight')
    .set_table_styles([
        {'selector': 'caption', 'props': 'font-weight: 600; padding: 0.4em'},
        {'selector': 'td', 'props': 'text-align: right; padding: 0.35em 0.6em'},
        {'selector': 'th.row_heading', 'props': 'text-align: left'},
    ])
    .set_uuid('months')
)

# %%
summary = pd.DataFrame({
    'shortest day': light.min(),
    'longest day': light.max(),
    'swing': light.max() - light.min(),
    'hours a year': light.sum(),
})
(
    summary.style.format({'shortest day': '{:.1f} h', 'longest day': '{:.1f} h', 'swing': '{:.1f} h', 'hours a year': '{:,.0f}'})
    .bar(subset=['swing'], color='#fde68a', vmin=0)
    .highlight_max(subset=['longest day'], props='font-weight: bold; color: #b45309')
    .highlight_min(subset=['shortest day'], props='font-weight: bold; color: #1d4ed8')
    .set_uuid('summary')
)

# %% [markdown]
# ## Every latitude, every day
#
# The same formula for the whole planet. Black is polar night, the palest yellow the midnight sun.

# %%
set_matplotlib_formats('png')
latitudes, year = np.meshgrid(np.linspace(-89.5, 89.5, 180), np.arange(1, 366), indexing='ij')

figure, axes = plt.subplots(figsize=(8, 4.2))
picture = axes.imshow(
    day_length(latitudes, year), origin='lower', extent=(1, 365, -90, 90), aspect='auto', cmap='magma', vmin=0, vmax=24
)
lines = axes.contour(year, latitudes, day_length(latitudes, year), levels=[6, 9, 15, 18], colors='white', linewidths=0.7)
axes.clabel(lines, fmt='%d h', fontsize=8)
for city, row in cities.iterrows():
    axes.axhline(row.latitude, color='white', alpha=0.35, linewidth=0.6, linestyle=':')
    axes.text(360, row.latitude + 1.5, city, color='white', fontsize=7, ha='right')
axes.set(xlabel='day of the year', ylabel='latitude', title='Hours of daylight')
figure.colorbar(picture, label='hours', ticks=range(0, 25, 6))
plt.show()

# %% [markdown]
# ## What remains
#
# Summed over a year, the differences nearly vanish: every place on Earth gets about half of the year as light,
# and a little more because the air bends the sun over the horizon, most of all where it rises at a flat angle.

# %%
share = (light.sum() / (24 * len(light))).rename('share of the year').to_frame()
share['above one half'] = ((share['share of the year'] - 0.5) * 8760).round().astype(int).astype(str) + ' h'
share.style.format({'share of the year': '{:.2%}'}).set_uuid('share')

# %% [markdown]
# | question | answer |
# |:--|--:|
# | Who has the longest day? | Reykjavík, 20 June |
# | Who has the steadiest? | Nairobi |
# | Where do the curves cross? | at the equinoxes |
# | Is it fair in the end? | ~~no~~ **nearly** |
#
# - [x] the formula
# - [x] six cities
# - [ ] clouds
#
# > The formula takes the Earth's orbit for a circle, which is wrong by a few minutes.
# > Further reading: [Sunrise equation](https://en.wikipedia.org/wiki/Sunrise_equation).
#
# ```python
# day_length(52.52, 172)  # Berlin at midsummer
# ```

# %%
# The picture at the top of this notebook.
figure, axes = plt.subplots(figsize=(6, 2.2))
turn = np.linspace(0, 2 * np.pi, 200)
axes.fill(np.cos(turn), np.sin(turn), color='#1e3a5f')
lit = np.linspace(-np.pi / 2, np.pi / 2, 100)
axes.fill(np.cos(lit), np.sin(lit), color='#7dd3fc')
tilt = np.radians(23.44)
axes.plot([1.4 * np.sin(tilt), -1.4 * np.sin(tilt)], [1.4 * np.cos(tilt), -1.4 * np.cos(tilt)], color='#111827', linewidth=1.5)
axes.plot([-np.cos(tilt), np.cos(tilt)], [np.sin(tilt), -np.sin(tilt)], color='#f59e0b', linewidth=1.5)
for height in (-0.8, 0, 0.8):
    axes.annotate('', (1.35, height), (3.4, height), arrowprops={'arrowstyle': '->', 'color': '#f59e0b', 'linewidth': 2})
axes.text(3.5, 0, 'sunlight', va='center')
axes.text(-1.25, -0.1, 'night', ha='right')
axes.set(aspect='equal', xlim=(-2.4, 4.8), ylim=(-1.5, 1.5))
axes.axis('off')
figure.savefig('tilt.png', dpi=90, bbox_inches='tight')
plt.close(figure)

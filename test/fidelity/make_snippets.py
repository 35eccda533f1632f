"""Makes snippets.json: harmless outputs of real libraries, as a kernel would put them into a notebook.

Debian: apt-get install python3-pandas python3-jinja2 python3-matplotlib python3-sympy python3-ipykernel python3-scipy
        python3-sklearn python3-xarray python3-statsmodels python3-seaborn python3-tqdm
Run:    /usr/bin/python3 test/fidelity/make_snippets.py > test/fidelity/snippets.json
"""

import io
import json
import sys
import tempfile
import uuid
import warnings

import matplotlib

matplotlib.use("svg")
matplotlib.rcParams["svg.hashsalt"] = "nbtrust"
import matplotlib.pyplot as plt  # noqa: E402
import numpy as np  # noqa: E402
import pandas as pd  # noqa: E402
import sympy  # noqa: E402
from IPython.display import Audio, Code, FileLink, FileLinks, HTML, Image, Markdown, ProgressBar, SVG, Video  # noqa: E402
from IPython.core.formatters import DisplayFormatter  # noqa: E402

warnings.filterwarnings("ignore")
rng = np.random.default_rng(7)
snippets = []

# The same ids in every run, so that a new run shows only what a library changed.
uuid.uuid4 = lambda: uuid.UUID(bytes=rng.bytes(16), version=4)


def add(library, title, kind, data):
    snippets.append({"library": library, "title": title, "kind": kind, "data": data})


def html(library, title, shown):
    add(library, title, "html", shown if isinstance(shown, str) else shown._repr_html_())


def pandas_tables():
    people = pd.DataFrame(
        {"name": ["Ada", "Grace", "Łukasz & Zoë"], "born": pd.to_datetime(["1815-12-10", "1906-12-09", "1980-01-01"]), "score": [1.5, np.nan, -3.25]}
    )
    numbers = pd.DataFrame(rng.normal(size=(6, 4)), columns=list("ABCD"))
    html("pandas", "a frame", people)
    html("pandas", "numbers", numbers)
    html("pandas", "a long frame, cut", pd.DataFrame(np.arange(900).reshape(300, 3), columns=list("xyz")))
    html("pandas", "a wide frame, cut", pd.DataFrame(np.arange(90).reshape(3, 30)))
    html("pandas", "two levels of rows", numbers.set_index([["a", "a", "b", "b", "c", "c"], list(range(6))]))
    wide = numbers.copy()
    wide.columns = pd.MultiIndex.from_product([["one", "two"], ["x", "y"]], names=["top", "low"])
    html("pandas", "two levels of columns", wide)
    html("pandas", "a group", people.assign(kind=["a", "b", "a"]).groupby("kind").agg({"score": ["mean", "count"]}))
    html("pandas", "a description", numbers.describe())
    html("pandas", "a pivot", pd.DataFrame({"r": list("aabb"), "c": list("xyxy"), "v": [1, 2, 3, 4]}).pivot(index="r", columns="c", values="v"))
    html("pandas", "categories and intervals", pd.DataFrame({"cut": pd.cut([1, 5, 9], 3), "cat": pd.Categorical(["u", "v", "u"])}))
    html("pandas", "an empty frame", pd.DataFrame(columns=["a", "b"]))
    html("pandas", "to_html with classes, border, justify", people.to_html(classes="table table-striped", border=0, justify="center", table_id="people"))
    html("pandas", "to_html with links and formatters", pd.DataFrame({"site": ["https://pandas.pydata.org"], "n": [3.14159]}).to_html(render_links=True, float_format="%.2f", index_names=False))
    html("pandas", "to_html without escaping", pd.DataFrame({"x": ["<b>bold</b>", "<i>it</i> &amp;"]}).to_html(escape=False))
    html("pandas", "an old notebook's frame with its scoped style", people.to_html(notebook=True))

    html("pandas Styler", "background gradient", numbers.style.background_gradient(cmap="viridis"))
    html("pandas Styler", "bars", numbers.style.bar(color=["#d65f5f", "#5fba7d"], align="mid"))
    html("pandas Styler", "extremes", numbers.style.highlight_max(color="lightgreen").highlight_min(props="color: white; background-color: #900"))
    html("pandas Styler", "formats and a caption", numbers.style.format("{:.1%}").set_caption("Shares of the whole"))
    html("pandas Styler", "table styles with hover", numbers.style.set_table_styles([{"selector": "tr:hover", "props": "background-color: #ffff99"}, {"selector": "th", "props": [("font-size", "120%"), ("text-align", "center")]}, {"selector": "caption", "props": "caption-side: bottom"}]).set_caption("below"))
    html("pandas Styler", "styles for columns", numbers.style.set_table_styles({"A": [{"selector": "", "props": "color: red"}], "B": [{"selector": "td", "props": "color: blue; font-weight: bold"}]}))
    html("pandas Styler", "a sticky header", numbers.style.set_sticky(axis="columns"))
    html("pandas Styler", "tooltips", numbers.head(2).style.set_tooltips(pd.DataFrame([["first", "", "", ""], ["", "", "last", ""]], columns=list("ABCD"))))
    html("pandas Styler", "text gradient and hidden index", numbers.style.text_gradient(cmap="coolwarm").hide(axis="index"))
    html("pandas Styler", "applied functions", numbers.style.applymap(lambda v: "color: red; font-weight: 700" if v < 0 else "opacity: 60%").set_properties(**{"border": "1px solid #ccc", "padding": "2px 8px"}))
    html("pandas Styler", "quantiles and between", numbers.style.highlight_between(left=-0.5, right=0.5, color="#fffd75").highlight_quantile(q_left=0.8, color="#aaf"))


def drawing(title, draw, **figure):
    fig = plt.figure(figsize=figure.pop("figsize", (4, 3)))
    draw(fig)
    out = io.StringIO()
    fig.savefig(out, format="svg", metadata={"Date": None})
    plt.close(fig)
    add("matplotlib", title, "svg", out.getvalue())


def matplotlib_drawings():
    x = np.linspace(0, 6, 40)

    def line(fig):
        ax = fig.add_subplot()
        ax.plot(x, np.sin(x), "o-", label="sin")
        ax.plot(x, np.cos(x), "--", label="cos")
        ax.legend()
        ax.set(title="Lines & markers", xlabel="x", ylabel="y")
        ax.grid(True)

    drawing("lines, markers and a legend", line)
    drawing("bars with hatches", lambda fig: fig.add_subplot().bar(list("abcd"), [3, 1, 4, 2], hatch="//", edgecolor="black"))
    drawing("a scatter with transparency", lambda fig: fig.add_subplot().scatter(rng.normal(size=40), rng.normal(size=40), s=60, c=rng.random(40), alpha=0.5))
    drawing("a histogram", lambda fig: fig.add_subplot().hist(rng.normal(size=300), bins=20))
    drawing("a picture in the drawing", lambda fig: fig.add_subplot().imshow(rng.random((8, 8)), cmap="magma"))
    drawing("contours", lambda fig: fig.add_subplot().contourf(rng.random((12, 12)), levels=6))
    drawing("polar axes", lambda fig: fig.add_subplot(projection="polar").fill(x, 1 + np.sin(3 * x), alpha=0.4))
    drawing("a pie", lambda fig: fig.add_subplot().pie([1, 2, 3], labels=["one", "two", "three"], autopct="%d%%", shadow=True))
    drawing("formulas as text", lambda fig: fig.add_subplot().text(0.2, 0.5, r"$\int_0^\infty e^{-x^2}dx=\frac{\sqrt{\pi}}{2}$", fontsize=16))
    drawing("arrows and notes", lambda fig: fig.add_subplot().annotate("here", (0.2, 0.2), (0.7, 0.7), arrowprops={"arrowstyle": "->", "color": "red"}))
    drawing("error bars and bands", lambda fig: (fig.add_subplot().errorbar(range(4), [1, 3, 2, 4], yerr=0.4, capsize=4), fig.axes[0].fill_between(range(4), [0, 2, 1, 3], [2, 4, 3, 5], alpha=0.2)))
    matplotlib.rcParams["svg.fonttype"] = "none"
    drawing("text that stays text", line)
    matplotlib.rcParams["svg.fonttype"] = "path"


def sympy_formulas():
    a, b, t = sympy.symbols("a b t")
    shown = {
        "an integral": sympy.Integral(sympy.exp(-(t**2)), (t, 0, sympy.oo)),
        "a matrix": sympy.Matrix([[a, b], [1, a / b]]),
        "a fraction with roots": (sympy.sqrt(a) + 1) / (b**2 - sympy.Rational(1, 3)),
        "a sum and a limit": sympy.Sum(1 / t**2, (t, 1, sympy.oo)) + sympy.Limit(sympy.sin(t) / t, t, 0),
        "cases": sympy.Piecewise((a, a > 0), (-a, True)),
    }
    for title, value in shown.items():
        add("sympy", f"{title}, as MathML", "html", f'<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">{sympy.mathml(value, printer="presentation")}</math>')
        add("sympy", f"{title}, as LaTeX", "latex", f"$\\displaystyle {sympy.latex(value)}$")


def ipython_displays():
    html("IPython.display", "HTML", HTML('<h3 style="color:#336">Title</h3><p>Text with <b>bold</b> and <a href="https://ipython.org" target="_blank">a link</a>.</p>'))
    add("IPython.display", "Markdown", "markdown", Markdown("## Title\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n- [x] done\n\n> quote with `code`\n\n```python\nprint('x')\n```")._repr_markdown_())
    html("IPython.display", "Audio", Audio(data=np.sin(np.linspace(0, 300, 800)), rate=8000))
    html("IPython.display", "Video", Video(data=b"\x00\x00\x00\x18ftypmp42", embed=True, mimetype="video/mp4", width=120))
    with tempfile.TemporaryDirectory() as folder:
        open(f"{folder}/data.csv", "w").write("a,b\n")
        html("IPython.display", "FileLink", FileLink(f"{folder}/data.csv")._repr_html_().replace(folder, "folder"))
        html("IPython.display", "FileLinks", FileLinks(folder, recursive=False)._repr_html_().replace(folder, "folder"))
    html("IPython.display", "Code", Code("def f(x: int) -> str:\n    'doc'\n    return f'{x:>3}' # comment\n", language="python"))
    bar = ProgressBar(10)
    bar._progress = 4
    html("IPython.display", "ProgressBar", bar._repr_html_())
    html("IPython.display", "Image by address of data", Image(data=picture(), format="png", width=20, embed=True, alt="a dot")._repr_mimebundle_ and f'<img src="data:image/png;base64,{b64(picture())}" width="20" alt="a dot">')
    add("IPython.display", "SVG", "svg", SVG(data='<svg xmlns="http://www.w3.org/2000/svg" width="80" height="40"><defs><linearGradient id="g"><stop offset="0" stop-color="red"/><stop offset="1" stop-color="blue"/></linearGradient></defs><rect width="80" height="40" rx="8" fill="url(#g)"/><text x="40" y="25" text-anchor="middle" fill="white" font-size="14">SVG</text></svg>')._repr_svg_())


def picture():
    out = io.BytesIO()
    plt.imsave(out, np.zeros((2, 2, 3)), format="png")
    return out.getvalue()


def b64(data):
    import base64

    return base64.b64encode(data).decode()


def models():
    import statsmodels.api as sm
    from sklearn import set_config
    from sklearn.compose import ColumnTransformer
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.impute import SimpleImputer
    from sklearn.linear_model import LogisticRegression
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import OneHotEncoder, StandardScaler

    set_config(display="diagram")
    numeric = make_pipeline(SimpleImputer(), StandardScaler())
    columns = ColumnTransformer([("num", numeric, ["a"]), ("cat", OneHotEncoder(), ["b"])])
    for title, model in {
        "one estimator": LogisticRegression(C=3),
        "a pipeline": make_pipeline(StandardScaler(), LogisticRegression()),
        "columns, in a pipeline": make_pipeline(columns, RandomForestClassifier(n_estimators=5)),
    }.items():
        html("scikit-learn", title, model._repr_html_())
    data = rng.normal(size=(40, 2))
    fit = sm.OLS(data[:, 0] * 2 + rng.normal(size=40), sm.add_constant(data)).fit()
    html("statsmodels", "a summary", fit.summary().as_html())
    html("statsmodels", "a second summary", fit.summary2().as_html())


def arrays():
    import xarray as xr

    temperature = xr.DataArray(
        np.round(rng.normal(size=(3, 4)), 3), dims=("time", "x"), coords={"time": pd.date_range("2024-01-01", periods=3), "x": list("abcd")}, name="temperature", attrs={"units": "°C", "long name": "air <2 m>"}
    )
    html("xarray", "an array", temperature)
    html("xarray", "a dataset", xr.Dataset({"temperature": temperature, "rain": ("time", [0.0, 1.5, 2.0])}, attrs={"title": "weather"}))
    html("xarray", "a dataset without data", xr.Dataset())


def main():
    DisplayFormatter()
    pandas_tables()
    matplotlib_drawings()
    sympy_formulas()
    ipython_displays()
    models()
    arrays()
    json.dump(snippets, sys.stdout, ensure_ascii=False, indent=1)
    print()


if __name__ == "__main__":
    main()

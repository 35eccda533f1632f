#!/usr/bin/python3
"""Makes the demo's sample notebooks by running real code, so that their outputs are what a kernel really sends.

On Debian 12:
    apt-get install python3-ipykernel python3-jinja2 python3-matplotlib python3-nbclient python3-nbformat \\
                    python3-pandas python3-pil python3-sympy python3-tqdm
    /usr/bin/python3 demo/notebooks/make.py [NAME ...]

Each source/NAME.py is a script whose cells start with "# %%"; source/hostile.py is data, and is never run.
A second run writes the same bytes: every id, date and temporary path is replaced by a fixed one.
"""
import base64
import json
import mimetypes
import os
import re
import runpy
import sys
import tempfile
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbformat import v4
from nbformat.v4.rwbase import split_lines

HERE = Path(__file__).resolve().parent
SOURCE = HERE / 'source'

# matplotlib reads this from the working directory. The salt makes the ids in an SVG the same each time.
MATPLOTLIBRC = 'svg.hashsalt: nbtrust\naxes.spines.top: False\naxes.spines.right: False\nfigure.dpi: 90\n'

NEW_CELL = {'code': v4.new_code_cell, 'markdown': v4.new_markdown_cell, 'raw': v4.new_raw_cell}

KERNEL_ENVIRONMENT = {
    'PYTHONHASHSEED': '0',
    'SOURCE_DATE_EPOCH': '1704067200',  # the date matplotlib writes into an SVG
    'TZ': 'UTC',
}


def read_cells(script):
    """The cells of a script: "# %%" starts one, "# %% [markdown]" one whose lines are comments."""
    for part in re.split(r'^# %%', script, flags=re.M)[1:]:
        header, _, body = part.partition('\n')
        body = body.strip('\n')
        kind = re.search(r'\[(\w+)\]', header)
        tags = re.search(r'tags=(\[.*\])', header)
        metadata = {'tags': json.loads(tags.group(1))} if tags else {}
        if kind:
            body = re.sub(r'^# ?', '', body, flags=re.M)
        yield NEW_CELL[kind.group(1) if kind else 'code'](body, metadata=metadata)


def attach(cell, folder):
    """Puts the pictures that a Markdown cell names as attachment:FILE into the cell."""
    for name in re.findall(r'\(attachment:([^)\s]+)', cell.source):
        data = base64.b64encode((folder / name).read_bytes()).decode()
        cell.setdefault('attachments', {})[name] = {mimetypes.guess_type(name)[0]: data}


def run(name):
    notebook = v4.new_notebook(cells=list(read_cells((SOURCE / f'{name}.py').read_text())))
    notebook.metadata.kernelspec = {'display_name': 'Python 3', 'language': 'python', 'name': 'python3'}
    for number, cell in enumerate(notebook.cells, 1):
        cell.id = f'{name}-{number:02}'
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, 'matplotlibrc').write_text(MATPLOTLIBRC)
        client = NotebookClient(notebook, kernel_name='python3', record_timing=False, timeout=120)
        client.execute(cwd=folder, env={**os.environ, **KERNEL_ENVIRONMENT})
        for cell in notebook.cells:
            if cell.cell_type == 'markdown':
                attach(cell, Path(folder))
            if cell.cell_type == 'code':
                cell.outputs = merge_streams(cell.outputs)
    return notebook


def merge_streams(outputs):
    """One output for the pieces in which a stream arrived, as a notebook editor keeps it."""
    merged = []
    for output in outputs:
        if merged and output.output_type == 'stream' == merged[-1].output_type and output.name == merged[-1].name:
            merged[-1].text += output.text
        else:
            merged.append(output)
    return merged


def settle(text):
    """Replaces what differs from run to run: the kernel's temporary files and addresses in memory."""
    text = re.sub(r'/tmp/ipykernel_\d+/\d+\.py', '<notebook>', text)
    return re.sub(r'\bat 0x[0-9a-f]+', 'at 0x7f0000000000', text)


def make(name):
    version = 3 if name == 'old-format' else 4
    notebook = nbformat.convert(run(name), version)
    if version == 3:
        notebook.metadata.name = name
    nbformat.validate(notebook)
    return nbformat.writes(notebook, version=version)


def make_hostile():
    notebook = runpy.run_path(str(SOURCE / 'hostile.py'))['notebook']
    nbformat.validate(notebook)
    # Not nbformat.writes: it would take the `metadata.trusted` out that this notebook claims.
    lines = split_lines(nbformat.from_dict(notebook))
    return json.dumps(lines, ensure_ascii=False, indent=1, sort_keys=True)


if __name__ == '__main__':
    for name in sys.argv[1:] or sorted(path.stem for path in SOURCE.glob('*.py')):
        text = settle(make_hostile() if name == 'hostile' else make(name)) + '\n'
        (HERE / f'{name}.ipynb').write_text(text)
        print(f'{name}.ipynb: {len(text.encode()) / 1000:.0f} kB')

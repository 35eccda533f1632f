"""Jupyter's own nbformat as a server: one JSON request a line in, one JSON answer a line out."""
import base64
import json
import logging
import os
import sys
import warnings

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)

from jupyter_core.paths import jupyter_data_dir  # noqa: E402
from nbformat import NO_CONVERT, __version__, reads  # noqa: E402
from nbformat.sign import NotebookNotary  # noqa: E402

notaries = {}


def notary_of(request):
    key = (request["dataDir"], request["algorithm"])
    if key not in notaries:
        notaries[key] = NotebookNotary(data_dir=key[0], algorithm=key[1])
    return notaries[key]


def read(request):
    return reads(base64.b64decode(request["source"]).decode("utf-8"), NO_CONVERT)


def digest(request):
    notary = NotebookNotary(data_dir="", algorithm=request["algorithm"])
    notary.secret = base64.b64decode(request["secret"])
    return notary.compute_signature(read(request))


def check_cells(request):
    return NotebookNotary(data_dir="").check_cells(read(request))


def mark_cells(request):
    notebook = read(request)
    NotebookNotary(data_dir="").mark_cells(notebook, request["trusted"])
    return notebook


def close(request):
    for notary in notaries.values():
        notary.store.close()
    notaries.clear()


def data_dir(request):
    os.environ.clear()
    os.environ.update(request["env"])
    return jupyter_data_dir()


operations = {
    "version": lambda request: __version__,
    "digest": digest,
    "sign": lambda request: notary_of(request).sign(read(request)),
    "check": lambda request: notary_of(request).check_signature(read(request)),
    "unsign": lambda request: notary_of(request).unsign(read(request)),
    "checkCells": check_cells,
    "markCells": mark_cells,
    "close": close,
    "dataDir": data_dir,
}

for line in sys.stdin:
    request = json.loads(line)
    try:
        answer = {"result": operations[request["operation"]](request)}
    except Exception as error:  # noqa: BLE001
        answer = {"error": type(error).__name__}
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()

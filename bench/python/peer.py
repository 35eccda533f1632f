"""The peer: nbformat as Debian ships it. Reads one request a line, answers with one line that holds its own timing."""
import json
import os
import sys
from time import perf_counter

import nbformat
from nbformat.sign import NotebookNotary, SQLiteSignatureStore

stores = {}


def notary(secret):
    made = NotebookNotary(algorithm="sha256", secret=secret, store_factory=lambda: None)
    made.store = None
    return made


def digest(path, secret):
    with open(path, "rb") as file:
        data = file.read()
    signer = notary(bytes.fromhex(secret))
    start = perf_counter()
    notebook = nbformat.reads(data.decode("utf8"), as_version=nbformat.NO_CONVERT)
    result = signer.compute_signature(notebook)
    return perf_counter() - start, result


def memory(path, secret):
    """In a child, because a peak never goes down: how far a digest takes the peak above what was used before."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        size = os.path.getsize(path)
        start = perf_counter()
        with open("/proc/self/clear_refs", "w") as clear:
            clear.write("5")
        before = status("VmRSS")
        with open(path, "rb") as file:
            data = file.read()
        notebook = nbformat.reads(data.decode("utf8"), as_version=nbformat.NO_CONVERT)
        notary(bytes.fromhex(secret)).compute_signature(notebook)
        beyond = status("VmHWM") - before - size
        os.write(write, json.dumps([perf_counter() - start, beyond]).encode())
        os._exit(0)
    os.close(write)
    os.waitpid(child, 0)
    with os.fdopen(read) as answer:
        return json.load(answer)


def status(name):
    with open("/proc/self/status") as file:
        return next(int(line.split()[1]) * 1024 for line in file if line.startswith(name))


def store_of(path):
    if path not in stores:
        stores[path] = SQLiteSignatureStore(db_file=path)
    return stores[path]


def fill(path, count):
    """Rows as nbformat writes them, in one transaction."""
    start = perf_counter()
    store = store_of(path)
    store.cache_size = count + 100_000
    rows = (("sha256", f"{index:064x}", "2026-01-01 00:00:00.%06d" % (index % 1_000_000)) for index in range(count))
    store.db.execute("DELETE FROM nbsignatures")
    store.db.executemany("INSERT INTO nbsignatures (algorithm, signature, last_seen) VALUES (?, ?, ?)", rows)
    store.db.commit()
    return perf_counter() - start, count


def check(path, signature):
    store = store_of(path)
    start = perf_counter()
    found = store.check_signature(signature, "sha256")
    return perf_counter() - start, found


def put(path, signature):
    store = store_of(path)
    start = perf_counter()
    store.store_signature(signature, "sha256")
    return perf_counter() - start, None


def cull(path, size):
    store = store_of(path)
    store.cache_size = size
    start = perf_counter()
    store.cull_db()
    store.db.commit()
    return perf_counter() - start, None


def forget(path):
    store = stores.pop(path, None)
    if store:
        store.close()
    return 0, None


actions = {"digest": digest, "memory": memory, "fill": fill, "check": check, "put": put, "cull": cull, "forget": forget}

for line in sys.stdin:
    request = json.loads(line)
    try:
        seconds, result = actions[request.pop("do")](**request)
        answer = {"ms": seconds * 1000, "result": result}
    except Exception as error:
        answer = {"error": repr(error)}
    print(json.dumps(answer), flush=True)

"""A Jupyter process that signs and checks in a database: nbformat's own store. Speaks as signer.mjs does.

python signer.py <database> <name> <milliseconds> <pause in ms>
"""
import json
import random
import sys
import time
import warnings

warnings.simplefilter("ignore")
from nbformat.sign import SQLiteSignatureStore  # noqa: E402

database, name, duration, pause = sys.argv[1], sys.argv[2], float(sys.argv[3]), float(sys.argv[4])


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


try:
    store = SQLiteSignatureStore(database)
    if store.db_file != database:
        say("! nbformat gave up on the database and went on in memory")
    end = time.monotonic() + duration / 1000
    signed = checked = 0
    longest = 0.0
    while time.monotonic() < end:
        start = time.monotonic()
        store.store_signature("%s-%d" % (name, signed), "sha256")
        # nbformat leaves its own cull uncommitted, and with it the database locked.
        store.db.commit()
        longest = max(longest, time.monotonic() - start)
        say("+ %d" % signed)
        signed += 1
        known = random.randrange(signed)
        if not store.check_signature("%s-%d" % (name, known), "sha256"):
            say("! lost %d" % known)
        checked += 1
        time.sleep(pause / 1000 * random.random())
    store.close()
    say("done " + json.dumps({"signed": signed, "checked": checked, "longest": round(longest * 1000)}))
except Exception as error:  # noqa: BLE001
    say("! %s: %s" % (type(error).__name__, error))

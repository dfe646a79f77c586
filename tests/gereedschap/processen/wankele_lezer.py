"""A reader that does what its file says, inside the limits of the real one; see documenten/test_lezen.py."""

import ctypes
import sys
from dataclasses import replace

from ingest.lezer.document import Uitlezing, lees_document
from ingest.lezer.kind import main


def lees(inhoud: bytes, **rest: object) -> Uitlezing:
    doe = inhoud.split()[0]
    if doe == b"vreet":
        blokken = []
        while True:
            blokken.append(bytearray(10_000_000))
    if doe == b"rekent":
        while True:
            pass
    if doe == b"wacht":
        sys.stdin.read()
    if doe == b"crasht":
        ctypes.string_at(0)
    if doe == b"struikelt":
        raise KeyError(doe)
    uitlezing = lees_document(inhoud, **rest)
    # PostgreSQL keeps no text with a zero byte
    return replace(uitlezing, concept=replace(uitlezing.concept, titel="\0")) if doe == b"nul" else uitlezing


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], lees))

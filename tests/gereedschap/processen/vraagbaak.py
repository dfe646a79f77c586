"""A process of the site that runs what it is asked, line by line; see werkers.py."""

import json
import sys
from contextlib import redirect_stdout

import django

django.setup()
for vraag in sys.stdin:
    code, uitkomst = json.loads(vraag)
    namen: dict[str, object] = {}
    with redirect_stdout(sys.stderr):
        exec(code, namen)
    print(json.dumps(eval(uitkomst, namen)), flush=True)  # noqa: T201

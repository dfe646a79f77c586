"""A site of a few pages, to serve as the real one is served: what is asked for is its worker, and its front."""

import json
import os
from collections.abc import Callable, Iterable
from itertools import count
from typing import Any

keer = count(1)


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ.get("HTTP_IF_NONE_MATCH"):
        start_response("304 Not Modified", [])
        return [b""]
    koppen, inhoud = antwoord(environ)
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(inhoud))), *koppen])
    return [inhoud]


def antwoord(environ: dict[str, Any]) -> tuple[list[tuple[str, str]], bytes]:
    match environ["PATH_INFO"]:
        case "/groot/":
            return [], b"x" * 14_000_000
        case "/verzoek/":  # what came in of it
            return [], json.dumps({k: v for k, v in environ.items() if isinstance(v, str)}).encode()
        case "/bewaard/":  # by the front
            koppen = [("X-Accel-Expires", "60"), ("Vary", "Accept-Encoding")]
            return koppen, f"voor iedereen, keer {next(keer)}".encode()
        case "/wie/":  # of the workers
            return [], str(os.getpid()).encode()
        case "/breekt/":  # whoever gets it
            os._exit(1)
        case "/eigen/":
            return [("Cache-Control", "max-age=600")], f"voor u, keer {next(keer)}".encode()
    # What was sent comes back, so that a test sees that it came in whole.
    return [], environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0)) or b"Er is een pagina."

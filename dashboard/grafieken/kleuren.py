"""The colours of thema.css: a page has them from there itself, a drawing that also stands alone as a file from here."""

import re

from django.conf import settings

_THEMA = (settings.BASE_DIR / "static" / "src" / "thema.css").read_text(encoding="utf-8")
_LICHT = _THEMA[_THEMA.index(":root {") : _THEMA.index("}")]
KLEUREN: dict[str, str] = dict(re.findall(r"--dw-([\w-]+): (#\w+);", _LICHT))
"""Each colour of the light theme by its name, without --dw-."""

_EDITIES = [naam for naam in KLEUREN if naam.startswith("begroting-")]


def editiekleur(nummer: int) -> str:
    """The name of the colour that an edition has on all pages, by its number."""
    return _EDITIES[(nummer - 1) % len(_EDITIES)]

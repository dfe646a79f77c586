"""The colours of thema.css, and whether one can be read on another."""

import re

from django.conf import settings

_THEMA = (settings.BASE_DIR / "static" / "src" / "thema.css").read_text(encoding="utf-8")
_LICHT = _THEMA[_THEMA.index(":root {") : _THEMA.index("}")]
KLEUREN: dict[str, str] = dict(re.findall(r"--dw-([\w-]+): (#\w+);", _LICHT))
"""Each colour of the light theme by its name, without --dw-."""


def voluit(kleur: str) -> str:
    """A colour in three digits in six."""
    return re.sub("^#(.)(.)(.)$", r"#\1\1\2\2\3\3", kleur)


def contrast(een: str, ander: str) -> float:
    """As WCAG defines it, of two colours: 1 to 21; text needs 4.5."""
    donker, licht = sorted((_helderheid(een), _helderheid(ander)))
    return (licht + 0.05) / (donker + 0.05)


def _helderheid(kleur: str) -> float:
    kanalen = (int(deel, 16) / 255 for deel in re.findall("..", voluit(kleur)[1:]))
    rood, groen, blauw = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in kanalen)
    return 0.2126 * rood + 0.7152 * groen + 0.0722 * blauw

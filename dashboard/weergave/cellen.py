"""What stands in a cell of a table, as data, and the HTML of it."""

from collections.abc import Container
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from html import escape

from django.utils.html import format_html_join, html_safe
from django.utils.safestring import SafeString


class Vorm(StrEnum):
    """What kind of thing a cell says; in HTML the name of a class."""

    GEWOON = ""
    GEDRUKT = "cijfer"
    BEREKEND = "berekend"
    VERWIJZING = "nl-link"
    LEEG = "leeg"
    VERZWEGEN = "verborgen"
    """why it is empty, for who cannot see that it is"""


@html_safe
@dataclass(frozen=True)
class Tabelcel:
    """What a cell says, and the number that this is, with the decimals that it shows; without one it is no zero.

    `adres` is that of the line where it is printed, `label` what a screen reader hears of it.
    """

    tekst: str
    waarde: Decimal | int | None = None
    eenheid: str = ""
    vorm: Vorm = Vorm.GEWOON
    adres: str = ""
    label: str = ""
    noten: tuple[str, ...] = ()
    stop: bool = True
    """whether Tab stops at its link"""

    def zonder_stop_bij(self, adressen: Container[str]) -> "Tabelcel":
        """Not a stop where Tab was at its line before: there it is a link for a click."""
        return replace(self, stop=self.stop and self.adres not in adressen)

    def met_noot(self, noot: str) -> "Tabelcel":
        """With a note beside what it says."""
        return replace(self, noten=(*self.noten, noot))

    @property
    def adressen(self) -> list[str]:
        """Of what it links to."""
        return [self.adres] if self.adres else []

    @property
    def leesbaar(self) -> str:
        """All that can be seen of it."""
        return " ".join([self.tekst, *self.noten]) if self.vorm is not Vorm.VERZWEGEN else ""

    def __str__(self) -> str:
        """Written without `format_html`, which takes ten times as long: a page has a thousand cells."""
        noten = "".join(f' <span class="stand">{_veilig(noot)}</span>' for noot in self.noten)
        return SafeString(f"{self._zonder_noten}{noten}")

    @property
    def _zonder_noten(self) -> str:
        tekst, label = _veilig(self.tekst), f' aria-label="{_veilig(self.label)}"' if self.label else ""
        if self.adres:
            stop = "" if self.stop else ' tabindex="-1"'
            return f'<a class="{self.vorm}" href="{_veilig(self.adres)}"{label}{stop}>{tekst}</a>'
        if label:  # words that are no link and no picture cannot have one
            return f'<span class="{self.vorm}" role="img"{label}>{tekst}</span>'
        return f'<span class="{self.vorm}">{tekst}</span>' if self.vorm else tekst


@html_safe
@dataclass(frozen=True)
class Cijferzin:
    """Words with figures among them in one cell; a line end goes to the next line."""

    delen: tuple[str | Tabelcel, ...]

    @property
    def leesbaar(self) -> str:
        """All that can be seen of it."""
        return "".join(deel if isinstance(deel, str) else deel.leesbaar for deel in self.delen)

    @property
    def adres(self) -> str:
        """That of its first figure."""
        return next(iter(self.adressen), "")

    def zonder_stop_bij(self, adressen: Container[str]) -> "Cijferzin":
        """The same of each of its figures."""
        return Cijferzin(tuple(d if isinstance(d, str) else d.zonder_stop_bij(adressen) for d in self.delen))

    @property
    def adressen(self) -> list[str]:
        """Of all its figures."""
        return [deel.adres for deel in self.delen if isinstance(deel, Tabelcel) and deel.adres]

    def __str__(self) -> str:
        return format_html_join("", "{}", ((_met_regels(deel),) for deel in self.delen))


Celinhoud = Tabelcel | Cijferzin


def _veilig(tekst: str) -> str:
    return tekst if isinstance(tekst, SafeString) else escape(tekst)


ONTBREEKT = Tabelcel("staat niet in dit document", vorm=Vorm.VERZWEGEN)
GEEN_CIJFER = Tabelcel("geen cijfer", vorm=Vorm.LEEG)
ONBEREKENBAAR = Tabelcel("niet uit te rekenen", vorm=Vorm.VERZWEGEN)
ONVERGELIJKBAAR = Tabelcel("niet te vergelijken", vorm=Vorm.LEEG)


def _met_regels(deel: str | Tabelcel) -> SafeString | Tabelcel:
    if isinstance(deel, Tabelcel):
        return deel
    return format_html_join(SafeString("<br>"), "{}", ((regel,) for regel in deel.split("\n")))

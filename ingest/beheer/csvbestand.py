"""A CSV file for a spreadsheet: streamed, and with nothing in it that a spreadsheet would run."""

import csv
from collections.abc import Iterable, Iterator

from django.http import StreamingHttpResponse

from indicators.formules import onschadelijk


def csv_antwoord(naam: str, koppen: Iterable[str], rijen: Iterable[Iterable[str]]) -> StreamingHttpResponse:
    """RFC 4180 in UTF-8, as the other files of the site."""
    antwoord = StreamingHttpResponse(_stroom(koppen, rijen), content_type="text/csv; charset=utf-8; header=present")
    antwoord["Content-Disposition"] = f'attachment; filename="doelwijzer-{naam}.csv"'
    return antwoord


def _stroom(koppen: Iterable[str], rijen: Iterable[Iterable[str]]) -> Iterator[str]:
    schrijver = csv.writer(_Doorgeefluik())
    yield schrijver.writerow(koppen)
    for rij in rijen:
        yield schrijver.writerow(map(onschadelijk, rij))


class _Doorgeefluik:
    """A file that hands back what is written to it."""

    def write(self, regel: str) -> str:
        return regel

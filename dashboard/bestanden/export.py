"""All printed figures as CSV, streamed by PostgreSQL's own COPY: constant memory, whatever the number of rows.

Printed figures only, no computed rows. Default RFC 4180 (UTF-8, comma, decimal point, CRLF); `excel-nl` has
semicolons, decimal commas and a byte order mark, so that Dutch Excel opens it with a double click.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import connection
from django.db.backends.postgresql.psycopg_any import mogrify
from django.db.models import Case, CharField, F, Func, QuerySet, Value, When
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Concat, NullIf, Ord, Replace
from django.db.models.lookups import GreaterThan

from indicators.database.lezen import alleen_lezen
from indicators.formules import FORMULE
from indicators.models import Bedrag, Referentiecijfer, Vermelding

STIJLEN = ("rfc4180", "excel-nl")
LAATSTE_TEKEN = ord("@")
"""What begins with a letter runs nowhere as a formula."""
OVERGENOMEN = "Overgenomen uit "
"""So begins the title of what was taken over from a document that is not here; then it says which, and where."""
_BLOK = 64 * 1024


@dataclass(frozen=True)
class Uitvoer:
    """A file to export: its rows, and the expression behind each column name."""

    rijen: QuerySet[Vermelding] | QuerySet[Bedrag] | QuerySet[Referentiecijfer]
    kolommen: dict[str, Combinable]


def uitvoer_cijfers(vermeldingen: QuerySet[Vermelding], stijl: str = "rfc4180") -> Uitvoer:
    """Every cell of the indicator tables; the columns stand in the order of the file."""
    onder, definitie = "bewoording__onder__", "bewoording__definitie__"
    kolommen: dict[str, Combinable] = {
        "programma": _tekst(f"{onder}doelstelling__programma__code"),
        "doelstelling": _tekst(f"{onder}code"),
        "indicator": _tekst(f"{definitie}indicator__slug"),
        "naam": _tekst("bewoording__naam"),
        "eenheid": _tekst(f"{definitie}eenheid"),
        "soort": F("soort"),
        "editie": _tekst("editie__naam"),
        "jaar": F("jaar"),
        "waarde": _getal(F("waarde"), stijl),
        "leeg": _of_niets(F("leeg")),
        "gedrukt": _tekst("gedrukt"),
        "bron": Case(
            When(
                bewoording__publicatie__titel__startswith=OVERGENOMEN,
                then=_tekst("bewoording__publicatie__titel"),
            ),
            default=_tekst("bron"),
        ),
        "publicatie": _tekst("bewoording__publicatie__naam"),
        "regel": F("passage__regel"),
        "periode": _of_niets(F("periode")),
        "voorlopig": Case(When(voorlopig=True, then=Value("voorlopig")), default=None, output_field=CharField()),
    }
    publicatie = ("bewoording__publicatie__jaar", "bewoording__publicatie")
    volgorde = (f"{onder}doelstelling__programma__code", *publicatie, "passage__regel", "jaar", "pk")
    return Uitvoer(vermeldingen.order_by(*volgorde), kolommen)


def uitvoer_bedragen(bedragen: QuerySet[Bedrag], stijl: str = "rfc4180") -> Uitvoer:
    """Every printed amount of the money tables."""
    post = "benaming__post__"
    kolommen: dict[str, Combinable] = {
        "programma": _tekst(f"{post}programma__code"),
        "doelstelling": _tekst(f"{post}doelstelling__code"),
        "tabel": F(f"{post}tabel"),
        "code": _tekst("benaming__code"),
        "post": _tekst("benaming__naam"),
        "kant": F("kant"),
        "soort": F("soort"),
        "stand": F("stand"),
        "jaar": F("jaar"),
        "bedrag_x1000": _getal(F("bedrag") / 1000, stijl),
        "als_gedrukt": _tekst("als_gedrukt"),
        "publicatie": Case(
            When(benaming__publicatie__titel__startswith=OVERGENOMEN, then=_tekst("benaming__publicatie__titel")),
            default=_tekst("benaming__publicatie__naam"),
        ),
        "regel": F("passage__regel"),
        "onder": _tekst("benaming__onder"),
    }
    volgorde = (f"{post}programma__code", "benaming__publicatie__jaar", "passage__regel", "jaar", "pk")
    return Uitvoer(bedragen.order_by(*volgorde), kolommen)


def uitvoer_referenties(referenties: QuerySet[Referentiecijfer], stijl: str = "rfc4180") -> Uitvoer:
    """Every line of the reference files: whose figure it is stands first."""
    kolommen: dict[str, Combinable] = {
        "gemeente": _tekst("gemeente"),
        "reeks": _tekst("reeks"),
        "indicator": _tekst("definitie__indicator__slug"),
        "jaar": F("jaar"),
        "waarde": _getal(F("waarde"), stijl),
        "leeg": _of_niets(F("leeg")),
        "gedrukt": _tekst("gedrukt"),
        "bron": _tekst("bron"),
        "tabel": _tekst("tabel"),
        "opgehaald_op": F("opgehaald_op"),
        "publicatie": _tekst("publicatie__naam"),
        "regel": F("passage__regel"),
    }
    return Uitvoer(referenties.order_by("publicatie__jaar", "publicatie", "passage__regel", "pk"), kolommen)


def stroom(uitvoer: Uitvoer, stijl: str = "rfc4180") -> Iterator[bytes]:
    """Yield the file in blocks of about 64 kB."""
    scheiding = ";" if stijl == "excel-nl" else ","
    blok = bytearray(b"\xef\xbb\xbf" if stijl == "excel-nl" else b"")
    blok += scheiding.join(uitvoer.kolommen).encode() + b"\r\n"
    # An annotation may not have the name of a field, so the columns are only numbered here.
    genummerd = {f"kolom_{nummer}": kolom for nummer, kolom in enumerate(uitvoer.kolommen.values())}
    sql, waarden = uitvoer.rijen.annotate(**genummerd).values_list(*genummerd).query.sql_with_params()
    with alleen_lezen(), connection.cursor() as cursor:
        # Django's cursor for debugging takes no parameters for COPY, so they are put in here.
        vraag = mogrify(sql, waarden, connection)
        with cursor.copy(f"COPY ({vraag}) TO STDOUT WITH (FORMAT csv, DELIMITER '{scheiding}')") as kopie:
            for rij in kopie:
                blok += rij[:-1]  # one row, with the line end of PostgreSQL
                blok += b"\r\n"
                if len(blok) >= _BLOK:
                    yield bytes(blok)
                    blok.clear()
    if blok:
        yield bytes(blok)


def _of_niets(uitdrukking: Combinable) -> Combinable:
    """COPY writes an empty text as "" and a NULL as nothing."""
    return NullIf(uitdrukking, Value(""))


def _tekst(veld: str) -> Combinable:
    onschadelijk = Case(
        When(GreaterThan(Ord(veld), Value(LAATSTE_TEKEN)), then=F(veld)),  # nearly all, without the pattern
        When(**{f"{veld}__regex": FORMULE}, then=Concat(Value("'"), F(veld))),
        default=F(veld),
        output_field=CharField(),
    )
    return _of_niets(onschadelijk)


def _getal(uitdrukking: Combinable, stijl: str) -> Combinable:
    """Without trailing zeros, as exact as it is kept."""
    getal: Combinable = Cast(Func(uitdrukking, function="trim_scale"), CharField())
    return Replace(getal, Value("."), Value(",")) if stijl == "excel-nl" else getal

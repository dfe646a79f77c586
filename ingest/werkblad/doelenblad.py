"""Goals of an edition that is not on the site, as a sheet to fill in: its columns, written and read again."""

import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import BoundField
from django.http import QueryDict
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from indicators.models import Definitie
from indicators.models.structuur import schrijf_waarde
from ingest.models import Account
from ingest.opgaven.overnemen.overnameformulier import Overnameformulier, beginwaarden
from ingest.opgaven.velden import BEGROTINGSOORTEN
from ingest.werkblad.kolommen import SLEUTEL, schoon
from ingest.werkblad.rijen import BladCel, NietLeesbaar, kop_van_ons
from ingest.werkblad.werkboek import Werkboek

_OPNIEUW = "Haal het werkblad voor doelen op en vul dat in."
# Heading, width, and the field of the form that it fills; without one it is there to read.
KOLOMMEN = (
    (SLEUTEL, 30, "definitie"),
    ("indicator", 40, ""),
    ("gemeten als", 50, ""),
    ("begroting", 11, "editie"),
    ("titel", 32, "titel"),
    ("vastgesteld", 12, "vastgesteld"),
    ("adres", 30, "adres"),
    ("bladzijde", 11, "bladzijde"),
    ("voor jaar", 10, "jaar"),
    ("cijfer", 12, "ingetypt"),
    ("regel zoals gedrukt", 50, "gedrukt"),
    ("wat is het", 16, "soort_begroting"),
    ("net zo gemeten", 12, "zelfde"),
    ("anders gemeten", 50, "anders"),
)
_SOORTEN = {label.partition(":")[0]: waarde for waarde, label in BEGROTINGSOORTEN if waarde}
_BEGIN = ("editie", "titel", "vastgesteld", "adres", "bladzijde", "jaar")


@dataclass(frozen=True)
class Doelrij:
    """One goal as it stands in a file: where, and the text for each field of the form."""

    plek: str
    velden: Mapping[str, str]
    klachten: tuple[str, ...] = ()


@dataclass
class Doelvoorstel:
    """A row with the form that reads it; what it says is laid before a colleague only after it was on the screen."""

    nummer: int
    plek: str
    formulier: Overnameformulier
    klachten: tuple[str, ...] = ()

    @property
    def is_goed(self) -> bool:
        return not self.klachten and self.formulier.is_valid()

    @property
    def naam(self) -> str:
        gekozen = self.formulier.fields["definitie"].queryset.filter(  # type: ignore[attr-defined]
            pk=self.formulier["definitie"].value() or None
        )
        indicator = next((definitie.indicator.naam for definitie in gekozen), "Onbekend cijfer")
        return f"{indicator}, PB {self.formulier['editie'].value()} voor {self.formulier['jaar'].value()}"

    @property
    def begrepen(self) -> list[tuple[str, str]]:
        """How a row that is right was understood, for who lays it before a colleague."""
        velden = self.formulier.velden
        besluit = "vastgesteld door de raad" if velden["vastgesteld"] else "voorstel van het college"
        return [
            ("Begrepen als", schrijf_waarde(velden["waarde"], velden["definitie"])),
            ("Wat het is", str(dict(BEGROTINGSOORTEN)[velden["soort_begroting"]])),
            ("Staat in", f"{velden['titel']}, blz. {velden['bladzijde']} ({besluit})"),
            ("De regel", velden["gedrukt"]),
            ("Gemeten", f"anders: {velden['anders']}" if velden["anders"] else velden["definitie"].omschrijving),
        ]

    @property
    def te_doen(self) -> list[BoundField]:
        """The fields that are wrong."""
        return [veld for veld in self.formulier if veld.errors]

    @property
    def overig(self) -> list[BoundField]:
        return [veld for veld in self.formulier if not veld.errors]


def schrijf_doelenblad(account: Account) -> bytes:
    """A row for each figure of this person, with the document that they took a goal from last."""
    boek = Workbook()
    blad = boek.worksheets[0]
    blad.title = "Doelen"
    blad.append([kop for kop, _, _ in KOLOMMEN])
    begin = beginwaarden(account, None)
    for definitie in _definities(account):
        vast = {SLEUTEL: definitie.slug, "indicator": definitie.indicator.naam, "gemeten als": definitie.omschrijving}
        cellen = [vast.get(kop, begin.get(veld, "") if veld in _BEGIN else "") for kop, _, veld in KOLOMMEN]
        blad.append([schoon(cel) if isinstance(cel, str) else cel for cel in cellen])
    for plaats, (_, breedte, veld) in enumerate(KOLOMMEN, start=1):
        kop = blad.cell(1, plaats)
        kop.font, kop.alignment = Font(bold=True), Alignment(wrap_text=True, vertical="top")
        kop.fill = PatternFill("solid", "CFE3F2" if veld and plaats > 1 else "D6D6D6")
        blad.column_dimensions[get_column_letter(plaats)].width = breedte
        for rij in range(2, blad.max_row + 1):
            blad.cell(rij, plaats).number_format = "@"
            blad.cell(rij, plaats).data_type = "s" if isinstance(blad.cell(rij, plaats).value, str) else "n"
    _bied_aan(blad, "wat is het", list(_SOORTEN))
    _bied_aan(blad, "vastgesteld", ["ja", "nee"])
    _bied_aan(blad, "net zo gemeten", ["ja"])
    blad.freeze_panes = "C2"
    uit = io.BytesIO()
    boek.save(uit)
    return uit.getvalue()


def lees_doelen(werkboek: Werkboek) -> list[Doelrij]:
    """The rows with a figure. Raises NietLeesbaar."""
    for blad in werkboek.bladen:
        plek = kop_van_ons(blad.rijen)
        if plek is not None:
            break
    else:
        raise NietLeesbaar(f"In dit bestand is geen kolom “{SLEUTEL}”. {_OPNIEUW}")
    koppen = [" ".join(cel.tekst.casefold().split()) for cel in blad.rijen[plek].cellen]
    weg = [kop for kop, _, veld in KOLOMMEN if veld and kop not in koppen]
    if weg:
        raise NietLeesbaar(f"In dit bestand ontbreekt de kolom “{weg[0]}”. {_OPNIEUW}")
    rijen = []
    for rij in blad.rijen[plek + 1 :]:
        cellen = dict(zip(koppen, rij.cellen, strict=False))
        velden = {veld: cellen.get(kop, BladCel("")).tekst for kop, _, veld in KOLOMMEN if veld}
        klachten = [f"{kop}: {cel.klacht}" for kop, cel in cellen.items() if cel.klacht]
        if velden["ingetypt"]:
            rijen.append(Doelrij(f"{werkboek.plek} {rij.nummer}", _in_keuzes(velden), (*rij.klachten, *klachten)))
    if not rijen:
        raise NietLeesbaar("In dit bestand staat bij geen rij een cijfer. Er is niets om over te nemen.")
    return rijen


def als_voorstellen(rijen: Iterable[Doelrij], account: Account) -> list[Doelvoorstel]:
    """Each row with its form, as if it was typed there."""
    bekend = {definitie.slug: str(definitie.pk) for definitie in _definities(account)}
    voorstellen = []
    for nummer, rij in enumerate(rijen, start=1):
        velden = QueryDict(mutable=True)
        velden.update({f"r{nummer}-{veld}": tekst for veld, tekst in rij.velden.items()})
        velden[f"r{nummer}-definitie"] = bekend.get(rij.velden["definitie"], "")
        if not rij.velden["zelfde"]:
            del velden[f"r{nummer}-zelfde"]
        voorstellen.append(Doelvoorstel(nummer, rij.plek, formulier_van(velden, nummer, account), rij.klachten))
    return voorstellen


def formulier_van(velden: Mapping[str, Any], nummer: int, account: Account) -> Overnameformulier:
    """The form of one row among others."""
    return Overnameformulier(velden, account=account, prefix=f"r{nummer}")


def _in_keuzes(velden: dict[str, str]) -> dict[str, str]:
    """With the values of the choices that were typed in words."""
    woord = {veld: tekst.casefold().strip() for veld, tekst in velden.items()}
    return {
        **velden,
        "soort_begroting": _SOORTEN.get(woord["soort_begroting"].capitalize(), velden["soort_begroting"]),
        "vastgesteld": woord["vastgesteld"],
        "zelfde": "on" if woord["zelfde"] in ("ja", "j", "x") else "",
    }


def _definities(account: Account) -> Iterable[Definitie]:
    return account.eigen_definities().order_by("indicator__doelstelling", "indicator__volgorde", "volgorde")


def _bied_aan(blad: Any, kop: str, woorden: list[str]) -> None:
    letter = next(get_column_letter(n) for n, (naam, _, _) in enumerate(KOLOMMEN, start=1) if naam == kop)
    keuze = DataValidation(type="list", formula1=f'"{",".join(woorden)}"', allow_blank=True)
    keuze.add(f"{letter}2:{letter}{max(blad.max_row, 2)}")
    blad.add_data_validation(keuze)

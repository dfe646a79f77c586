"""A workbook of their own: how it is laid out and which name is which figure, shown to be corrected by pointing."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from django.http import QueryDict
from django.utils import timezone

from indicators.models import Definitie, Vermelding
from ingest.models import Account
from ingest.werkblad.eigen.bewaard import lees_bewaard, schrijf_werkboek
from ingest.werkblad.eigen.herkennen import Boekkolom, Geheugen, Indeling, Kolomsoort, herken, herken_blad, koppen
from ingest.werkblad.eigen.overzetten import Eigen, als_rijen, geheugen_van, is_aandeel, onthoud
from ingest.werkblad.eigen.uitlezen import Boekinhoud, lees_cijfers
from ingest.werkblad.rijen import MEESTE_RIJEN, Blad, Bladrij, NietLeesbaar
from ingest.werkblad.werkboek import Boekblad, Werkboek

VOOR_DE_KOP, ONDER_DE_KOP = 4, 8  # rows that are shown to point at
OVERSLAAN = "-"
JAREN = 10  # that a column can be of, beside those that headings name
_WOORDEN = {
    Kolomsoort.NIET: "niet gebruiken",
    Kolomsoort.NAAM: "naam van het cijfer",
    Kolomsoort.CIJFER: "cijfer",
    Kolomsoort.PERIODE: "jaar, half jaar of kwartaal",
    Kolomsoort.BRON: "bron",
    Kolomsoort.GEMETEN_OP: "gemeten op",
    Kolomsoort.TOELICHTING: "toelichting",
    Kolomsoort.VOORLOPIG: "voorlopig of definitief",
}


@dataclass(frozen=True)
class Boekaanwijzing:
    """A workbook beside what is understood of it: by us, or as the fields of the page say once it was shown."""

    werkboek: Werkboek
    account: Account
    jaar: int
    verstuurd: QueryDict

    @property
    def velden(self) -> QueryDict | None:
        return self.verstuurd if "getoond_blad" in self.verstuurd else None

    @cached_property
    def geheugen(self) -> Geheugen:
        return geheugen_van(self.account)

    @cached_property
    def eigen(self) -> Eigen:
        return Eigen.van(self.account)

    @cached_property
    def indeling(self) -> Indeling:
        """As pointed out; another sheet or header than was shown is looked at anew."""
        bekend, dit_jaar = self.eigen.namen, timezone.localdate().year
        if self.velden is None:
            return herken(self.werkboek, bekend, self.geheugen, dit_jaar)
        blad = _getal(self.velden, "blad")
        blad = blad if blad < len(self.werkboek.bladen) else 0
        ander_blad = self.velden.get("blad") != self.velden.get("getoond_blad")
        kop = None if ander_blad else _getal(self.velden, "kop")
        if ander_blad or self.velden.get("kop") != self.velden.get("getoonde_kop"):
            return herken_blad(self.werkboek, blad, kop, bekend, self.geheugen, dit_jaar)
        breedte = self.werkboek.bladen[blad].breedte
        codes = [str(self.velden.get(f"kolom-{plaats}", "")) for plaats in range(breedte)]
        return Indeling(blad, kop or 0, [Boekkolom.van_code(code) for code in codes])

    @cached_property
    def inhoud(self) -> Boekinhoud:
        return lees_cijfers(self.werkboek, self.indeling, self.jaar)

    @property
    def jaren(self) -> set[int]:
        return {cijfer.jaar for cijfer in self.inhoud.cijfers}

    @cached_property
    def namen(self) -> dict[str, str | None]:
        """Each name with the slug that was chosen or is proposed; None where nobody said yet."""
        gekozen = {}
        if self.velden is not None:
            genoemd = self.velden.getlist("naam")
            gekozen = {naam: self.velden.get(f"bij-{nummer}") for nummer, naam in enumerate(genoemd)}
        namen = {}
        for naam in self.inhoud.namen:
            keuze = gekozen.get(naam)
            slug = str(keuze) if keuze else self.eigen.voorstel(naam, self.geheugen)
            namen[naam] = "" if slug == OVERSLAAN else slug
        return namen

    @property
    def gekoppeld(self) -> dict[str, Definitie]:
        return {
            naam: self.eigen.definities[slug]
            for naam, slug in self.namen.items()
            if slug is not None and slug in self.eigen.definities
        }

    @property
    def heeft_aandelen(self) -> bool:
        """Whether a percentage may stand there as a share of one; also where nobody said yet what a name is."""
        return any(is_aandeel(cijfer, self.gekoppeld.get(cijfer.naam)) for cijfer in self.inhoud.cijfers)

    @property
    def is_compleet(self) -> bool:
        """Whether nothing is left to be pointed out, and the page showed all of it."""
        if self.velden is None or not self.inhoud.cijfers or None in self.namen.values():
            return False
        if self.velden.get("actie") == "terug":
            return False
        getoond = [str(self.velden.get(f"getoond{wat}")) for wat in ("_blad", "e_kop")]
        return getoond == [str(self.indeling.blad), str(self.indeling.kop)]

    # What the page shows

    @property
    def bewaard(self) -> str:
        return schrijf_werkboek(self.werkboek)

    @property
    def blad(self) -> Boekblad:
        return self.werkboek.bladen[self.indeling.blad]

    @property
    def is_gevraagd(self) -> bool:
        """Whether the page was sent back with a name that nobody knows yet."""
        return self.velden is not None and "naam" in self.velden and None in self.namen.values()

    @property
    def aangewezen(self) -> list[tuple[str, str]]:
        """The fields of the page as it was sent, for who wants to point out something else."""
        velden = self.velden or QueryDict()
        anders = ("csrfmiddlewaretoken", "wie", "actie")
        return [(naam, str(waarde)) for naam, waarden in velden.lists() for waarde in waarden if naam not in anders]

    @property
    def rijen(self) -> list[Bladrij]:
        """The header with some rows around it."""
        alle = self.blad.rijen
        plek = next((plek for plek, rij in enumerate(alle) if rij.nummer == self.indeling.kop), 0)
        return alle[max(0, plek - VOOR_DE_KOP) : plek + ONDER_DE_KOP + 1]

    @property
    def kolommen(self) -> list[tuple[int, str, str, list[tuple[str, str]]]]:
        """Of each column its place, its heading, its code and what it can be."""
        teksten = koppen(self.blad, self.indeling.kop)
        vaste = [Boekkolom(soort) for soort in Kolomsoort]
        per_jaar = {kolom for kolom in self.indeling.kolommen if kolom.jaar}
        per_jaar |= {Boekkolom(Kolomsoort.CIJFER, self.jaar - terug) for terug in range(JAREN)}
        op_volgorde = sorted(per_jaar, key=lambda kolom: (kolom.soort, -(kolom.jaar or 0), kolom.periode))
        keuzes = [(kolom.code, kolom_in_woorden(kolom, self.jaar)) for kolom in (*vaste, *op_volgorde)]
        return [(plaats, teksten[plaats], kolom.code, keuzes) for plaats, kolom in enumerate(self.indeling.kolommen)]

    @property
    def te_koppelen(self) -> list[tuple[str, str | None, list[Definitie]]]:
        """Of each name what is chosen, and what it is like."""
        return [(naam, slug, self.eigen.lijkt_op(naam)) for naam, slug in self.namen.items()]


def kolom_in_woorden(kolom: Boekkolom, jaar: int) -> str:
    """What a column is: "cijfer over 2025, eerste halfjaar"."""
    woord = _WOORDEN[kolom.soort]
    if kolom.soort is Kolomsoort.CIJFER and kolom.jaar is None:
        return f"cijfer (jaar uit de rij, anders {jaar})"
    deel = f", {Vermelding.Periode(kolom.periode).label}" if kolom.periode else ""
    return f"{woord} over {kolom.jaar}{deel}" if kolom.jaar else woord


def bewaard_boek(velden: QueryDict) -> Werkboek:
    """The workbook that the page kept. Raises NietLeesbaar."""
    werkboek = lees_bewaard(str(velden.get("boek", "")))
    if werkboek is None:
        raise NietLeesbaar("Wij weten niet meer welk bestand u koos. Kies het opnieuw.")
    return werkboek


def rijen_van(aanwijzing: Boekaanwijzing) -> Blad:
    """The rows of a workbook that was pointed out whole; what was pointed out is kept for next time."""
    onthoud(aanwijzing.account, aanwijzing.werkboek, aanwijzing.indeling, _zonder_none(aanwijzing.namen))
    velden = aanwijzing.velden or QueryDict()
    rijen = als_rijen(aanwijzing.inhoud.cijfers, aanwijzing.gekoppeld, aandelen=bool(velden.get("aandelen")))
    if len(rijen) > MEESTE_RIJEN:
        raise NietLeesbaar(
            f"Dit zijn {len(rijen)} cijfers. Wij lezen er {MEESTE_RIJEN} tegelijk. "
            "Kies bij oudere jaren “niet gebruiken”."
        )
    over = {
        "Overgeslagen, zoals u aanwees": [naam for naam, slug in aanwijzing.namen.items() if not slug],
        "Niet gebruikte kolommen": [kop for _, kop, code, _ in aanwijzing.kolommen if code == Kolomsoort.NIET and kop],
    }
    zinnen = [f"{wat}: {', '.join(deze)}." for wat, deze in over.items() if deze]
    return Blad(rijen, [*zinnen, *(f"Niet gelezen: {zin}" for zin in aanwijzing.inhoud.niet_gelezen)])


def _zonder_none(namen: Mapping[str, str | None]) -> dict[str, str]:
    return {naam: slug for naam, slug in namen.items() if slug is not None}


def _getal(velden: QueryDict, naam: str) -> int:
    tekst = str(velden.get(naam, ""))
    return int(tekst) if tekst.isdecimal() and len(tekst) < 7 else 0

"""What a year cost against its begroting na wijziging, in a sentence and in a table."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import (
    IN_DUIZENDEN,
    Eurostijl,
    bedrag_met_bron,
    duizenden,
    een_stijl,
    meer_in_woorden,
    toon_bedrag,
    toon_verschil,
)
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.database.versie import per_versie
from indicators.geld.geldoordeel import Geldoordeel, geldoordelen
from indicators.models import Bedrag, Geldtabel, Programma, Publicatie, Tekst

VOOR_OF_NA_ONBEKEND = "niet gezegd of dit voor of na wijziging is"


@dataclass(frozen=True)
class Geldzin:
    """What is said of one row and year, and how the jaarstukken explain it."""

    zin: SafeString
    toelichting: Tekst | None


@dataclass(frozen=True)
class Geldoordelen:
    """Those of one programma or doelstelling, the newest year first."""

    alle: Sequence[Geldoordeel]
    toelichtingen: Mapping[tuple[int, int], Tekst]
    """What jaarstukken write on the money of a doelstelling, by their key and its key."""

    @property
    def jaar(self) -> int:
        return self.alle[0].jaar

    @property
    def van_laatste_jaar(self) -> list[Geldoordeel]:
        """The verdicts on doelstellingen: what is no verdict is not counted, nor a programma or a part of them."""
        van_doelen = [oordeel for oordeel in self.alle if oordeel.is_van_doelstelling and oordeel.is_oordeel]
        return [oordeel for oordeel in van_doelen if oordeel.jaar == van_doelen[0].jaar]

    @property
    def kern(self) -> str:
        """Counts, no percentage: "1 kostte meer, 2 minder dan de begroting na wijziging"; empty without verdicts."""
        laatste = self.van_laatste_jaar
        if not laatste:
            return ""
        verschillen = [oordeel.verschil for oordeel in laatste]
        meer, minder = sum(v > 0 for v in verschillen), sum(v < 0 for v in verschillen)
        evenveel = len(verschillen) - meer - minder
        delen = [f"{meer} meer", f"{minder} minder", *([f"{evenveel} evenveel"] if evenveel else [])]
        wat = "doelstelling" if len(verschillen) == 1 else "doelstellingen"
        return (
            f"Rekening {laatste[0].jaar} tegen de begroting na wijziging van dat jaar, bij {len(verschillen)} {wat}: "
            f"{', '.join(delen)}."
        )

    @property
    def per_jaar(self) -> list[tuple[int, list[Geldzin]]]:
        """The sentences of each year; products are in the table alone."""
        in_zinnen = (oordeel for oordeel in self.alle if not oordeel.is_van_product)
        per_jaar = groupby(in_zinnen, key=lambda oordeel: oordeel.jaar)
        return [(jaar, [self._zin(oordeel) for oordeel in groep]) for jaar, groep in per_jaar]

    def zinnen_over(self, jaar: int) -> list[SafeString]:
        return [geldzin.zin for dit, zinnen in self.per_jaar if dit == jaar for geldzin in zinnen]

    @property
    def met_vergelijking(self) -> bool:
        """Whether some of it is no verdict."""
        return not all(oordeel.is_oordeel for oordeel in self.alle)

    @property
    def met_oordeel(self) -> bool:
        return any(oordeel.is_oordeel for oordeel in self.alle)

    @property
    def tabel(self) -> Paginatabel:
        """A row for each, with the steps of its year as columns: begroting, na wijziging, rekening."""
        kolommen = [
            Tabelkolom("primitief", "Begroting"),
            Tabelkolom("begroot", "Begroting na wijziging"),
            Tabelkolom("rekening", "Rekening"),
            Tabelkolom("verschil", "Verschil"),
        ]
        if not any(oordeel.primitief for oordeel in self.alle):
            del kolommen[0]
        titel = f"Begroting en rekening van hetzelfde jaar, {IN_DUIZENDEN}"
        return Paginatabel("geldoordeel", titel, "Wat en welk jaar", kolommen, [_rij(oordeel) for oordeel in self.alle])

    def _zin(self, oordeel: Geldoordeel) -> Geldzin:
        uit, doelstelling = oordeel.rekening.benaming.publicatie, oordeel.doelstelling
        toelichting = self.toelichtingen.get((uit.pk, doelstelling.pk)) if doelstelling else None
        return Geldzin(_zin(oordeel), toelichting)


def maak_geldoordelen(bedragen: Iterable[Bedrag]) -> Geldoordelen | None:
    """Those of these amounts, with what the jaarstukken write on them; None without any."""
    gevonden = geldoordelen(bedragen)
    if not gevonden:
        return None
    uit = {oordeel.rekening.benaming.publicatie for oordeel in gevonden}
    teksten = Tekst.objects.geldend().filter(
        tabel=Geldtabel.DOELSTELLING,
        lezing__publicatie__in=[p.pk for p in uit if p.soort == Publicatie.Soort.JAARSTUKKEN],
        doelstelling__isnull=False,
    )
    return Geldoordelen(gevonden, {(t.lezing.publicatie_id, t.doelstelling_id or 0): t for t in teksten.met_bron()})


@per_versie
def geldoordelen_van(programma: Programma) -> Geldoordelen | None:
    """Those of a programma and its doelstellingen, if there is one; their products are on their own page."""
    bedragen = Bedrag.objects.gedrukt().in_programma(programma).voor_oordeel().met_bron()
    return maak_geldoordelen(bedragen.uit(Geldtabel.DOELSTELLING, Geldtabel.PROGRAMMA))


def _rij(oordeel: Geldoordeel) -> Tabelrij:
    begroot = toon_bedrag(oordeel.begroot)
    cellen = {
        "begroot": begroot if oordeel.is_oordeel else begroot.met_noot(VOOR_OF_NA_ONBEKEND),
        "rekening": toon_bedrag(oordeel.rekening),
        "verschil": toon_verschil(duizenden(oordeel.verschil)),
    }
    if oordeel.primitief:
        cellen["primitief"] = toon_bedrag(oordeel.primitief)
    return Tabelrij(f"{oordeel.naam}, {oordeel.jaar}", cellen, totaal=oordeel.post.tabel == Geldtabel.PROGRAMMA)


def _zin(oordeel: Geldoordeel) -> SafeString:
    """The amounts with where they stand, and the difference in words."""
    bedragen = [b.bedrag or Decimal(0) for b in (oordeel.rekening, oordeel.begroot, oordeel.primitief) if b]
    schrijf = een_stijl(oordeel.verschil, *bedragen)
    return format_html(
        "{}, {}: de rekening is {} ({}), {} was {} ({}). Het kostte {} {} {}.{}",
        _wat(oordeel),
        oordeel.jaar,
        _in_woorden(oordeel.rekening, schrijf),
        oordeel.rekening.volgens,
        "de begroting na wijziging" if oordeel.is_oordeel else "de begroting die ernaast staat",
        _in_woorden(oordeel.begroot, schrijf),
        oordeel.begroot.volgens,
        meer_in_woorden(oordeel.verschil, schrijf),
        "dan" if oordeel.verschil else "als",
        "begroot na wijziging" if oordeel.is_oordeel else "die begroting",
        _eerst_begroot(oordeel, schrijf),
    )


def _wat(oordeel: Geldoordeel) -> SafeString | str:
    doel = oordeel.doelstelling
    return (
        format_html('<a class="nl-link" href="{}">{}</a>', doel.get_absolute_url(), doel.kort) if doel else oordeel.naam
    )


def _eerst_begroot(oordeel: Geldoordeel, schrijf: Eurostijl) -> SafeString | str:
    if oordeel.primitief is None:
        return ""
    return format_html(
        " In de begroting van {} zelf stond {} ({}).",
        oordeel.jaar,
        _in_woorden(oordeel.primitief, schrijf),
        oordeel.primitief.volgens,
    )


def _in_woorden(bedrag: Bedrag, schrijf: Eurostijl) -> SafeString:
    saldo = bedrag.bedrag or Decimal(0)
    wat = "netto kosten" if saldo <= 0 else "netto opbrengst"
    return format_html("{} {}", bedrag_met_bron(schrijf(saldo), bedrag), wat)

"""What a year cost against its begroting na wijziging, in a sentence and in a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.paginas.geld.naastelkaar import omvang
from dashboard.weergave.opmaak import IN_DUIZENDEN, bedrag_met_bron, euro_in_woorden, meer_in_woorden, toon_verschil
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.geldoordeel import Geldoordeel, geldoordelen
from indicators.models import Bedrag, Programma


@dataclass(frozen=True)
class Geldoordelen:
    """Those of one programma or doelstelling, the newest year first."""

    alle: Sequence[Geldoordeel]

    @property
    def jaar(self) -> int:
        return self.alle[0].jaar

    @property
    def van_laatste_jaar(self) -> list[Geldoordeel]:
        return [oordeel for oordeel in self.alle if oordeel.jaar == self.jaar]

    @property
    def kern(self) -> str:
        """Counts, no percentage: "1 kostte meer, 2 minder dan de begroting na wijziging"."""
        verschillen = [oordeel.verschil for oordeel in self.van_laatste_jaar]
        meer, minder = sum(v > 0 for v in verschillen), sum(v < 0 for v in verschillen)
        evenveel = len(verschillen) - meer - minder
        delen = [f"{meer} meer", f"{minder} minder", *([f"{evenveel} evenveel"] if evenveel else [])]
        wat = "doelstelling" if len(verschillen) == 1 else "doelstellingen"
        return (
            f"Rekening {self.jaar} tegen de begroting na wijziging van dat jaar, bij {len(verschillen)} {wat}: "
            f"{', '.join(delen)}."
        )

    @property
    def zinnen(self) -> list[SafeString]:
        return [_zin(oordeel) for oordeel in self.alle]

    def zinnen_over(self, jaar: int) -> list[SafeString]:
        return [_zin(oordeel) for oordeel in self.alle if oordeel.jaar == jaar]

    @property
    def tabel(self) -> Paginatabel:
        kolommen = ("rekening", "Rekening"), ("begroot", "Begroting na wijziging"), ("verschil", "Verschil")
        rijen = [
            Tabelrij(
                f"{oordeel.doelstelling.code} {oordeel.doelstelling.naam}, {oordeel.jaar}",
                {
                    "rekening": omvang(oordeel.rekening),
                    "begroot": omvang(oordeel.begroot),
                    "verschil": toon_verschil(oordeel.verschil / 1000),
                },
            )
            for oordeel in self.alle
        ]
        titel = f"Rekening tegen de begroting na wijziging van hetzelfde jaar, {IN_DUIZENDEN}"
        koppen = [Tabelkolom(*kolom) for kolom in kolommen]
        return Paginatabel("geldoordeel", titel, "Doelstelling en jaar", koppen, rijen)


def geldoordelen_van(programma: Programma) -> Geldoordelen | None:
    """Those of a programma, if there is one."""
    gevonden = geldoordelen(Bedrag.objects.gedrukt().in_programma(programma).voor_oordeel().met_bron())
    return Geldoordelen(gevonden) if gevonden else None


def _zin(oordeel: Geldoordeel) -> SafeString:
    """Both amounts with where they stand, and the difference in words."""
    verschil = meer_in_woorden(oordeel.verschil)
    return format_html(
        '<a class="nl-link" href="{}">{}</a>, {}: de rekening is {} ({}), de begroting na wijziging was {} ({}). '
        "Het kostte {} {} begroot na wijziging.",
        oordeel.doelstelling.get_absolute_url(),
        oordeel.doelstelling.code,
        oordeel.jaar,
        _in_woorden(oordeel.rekening),
        oordeel.rekening.volgens,
        _in_woorden(oordeel.begroot),
        oordeel.begroot.volgens,
        verschil,
        "dan" if oordeel.verschil else "als",
    )


def _in_woorden(bedrag: Bedrag) -> SafeString:
    saldo = bedrag.bedrag or Decimal(0)
    wat = "netto kosten" if saldo <= 0 else "netto opbrengst"
    return format_html("{} {}", bedrag_met_bron(euro_in_woorden(saldo), bedrag), wat)

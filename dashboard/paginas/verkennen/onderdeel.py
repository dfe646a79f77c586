"""One chosen figure as the explorer shows it: its line and its rows, cut to the chosen years and editions."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from dashboard.grafieken.geldlijn import bron_van, geldtrend
from dashboard.grafieken.model import Trend
from dashboard.paginas.geld.bedragen import tabel_per_jaar
from dashboard.paginas.indicator.beeld import Beeld
from dashboard.paginas.verkennen.keuze import Geldrij
from dashboard.weergave.opmaak import opsomming
from dashboard.weergave.tabellen import Paginatabel, Tabelrij
from indicators.geld.geldreeksen import geldreeksen
from indicators.models import Bedrag, Publicatie, Vermelding


@dataclass(frozen=True)
class Onderdeel:
    """A figure with all that is known of it; `van` gives what was chosen."""

    id: str
    naam: str
    adres: str
    ding: Beeld | Geldrij

    @property
    def trend(self) -> Trend | None:
        """Of all years and editions."""
        if isinstance(self.ding, Beeld):
            return self.ding.getekend
        return geldtrend(self.naam, geldreeksen(self.ding.bedragen))

    def beperkt_tot(self, jaren: range, zonder: Collection[Publicatie]) -> "Onderdeel":
        """Of these years, without what these editions expected; what came of a year is always there."""
        if isinstance(self.ding, Beeld):
            gekozen, alle = (
                [v for v in van if v.jaar in jaren and (_is_gemeten(v) or not {v.editie, _document(v)} & {*zonder})]
                for van in (self.ding.gekozen, self.ding.vermeldingen)
            )
            return replace(self, ding=replace(self.ding, gekozen=gekozen, vermeldingen=alle))
        bedragen = [
            b
            for b in self.ding.bedragen
            if b.jaar in jaren and (_is_rekening(b) or b.benaming.publicatie not in zonder)
        ]
        return replace(self, ding=replace(self.ding, bedragen=bedragen))

    @property
    def bron(self) -> str:
        return self.ding.bron if isinstance(self.ding, Beeld) else bron_van(geldreeksen(self.ding.bedragen))

    def niet_van(self, edities: Collection[Publicatie]) -> list[str]:
        """Which of these editions have no begroting of it to draw, as sentences."""
        zinnen = []
        if isinstance(self.ding, Geldrij):
            zijden = [e for e in edities if e in self.ding.zonder_saldo]
            edities = [e for e in edities if e not in zijden]
            if zijden:
                noemt = "noemt" if len(zijden) == 1 else "noemen"
                zinnen.append(
                    f"{opsomming(zijden)} {noemt} hiervan geen netto bedrag, alleen lasten of baten. "
                    "Wat daarvan uit te rekenen is, staat bij Geld."
                )
            drukt = {b.benaming.publicatie for b in self.ding.bedragen}
        else:
            genoemd = [v for v in self.ding.gekozen if not _is_gemeten(v) and v.waarde is not None]
            drukt = {v.editie for v in genoemd} | {v.bewoording.publicatie for v in genoemd}
        if niet := [editie for editie in edities if editie not in drukt]:
            zinnen.append(f"Uit {opsomming(niet)} staat hiervan voor deze jaren geen begroting op deze site.")
        return zinnen

    @property
    def rijen(self) -> list[Tabelrij]:
        """A row for what came of it and for what each edition expected, by year."""
        if isinstance(self.ding, Beeld):
            return _per_reeks(self.naam, self.ding.tabel)
        return _per_reeks(self.naam, tabel_per_jaar(self.id, self.naam, self.ding.bedragen))


def _document(vermelding: Vermelding) -> Publicatie:
    """That prints it: PB 2023 also prints what PB 2022 named."""
    return vermelding.bewoording.publicatie


def _is_gemeten(vermelding: Vermelding) -> bool:
    return vermelding.soort == Vermelding.Soort.REALISATIE


def _is_rekening(bedrag: Bedrag) -> bool:
    return bedrag.soort == Bedrag.Soort.REKENING


def _per_reeks(naam: str, tabel: Paginatabel) -> list[Tabelrij]:
    """The columns of its own table as rows, so that more figures stand below each other."""
    return [
        Tabelrij(
            f"{naam}: {_in_een_zin(kolom.kop)}",
            {str(rij.kop): rij.inhoud[kolom.sleutel] for rij in tabel.rijen if kolom.sleutel in rij.inhoud},
        )
        for kolom in tabel.kolommen
        if kolom.sleutel != "verschil"
    ]


def _in_een_zin(kop: str) -> str:
    """With a small letter where it is a word: "PB 2026" is none."""
    return kop if kop[:2].isupper() else f"{kop[:1].lower()}{kop[1:]}"

"""New policy and who pays for it: each row with the cover that the edition names, and what that comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

import django_tables2 as tables
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.geld.naastelkaar import omvang
from dashboard.weergave.opmaak import bedrag_met_bron, bron_in_woorden, euro_voluit, regel_adres
from dashboard.weergave.tabellen import maak_tabel
from indicators.dekking import Dekking, dekkingen
from indicators.models import Bedrag, Geldtabel, Publicatie

SALDO = "Saldo"


@dataclass(frozen=True)
class NieuwBeleid:
    """The new policy of one edition in its own year, and the cover that a person read there."""

    editie: Publicatie
    bedragen: Sequence[Bedrag]
    besparing: Bedrag | None
    dekkingen: Sequence[Dekking]

    @property
    def zinnen(self) -> list[SafeString]:
        """How much of the Saldo is covered elsewhere, and how much has no cover in the table."""
        saldo = self._bedrag(SALDO)
        elders = [
            bedrag for dekking in self.dekkingen if not dekking.in_tabel and (bedrag := self._bedrag(dekking.post))
        ]
        if not saldo:
            return []
        if not elders:
            return [format_html("In de tabel van {} staat bij geen enkele regel een dekking.", self.editie)]
        som = -sum((bedrag.bedrag for bedrag in elders), Decimal(0))
        namen = " en ".join(dict.fromkeys(dekking.gedrukt for dekking in self.dekkingen if not dekking.in_tabel))
        return [
            format_html("Nieuw beleid kost in {} netto {} ({}).", self.editie.jaar, _voluit(saldo), self.editie),
            format_html(
                "Bij {} daarvan staat “{}”: {}. OAD is het Overzicht Algemene Dekkingsmiddelen en onvoorzien. In de "
                "tabel is die dekking niet afgetrokken.",
                euro_voluit(som),
                namen,
                format_html_join(" plus ", "{}", ((_voluit(bedrag),) for bedrag in elders)),
            ),
            format_html("Bij de rest, {}, noemt de tabel geen dekking.", euro_voluit(-saldo.bedrag - som)),
        ]

    @property
    def over_besparing(self) -> SafeString:
        """What the edition saves in the same year; those rows have a table of their own."""
        if not self.besparing:
            return SafeString()
        return format_html(
            "Los daarvan noemt {} voor {} {} aan bezuinigings- en dekkingsvoorstellen. Die staan in een eigen tabel.",
            self.editie,
            self.editie.jaar,
            _voluit(self.besparing),
        )

    @property
    def tabel(self) -> tables.Table | None:
        """Each row with its cover, linked to the line that names it."""
        if not self.dekkingen:
            return None
        rijen = [
            {
                "rij": bedrag.benaming.naam,
                "klasse": "totaal" if bedrag.benaming.naam == SALDO else None,
                "bedrag": omvang(bedrag),
                "dekking": self._dekking(bedrag.benaming.naam),
            }
            for bedrag in self.bedragen
        ]
        kolommen = [("bedrag", f"{self.editie.jaar} ({self.bedragen[0].stand})"), ("dekking", "Dekking")]
        titel = f"Nieuw beleid en de dekking ervan, {self.editie}, x € 1.000"
        return maak_tabel(f"dekking-{self.editie.slug}", titel, "Post", kolommen, rijen, tekst=["dekking"])

    @property
    def uitleg(self) -> list[tuple[Dekking, SafeString]]:
        """What the edition says of each cover, with a link to the passage."""
        return [
            (dekking, _link(bron_in_woorden(self.editie, dekking.uitleg.regel), self.editie, dekking.uitleg.regel))
            for dekking in self.dekkingen
        ]

    def _bedrag(self, naam: str) -> Bedrag | None:
        return next((bedrag for bedrag in self.bedragen if bedrag.benaming.naam == naam), None)

    def _dekking(self, naam: str) -> str | None:
        if naam == SALDO:
            return "som van de regels"
        for dekking in self.dekkingen:
            if dekking.post == naam:
                return _link(dekking.gedrukt, self.editie, dekking.plaats.regel)
            if dekking.in_tabel and naam == f"{dekking.post} – {dekking.gedrukt}":
                return "dit is de dekking, al afgetrokken"
        return "niet genoemd"


def nieuw_beleid(bedragen: Iterable[Bedrag]) -> list[NieuwBeleid]:
    """Each edition whose cover was read, newest first."""
    per_editie: dict[Publicatie, list[Bedrag]] = {}
    besparingen: dict[Publicatie, Bedrag] = {}
    for bedrag in bedragen:
        editie, tabel = bedrag.benaming.publicatie, bedrag.benaming.post.tabel
        if bedrag.jaar != editie.jaar or bedrag.bedrag is None:
            continue
        if tabel == Geldtabel.NIEUW_BELEID:
            per_editie.setdefault(editie, []).append(bedrag)
        elif tabel == Geldtabel.BEZUINIGINGEN and bedrag.benaming.naam == SALDO:
            besparingen[editie] = bedrag
    gelezen = dekkingen()
    return [
        NieuwBeleid(editie, per_editie[editie], besparingen.get(editie), gelezen[editie.naam])
        for editie in sorted(per_editie, key=lambda editie: -editie.jaar)
        if editie.naam in gelezen
    ]


def _voluit(bedrag: Bedrag) -> SafeString:
    return bedrag_met_bron(euro_voluit(bedrag.bedrag), bedrag)


def _link(tekst: str, editie: Publicatie, regel: int) -> SafeString:
    return format_html('<a class="nl-link" href="{}">{}</a>', regel_adres(editie, regel), tekst)

"""New policy and who pays for it: each row with the cover that the edition names, and what that comes to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.geld.naastelkaar import omvang
from dashboard.weergave.cellen import Tabelcel
from dashboard.weergave.opmaak import bedrag_met_bron, bron_in_woorden, verwijzing
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.dekking import Dekking, dekkingen
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Geldtabel, Publicatie

SALDO = "Saldo"


@dataclass(frozen=True)
class Beleidsbedrag:
    """What new policy costs, or what is saved: a cell that is not blank, with its amount in euros."""

    gedrukt: Bedrag
    euro: Decimal

    @property
    def naam(self) -> str:
        return self.gedrukt.benaming.naam

    @property
    def voluit(self) -> Tabelcel:
        """In full, linked to its line."""
        return bedrag_met_bron(schrijf_euro(self.euro), self.gedrukt)


@dataclass(frozen=True)
class NieuwBeleid:
    """The new policy of one edition in its own year, and the cover that a person read there."""

    editie: Publicatie
    bedragen: Sequence[Beleidsbedrag]
    besparing: Beleidsbedrag | None
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
        som = -sum((bedrag.euro for bedrag in elders), Decimal(0))
        namen = " en ".join(dict.fromkeys(dekking.gedrukt for dekking in self.dekkingen if not dekking.in_tabel))
        return [
            format_html("Nieuw beleid kost in {} netto {} ({}).", self.editie.jaar, saldo.voluit, self.editie),
            format_html(
                "Bij {} daarvan staat “{}”: {}. OAD is het Overzicht Algemene Dekkingsmiddelen en onvoorzien. In de "
                "tabel is die dekking niet afgetrokken.",
                schrijf_euro(som),
                namen,
                format_html_join(" plus ", "{}", ((bedrag.voluit,) for bedrag in elders)),
            ),
            format_html("Bij de rest, {}, noemt de tabel geen dekking.", schrijf_euro(-saldo.euro - som)),
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
            self.besparing.voluit,
        )

    @property
    def tabel(self) -> Paginatabel | None:
        """Each row with its cover, linked to the line that names it."""
        if not self.dekkingen:
            return None
        rijen = [
            Tabelrij(
                bedrag.naam,
                {"bedrag": omvang(bedrag.gedrukt), "dekking": self._dekking(bedrag.naam)},
                totaal=bedrag.naam == SALDO,
            )
            for bedrag in self.bedragen
        ]
        kolommen = [
            Tabelkolom("bedrag", f"{self.editie.jaar} ({self.bedragen[0].gedrukt.stand})"),
            Tabelkolom("dekking", "Dekking", woorden=True),
        ]
        titel = f"Nieuw beleid en de dekking ervan, {self.editie}, x € 1.000"
        return Paginatabel(f"dekking-{self.editie.slug}", titel, "Post", kolommen, rijen)

    @property
    def uitleg(self) -> list[tuple[Dekking, Tabelcel]]:
        """What the edition says of each cover, with a link to the passage."""
        return [
            (dekking, verwijzing(bron_in_woorden(self.editie, regel), self.editie, regel))
            for dekking in self.dekkingen
            for regel in [dekking.uitleg.regel]
        ]

    def _bedrag(self, naam: str) -> Beleidsbedrag | None:
        return next((bedrag for bedrag in self.bedragen if bedrag.naam == naam), None)

    def _dekking(self, naam: str) -> Tabelcel | str:
        if naam == SALDO:
            return "som van de regels"
        for dekking in self.dekkingen:
            if dekking.post == naam:
                return verwijzing(dekking.gedrukt, self.editie, dekking.plaats.regel)
            if dekking.in_tabel and naam == f"{dekking.post} – {dekking.gedrukt}":
                return "dit is de dekking, al afgetrokken"
        return "niet genoemd"


def nieuw_beleid(bedragen: Iterable[Bedrag]) -> list[NieuwBeleid]:
    """Each edition whose cover was read, newest first."""
    per_editie: dict[Publicatie, list[Beleidsbedrag]] = {}
    besparingen: dict[Publicatie, Beleidsbedrag] = {}
    for bedrag in bedragen:
        editie, tabel = bedrag.benaming.publicatie, bedrag.benaming.post.tabel
        if bedrag.jaar != editie.jaar or bedrag.bedrag is None:
            continue
        gevonden = Beleidsbedrag(bedrag, bedrag.bedrag)
        if tabel == Geldtabel.NIEUW_BELEID:
            per_editie.setdefault(editie, []).append(gevonden)
        elif tabel == Geldtabel.BEZUINIGINGEN and gevonden.naam == SALDO:
            besparingen[editie] = gevonden
    gelezen = dekkingen()
    return [
        NieuwBeleid(editie, per_editie[editie], besparingen.get(editie), gelezen[editie.naam])
        for editie in sorted(per_editie, key=lambda editie: -editie.jaar)
        if editie.naam in gelezen
    ]

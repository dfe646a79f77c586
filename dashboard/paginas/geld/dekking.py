"""New policy and who pays for it: each row with the cover that the edition names, and what that comes to."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.geld.naastelkaar import omvang
from dashboard.weergave.cellen import Tabelcel
from dashboard.weergave.opmaak import bedrag_met_bron, verwijzing
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Duiding, Duidingsoort, Geldtabel, Postrol, Programma, Publicatie


@dataclass(frozen=True)
class Beleidsbedrag:
    """What new policy costs, or what is saved: a cell that is not blank, with its amount in euros."""

    gedrukt: Bedrag
    euro: Decimal

    @property
    def naam(self) -> str:
        return self.gedrukt.benaming.naam

    @property
    def post_id(self) -> int:
        return self.gedrukt.benaming.post_id

    @property
    def is_saldo(self) -> bool:
        return self.gedrukt.benaming.post.rol == Postrol.SALDO

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
    dekkingen: Sequence[Duiding]
    nagelezen: bool
    """Whether a person read it for this: only then does it name no cover."""

    @property
    def zinnen(self) -> list[SafeString]:
        """How much of the Saldo is covered elsewhere, and how much has no cover in the table."""
        saldo = next((bedrag for bedrag in self.bedragen if bedrag.is_saldo), None)
        posten = {bedrag.post_id for bedrag in self.bedragen}
        elders = [dekking for dekking in self.dekkingen if not dekking.in_tabel and dekking.post_id in posten]
        gedekt = [bedrag for bedrag in self.bedragen if bedrag.post_id in {dekking.post_id for dekking in elders}]
        if not saldo:
            return []
        kost = format_html("Nieuw beleid kost in {} netto {} ({}).", self.editie.jaar, saldo.voluit, self.editie)
        if not gedekt:
            geen = "In de tabel van {} staat bij geen enkele regel een dekking."
            ongelezen = "Of {} zegt wie dat betaalt, is nog niet nagelezen."
            return [kost, format_html(geen if self.nagelezen else ongelezen, self.editie)]
        som = -sum((bedrag.euro for bedrag in gedekt), Decimal(0))
        namen = " en ".join(dict.fromkeys(dekking.gedrukt for dekking in elders))
        return [
            kost,
            format_html(
                "Bij {} daarvan staat “{}”: {}.{} In de tabel is die dekking niet afgetrokken.",
                schrijf_euro(som),
                namen,
                format_html_join(" plus ", "{}", ((bedrag.voluit,) for bedrag in gedekt)),
                " OAD is het Overzicht Algemene Dekkingsmiddelen en onvoorzien." if "OAD" in namen else "",
            ),
            format_html(
                "Bij de rest, {}, noemt de tabel geen dekking."
                if self.nagelezen
                else "Of bij de rest, {}, een dekking staat, is nog niet nagelezen.",
                schrijf_euro(-saldo.euro - som),
            ),
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
                {"bedrag": omvang(bedrag.gedrukt), "dekking": self._dekking(bedrag)},
                totaal=bedrag.is_saldo,
            )
            for bedrag in self.bedragen
        ]
        kolommen = [
            Tabelkolom("bedrag", f"{self.editie.jaar} ({self.bedragen[0].gedrukt.stand})"),
            Tabelkolom("dekking", "Dekking", woorden=True),
        ]
        titel = f"Nieuw beleid en de dekking ervan, {self.editie}, x € 1.000"
        return Paginatabel(f"dekking-{self.editie.slug}", titel, "Post", kolommen, rijen)

    def _dekking(self, bedrag: Beleidsbedrag) -> Tabelcel | str:
        if bedrag.is_saldo:
            return "som van de regels"
        for dekking in self.dekkingen:
            if dekking.post_id == bedrag.post_id and dekking.eerste and dekking.eerste.plaats:
                return verwijzing(dekking.gedrukt, self.editie, dekking.eerste.plaats.van_regel)
            if dekking.in_tabel and bedrag.naam == f"{dekking.post} – {dekking.gedrukt}":
                return "dit is de dekking, al afgetrokken"
        return "niet genoemd" if self.nagelezen else "niet nagelezen"


def nieuw_beleid(bedragen: Iterable[Bedrag], programma: Programma, nagelezen: Container[int]) -> list[NieuwBeleid]:
    """Each edition with new policy in its own year, newest first.

    `nagelezen` has the keys of those that were read for who pays.
    """
    per_editie: dict[Publicatie, list[Beleidsbedrag]] = {}
    besparingen: dict[Publicatie, Beleidsbedrag] = {}
    for bedrag in bedragen:
        editie, tabel = bedrag.benaming.publicatie, bedrag.benaming.post.tabel
        if bedrag.jaar != editie.jaar or bedrag.bedrag is None:
            continue
        gevonden = Beleidsbedrag(bedrag, bedrag.bedrag)
        if tabel == Geldtabel.NIEUW_BELEID:
            per_editie.setdefault(editie, []).append(gevonden)
        elif tabel == Geldtabel.BEZUINIGINGEN and gevonden.is_saldo:
            besparingen[editie] = gevonden
    gelezen = Duiding.objects.geldend().van_soort(Duidingsoort.DEKKING).filter(post__programma=programma).met_bronnen()
    dekkingen = {editie: [ding for ding in gelezen if ding.publicatie == editie] for editie in per_editie}
    return [
        NieuwBeleid(editie, per_editie[editie], besparingen.get(editie), dekkingen[editie], editie.pk in nagelezen)
        for editie in sorted(per_editie, key=lambda editie: -editie.jaar)
    ]

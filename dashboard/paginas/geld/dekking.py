"""New policy, what it is for and who pays for it; and what is saved: a table of each edition."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.geld.bedragen import Woordkolom, tabel_van_editie
from dashboard.paginas.geld.waarvoor import NIET_GELEZEN, Waarvoor
from dashboard.weergave.cellen import Celinhoud, Cijferzin, Tabelcel
from dashboard.weergave.opmaak import bedrag_met_bron, verwijzing
from dashboard.weergave.tabellen import Paginatabel
from indicators.database.versie import per_versie
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Duiding, Duidingsoort, Geldtabel, Postrol, Programma, Publicatie


@dataclass(frozen=True)
class Beleidsbedrag:
    """What new policy costs, or what is saved: a cell that is not blank, with its amount in euros."""

    gedrukt: Bedrag
    euro: Decimal

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
    cellen: Sequence[Bedrag]
    """of all years of the table"""
    besparing: Beleidsbedrag | None
    dekkingen: Sequence[Duiding]
    nagelezen: bool
    """Whether a person read it for this: only then does it name no cover."""
    waarvoor: Waarvoor

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
            "Los daarvan noemt {} voor {} {} aan bezuinigings- en dekkingsvoorstellen, in de tabel daaronder.",
            self.editie,
            self.editie.jaar,
            self.besparing.voluit,
        )

    @property
    def tabel(self) -> Paginatabel:
        """Each row with what it is for, and with its cover where the edition names one."""
        titel, waarvoor = f"Nieuw beleid, {self.editie}", self.waarvoor.kolom()
        woorden: dict[str, Woordkolom] = {"Waarvoor": waarvoor}
        if self.dekkingen:
            woorden = {"Waarvoor, en dekking": lambda cel: self._met_dekking(cel, waarvoor(cel))}
        return tabel_van_editie(f"nieuw-beleid-{self.editie.slug}", titel, self.cellen, woorden=woorden)

    def _met_dekking(self, cel: Bedrag, waarvoor: Celinhoud | str) -> Celinhoud | str:
        """With the cover as the table prints it, and what a person read of it in the text."""
        post = cel.benaming.post
        if post.rol == Postrol.SALDO:
            return ""
        delen: tuple[str | Tabelcel, ...] = waarvoor.delen if isinstance(waarvoor, Cijferzin) else (str(waarvoor),)
        for dekking in self.dekkingen:
            if dekking.post_id == post.pk and dekking.eerste and dekking.eerste.plaats:
                gedrukt = verwijzing(dekking.gedrukt, self.editie, dekking.eerste.plaats.van_regel)
                return Cijferzin((*delen, "\nDekking: ", gedrukt, f". {dekking.zin}", *_waar(dekking)))
            if dekking.in_tabel and cel.benaming.naam == f"{dekking.post} – {dekking.gedrukt}":
                return "dit is de dekking, al afgetrokken"
        return Cijferzin((*delen, f"\nDekking: {'niet genoemd' if self.nagelezen else NIET_GELEZEN}."))


def _waar(dekking: Duiding) -> tuple[str | Tabelcel, ...]:
    """The line that explains it."""
    laatste = dekking.plaatsen[-1]
    if laatste.plaats is None:
        return ()
    regel = laatste.plaats.van_regel
    return (" (", verwijzing(f"regel {regel}", laatste.publicatie, regel), ")")


@dataclass(frozen=True)
class Bezuiniging:
    """What one edition saves, each row with what it is about."""

    editie: Publicatie
    cellen: Sequence[Bedrag]
    waarvoor: Waarvoor

    @property
    def tabel(self) -> Paginatabel:
        titel, woorden = f"Bezuinigingen en dekking, {self.editie}", {"Waarvoor": self.waarvoor.kolom()}
        return tabel_van_editie(f"bezuinigingen-{self.editie.slug}", titel, self.cellen, woorden=woorden)


def bezuinigingen(bedragen: Iterable[Bedrag], waarvoor: Waarvoor) -> list[Bezuiniging]:
    """Each edition that has such a table, newest first."""
    per_editie: dict[Publicatie, list[Bedrag]] = {}
    for bedrag in bedragen:
        if bedrag.benaming.post.tabel == Geldtabel.BEZUINIGINGEN:
            per_editie.setdefault(bedrag.benaming.publicatie, []).append(bedrag)
    edities = sorted(per_editie, key=lambda editie: -editie.jaar)
    return [Bezuiniging(editie, per_editie[editie], waarvoor) for editie in edities]


def nieuw_beleid(
    bedragen: Iterable[Bedrag], programma: Programma, nagelezen: Container[int], waarvoor: Waarvoor
) -> list[NieuwBeleid]:
    """Each edition with new policy in its own year, newest first.

    `nagelezen` has the keys of those that were read for who pays.
    """
    per_editie: dict[Publicatie, list[Beleidsbedrag]] = {}
    cellen: dict[Publicatie, list[Bedrag]] = {}
    besparingen: dict[Publicatie, Beleidsbedrag] = {}
    for bedrag in bedragen:
        editie, tabel = bedrag.benaming.publicatie, bedrag.benaming.post.tabel
        if tabel == Geldtabel.NIEUW_BELEID:
            cellen.setdefault(editie, []).append(bedrag)
        if bedrag.jaar != editie.jaar or bedrag.bedrag is None:
            continue
        gevonden = Beleidsbedrag(bedrag, bedrag.bedrag)
        if tabel == Geldtabel.NIEUW_BELEID:
            per_editie.setdefault(editie, []).append(gevonden)
        elif tabel == Geldtabel.BEZUINIGINGEN and gevonden.is_saldo:
            besparingen[editie] = gevonden
    gelezen = _gelezen_dekkingen(programma)
    dekkingen = {editie: [ding for ding in gelezen if ding.publicatie == editie] for editie in per_editie}
    return [
        NieuwBeleid(
            editie=editie,
            bedragen=per_editie[editie],
            cellen=cellen[editie],
            besparing=besparingen.get(editie),
            dekkingen=dekkingen[editie],
            nagelezen=editie.pk in nagelezen,
            waarvoor=waarvoor,
        )
        for editie in sorted(per_editie, key=lambda editie: -editie.jaar)
    ]


@per_versie
def _gelezen_dekkingen(programma: Programma) -> Sequence[Duiding]:
    """Who pays for new policy, as a person read it."""
    dekkingen = Duiding.objects.geldend().van_soort(Duidingsoort.DEKKING)
    return list(dekkingen.filter(post__programma=programma).met_bronnen())

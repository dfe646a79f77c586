"""What the pages say about money: per doelstelling, per programma, per post and per policy row."""

from collections import defaultdict
from collections.abc import Callable, Collection, Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

from django.utils.functional import SimpleLazyObject
from django.utils.html import format_html

from dashboard.grafieken.waterval import Stap, Waterval
from dashboard.paginas.geld.geweigerd import Geldplek, cel_naast
from dashboard.paginas.geld.naastelkaar import kosten_in_woorden
from dashboard.weergave.cellen import ONBEREKENBAAR, Celinhoud, Tabelcel
from dashboard.weergave.opmaak import (
    DUIZEND,
    IN_DUIZENDEN,
    IN_EUROS,
    Eurostijl,
    bedrag_met_bron,
    bron_in_woorden,
    duizenden,
    een_stijl,
    geen_uitleg,
    meer_in_woorden,
    toon_bedrag,
    toon_euros,
    toon_verschil,
    verwijzing,
)
from dashboard.weergave.tabellen import Paginatabel, Tabelkolom, Tabelrij
from indicators.geld.geldreeksen import zelfde_saldo
from indicators.geld.netto import Geldregel, Netto
from indicators.getallen import schrijf_euro
from indicators.models import Bedrag, Doelstelling, Geldkant, Geldstand, Geldtabel, Postrol, Publicatie

KANTEN: dict[str, str] = {Geldkant.LASTEN: "lasten", Geldkant.BATEN: "baten", Geldkant.SALDO: "netto kosten"}
Woordkolom = Callable[[Bedrag], Celinhoud | str]


@dataclass(frozen=True)
class TweeEdities:
    """One row in the newest edition that budgets for its year, and in the edition before that."""

    regel: Geldregel

    @property
    def later(self) -> Netto:
        return list(self.regel.per_editie.values())[-1]

    @property
    def eerder(self) -> Netto | None:
        nettos = list(self.regel.per_editie.values())
        return nettos[-2] if len(nettos) > 1 else None

    @property
    def reserves(self) -> str:
        """ "na reserves" or "voor reserves"; empty where the edition does not say which."""
        if self.later.reserves_onbekend:
            return ""
        return "na reserves" if self.regel.rol == Postrol.NA_RESERVES else "voor reserves"

    @property
    def bedrag(self) -> Tabelcel:
        return kosten_in_woorden(self.later, self._schrijf)

    @property
    def verschil(self) -> Decimal:
        """How much more the later edition expects, in euros; nothing where there is one edition."""
        return self.later.kosten - self.eerder.kosten if self.eerder else Decimal(0)

    @property
    def meer_of_minder(self) -> str:
        """ "€ 2,3 miljoen meer", or nothing where there is one edition."""
        return meer_in_woorden(self.verschil, self._schrijf) if self.eerder else ""

    @property
    def meer_of_minder_dan(self) -> str:
        return f"{self.meer_of_minder} {'dan' if self.verschil else 'als'}"

    @property
    def verwacht(self) -> Tabelcel | str:
        return kosten_in_woorden(self.eerder, self._schrijf) if self.eerder else ""

    @property
    def _schrijf(self) -> Eurostijl:
        """The three amounts stand in one sentence."""
        return een_stijl(self.later.kosten, self.verschil, self.eerder.kosten if self.eerder else Decimal(0))


def kosten_per_doelstelling(regels: Iterable[Geldregel], jaar: int) -> dict[int | None, TweeEdities]:
    """What each doelstelling costs in a year, by its key."""
    rijen = [TweeEdities(regel) for regel in regels if regel.tabel == Geldtabel.DOELSTELLING and regel.jaar == jaar]
    return {rij.later.benaming.post.doelstelling_id: rij for rij in rijen}


def programma_in_het_kort(regels: Iterable[Geldregel]) -> list[TweeEdities]:
    """After reserves first, then before; once where the newest edition has one Resultaat."""
    rijen = [TweeEdities(regel) for regel in regels if regel.tabel == Geldtabel.PROGRAMMA]
    rijen.sort(key=lambda rij: rij.regel.rol != Postrol.NA_RESERVES)
    return rijen[:1] if rijen and not rijen[0].reserves else rijen


def grootste_post(regels: Iterable[Geldregel]) -> TweeEdities | None:
    """The post of an uitsplitsing whose own cost differs most between the last two editions."""
    return grootste_verschil(TweeEdities(regel) for regel in regels if regel.rol == Postrol.PRODUCT)


def grootste_verschil(rijen: Iterable[TweeEdities]) -> TweeEdities | None:
    """The row that differs most between the last two editions; None where no row is in two."""
    met_verschil = [rij for rij in rijen if rij.eerder]
    return max(met_verschil, key=lambda rij: abs(rij.verschil), default=None)


def waterval(regels: Iterable[Geldregel]) -> Waterval | None:
    """From what one edition expected of the doelstellingen together to what the next one prints, largest step first."""
    rijen = [TweeEdities(regel) for regel in regels if regel.tabel == Geldtabel.DOELSTELLING]
    edities = {tuple(list(rij.regel.per_editie)[-2:]) for rij in rijen}
    eerder = [rij.eerder.kosten for rij in rijen if rij.eerder]
    if len(edities) != 1 or len(eerder) < len(rijen):
        return None
    [(van, naar)] = edities
    stappen = [Stap(rij.regel.naam, rij.verschil) for rij in rijen]
    return Waterval(
        id="waterval",
        wat=f"{len(rijen)} doelstellingen samen",
        jaar=rijen[0].regel.jaar,
        van=str(van),
        naar=str(naar),
        begin=sum(eerder, Decimal(0)),
        stappen=sorted(stappen, key=lambda stap: -abs(stap.verschil)),
        volgorde="van groot naar klein",
    )


def telt_niet_op(regels: Sequence[Geldregel], nagelezen: Container[int], onbekend: Container[Publicatie]) -> list[str]:
    """Sentences on each edition whose doelstellingen come to neither total of its programma.

    `nagelezen` has the keys of the editions that were read for what they do not explain, `onbekend` those of which a
    doelstelling was not read: whether these add up nobody knows.
    """
    zinnen: list[str] = []
    for editie in dict.fromkeys(editie for regel in regels for editie in regel.per_editie):
        nettos = [(regel, regel.per_editie[editie]) for regel in regels if editie in regel.per_editie]
        delen = [netto.kosten for regel, netto in nettos if regel.tabel == Geldtabel.DOELSTELLING]
        totalen = [
            (regel.naam, netto.kosten, netto.gedrukt)
            for regel, netto in nettos
            if regel.tabel == Geldtabel.PROGRAMMA and netto.gedrukt
        ]
        som, afronding = sum(delen, Decimal(0)), DUIZEND * len(delen) / 2
        if (
            editie not in onbekend
            and delen
            and totalen
            and all(abs(som - kosten) > afronding for _, kosten, _ in totalen)
        ):
            zinnen.append(
                format_html("In {} zijn de {} doelstellingen samen {}.", editie, len(delen), schrijf_euro(som))
            )
            zinnen += [
                format_html(
                    "{}: {}. Verschil: {}.",
                    naam,
                    bedrag_met_bron(schrijf_euro(kosten), gedrukt),
                    schrijf_euro(som - kosten),
                )
                for naam, kosten, gedrukt in totalen
            ]
            zinnen.append(geen_uitleg(editie.pk in nagelezen))
    return zinnen


def tabel_per_jaar(tabel_id: str, titel: str, bedragen: Iterable[Bedrag]) -> Paginatabel:
    """What one post costs: years as rows, editions as columns, and how much more the last that prints the year says.

    There is none where nobody says that both are before or both after reserves (domain rule 8).
    """
    per_jaar: dict[int, list[Bedrag]] = defaultdict(list)
    for bedrag in bedragen:
        per_jaar[bedrag.jaar].append(bedrag)
    gevonden = {b.benaming.publicatie for groep in per_jaar.values() for b in groep}
    edities = sorted(gevonden, key=lambda publicatie: publicatie.op_volgorde)
    verschillen = {jaar: _verschil(groep, noem=len(edities) > 2) for jaar, groep in per_jaar.items()}
    kolommen = [Tabelkolom(editie.slug, str(editie), editie=editie.als_editie) for editie in edities]
    if any(cel is not ONBEREKENBAAR for cel in verschillen.values()):
        kolommen.append(Tabelkolom("verschil", "Verschil"))
    rijen = []
    for jaar, groep in sorted(per_jaar.items()):
        cellen = {b.benaming.publicatie.slug: toon_bedrag(b).met_noot(b.stand) for b in groep}
        rijen.append(Tabelrij(jaar, {**cellen, "verschil": verschillen[jaar]}))
    return Paginatabel(tabel_id, titel, "Jaar", kolommen, rijen)


def _verschil(groep: list[Bedrag], *, noem: bool) -> Tabelcel:
    """How much more the last document has than the one before; `noem`: with their names, for there are more."""
    # the rekening comes last: a later edition may print what was still expected
    op_volgorde = sorted(groep, key=lambda b: (b.soort == Bedrag.Soort.REKENING, *b.benaming.publicatie.op_volgorde))
    laatste = [b for b in op_volgorde if b.bedrag is not None][-2:]
    if len(laatste) < 2 or not zelfde_saldo(*laatste):
        return ONBEREKENBAAR
    cel = toon_verschil(duizenden((laatste[0].bedrag or Decimal(0)) - (laatste[1].bedrag or Decimal(0))))
    eerder, later = (bedrag.benaming.publicatie for bedrag in laatste)
    return cel.met_noot(f"{later} min {eerder}") if noem else cel


def tabel_van_editie(
    tabel_id: str,
    titel: str,
    bedragen: Iterable[Bedrag],
    naam_van: Callable[[Bedrag], str] | None = None,
    geweigerd: Container[Geldplek] = (),
    woorden: Mapping[str, Woordkolom] | None = None,
) -> Paginatabel:
    """One table of one edition: posts (and their side) as rows; a column for each year and its stand.

    What is all printed in whole euros stays so; else it is x € 1.000. `woorden` has more columns by their heading, of
    which each row is told from its first amount.
    """
    woorden = woorden or {}
    alle = list(bedragen)
    eenheid, toon = (IN_EUROS, toon_euros) if all(b.schaal == 1 for b in alle) else (IN_DUIZENDEN, toon_bedrag)
    standen = sorted({(b.jaar, list(Geldstand).index(Geldstand(b.stand))) for b in alle})
    meer = len(standen) > len({jaar for jaar, _ in standen})
    kolommen = {
        (jaar, list(Geldstand)[nummer].value): (f"{jaar}-{nummer}" if meer else str(jaar)) for jaar, nummer in standen
    }
    per_rij: dict[tuple[str, int], dict[str, Bedrag]] = defaultdict(dict)
    for bedrag in sorted(alle, key=lambda b: (b.benaming.post.volgorde, b.passage.regel, b.jaar)):
        per_rij[(naam_van or _naam)(bedrag), bedrag.benaming.post_id][kolommen[bedrag.jaar, bedrag.stand]] = bedrag
    rijen = []
    for (naam, _), cellen in per_rij.items():
        if all(b.bedrag is None for b in cellen.values()):
            continue
        niet = {
            sleutel: verwijzing("niet overgenomen", b.benaming.publicatie, b.passage.regel)
            for b in cellen.values()
            for wat, sleutel in kolommen.items()
            if cel_naast(b, *wat) in geweigerd
        }
        inhoud: dict[str, Celinhoud | str | int] = {**niet, **{sleutel: toon(b) for sleutel, b in cellen.items()}}
        inhoud |= {kop: schrijf(next(iter(cellen.values()))) for kop, schrijf in woorden.items()}
        rijen.append(Tabelrij(naam, inhoud, totaal=any(map(_is_totaal, cellen.values()))))
    koppen = [Tabelkolom(sleutel, f"{jaar} ({stand})") for (jaar, stand), sleutel in kolommen.items()]
    koppen += [Tabelkolom(kop, kop, zinnen=True) for kop in woorden]
    return Paginatabel(tabel_id, f"{titel}, {eenheid}", "Post", koppen, rijen, _gedrukt(alle))


def _gedrukt(bedragen: Sequence[Bedrag]) -> Tabelcel:
    """The first line that prints an amount of the table."""
    eerste = min(bedragen, key=lambda bedrag: bedrag.passage.regel)
    publicatie, regel = eerste.benaming.publicatie, eerste.passage.regel
    return verwijzing(f"Zo gedrukt: {bron_in_woorden(publicatie, regel)}", publicatie, regel)


def _naam(bedrag: Bedrag) -> str:
    """The name of a row; the side is said where a post has more than one."""
    naam = bedrag.benaming.post.naam
    if bedrag.benaming.post.tabel == Geldtabel.UITSPLITSING:
        is_saldo = (bedrag.benaming.post.rol, bedrag.kant) == (Postrol.SALDO, Geldkant.SALDO)
        return naam if is_saldo else f"{naam} ({KANTEN[bedrag.kant]})"
    if bedrag.benaming.post.tabel == Geldtabel.DOELSTELLING:
        return f"{bedrag.benaming.code} {naam}"
    if bedrag.benaming.post.tabel == Geldtabel.PROGRAMMA and bedrag.rol != bedrag.benaming.post.rol:
        return f"{naam} ({KANTEN[bedrag.kant]})"
    if bedrag.benaming.post.tabel == Geldtabel.MAATREGELEN:
        return f"{bedrag.benaming.code}. {naam}".removeprefix(". ")
    if bedrag.benaming.post.tabel == Geldtabel.OVERZICHT:
        onder = f", onder {bedrag.benaming.onder}" if bedrag.benaming.onder else ""
        return f"{naam_van_regel(bedrag)}{onder}"
    return naam


def naam_van_regel(bedrag: Bedrag) -> str:
    """The name of a row of an overview with its side, without the heading that it stands under."""
    return f"{bedrag.benaming.code} {bedrag.benaming.naam} ({KANTEN[bedrag.kant]})".strip()


def per_editie(tabel: str, titel: str, bedragen: Iterable[Bedrag]) -> list[tuple[Publicatie, Paginatabel]]:
    """One printed table in each edition that has it; of an uitsplitsing each doelstelling may have one.

    Each is made when it is shown: of many editions a page shows the newest.
    """
    groepen: dict[tuple[Publicatie, Doelstelling | None], list[Bedrag]] = {}
    for bedrag in bedragen:
        post = bedrag.benaming.post
        if post.tabel == tabel:
            doel = post.doelstelling if tabel == Geldtabel.UITSPLITSING else None
            groepen.setdefault((bedrag.benaming.publicatie, doel), []).append(bedrag)
    namen = bij_doelstelling({doel for _, doel in groepen})
    tabellen = []
    for (editie, doel), groep in groepen.items():
        waarvan, erbij = namen[doel]
        maak = partial(tabel_van_editie, f"{tabel}-{editie.slug}{erbij}", f"{titel}{waarvan}, {editie}", groep)
        tabellen.append((editie, SimpleLazyObject(maak)))
    return tabellen  # type: ignore[return-value]  # whoever asks it anything has the table


def bij_doelstelling(doelen: Collection[Doelstelling | None]) -> dict[Doelstelling | None, tuple[str, str]]:
    """What tells the tables of these doelstellingen apart, in a title and in an id; nothing where there is only one."""
    meer = len(doelen) > 1
    return {
        doel: (f" van {doel.code}", f"-{doel.code.replace('.', '-')}") if doel and meer else ("", "") for doel in doelen
    }


def _is_totaal(bedrag: Bedrag) -> bool:
    return bedrag.rol in (Postrol.TOTAAL, Postrol.SALDO, Postrol.NA_RESERVES)

"""The same money in several editions beside each other: costs without a minus, and more of them with a plus."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.opmaak import (
    IN_DUIZENDEN,
    bedrag_met_bron,
    bron_in_woorden,
    euro_in_woorden,
    in_duizenden,
    regel_adres,
    toon_bedrag,
    toon_in_woorden,
)
from dashboard.tabellen import maak_tabel
from indicators.models import Bedrag, Publicatie
from indicators.netto import NA, TOTAAL, VOOR, Netto, Regel

KANTEN = ("lasten", "baten")
INKOMSTEN = ("baten", "onttrekkingen")
REKENING = {
    "lasten": ("Lasten",),
    "baten": ("Baten",),
    "gerealiseerd-saldo": (VOOR,),
    "toevoegingen": ("Toevoegingen aan reserves",),
    "onttrekkingen": ("Onttrekkingen aan reserves",),
    "saldo": (NA,),
    "resultaat": (VOOR, NA),
}
GEEN_VERSCHIL = format_html('<span class="verborgen">{}</span>', "niet uit te rekenen")


@dataclass(frozen=True)
class Cel:
    """A figure in euros and how it is shown."""

    waarde: Decimal
    tekst: SafeString


def meer(euro: Decimal) -> str:
    """A difference x € 1.000 with its sign: "+2.521" is more."""
    return f"{'+' if euro > 0 else ''}{in_duizenden(euro)}"


def meer_in_woorden(euro: Decimal) -> str:
    """ "€ 2,5 miljoen meer", "€ 15.000 minder", "even veel"."""
    return f"{euro_in_woorden(euro)} {'meer' if euro > 0 else 'minder'}" if euro else "even veel"


def omvang(bedrag: Bedrag) -> SafeString:
    """A printed amount x € 1.000 without the minus of a cost; blank cells say so."""
    if bedrag.bedrag is None:
        return toon_bedrag(bedrag)
    return bedrag_met_bron(in_duizenden(_zonder_min(bedrag)), bedrag)


def _zonder_min(bedrag: Bedrag) -> Decimal:
    euro = bedrag.bedrag or Decimal(0)
    return euro if bedrag.kant in INKOMSTEN else -euro + 0


def kosten(netto: Netto) -> SafeString:
    """What a row costs, x € 1.000; what is not printed itself is computed from its parts, and says so."""
    return omvang(netto.gedrukt) if netto.gedrukt else _berekend(in_duizenden(netto.kosten), netto)


def kosten_in_woorden(netto: Netto) -> SafeString:
    """The same in the words of first sight."""
    return toon_in_woorden(netto.gedrukt) if netto.gedrukt else _berekend(euro_in_woorden(netto.kosten), netto)


def _berekend(tekst: str, netto: Netto) -> SafeString:
    """A link to the line of the parts that make the amount."""
    som = " min ".join(f"{deel.kant} {in_duizenden(_zonder_min(deel))}" for deel in netto.delen)
    publicatie, regel = netto.benaming.publicatie, netto.delen[0].passage.regel
    return format_html(
        '<a class="berekend" href="{}" aria-label="{}, berekend: {}, bron: {}">{}</a>',
        regel_adres(publicatie, regel),
        tekst,
        som,
        bron_in_woorden(publicatie, regel),
        tekst,
    )


def tabel_van_jaar(tabel_id: str, titel: str, regels: Sequence[Regel]) -> tables.Table:
    """Doelstellingen, their sum, and the programma as rows, editions as columns, and the difference."""
    rijen = {regel.naam: _cellen(regel) for regel in regels if regel.tabel == "doelstelling"}
    if rijen:
        rijen[f"{len(rijen)} doelstellingen samen"] = _samen(list(rijen.values()))
    rijen |= {regel.naam: _cellen(regel) for regel in regels if regel.tabel == "programma"}
    standen = {editie: netto.stand for regel in regels for editie, netto in regel.per_editie.items()}
    return _tabel(tabel_id, titel, rijen, standen)


def _cellen(regel: Regel) -> dict[Publicatie, Cel]:
    return {editie: Cel(netto.kosten, kosten(netto)) for editie, netto in regel.per_editie.items()}


def _samen(rijen: Sequence[Mapping[Publicatie, Cel]]) -> dict[Publicatie, Cel]:
    """The sum in every edition that prints all rows."""
    samen = {}
    for editie in {editie for cellen in rijen for editie in cellen}:
        if all(editie in cellen for cellen in rijen):
            som = sum((cellen[editie].waarde for cellen in rijen), Decimal(0))
            samen[editie] = Cel(som, format_html('<span class="berekend">{}</span>', in_duizenden(som)))
    return samen


def tabel_rekening(tabel_id: str, bedragen: Iterable[Bedrag], jaar: int) -> tables.Table:
    """One year as the rekening has it, beside what the editions expected of it."""
    titel = f"Rekening {jaar} naast wat eerder voor {jaar} was verwacht, {IN_DUIZENDEN}"
    rijen: dict[str, dict[Publicatie, Cel]] = {}
    standen: dict[Publicatie, str] = {}
    volgorde = list(dict.fromkeys(naam for namen in REKENING.values() for naam in namen))
    gevonden = [(naam, b) for b in bedragen if b.jaar == jaar and b.bedrag is not None for naam in _rekeningnamen(b)]
    for naam, bedrag in sorted(gevonden, key=lambda paar: volgorde.index(paar[0]) if paar[0] in volgorde else -1):
        publicatie = bedrag.benaming.publicatie
        rijen.setdefault(naam, {})[publicatie] = Cel(_zonder_min(bedrag), omvang(bedrag))
        standen[publicatie] = bedrag.stand
    return _tabel(tabel_id, titel, rijen, standen)


def _rekeningnamen(bedrag: Bedrag) -> Iterable[str]:
    post = bedrag.benaming.post
    if post.tabel == "doelstelling":
        return (f"{bedrag.benaming.code} {post.naam}",)
    return REKENING.get(post.slug, ()) if post.tabel == "programma" else ()


def _tabel(
    tabel_id: str, titel: str, rijen: Mapping[str, Mapping[Publicatie, Cel]], standen: Mapping[Publicatie, str]
) -> tables.Table:
    edities = sorted(standen, key=lambda editie: editie.jaar)
    kolommen = [(editie.slug, f"{editie} ({standen[editie]})") for editie in edities]
    return maak_tabel(
        tabel_id,
        titel,
        "Post",
        [*kolommen, ("verschil", "Verschil")],
        [
            {
                "rij": naam,
                "klasse": "totaal" if naam in (VOOR, NA) else None,
                **{editie.slug: cel.tekst for editie, cel in cellen.items()},
                "verschil": _verschil([cellen[editie].waarde for editie in edities if editie in cellen]),
            }
            for naam, cellen in rijen.items()
        ],
    )


def _verschil(waarden: Sequence[Decimal]) -> str:
    """Between the last two editions that print the row."""
    return meer(waarden[-1] - waarden[-2]) if len(waarden) > 1 else GEEN_VERSCHIL


def tabel_eigen_kosten(tabel_id: str, regels: Sequence[Regel]) -> tables.Table | None:
    """The posts of an uitsplitsing in one year: what the city pays itself, and the lasten and baten behind it."""
    posten = [regel for regel in regels if regel.tabel == "uitsplitsing"]
    if not posten:
        return None
    standen = {editie: netto.stand for regel in posten for editie, netto in regel.per_editie.items()}
    edities = sorted(standen, key=lambda editie: editie.jaar)
    bronnen = ", ".join(f"{editie} ({standen[editie]})" for editie in edities)
    titel = f"Wat de stad in {posten[0].jaar} zelf betaalt, {IN_DUIZENDEN}: {bronnen}"
    rijen = [rij_kosten(regel, edities) for regel in posten]
    return maak_tabel(tabel_id, titel, "Post", kolommen_kosten(edities, met_delen=True), rijen)


def kolommen_kosten(edities: Sequence[Publicatie], met_delen: bool) -> list[tuple[str, str]]:
    """The net cost in each edition and the difference first, then the lasten and baten that it is made of."""
    netto = [(editie.slug, f"{editie}{' zelf' if met_delen else ''}") for editie in edities]
    delen = [(f"{editie.slug}-{kant}", f"{editie} {kant}") for kant in KANTEN for editie in edities if met_delen]
    return [*netto, ("verschil", "Verschil"), *delen]


def rij_kosten(regel: Regel, edities: Sequence[Publicatie]) -> dict[str, object]:
    """One row: its net cost in each edition, the difference, and its printed lasten and baten."""
    nettos = [(editie, regel.per_editie[editie]) for editie in edities if editie in regel.per_editie]
    delen = {
        f"{editie.slug}-{kant}": omvang(netto.per_kant[kant])
        for editie, netto in nettos
        for kant in KANTEN
        if kant in netto.per_kant
    }
    return {
        "rij": regel.naam,
        "klasse": "totaal" if regel.sleutel == TOTAAL or regel.tabel == "programma" else None,
        **{editie.slug: kosten(netto) for editie, netto in nettos},
        "verschil": _verschil([netto.kosten for _, netto in nettos]),
        **delen,
    }

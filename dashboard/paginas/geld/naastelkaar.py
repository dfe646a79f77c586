"""The same money in several editions beside each other: costs without a minus, and more of them with a plus."""

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

import django_tables2 as tables
from django.utils.html import format_html
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import (
    IN_DUIZENDEN,
    bedrag_met_bron,
    bron_in_woorden,
    euro_in_woorden,
    in_duizenden,
    regel_adres,
    toon_bedrag,
    toon_in_woorden,
)
from dashboard.weergave.tabellen import maak_tabel
from indicators.models import Bedrag, Geldkant, Geldtabel, Publicatie
from indicators.netto import NA, TOTAAL, VOOR, Netto, Regel

KANTEN = (Geldkant.LASTEN, Geldkant.BATEN)
INKOMSTEN = (Geldkant.BATEN, Geldkant.ONTTREKKINGEN)
REKENING = {
    "lasten": ("Lasten",),
    "baten": ("Baten",),
    "gerealiseerd-saldo": (VOOR,),
    "toevoegingen": ("Toevoegingen aan reserves",),
    "onttrekkingen": ("Onttrekkingen aan reserves",),
    "saldo": (NA,),
    "resultaat": (VOOR, NA),
}
VOLGORDE = list(REKENING)
GEEN_VERSCHIL = format_html('<span class="verborgen">{}</span>', "niet uit te rekenen")


def meer(euro: Decimal) -> str:
    """A difference x € 1.000 with its sign: "+2.521" is more."""
    return f"{'+' if euro > 0 else ''}{in_duizenden(euro)}"


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


def tabel_van_jaar(tabel_id: str, regels: Sequence[Regel]) -> tables.Table:
    """Doelstellingen, their sum, and the programma as rows, editions as columns, and the difference."""
    doelstellingen = [regel for regel in regels if regel.tabel == Geldtabel.DOELSTELLING]
    programma = [regel for regel in regels if regel.tabel == Geldtabel.PROGRAMMA]
    edities = _edities([*doelstellingen, *programma])
    rijen = [rij_kosten(regel, edities) for regel in doelstellingen]
    if rijen:
        rijen.append(_samen(doelstellingen, edities))
    rijen += [rij_kosten(regel, edities) for regel in programma]
    return _tabel(tabel_id, "Netto kosten", [*doelstellingen, *programma], edities, rijen)


def tabel_kosten(tabel_id: str, wat: str, regels: Sequence[Regel], edities: Sequence[Publicatie]) -> tables.Table:
    """The rows of one year as they come; posts with the lasten and baten that their net cost is made of."""
    return _tabel(tabel_id, wat, regels, edities, [rij_kosten(regel, edities) for regel in regels])


def tabel_eigen_kosten(tabel_id: str, regels: Sequence[Regel]) -> tables.Table | None:
    """The posts of an uitsplitsing in one year: what the city pays itself, and the lasten and baten behind it."""
    posten = [regel for regel in regels if regel.tabel == Geldtabel.UITSPLITSING]
    return tabel_kosten(tabel_id, "Wat de stad zelf betaalt", posten, _edities(posten)) if posten else None


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
        "klasse": "totaal" if regel.sleutel == TOTAAL or regel.tabel == Geldtabel.PROGRAMMA else None,
        **{editie.slug: kosten(netto) for editie, netto in nettos},
        "verschil": _verschil([netto.kosten for _, netto in nettos]),
        **delen,
    }


def _samen(regels: Sequence[Regel], edities: Sequence[Publicatie]) -> dict[str, object]:
    """The sum in every edition that prints all rows."""
    sommen = {
        editie: sum((regel.per_editie[editie].kosten for regel in regels), Decimal(0))
        for editie in edities
        if all(editie in regel.per_editie for regel in regels)
    }
    return {
        "rij": f"{len(regels)} doelstellingen samen",
        **{e.slug: format_html('<span class="berekend">{}</span>', in_duizenden(som)) for e, som in sommen.items()},
        "verschil": _verschil(list(sommen.values())),
    }


def _edities(regels: Iterable[Regel]) -> list[Publicatie]:
    return sorted({editie for regel in regels for editie in regel.per_editie}, key=lambda editie: editie.jaar)


def _tabel(
    tabel_id: str,
    wat: str,
    regels: Sequence[Regel],
    edities: Sequence[Publicatie],
    rijen: Sequence[Mapping[str, object]],
) -> tables.Table:
    standen = {editie: netto.stand for regel in regels for editie, netto in regel.per_editie.items()}
    bronnen = _bronnen(edities, standen)
    met_delen = any(regel.tabel == Geldtabel.UITSPLITSING for regel in regels)
    kolommen = [
        *((editie.slug, f"{editie} zelf" if met_delen else str(editie)) for editie in edities),
        ("verschil", "Verschil"),
        *((f"{editie.slug}-{kant}", f"{editie} {kant}") for kant in KANTEN for editie in edities if met_delen),
    ]
    return maak_tabel(tabel_id, f"{wat} in {regels[0].jaar}, {IN_DUIZENDEN}: {bronnen}", "Post", kolommen, rijen)


def _bronnen(edities: Iterable[Publicatie], standen: Mapping[Publicatie, str]) -> str:
    """The stand of each edition is in the caption, so that on a phone the difference stays in sight."""
    return ", ".join(f"{editie} ({standen[editie]})" for editie in edities)


def tabel_rekening(tabel_id: str, bedragen: Iterable[Bedrag], jaar: int) -> tables.Table:
    """One year as the rekening has it, beside what the editions expected of it."""
    van_jaar = [bedrag for bedrag in bedragen if bedrag.jaar == jaar and bedrag.bedrag is not None]
    rijen: dict[str, dict[Publicatie, Bedrag]] = {}
    for bedrag in sorted(van_jaar, key=lambda b: VOLGORDE.index(b.benaming.post.slug) if _van_programma(b) else -1):
        for naam in _rekeningnamen(bedrag):
            rijen.setdefault(naam, {})[bedrag.benaming.publicatie] = bedrag
    edities = sorted({editie for cellen in rijen.values() for editie in cellen}, key=lambda editie: editie.op_volgorde)
    standen = {editie: cellen[editie].stand for cellen in rijen.values() for editie in cellen}
    return maak_tabel(
        tabel_id,
        f"Rekening {jaar} naast wat eerder voor {jaar} was verwacht, {IN_DUIZENDEN}: {_bronnen(edities, standen)}",
        "Post",
        [*((editie.slug, str(editie)) for editie in edities), ("verschil", "Verschil")],
        [
            {
                "rij": naam,
                "klasse": "totaal" if naam in (VOOR, NA) else None,
                **{editie.slug: omvang(bedrag) for editie, bedrag in cellen.items()},
                "verschil": _met_de_rekening([cellen[editie] for editie in edities if editie in cellen]),
            }
            for naam, cellen in rijen.items()
        ],
    )


def _met_de_rekening(cellen: list[Bedrag]) -> str | SafeString:
    """Against the last expectation, which a later edition may print too; without both there is no difference."""
    begroot = [cel for cel in cellen if cel.soort == Bedrag.Soort.BEGROTING]
    rekening = [cel for cel in cellen if cel.soort == Bedrag.Soort.REKENING]
    paar = [*begroot[-1:], *rekening[-1:]]
    return _verschil([_zonder_min(cel) for cel in paar]) if rekening else GEEN_VERSCHIL


def _van_programma(bedrag: Bedrag) -> bool:
    return bedrag.benaming.post.tabel == Geldtabel.PROGRAMMA and bedrag.benaming.post.slug in REKENING


def _rekeningnamen(bedrag: Bedrag) -> Iterable[str]:
    post = bedrag.benaming.post
    if post.tabel == Geldtabel.DOELSTELLING:
        return (f"{bedrag.benaming.code} {post.naam}",)
    return REKENING[post.slug] if _van_programma(bedrag) else ()


def _verschil(waarden: Sequence[Decimal]) -> str:
    """Between the last two editions that print the row."""
    return meer(waarden[-1] - waarden[-2]) if len(waarden) > 1 else GEEN_VERSCHIL

"""The same money in several editions beside each other: a plus is cost and a minus is less, also of a difference."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from dashboard.paginas.geld.batendekking import gedekt
from dashboard.weergave.cellen import ONBEREKENBAAR, Tabelcel, Vorm
from dashboard.weergave.opmaak import (
    IN_DUIZENDEN,
    Eurostijl,
    als_kosten,
    bedrag_met_bron,
    bron_in_woorden,
    duizenden,
    euro_in_woorden,
    in_duizenden,
    regel_adres,
    toon_bedrag,
    toon_verschil,
)
from dashboard.weergave.tabellen import VERSCHIL, Paginatabel, Tabelkolom, Tabelrij
from indicators.geld.netto import HEEL, NA, PROGRAMMA, VOOR, Geldregel, Netto
from indicators.models import Bedrag, Geldkant, Geldtabel, Postrol, Publicatie

KANTEN = (Geldkant.LASTEN, Geldkant.BATEN)
REKENING: dict[str, tuple[str, ...]] = {
    Postrol.LASTEN: ("Lasten",),
    Postrol.BATEN: ("Baten",),
    Postrol.VOOR_RESERVES: (VOOR,),
    Postrol.TOEVOEGINGEN: ("Toevoegingen aan reserves",),
    Postrol.ONTTREKKINGEN: ("Onttrekkingen aan reserves",),
    Postrol.NA_RESERVES: (NA,),
    Postrol.SALDO: (VOOR, NA),
}
VOLGORDE = list(REKENING)


def kosten_in_duizenden(netto: Netto) -> Tabelcel:
    """What a row costs, x € 1.000; what is not printed itself is computed from its parts, and says so."""
    if netto.gedrukt:
        return toon_bedrag(netto.gedrukt)
    return replace(_berekend(in_duizenden(netto.kosten), netto), waarde=duizenden(netto.kosten))


def kosten_in_woorden(netto: Netto, schrijf: Eurostijl = euro_in_woorden) -> Tabelcel:
    """The same in the words of first sight, written as the others of its sentence."""
    tekst = schrijf(netto.kosten)
    return bedrag_met_bron(tekst, netto.gedrukt) if netto.gedrukt else _berekend(tekst, netto)


def _berekend(tekst: str, netto: Netto) -> Tabelcel:
    """A link to the line of the parts that make the amount."""
    som = " min ".join(f"{deel.kant} {in_duizenden(abs(deel.bedrag or Decimal(0)))}" for deel in netto.delen)
    publicatie, regel = netto.benaming.publicatie, netto.delen[0].passage.regel
    return Tabelcel(
        tekst,
        vorm=Vorm.BEREKEND,
        adres=regel_adres(publicatie, regel),
        label=f"{tekst}, berekend: {som}, bron: {bron_in_woorden(publicatie, regel)}",
    )


def tabel_van_jaar(tabel_id: str, regels: Sequence[Geldregel]) -> Paginatabel | None:
    """Doelstellingen, their sum, and the programma as rows, editions as columns, and the difference; None without."""
    doelstellingen = [regel for regel in regels if regel.tabel == Geldtabel.DOELSTELLING]
    programma = [regel for regel in regels if regel.tabel == Geldtabel.PROGRAMMA]
    if not (doelstellingen or programma):
        return None
    edities = edities_van([*doelstellingen, *programma])
    rijen = [rij_kosten(regel, edities) for regel in doelstellingen]
    if rijen:
        rijen.append(_samen(doelstellingen, edities))
    rijen += [rij_kosten(regel, edities) for regel in programma]
    return _tabel(tabel_id, "Netto kosten", [*doelstellingen, *programma], edities, rijen)


def tabel_kosten(tabel_id: str, wat: str, regels: Sequence[Geldregel], edities: Sequence[Publicatie]) -> Paginatabel:
    """The rows of one year as they come."""
    return _tabel(tabel_id, wat, regels, edities, [rij_kosten(regel, edities) for regel in regels])


def tabel_delen(tabel_id: str, wat: str, regels: Sequence[Geldregel], edities: Sequence[Publicatie]) -> Paginatabel:
    """The lasten and baten that the net cost of these rows is made of, and how much of the lasten the baten pay."""
    kolommen = [
        *(
            Tabelkolom(f"{editie.slug}-{wat}", f"{editie} {wat}", editie=editie.als_editie)
            for wat in (*KANTEN, "gedekt")
            for editie in edities
        ),
    ]
    rijen = [rij_kosten(regel, edities) for regel in regels]
    return Paginatabel(tabel_id, f"{wat} in {regels[0].jaar}, {IN_DUIZENDEN}", "Post", kolommen, rijen)


def rij_kosten(regel: Geldregel, edities: Sequence[Publicatie]) -> Tabelrij:
    """One row: its net cost in each edition, the difference, and its printed lasten and baten."""
    nettos = [(editie, regel.per_editie[editie]) for editie in edities if editie in regel.per_editie]
    delen = {
        f"{editie.slug}-{kant}": toon_bedrag(netto.per_kant[kant])
        for editie, netto in nettos
        for kant in KANTEN
        if kant in netto.per_kant
    }
    return Tabelrij(
        regel.naam,
        {
            **{editie.slug: kosten_in_duizenden(netto) for editie, netto in nettos},
            VERSCHIL: _verschil({editie: netto.kosten for editie, netto in nettos}, edities),
            **delen,
            **{f"{editie.slug}-gedekt": gedekt(netto.per_kant) for editie, netto in nettos},
        },
        totaal=regel.rol == Postrol.TOTAAL or regel.tabel == Geldtabel.PROGRAMMA,
    )


def _samen(regels: Sequence[Geldregel], edities: Sequence[Publicatie]) -> Tabelrij:
    """The sum in every edition that prints all rows."""
    sommen = {
        editie: sum((regel.per_editie[editie].kosten for regel in regels), Decimal(0))
        for editie in edities
        if all(editie in regel.per_editie for regel in regels)
    }
    cellen = {
        editie.slug: Tabelcel(in_duizenden(som), duizenden(som), vorm=Vorm.BEREKEND) for editie, som in sommen.items()
    }
    return Tabelrij(f"{len(regels)} doelstellingen samen", {**cellen, VERSCHIL: _verschil(sommen, edities)})


def edities_van(regels: Iterable[Geldregel]) -> list[Publicatie]:
    """Those that have one of these rows, oldest first."""
    return sorted({editie for regel in regels for editie in regel.per_editie}, key=lambda editie: editie.jaar)


def _tabel(
    tabel_id: str,
    wat: str,
    regels: Sequence[Geldregel],
    edities: Sequence[Publicatie],
    rijen: Sequence[Tabelrij],
) -> Paginatabel:
    standen = {editie: netto.stand for regel in regels for editie, netto in regel.per_editie.items()}
    zelf = " zelf" if any(regel.tabel == Geldtabel.UITSPLITSING for regel in regels) else ""
    welke = f" {edities[-2]} en {edities[-1]}" if len(edities) > 2 else ""
    kolommen = [*_per_editie(edities, standen, zelf), Tabelkolom(VERSCHIL, f"Verschil{welke}")]
    return Paginatabel(tabel_id, f"{wat} in {regels[0].jaar}, {IN_DUIZENDEN}", "Post", kolommen, rijen)


def _per_editie(edities: Iterable[Publicatie], standen: Mapping[Publicatie, str], erbij: str = "") -> list[Tabelkolom]:
    return [Tabelkolom(e.slug, f"{e}{erbij}", editie=e.als_editie, bron=f"{e} ({standen[e]})") for e in edities]


def tabel_rekening(tabel_id: str, bedragen: Iterable[Bedrag], jaar: int) -> Paginatabel:
    """One year as the rekening has it, beside what the editions expected of it; a row without it is in their tables."""
    van_jaar = [bedrag for bedrag in bedragen if bedrag.jaar == jaar and bedrag.bedrag is not None]
    saldi = {bedrag.rol for bedrag in van_jaar if _van_programma(bedrag)} & {*PROGRAMMA}
    rijen: dict[str, dict[Publicatie, Bedrag]] = {}
    for bedrag in sorted(van_jaar, key=lambda b: VOLGORDE.index(b.rol) if _van_programma(b) else -1):
        for naam in _rekeningnamen(bedrag, saldi):
            rijen.setdefault(naam, {})[bedrag.benaming.publicatie] = bedrag
    rijen = {naam: cellen for naam, cellen in rijen.items() if any(map(_is_rekening, cellen.values()))}
    edities = sorted({editie for cellen in rijen.values() for editie in cellen}, key=lambda editie: editie.op_volgorde)
    standen = {editie: cellen[editie].stand for cellen in rijen.values() for editie in cellen}
    welke = " met de laatste verwachting" if len(edities) > 2 else ""
    return Paginatabel(
        tabel_id,
        f"Rekening {jaar} naast wat eerder voor {jaar} was verwacht, {IN_DUIZENDEN}",
        "Post",
        [*_per_editie(edities, standen), Tabelkolom(VERSCHIL, f"Verschil{welke}")],
        [
            Tabelrij(
                naam,
                {
                    **{editie.slug: toon_bedrag(bedrag) for editie, bedrag in cellen.items()},
                    VERSCHIL: _met_de_rekening([cellen[editie] for editie in edities if editie in cellen]),
                },
                totaal=naam in (HEEL, VOOR, NA),
            )
            for naam, cellen in rijen.items()
        ],
    )


def _met_de_rekening(cellen: list[Bedrag]) -> Tabelcel:
    """Against the last expectation, which a later edition may print too; without both there is no difference."""
    begroot = [cel for cel in cellen if cel.soort == Bedrag.Soort.BEGROTING]
    rekening = [cel for cel in cellen if cel.soort == Bedrag.Soort.REKENING]
    if not (begroot and rekening):
        return ONBEREKENBAAR
    van, naar = (als_kosten(cel.bedrag or Decimal(0)) for cel in (begroot[-1], rekening[-1]))
    return toon_verschil(duizenden(naar - van))


def _is_rekening(bedrag: Bedrag) -> bool:
    return bedrag.soort == Bedrag.Soort.REKENING


def _van_programma(bedrag: Bedrag) -> bool:
    return bedrag.benaming.post.tabel == Geldtabel.PROGRAMMA and bedrag.benaming.post.rol in REKENING


def _rekeningnamen(bedrag: Bedrag, saldi: Collection[str]) -> Iterable[str]:
    """The rows of this amount; what is neither before nor after reserves stands beside those that are, if any is."""
    post = bedrag.benaming.post
    if post.tabel == Geldtabel.DOELSTELLING:
        return (f"{bedrag.benaming.code} {post.naam}",)
    if not _van_programma(bedrag):
        return ()
    return (HEEL,) if bedrag.rol == Postrol.SALDO and len(saldi) == 1 else REKENING[bedrag.rol]


def _verschil(kosten: Mapping[Publicatie, Decimal], edities: Sequence[Publicatie]) -> Tabelcel:
    """Between the last two editions of the table, x € 1.000: a plus is more. None where one does not print the row."""
    laatste = [kosten[editie] for editie in edities[-2:] if editie in kosten]
    return toon_verschil(duizenden(laatste[1] - laatste[0])) if len(laatste) == 2 else ONBEREKENBAAR

"""The money tables with a row per doelstelling, per post or per side: doelstelling, uitsplitsing, programma."""

import re
from collections.abc import Iterator, Sequence

from ingest.lezer.concept import Leesresultaat
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bevindingsoort, Kant, Tabelsoort
from ingest.lezer.taal.getallen import Getalcel, is_cel, lees_bedrag
from ingest.lezer.tabellen.kolommen import (
    KOLOMMEN,
    Geldkolom,
    Rijkop,
    lees_kolommen,
    maak_bedrag,
    maak_kolom,
    vreemde_cel,
)
from ingest.lezer.tabellen.rijen import BeschadigdeRij, cellen_aan_het_eind, lees_rij, rijen_onder, woorden

DOELSTELLING_KOP = re.compile(rf"Doelstelling {KOLOMMEN}")
UITSPLITSING_KOP = re.compile(rf"uitsplitsing op sectorproduct {KOLOMMEN}", re.IGNORECASE)
PROGRAMMA_KOP = re.compile(rf"(?:Programma \d+[.:]? .* )?{KOLOMMEN}")
PROGRAMMA_NAAM = re.compile(r"Programma \d+[.:]? ")

_DOELSTELLING_RIJ = re.compile(r"(?P<naam>[^()]*[^() ]) \((?P<code>\d+\.\d+)\)")
_PROGRAMMA_KANTEN = {
    "Lasten": Kant.LASTEN,
    "Baten": Kant.BATEN,
    "Gerealiseerd saldo van baten en lasten": Kant.SALDO,
    "Toevoegingen": Kant.TOEVOEGINGEN,
    "Onttrekkingen": Kant.ONTTREKKINGEN,
    "Mutaties reserves": Kant.MUTATIES,
    "Saldo": Kant.SALDO,
    "Resultaat": Kant.SALDO,
}
_PROGRAMMA_RIJ = re.compile("|".join(sorted(map(re.escape, _PROGRAMMA_KANTEN), key=len, reverse=True)))
_POST = re.compile(r"(?P<code>\d{3}\.\d{2}\.\d{3}) (?P<naam>.*\S)")


def lees_doelstellingtabel(regels: list[Regel], kop: int, jaar: int, schaal: int, doelstelling: str) -> Leesresultaat:
    """Read the one-row table "Financiën" of a doelstelling; `kop` is the index of its header."""
    gelezen, kolommen = Leesresultaat(), lees_kolommen(regels[kop].plat, jaar)
    gelezen.gebruikt.add(regels[kop].nummer)
    if _heeft_vreemde_cel(gelezen, regels[kop]):
        return gelezen
    for regel, *vervolg in rijen_onder(regels, kop + 1):
        try:
            rij = lees_rij(regel, _DOELSTELLING_RIJ, len(kolommen), lees_bedrag, vervolg)
            if rij is None:
                raise BeschadigdeRij(
                    f"verwacht is de naam van de doelstelling met haar nummer erachter: ({doelstelling})"
                )
            if rij[0]["code"] != doelstelling:
                raise BeschadigdeRij(
                    f"de code is {rij[0]['code']}, maar de tabel staat onder doelstelling {doelstelling}"
                )
            if len({cel.waarde > 0 for cel in rij[1] if cel.waarde}) > 1:
                raise BeschadigdeRij("de bedragen hebben niet allemaal hetzelfde teken")
        except BeschadigdeRij as fout:
            naam = _DOELSTELLING_RIJ.match(regel.plat)
            gelezen.beschadigd((regel, *vervolg), fout, naam["naam"] if naam else doelstelling)
            continue
        label, cellen = rij
        post = Rijkop(Tabelsoort.DOELSTELLING, label["naam"], Kant.SALDO, code=doelstelling, doelstelling=doelstelling)
        _neem_op(gelezen, (regel, *vervolg), post, kolommen, cellen, schaal)
    return _met_rijen(gelezen, regels[kop], "de tabel Financiën")


def lees_programmatabel(regels: list[Regel], kop: int, jaar: int, schaal: int) -> Leesresultaat:
    """Read "Financieel samengevat": lasten, baten and what follows, of the whole programma."""
    gelezen, kolommen = Leesresultaat(), lees_kolommen(regels[kop].plat, jaar)
    naam = naamregel(regels, kop)
    # The lines between belong to the name, but a row that strayed there must not be lost with them.
    boven = [regel for regel in regels[kop if naam is None else naam : kop] if not _draagt_cellen(regel)]
    gelezen.gebruikt |= {regel.nummer for regel in (*boven, regels[kop])}
    if _heeft_vreemde_cel(gelezen, regels[kop]):
        return gelezen
    begin = kop + 2 if kop + 1 < len(regels) and regels[kop + 1].leeg else kop + 1
    gezien: set[str] = set()
    for regel, *vervolg in rijen_onder(regels, begin):
        try:
            rij = lees_rij(regel, _PROGRAMMA_RIJ, len(kolommen), lees_bedrag, vervolg)
            if rij is None:
                raise BeschadigdeRij(f"deze rij is niet bekend; verwacht is {', '.join(_PROGRAMMA_KANTEN)}")
        except BeschadigdeRij as fout:
            gelezen.beschadigd((regel, *vervolg), fout, _label(regel))
            if bekend := _PROGRAMMA_RIJ.match(regel.plat):
                gezien.add(bekend[0])  # it is there, and reported
            continue
        label, cellen = rij
        gezien.add(label[0])
        post = Rijkop(Tabelsoort.PROGRAMMA, label[0], _PROGRAMMA_KANTEN[label[0]])
        _neem_op(gelezen, (regel, *vervolg), post, kolommen, cellen, schaal)
    ontbreekt = [naam for naam in ("Lasten", "Baten") if naam not in gezien]
    if not gezien & {"Saldo", "Resultaat"}:
        ontbreekt.append("Saldo (of Resultaat)")
    if ontbreekt:
        tekst = (
            f"In de tabel van het programma ontbreekt de rij {' en de rij '.join(ontbreekt)}. "
            "Controleer of de tabel compleet is, of typ haar over."
        )
        gelezen.fout(Bevindingsoort.ONVOLLEDIGE_TABEL, regels[kop].nummer, tekst)
    return gelezen


def lees_uitsplitsing_in_rijen(
    regels: list[Regel], kop: int, jaar: int, schaal: int, doelstelling: str
) -> Leesresultaat:
    """Read the uitsplitsing of PB 2026: a line with the post, then Lasten, Baten and Totaal, a row Totaal at the end.

    It may cross a page: its header then stands again among the rows.
    """
    gelezen, kopregel = Leesresultaat(), regels[kop]
    kolommen = lees_kolommen(kopregel.plat, jaar)
    gelezen.gebruikt.add(kopregel.nummer)
    if _heeft_vreemde_cel(gelezen, kopregel):
        return gelezen
    post: re.Match[str] | None = None
    kanten: set[Kant] = set()
    for regel, *vervolg in _ook_over_lege_regels(regels, kop + 1):
        if regel.plat == kopregel.plat:
            gelezen.gebruikt.add(regel.nummer)
            continue
        nieuw = _POST.fullmatch(regel.plat)
        if nieuw and not vervolg:
            _bewaak_post(gelezen, regel, post, "Totaal" if post else "")
            post, kanten = nieuw, set()
            gelezen.gebruikt.add(regel.nummer)
            continue
        label = re.compile(rf"Lasten|Baten|Totaal {re.escape(post[0])}" if post else "Totaal")
        try:
            rij = lees_rij(regel, label, len(kolommen), lees_bedrag, vervolg)
        except BeschadigdeRij as fout:
            gelezen.beschadigd((regel, *vervolg), fout, post["naam"] if post else "Totaal")
            kanten.add(Kant.LASTEN)  # it is there, and reported
            if post is None:
                return gelezen
            continue
        if rij is None:
            break
        kant = {"Lasten": Kant.LASTEN, "Baten": Kant.BATEN}.get(rij[0][0], Kant.SALDO)
        zonder_lasten = kant is Kant.SALDO and Kant.LASTEN not in kanten
        _bewaak_post(gelezen, regel, post, "Lasten" if zonder_lasten else "")
        kanten.add(kant)
        post_van_rij = Rijkop(
            Tabelsoort.UITSPLITSING,
            post["naam"] if post else "Totaal",
            kant,
            post["code"] if post else "",
            doelstelling,
        )
        _neem_op(gelezen, (regel, *vervolg), post_van_rij, kolommen, rij[1], schaal)
        if kant is Kant.SALDO:
            if post is None:
                return gelezen
            post = None
    tekst = "De uitsplitsing eindigt niet met een rij Totaal. Controleer of de tabel compleet is."
    gelezen.fout(Bevindingsoort.ONVOLLEDIGE_TABEL, kopregel.nummer, tekst)
    return gelezen


def _heeft_vreemde_cel(gelezen: Leesresultaat, kop: Regel) -> bool:
    vreemd = vreemde_cel(kop)
    if vreemd:
        tekst = (
            f"De tabel is niet gelezen: in haar kop is “{vreemd}” geen kolom, dus welk jaar boven welk bedrag hoort "
            "is niet zeker. U kunt haar overtypen."
        )
        gelezen.fout(Bevindingsoort.KOP, kop.nummer, tekst)
    return bool(vreemd)


def _bewaak_post(gelezen: Leesresultaat, regel: Regel, post: re.Match[str] | None, ontbreekt: str) -> None:
    """A post that lacks a row is cut: say so at the line where that is seen."""
    if post and ontbreekt:
        tekst = f"De rij {ontbreekt} van {post[0]} ontbreekt hierboven. Controleer of de tabel compleet is."
        gelezen.fout(Bevindingsoort.ONVOLLEDIGE_POST, regel.nummer, tekst, onderwerp=post["naam"])


def is_uitsplitsing_in_kolommen(regels: Sequence[Regel], kop: int) -> bool:
    """Whether two lines are the header of PB 2023's uitsplitsing: years, and below each Lasten and Baten."""
    if kop + 1 >= len(regels):
        return False
    jaren, kanten = regels[kop].cellen, regels[kop + 1].cellen
    return (
        jaren is not None
        and kanten is not None
        and bool(re.fullmatch(r"( ?\d{4})+", regels[kop].plat))
        and set(kanten[1:]) == {"Lasten", "Baten"}
    )


def lees_uitsplitsing_in_kolommen(
    regels: list[Regel], kop: int, jaar: int, schaal: int, doelstelling: str
) -> Leesresultaat:
    """Read the uitsplitsing of PB 2023: a row per post, per year a column Lasten and one Baten; then Totaal, Saldo."""
    gelezen = Leesresultaat(gebruikt={regels[kop].nummer, regels[kop + 1].nummer})
    kolommen = _kolommen_per_kant(regels, kop, jaar)
    if kolommen is None:
        tekst = (
            "De uitsplitsing is niet gelezen: de jaren en de kolommen Lasten en Baten passen niet bij elkaar. Verwacht "
            "zijn onder elk jaar twee kolommen, eerst Lasten en dan Baten. U kunt haar overtypen."
        )
        gelezen.fout(Bevindingsoort.KOP, regels[kop].nummer, tekst)
        return gelezen
    label, laatste = re.compile(r".*\S"), ""
    for regel, *vervolg in rijen_onder(regels, kop + 2):
        try:
            rij = lees_rij(regel, label, len(kolommen), lees_bedrag, vervolg)
        except BeschadigdeRij as fout:
            laatste = _label(regel)
            gelezen.beschadigd((regel, *vervolg), fout, laatste)
            continue
        if rij is None:
            break
        laatste = rij[0][0]
        gelezen.gebruikt |= {deze.nummer for deze in (regel, *vervolg)}
        for (kolom, kant), cel in zip(kolommen, rij[1], strict=True):
            # PB 2023 prints the Saldo of a year in its column Lasten.
            van_kant = Kant.SALDO if laatste == "Saldo" and kant is Kant.LASTEN else kant
            post = Rijkop(Tabelsoort.UITSPLITSING, laatste, van_kant, doelstelling=doelstelling)
            gelezen.bedragen.append(maak_bedrag(post, kolom, cel, schaal, cel.regel or regel.nummer))
    if laatste != "Saldo":
        tekst = "De uitsplitsing eindigt niet met een rij Saldo. Controleer of de tabel compleet is."
        gelezen.fout(Bevindingsoort.ONVOLLEDIGE_TABEL, regels[kop].nummer, tekst)
    return gelezen


def _kolommen_per_kant(regels: list[Regel], kop: int, jaar_editie: int) -> list[tuple[Geldkolom, Kant]] | None:
    """A year stands above the first of its two columns; the cell above the second is blank."""
    jaren, kanten = regels[kop].cellen or (), regels[kop + 1].cellen or ()
    if len(jaren) != len(kanten) or kanten[1:] != ("Lasten", "Baten") * (len(kanten) // 2):
        return None
    if any(not jaar for jaar in jaren[1::2]) or any(jaren[2::2]):
        return None
    return [
        (maak_kolom("begroting", int(jaar), jaar_editie), kant)
        for jaar in jaren[1::2]
        for kant in (Kant.LASTEN, Kant.BATEN)
    ]


def naamregel(regels: Sequence[Regel], kop: int) -> int | None:
    """Where the name of the programma begins: on the header itself, or (over more lines) just above it."""
    return next((i for i in range(kop, max(-1, kop - 6), -1) if PROGRAMMA_NAAM.match(regels[i].plat)), None)


def programmanaam(regels: Sequence[Regel], kop: int) -> tuple[str, int]:
    """The name that stands with the header of the table of a programma, and its line."""
    begin = naamregel(regels, kop)
    if begin is None:
        return "", regels[kop].nummer
    op_de_kop = re.sub(rf" ?{KOLOMMEN}$", "", regels[kop].plat)
    delen = [regel.plat for regel in regels[begin:kop] if not regel.leeg and not _draagt_cellen(regel)]
    naam = PROGRAMMA_NAAM.sub("", " ".join([*delen, op_de_kop]).strip(), count=1)
    return naam.strip(), regels[begin].nummer


def _draagt_cellen(regel: Regel) -> bool:
    return any(is_cel(woord) for woord in woorden(PROGRAMMA_NAAM.sub("", regel.plat)))


def _neem_op(
    gelezen: Leesresultaat,
    rij: Sequence[Regel],
    post: Rijkop,
    kolommen: list[Geldkolom],
    cellen: list[Getalcel],
    schaal: int,
) -> None:
    gelezen.gebruikt |= {regel.nummer for regel in rij}
    for kolom, cel in zip(kolommen, cellen, strict=True):
        gelezen.bedragen.append(maak_bedrag(post, kolom, cel, schaal, cel.regel or rij[0].nummer))


def _label(regel: Regel) -> str:
    """What a row is called, without its cells."""
    if regel.cellen is not None:
        return " ".join(regel.cellen[0].split())
    alle = woorden(regel.plat)
    return " ".join(alle[: len(alle) - cellen_aan_het_eind(alle)]) or regel.plat


def _ook_over_lege_regels(regels: Sequence[Regel], begin: int) -> Iterator[tuple[Regel, ...]]:
    """The rows of a table that may have empty lines in it."""
    index = begin
    while index < len(regels):
        for rij in rijen_onder(regels, index):
            index += len(rij)
            yield rij
        index += 1


def _met_rijen(gelezen: Leesresultaat, kopregel: Regel, naam: str) -> Leesresultaat:
    if not gelezen.bedragen and not gelezen.bevindingen:
        gelezen.fout(
            Bevindingsoort.ONVOLLEDIGE_TABEL,
            kopregel.nummer,
            f"Onder de kop van {naam} staan geen rijen. Controleer of de tabel compleet is, of typ haar over.",
        )
    return gelezen

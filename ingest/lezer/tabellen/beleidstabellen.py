"""The tables of policy changes: nieuw beleid, and bezuinigings- en dekkingsvoorstellen.

PB 2023 prints a row on a line. PB 2026 prints names over several lines with sub lines ("- dekking via
SPUK") and the amounts below: on one line, where a blank cell leaves two spaces, or one by one, a column
(a year) at a time. What is read from such a layout must add up to the printed Saldo, or it is refused.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import groupby

from ingest.lezer.concept import Bedrag, Leesresultaat
from ingest.lezer.regels import Regel
from ingest.lezer.soorten import Bevindingsoort, Kant, Leegsoort, Tabelsoort
from ingest.lezer.taal.getallen import Getalcel, lees_bedrag
from ingest.lezer.tabellen.kolommen import Geldkolom, Rijkop, maak_bedrag, maak_kolom
from ingest.lezer.tabellen.rijen import BeschadigdeRij, kan_cel, lees_cellen, lees_rij, lees_rij_van_achteren, woorden

KOP = re.compile(
    r"(?P<nieuw>Nieuw beleid|Beleidswijzigingen/Nieuw beleid|Beleidswijzigingen)(?: \d{4})+"
    r"|(?P<minder>Bezuinigings- en dekkingsvoorstellen)(?: \d{4})+"
)
_SALDO = re.compile(r"Saldo")
_LIJKT_GETAL = re.compile(r"[-\u2212+(€]*\d\S*")
_NUMMER = re.compile(r"(?P<nummer>\d+)\. (?P<naam>.*\S)")
# A row may come with so many lines of name and amounts; more is not one row any more.
_LANGSTE_TABEL = 120
_LANGSTE_NAAM = 140
LEEG = Getalcel("", None, Leegsoort.LEEG)


@dataclass
class _Beleidsrij:
    """One policy row as it is being read: its name, its sub lines, and the lines with only amounts."""

    regel: Regel
    code: str
    naam: str
    cellen: list[Getalcel] | None = None
    subs: list[str] = field(default_factory=list)
    getalregels: list[Regel] = field(default_factory=list)
    lege_cellen: int = 0
    beschadigd: str = ""
    hoofd: str = ""
    met_subrijen: bool = False


def lees_beleidstabel(regels: list[Regel], kop: int, jaar_editie: int, schaal: int) -> Leesresultaat:
    """Read the policy table whose header is `regels[kop]`, up to and with its row Saldo."""
    gelezen, kopregel = Leesresultaat(gebruikt={regels[kop].nummer}), regels[kop]
    soort = KOP.fullmatch(kopregel.plat)
    tabel = Tabelsoort.NIEUW_BELEID if soort and soort["nieuw"] else Tabelsoort.BEZUINIGINGEN
    kolommen = [maak_kolom("begroting", int(jaar), jaar_editie) for jaar in re.findall(r"\d{4}", kopregel.plat)]
    saldo = _zoek_saldo(regels, kop + 1)
    if saldo is None:
        tekst = (
            f'De tabel "{kopregel.plat}" eindigt niet met een rij Saldo, en is niet gelezen. Controleer of zij '
            "compleet is, of typ haar over met het Saldo erbij."
        )
        gelezen.fout(Bevindingsoort.ONVOLLEDIGE_TABEL, kopregel.nummer, tekst)
        return gelezen
    geweigerd = False  # the row that a sub row takes its name from, or another one below that
    for rij in _rijen(regels[kop + 1 : saldo], len(kolommen), gelezen):
        geweigerd = geweigerd and bool(rij.hoofd)
        try:
            if geweigerd:
                raise BeschadigdeRij("de rij waar hij onder hoort, is niet gelezen")
            _plaats(rij, tabel, kolommen, schaal, gelezen)
        except BeschadigdeRij as fout:
            geweigerd = True
            tekst = f'De rij "{rij.naam}" is niet gelezen: {fout}. U kunt de rij overtypen.'
            gelezen.fout(Bevindingsoort.BESCHADIGDE_RIJ, rij.regel.nummer, tekst, onderwerp=rij.naam)
            for regel in rij.getalregels:
                tekst = (
                    f'"{regel.plat}" hoort bij een rij die niet is gelezen ("{rij.naam}", regel {rij.regel.nummer}).'
                )
                gelezen.fout(Bevindingsoort.BESCHADIGDE_RIJ, regel.nummer, tekst, onderwerp=rij.naam)
    _lees_saldo(regels[saldo], tabel, kolommen, schaal, gelezen)
    gelezen.weiger_dubbele()
    _weiger_wat_niet_optelt(gelezen, regels[saldo])
    return gelezen


def _lees_saldo(
    regel: Regel, tabel: Tabelsoort, kolommen: list[Geldkolom], schaal: int, gelezen: Leesresultaat
) -> None:
    try:
        gevonden = lees_rij(regel, _SALDO, len(kolommen), lees_bedrag)
        if gevonden is None:
            raise BeschadigdeRij('de naam is niet precies "Saldo"')
    except BeschadigdeRij as fout:
        gelezen.beschadigd([regel], fout, "Saldo")
        return
    gelezen.gebruikt.add(regel.nummer)
    totaal = Rijkop(tabel, "Saldo", Kant.SALDO)
    for kolom, cel in zip(kolommen, gevonden[1], strict=True):
        gelezen.bedragen.append(maak_bedrag(totaal, kolom, cel, schaal, regel.nummer))


def _zoek_saldo(regels: list[Regel], begin: int) -> int | None:
    for index in range(begin, min(len(regels), begin + _LANGSTE_TABEL)):
        if _SALDO.match(regels[index].plat):
            return index
        if regels[index].plat.startswith("Bedragen x") or KOP.fullmatch(regels[index].plat):
            return None
    return None


def _rijen(regels: list[Regel], aantal: int, gelezen: Leesresultaat) -> Iterator[_Beleidsrij]:
    """Group the lines of the table into rows."""
    rij: _Beleidsrij | None = None
    for regel in regels:
        if regel.leeg:
            if rij is not None and rij.cellen is None and regel.gedrukt:
                rij.lege_cellen += 1
            continue
        gelezen.gebruikt.add(regel.nummer)
        if rij is not None and all(kan_cel(woord) for woord in woorden(regel.plat)):
            rij.getalregels.append(regel)
        elif rij is not None and (subrij := _subrij(rij, regel, aantal)):
            yield replace(rij, met_subrijen=True)
            rij = subrij
        elif rij is not None and _hoort_bij(rij, regel):
            _vervolg(rij, regel)
        else:
            if rij is not None:
                yield rij
            rij = _begin(regel, aantal)
    if rij is not None:
        yield rij


def _begin(regel: Regel, aantal: int) -> _Beleidsrij:
    beschadigd, cellen, naam = "", None, regel.plat
    try:
        gevonden = lees_rij_van_achteren(regel, aantal)
        if gevonden:
            naam, cellen = gevonden
    except BeschadigdeRij as fout:
        beschadigd = str(fout)
    if not beschadigd and _heeft_bedragen(naam):
        beschadigd = "in de naam staan bedragen, of achter de bedragen staat iets dat geen bedrag is"
    nummer = _NUMMER.fullmatch(naam)
    code, naam = (nummer["nummer"], nummer["naam"]) if nummer else ("", naam)
    return _Beleidsrij(regel, code, naam.rstrip(" :"), cellen, beschadigd=beschadigd)


def _heeft_bedragen(naam: str) -> bool:
    """Whether numbers stand behind each other, damaged or not ("Advies 10 20 30 4O"), or nothing but a number."""
    reeksen = groupby(woorden(naam), key=lambda woord: bool(_LIJKT_GETAL.fullmatch(woord)) and woord[-1] not in ",;:")
    lengtes = [(getal, len(list(reeks))) for getal, reeks in reeksen]
    return any(getal and (lengte > 1 or len(lengtes) == 1) for getal, lengte in lengtes)


def _subrij(rij: _Beleidsrij, regel: Regel, aantal: int) -> _Beleidsrij | None:
    """A sub line with amounts of its own, all of them on its line."""
    try:
        gevonden = lees_rij_van_achteren(regel, aantal) if regel.opsomming else None
    except BeschadigdeRij:
        return None
    if gevonden is None or all(cel.leeg is Leegsoort.LEEG for cel in gevonden[1]):
        return None
    hoofd, sub = rij.hoofd or rij.naam, gevonden[0].lstrip("-•* \uf0b7")
    return _Beleidsrij(regel, rij.code, f"{hoofd} – {sub}", gevonden[1], hoofd=hoofd)


def _hoort_bij(rij: _Beleidsrij, regel: Regel) -> bool:
    """Whether a line goes on with the row: a sub line, or the rest of its name."""
    if regel.opsomming:
        return True
    bedragen = kan_cel(woorden(regel.plat)[-1]) or _heeft_bedragen(regel.plat)
    klaar = rij.getalregels or ((rij.cellen is not None or rij.beschadigd) and bedragen)
    return regel.cellen is None and not _NUMMER.match(regel.plat) and not klaar


def _vervolg(rij: _Beleidsrij, regel: Regel) -> None:
    """A name that goes on, or a sub line; an amount behind it would have no year."""
    laatste = woorden(regel.plat)[-1]
    if _heeft_bedragen(regel.plat) or (kan_cel(laatste) and not re.fullmatch(r"20\d\d", laatste)):
        rij.beschadigd = f"op regel {regel.nummer} staat een bedrag achter het vervolg van de naam"
        rij.getalregels.append(regel)
    elif regel.opsomming:
        rij.subs.append(regel.plat)
    elif rij.cellen is not None and not rij.subs:
        rij.beschadigd = f"op regel {regel.nummer} staat onder de bedragen nog tekst, en niet te zien is van welke rij"
        rij.getalregels.append(regel)
    elif rij.subs:
        rij.subs[-1] += " " + regel.plat
    else:
        rij.naam += " " + regel.plat.rstrip(" :")


def _plaats(
    rij: _Beleidsrij, tabel: Tabelsoort, kolommen: list[Geldkolom], schaal: int, gelezen: Leesresultaat
) -> None:
    """Give every amount of a row its post and year; raises BeschadigdeRij where that would be a guess."""
    if len(rij.naam) > _LANGSTE_NAAM or any(len(sub) > _LANGSTE_NAAM for sub in rij.subs):
        raise BeschadigdeRij("de naam is te lang voor een rij van een tabel")
    if rij.beschadigd or not rij.naam:
        raise BeschadigdeRij(rij.beschadigd or "er staat geen naam voor")
    if rij.met_subrijen and not rij.getalregels and all(cel.leeg is Leegsoort.LEEG for cel in rij.cellen or ()):
        return  # only the name above its sub lines
    hoofd = Rijkop(tabel, rij.naam, Kant.SALDO, code=rij.code)
    subs = [Rijkop(tabel, f"{rij.naam} – {sub}", Kant.SALDO, code=rij.code) for sub in rij.subs]
    if rij.cellen is not None:
        if rij.getalregels:
            raise BeschadigdeRij("er staan bedragen achter de naam en ook op losse regels")
        raster = [(hoofd, [(cel, rij.regel.nummer) for cel in rij.cellen])]
    elif len(rij.getalregels) == 1:
        raster = [(hoofd, _een_regel(rij.getalregels[0], len(kolommen)))]
    else:
        raster = _kolom_voor_kolom(rij, [hoofd, *subs], len(kolommen))
    for post, cellen in raster:
        for kolom, (cel, regel) in zip(kolommen, cellen, strict=True):
            gelezen.bedragen.append(maak_bedrag(post, kolom, cel, schaal, regel))


def _een_regel(regel: Regel, aantal: int) -> list[tuple[Getalcel, int]]:
    """Amounts on a line of their own: a blank cell at the end leaves two spaces behind the last one."""
    cellen = _losse_cellen(regel)
    leeg = aantal - len(cellen)
    spaties = len(regel.gedrukt) - len(regel.gedrukt.rstrip(" "))
    if leeg < 0 or (leeg and spaties != 2 * leeg + 1):
        raise BeschadigdeRij(f"er staan {len(cellen)} bedragen voor {aantal} jaren, en niet te zien is voor welke")
    return [(cel, regel.nummer) for cel in cellen + [LEEG] * leeg]


def _losse_cellen(regel: Regel) -> list[Getalcel]:
    alle = woorden(regel.plat)
    return lees_cellen(alle, len(alle), lees_bedrag)


def _kolom_voor_kolom(
    rij: _Beleidsrij, posten: list[Rijkop], aantal: int
) -> list[tuple[Rijkop, list[tuple[Getalcel, int]]]]:
    """Amounts one by one on lines of their own: first those of the first year, then those of the second.

    A row without amounts of its own leaves a line with one space before each year.
    """
    if rij.lege_cellen == aantal:
        posten = posten[1:]
    elif rij.lege_cellen:
        raise BeschadigdeRij(f"er staan {rij.lege_cellen} lege cellen voor {aantal} jaren")
    losse = [(cel, regel.nummer) for regel in rij.getalregels for cel in _losse_cellen(regel)]
    if not posten or len(losse) != len(rij.getalregels) or len(losse) != aantal * len(posten):
        raise BeschadigdeRij(f"er staan {len(losse)} bedragen voor {len(posten)} regels en {aantal} jaren")
    return [(post, losse[nummer :: len(posten)]) for nummer, post in enumerate(posten)]


def _weiger_wat_niet_optelt(gelezen: Leesresultaat, saldo: Regel) -> None:
    """The order of loose amounts is read from the layout alone; only a Saldo that fits proves it right."""
    los = [bedrag for bedrag in gelezen.bedragen if _staat_los(gelezen.bedragen, bedrag)]
    geweigerd = sorted(fout.regel for fout in gelezen.bevindingen if fout.regel and fout.regel != saldo.nummer)
    waarom = _telt_niet_op(gelezen.bedragen, saldo) if los else ""
    if waarom and geweigerd:
        waarom = f"De losse bedragen zijn niet gelezen. Typ regel {geweigerd[0]} over, dan zijn zij na te rekenen."
    if waarom:
        for regel, post in sorted({bedrag.regel: bedrag.post for bedrag in los}.items()):
            gelezen.fout(Bevindingsoort.BESCHADIGDE_RIJ, regel, waarom, onderwerp=post)
        gelezen.bedragen = [bedrag for bedrag in gelezen.bedragen if bedrag not in los]


def _telt_niet_op(bedragen: list[Bedrag], saldo: Regel) -> str:
    """Why the Saldo does not prove the amounts above it right; "" where it does."""
    totalen = [bedrag for bedrag in bedragen if bedrag.post == "Saldo"]
    if not totalen:
        return f"De losse bedragen zijn niet gelezen: de rij Saldo op regel {saldo.nummer}, die ze bewijst, ook niet."
    for totaal in totalen:
        delen = [b.gedrukte_waarde or Decimal(0) for b in bedragen if b.post != "Saldo" and b.jaar == totaal.jaar]
        if abs(sum(delen, Decimal(0)) - (totaal.gedrukte_waarde or Decimal(0))) > Decimal(len(delen)) / 2:
            return (
                f"De losse bedragen zijn niet gelezen: die van {totaal.jaar} tellen niet op tot het Saldo op regel "
                f"{saldo.nummer}, dus bij welk jaar elk bedrag hoort is niet zeker. U kunt de tabel overtypen."
            )
    return ""


def _staat_los(bedragen: list[Bedrag], bedrag: Bedrag) -> bool:
    """Amounts that stand column by column are on more than one line, those with blanks printed at the end on one."""
    zelfde = [ander for ander in bedragen if ander.post == bedrag.post and ander.code == bedrag.code]
    return bedrag.post != "Saldo" and (
        len({ander.regel for ander in zelfde}) > 1 or any(ander.leeg for ander in zelfde)
    )

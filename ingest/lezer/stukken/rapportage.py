"""A rapportage: the table of doel and realisatie, the sections per kernopgave, and the numbers in its sentences."""

import re
from collections.abc import Sequence

from ingest.lezer.concept import Bevinding, Cijfer, Concept, Ernst, Leesresultaat, Suggestie, Tekst
from ingest.lezer.regels import Regel
from ingest.lezer.roosters.geldkolommen import Stukjaar
from ingest.lezer.roosters.lezen import lees_rest
from ingest.lezer.soorten import Bevindingsoort, Cijfersoort, Publicatiesoort, Tekstsoort
from ingest.lezer.stukken.publicatie import Aanduiding
from ingest.lezer.taal.getallen import Getalcel
from ingest.lezer.taal.suggesties import suggesties
from ingest.lezer.taal.zinnen import alineas
from ingest.lezer.tabellen.rijen import BeschadigdeRij, lees_cellen, woorden

_KOP = re.compile(r"(?:\S+ )?Doel(?:stelling)?(?: (?P<van>\d{4}))? Realisatie(?: (?P<jaar>\d{4}))?")
_KENGETAL = "kengetal"
_KERNOPGAVE = re.compile(
    r"(?:Bieden van b|B)estaanszekerheid|(?:Vergroten van k|K)ansengelijkheid"
    r"|(?:Versterken van g|G)ezond (?:samen)?leven"
)
_BIJLAGE = re.compile(r"Bijlagen?\b.{0,60}")
_PERIODE = re.compile(r"(?P<jaar>\d{4})(?:-(?P<deel>H[12]))?")
_KOPLENGTE = 90
# Signs that a scanner makes of the pictures beside a heading.
_RUIS = re.compile(r"(?: [@®©()]+)+$")


def lees_rapportage(regels: Sequence[Regel], wie: Aanduiding) -> Concept:
    """The draft of a rapportage: its figures are those of its tables, what its sentences say are suggestions."""
    gelezen = Leesresultaat()
    for index, regel in enumerate(regels):
        if _KOP.fullmatch(regel.plat):
            gelezen.voeg_toe(_lees_tabel(regels, index, wie))
    secties = _secties(regels)
    if not secties and wie.naam.startswith("Rapportage SD"):
        tekst = "Geen enkele kernopgave is gevonden (Bestaanszekerheid, Kansengelijkheid, Gezond leven)."
        gelezen.bevindingen.append(Bevinding(Ernst.WAARSCHUWING, Bevindingsoort.GEEN_KERNOPGAVE, None, tekst))
    gevonden: list[Suggestie] = []
    for _, eigen in secties:
        gevonden += suggesties(regel for regel in eigen if regel.nummer not in gelezen.gebruikt)
    rest = lees_rest(regels, gelezen.gebruikt, Stukjaar(Publicatiesoort.RAPPORTAGE, wie.jaar), wie.naam)
    return Concept(
        publicatie=wie.naam,
        jaar=wie.jaar,
        cijfers=(*gelezen.cijfers, *rest.cijfers),
        bedragen=tuple(rest.bedragen),
        teksten=tuple(tekst for naam, eigen in secties for tekst in _teksten(naam, eigen, gelezen.gebruikt)),
        bevindingen=(*gelezen.bevindingen, *rest.bevindingen),
        suggesties=tuple(gevonden),
        soort=Publicatiesoort.RAPPORTAGE,
        titel=wie.titel,
    )


def _lees_tabel(regels: Sequence[Regel], kop: int, wie: Aanduiding) -> Leesresultaat:
    """The rows below the header until a blank line: name, doel (or "Kengetal", which has none), realisatie."""
    gelezen, einde = Leesresultaat(gebruikt={regels[kop].nummer}), kop + 1
    rijen: list[tuple[Regel, str, Getalcel | None, Getalcel]] = []
    while einde < len(regels) and not regels[einde].leeg:
        regel = regels[einde]
        einde += 1
        try:
            rijen.append((regel, *_lees_rij(regel)))
            gelezen.gebruikt.add(regel.nummer)
        except BeschadigdeRij as fout:
            gelezen.beschadigd([regel], fout, "")
    realisaties = {cel.gedrukt for *_, cel in rijen if cel.waarde is not None}
    periode = _periode(regels, kop, einde, realisaties, wie.jaar)
    if periode is None:
        tekst = (
            f'De tabel "{regels[kop].plat}" zegt niet over welke periode zij gaat, en de tekst eronder ook niet. '
            "Zij is niet gelezen. Typ haar over met het jaar in de kop, zoals “Doel 2024 Realisatie 2024”."
        )
        laatste = regels[einde - 1].nummer
        gelezen.bevindingen.append(
            Bevinding(Ernst.FOUT, Bevindingsoort.PERIODE_ONBEKEND, regels[kop].nummer, tekst, tot=laatste)
        )
        return gelezen
    jaar, deel = periode
    for regel, naam, doel, realisatie in rijen:
        for soort, cel in ((Cijfersoort.BEGROTING, doel), (Cijfersoort.REALISATIE, realisatie)):
            if cel is not None:
                gelezen.cijfers.append(_cijfer(wie, naam, soort, cel, jaar, deel, regel.nummer))
    return gelezen


def _cijfer(wie: Aanduiding, naam: str, soort: Cijfersoort, cel: Getalcel, jaar: int, deel: str, regel: int) -> Cijfer:
    return Cijfer(
        doelstelling="",
        naam=naam,
        bron="",
        soort=soort,
        editie=wie.naam,
        jaar=jaar,
        waarde=cel.waarde,
        leeg=cel.leeg,
        procent=cel.procent,
        gedrukt=cel.gedrukt,
        regel=regel,
        periode=deel,
    )


def _lees_rij(regel: Regel) -> tuple[str, Getalcel | None, Getalcel]:
    """The name and the two cells; raises BeschadigdeRij."""
    cellen = regel.cellen
    if cellen is None:
        alle = woorden(regel.plat)
        cellen = (" ".join(alle[:-2]), *alle[-2:])
    if not cellen[0]:
        raise BeschadigdeRij("er staat geen naam voor")
    is_kengetal = len(cellen) > 1 and cellen[1].casefold() == _KENGETAL
    gelezen = lees_cellen([cel for cel in cellen[1:] if cel.casefold() != _KENGETAL], 1 if is_kengetal else 2)
    return " ".join(cellen[0].split()), None if is_kengetal else gelezen[0], gelezen[-1]


def _periode(regels: Sequence[Regel], kop: int, einde: int, realisaties: set[str], jaar: int) -> tuple[int, str] | None:
    """The year (and half) that the header prints, else what the paragraph below says of one of these realisaties.

    The period of the rapportage itself is no answer: one on half a year prints a table of the whole year. But it must
    be of the same year.
    """
    gevonden = _KOP.fullmatch(regels[kop].plat)
    if gevonden and gevonden["jaar"]:
        zelfde = gevonden["van"] in (None, gevonden["jaar"])
        return (int(gevonden["jaar"]), "") if zelfde else None
    eronder = next(alineas(regels[einde:]), [])
    gezegd = {s.periode for s in suggesties(eronder) if s.gedrukt in realisaties and s.periode}
    passend = [_PERIODE.fullmatch(periode) for periode in gezegd]
    if len(passend) != 1 or passend[0] is None or int(passend[0]["jaar"]) != jaar:
        return None
    return jaar, passend[0]["deel"] or ""


def _secties(regels: Sequence[Regel]) -> list[tuple[str, list[Regel]]]:
    """Each kernopgave with its lines, from its heading to the next; the table of contents names them with a page."""
    gevonden: list[tuple[str, list[Regel]]] = []
    bezig = False
    for regel in regels:
        kop = _zonder_ruis(regel)
        if regel.cellen is None and _KERNOPGAVE.fullmatch(kop):
            gevonden.append((kop, []))
            bezig = True
        elif _BIJLAGE.fullmatch(regel.plat):
            bezig = False
        elif bezig:
            gevonden[-1][1].append(regel)
    return gevonden


def _teksten(kernopgave: str, regels: list[Regel], gebruikt: set[int]) -> list[Tekst]:
    """A text for each heading of the section: its paragraphs, without the rows of tables."""
    gevonden: list[Tekst] = []
    kop = kernopgave
    for alinea in alineas(regel for regel in regels if regel.nummer not in gebruikt):
        if _is_kop(alinea):
            kop = f"{kernopgave} – {_zonder_ruis(alinea[0])}"
            continue
        tekst, van, tot = " ".join(regel.plat for regel in alinea), alinea[0].nummer, alinea[-1].nummer
        samengevat = any(regel.samengevat for regel in alinea)
        if gevonden and gevonden[-1].kop == kop:
            vorige = gevonden.pop()
            tekst, van, samengevat = f"{vorige.tekst}\n\n{tekst}", vorige.van, vorige.samengevat or samengevat
        gevonden.append(Tekst(Tekstsoort.KERNOPGAVE, kop, tekst, van, tot, samengevat))
    return gevonden


def _is_kop(alinea: list[Regel]) -> bool:
    regel = alinea[0]
    tekst = _zonder_ruis(regel)
    kort = len(alinea) == 1 and len(tekst) < _KOPLENGTE and tekst[:1].isupper() and tekst[-1] not in ".;,:?!"
    return regel.kop or (kort and not regel.opsomming and regel.cellen is None)


def _zonder_ruis(regel: Regel) -> str:
    return _RUIS.sub("", regel.plat)

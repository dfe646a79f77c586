"""All tables of a document that no other reader knows: each read whole by its own header, or refused whole."""

from collections.abc import Collection, Sequence

from ingest.lezer.concept import Leesresultaat
from ingest.lezer.regels import Regel
from ingest.lezer.roosters.geld import lees_geld
from ingest.lezer.roosters.geldkolommen import Stukjaar
from ingest.lezer.roosters.indicatoren import is_indicatortabel, lees_indicatoren
from ingest.lezer.roosters.kolommen import Onduidelijk, lees_kolommen
from ingest.lezer.roosters.koppen import Koppen
from ingest.lezer.roosters.omgeving import Omgeving, kijk_rond
from ingest.lezer.roosters.onderscheid import Gelezentabel, onderscheid
from ingest.lezer.roosters.rooster import Rooster, vind_roosters
from ingest.lezer.soorten import Bevindingsoort, Publicatiesoort
from ingest.lezer.tabellen.ongelezen import ongelezen
from ingest.lezer.tabellen.programmarijen import Tabelwoorden, een_tabel_per_programma, zet_bij_programmas


def lees_roosters(regels: Sequence[Regel], gebruikt: Collection[int], stuk: Stukjaar, editie: str) -> Leesresultaat:
    """What these tables yield; `editie` is what the publicatie is called."""
    gelezen, tabellen, koppen = Leesresultaat(), [], Koppen(regels)
    for rooster in vind_roosters(regels, gebruikt):
        om = kijk_rond(regels, rooster)
        try:
            tabellen.append(Gelezentabel(om, _lees(rooster, om, stuk, editie, koppen)))
        except Onduidelijk as waarom:
            gelezen.fout(Bevindingsoort.KOP, rooster.van, _geweigerd(rooster, om, waarom), rooster.tot, om.titel)
    onderscheid(tabellen)
    for tabel in tabellen:
        gelezen.voeg_toe(tabel.gelezen)
    gelezen.weiger_dubbele()
    gelezen.bedragen = een_tabel_per_programma(gelezen.bedragen)
    gelezen.programmas, gelezen.doelstellingen = [*koppen.programmas.values()], [*koppen.doelstellingen.values()]
    return gelezen


def lees_rest(regels: Sequence[Regel], gebruikt: Collection[int], stuk: Stukjaar, editie: str) -> Leesresultaat:
    """What no other reader accounts for: its tables, and a finding for each number that is not read then either."""
    gelezen = lees_roosters(regels, gebruikt, stuk, editie)
    gelezen.bevindingen += ongelezen(regels, gelezen.gebruikt | set(gebruikt))
    return gelezen


def _lees(rooster: Rooster, om: Omgeving, stuk: Stukjaar, editie: str, koppen: Koppen) -> Leesresultaat:
    kolommen, namen = lees_kolommen(rooster)
    if is_indicatortabel(kolommen, om):
        return lees_indicatoren(rooster, kolommen, namen, stuk, editie, koppen)
    gelezen = lees_geld(rooster, kolommen, namen, om, stuk)
    if stuk.soort in (Publicatiesoort.PROGRAMMABEGROTING, Publicatiesoort.JAARSTUKKEN):
        gelezen.bedragen = zet_bij_programmas(gelezen.bedragen, _woorden(rooster, om))
    return gelezen


def _woorden(rooster: Rooster, om: Omgeving) -> Tabelwoorden:
    koppen = [(rij.regel.nummer, rij.label.lstrip("-–• ")) for rij in rooster.rijen if rij.is_kaal]
    return Tabelwoorden(rooster.van, om.titel, rooster.kop[0].label, om.programma, koppen)


def _geweigerd(rooster: Rooster, om: Omgeving, waarom: Onduidelijk) -> str:
    naam = f" onder “{om.titel}”" if om.titel else ""
    bladzijde = rooster.kop[0].regel.pagina
    waar = f"bladzijde {bladzijde}, " if bladzijde else ""
    return (
        f"De tabel{naam} ({waar}regel {rooster.van} tot en met {rooster.tot}) is niet gelezen: {waarom}. "
        "U kunt hem overtypen."
    )

"""The four questions of a raadslid with ten minutes, answered in a few sentences each, from the figures."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from dashboard.paginas.aansluiting.optellingen import Uitkomst
from dashboard.paginas.doelen import Doel, overgenomen_edities, tel_oordelen, vergelijking_van
from dashboard.paginas.geld.bedragen import (
    TweeEdities,
    grootste_verschil,
    programma_in_het_kort,
)
from dashboard.paginas.geld.geldoordelen import Geldoordelen
from dashboard.weergave.opmaak import opsomming, toon_vermelding
from indicators.geld.netto import Geldregel
from indicators.models import (
    Bewoording,
    Breuk,
    Geldtabel,
    Programma,
    Publicatie,
    Vermelding,
)
from indicators.oordelen import VERDICTEN, Oordeel, Verschuiving
from indicators.vergelijking import Verschoven, verschoven_doelen

MEESTE_NAMEN = 2


@dataclass(frozen=True)
class Hoofdvraag:
    """A question, the name of the page that answers it in full, the answer in a few words, and what to know with it."""

    vraag: str
    pagina: str
    kern: SafeString | str
    zinnen: Sequence[SafeString | str]


def doelen_gehaald(doelen: Sequence[Doel]) -> Hoofdvraag:
    """Counts of verdicts, and what can be said without one: each figure with its gap, and what cannot be compared."""
    aantallen = dict(tel_oordelen(doelen))
    verdicten = {oordeel: aantallen[oordeel.value] for oordeel in VERDICTEN}
    vergelijking = vergelijking_van(doelen)
    zinnen: list[SafeString | str] = []
    if overgenomen := overgenomen_edities(doelen):
        staat = _enkelvoud(len(overgenomen), "Die begroting staat", "Die begrotingen staan")
        tellen_mee = f"Doelen overgenomen uit {opsomming(overgenomen)} tellen mee."
        zinnen.append(f"{tellen_mee} {staat} zelf nog niet op deze site.")
    if any(verdicten.values()):
        kern = ", ".join(f"{aantal} {oordeel.value}" for oordeel, aantal in verdicten.items())
        zinnen += [vergelijking.zin] if vergelijking else []
    elif not doelen:
        kern = "Van dit programma staan hier geen doelen"
    else:
        kern = vergelijking.zin if vergelijking else _zonder_oordeel(aantallen)
    if vergelijking:
        zinnen += [*vergelijking.gaten, vergelijking.geen_oordeel, vergelijking.niet_te_vergelijken]
    return Hoofdvraag("Zijn de doelen gehaald?", "doelen", kern, [zin for zin in zinnen if zin])


def _zonder_oordeel(aantallen: Mapping[str, int]) -> str:
    """Why nothing can be said of any result."""
    zonder_begroting, zonder_doel = (
        aantallen.get(f"geen oordeel: {oordeel.value}", 0) for oordeel in (Oordeel.NIET_GELADEN, Oordeel.ZONDER_DOEL)
    )
    van_zonder_doel = f"{_resultaten(zonder_doel)} van cijfers zonder doel"
    if zonder_doel and not zonder_begroting:
        return van_zonder_doel
    kern = f"{_resultaten(zonder_begroting)}, de begroting van dat jaar ontbreekt"
    return f"{kern}; {van_zonder_doel}" if zonder_doel else kern


def wat_kost_het(regels: Iterable[Geldregel], nieuwste: Publicatie, oordelen: Geldoordelen | None) -> Hoofdvraag | None:
    """What the programma costs in the year of the newest edition, and where that is more than was thought."""
    van_jaar = [regel for regel in regels if regel.jaar == nieuwste.jaar]
    totalen = programma_in_het_kort(van_jaar)
    if not totalen:
        return None
    totaal, *anders = totalen
    kern = format_html("{} in {}", totaal.bedrag, nieuwste.jaar)
    reserves = f", {totaal.reserves}" if totaal.reserves else ""
    zinnen: list[SafeString | str] = [format_html("Netto kosten: de uitgaven min de inkomsten{}.", reserves)]
    if totaal.eerder:
        eerder = totaal.eerder.benaming
        zinnen.append(
            format_html(
                "{} {} voor {} verwachtte ({}).",
                totaal.meer_of_minder_dan,
                eerder.publicatie,
                nieuwste.jaar,
                totaal.verwacht,
            )
        )
        if totaal.eerder.reserves_onbekend and totaal.reserves:
            zinnen.append(_over_reserves(totaal, anders))
        zinnen += _grootste_verschil(van_jaar, nieuwste.jaar)
        zinnen.append("Niet gecorrigeerd voor prijsstijging; een deel betaalt het Rijk.")
    if oordelen and oordelen.kern:
        zinnen.append(oordelen.kern)
    return Hoofdvraag("Wat kost het?", "geld", kern, zinnen)


def _over_reserves(totaal: TweeEdities, anders: Iterable[TweeEdities]) -> SafeString:
    """Of an earlier edition that does not say which saldo it has: with the other of the same two editions, if any."""
    eerder = totaal.regel.edities[-2]
    for ander in anders:
        if ander.regel.edities[-2:] == totaal.regel.edities[-2:]:
            return format_html("{} zegt niet of dat na reserves is; anders is het {}.", eerder, ander.meer_of_minder)
    return format_html("{} zegt niet of dat voor of na reserves is.", eerder)


def _grootste_verschil(van_jaar: Iterable[Geldregel], jaar: int) -> Iterator[SafeString]:
    grootste = grootste_verschil(TweeEdities(regel) for regel in van_jaar if regel.tabel == Geldtabel.DOELSTELLING)
    doelstelling = grootste.later.benaming.post.doelstelling if grootste else None
    if grootste and doelstelling:
        naam = format_html(
            '<a class="nl-link" href="{}">{}</a>',
            doelstelling.get_absolute_url(),
            grootste.regel.naam,
        )
        yield format_html("Het grootste verschil in {}: {} ({}).", jaar, naam, grootste.meer_of_minder)


def veranderd(
    gekozen: Sequence[Vermelding],
    breuken: Sequence[Breuk],
    geladen: Sequence[Publicatie],
    programma: Programma,
) -> Hoofdvraag:
    """What the newest edition asks more or less than the loaded one before it for the same year."""
    vraag = "Wat is er veranderd?"
    if len(geladen) == 1:
        return Hoofdvraag(vraag, "vergelijken", "Nog niets om te vergelijken", [])
    van, naar = geladen[-2:]
    verschoven = verschoven_doelen(gekozen, van, naar, breuken)
    per_woord = {woord: _per_indicator(verschoven, woord) for woord in (Verschuiving.SOEPELER, Verschuiving.STRENGER)}
    kern = "Doelen: " + ", ".join(f"{len(groep)} {woord}" for woord, groep in per_woord.items())
    zinnen = [
        format_html("{} dan in {}: {}.", woord.capitalize(), van, format_html_join("; ", "{}", _namen(groep)))
        for woord, groep in per_woord.items()
        if groep
    ]
    apart = len(_laatste_jaar(doel for doel in verschoven if _beide_een_doel(doel) and _heeft_voorbehoud(doel)))
    if apart:
        zinnen.append(format_html("Met een voorbehoud: nog {} {}.", apart, _enkelvoud(apart, "doel", "doelen")))
    if not gekozen:
        kern, zinnen = "Alleen bedragen", [format_html("{} en {} noemen hier geen doelen.", van, naar)]
    elif not any(_beide_een_doel(paar) for paar in verschoven):
        kern = "Niet te vergelijken"
        zinnen = [format_html("{} en {} noemen voor geen enkel jaar allebei een doel.", van, naar)]
    ertussen = Publicatie.objects.ertussen(programma, van, naar)
    if ertussen:
        staan = _enkelvoud(len(ertussen), "staat", "staan")
        zinnen.append(format_html("Van dit programma {} {} nog niet op deze site.", staan, opsomming(ertussen)))
    return Hoofdvraag(vraag, "vergelijken", kern, zinnen)


def _beide_een_doel(paar: Verschoven) -> bool:
    soorten = {paar.van.bewoording.soort_begroting, paar.naar.bewoording.soort_begroting}
    return soorten == {Bewoording.SoortBegroting.STREEFWAARDE}


def _heeft_voorbehoud(paar: Verschoven) -> bool:
    return bool(paar.verschil and paar.voorbehoud) and not paar.is_anders_gemeten


def _per_indicator(verschoven: Iterable[Verschoven], woord: Verschuiving) -> list[Verschoven]:
    """Those whose goal moved that way."""
    return _laatste_jaar(doel for doel in verschoven if doel.woord is woord)


def _laatste_jaar(verschoven: Iterable[Verschoven]) -> list[Verschoven]:
    """The last year of each indicator."""
    laatste = {doel.indicator.pk: doel for doel in sorted(verschoven, key=lambda doel: doel.naar.jaar)}
    return sorted(laatste.values(), key=lambda doel: doel.indicator.pk)


def _namen(groep: Sequence[Verschoven]) -> Iterator[tuple[SafeString]]:
    for doel in groep[:MEESTE_NAMEN]:
        van, naar = toon_vermelding(doel.van), toon_vermelding(doel.naar)
        yield (format_html("{} ({}: {} werd {})", doel.indicator.naam, doel.naar.jaar, van, naar),)
    if len(groep) > MEESTE_NAMEN:
        yield (format_html("en nog {}", len(groep) - MEESTE_NAMEN),)


def klopt_het(aantal: Counter[Uitkomst], anders: int, ongelezen: Sequence[Publicatie]) -> Hoofdvraag:
    """How many of the sums that the documents print or imply come out, and how many figures are told differently."""
    vraag = "Klopt het?"
    if not aantal:
        return Hoofdvraag(vraag, "aansluiting", "Niets om op te tellen", [_tegengesproken(anders, ongelezen)])
    return Hoofdvraag(
        vraag,
        "aansluiting",
        f"{aantal[Uitkomst.VERSCHIL]} van de {aantal.total()} optellingen "
        f"{_enkelvoud(aantal[Uitkomst.VERSCHIL], 'telt', 'tellen')} niet op",
        [
            format_html(
                "{} {} precies, bij {} is er een klein verschil door afronden.",
                aantal[Uitkomst.KLOPT],
                _enkelvoud(aantal[Uitkomst.KLOPT], "klopt", "kloppen"),
                aantal[Uitkomst.AFRONDING],
            ),
            *_niet_na_te_rekenen(aantal[Uitkomst.ONBEKEND]),
            _tegengesproken(anders, ongelezen),
        ],
    )


def _niet_na_te_rekenen(aantal: int) -> Iterator[SafeString]:
    if aantal:
        zijn = _enkelvoud(aantal, "is", "zijn")
        yield format_html("{} {} niet na te rekenen: daarvan is niet alles gelezen.", aantal, zijn)


def _tegengesproken(anders: int, ongelezen: Sequence[Publicatie]) -> SafeString:
    """That there are none is said only where somebody looked."""
    onderwerpen = _enkelvoud(anders, "onderwerp", "onderwerpen")
    zinnen = (
        [f"Bij {anders} {onderwerpen} lijken de cijfers elkaar tegen te spreken."] if anders or not ongelezen else []
    )
    if ongelezen:
        niet = _enkelvoud(len(ongelezen), "is", "zijn")
        zinnen.append(f"{opsomming(ongelezen)} {niet} nog niet nagelezen op cijfers die elkaar tegenspreken.")
    return format_html("{}", " ".join(zinnen))


def _resultaten(aantal: int) -> str:
    return f"{aantal} {_enkelvoud(aantal, 'resultaat', 'resultaten')}"


def _enkelvoud(aantal: int, een: str, meer: str) -> str:
    return een if aantal == 1 else meer

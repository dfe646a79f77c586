"""What changes in how something is measured: another monitor, another age, another way to count."""

import re
from collections.abc import Iterable, Iterator

from ingest.lezer.voorstellen.leesvoorstel import Leesvoorstel, Voorstelsoort
from ingest.lezer.voorstellen.termijnen import vind_jaar, vind_tijdstippen
from ingest.lezer.voorstellen.volzinnen import Volzin

_METEN = r"(?:indicator|\w*monitor|meetmethode|meetwijze|definitie|registratie|bron)"
_VERANDERT = re.compile(
    rf"\bnieuwe? (?:\w+ )?{_METEN}\b|\bleeftijds?grens\b"
    rf"|\b(?:vervang\w*|gewijzigde?|aangepaste?|andere)\b[^.;]{{0,40}}\b{_METEN}\b"
    rf"|\b{_METEN}\b[^.;]{{0,40}}\b(?:vervang\w*|vervalt|vervallen|gewijzigd|aangepast)\b"
    r"|\b(?:vanaf|met ingang van|sinds)\b[^.;]*\b(?:gemeten|geteld|berekend|meegeteld|\w*monitor)\b"
    r"|\bniet (?:goed |meer |langer )*(?:te vergelijken|vergelijkbaar)\b",
    re.IGNORECASE,
)


def definities(zinnen: Iterable[Volzin]) -> Iterator[Leesvoorstel]:
    """Propose the sentences that say so."""
    for zin in zinnen:
        if gevonden := _VERANDERT.search(zin.tekst):
            wanneer = next(vind_tijdstippen(zin.tekst), None) or vind_jaar(zin.tekst)
            yield Leesvoorstel(
                Voorstelsoort.DEFINITIE,
                zin.van,
                zin.tot,
                f'Hier lijkt iets anders gemeten te worden: "{gevonden[0]}".',
                indicator=zin.indicator,
                wanneer=wanneer.gedrukt if wanneer else "",
            )

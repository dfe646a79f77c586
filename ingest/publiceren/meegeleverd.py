"""A bundled document that is no begroting: published with the answers of its review, which stand in a file beside it.

The answers are those of the review screens, to the same questions, and change the structure in the same way.
"""

from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

import msgspec.yaml

from indicators.gemeente import gemeente_nu
from indicators.models import Lezing
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.lezer.concept import Bevinding, Ernst
from ingest.lezer.document import lees_document
from ingest.lezer.soorten import Bevindingsoort
from ingest.ontwerp.beslissingen import Beslissing, Beslissingen
from ingest.ontwerp.ontwerp import GelezenBestand, ontwerp_van
from ingest.publiceren.publiceren import Akkoord, Publicatieresultaat, publiceer_ontwerp

UITTREKSEL = (
    "Van dit document staan de tabellen met cijfers en de meeste koppen op deze site. De tekst staat er korter, in "
    "onze woorden. Bijschriften, verwijzingen en namen onder de tekst zijn weggelaten."
)
AKKOORD = Akkoord(Lezing.Weg.OPDRACHTREGEL, accepteer_fouten=True, vervang=True)


def publiceer_meegeleverd(pad: Path) -> Publicatieresultaat:
    """Publish this text; what nobody answered stays out. Raises Geweigerd."""
    antwoorden = msgspec.yaml.decode(pad.with_suffix(".yaml").read_bytes())
    inhoud = pad.read_bytes()
    bestand = GelezenBestand(pad.name, sha256(inhoud).hexdigest(), lees_document(inhoud, gemeente=gemeente_nu().naam))
    ontwerp = ontwerp_van(bestand, Beslissingen(_beslissing(antwoord) for antwoord in antwoorden))
    concept = ontwerp.document.concept
    deel = Bevinding(Ernst.OPMERKING, Bevindingsoort.UITTREKSEL, None, UITTREKSEL)
    document = replace(ontwerp.document, concept=replace(concept, bevindingen=(deel, *concept.bevindingen)))
    with handelend_als(None, SYSTEEM):
        return publiceer_ontwerp(replace(ontwerp, document=document), AKKOORD)


def _beslissing(antwoord: Mapping[str, Any]) -> Beslissing:
    """An answer about a name or a line, as the sleutel of its question says it: "indicator:Beschut werk"."""
    soort, _, onderwerp = antwoord["sleutel"].partition(":")
    return Beslissing(
        sleutel=antwoord["sleutel"],
        soort=soort,
        onderwerp=onderwerp,
        tabel="",
        programma="",
        doelstelling=None,
        keuze=antwoord["keuze"],
        gegevens=antwoord.get("gegevens", {}),
        toelichting=antwoord.get("toelichting", ""),
        regel=None,
        tot=None,
    )

"""What a person must settle about a document before it is published."""

from ingest.handelend import als
from ingest.models import Aanlevering


def verwerk(aanlevering: Aanlevering) -> None:
    """Make the questions of the newest Uitlezing: VERWERKT → TE_BEOORDELEN, or GEWEIGERD with the reason."""
    with als(None, "systeem"):
        nu = Aanlevering.objects.select_for_update().get(pk=aanlevering.pk)
        uitlezing = nu.uitlezingen.last()
        if nu.staat != Aanlevering.Staat.VERWERKT or uitlezing is None:
            return
        nu.staat = Aanlevering.Staat.TE_BEOORDELEN
        if not uitlezing.inhoud["regels"]:
            nu.staat, nu.reden = Aanlevering.Staat.GEWEIGERD, uitlezing.inhoud["concept"]["bevindingen"][0]["tekst"]
        nu.save(update_fields=["staat", "reden"])

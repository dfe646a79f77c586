"""Publishing a document that was approved."""

from ingest.models import Aanlevering


def publiceer_goedgekeurd(aanlevering: Aanlevering) -> None:
    """Publish what was approved: PUBLICEERT → GEPUBLICEERD in one transaction, or back with a reason."""
    raise NotImplementedError

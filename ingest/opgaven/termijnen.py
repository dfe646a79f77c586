"""When figures are due, and when they may be on the site: the termijnen of a year. The only code that writes them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from django.db.models import Q, QuerySet

from indicators.models import Bewoording, Indicator
from ingest.accounts.handelend import met_reden
from ingest.models import Termijn
from ingest.structuur.ingehaald import Ingehaald, eis_gezien
from ingest.structuur.sloten import Slot, vergrendel

ACHTERHAALD = (
    "Intussen wijzigde iemand anders termijnen van dit jaar. Er is niets bewaard. "
    "Hieronder staat hoe het nu is. Klopt het zo, bewaar dan opnieuw."
)


@dataclass(frozen=True)
class Datums:
    """What a row says; without a due date there is no termijn."""

    uiterlijk: date | None = None
    vrijgave_op: date | None = None

    def __str__(self) -> str:
        if self.uiterlijk is None:
            return "geen datum"
        vrij = f", op de site vanaf {self.vrijgave_op:%d-%m-%Y}" if self.vrijgave_op else ""
        return f"uiterlijk {self.uiterlijk:%d-%m-%Y}{vrij}"

    @property
    def stand(self) -> str:
        """What a form names, so that nobody goes over what it did not show."""
        return f"{self.uiterlijk or ''} {self.vrijgave_op or ''}".strip()


def te_meten() -> QuerySet[Indicator]:
    """What is asked every year: what its newest begroting prints, and what no document tells."""
    nu = Indicator.objects.filter(definities__bewoordingen__in=Bewoording.objects.van_nu())
    return Indicator.objects.filter(Q(pk__in=nu) | Q(pk__in=Indicator.objects.buiten_documenten()))


def datums_van(jaar: int) -> dict[int, Datums]:
    """The termijnen of a year by the key of their indicator."""
    termijnen = Termijn.objects.filter(jaar=jaar)
    return {termijn.indicator_id: Datums(termijn.uiterlijk, termijn.vrijgave_op) for termijn in termijnen}


def stand_van(jaar: int) -> str:
    """Changes with every termijn of the year."""
    alles = sorted((sleutel, datums.stand) for sleutel, datums in datums_van(jaar).items())
    return sha256(repr(alles).encode()).hexdigest()[:16]


def zet_termijnen(jaar: int, gewenst: Mapping[int, Datums], gezien: Mapping[int, str], reden: str) -> int:
    """Set these rows or none; returns how many changed. Inside `handelend_als` only.

    Raises Ingehaald, with the keys of the indicatoren of which another person changed the termijn.
    """
    vergrendel(Slot.TERMIJNEN, str(jaar))
    nu = datums_van(jaar)
    anders = {sleutel for sleutel in gewenst if nu.get(sleutel, Datums()).stand != gezien[sleutel]}
    if anders:
        raise Ingehaald(ACHTERHAALD, anders)
    return _schrijf(jaar, nu, gewenst, reden)


def zet_alle_termijnen(
    jaar: int, indicatoren: Iterable[Indicator], datums: Datums, reden: str, gezien: str | None
) -> int:
    """Set one date for those that have none; with the stand of the year that was shown, also for those that have.

    Raises Ingehaald.
    """
    vergrendel(Slot.TERMIJNEN, str(jaar))
    nu = datums_van(jaar)
    if gezien is not None:
        eis_gezien(gezien, stand_van(jaar), ACHTERHAALD)
    gewenst = {indicator.pk: datums for indicator in indicatoren if gezien is not None or indicator.pk not in nu}
    return _schrijf(jaar, nu, gewenst, reden)


def _schrijf(jaar: int, nu: Mapping[int, Datums], gewenst: Mapping[int, Datums], reden: str) -> int:
    met_reden(reden)
    anders = {sleutel: datums for sleutel, datums in gewenst.items() if datums != nu.get(sleutel, Datums())}
    for sleutel, datums in anders.items():
        if datums.uiterlijk is None:
            Termijn.objects.filter(indicator=sleutel, jaar=jaar).delete()
        else:
            Termijn.objects.update_or_create(indicator_id=sleutel, jaar=jaar, defaults=vars(datums))
    return len(anders)

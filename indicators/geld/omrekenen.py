"""Amounts per inhabitant and in the prices of one year, with series that reference files have."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from django.db.models import Q

from indicators.database.versie import per_versie
from indicators.geld.geldreeksen import geldreeksen
from indicators.models import Bedrag, Referentiecijfer
from indicators.models.referenties import INWONERS, LAND, PRIJSINDEX

PerJaar = Mapping[int, Referentiecijfer]


@dataclass(frozen=True)
class Omgerekend:
    """What one year cost, with the number of inhabitants and the prijsindex of that year where they are known."""

    bedrag: Bedrag
    inwoners: Referentiecijfer | None
    prijzen: Referentiecijfer | None
    basis: Referentiecijfer | None
    """the prijsindex of the year in whose prices all is told"""

    @property
    def kosten(self) -> Decimal:
        """In euros; a cost is positive."""
        return -(self.bedrag.bedrag or Decimal(0))

    @property
    def per_inwoner(self) -> Decimal | None:
        return _deel(self.kosten, self.inwoners)

    @property
    def in_prijzen(self) -> Decimal | None:
        """In the prices of the year of the basis."""
        return _deel(self.kosten * (self.basis.waarde or 0), self.prijzen) if self.basis else None

    @property
    def per_inwoner_in_prijzen(self) -> Decimal | None:
        in_prijzen = self.in_prijzen
        return None if in_prijzen is None else _deel(in_prijzen, self.inwoners)


@dataclass(frozen=True)
class Omrekenreeksen:
    """The inhabitants of the gemeente by year, and the prijsindex of the country out of one table."""

    inwoners: PerJaar
    prijzen: PerJaar

    @cached_property
    def basis(self) -> Referentiecijfer | None:
        """The newest year of the prijsindex."""
        return self.prijzen[max(self.prijzen)] if self.prijzen else None

    def reken_om(self, bedragen: Sequence[Bedrag]) -> list[Omgerekend]:
        """Of each year that a series has, what it cost: as the rekening has it, else as the newest edition does."""
        per_jaar: dict[int, Bedrag] = {}
        for reeks in sorted(geldreeksen(bedragen), key=lambda reeks: reeks.editie is None):  # the rekeningen last
            per_jaar |= {bedrag.jaar: bedrag for bedrag in reeks.punten}
        return [
            Omgerekend(bedrag, self.inwoners.get(jaar), self.prijzen.get(jaar), self.basis)
            for jaar, bedrag in sorted(per_jaar.items())
            if jaar in self.inwoners or jaar in self.prijzen
        ]


@per_versie
def omrekenreeksen(gemeente: str) -> Omrekenreeksen:
    """The series as the files that were downloaded last have them."""
    van_ons = Q(reeks__iexact=INWONERS, gemeente__iexact=gemeente)
    cijfers = Referentiecijfer.objects.geldend().filter(van_ons | Q(reeks__iexact=PRIJSINDEX, gemeente__iexact=LAND))
    met_waarde = list(cijfers.filter(waarde__gt=0).met_bron().nieuwste_eerst())
    inwoners = [cijfer for cijfer in met_waarde if cijfer.reeks.casefold() == INWONERS.casefold()]
    prijzen = [cijfer for cijfer in met_waarde if cijfer.reeks.casefold() == PRIJSINDEX.casefold()]
    # Two tables may each have another year that is 100: an index is only laid beside others of its own table.
    een_tabel = [cijfer for cijfer in prijzen if _reeks(cijfer) == _reeks(prijzen[0])]
    return Omrekenreeksen(_per_jaar(inwoners), _per_jaar(een_tabel))


def _per_jaar(nieuwste_eerst: Sequence[Referentiecijfer]) -> PerJaar:
    return {cijfer.jaar: cijfer for cijfer in reversed(nieuwste_eerst)}


def _reeks(cijfer: Referentiecijfer) -> tuple[int, str, str]:
    return cijfer.publicatie_id, cijfer.bron, cijfer.tabel


def _deel(bedrag: Decimal, door: Referentiecijfer | None) -> Decimal | None:
    return bedrag / door.waarde if door and door.waarde else None

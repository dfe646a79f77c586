"""Whose each figure is now: of those who may enter it the owner and the deputy, and who is asked for it."""

from collections.abc import Iterable
from dataclasses import dataclass

from indicators.models import Indicator
from ingest.models import Account, Eigenaar, Recht, Rol


@dataclass(frozen=True)
class Toedeling:
    """Of one indicator. Who may not enter it any more is no owner; a deputy is there for an owner only."""

    mogen: tuple[Account, ...] = ()
    eigenaar: Account | None = None
    vervanger: Account | None = None

    def is_van(self, account: Account) -> bool:
        """Whether it is theirs, or they are the deputy."""
        return account in (self.eigenaar, self.vervanger)

    def gevraagd(self, *, te_laat: bool) -> tuple[Account, ...]:
        """The owner, and the deputy too when it is late; without an owner everybody who may."""
        if self.eigenaar is None:
            return self.mogen
        return (self.eigenaar, self.vervanger) if te_laat and self.vervanger else (self.eigenaar,)

    def gemaild(self, *, te_laat: bool) -> tuple[Account, ...]:
        """Those of them who have an address; where nobody has, the others who may: else nobody would hear of it."""
        met_adres = tuple(wie for wie in self.gevraagd(te_laat=te_laat) if wie.email)
        return met_adres or tuple(wie for wie in self.mogen if wie.email)


def toedelingen(indicatoren: Iterable[Indicator]) -> dict[int, Toedeling]:
    """Of each of these, by its key."""
    op_naam = ("account__first_name", "account__last_name", "account__username")
    open_ = Recht.objects.filter(rol=Rol.INVOERDER, account__is_active=True)
    rechten = list(open_.select_related("account").order_by(*op_naam))
    eigenaren = {rij.indicator_id: rij for rij in Eigenaar.objects.select_related("account", "vervanger")}
    return {indicator.pk: _toedeling(indicator, rechten, eigenaren.get(indicator.pk)) for indicator in indicatoren}


def _toedeling(indicator: Indicator, rechten: Iterable[Recht], rij: Eigenaar | None) -> Toedeling:
    mogen = tuple(dict.fromkeys(recht.account for recht in rechten if _geldt_voor(recht, indicator)))
    if rij is None or rij.account not in mogen:
        return Toedeling(mogen)
    return Toedeling(mogen, rij.account, rij.vervanger if rij.vervanger in mogen else None)


def _geldt_voor(recht: Recht, indicator: Indicator) -> bool:
    """As `Account.eigen_definities` asks it for one person."""
    if recht.doelstelling_id is not None:
        return recht.doelstelling_id == indicator.doelstelling_id
    return recht.indicator_id in (indicator.pk, indicator.hoort_bij_id)

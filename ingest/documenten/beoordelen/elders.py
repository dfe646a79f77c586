"""What other documents on the site say of the same year."""

from indicators.models import Publicatie, Vermelding


class Elders:
    """The figures of all but one publicatie; of a begroting only those of the editions themselves."""

    def __init__(self, publicatie: Publicatie) -> None:
        definities = publicatie.bewoordingen.values("definitie")
        anderen = Vermelding.objects.geldend().exclude(bewoording__publicatie=publicatie)
        gevonden = anderen.filter(bewoording__definitie__in=definities, waarde__isnull=False).met_bron()
        self._nieuwste: dict[tuple[int, str, int, str], Vermelding] = {}
        for vermelding in gevonden.nieuwste_bron_eerst():
            if vermelding.soort == Vermelding.Soort.REALISATIE or _van_een_editie(vermelding):
                self._nieuwste.setdefault(_wat(vermelding), vermelding)

    def zelfde_jaar(self, vermelding: Vermelding) -> Vermelding | None:
        """What the newest of them says of the same definitie, kind, year and period."""
        return self._nieuwste.get(_wat(vermelding))


def _wat(vermelding: Vermelding) -> tuple[int, str, int, str]:
    return vermelding.bewoording.definitie_id, vermelding.soort, vermelding.jaar, vermelding.periode


def _van_een_editie(vermelding: Vermelding) -> bool:
    return vermelding.editie.soort == Publicatie.Soort.PROGRAMMABEGROTING

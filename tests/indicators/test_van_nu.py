"""The wordings of today: those of the newest edition that tells of their programma."""

from django.utils import timezone

from indicators.models import Bewoording, DoelstellingBenaming
from tests.gereedschap.wereld.wereld import Wereld


def test_een_editie_waarvan_de_namen_zijn_beeindigd_is_niet_die_van_nu(wereld: Wereld) -> None:
    """PB 2033 stays on the site, and no longer tells of this programma: PB 2030 does."""
    pb_2030, pb_2033 = wereld.publicaties
    assert {bewoording.publicatie for bewoording in Bewoording.objects.van_nu()} == {pb_2033}

    nu = timezone.now()
    DoelstellingBenaming.objects.filter(publicatie=pb_2033).update(beeindigd_op=nu)
    Bewoording.objects.filter(publicatie=pb_2033).update(beeindigd_op=nu)

    assert {bewoording.publicatie for bewoording in Bewoording.objects.van_nu()} == {pb_2030}

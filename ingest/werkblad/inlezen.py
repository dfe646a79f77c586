"""The rows of a spreadsheet against what is known: what each would change, and why it cannot."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils import timezone

from indicators.models import Definitie, Vermelding
from indicators.models.structuur import schrijf_waarde
from ingest.models import Account
from ingest.opgaven.formulier import beginwaarden
from ingest.opgaven.meting import Meting, is_te_meten
from ingest.opgaven.werklijst import Taak, taken
from ingest.werkblad.kolommen import INVULLEN, SLEUTEL, STAND, Werkbladregel
from ingest.werkblad.rijen import Invulrij
from ingest.werkblad.voorstel import Voorstel, leeskolommen, veld_in_woorden

_VOOR_STAND = "stand "  # else a spreadsheet makes a date of 12.3


@dataclass(frozen=True)
class Ingestuurd:
    """A row as it comes in. Once it was on the screen: how it was understood there, and which stand it may go over."""

    rij: Invulrij
    gezien_als: str | None = None
    over: str = ""


def beoordeel(ingestuurd: Iterable[Ingestuurd], account: Account, jaren: Collection[int]) -> list[Voorstel]:
    """What each row would change; of which years they are, the person chose."""
    eigen = {definitie.slug: definitie for definitie in account.eigen_definities()}
    alle = [taak for jaar in jaren for taak in taken(account.eigen_definities(), jaar)]
    bekend = {taak.meting.sleutel: taak for taak in alle}
    voorstellen, plekken = [], defaultdict(list)
    for nummer, rij in enumerate(ingestuurd, start=1):
        voorstel = Voorstel(nummer, rij.rij, over=rij.over, gezien_als=rij.gezien_als)
        voorstellen.append(voorstel)
        try:
            voorstel.meting = _meting(rij.rij.sleutel, eigen, jaren)
        except _NietDeze as reden:
            voorstel.problemen.append(str(reden))
        else:
            voorstel.taak = bekend.get(voorstel.sleutel)
            plekken[voorstel.sleutel].append(rij.rij.plek)
    for voorstel in voorstellen:
        waar = plekken[voorstel.sleutel]
        if len(waar) > 1:
            voorstel.problemen.append(f"Dit cijfer staat er vaker in: {' en '.join(waar)}. Laat één rij over.")
    return voorstellen


def bewaar_goede(voorstellen: list[Voorstel], actor: UUID, *, dien_in: bool) -> list[Voorstel]:
    """Save the rows that are good and seen so, in one order for everybody, so that nobody waits for each other."""
    klaar = [v for v in voorstellen if v.is_bevestigd and (v.is_volledig if dien_in else v.is_goed)]
    return [v for v in sorted(klaar, key=lambda v: v.sleutel) if v.bewaar(actor, dien_in=dien_in)]


def werkbladregels(eigen: Iterable[Taak]) -> Iterator[Werkbladregel]:
    """The list of an invoerder as rows of the spreadsheet."""
    for taak in eigen:
        meting = taak.meting
        begin, opgave = beginwaarden(meting), meting.opgave
        waarde = opgave.waarde if opgave else None
        invullen = {kop: veld_in_woorden(veld, begin.get(veld)) for kop, veld in INVULLEN.items()}
        invullen["cijfer"] = "" if waarde is None else schrijf_waarde(waarde, taak.definitie)
        yield Werkbladregel(
            cellen={
                SLEUTEL: meting.sleutel,
                **leeskolommen(taak),
                **invullen,
                STAND: f"{_VOOR_STAND}{meting.stand}",
            },
            waarde=waarde,
            decimalen=taak.definitie.decimalen,
            procent=taak.definitie.eenheid == "%",
            gemeten_op=opgave.gemeten_op if opgave else None,
        )


def zonder_voorvoegsel(rij: Invulrij) -> Invulrij:
    """With the stand as a meting tells it."""
    return replace(rij, stand=rij.stand.removeprefix(_VOOR_STAND))


class _NietDeze(Exception):
    """The key names no figure that can be entered here; the message says so in Dutch."""


def _meting(sleutel: str, eigen: Mapping[str, Definitie], jaren: Collection[int]) -> Meting:
    slug, _, rest = sleutel.partition("/")
    over_jaar, _, periode = rest.partition("/")
    definitie = eigen.get(slug)
    if not slug:
        raise _NietDeze(
            "Deze rij heeft geen sleutel. Wij weten niet welk cijfer het is. Neem de sleutel uit het werkblad."
        )
    if definitie is None and Definitie.objects.filter(slug=slug.replace("\0", "")).exists():
        raise _NietDeze(f"“{slug}” mag u niet invoeren. Haal de rij weg, of vraag de beheerder om het recht.")
    if definitie is None:
        raise _NietDeze(f"De sleutel “{sleutel}” kennen wij niet. Neem de sleutel uit het werkblad.")
    if over_jaar not in ("", *map(str, jaren)):
        waar = " en ".join(map(str, sorted(jaren)))
        raise _NietDeze(f"Deze rij gaat over {over_jaar}. U leest cijfers over {waar} in. Kies eerst het goede jaar.")
    jaar = int(over_jaar) if over_jaar else min(jaren)
    if not is_te_meten(definitie, jaar, periode, timezone.localdate()):
        raise _NietDeze(_past_niet(definitie, jaar, periode))
    return Meting(definitie, jaar, periode)


def _past_niet(definitie: Definitie, jaar: int, periode: str) -> str:
    if jaar > timezone.localdate().year or jaar < 1990:
        return f"{jaar} kan niet. Een cijfer gaat over een jaar dat al begonnen is."
    if definitie.meetperiode == Definitie.Meetperiode.HALFJAAR:
        return f"{definitie.indicator.naam} gaat over een half jaar. Zeg welk half jaar van {jaar}."
    deel = dict(Vermelding.Periode.choices).get(periode, periode)
    return f"{definitie.indicator.naam} gaat over een heel jaar. Een cijfer over “{deel}” past daar niet in."

"""What each edition writes about an indicator, the editions beside each other and the breaks between them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from dashboard.weergave.opmaak import link_naar
from indicators.models import (
    Bewoording,
    Breuk,
    Doelstelling,
    Duiding,
    Duidingsoort,
    Nagelezen,
    Publicatie,
    Tekst,
    Vermelding,
)

WAT_VOOR_BEGROTING: dict[str, str] = {
    Bewoording.SoortBegroting.STREEFWAARDE: "Dit is een doel: zo ver wil de gemeente komen.",
    Bewoording.SoortBegroting.RAMING: "Dit is een verwachting, geen doel.",
    Bewoording.SoortBegroting.AANNAME: "Dit is een aanname, geen doel: de gemeente gaat van dit getal uit.",
    Bewoording.SoortBegroting.KENGETAL: "Dit is een kengetal, geen doel.",
}


@dataclass(frozen=True)
class Uitleg:
    """A duiding as the page tells it."""

    duiding: Duiding

    @property
    def kop(self) -> str:
        """What is compared with: "73,2% (2024), het landelijk gemiddelde"; a comparison without a figure has none."""
        ding = self.duiding
        cijfer = f"{ding.gedrukt} ({ding.wanneer})" if ding.wanneer else ding.gedrukt
        return ", ".join(filter(None, [cijfer, ding.wie]))

    @property
    def bron(self) -> SafeString:
        return format_html_join(" en ", "{}", ((link_naar(plaats),) for plaats in self.duiding.plaatsen))


@dataclass(frozen=True)
class EditieOverIndicator:
    """What one edition writes about an indicator; without a bewoording it does not have the indicator."""

    editie: Publicatie
    bewoordingen: list[Bewoording]
    teksten: list[Tekst]
    bronnen: list[str]
    duidingen: list[Uitleg]
    breuken: list[Breuk]
    is_gelezen: bool
    """Whether a person read it for what it says of its indicators: only then can it be silent."""
    uitleg_is_gelezen: bool
    """The same for whether it explains its figures."""

    @property
    def toelichtingen(self) -> list[Tekst]:
        return [tekst for tekst in self.teksten if tekst.soort == Tekst.Soort.TOELICHTING]

    @property
    def definities(self) -> list[Tekst]:
        return [tekst for tekst in self.teksten if tekst.soort == Tekst.Soort.DEFINITIE]

    @property
    def begrotingen(self) -> list[tuple[Bewoording, str]]:
        """Each wording with what kind of begroting it has, in one sentence."""
        return [(bewoording, _wat_voor_begroting(bewoording)) for bewoording in self.bewoordingen]

    @property
    def invloed(self) -> list[Uitleg]:
        """What the municipality can do itself."""
        return self._van_soort(Duidingsoort.INVLOED)

    @property
    def omgeving(self) -> list[Uitleg]:
        """What else has an influence."""
        return self._van_soort(Duidingsoort.OMGEVING)

    @property
    def banden(self) -> list[Uitleg]:
        return self._van_soort(Duidingsoort.BAND)

    @property
    def meetmomenten(self) -> list[Uitleg]:
        return self._van_soort(Duidingsoort.MEETMOMENT)

    def _van_soort(self, soort: Duidingsoort) -> list[Uitleg]:
        return [uitleg for uitleg in self.duidingen if uitleg.duiding.soort == soort]


def _wat_voor_begroting(bewoording: Bewoording) -> str:
    zin = WAT_VOOR_BEGROTING[bewoording.soort_begroting]
    is_kengetal = bewoording.soort_begroting == Bewoording.SoortBegroting.KENGETAL
    if is_kengetal and bewoording.definitie.zonder_richting:
        return f"{zin} Hoger is niet beter of slechter."
    return zin


def edities_over_indicator(
    gelezen: Iterable[Duiding],
    nagelezen: Mapping[str, set[int]],
    edities: Sequence[Publicatie],
    bewoordingen: Iterable[Bewoording],
    teksten: Iterable[Tekst],
    vermeldingen: Iterable[Vermelding],
    breuken: Sequence[Breuk],
) -> list[EditieOverIndicator]:
    """A column for each edition on the site, the oldest first; `nagelezen` has what they were read for."""
    bewoordingen, teksten, vermeldingen = list(bewoordingen), list(teksten), list(vermeldingen)
    per_editie: dict[Publicatie | None, list[Uitleg]] = {}
    for ding in gelezen:
        per_editie.setdefault(ding.publicatie, []).append(Uitleg(ding))
    gevonden: list[EditieOverIndicator] = []
    for editie in edities:
        eigen = [bewoording for bewoording in bewoordingen if bewoording.publicatie_id == editie.pk]
        gevonden.append(
            EditieOverIndicator(
                editie=editie,
                bewoordingen=eigen,
                teksten=[tekst for tekst in teksten if tekst.lezing.publicatie_id == editie.pk],
                bronnen=sorted({v.bron for v in vermeldingen if v.bewoording.publicatie_id == editie.pk}),
                duidingen=per_editie.get(editie, []),
                breuken=_breuken_voor(editie, eigen, gevonden[-1:], breuken),
                is_gelezen=editie.pk in nagelezen.get(Nagelezen.Vraag.INDICATOREN, ()),
                uitleg_is_gelezen=editie.pk in nagelezen.get(Nagelezen.Vraag.UITLEG, ()),
            )
        )
    return gevonden


def _breuken_voor(
    editie: Publicatie, bewoordingen: list[Bewoording], vorige: list[EditieOverIndicator], breuken: Iterable[Breuk]
) -> list[Breuk]:
    """The breaks that lie between this edition and the one before it."""
    nu = {bewoording.definitie_id for bewoording in bewoordingen}
    eerder = {bewoording.definitie_id for kolom in vorige for bewoording in kolom.bewoordingen}
    vanaf = max((kolom.editie.jaar for kolom in vorige), default=0)
    return [
        breuk
        for breuk in breuken
        if (vorige and breuk.van_id != breuk.naar_id and breuk.naar_id in nu - eerder)
        or (breuk.van_id == breuk.naar_id and vanaf < (breuk.jaar or 0) <= editie.jaar)
    ]


def elders(doelstelling: Doelstelling) -> Duiding | None:
    """The page to compare on that a document prints for this doelstelling; the newest document that prints one."""
    adressen = Duiding.objects.geldend().van_soort(Duidingsoort.ADRES).filter(doelstellingen=doelstelling)
    return adressen.order_by("-aangehaald__aanhaling__publicatie__jaar").first()

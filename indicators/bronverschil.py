"""Two sources, two figures: where sources differ about one figure, and which of them the charts use."""

from collections import defaultdict
from collections.abc import Container, Iterable
from dataclasses import dataclass

from indicators.models import Keuze, Nagelezen, Publicatie, Tekst, Vermelding
from indicators.models.cijfers import VermeldingQuerySet

IN_WOORDEN = ("nul", "één", "twee", "drie", "vier", "vijf", "zes")
Cijfersleutel = tuple[int, str, int | None, int, str]


@dataclass(frozen=True)
class Bronverschil:
    """What each source says of one figure, the newest source first."""

    vermeldingen: tuple[Vermelding, ...]
    gebruikt: Vermelding
    keuze: Keuze | None
    uitleg: tuple[Tekst, ...]
    """What is written with the opgaven among them; a document is not asked why it differs."""
    ongelezen: tuple[Publicatie, ...] = ()
    """The documents among them that nobody read for what they do not explain."""

    @property
    def waarover(self) -> str:
        """The figure without its indicator: "2024", "eerste halfjaar 2024", "2024 in de begroting PB 2023"."""
        eerste = self.vermeldingen[0]
        jaar = " ".join(filter(None, [eerste.get_periode_display() if eerste.periode else "", str(eerste.jaar)]))
        return f"{jaar} in de begroting {eerste.editie}" if eerste.soort == Vermelding.Soort.BEGROTING else jaar

    @property
    def cijfers(self) -> int:
        """How many different values there are; one when the sources came to agree after a keuze."""
        return len({vermelding.waarde for vermelding in self.vermeldingen})

    @property
    def kop(self) -> str:
        """ "Twee bronnen, twee cijfers"."""
        bronnen = _telwoord(len(self.vermeldingen), "bron", "bronnen").capitalize()
        return f"{bronnen}, {_telwoord(self.cijfers, 'cijfer', 'cijfers')}"

    @property
    def waarom(self) -> str:
        """That the documents do not say why, if a person looked for it in each (domain rule 16)."""
        if not self.ongelezen:
            return "De documenten zeggen niet waarom."
        return f"Of {' en '.join(map(str, self.ongelezen))} zegt waarom, is nog niet nagelezen."

    @property
    def stand(self) -> str:
        """Changes with every keuze and every source; a form names the one that it showed."""
        regel = f"keuze {self.keuze.pk}" if self.keuze else "regel"
        return " ".join([regel, *sorted(str(vermelding.pk) for vermelding in self.vermeldingen)])


def bronverschillen(vermeldingen: VermeldingQuerySet) -> list[Bronverschil]:
    """Each figure of which sources give different values, or about which a person chose."""
    nagelezen = Nagelezen.objects.publicaties(Nagelezen.Vraag.UITLEG)
    return verschillen(vermeldingen.gekozen(), vermeldingen.geldend().met_bron().nieuwste_bron_eerst(), nagelezen)


def verschillen(
    gekozen: Iterable[Vermelding], geldend: Iterable[Vermelding], nagelezen: Container[int]
) -> list[Bronverschil]:
    """The same of what was asked already: what the charts use, and all that holds, newest source first.

    `nagelezen` has the keys of the publicaties that were read for what they do not explain.
    """
    gekozen = list(gekozen)
    gebruikt = {vermelding.pk for vermelding in gekozen}
    per_cijfer: dict[Cijfersleutel, list[Vermelding]] = defaultdict(list)
    for vermelding in geldend:
        if vermelding.waarde is not None and not vermelding.is_prognose:  # who expects later may expect something else
            per_cijfer[sleutel(vermelding)].append(vermelding)
    met_keuze = [vermelding.pk for vermelding in gekozen if getattr(vermelding, "met_keuze", False)]
    open_ = Keuze.objects.filter(vervallen_op__isnull=True, vermelding__in=met_keuze) if met_keuze else ()
    keuzes = {keuze.vermelding_id: keuze for keuze in open_}
    anders = [
        groep
        for groep in per_cijfer.values()
        if len({vermelding.waarde for vermelding in groep}) > 1 or any(v.pk in keuzes for v in groep)
    ]
    uitleg = _uitleg([vermelding for groep in anders for vermelding in groep])
    return [
        Bronverschil(
            tuple(groep),
            next(vermelding for vermelding in groep if vermelding.pk in gebruikt),
            next((keuzes[vermelding.pk] for vermelding in groep if vermelding.pk in keuzes), None),
            tuple(tekst for vermelding in groep for tekst in uitleg[vermelding.bewoording.publicatie_id]),
            _ongelezen(groep, nagelezen),
        )
        for groep in sorted(anders, key=_volgorde)
    ]


def sleutel(vermelding: Vermelding) -> Cijfersleutel:
    """What makes two vermeldingen say something of one figure."""
    editie = vermelding.editie_id if vermelding.soort == Vermelding.Soort.BEGROTING else None
    return vermelding.bewoording.definitie_id, vermelding.soort, editie, vermelding.jaar, vermelding.periode


def zelfde_cijfer(vermelding: Vermelding) -> VermeldingQuerySet:
    """Everything that was ever said of the same figure, also what no longer holds."""
    definitie, soort, editie, jaar, periode = sleutel(vermelding)
    zelfde = Vermelding.objects.filter(bewoording__definitie=definitie, soort=soort, jaar=jaar, periode=periode)
    return zelfde if editie is None else zelfde.filter(editie=editie)


def _uitleg(vermeldingen: list[Vermelding]) -> dict[int, list[Tekst]]:
    opgaven = [
        vermelding.bewoording.publicatie_id
        for vermelding in vermeldingen
        if vermelding.bewoording.publicatie.soort == Publicatie.Soort.OPGAVE
    ]
    per_publicatie: dict[int, list[Tekst]] = defaultdict(list)
    if not opgaven:
        return per_publicatie
    for tekst in (
        Tekst.objects.geldend().filter(lezing__publicatie__in=opgaven, soort=Tekst.Soort.TOELICHTING).met_bron()
    ):
        per_publicatie[tekst.lezing.publicatie_id].append(tekst)
    return per_publicatie


def _ongelezen(groep: Iterable[Vermelding], nagelezen: Container[int]) -> tuple[Publicatie, ...]:
    """Of the documents among its sources, each once; what an opgave does not say is not in it."""
    publicaties = dict.fromkeys(vermelding.bewoording.publicatie for vermelding in groep)
    return tuple(p for p in publicaties if p.soort != Publicatie.Soort.OPGAVE and p.pk not in nagelezen)


def _volgorde(groep: list[Vermelding]) -> tuple[int, str, int]:
    return -groep[0].jaar, groep[0].bewoording.definitie.slug, groep[0].pk


def _telwoord(aantal: int, enkel: str, meer: str) -> str:
    getal = IN_WOORDEN[aantal] if aantal < len(IN_WOORDEN) else str(aantal)
    return f"{getal} {enkel if aantal == 1 else meer}"

"""What the programma wants to do, in words and side by side, and what came of it where a person read that."""

from datetime import UTC, datetime
from xml.etree.ElementTree import Element

import pytest
from django.test import Client

from indicators.models import Duidingsoort, Nagelezen
from indicators.models.bronnen import verhoog_versie
from tests.gereedschap.documenten.documenten import volledig
from tests.gereedschap.gelezen import Stuk, gelezen
from tests.gereedschap.paginas import Pagina, haal, met_id, met_klasse, skelet, tekst

pytestmark = pytest.mark.django_db

NIET_MEER = "PB 2026 noemt dit niet meer."


def kolom(gelezen_pagina: Element, titel: str) -> Element:
    deel = met_id(gelezen_pagina, "speerpunten")
    [gevonden] = [vlak for vlak in met_klasse(deel, "vlak") if tekst(vlak).startswith(titel)]
    return gevonden


def punten(deel: Element) -> dict[str, str]:
    """What stands with each speerpunt, by the line that it links to first."""
    lijsten = [li for ul in met_klasse(deel, "punten") for li in ul.iter("li")]
    return {next(li.iter("a")).get("href", ""): tekst(li) for li in lijsten}


def test_de_speerpunten_van_het_programma_staan_in_woorden_naast_elkaar(pagina: Pagina) -> None:
    """Lines 61 of PB 2023 and 67 of PB 2026, whatever the doelstelling is."""
    for code in ("1.3", "1.6"):
        gelezen_pagina = pagina(f"/doelstellingen/{code}/")
        oud, nieuw = (punten(kolom(gelezen_pagina, f"Programmabegroting {jaren}")) for jaren in ("2023-", "2026-"))
        assert "Bedrijven en onderwijs moeten nauwer gaan samenwerken." in oud["/bronnen/PB-2023/regels/61/"]
        assert "Bevorderen dat kansen in het onderwijs gelijker worden." in nieuw["/bronnen/PB-2026/regels/67/"]


def test_bij_een_speerpunt_staat_wat_ervan_kwam(pagina: Pagina) -> None:
    """PB 2023, line 78; PB 2026, lines 349 to 351."""
    punt = punten(kolom(pagina("/doelstellingen/1.5/"), "Programmabegroting 2023-"))["/bronnen/PB-2023/regels/78/"]

    assert punt.endswith(
        "PB 2026 zegt dat het Werkcentrum in 2025 is geopend: één loket voor vragen over werk, scholing of personeel. "
        "(PB 2026, regel 349 tot en met 351)"
    )


def test_wat_de_nieuwere_begroting_niet_meer_noemt(pagina: Pagina) -> None:
    """Line 57 of PB 2023: the actieagenda Economie 2020-2022, of which PB 2026 has no word."""
    gelezen_pagina = pagina("/doelstellingen/1.3/")
    oud, nieuw = (punten(kolom(gelezen_pagina, f"Programmabegroting {jaren}")) for jaren in ("2023-", "2026-"))

    assert [regel for regel, punt in oud.items() if NIET_MEER in punt] == ["/bronnen/PB-2023/regels/57/"]
    assert not any(NIET_MEER in punt for punt in nieuw.values())


def test_niet_meer_genoemd_wordt_alleen_gezegd_waar_iemand_keek(pagina: Pagina, client: Client) -> None:
    ongelezen = "Wat er van de speerpunten van het programma kwam, is in PB 2026 nog niet nagelezen."
    assert ongelezen not in tekst(pagina("/doelstellingen/1.3/"))
    rijen = Nagelezen.objects.filter(vraag=Nagelezen.Vraag.SPEERPUNTEN)
    rijen.update(ingetrokken_op=datetime(2026, 11, 21, tzinfo=UTC))
    verhoog_versie()

    nu = haal(client, "/doelstellingen/1.3/")

    assert NIET_MEER not in tekst(nu)
    assert ongelezen in tekst(kolom(nu, "Programmabegroting 2023-"))
    assert ongelezen not in tekst(kolom(nu, "Programmabegroting 2026-"))


SPEERPUNTEN = [pytest.param(ding, id=ding.sleutel) for ding in gelezen(Duidingsoort.SPEERPUNT)]


@pytest.mark.parametrize("ding", SPEERPUNTEN)
def test_een_speerpunt_en_zijn_vervolg_staan_op_hun_regels(ding: Stuk) -> None:
    speerpunt, *vervolg = ding.plaatsen

    assert speerpunt.publicatie == "PB 2023"
    assert "- [samengevat]" in skelet("PB 2023")[speerpunt.tot - 1]
    assert vervolg
    for plaats in vervolg:
        assert plaats.publicatie == "PB 2026"
        assert "[samengevat]" in skelet("PB 2026")[plaats.regel - 1]


@pytest.mark.documents
@pytest.mark.parametrize(
    ("sleutel", "woorden"),
    [
        ("achterstanden-door-corona", "ontwikkelingsachterstanden bij kinderen in de leeftijd van 2-12 jaar"),
        ("doorlopende-leerlijnen", "van kinderopvang tot hbo"),
        ("lokaal-educatieve-agenda", "Lokaal Educatieve Agenda"),
        ("onderwijs-en-jeugdhulp", "samenwerking tussen onderwijs en jeugdhulp"),
        ("schoolgebouwen", "Verordening voorzieningen huisvesting onderwijs"),
        ("laaggeletterdheid", "verlagen van laaggeletterdheid"),
        ("bedrijven-en-onderwijs", "samenwerkingsovereenkomst (2021–2025)"),
        ("start-ups-en-scale-ups", "start- & scale-ups"),
        ("werklocaties", "met aandacht voor werk in de wijk"),
        ("winkels-en-horeca", "retailbeleid"),
        ("openbare-ruimte", "schoon, heel, veilig"),
        ("digitaal-mkb", "MKB-Digitaal"),
        ("sebo-keurmerk", "SEBO"),
        ("werkgevers", "tarieven voor jobcoaching"),
        ("arbeidsmarktregio", "gemeenten, vakbonden, onderwijs en UWV"),
        ("een-plek-voor-werk", "Het Werkcentrum is in 2025 geopend"),
        ("bijzondere-bijstand", "bijzondere bijstand"),
        ("geldproblemen", "koopkracht- en energiecrisis"),
        ("preventie", "preventieactiviteiten"),
        ("zelfstandigen", "zelfstandige ondernemers"),
    ],
)
def test_het_vervolg_van_een_speerpunt_staat_in_het_document(sleutel: str, woorden: str) -> None:
    [ding] = [ding for ding in gelezen(Duidingsoort.SPEERPUNT) if ding.sleutel == f"speerpunt-{sleutel}"]

    vervolg = " ".join(" ".join(plaats.document) for plaats in ding.plaatsen[1:])
    assert woorden in " ".join(vervolg.split())


@pytest.mark.documents
def test_wat_er_niet_meer_heet_te_staan_staat_er_niet() -> None:
    """PB 2026 from its first line to its last."""
    heel = volledig("PB 2026").read_text(encoding="utf-8").casefold()
    for woorden in (
        *("corona", "covid", "nationaal programma", "kindcentra", "huisvestingsplan", "praat erover"),
        *("ondernemersloket", "actieagenda economie", "openbare ruimte"),
    ):
        assert woorden not in heel, woorden

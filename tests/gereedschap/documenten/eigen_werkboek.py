"""The workbook of a policy officer, as it was drawn up without our columns in sight: ten indicators of programma 1.

What it says of 2021 and 2024 the documents print; 2025 is invented.
"""

from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.gereedschap.werkblad import in_bytes, met_uitkomst

Rij = tuple[Any, ...]
# Their name; 2021, 2024, 2025; goals of 2026 and 2027; who counted, when, and what is to be said of it.
RIJEN: dict[str, tuple[Rij, ...]] = {
    "1.1 Gelijke kansen": (("VVE-score", None, None, 2.5, 2.5, 2.5, "GGD", None, ""),),
    "1.2 Beperken uitval in het onderwijs": (("vsv", 2.27, 2.67, 2.43, 2.5, 2.5, "VSV-Atlas", None, ""),),
    "1.3 Beter ondernemersklimaat": (("cijfer ondernemers", 6.5, 6.6, 6.7, 6.8, 6.8, "Ondernemerspeiling", None, ""),),
    "1.4 Groei werkgelegenheid": (
        ("banen erbij", None, 2212, 614, 650, 650, "werkgel.register", None, "In 2024 telden veel nieuwe zzp'ers mee."),
        ("banen totaal", 52814, 56867, 57481, None, None, "werkgel.register", None, "ter info"),
    ),
    "1.5 Duurzame arbeidsparticipatie": (
        ("arb.part. netto", None, 0.76, 0.765, 0.73, 0.73, "CBS", None, ""),
        ("uit → werk", 209, 181, "='Kwartaal 2025'!B4+'Kwartaal 2025'!C4", 180, 180, "Suites", None, ""),
        ("parttimers in bijstand", 506, 474, 488, 525, 525, "Suites", date(2025, 12, 31), ""),
        ("terug naar school", 32, 19, 21, 25, 25, "Suites", None, ""),
        ("subtotaal uitstroom", 241, 200, 206, None, None, "", None, ""),
    ),
    "1.6 Noodzakelijke middelen van bestaan": (
        ("bijst. uitk. 31/12", 2594, "2.568", 2611, 2600, 2600, "Suites", date(2025, 12, 31), ""),
        ("minimabereik", 0.63, 0.69, 0.71, 0.85, 0.85, "eigen adm.", None, ""),
    ),
}
DEFINITIES = {
    "VVE-score": "vve-ontwikkelingsscore",
    "vsv": "voortijdige-schoolverlaters",
    "cijfer ondernemers": "dienstverlening-ondernemers",
    "banen erbij": "arbeidsplaatsen-register",
    "arb.part. netto": "arbeidsparticipatie-15-75",
    "uit → werk": "uitstroom-naar-werk",
    "parttimers in bijstand": "deeltijd-werkenden",
    "terug naar school": "uitstroom-naar-school",
    "bijst. uitk. 31/12": "bijstandsuitkeringen",
    "minimabereik": "bereik-minimaregelingen",
}
CIJFERS_2025 = {
    "vve-ontwikkelingsscore": "2.5",
    "voortijdige-schoolverlaters": "2.43",
    "dienstverlening-ondernemers": "6.7",
    "arbeidsplaatsen-register": "614",
    "arbeidsparticipatie-15-75": "76.5",
    "uitstroom-naar-werk": "185",
    "deeltijd-werkenden": "488",
    "uitstroom-naar-school": "21",
    "bijstandsuitkeringen": "2611",
    "bereik-minimaregelingen": "71",
}
PROCENT_GETOOND = {"minimabereik"}  # the others have the share itself in their cells


def werkboek_van_anna() -> bytes:
    """Merged titles, years under a group, a sheet beside it with quarters, and one that is out of date."""
    werkboek = Workbook()
    kwartalen = werkboek.worksheets[0]
    kwartalen.title = "Kwartaal 2025"
    for rij in (
        ["Kwartaalcijfers 2025"],
        [],
        ["", "Q1", "Q2"],
        ["uitstroom werk", 88, 97],
        ["uitstroom school", 4, 17],
    ):
        kwartalen.append(rij)
    _vul(werkboek.create_sheet("Realisaties P1"))
    oud = werkboek.create_sheet("oud jan-25")
    for rij in (["OUD – vervangen"], ["wat", 2021, 2024], ["uit → werk", 209, 178], ["bijst. uitk. 31/12", 2594, 2559]):
        oud.append(rij)
    return met_uitkomst(in_bytes(werkboek), "185")


def _vul(blad: Worksheet) -> None:
    blad.append([None, "Programma 1 – Onderwijs, economie en arbeidsparticipatie"])
    blad.append([None, "realisaties t.b.v. jaarstukken 2025, bijgewerkt 22-1-2026"])
    blad.append([])
    blad.append([None, "wat", "Realisatie", None, None, "Streefwaarde", None, "bron", "peildatum", "toelichting"])
    blad.append([None, None, 2021, 2024, "2025*", 2026, 2027])
    bereiken = ["B1:J1", "B2:J2", "B4:B5", "C4:E4", "F4:G4", "H4:H5", "I4:I5", "J4:J5"]
    for kop, rijen in RIJEN.items():
        blad.append([None, kop])
        bereiken.append(f"B{blad.max_row}:J{blad.max_row}")
        for rij in rijen:
            blad.append([None, *rij])
            for kolom in "CDE" if rij[0] in PROCENT_GETOOND else "":
                blad[f"{kolom}{blad.max_row}"].number_format = "0%"
        blad.append([])
    blad.append([None, "* 2025: stand half januari 2026, tenzij anders vermeld"])
    blad.append([None, "Vragen? Anna, tst. 3417"])
    for bereik in bereiken:
        blad.merge_cells(bereik)

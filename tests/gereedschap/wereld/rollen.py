"""What the posts of PB 2023 and PB 2026 are in their tables, typed from the documents."""

from django.utils.text import slugify

PROGRAMMA = {
    "lasten": "lasten",
    "baten": "baten",
    "resultaat": "saldo",  # PB 2023, line 571, does not say whether it is before or after reserves
    "gerealiseerd-saldo": "saldo voor reserves",
    "gerealiseerd-saldo-van-baten-en-lasten": "saldo voor reserves",
    "toevoegingen": "toevoegingen",
    "onttrekkingen": "onttrekkingen",
    "mutaties-reserves": "mutaties reserves",
    "saldo": "saldo na reserves",
}


def rol_van(tabel: str, naam: str) -> str:
    """By its name or slug."""
    slug = slugify(naam)
    if tabel == "programma":
        return PROGRAMMA[slug]
    if tabel == "uitsplitsing":
        return {"totaal": "totaal", "saldo": "saldo"}.get(slug, "product")
    if tabel == "doelstelling":
        return tabel
    return "saldo" if slug == "saldo" and tabel != "maatregelen" else "beleid"

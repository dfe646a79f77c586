"""When two names are the same, and which are refused because an eye takes them for others."""

import unicodedata


def vorm(naam: str) -> str:
    """By this names and addresses are compared: NFKC, and without capitals."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", naam).casefold())


def ongewoon(naam: str) -> str:
    """Why this is refused, in a sentence; nothing for a name as it is written in Dutch."""
    for teken in unicodedata.normalize("NFC", naam):
        soort = unicodedata.category(teken)
        if teken != " " and soort[0] in "CZM":
            return "Hier staat een teken in dat niet te zien is. Typ het opnieuw, en plak het niet."
        if (soort[0] == "L" and not unicodedata.name(teken, "").startswith("LATIN ")) or (
            soort[0] == "N" and not teken.isascii()
        ):
            return f"De letter “{teken}” hoort niet bij ons alfabet, al lijkt het zo. Typ het opnieuw."
    return ""


def ongewoon_adres(adres: str) -> str:
    """Of an e-mail address that is no more than ASCII."""
    if adres.isascii():
        return ongewoon(adres)
    return ongewoon(adres) or "Een e-mailadres heeft hier alleen letters zonder accenten, cijfers en leestekens."

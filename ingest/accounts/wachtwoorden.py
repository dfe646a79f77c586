"""Which passwords are refused, in Dutch: Django has no translation of its own sentence."""

import re
from typing import Any

from django.conf import settings
from django.contrib.auth.password_validation import CommonPasswordValidator, MinimumLengthValidator
from django.core.exceptions import ValidationError

HIER = (
    *("doelwijzer", "gemeente", "gemeenteraad", "raadslid", "begroting", "beheerder", "wachtwoord", "welkom"),
    *("inloggen", "geheim", "hallo", "nederland", "lente", "voorjaar", "zomer", "herfst", "najaar", "winter"),
    *("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober"),
    *("november", "december", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
)
"""The words that people here begin with, and that the lists of the library do not have."""
BEKEKEN = 40  # characters: of more it takes long, and what is strong so far stays so
STERK_GENOEG = 4  # of zxcvbn: more than ten thousand million guesses


class Minimumlengte(MinimumLengthValidator):
    def get_error_message(self) -> str:
        return f"Dit wachtwoord is te kort. Het moet minstens {self.min_length} tekens hebben."


class NietTeRaden(CommonPasswordValidator):
    """Django's list of passwords that many people have, and what zxcvbn needs few guesses for: names, repeats, rows."""

    def validate(self, password: str, user: Any = None) -> None:
        from zxcvbn import zxcvbn  # its lists are read when somebody chooses a password, and not before

        eigen = _woorden(user)
        oordeel = zxcvbn(password[:BEKEKEN], user_inputs=[*HIER, *eigen])
        if password.lower().strip() not in self.passwords and oordeel["score"] >= STERK_GENOEG:
            return
        patronen = {deel["pattern"] for deel in oordeel["sequence"]}
        if any(woord in password.casefold() for woord in eigen):
            raise ValidationError("Dit wachtwoord is te raden: er staat een naam in, van u of van de gemeente.")
        if "repeat" in patronen or _herhaalt(password):
            raise ValidationError("Dit wachtwoord is te raden: het herhaalt zich. Neem een paar woorden achter elkaar.")
        raise ValidationError("Dit wachtwoord is te raden: het staat op lijsten. Neem een paar woorden achter elkaar.")

    def get_help_text(self) -> str:
        return "Uw wachtwoord heeft geen naam, herhaalt zich niet, en is niet iets dat veel mensen hebben."


def _woorden(user: Any) -> list[str]:
    """The names in what is known of this person and this site."""
    velden = [getattr(user, veld, "") or "" for veld in ("username", "first_name", "last_name", "email")]
    gevonden = re.findall(r"[^\W_]+", " ".join([settings.GEMEENTE, "Doelwijzer", *velden]).casefold())
    return [woord for woord in dict.fromkeys(gevonden) if len(woord) > 2]


def _herhaalt(password: str) -> bool:
    """Whether the same four characters stand in it twice."""
    return bool(re.search(r"(.{4,}).*\1", password.casefold()))

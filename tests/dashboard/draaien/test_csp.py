"""The browser runs and shows nothing but our own files: the policy says so, and no page asks for more."""

import pytest
from django.test import Client

from tests.gereedschap.paginas import ADRESSEN, lees_html

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("edities")]


@pytest.mark.parametrize("adres", [*ADRESSEN, "/indicatoren/bestaat-niet/"])
def test_de_csp_is_streng_en_niets_staat_inline(adres: str) -> None:
    antwoord = Client().get(adres)
    beleid = {naam: bronnen for naam, *bronnen in map(str.split, antwoord["Content-Security-Policy"].split(";"))}

    assert beleid["default-src"] == beleid["script-src"] == ["'self'"]
    assert beleid["style-src"][0] == "'self'"
    assert all(bron.startswith("'sha256-") for bron in beleid["style-src"][1:])
    assert beleid["object-src"] == beleid["frame-ancestors"] == ["'none'"]
    for element in lees_html(antwoord.content).iter():
        assert element.tag != "style"
        assert not any(naam == "style" or naam.startswith("on") for naam in element.attrib)
        assert not element.get("href", "").startswith(("javascript:", "data:"))
        assert element.tag != "script" or element.get("src") or element.get("type") == "application/json"

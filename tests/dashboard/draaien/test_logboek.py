"""What is logged in productie is one JSON object a line, and names nobody."""

import json
import logging

import pytest
from django.conf import settings

from dashboard.draaien.logregels import JsonRegels
from tests.gereedschap.processen.processen import Processen
from tests.gereedschap.productie import VEILIG


def regel(logger: str, *argumenten: object, **opties: object) -> dict[str, object]:
    """One record as it is written."""
    record = logging.getLogger(logger).makeRecord(logger, logging.INFO, "", 0, *argumenten, **opties)
    gelezen: dict[str, object] = json.loads(JsonRegels().format(record))
    return gelezen


def test_een_handeling_heeft_haar_velden_en_verder_niets() -> None:
    extra = {"action": "post", "object": "figuur 3", "result": "gedaan", "actor": "a1", "request": "6,2"}
    gelezen = regel("ingest.accounts.logboek", "%s gedaan", ("post",), None, extra=extra)

    assert str(gelezen.pop("time"))[10] == "T"
    assert gelezen == {
        "level": "INFO",
        "logger": "ingest.accounts.logboek",
        "message": "post gedaan",
        "action": "post",
        "object": "figuur 3",
        "result": "gedaan",
        "actor": "a1",
    }


def test_een_fout_zegt_wat_en_waar_en_niet_wat_er_getypt_is() -> None:
    getypt = "anne" + "@zoetermeer.example"
    try:
        int(getypt)
    except ValueError as fout:
        gelezen = regel("django.request", "Internal Server Error", (), (ValueError, fout, fout.__traceback__))

    assert gelezen["error"] == "ValueError"
    assert "test_logboek.py" in str(gelezen["stack"])
    assert getypt not in json.dumps(gelezen)


@pytest.mark.drawn
@pytest.mark.parametrize("logger", ["axes", "celery.app.trace"])
def test_wat_namen_aanhaalt_komt_niet_in_het_logboek(logger: str) -> None:
    assert settings.LOGGING["loggers"][logger]["level"] == "CRITICAL"


def test_productie_schrijft_json_op_stdout_en_een_lokale_site_tekst_op_stderr(processen: Processen) -> None:
    code = (
        "import django; django.setup(); from ingest.accounts.logboek import schrijf_logregel;"
        "schrijf_logregel('post', 'werk', 'gedaan')"
    )
    productie, _ = processen.start("-c", code, **VEILIG).communicate()
    uit, lokaal = processen.start("-c", code).communicate()

    assert json.loads(productie)["action"] == "post"
    assert (uit, lokaal) == ("", "post werk: gedaan\n")

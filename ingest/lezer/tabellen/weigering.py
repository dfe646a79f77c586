"""How the refusal of a table is told: which one and where, what was expected, and that a person can type it over."""

from collections.abc import Sequence

from ingest.lezer.regels import Regel


def geweigerde_tabel(naam: str, regels: Sequence[Regel], van: int, tot: int, waarom: str) -> str:
    """A sentence on the table in the lines `van` to `tot` (1-based) that is not read; `waarom` ends a sentence."""
    heet = f" “{naam}”" if naam else ""
    pagina = next((regel.pagina for regel in regels if regel.nummer == van), None)
    bladzijde = f"bladzijde {pagina}, " if pagina else ""
    waar = f"regel {van} tot en met {tot}" if tot > van else f"regel {van}"
    return f"De tabel{heet} ({bladzijde}{waar}) is niet gelezen: {waarom}. U kunt haar overtypen."

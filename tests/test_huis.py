"""The house: how large a room may be, and that a name means one thing."""

import ast
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gereedschap.paden import PROJECT

APPS = ("dashboard", "indicators", "ingest")
KAMERS = sorted(
    {module.parent for app in APPS for module in (PROJECT / app).rglob("*.py") if "migrations" not in module.parts}
)
MODULES = [module for kamer in KAMERS for module in sorted(kamer.glob("*.py"))]
TESTS = sorted((PROJECT / "tests").rglob("*.py"))
# A value of a draft bears the name of the row that it becomes.
IN_TWEE_VORMEN = {"Bedrag", "Bevinding", "Doelstelling", "Programma", "Tekst", "Uitlezing"}
# Django finds these by their name.
VAN_DJANGO = {"Command"}


def boom(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def waar(module: Path) -> str:
    return str(module.relative_to(PROJECT))


def eigen_imports(module: Path) -> Iterator[tuple[str, str]]:
    """What a module takes from another of this project: where from, and the name."""
    for knoop in ast.walk(boom(module)):
        if isinstance(knoop, ast.ImportFrom) and knoop.module and knoop.module.split(".")[0] in (*APPS, "tests"):
            yield from ((knoop.module, naam.name) for naam in knoop.names)


@pytest.mark.parametrize("kamer", KAMERS, ids=waar)
def test_een_map_zegt_in_een_zin_wat_erin_staat(kamer: Path) -> None:
    assert ast.get_docstring(boom(kamer / "__init__.py"))


@pytest.mark.parametrize("kamer", KAMERS, ids=waar)
def test_een_map_heeft_hoogstens_vijftien_modules(kamer: Path) -> None:
    assert len(list(kamer.glob("*.py"))) - 1 <= 15


def test_een_module_heeft_hoogstens_350_regels() -> None:
    css = sorted((PROJECT / "static" / "src").rglob("*.css"))
    lang = {waar(module): module.read_text(encoding="utf-8").count("\n") for module in (*MODULES, *TESTS, *css)}
    assert {module: regels for module, regels in lang.items() if regels > 350} == {}


def test_geen_gemeente_of_doelstelling_bij_naam_in_code_of_template() -> None:
    """They are data, but for the name that the settings begin with; a docstring may give an example."""
    templates = sorted((PROJECT / "templates").rglob("*.html"))
    codes = [
        waar(blad) for blad in templates if re.search(r"doelstelling(en)? \d|(?<![-\w.])1\.[1-9]\b", blad.read_text())
    ]
    namen = [waar(module) for module in (*MODULES, *templates) if "oetermeer" in module.read_text(encoding="utf-8")]
    assert (codes, namen) == ([], ["dashboard/settings.py"])


def test_wat_prive_is_blijft_in_zijn_module() -> None:
    prive = [
        f"{waar(module)}: {bron}.{naam}"
        for module in (*MODULES, *TESTS)
        for bron, naam in eigen_imports(module)
        if naam.startswith("_")
    ]
    assert prive == []


def test_een_test_neemt_niets_van_een_andere_test() -> None:
    van_een_test = [
        f"{waar(module)}: {bron}"
        for module in TESTS
        for bron, _ in eigen_imports(module)
        if bron.rpartition(".")[2].startswith(("test_", "conftest"))
    ]
    assert van_een_test == []


def test_een_naam_is_een_ding() -> None:
    """Of classes, and of names for a type."""
    plekken: dict[str, list[str]] = defaultdict(list)
    for module in MODULES:
        for knoop in boom(module).body:
            if isinstance(knoop, ast.ClassDef):
                plekken[knoop.name.lstrip("_")].append(waar(module))
            elif isinstance(knoop, ast.Assign) and isinstance(naam := knoop.targets[0], ast.Name):
                plekken[naam.id.lstrip("_")].append(waar(module))
    namen = {naam: plek for naam, plek in plekken.items() if naam[:1].isupper() and not naam.isupper()}
    dubbel = {naam: plek for naam, plek in namen.items() if len(plek) > 1}
    assert {naam: plek for naam, plek in dubbel.items() if naam not in IN_TWEE_VORMEN | VAN_DJANGO} == {}

"""Read documents, check them, and publish them in one transaction."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from indicators.models import Lezing
from ingest.accounts.handelend import SYSTEEM, handelend_als
from ingest.lezer.soorten import Publicatiesoort
from ingest.ontwerp.document import Document
from ingest.ontwerp.laden import laad_bestand
from ingest.ontwerp.uitvoer import als_json
from ingest.publiceren.publiceren import Akkoord, Geweigerd, Publicatieresultaat, publiceer
from ingest.structuur.bestand import zorg_voor_structuur

UIT_EEN_BESTAND = [soort for soort in Publicatiesoort if soort is not Publicatiesoort.OPGAVE]


class Command(BaseCommand):
    help = "Lees begrotingen, jaarstukken, rapportages en kadernota's, controleer ze en publiceer ze in één keer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "bestanden", nargs="*", type=Path, metavar="FILE", help="tekst, markdown, PDF, DOCX, ODT of HTML"
        )
        parser.add_argument("--dry-run", action="store_true", help="alleen lezen en controleren, niets opslaan")
        parser.add_argument(
            "--json", action="store_true", help="druk wat gelezen is af als JSON, per bestand een regel"
        )
        parser.add_argument("--publicatie", help='welk document het is, zoals "PB 2026"')
        parser.add_argument(
            "--soort",
            type=Publicatiesoort,
            choices=UIT_EEN_BESTAND,
            help="wat voor stuk het is, als de titel dat niet zegt",
        )
        parser.add_argument("--accepteer-fouten", action="store_true", help="publiceer wat wel goed te lezen is")
        parser.add_argument("--vervang", action="store_true", help="vervang gepubliceerde cijfers die anders zijn")

    def handle(self, **options: Any) -> None:
        if not options["bestanden"]:
            raise CommandError("Noem het bestand dat u wilt laden: manage.py load_document begroting.txt")
        akkoord = Akkoord(
            weg=Lezing.Weg.OPDRACHTREGEL,
            accepteer_fouten=options["accepteer_fouten"],
            vervang=options["vervang"],
        )
        with transaction.atomic():
            with handelend_als(None, SYSTEEM):
                zorg_voor_structuur()
                documenten = [
                    self._lees(bestand, options["publicatie"], options["soort"]) for bestand in options["bestanden"]
                ]
                self._druk_af(documenten, als_regels=options["json"], dry_run=options["dry_run"])
                try:
                    uitkomsten = publiceer(documenten, akkoord)
                except Geweigerd as geweigerd:
                    raise CommandError(_redenen(geweigerd)) from None
            if options["dry_run"]:
                transaction.set_rollback(True)
        if not options["dry_run"]:
            for uitkomst in uitkomsten:
                self._meld(uitkomst, als_regels=options["json"])

    def _lees(self, bestand: Path, publicatie: str | None, soort: Publicatiesoort | None) -> Document:
        try:
            return laad_bestand(bestand, publicatie, soort)
        except OSError:
            raise CommandError(f"{bestand}: dit bestand is niet te openen. Controleer de naam.") from None

    def _druk_af(self, documenten: list[Document], *, als_regels: bool, dry_run: bool) -> None:
        for document in documenten:
            concept = document.concept
            if als_regels:
                self.stdout.write(json.dumps(als_json(concept), ensure_ascii=False))
            elif dry_run:
                self.stdout.write(
                    f"{document.bestandsnaam}: {concept.publicatie or 'onbekende publicatie'}, "
                    f"{len(concept.cijfers) + len(concept.referenties)} cijfers, "
                    f"{len(concept.bedragen)} bedragen, {len(concept.teksten)} teksten"
                )
                for bevinding in concept.bevindingen:
                    waar = f"regel {bevinding.regel}" if bevinding.regel else "hele bestand"
                    self.stdout.write(f"  {bevinding.ernst.value}, {waar}: {bevinding.tekst}")

    def _meld(self, uitkomst: Publicatieresultaat, *, als_regels: bool) -> None:
        if uitkomst.gepubliceerd:
            tekst = f"{uitkomst.publicatie}: gepubliceerd, {uitkomst.nieuwe_cijfers} nieuwe cijfers en bedragen."
        else:
            tekst = f"{uitkomst.publicatie}: ongewijzigd, deze lezing is er al."
        # With --json stdout carries only the data.
        (self.stderr if als_regels else self.stdout).write(tekst)


def _redenen(geweigerd: Geweigerd) -> str:
    """Every reason on a line of its own: file, line, what is wrong and what to do."""
    bestand = geweigerd.document.bestandsnaam
    regels = [
        f"{bestand}, regel {regel}: {tekst}" if regel else f"{bestand}: {tekst}" for regel, tekst in geweigerd.redenen
    ]
    slot = f"{bestand} is niet geladen; er is niets veranderd. Herstel wat hierboven staat en laad het opnieuw."
    return "\n".join([*regels, slot])

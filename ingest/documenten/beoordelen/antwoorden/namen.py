"""Answers about a name: of a programma, a doelstelling or a post."""

from typing import Any

from django.core.exceptions import ValidationError

from indicators.models import Doelstelling, Post, Postrol, Programma
from indicators.models.geld import ROLLEN
from ingest.documenten.beoordelen.antwoorden.velden import Antwoordformulier, aanbevolen_eerst, keuze_uit
from ingest.lezer.roosters.koppen import namen_rond
from ingest.models import Antwoord


class VanProgrammas(Antwoordformulier):
    """All rows of a table at once, under their printed names."""

    keuze, kop = Antwoord.Keuze.NIEUW, "Ja, dit is wat deze programma's kosten"
    knop = "Zet de rijen bij hun programma"

    @property
    def gegevens(self) -> dict[str, Any]:
        return dict(self.vraag.voorstel["nieuw"])


class Loslaten(Antwoordformulier):
    """What stays with its document is on the site, and in no sum."""

    keuze, kop, knop = Antwoord.Keuze.LATEN, "Nee, of dat is niet zeker", "Laat het bij het document"


class BestaandProgramma(Antwoordformulier):
    keuze, kop = Antwoord.Keuze.BESTAANDE, "Een programma dat er al is, met een andere naam"
    code = keuze_uit("Welk programma?", "Kies het programma.")

    def maak_klaar(self) -> None:
        self.bied_aan("code", [(programma.code, str(programma)) for programma in Programma.objects.order_by("code")])


class NieuweKop(Antwoordformulier):
    """A heading that becomes something; one without a number may be taken for the name, while another line is it."""

    keuze = Antwoord.Keuze.NIEUW
    naam = keuze_uit("Hoe heet het?", "Kies de naam.", "U kunt kiezen uit de regels die er in het document bij staan.")

    def maak_klaar(self) -> None:
        if "nieuw" not in self.vraag.voorstel:
            del self.fields["naam"]
            return
        eigen = self.vraag.voorstel["nieuw"]["naam"]
        namen = dict.fromkeys([eigen, *namen_rond(self.ontwerp.document.regels, self.vraag.regel or 1)])
        self.bied_aan("naam", [(naam, naam) for naam in namen])
        self.initial["naam"] = eigen


class NieuwProgramma(NieuweKop):
    kop, knop = "Een nieuw programma", "Maak dit programma"


class BestaandeDoelstelling(Antwoordformulier):
    keuze, kop = Antwoord.Keuze.BESTAANDE, "Een doelstelling die er al is, met een andere naam"
    code = keuze_uit("Welke doelstelling?", "Kies de doelstelling.")

    def maak_klaar(self) -> None:
        bekend = [(doel.code, str(doel)) for doel in Doelstelling.objects.all()]
        lijkt_op = self.vraag.voorstel.get("lijkt_op", [])
        self.bied_aan("code", aanbevolen_eerst(lijkt_op, bekend))
        self.initial["code"] = lijkt_op[0] if lijkt_op else self.vraag.voorstel.get("code", "")


class NieuweDoelstelling(NieuweKop):
    kop, knop = "Een nieuwe doelstelling", "Maak deze doelstelling"


class BestaandePost(Antwoordformulier):
    keuze, kop = Antwoord.Keuze.BESTAANDE, "Een post die er al is, met een andere naam"
    slug = keuze_uit("Welke post?", "Kies de post.")

    def maak_klaar(self) -> None:
        waar = {"tabel": self.vraag.voorstel.get("tabel"), "programma__code": self.vraag.voorstel.get("programma")}
        posten = Post.objects.filter(**waar).select_related("doelstelling")
        bekend = [
            (post.slug, f"{post.doelstelling.code if post.doelstelling else ''} {post}".strip()) for post in posten
        ]
        lijkt_op = self.vraag.voorstel.get("lijkt_op", [])
        self.bied_aan("slug", aanbevolen_eerst(lijkt_op, bekend))
        self.initial["slug"] = lijkt_op[0] if lijkt_op else ""


class NieuwePost(Antwoordformulier):
    keuze, kop, knop = Antwoord.Keuze.NIEUW, "Een nieuwe post", "Maak deze post"
    rol = keuze_uit(
        "Wat is deze post?",
        "Kies wat deze post is.",
        "Zegt het document van een saldo niet of het voor of na reserves is? Kies dan saldo.",
    )

    def maak_klaar(self) -> None:
        """Where a table has posts of one kind only, there is nothing to ask."""
        rollen = ROLLEN.get(self.vraag.voorstel.get("tabel", ""), ())
        if len(rollen) > 1:
            self.bied_aan("rol", [(rol.value, rol.label) for rol in rollen])
            self.initial["rol"] = self.vraag.voorstel.get("rol", "")
        else:
            del self.fields["rol"]

    def clean_rol(self) -> str:
        """Of two rows that are the same thing nobody knows which one holds; products there are many of."""
        rol = str(self.cleaned_data["rol"])
        waar = [self.vraag.voorstel.get(deel) for deel in ("programma", "tabel", "doelstelling")]
        for bedrag in self.ontwerp.document.concept.bedragen:
            daar = [bedrag.programma, bedrag.tabel, bedrag.doelstelling]
            ander = bedrag.sleutel and bedrag.post != self.vraag.voorstel.get("onderwerp")
            if ander and daar == waar and bedrag.rol == rol != Postrol.PRODUCT:
                raise ValidationError(f"Dat is in deze tabel al {bedrag.post}. Kies iets anders.")
        return rol

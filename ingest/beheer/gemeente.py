"""The first thing that a beheerder does: say whose site this is, and in which colours."""

import re
from typing import ClassVar

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render

from indicators.gemeente import gemeente_nu
from indicators.huisstijl import KLEUREN, contrast, voluit
from indicators.models import Gemeente
from indicators.models.bronnen import verhoog_versie
from ingest.accounts.handelend import met_reden
from ingest.accounts.toegang import Verzoek, alleen_voor, getypte
from ingest.beheer.basis import Waarom
from ingest.models import Rol

TEKST, TEKEN = 4.5, 3.0  # WCAG 1.4.3 and 1.4.11
OP_DE_KOP = {"kop-inkt": TEKST, "kop-zacht": TEKST, "kop-accent": TEKEN}
ACHTER_LINKS = dict.fromkeys(("papier", "vlak", "vlak-zacht", "nadruk", "let-op", "fout", "goed"), TEKST)


class Gemeenteformulier(Waarom):
    """What of it is wrong is said with what to do."""

    portaal = forms.URLField(
        label="Adres van de begroting op de site van de gemeente",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Bijvoorbeeld https://begroting.gemeente.example. Mag leeg blijven.",
        error_messages={"invalid": "Dit is geen adres. Kopieer het uit uw browser: het begint met https://."},
    )

    class Meta:
        model = Gemeente
        fields = ("naam", "portaal", "kop", "accent")
        labels: ClassVar = {
            "naam": "Naam van de gemeente",
            "kop": "Kleur van de balk bovenaan",
            "accent": "Kleur van links en knoppen",
        }
        help_texts: ClassVar = {
            "naam": "Zoals de documenten haar schrijven, zonder “gemeente” ervoor.",
            "kop": "Bijvoorbeeld #0b3f49. Leeg: de kleur van Doelwijzer.",
            "accent": "Bijvoorbeeld #0a5665. Leeg: de kleur van Doelwijzer. Op een donker scherm geldt zij niet.",
        }
        error_messages: ClassVar = {"naam": {"required": "Typ de naam van de gemeente."}}

    def clean_naam(self) -> str:
        naam = re.sub(r"^gemeente\s+", "", " ".join(self.cleaned_data["naam"].split()), flags=re.IGNORECASE)
        if not re.search(r"[^\W\d_]", naam):
            raise ValidationError("Typ de naam van de gemeente.")
        return naam

    def clean_portaal(self) -> str:
        portaal: str = self.cleaned_data["portaal"]
        if portaal and not portaal.startswith("https://"):
            raise ValidationError("Het adres moet beginnen met https://.")
        return portaal

    def clean_kop(self) -> str:
        return _kleur(self.cleaned_data["kop"], OP_DE_KOP, "De tekst op deze kleur")

    def clean_accent(self) -> str:
        return _kleur(self.cleaned_data["accent"], ACHTER_LINKS, "Een link in deze kleur")


def _kleur(getypt: str, naast: dict[str, float], wat: str) -> str:
    """In six digits; raises ValidationError for what is no colour, or cannot be read beside these of the theme."""
    kleur = voluit(getypt.strip().lower())
    if not kleur:
        return ""
    if not re.fullmatch("#[0-9a-f]{6}", kleur):
        raise ValidationError("Typ een kleur als # met zes cijfers of letters a tot en met f, zoals #0b3f49.")
    for ander, minstens in naast.items():
        if (gemeten := contrast(kleur, KLEUREN[ander])) < minstens:
            tekst = f"{wat} is niet goed te lezen: het contrast is {gemeten:.1f} en moet minstens {minstens:.1f} zijn. "
            raise ValidationError(tekst.replace(".", ",", 2) + "Kies een donkerdere kleur.")
    return kleur


@alleen_voor(Rol.BEHEERDER)
def gemeente(request: Verzoek) -> HttpResponse:
    """Whose site this is; all pages are made anew after a change."""
    nu = gemeente_nu()
    ingevuld = nu.pk is not None
    nu.pk = None  # a change is another row
    nu._state.adding = True
    getypt = request.POST if request.method == "POST" else getypte(request)
    formulier = Gemeenteformulier(getypt, instance=nu)
    if request.method == "POST" and formulier.is_valid():
        met_reden(formulier.cleaned_data["waarom"])
        formulier.save()
        verhoog_versie()
        messages.success(request, f"Bewaard. Deze site is van de gemeente {formulier.instance}.")
        return redirect("gemeente")
    context = {"formulier": formulier, "ingevuld": ingevuld}
    return render(request, "ingest/beheer/gemeente.html", context, status=422 if request.method == "POST" else 200)

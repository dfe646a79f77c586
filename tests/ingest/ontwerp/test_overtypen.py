"""Lines that a person types over: what comes of them stands on the lines that print it."""

from ingest.lezer.concept import Bevinding, Concept, Ernst
from ingest.lezer.regels import lees_tekstregels
from ingest.ontwerp.overtypen import Overgetypt, typ_over, zoals_gedrukt

GEDRUKT = b"Uitstroom\nType 2026 2027\n\nRealisatie 18l -\nBegroting 10 11\nHier eindigt het.\n"


def test_elke_regel_houdt_het_nummer_van_de_regel_die_hem_drukt() -> None:
    """The blank line in the table is left out, a row that is two lines too long comes as it is."""
    stuk = Overgetypt(2, 5, ("Type | 2026 | 2027", "Realisatie | 181 | -", "Begroting | 10 | 11"))
    regels, herkomst = typ_over(lees_tekstregels(GEDRUKT), [stuk])
    assert [regel.gedrukt for regel in regels][1:4] == ["Type\t2026\t2027", "Realisatie\t181\t-", "Begroting\t10\t11"]
    assert herkomst == [1, 2, 4, 5, 6]

    in_het_kort = Bevinding(
        Ernst.FOUT, "kop", 4, "Deze rij staat al op regel 3, niet op regel 99. Kijk naar regel 2 tot en met 5.", tot=5
    )
    (over, getypt) = zoals_gedrukt(Concept("PB 2027", 2027, bevindingen=(in_het_kort,)), herkomst, [stuk]).bevindingen
    assert (over.regel, over.tot) == (5, 6)
    assert over.tekst == "Deze rij staat al op regel 4, niet op regel 99. Kijk naar regel 2 tot en met 6."
    assert (getypt.soort, getypt.regel, getypt.tot) == ("overgetypt", 2, 5)

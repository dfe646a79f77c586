"""The kinds that a draft knows: of publicatie, figure, amount, table, text and finding.

The tables keep the same words (indicators/models); a test holds the two lists against each other.
"""

from enum import StrEnum


class Publicatiesoort(StrEnum):
    """What a document is; an opgave is the form of a policy officer, and is never read from a file."""

    PROGRAMMABEGROTING = "programmabegroting"
    JAARSTUKKEN = "jaarstukken"
    RAPPORTAGE = "rapportage"
    KADERNOTA = "kadernota"
    REFERENTIE = "referentie"
    OPGAVE = "opgave"


class Cijfersoort(StrEnum):
    """What a figure of an indicator says: what came of it, what was meant, or what is expected."""

    REALISATIE = "realisatie"
    BEGROTING = "begroting"
    PROGNOSE = "prognose"


class Bedragsoort(StrEnum):
    """What an amount of money says: what was meant, what was spent, or what the one has more than the other."""

    BEGROTING = "begroting"
    REKENING = "rekening"
    VERSCHIL = "verschil"


class Bedragstand(StrEnum):
    """Which of the begrotingen for a year an amount is of, or that it is none of them."""

    PRIMITIEF = "primitieve begroting"
    LOPEND_JAAR = "lopend jaar"
    MEERJARENRAMING = "meerjarenraming"
    ONGENOEMD = "begroting"  # whether before or after its changes, the document does not say
    WIJZIGING = "wijziging"
    NA_WIJZIGING = "na wijziging"
    REKENING = "rekening"
    TAAKSTELLING = "taakstelling"
    VERSCHIL = "verschil"


class Kant(StrEnum):
    """The side of an amount: what goes out, what comes in, or what is left."""

    LASTEN = "lasten"
    BATEN = "baten"
    SALDO = "saldo"
    TOEVOEGINGEN = "toevoegingen"
    ONTTREKKINGEN = "onttrekkingen"
    MUTATIES = "mutaties"


class Tabelsoort(StrEnum):
    """A kind of table; INDICATOR has no money, and BELEID is a policy table of which no row could be read."""

    INDICATOR = "indicator"
    DOELSTELLING = "doelstelling"
    PROGRAMMA = "programma"
    UITSPLITSING = "uitsplitsing"
    BELEID = "beleid"
    NIEUW_BELEID = "nieuw-beleid"
    BEZUINIGINGEN = "bezuinigingen"
    MAATREGELEN = "maatregelen"
    OVERZICHT = "overzicht"


class Programmarol(StrEnum):
    """What a row of an overview is for the programma that its table names."""

    LASTEN = "lasten"
    BATEN = "baten"
    SALDO = "saldo"
    VOOR_RESERVES = "saldo voor reserves"
    NA_RESERVES = "saldo na reserves"
    TOEVOEGINGEN = "toevoegingen"
    ONTTREKKINGEN = "onttrekkingen"
    MUTATIES = "mutaties reserves"
    PRODUCT = "product"


class Leegsoort(StrEnum):
    """How a cell without a value is empty; NIET for one with a value."""

    NIET = ""
    STREEPJE = "streepje"
    LEEG = "leeg"
    PM = "pm"
    NNB = "nnb"
    NVT = "nvt"
    TOELICHTING = "toelichting"
    ONGEMETEN = "ongemeten"
    GESTOPT = "gestopt"
    GEHEIM = "geheim"


ONZEKER = (Leegsoort.PM, Leegsoort.NNB, Leegsoort.TOELICHTING)
"""These stand for an amount which is not known yet; a dash and a blank are none."""


class Tekstsoort(StrEnum):
    """What a text is about."""

    SPEERPUNT = "speerpunt"
    DOELSTELLING = "doelstelling"
    DEFINITIE = "definitie"
    TOELICHTING = "toelichting"
    BELEID = "beleid"
    RISICO = "risico"
    MOTIE = "motie"
    STAND_VAN_ZAKEN = "stand van zaken"
    LINK = "link"
    KERNOPGAVE = "kernopgave"
    VOORGENOMEN = "voorgenomen"


class Bevindingsoort(StrEnum):
    """What a finding is about."""

    # the document as a whole
    BESTAND = "bestand"
    SOORT_ONBEKEND = "soort onbekend"
    PUBLICATIE = "publicatie"
    HOOFDSTUK = "hoofdstuk"
    GEMEENTE = "gemeente"
    # what could not be read
    KOP = "kop"
    NAAM = "naam"
    EENHEID = "eenheid"
    MAATREGELEN = "maatregelen"
    TEKENS = "tekens"
    VERSCHIL = "verschil"
    PERIODE_ONBEKEND = "periode onbekend"
    BESCHADIGDE_RIJ = "beschadigde rij"
    DUBBELE_RIJ = "dubbele rij"
    DUBBELE_TABEL = "dubbele tabel"
    ONVOLLEDIGE_TABEL = "onvolledige tabel"
    ONVOLLEDIGE_POST = "onvolledige post"
    ONTBREKENDE_TABEL = "ontbrekende tabel"
    ONBEKENDE_TABEL = "onbekende tabel"
    NIET_GELEZEN = "niet gelezen"
    NIETS_GELEZEN = "niets gelezen"
    # what is remarkable in what was read
    EINDE = "einde"
    GEEN_KERNOPGAVE = "geen kernopgave"
    VOETNOOT = "voetnoot"
    PAGINANUMMER = "paginanummer"
    ANDERE_EDITIE = "andere editie"
    ZONDER_BRON = "zonder bron"
    ZONDER_REALISATIE = "zonder realisatie"
    TOTAAL = "totaal"
    # what does not match what is known
    ONBEKEND_PROGRAMMA = "onbekend programma"
    ONBEKENDE_DOELSTELLING = "onbekende doelstelling"
    ONBEKENDE_INDICATOR = "onbekende indicator"
    ONBEKENDE_POST = "onbekende post"
    ZONDER_PROGRAMMA = "zonder programma"
    PROGRAMMATABEL = "tabel van programma's"
    NUMMER = "nummer"
    DEFINITIE_ONBEKEND = "definitie onbekend"
    DEFINITIE_AANGENOMEN = "definitie aangenomen"
    BRON_GEWIJZIGD = "bron gewijzigd"
    EENHEID_GEWIJZIGD = "eenheid gewijzigd"
    REFERENTIEREEKS = "referentiereeks"
    ONMOGELIJKE_WAARDE = "onmogelijke waarde"
    # what the checks say
    AFRONDING = "afronding"
    TELT_NIET_OP = "telt niet op"
    NIET_NAGEREKEND = "niet na te rekenen"
    SPRONG = "sprong"
    GEDRUKTE_NUL = "gedrukte nul"
    TWEE_BRONNEN = "twee bronnen"
    # what a person did
    OVERGETYPT = "overgetypt"
    UITTREKSEL = "uittreksel"
    VERDWENEN = "verdwenen"
    KEUZE_VERVALLEN = "keuze vervallen"


OVER_HET_DOCUMENT = (
    Bevindingsoort.BESTAND,
    Bevindingsoort.SOORT_ONBEKEND,
    Bevindingsoort.PUBLICATIE,
    Bevindingsoort.HOOFDSTUK,
    Bevindingsoort.GEMEENTE,
)
"""A fout of these is about the document as a whole: nothing of it can be relied on."""

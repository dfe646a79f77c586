"""More of the same: programma's as large as the first, copied in the database itself."""


def vermenigvuldig(keren: int, vanaf: int = 2, *, geld: bool = True) -> None:
    """Copy programma 1 with all its figures (and its money and texts) to so many other programma's, as their owner."""
    from django.db import connection

    from indicators.models.bronnen import verhoog_versie

    opdrachten = KOPIEER + (KOPIEER_GELD + KOPIEER_TEKST if geld else ())
    with connection.cursor() as cursor:
        # A copy needs no history, and what it points to is there: the triggers made a million figures take for ever.
        cursor.execute("SET session_replication_role = replica")
        for opdracht in opdrachten:
            cursor.execute(opdracht, {"vanaf": str(vanaf), "tot": str(vanaf + keren - 1)})
            cursor.execute("ANALYZE")  # the next one joins what this one has added
        cursor.execute("RESET session_replication_role")
    verhoog_versie()


_NIEUW = "p.code::int BETWEEN %(vanaf)s::int AND %(tot)s::int"
_VAN_1 = "AND {}.programma_id = (SELECT id FROM indicators_programma WHERE code = '1')"
KOPIEER = (
    """INSERT INTO indicators_programma (code, naam)
       SELECT n, 'Programma ' || n FROM generate_series(%(vanaf)s::int, %(tot)s::int) n""",
    f"""INSERT INTO indicators_doelstelling (programma_id, code, naam, volgorde)
       SELECT p.id, p.code || substr(d.code, 2), d.naam, d.volgorde
       FROM indicators_doelstelling d CROSS JOIN indicators_programma p WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_doelstellingbenaming (doelstelling_id, publicatie_id, code, naam)
       SELECT nieuw.id, b.publicatie_id, nieuw.code, b.naam
       FROM indicators_doelstellingbenaming b JOIN indicators_doelstelling d ON d.id = b.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_doelstelling nieuw ON nieuw.code = p.code || substr(d.code, 2)
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_indicator (doelstelling_id, slug, naam, volgorde)
       SELECT nieuw.id, i.slug || '-' || p.code, i.naam, i.volgorde
       FROM indicators_indicator i JOIN indicators_doelstelling d ON d.id = i.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_doelstelling nieuw ON nieuw.code = p.code || substr(d.code, 2)
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_definitie (indicator_id, slug, omschrijving, eenheid, decimalen, richting, meetperiode,
                                         ondergrens, bovengrens, volgorde)
       SELECT nieuw.id, x.slug || '-' || p.code, x.omschrijving, x.eenheid, x.decimalen, x.richting, x.meetperiode,
              x.ondergrens, x.bovengrens, x.volgorde
       FROM indicators_definitie x JOIN indicators_indicator i ON i.id = x.indicator_id
       JOIN indicators_doelstelling d ON d.id = i.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_indicator nieuw ON nieuw.slug = i.slug || '-' || p.code
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_bewoording (definitie_id, publicatie_id, onder_id, naam, soort_begroting)
       SELECT nieuw.id, b.publicatie_id, onder.id, b.naam, b.soort_begroting
       FROM indicators_bewoording b JOIN indicators_definitie x ON x.id = b.definitie_id
       JOIN indicators_doelstellingbenaming o ON o.id = b.onder_id
       JOIN indicators_doelstelling d ON d.id = o.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_definitie nieuw ON nieuw.slug = x.slug || '-' || p.code
       JOIN indicators_doelstellingbenaming onder
         ON onder.code = p.code || substr(o.code, 2) AND onder.publicatie_id = b.publicatie_id
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
    f"""INSERT INTO indicators_vermelding (bewoording_id, passage_id, soort, editie_id, jaar, waarde, leeg, gedrukt,
                                          bron)
       SELECT nieuw.id, v.passage_id, v.soort, v.editie_id, v.jaar, v.waarde, v.leeg, v.gedrukt, v.bron
       FROM indicators_vermelding v JOIN indicators_bewoording b ON b.id = v.bewoording_id
       JOIN indicators_definitie x ON x.id = b.definitie_id JOIN indicators_indicator i ON i.id = x.indicator_id
       JOIN indicators_doelstelling d ON d.id = i.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_definitie y ON y.slug = x.slug || '-' || p.code
       JOIN indicators_bewoording nieuw ON nieuw.definitie_id = y.id AND nieuw.publicatie_id = b.publicatie_id
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
)
KOPIEER_GELD = (
    f"""INSERT INTO indicators_post (programma_id, doelstelling_id, tabel, rol, slug, naam, volgorde)
       SELECT p.id, nieuw.id, o.tabel, o.rol, o.slug, o.naam, o.volgorde
       FROM indicators_post o LEFT JOIN indicators_doelstelling d ON d.id = o.doelstelling_id
       CROSS JOIN indicators_programma p
       LEFT JOIN indicators_doelstelling nieuw ON nieuw.code = p.code || substr(d.code, 2)
       WHERE {_NIEUW} {_VAN_1.format("o")}""",
    f"""INSERT INTO indicators_postbenaming (post_id, publicatie_id, code, naam, onder)
       SELECT nieuw.id, b.publicatie_id, b.code, b.naam, b.onder
       FROM indicators_postbenaming b JOIN indicators_post o ON o.id = b.post_id CROSS JOIN indicators_programma p
       JOIN indicators_post nieuw ON (nieuw.programma_id, nieuw.tabel, nieuw.slug) = (p.id, o.tabel, o.slug)
       WHERE {_NIEUW} {_VAN_1.format("o")}""",
    f"""INSERT INTO indicators_bedrag (benaming_id, passage_id, kant, soort, stand, jaar, bedrag, als_gedrukt, leeg,
                                      schaal, tekenconventie)
       SELECT nieuw.id, g.passage_id, g.kant, g.soort, g.stand, g.jaar, g.bedrag, g.als_gedrukt, g.leeg, g.schaal,
              g.tekenconventie
       FROM indicators_bedrag g JOIN indicators_postbenaming b ON b.id = g.benaming_id
       JOIN indicators_post o ON o.id = b.post_id CROSS JOIN indicators_programma p
       JOIN indicators_post post ON (post.programma_id, post.tabel, post.slug) = (p.id, o.tabel, o.slug)
       JOIN indicators_postbenaming nieuw ON nieuw.post_id = post.id AND nieuw.publicatie_id = b.publicatie_id
       WHERE {_NIEUW} {_VAN_1.format("o")}""",
)
KOPIEER_TEKST = (
    f"""INSERT INTO indicators_tekst (lezing_id, soort, kop, tekst, van_regel, tot_regel, samengevat, doelstelling_id,
                                     tabel)
       SELECT t.lezing_id, t.soort, t.kop, t.tekst, t.van_regel, t.tot_regel, t.samengevat, nieuw.id, t.tabel
       FROM indicators_tekst t JOIN indicators_doelstelling d ON d.id = t.doelstelling_id
       CROSS JOIN indicators_programma p JOIN indicators_doelstelling nieuw ON nieuw.code = p.code || substr(d.code, 2)
       WHERE {_NIEUW} {_VAN_1.format("d")}""",
)

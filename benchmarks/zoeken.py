"""How long a search takes, with the sentences of the bundled documents and with a hundred times as many."""

from urllib.parse import quote_plus

HONDERD_KEER = 100
VRAGEN = ("zwemcheque", "gemeente", "schuldhulp", "bijstandsuitkerigen", "Hoeveel mensen komen terug in de uitkering?")
# In the order of reading: a document a hundred times as long.
KOPIEER = """
    INSERT INTO indicators_zoekzin (lezing_id, van_regel, tot_regel, tekst, samengevat)
    SELECT lezing_id, van_regel, tot_regel, tekst, samengevat
    FROM generate_series(2, %s), indicators_zoekzin ORDER BY lezing_id, generate_series, van_regel
"""


def meet_zoeken() -> None:
    """The median time of each question: a rare word, a common one, one with compounds, a typing error, a sentence."""
    from django.db import connection

    from benchmarks.meet import kop, meet_pagina
    from indicators.database.eigenaar import als_eigenaar
    from indicators.models import Zoekzin

    kop(f"Zoeken (beloofd: onder 50 ms, ook bij {HONDERD_KEER} keer zoveel tekst)")
    eerst = {vraag: meet_pagina(f"/zoeken/?q={quote_plus(vraag)}") for vraag in VRAGEN}
    with als_eigenaar(), connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute(KOPIEER, [HONDERD_KEER])
        cursor.execute("ANALYZE")
        cursor.execute("RESET session_replication_role")
    print(f"  nu {Zoekzin.objects.count()} zinnen")
    for vraag in VRAGEN:
        milliseconden, vragen, _ = eerst[vraag]
        later, _, _ = meet_pagina(f"/zoeken/?q={quote_plus(vraag)}")
        print(f"  {vraag}: {milliseconden:.0f} ms, {vragen} vragen; bij {HONDERD_KEER} keer {later:.0f} ms")

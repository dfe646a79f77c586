"""Doelwijzer beside Datasette, Dash and Superset: one question on the same figures, in requests per second.

The question: the figures of one indicator, per year and edition. Each answer must have the figures that were typed from
the documents. Four connections ask the same over and over, of one after the other, in rounds. Run with `make naast`:
what others made is installed when it is needed, each in an environment of its own in ~/.cache/doelwijzer-naast (or
where DOELWIJZER_NAAST says), and stays there.

Equal are the figures (the site's own CSV), the machine, the client, and two processes that serve: gunicorn with two
workers of four threads, or Datasette twice, for it serves from one process, each for half of the connections.

Not equal, and to be kept in mind:
- What is in an answer. Doelwijzer's page is all that a reader gets: chart, table, sources, breaks, texts. Datasette's
  pages are the table, without a chart. Dash and Superset answer with data; their page is a script, which asks for those
  and draws. So of Dash the empty page is measured beside it, and of Superset no page.
- Where the figures are: in PostgreSQL (Doelwijzer), SQLite (Datasette, Superset), or memory (Dash).
- What is kept. Doelwijzer keeps pages, but not for who has a session, so made anew is asked with the cookie of one; it
  looks for that in vain. Superset keeps the figures of a chart, here in files and its own tables in SQLite, where it
  recommends Redis and PostgreSQL. Dash and Datasette keep nothing themselves. In front of a site there is no cache.
- Doelwijzer and Superset compress; Dash and Datasette leave that to what stands in front.
- Gunicorn does not divide connections: now and then one worker has three of the four. Hence the rounds.
"""

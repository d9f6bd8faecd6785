"""``vivavoce corpus``: any number of interviews become one table with a row for each turn.

`items` finds the documents (`remote` those behind URLs, `archives` those in WARC files), `rows` is
the pure function from a document to its rows, `collect` feeds it with the documents by local
processes or a `cluster`, and `tables` writes what comes back.
"""

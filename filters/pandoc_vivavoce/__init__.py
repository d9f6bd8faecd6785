"""All of vivavoce that speaks to pandoc: the filter, the command line, and the making of books.

Nothing is imported here: the filter runs once for every document, so each command loads only what
it uses.
"""

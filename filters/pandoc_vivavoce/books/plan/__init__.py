"""A book described in a file, ``book.yaml``: what it may say, and reading it."""

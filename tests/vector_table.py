"""The manual's tables of what was tried: vectors by source, and what was found in each product."""

from __future__ import annotations

import csv

from conftest import ROOT
from vector_hosts import PRODUCTS as OF_HOSTS
from vector_products import PRODUCTS
from vectors import SOURCES

SAFETY = ROOT / "examples" / "docs" / "safety"
ALL = {**PRODUCTS, **OF_HOSTS}
KEYS = {
    "sources": [[name] for name in SOURCES],
    "vectors": [[name, group] for name, product in ALL.items() for group in product.groups],
}
"""What the rows of each table begin with, in order."""


def rows_of(table: str) -> list[list[str]]:
    """Return the rows of the manual's *table*."""
    with (SAFETY / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def note(table: str, key: list[str], *told: int) -> None:
    """Put the row that begins with *key* into *table*, in its place."""
    size = len(key)
    rows = {tuple(row[:size]): row for row in rows_of(table)}
    rows[tuple(key)] = [*key, *map(str, told)]
    with (SAFETY / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerows(rows[tuple(key)] for key in KEYS[table] if tuple(key) in rows)
